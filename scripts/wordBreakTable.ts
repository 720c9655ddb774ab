/**
 * Writes src/shared/text/words/table.ts, what the rule for words knows of characters, from the data of one version of
 * Unicode: `node scripts/wordBreakTable.ts`. For another version: another package. The test of the rule then says which
 * of the official cases that Debian has (of another version, it may be) no longer hold.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = resolve(import.meta.dirname, '..');
const version = '17.0.0';
export const tableFile = join(root, 'src/shared/text/words/table.ts');

/** The values of Word_Break that the rules speak of. */
const wordBreaks = [
  'CR',
  'LF',
  'Newline',
  'Extend',
  'ZWJ',
  'Format',
  'Regional_Indicator',
  'Katakana',
  'Hebrew_Letter',
  'ALetter',
  'Single_Quote',
  'Double_Quote',
  'MidNumLet',
  'MidLetter',
  'MidNum',
  'Numeric',
  'ExtendNumLet',
  'WSegSpace',
] as const;

/** Half-open, as the package has it. */
type Range = { begin: number; end: number };

const require = createRequire(import.meta.url);

async function codePoints(property: string): Promise<Set<number>> {
  const file = require.resolve(`@unicode/unicode-${version}/${property}/ranges.mjs`);
  const { default: ranges } = (await import(pathToFileURL(file).href)) as { default: Range[] }; // the package's own form
  const found = new Set<number>();
  for (const { begin, end } of ranges) for (let point = begin; point < end; point++) found.add(point);
  return found;
}

/** Those of `points` that no rule speaks of, or (ideographic iteration marks) that count as letters like any. */
function free(points: Set<number>, classes: ReadonlyMap<string, Set<number>>): Set<number> {
  const taken = [...classes].filter(([name]) => name !== 'ALetter').map(([, set]) => set);
  return new Set([...points].filter((point) => !taken.some((set) => set.has(point))));
}

/** Ranges in turn: code points left out since the last one, code points in it; base 36. */
function encoded(points: Set<number>): string {
  const words: string[] = [];
  let [last, start, next] = [0, -1, -1];
  for (const point of [...points].sort((a, b) => a - b).concat(-1)) {
    if (point === next) {
      next++;
      continue;
    }
    if (start !== -1) words.push((start - last).toString(36), (next - start).toString(36));
    [last, start, next] = [Math.max(next, 0), point, point + 1];
  }
  return words.join(' ');
}

/** The text of the table. */
export async function wordBreakTable(): Promise<string> {
  const classes = new Map<string, Set<number>>();
  for (const name of wordBreaks) classes.set(name, await codePoints(`Word_Break/${name}`));
  for (const [name, ...properties] of [
    ['Ideograph', 'Script/Han', 'Binary_Property/Ideographic'], // those of Tangut and others, too
    ['Hiragana', 'Script/Hiragana'],
    ['Complex_Context', 'Line_Break/Complex_Context'],
  ] as const) {
    const all = await Promise.all(properties.map(codePoints));
    const points = free(new Set(all.flatMap((set) => [...set])), classes);
    for (const point of points) classes.get('ALetter')?.delete(point);
    classes.set(name, points);
  }
  classes.set('Extended_Pictographic', await codePoints('Binary_Property/Extended_Pictographic'));
  const rows = [...classes].map(([name, points]) => {
    const lines = encoded(points).match(/.{1,100}(?:\s|$)/gu) ?? [];
    return `${name}: [${lines.map((line) => `'${line.trim()}'`).join(', ')}],`;
  });
  const source = `// Made by scripts/wordBreakTable.ts from Unicode ${version}. Data: © 2025 Unicode, Inc., https://www.unicode.org/terms_of_use.html

/** The version of Unicode that words follow. */
export const unicodeVersion = '${version}';

/** Classes of characters. Each: in turn, code points left out since the last range, code points in the range; base 36. */
export const ranges = {
${rows.join('\n')}
} as const;
`;
  return format(source, { ...(await resolveConfig(tableFile)), filepath: tableFile });
}

if (import.meta.main) writeFileSync(tableFile, await wordBreakTable());
