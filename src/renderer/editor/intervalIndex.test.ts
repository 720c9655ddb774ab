import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIntervals, intervalIndex } from './intervalIndex.ts';
import type { Interval } from './intervalIndex.ts';

const interval = fc
  .record({ id: fc.nat({ max: 60 }).map(String), start: fc.nat({ max: 200 }), length: fc.integer({ min: 1, max: 80 }) })
  .map(({ id, start, length }): Interval => ({ id, start, end: start + length }));
const intervals = fc.uniqueArray(interval, { selector: ({ id }) => id, maxLength: 60 });

/** The same question answered by looking at every interval. */
function filterAll(items: readonly Interval[], from: number, to: number): Interval[] {
  return items.filter(({ start, end }) => start < to && end > from).sort(compareIntervals);
}

describe('the interval index', () => {
  it('finds what looking at every interval finds, in document order', () => {
    fc.assert(
      fc.property(intervals, fc.nat({ max: 300 }), fc.nat({ max: 100 }), (items, from, length) => {
        expect(intervalIndex(items).overlapping(from, from + length)).toEqual(filterAll(items, from, from + length));
      }),
    );
  });

  it('is after any changes the same as one made afresh', () => {
    const change = fc.record({
      upsert: fc.array(interval, { maxLength: 5 }),
      remove: fc.array(fc.nat({ max: 60 }).map(String), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(intervals, fc.array(change, { maxLength: 8 }), (items, changes) => {
        let index = intervalIndex(items);
        const expected = new Map(items.map((item) => [item.id, item]));
        for (const { upsert, remove } of changes) {
          index = index.change(upsert, remove);
          for (const id of remove) expected.delete(id);
          for (const item of upsert) expected.set(item.id, item);
        }
        expect(index.ordered).toEqual([...expected.values()].sort(compareIntervals));
        expect(index.overlapping(0, 300)).toEqual(index.ordered);
        for (const [position, { id }] of index.ordered.entries()) {
          expect(index.positionOf(id)).toBe(position);
          expect(index.get(id)).toEqual(expected.get(id));
        }
      }),
    );
  });

  it('knows nothing of an id that is not there', () => {
    const index = intervalIndex([{ id: 'a', start: 0, end: 5 }]);
    expect(index.get('b')).toBeUndefined();
    expect(index.positionOf('b')).toBe(-1);
    expect(intervalIndex<Interval>([]).overlapping(0, 10)).toEqual([]);
  });

  it('takes neighbours that only touch for apart', () => {
    const index = intervalIndex([
      { id: 'a', start: 0, end: 5 },
      { id: 'b', start: 5, end: 9 },
    ]);
    expect(index.overlapping(0, 5).map(({ id }) => id)).toEqual(['a']);
    expect(index.overlapping(5, 6).map(({ id }) => id)).toEqual(['b']);
  });
});
