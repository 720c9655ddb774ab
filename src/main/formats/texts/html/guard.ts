import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import { scanTags, type Tag } from './tags.ts';

/** Longest HTML source that is read, in UTF-16 code units. */
const longestSource = 20_000_000;
const mostTags = 200_000;
/** Elements the parser makes, those it makes again after misnested formatting counted. */
const mostElements = 400_000;
const deepestNesting = 1_000;
const mostAttributes = 1_000_000;
/** The parser compares each attribute with those before it in the same tag. */
const mostAttributePairs = 200_000_000;
/** The article finder's time grows with the nesting; beyond these the whole page is taken. */
const article = { tags: 25_000, nesting: 150, nestingSum: 300_000 };

/** HTML source that is safe to parse. */
export type GuardedSource = {
  /** The source without the content of scripts (but JSON-LD) and style sheets. */
  html: string;
  /** False when looking for the article in it would take too long. */
  articleFindable: boolean;
};

/**
 * Measures HTML source before a parser sees it, so that no file can hold a worker for minutes or exhaust its memory.
 * Throws AppError file-too-large over 20 million characters or 200,000 tags, file-damaged for nesting over 1,000 levels
 * or an absurd number of attributes.
 */
export function guardHtml(name: string, html: string): GuardedSource {
  if (html.length > longestSource) throw tooLarge(name, 'texts.tooManyCharacters');
  const nesting = new Nesting();
  const parts: string[] = [];
  let kept = 0;
  let tags = 0;
  let attributes = 0;
  let pairs = 0;
  scanTags(html, (tag, contentEnd) => {
    tags += 1;
    attributes += tag.attributes;
    pairs += tag.attributes ** 2 / 2;
    if (tags > mostTags) throw tooLarge(name, 'texts.tooManyTags');
    if (attributes > mostAttributes || pairs > mostAttributePairs) throw damaged(name, 'texts.tooManyAttributes');
    nesting.add(tag, contentEnd !== undefined);
    if (nesting.deepest > deepestNesting) throw damaged(name, 'texts.tooDeep');
    if (nesting.elements > mostElements) throw damaged(name, 'texts.neverClosed');
    if (contentEnd !== undefined && isCut(html, tag)) {
      parts.push(html.slice(kept, tag.end));
      kept = contentEnd;
    }
  });
  parts.push(html.slice(kept));
  const articleFindable =
    tags <= article.tags && nesting.deepest <= article.nesting && nesting.sum <= article.nestingSum;
  return { html: parts.join(''), articleFindable };
}

function tooLarge(name: string, why: 'texts.tooManyCharacters' | 'texts.tooManyTags'): AppError {
  return new AppError('file-too-large', said(why, { name }), { name });
}

function damaged(name: string, why: 'texts.tooManyAttributes' | 'texts.tooDeep' | 'texts.neverClosed'): AppError {
  return new AppError('file-damaged', said(why, { name }), { name });
}

function isCut(html: string, tag: Tag): boolean {
  if (tag.name === 'style') return true;
  return tag.name === 'script' && !/json/i.test(html.slice(tag.start, tag.end));
}

/** Elements that have no content, or whose end the next one of their kind brings. */
const neverNest = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot ' +
    'option optgroup colgroup html head body rt rp'
  ).split(' '),
);
/** Elements that the parser opens again in the next block when they were not closed. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const drawing =
  /^(svg|g|path|rect|circle|ellipse|line|poly\w+|use|defs|symbol|stop|image|text|tspan|mask|clippath|\w*gradient|fe\w+|filter|pattern|marker|animate\w*|set)$/;

/** Follows how deep elements nest, closely enough to tell a page from a trap. */
class Nesting {
  deepest = 0;
  sum = 0;
  elements = 0;
  private open: string[] = [];
  private openFormatting = 0;
  private inDrawing = false;

  add(tag: Tag, raw: boolean): void {
    if (tag.closing) {
      this.close(tag.name);
      return;
    }
    const isFormatting = formatting.has(tag.name);
    if (tag.name === 'svg') this.inDrawing = !tag.selfClosing;
    else if (!drawing.test(tag.name)) this.inDrawing = false;
    if (tag.name === 'a' && this.open.includes('a')) this.close('a');
    this.elements += 1 + (isFormatting ? 0 : this.openFormatting);
    this.sum += this.open.length;
    const drawn = tag.selfClosing && (this.inDrawing || tag.name === 'svg');
    if (raw || drawn || neverNest.has(tag.name)) return;
    this.open.push(tag.name);
    if (isFormatting) this.openFormatting += 1;
    this.deepest = Math.max(this.deepest, this.open.length);
  }

  /** A block's end closes what is open in it, but formatting goes on; a formatting element's end closes only itself. */
  private close(name: string): void {
    const place = this.open.lastIndexOf(name);
    if (place === -1) return;
    if (name === 'svg') this.inDrawing = false;
    if (formatting.has(name)) {
      this.open.splice(place, 1);
      this.openFormatting -= 1;
      return;
    }
    const inside = this.open.splice(place).slice(1);
    for (const other of inside) if (formatting.has(other)) this.open.push(other);
  }
}
