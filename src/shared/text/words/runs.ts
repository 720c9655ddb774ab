import { borderNear, segmentFrom } from './segments.ts';
import type { Segment } from './segments.ts';

/**
 * Runs in scripts that set no blanks between words: neighbouring segments of kind `unspaced`, as in 東京|に|行|った. The rule
 * alone tells scripts apart in them; whoever has a dictionary (`dictionary.ts`) knows their words.
 */

/** The ends of the words of the run `[start, end)`, ascending, `end` last; null where they are not known. */
export type WordEnds = (start: number, end: number) => Iterable<number> | null;

/** Where the run ends that starts at `start`. */
export function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const segment = segmentFrom(text, end);
    if (segment.kind !== 'unspaced') break;
    end = segment.end;
  }
  return end;
}

/** The last segment that ends at or behind `offset`, of those from a border before it on. */
function segmentUpTo(text: string, offset: number): Segment {
  let segment = segmentFrom(text, borderNear(text, offset - 1));
  while (segment.end < offset) segment = segmentFrom(text, segment.end);
  return segment;
}

/** A border at or before `offset` (0 to the text's length), near it and not inside a run. */
export function borderOutsideRuns(text: string, offset: number): number {
  let at = borderNear(text, offset);
  while (at > 0 && segmentFrom(text, at).kind === 'unspaced' && segmentUpTo(text, at).kind === 'unspaced') {
    at = borderNear(text, at - 1);
  }
  return at;
}

function* segmentsOfRun(text: string, start: number, end: number, words: Iterable<number> | null): Generator<Segment> {
  let at = start;
  if (words) {
    for (const to of words) {
      yield { start: at, end: to, kind: 'unspaced' };
      at = to;
    }
  }
  while (at < end) {
    const segment = segmentFrom(text, at);
    yield segment;
    at = segment.end;
  }
}

/** The segments from `start` on, a border that is not inside a run; with those of the dictionary where they are known. */
export function* segmentsFrom(text: string, start: number, wordEnds?: WordEnds): Generator<Segment> {
  for (let at = start; at < text.length;) {
    const segment = segmentFrom(text, at);
    if (segment.kind === 'unspaced' && wordEnds) {
      const end = runEnd(text, at);
      yield* segmentsOfRun(text, at, end, wordEnds(at, end));
      at = end;
    } else {
      yield segment;
      at = segment.end;
    }
  }
}
