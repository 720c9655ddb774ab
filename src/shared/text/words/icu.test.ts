import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

/**
 * The rule against the ICU of the Node that runs this. What differs on purpose is left out: ICU asks dictionaries where a
 * script sets no blanks, takes Hangul apart from letters and figures beside it, calls it a word when two
 * characters such as the underscore stand alone, and the filler of Khitan, which extends others, an ideograph.
 */
const icu = new Intl.Segmenter('en', { granularity: 'word' });
const tailored =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{sc=Tai_Le}\p{sc=New_Tai_Lue}\p{sc=Tai_Tham}\p{sc=Tai_Viet}\p{sc=Ahom}\u{16fe4}]/u;

type Part = { part: string; isWord: boolean };

const ours = (text: string): Part[] =>
  segmentsOf(text).map(({ start, end, kind }) => ({ part: text.slice(start, end), isWord: kind !== 'between' }));
const theirs = (text: string): Part[] =>
  Array.from(icu.segment(text), ({ segment, isWordLike }) => ({ part: segment, isWord: isWordLike === true }));
const shown = (parts: readonly Part[]): string =>
  parts.map(({ part, isWord }) => (isWord && !/^[\p{Pc}\u202f]/u.test(part) ? `[${part}]` : part)).join('|');

/** Lines that the two take apart differently. */
function differing(lines: readonly string[]): string[] {
  const [all, icuAll] = [shown(ours(lines.join('\n'))), shown(theirs(lines.join('\n')))];
  if (all === icuAll) return [];
  return lines.filter((line) => shown(ours(line)) !== shown(theirs(line))).map((line) => JSON.stringify(line));
}

// Another version of Unicode has other characters; most letters of these scripts are as old as Unicode.
const isComparable =
  process.versions['unicode'] === '17.0'
    ? /\P{Unassigned}/u
    : /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Greek}\p{sc=Hebrew}\p{Nd}\p{P}]$/u;

it('Every character counts as it does there, among letters, figures, marks, joiners and blanks', () => {
  const lines: string[] = [];
  let characters = 0;
  for (let point = 0; point < 0xe0200; point++) {
    const character = String.fromCodePoint(point);
    if (!character.isWellFormed() || !isComparable.test(character) || tailored.test(character)) continue;
    characters++;
    lines.push(`a${character}a ${character}\u0308a`, `1${character}1`, `א${character}א"${character}`, `_${character}_`);
    lines.push(` ${character} \u200d${character}🇩${character}🇪`);
    if (lines.length < 5000) continue;
    expect(differing(lines)).toEqual([]);
    lines.length = 0;
  }
  expect(differing(lines)).toEqual([]);
  expect(characters).toBeGreaterThan(2500);
});

describe('Texts of many languages', () => {
  const corpus = join(import.meta.dirname, '../../../../../shared/corpus');
  const folders = [
    'articles',
    ...['docs-readtext', 'html-multiscript', 'txt-encodings'].map((name) => `files/${name}`),
  ];
  const files = folders
    .map((folder) => join(corpus, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const texts = files.map((file) => readFileSync(file, 'utf8')).filter((text) => !/[\0\ufffd]/u.test(text));
  const lines = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.length < 20_000 && !tailored.test(line));
  const scripts = ['Latin', 'Cyrillic', 'Arabic', 'Greek', 'Hebrew'] as const;

  it.each(scripts)('in %s letters have the words that they have there', (script) => {
    const letters = new RegExp(`\\p{Script=${script}}{3}`, 'u');
    const inScript = lines.filter((line) => letters.test(line));
    expect(inScript.length).toBeGreaterThan(20);
    expect(differing(inScript)).toEqual([]);
  });
});
