import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeEnd, graphemeStart, nextGrapheme, previousGrapheme, snapOutward } from './graphemes.ts';
import { utf16 } from './offsets.ts';
import { anyText } from './testTexts.ts';

/** Every cluster boundary of a text, by segmenting all of it: what the neighbourhood search must agree with. */
function boundaries(text: string): number[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return [...Array.from(segments, ({ index }) => index), text.length];
}

const textAndOffset = anyText.chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }).map(utf16)));

describe('grapheme clusters', () => {
  it('have the same boundaries whether the neighbourhood or the whole text is segmented', () => {
    fc.assert(
      fc.property(textAndOffset, ([text, offset]) => {
        const all = boundaries(text);
        expect(graphemeStart(text, offset)).toBe(all.findLast((boundary) => boundary <= offset));
        expect(graphemeEnd(text, offset)).toBe(all.find((boundary) => boundary >= offset));
        expect(nextGrapheme(text, offset)).toBe(all.find((boundary) => boundary > offset) ?? text.length);
        expect(previousGrapheme(text, offset)).toBe(all.findLast((boundary) => boundary < offset) ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold a snapped span whole: it grows outward, stays as it is when snapped again, and empty stays empty', () => {
    fc.assert(
      fc.property(textAndOffset, fc.nat(), ([text, offset], seed) => {
        const end = utf16(offset + (seed % (text.length - offset + 1)));
        const snapped = snapOutward(text, { start: offset, end });
        expect(snapped.start).toBeLessThanOrEqual(offset);
        if (end === offset) expect(snapped.end).toBe(snapped.start);
        else expect(snapped.end).toBeGreaterThanOrEqual(end);
        expect(snapOutward(text, snapped)).toEqual(snapped);
      }),
    );
  });

  it.each([
    ['an emoji family', '👩‍👩‍👧‍👦'],
    ['a flag', '🇩🇪'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['a letter with combining marks', 'e\u0301\u0323'],
    ['a thumb with a skin tone', '👍🏽'],
    ['a Devanagari conjunct', 'क्षि'],
    ['an Arabic letter with its vowel signs', 'بِّ'],
  ])('take %s for one character', (_name, cluster) => {
    const text = `a${cluster}b`;
    for (let inside = 2; inside < cluster.length + 1; inside++) {
      const snapped = snapOutward(text, { start: utf16(inside), end: utf16(inside) });
      expect(snapped.start).toBe(1);
      expect(graphemeEnd(text, utf16(inside))).toBe(1 + cluster.length);
    }
  });

  it('pair flags from the start of their row', () => {
    const text = '🇩🇪🇫🇷🇮🇹';
    expect(graphemeStart(text, utf16(6))).toBe(4);
    expect(graphemeEnd(text, utf16(6))).toBe(8);
  });

  it('refuse an offset outside the text', () => {
    expect(() => graphemeStart('abc', utf16(4))).toThrow(RangeError);
    expect(() => nextGrapheme('abc', utf16(-1))).toThrow(RangeError);
  });

  it('are found in the middle of five million characters without a walk from the beginning', () => {
    const text = 'The port reopened. 港が再開した。'.repeat(200_000);
    // A walk for each of them would not end within the time that a test has.
    for (let step = 0; step < 1000; step++) expect(graphemeStart(text, utf16(2_500_000 + step))).toBe(2_500_000 + step);
  });
});
