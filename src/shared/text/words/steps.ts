import { utf16 } from '../offsets.ts';
import type { Span, Utf16Offset } from '../offsets.ts';
import { borderOutsideRuns, segmentsFrom } from './runs.ts';
import type { WordEnds } from './runs.ts';
import type { Segment } from './segments.ts';

/**
 * Steps through a text by word. Spans are half-open, in UTF-16 units, and hold no blanks or punctuation round a word. Only
 * the neighbourhood of a place is looked at, with what the whole text would give. `wordEnds` says where words end in scripts
 * that set no blanks between them; where it does not know, letters of one script are a word.
 */

function isWord({ kind }: Segment): boolean {
  return kind !== 'between';
}

/** The segment that starts before `offset` and ends at or behind it; null at the text's start. */
function segmentBefore(text: string, offset: number, wordEnds?: WordEnds): Segment | null {
  if (offset <= 0) return null;
  for (const segment of segmentsFrom(text, borderOutsideRuns(text, offset - 1), wordEnds)) {
    if (segment.end >= offset) return segment;
  }
  return null;
}

/** The segment that holds the unit at `offset`; null at the text's end. */
function segmentAt(text: string, offset: number, wordEnds?: WordEnds): Segment | null {
  return offset < text.length ? segmentBefore(text, offset + 1, wordEnds) : null;
}

/** The word that holds `offset` or touches it; failing that the blank or mark there; empty in an empty paragraph. */
export function wordAt(text: string, offset: Utf16Offset, wordEnds?: WordEnds): Span {
  const [here, left] = [segmentAt(text, offset, wordEnds), segmentBefore(text, offset, wordEnds)];
  const found = [here, left].find((segment) => segment && isWord(segment)) ?? hereOrLeft(text, here, left);
  return found ? { start: utf16(found.start), end: utf16(found.end) } : { start: offset, end: offset };
}

/** Of two segments that are no words the one at the place, or the last of the paragraph at its end. */
function hereOrLeft(text: string, here: Segment | null, left: Segment | null): Segment | null {
  if (here && text.charAt(here.start) !== '\n') return here;
  return left && text.charAt(left.start) !== '\n' ? left : null;
}

/** Every character of a run ends a “word”: nothing holds together where the words are not known. */
function* eachCharacter(text: string, start: number, end: number): Generator<number> {
  for (let at = start; at < end;) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    yield at;
  }
}

/**
 * The word that `offset` is inside of, with letters on both sides; null between words, and in scripts without blanks where
 * `wordEnds` does not know their words.
 */
export function wordAround(text: string, offset: Utf16Offset, wordEnds?: WordEnds): Span | null {
  if (offset <= 0 || offset >= text.length) return null;
  const ends: WordEnds = (start, end) => wordEnds?.(start, end) ?? eachCharacter(text, start, end);
  for (const segment of segmentsFrom(text, borderOutsideRuns(text, offset - 1), ends)) {
    if (segment.end <= offset) continue;
    const isInside = segment.start < offset && isWord(segment);
    return isInside ? { start: utf16(segment.start), end: utf16(segment.end) } : null;
  }
  return null;
}

type Test = (word: Segment) => boolean;

/** The first word that ends behind `offset` and passes. */
function wordFrom(text: string, offset: number, wordEnds: WordEnds | undefined, test: Test): Segment | null {
  for (const segment of segmentsFrom(text, borderOutsideRuns(text, offset), wordEnds)) {
    if (segment.end > offset && isWord(segment) && test(segment)) return segment;
  }
  return null;
}

/** The last word that starts before `offset` and passes. */
function wordUpTo(text: string, offset: number, wordEnds: WordEnds | undefined, test: Test): Segment | null {
  let end = offset;
  while (end > 0) {
    const start = borderOutsideRuns(text, end - 1);
    let found: Segment | null = null;
    for (const segment of segmentsFrom(text, start, wordEnds)) {
      if (segment.start >= end) break;
      if (isWord(segment) && test(segment)) found = segment;
    }
    if (found) return found;
    end = start;
  }
  return null;
}

/** The least word end > `offset`; null at the end. */
export function wordEndAfter(text: string, offset: Utf16Offset, wordEnds?: WordEnds): Utf16Offset | null {
  const found = wordFrom(text, offset, wordEnds, ({ end }) => end > offset);
  return found && utf16(found.end);
}

/** The greatest word end < `offset`; null at the start. */
export function wordEndBefore(text: string, offset: Utf16Offset, wordEnds?: WordEnds): Utf16Offset | null {
  const found = wordUpTo(text, offset, wordEnds, ({ end }) => end < offset);
  return found && utf16(found.end);
}

/** The least word start > `offset`; null at the end. */
export function wordStartAfter(text: string, offset: Utf16Offset, wordEnds?: WordEnds): Utf16Offset | null {
  const found = wordFrom(text, offset, wordEnds, ({ start }) => start > offset);
  return found && utf16(found.start);
}

/** The greatest word start < `offset`; null at the start. */
export function wordStartBefore(text: string, offset: Utf16Offset, wordEnds?: WordEnds): Utf16Offset | null {
  const found = wordUpTo(text, offset, wordEnds, ({ start }) => start < offset);
  return found && utf16(found.start);
}
