import { said } from '../../../../shared/words/message.ts';
import type { ImportWarning } from '../../../../shared/words/warning.ts';
import { tidy } from './facts.ts';

/** Lines from this length on, and shorter ones that end as sentences do, are running text. */
const longLine = 80;
const shortSentence = 40;
/** Passages that get a line of their own; of the rest the number is told. */
const mostPassages = 30;
const firstWords = 80;

/** Lines without what lists put before them and without differences of white space. */
const keyOf = (line: string): string => line.replace(/^(?:•|\w+\.)\s/u, '').replace(/\s+/gu, '');

/** Texts of a page's links, as `leftOutOf` wants them: a line that is one link is a menu's or a teaser's. */
export function linkTextsOf(document: Document): ReadonlySet<string> {
  return new Set([...document.getElementsByTagName('a')].map((link) => keyOf(tidy(link.textContent))));
}

/**
 * What of a page's whole text is missing from the text that was kept, as lines of the report: each passage of running
 * text with its first words, menus and the like as one sum.
 */
export function leftOutOf(wholeText: string, kept: string, links: ReadonlySet<string>): ImportWarning[] {
  const { passages, short } = missingFrom(wholeText, kept, links);
  const warnings = passages.slice(0, mostPassages).map(({ first, characters }) => ({
    code: 'passage-left-out',
    said: said('texts.passageLeftOut', { beginning: beginningOf(first), characters }),
  }));
  if (passages.length > mostPassages) {
    const more = passages.length - mostPassages;
    warnings.push({
      code: 'passage-left-out',
      said: said('texts.morePassagesLeftOut', { more }),
    });
  }
  const [first] = short;
  if (first !== undefined) {
    const { length: lines } = short;
    const menus = said('texts.menusLeftOut', { lines, beginning: beginningOf(first) });
    warnings.push({ code: 'menus-left-out', said: menus });
  }
  return warnings;
}

/**
 * The page's text with all passages of running text at their places, the article's and those outside of it, but without
 * menus and the like. Undefined where a line of the article would be missing, because the page puts its lines together
 * in another way.
 */
export function withLeftOut(
  wholeText: string,
  article: string,
  kept: string,
  links: ReadonlySet<string>,
): string | undefined {
  const kindOf = lineKinds(kept, links);
  const lines = wholeText.split('\n').filter((line) => kindOf(line) !== 'short');
  const held = new Set(lines.map(keyOf));
  const run = lines.map(keyOf).join('');
  const isHeld = (line: string): boolean => held.has(keyOf(line)) || (isRunning(line) && run.includes(keyOf(line)));
  if (!article.split('\n').every(isHeld)) return undefined;
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '');
}

type LineKind = 'blank' | 'kept' | 'short' | 'passage';

/** Tells of lines of a page whether they were kept, and if not, whether they are running text. */
function lineKinds(kept: string, links: ReadonlySet<string>): (line: string) => LineKind {
  const keptLines = new Set(kept.split('\n').map(keyOf));
  const keptRun = keyOf(kept);
  return (line) => {
    const key = keyOf(line);
    if (key === '') return 'blank';
    const running = isRunning(line) && !links.has(key);
    // Only what would get a line of the report is looked for within lines that were put together otherwise.
    if (keptLines.has(key) || (running && keptRun.includes(key))) return 'kept';
    return running ? 'passage' : 'short';
  };
}

type Passage = { first: string; characters: number };

function missingFrom(
  wholeText: string,
  kept: string,
  links: ReadonlySet<string>,
): { passages: Passage[]; short: string[] } {
  const kindOf = lineKinds(kept, links);
  const passages: Passage[] = [];
  const short: string[] = [];
  let passage: Passage | undefined;
  for (const line of wholeText.split('\n')) {
    const kind = kindOf(line);
    if (kind === 'kept') passage = undefined;
    else if (kind === 'short') short.push(line);
    else if (kind === 'passage' && passage === undefined) {
      passage = { first: line, characters: line.length };
      passages.push(passage);
    } else if (kind === 'passage' && passage !== undefined) passage.characters += line.length;
  }
  return { passages, short };
}

function isRunning(line: string): boolean {
  return line.length >= longLine || (line.length >= shortSentence && /[.!?…。！？؟।]["'”’»)]?$/u.test(line.trimEnd()));
}

function beginningOf(line: string): string {
  const tidied = tidy(line.replace(/^•\s/u, ''));
  if (tidied.length <= firstWords) return tidied;
  const cut = tidied.slice(0, firstWords);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > firstWords / 2 ? blank : firstWords).toWellFormed()} …`;
}
