import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../shared/text/testTexts.ts';
import { withoutBlanks } from '../../shared/text/blanks.ts';
import { snapToWords } from './snapping.ts';

const snapped = (text: string, start: number, end: number): string | null => {
  const span = snapToWords(text, { start, end });
  return span && text.slice(span.start, span.end);
};

const text = 'The strike, she said,\n  “isn’t over.”\u00a0 No.';

describe('what was drawn over', () => {
  it.each([
    [1, 2, 'The'],
    [2, 6, 'The strike'],
    [3, 10, 'strike'],
    [4, 11, 'strike,'], // a mark stays where it was drawn over
    [10, 14, ', she'],
    [21, 26, '“isn’t'],
    [37, 40, 'No'], // blanks of two kinds before it
    [21, 24, null], // a line end and blanks alone
  ])('from %i to %i means %j', (start, end, words) => {
    expect(snapped(text, start, end)).toBe(words);
  });

  it('keeps to letters in a script without blanks, of which no dictionary says anything', () => {
    expect(snapped('東京都知事は辞任した', 2, 5)).toBe('都知事');
  });

  it('never loses a letter that was drawn over, and never ends in a blank', () => {
    const drawn = anyText.chain((one) =>
      fc.tuple(fc.constant(one), fc.nat({ max: one.length }), fc.nat({ max: one.length })),
    );
    fc.assert(
      fc.property(drawn, ([one, a, b]) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const bare = withoutBlanks(one, { start, end });
        const span = snapToWords(one, { start, end });
        expect(span === null).toBe(one.slice(start, end).trim() === '');
        if (span === null || bare === null) return;
        expect(span.start).toBeLessThanOrEqual(bare.start);
        expect(span.end).toBeGreaterThanOrEqual(bare.end);
        expect(one.slice(span.start, span.end)).toBe(one.slice(span.start, span.end).trim());
      }),
    );
  });
});
