import { describe, expect, it } from 'vitest';
import { wordEndsIn } from '../../../../shared/text/words/dictionary.ts';
import { runEnd } from '../../../../shared/text/words/runs.ts';
import { segmentsOf } from '../../../../shared/text/words/segments.ts';
import { wordPieces } from './wordPieces.ts';
import type { Piece, WordPieces } from './wordPieces.ts';

/** What the core answers. */
function answer(text: string, { start, end }: Piece): number[] {
  const ends = wordEndsIn(text.slice(start, end), 'ja');
  return ends.map((at, index) => at - (ends[index - 1] ?? 0));
}

function takeAll(text: string, pieces: WordPieces, offset: number): Piece[] {
  const asked: Piece[] = [];
  for (let piece = pieces.missing(offset); piece; piece = pieces.missing(offset)) {
    pieces.take(piece, answer(text, piece));
    asked.push(piece);
  }
  return asked;
}

function runs(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, kind } of segmentsOf(text)) {
    if (kind === 'unspaced' && start >= (found.at(-1)?.end ?? 0)) found.push({ start, end: runEnd(text, start) });
  }
  return found;
}

describe('the words of a long text', () => {
  const text = '東京で会議が開かれた、Tokyo。ภาษาไทย '.repeat(1500);

  it('are asked for in pieces that cover it, the one in sight first, then what follows, then what comes before', () => {
    const asked = takeAll(text, wordPieces(text), 22_000);
    expect(asked[0]?.start).toBeLessThanOrEqual(22_000);
    expect(asked[0]?.end).toBeGreaterThan(22_000);
    expect(asked.map(({ number }) => number)).toEqual([2, 3, 0, 1]);
    const sorted = asked.toSorted((a, b) => a.start - b.start);
    expect(sorted.map(({ start }) => start)).toEqual([0, ...sorted.slice(0, -1).map(({ end }) => end)]);
    expect(sorted.at(-1)?.end).toBe(text.length);
  });

  it('are not known before, and then are those of the whole text', () => {
    const pieces = wordPieces(text);
    for (const { start, end } of runs(text)) expect(pieces.ends(start, end)).toBeNull();
    takeAll(text, pieces, 0);
    const all = runs(text).flatMap(({ start, end }) => [...(pieces.ends(start, end) ?? [])]);
    expect(all).toEqual(wordEndsIn(text, 'ja'));
  });

  it('are known of a run that is longer than a piece once all its pieces are there', () => {
    const endless = '東京で会議が開かれた'.repeat(3000);
    const pieces = wordPieces(endless);
    const [first] = [pieces.missing(0)];
    if (first) pieces.take(first, answer(endless, first));
    expect(pieces.ends(0, endless.length)).toBeNull();
    takeAll(endless, pieces, 0);
    expect([...(pieces.ends(0, endless.length) ?? [])].at(-1)).toBe(endless.length);
  });

  it('of an empty text are nothing to ask for', () => {
    expect(wordPieces('').missing(0)).toBeNull();
    expect(wordPieces('a').missing(1)).toEqual({ number: 0, start: 0, end: 1 });
  });
});
