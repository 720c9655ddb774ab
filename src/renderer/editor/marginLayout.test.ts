import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMargin, rowHeight } from './marginLayout.ts';
import type { Lane, MarginRoom } from './marginLayout.ts';

const room: MarginRoom = { width: 220, visibleTop: 0, visibleBottom: 800, lit: null };
const lane = (id: string, top: number, bottom: number): Lane => ({ id, top, bottom, firstMiddle: top + 12 });
const lanes = fc
  .array(fc.record({ top: fc.integer({ min: -500, max: 700 }), height: fc.integer({ min: 24, max: 900 }) }), {
    maxLength: 60,
  })
  .map((list) => list.map(({ top, height }, id) => lane(String(id), top, top + height)));

describe('the margin', () => {
  it('sets the name beside the first line of its passage', () => {
    const { brackets, rows } = planMargin([lane('a', 100, 180)], room, new Map());
    expect(brackets.map(({ top, bottom }) => [top, bottom])).toEqual([[100, 180]]);
    expect(rows.map(({ at, ids }) => [at + rowHeight / 2, ids])).toEqual([[112, ['a']]]);
  });

  it('keeps names of passages that began above the window inside it, as long as the passage goes on', () => {
    const at = (bottom: number): number | undefined =>
      planMargin([lane('a', -300, bottom)], room, new Map()).rows[0]?.at;
    expect(at(400)).toBe(4);
    expect(at(10)).toBe(10 - rowHeight);
  });

  it('never lays names on one another or on a bracket, and shows or counts every coding', () => {
    fc.assert(
      fc.property(lanes, fc.integer({ min: 60, max: 500 }), (list, width) => {
        const { brackets, rows } = planMargin(list, { ...room, width }, new Map());
        const byHeight = [...rows].sort((a, b) => a.at - b.at);
        byHeight.forEach((row, position) => {
          const above = byHeight[position - 1];
          if (above) expect(row.at - above.at).toBeGreaterThanOrEqual(rowHeight);
          for (const { top, bottom, offset } of brackets) {
            if (top < row.at + rowHeight && bottom > row.at) expect(row.indent).toBeGreaterThan(offset + 3);
          }
        });
        expect(rows.flatMap(({ ids }) => ids).sort()).toEqual(list.map(({ id }) => id).sort());
      }),
    );
  });

  it('leaves room for names beside forty overlapping codings', () => {
    const list = Array.from({ length: 40 }, (_, id) => lane(String(id), id, 600 + id));
    const { brackets, rows } = planMargin(list, room, new Map());
    expect(brackets.length).toBeGreaterThan(20);
    for (const { indent } of rows) expect(room.width - indent).toBeGreaterThanOrEqual(90);
  });

  it('always names the lit coding', () => {
    const list = Array.from({ length: 40 }, (_, id) => lane(String(id), 10, 40));
    const { rows } = planMargin(list, { ...room, lit: '39' }, new Map());
    expect(rows.find(({ ids }) => ids.includes('39'))?.kind).toBe('name');
  });
});
