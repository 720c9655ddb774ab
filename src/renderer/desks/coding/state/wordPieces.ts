import type { WordEnds } from '../../../../shared/text/words/runs.ts';
import { cutBefore } from '../../../../shared/text/words/segments.ts';

/** UTF-16 units of a text, more or less, whose words are asked for at once: what the core answers within a frame or two. */
const pieceSize = 10_000;

/** A half-open part of a text, in UTF-16 units. */
export type Piece = { readonly number: number; readonly start: number; readonly end: number };

/** What is known of the words of one text in scripts that set no blanks between them; pieces come in any order. */
export type WordPieces = {
  readonly ends: WordEnds;
  /** The next piece to ask for: the one at `offset`, those behind it, those before it; null when all are there. */
  missing(offset: number): Piece | null;
  /** Takes the answer of `documents.words` for a piece. */
  take(piece: Piece, ends: readonly number[]): void;
};

/** The first index of `sorted` whose number is greater than `than`. */
function indexAbove(sorted: Uint32Array, than: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > than) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function wordPieces(text: string): WordPieces {
  const count = Math.ceil(text.length / pieceSize);
  const known = new Map<number, Uint32Array>();
  /** Where the piece with this number starts. Only a run that is longer than a piece is cut. */
  const startOf = (number: number): number =>
    number === 0 ? 0 : number >= count ? text.length : cutBefore(text, number * pieceSize, (number - 1) * pieceSize);
  const pieceAt = (offset: number): number => {
    const number = Math.floor(offset / pieceSize);
    return offset < startOf(number + 1) ? number : number + 1;
  };

  return {
    ends(start, end) {
      const found: number[] = [];
      for (let number = pieceAt(start); number <= pieceAt(end - 1); number++) {
        const ends = known.get(number);
        if (!ends) return null;
        for (const at of ends.subarray(indexAbove(ends, start), indexAbove(ends, end))) found.push(at);
      }
      return found.at(-1) === end ? found : null;
    },
    missing(offset) {
      const first = pieceAt(Math.max(0, Math.min(offset, text.length - 1)));
      for (let step = 0; step < count; step++) {
        const number = (first + step) % count;
        if (!known.has(number)) return { number, start: startOf(number), end: startOf(number + 1) };
      }
      return null;
    },
    take({ number, start }, ends) {
      let at = start;
      known.set(
        number,
        Uint32Array.from(ends, (step) => (at += step)),
      );
    },
  };
}
