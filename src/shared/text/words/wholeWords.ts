import { borderOutsideRuns, segmentsFrom } from './runs.ts';
import type { WordEnds } from './runs.ts';
import type { Segment } from './segments.ts';

/** Signs that are not seen: whether they stand with a word or not makes no difference to who reads it. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** Places that lie further on than so many units are looked at from a border near them, and not from the last place on. */
const near = 500;

/** Whether a place of a text lies inside a word. */
export type CutsWord = (offset: number) => boolean;

/**
 * Whether places lie inside a word of `text`, so that a passage that begins or ends there would cut it. Places are asked for
 * in ascending order, or nearly: of a text only the neighbourhood of those is looked at, and each of its words once.
 */
export function wordCutter(text: string, wordEnds?: WordEnds): CutsWord {
  let segments: Generator<Segment> | null = null;
  let here: Segment = { start: 0, end: 0, kind: 'between' };
  return (offset) => {
    if (offset <= 0 || offset >= text.length) return false;
    if (segments === null || offset < here.start || offset - here.end > near) {
      segments = segmentsFrom(text, borderOutsideRuns(text, offset), wordEnds);
      here = next(segments, text);
    }
    while (here.end < offset) here = next(segments, text);
    return here.kind !== 'between' && here.start < offset && offset < here.end;
  };
}

function next(segments: Generator<Segment>, text: string): Segment {
  const { value } = segments.next() as { value: Segment | undefined };
  return value ?? { start: text.length, end: text.length, kind: 'between' };
}

/**
 * Whether a passage holds nothing but whole words: neither end of it lies inside a word. Blanks and marks at its ends are no
 * part of a word, unless they stand within one: “U.S.” is whole in “the U.S. army”, “war.” is not in “war.com”. Signs that
 * are not seen may follow it, as a soft hyphen or a mark of direction does.
 */
export function isOfWholeWords(text: string, start: number, end: number, cutsWord: CutsWord): boolean {
  if (cutsWord(start)) return false;
  let after = end;
  while (after < text.length && unseen.test(String.fromCodePoint(text.codePointAt(after) ?? 0))) {
    after += (text.codePointAt(after) ?? 0) > 0xffff ? 2 : 1;
  }
  return !cutsWord(after);
}
