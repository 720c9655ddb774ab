import { diffMain } from 'diff-match-patch-es';
import { pairUnits } from './patience.ts';

/** A stretch that both texts share: its start in each, and its length, in UTF-16 code units. */
export type Run = { before: number; after: number; length: number };

/**
 * More words than this in a changed stretch (both texts together) are first paired by patience; what is still longer is
 * taken as replaced: a least diff needs time that grows with the square.
 */
const mostWords = 8_000;

/** One ideograph, kana or letter of a script without word spaces; a run of letters and digits; or any one character. */
const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}])+|[^]/gu;

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/**
 * What two texts share, in order: lines first, then words within the lines that changed. Rising in both texts, never
 * touching in both. Deterministic: no time limit is involved. Runs never begin or end inside a surrogate pair that
 * both texts hold whole.
 */
export function alignTexts(before: string, after: string): Run[] {
  const runs: Run[] = [];
  walk(linesOf(before), linesOf(after), { before: 0, after: 0 }, runs, (oldLines, newLines, at) => {
    alignWords(wordsOf(oldLines.join('')), wordsOf(newLines.join('')), at, runs);
  });
  return runs;
}

type Place = { before: number; after: number };

/** Pairs units, adds their runs, and hands over what lies between them. */
function walk(
  before: readonly string[],
  after: readonly string[],
  from: Place,
  runs: Run[],
  between: (before: readonly string[], after: readonly string[], at: Place) => void,
): void {
  let unit = { before: 0, after: 0 };
  let place = from;
  const closeGap = (toBefore: number, toAfter: number): void => {
    const removed = before.slice(unit.before, toBefore);
    const added = after.slice(unit.after, toAfter);
    if (removed.length > 0 && added.length > 0) between(removed, added, place);
    place = { before: place.before + lengthOf(removed), after: place.after + lengthOf(added) };
  };
  for (const pair of pairUnits(before, after)) {
    if (pair.before > unit.before || pair.after > unit.after) closeGap(pair.before, pair.after);
    const { length } = before[pair.before] ?? '';
    addRun(runs, { ...place, length });
    place = { before: place.before + length, after: place.after + length };
    unit = { before: pair.before + 1, after: pair.after + 1 };
  }
  closeGap(before.length, after.length);
}

function lengthOf(units: readonly string[]): number {
  return units.reduce((sum, { length }) => sum + length, 0);
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.before + last.length === run.before && last.after + last.length === run.after) {
    last.length += run.length;
  } else if (run.length > 0) {
    runs.push({ ...run });
  }
}

function alignWords(before: readonly string[], after: readonly string[], at: Place, runs: Run[]): void {
  if (before.length + after.length <= mostWords) {
    leastDiff(before, after, at, runs);
    return;
  }
  walk(before, after, at, runs, (removed, added, place) => {
    if (removed.length + added.length <= mostWords) leastDiff(removed, added, place, runs);
  });
}

/** Myers’ least diff over words: each word stands for one character of the strings that are compared. */
function leastDiff(before: readonly string[], after: readonly string[], at: Place, runs: Run[]): void {
  const letters = new Map<string, string>();
  const encode = (words: readonly string[]): string =>
    words
      .map((word) => {
        let letter = letters.get(word);
        if (letter === undefined) letters.set(word, (letter = String.fromCharCode(letters.size + 1)));
        return letter;
      })
      .join('');
  const unit = { before: 0, after: 0 };
  const place = { ...at };
  for (const [kind, { length }] of diffMain(encode(before), encode(after), { diffTimeout: 0 }, false)) {
    const characters = lengthOf(
      kind === 1 ? after.slice(unit.after, unit.after + length) : before.slice(unit.before, unit.before + length),
    );
    if (kind === 0) addRun(runs, { ...place, length: characters });
    if (kind !== 1) {
      unit.before += length;
      place.before += characters;
    }
    if (kind !== -1) {
      unit.after += length;
      place.after += characters;
    }
  }
}
