import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalIndex } from './intervalIndex.ts';
import type { Interval } from './intervalIndex.ts';
import { stretchesOf } from './overlap.ts';

const intervals = fc
  .array(fc.record({ start: fc.nat({ max: 80 }), length: fc.integer({ min: 1, max: 40 }) }), { maxLength: 25 })
  .map(
    (list) =>
      intervalIndex(list.map(({ start, length }, id): Interval => ({ id: String(id), start, end: start + length })))
        .ordered,
  );

describe('stretches under overlapping codings', () => {
  it('say of every character which codings cover it', () => {
    fc.assert(
      fc.property(intervals, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (items, from, length) => {
        const to = from + length;
        const stretches = stretchesOf(items, from, to);
        for (let offset = from; offset < to; offset++) {
          const expected = items.filter(({ start, end }) => start <= offset && offset < end);
          const holding = stretches.filter(({ start, end }) => start <= offset && offset < end);
          expect(holding.length).toBe(expected.length === 0 ? 0 : 1);
          expect(holding[0]?.covering ?? []).toEqual(expected);
        }
      }),
    );
  });

  it('follow one another inside the range and are never empty', () => {
    fc.assert(
      fc.property(intervals, (items) => {
        let reached = 10;
        for (const { start, end } of stretchesOf(items, 10, 90)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(90);
      }),
    );
  });
});
