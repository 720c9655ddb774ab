import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16 } from '../offsets.ts';
import { anyText } from '../testTexts.ts';
import { runEnd } from './runs.ts';
import type { WordEnds } from './runs.ts';
import { segmentsOf } from './segments.ts';
import { wordAround, wordAt, wordEndAfter, wordEndBefore, wordStartAfter, wordStartBefore } from './steps.ts';

const textAndOffset = anyText.chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }).map(utf16)));

describe('words', () => {
  it('are found where the offset touches them', () => {
    const text = 'port, reopened';
    expect(wordAt(text, utf16(2))).toEqual({ start: 0, end: 4 });
    expect(wordAt(text, utf16(4))).toEqual({ start: 0, end: 4 });
    expect(wordAt(text, utf16(5))).toEqual({ start: 5, end: 6 });
    expect(wordAt('', utf16(0))).toEqual({ start: 0, end: 0 });
  });

  it('are looked for in the paragraph of the offset', () => {
    expect(wordAt('One\ntwo', utf16(3))).toEqual({ start: 0, end: 3 });
    expect(wordAt('One\ntwo', utf16(4))).toEqual({ start: 4, end: 7 });
    expect(wordAt('One.\n\n', utf16(4))).toEqual({ start: 3, end: 4 });
    expect(wordAt('One.\n\n', utf16(5))).toEqual({ start: 5, end: 5 });
    expect(wordAt('One.\n\n', utf16(6))).toEqual({ start: 6, end: 6 });
  });

  it('of Japanese are letters of one script where no dictionary was asked', () => {
    expect(wordAt('東京都知事は辞任した', utf16(1))).toEqual({ start: 0, end: 5 });
    expect(wordAt('東京都知事は辞任した', utf16(6))).toEqual({ start: 6, end: 8 });
  });

  it('are found round an offset only where it is inside of them', () => {
    const around = (text: string, offset: number, wordEnds?: WordEnds): string | null => {
      const found = wordAround(text, utf16(offset), wordEnds);
      return found && text.slice(found.start, found.end);
    };
    expect([0, 2, 4, 5, 6, 8, 14].map((offset) => around('port, reopened', offset))).toEqual([
      null,
      'port',
      null,
      null,
      null,
      'reopened',
      null,
    ]);
    expect(around('it isn’t', 6)).toBe('isn’t');
    expect(around('السلام عليكم', 3)).toBe('السلام');
  });

  it('in scripts without blanks are found round an offset where the dictionary knows them, and nowhere else', () => {
    const text = '東京都知事は辞任した';
    const known = wordAround(text, utf16(1), () => [2, 3, 5, 6, 8, 10]); // 東京 都 知事 は 辞任 した
    expect(known).toEqual({ start: 0, end: 2 });
    expect(wordAround(text, utf16(2), () => [2, 3, 5, 6, 8, 10])).toBeNull();
    expect(wordAround(text, utf16(1))).toBeNull();
    expect(wordAround(text, utf16(1), () => null)).toBeNull();
  });

  it('are stepped over paragraph ends, and end with null', () => {
    const text = 'One two.\n\nThree';
    expect(wordEndAfter(text, utf16(0))).toBe(3);
    expect(wordEndAfter(text, utf16(7))).toBe(15);
    expect(wordEndAfter(text, utf16(15))).toBeNull();
    expect(wordStartBefore(text, utf16(10))).toBe(4);
    expect(wordStartBefore(text, utf16(0))).toBeNull();
    expect(wordStartAfter(text, utf16(4))).toBe(10);
    expect(wordEndBefore(text, utf16(15))).toBe(7);
  });

  it('are stepped as the words of the whole text lie', () => {
    fc.assert(
      fc.property(textAndOffset, ([text, offset]) => {
        const words = segmentsOf(text).filter(({ kind }) => kind !== 'between');
        expect(wordEndAfter(text, offset)).toBe(words.find(({ end }) => end > offset)?.end ?? null);
        expect(wordEndBefore(text, offset)).toBe(words.findLast(({ end }) => end < offset)?.end ?? null);
        expect(wordStartAfter(text, offset)).toBe(words.find(({ start }) => start > offset)?.start ?? null);
        expect(wordStartBefore(text, offset)).toBe(words.findLast(({ start }) => start < offset)?.start ?? null);
        const touching = words.findLast(({ start, end }) => start <= offset && offset <= end);
        if (touching) expect(wordAt(text, offset)).toEqual({ start: touching.start, end: touching.end });
      }),
      { numRuns: 2000 },
    );
  });

  it('are stepped through in a paragraph of five million characters without reading it whole', () => {
    const text = 'The port reopened on Friday. '.repeat(175_000);
    // Read whole for each of them, it would not end within the time that a test has.
    for (let step = 0; step < 20_000; step++) {
      const at = 29 * (step + 80_000);
      expect(wordEndAfter(text, utf16(at))).toBe(at + 3);
      expect(wordStartBefore(text, utf16(at))).toBe(at - 8);
    }
  });

  // Borders that no dictionary has, so that none but those that are given can be meant.
  const given: WordEnds = (start, end) =>
    [...Array.from({ length: end - start }, (_, at) => start + at), end].filter(
      (at) => at > start && (at === end || at % 3 === 0),
    );

  it('in scripts without blanks are those that are given, across scripts', () => {
    const text = 'Go 東京に行った。No';
    //            01234567890
    expect(wordAt(text, utf16(7), given)).toEqual({ start: 6, end: 9 });
    expect(wordAt(text, utf16(3), given)).toEqual({ start: 3, end: 6 });
    expect(wordEndAfter(text, utf16(2), given)).toBe(6);
    expect(wordEndAfter(text, utf16(6), given)).toBe(9);
    expect(wordEndBefore(text, utf16(6), given)).toBe(2);
    expect(wordStartAfter(text, utf16(6), given)).toBe(10);
    expect(wordStartBefore(text, utf16(9), given)).toBe(6);
    expect(wordStartBefore(text, utf16(6), given)).toBe(3);
  });

  it('in runs of which nothing is known yet are letters of one script', () => {
    const text = '東京に行った。東京に';
    const second: WordEnds = (start, end) => (start > 0 ? given(start, end) : null);
    expect(wordAt(text, utf16(1), second)).toEqual({ start: 0, end: 2 });
    expect(wordAt(text, utf16(8), second)).toEqual({ start: 7, end: 9 });
    expect(wordEndBefore(text, utf16(7), second)).toBe(6);
  });

  it('are stepped as they lie with those that are given', () => {
    fc.assert(
      fc.property(textAndOffset, ([text, offset]) => {
        const words: { start: number; end: number }[] = [];
        let run = 0;
        for (const { start, end, kind } of segmentsOf(text)) {
          if (kind === 'word') words.push({ start, end });
          if (kind !== 'unspaced' || start < run) continue;
          run = runEnd(text, start);
          let at = start;
          for (const to of given(start, run) ?? []) {
            words.push({ start: at, end: to });
            at = to;
          }
        }
        const step = utf16(offset);
        expect(wordEndAfter(text, step, given)).toBe(words.find(({ end }) => end > offset)?.end ?? null);
        expect(wordEndBefore(text, step, given)).toBe(words.findLast(({ end }) => end < offset)?.end ?? null);
        expect(wordStartAfter(text, step, given)).toBe(words.find(({ start }) => start > offset)?.start ?? null);
        expect(wordStartBefore(text, step, given)).toBe(words.findLast(({ start }) => start < offset)?.start ?? null);
        const touching = words.findLast(({ start, end }) => start <= offset && offset <= end);
        if (touching) expect(wordAt(text, step, given)).toEqual(touching);
      }),
      { numRuns: 2000 },
    );
  });
});
