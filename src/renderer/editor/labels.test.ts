import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLabels } from './labels.ts';
import type { LabelWish } from './labels.ts';

const wishes = fc
  .array(fc.record({ at: fc.nat({ max: 500 }), room: fc.nat({ max: 90 }), firm: fc.boolean() }), { maxLength: 60 })
  .map((list) =>
    list
      .sort((a, b) => a.at - b.at)
      .map(({ at, room, firm }, id): LabelWish => ({ id: String(id), at, latest: at + room, firm })),
  );

describe('names in the margin', () => {
  it('never stand on one another, never above their place, and none is lost', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const rows = layoutLabels(list, 24);
        rows.forEach((row, position) => {
          const above = rows[position - 1];
          if (above) expect(row.at - above.at).toBeGreaterThanOrEqual(24);
          expect(row.kind === 'more').toBe(row.ids.length > 1);
        });
        expect(rows.flatMap(({ ids }) => ids)).toEqual(list.map(({ id }) => id));
        const byId = new Map(list.map((wish) => [wish.id, wish]));
        for (const { at, ids } of rows)
          for (const id of ids.slice(0, 1)) expect(at).toBeGreaterThanOrEqual(byId.get(id)?.at ?? Infinity);
      }),
    );
  });

  it('that are firm always stand as a name', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const named = new Set(
          layoutLabels(list, 24)
            .filter(({ kind }) => kind === 'name')
            .flatMap(({ ids }) => ids),
        );
        for (const { id, firm } of list) if (firm) expect(named.has(id)).toBe(true);
      }),
    );
  });

  it('stand where they wish when there is room', () => {
    const rows = layoutLabels(
      [
        { id: 'a', at: 0, latest: 0, firm: false },
        { id: 'b', at: 24, latest: 24, firm: false },
      ],
      24,
    );
    expect(rows).toEqual([
      { at: 0, ids: ['a'], kind: 'name' },
      { at: 24, ids: ['b'], kind: 'name' },
    ]);
  });

  it('give way downwards, and gather in “+N” when they would sink too low', () => {
    const list = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, at: 0, latest: 30, firm: false }));
    expect(layoutLabels(list, 24)).toEqual([
      { at: 0, ids: ['a'], kind: 'name' },
      { at: 24, ids: ['b'], kind: 'name' },
      { at: 48, ids: ['c', 'd', 'e'], kind: 'more' },
    ]);
  });
});
