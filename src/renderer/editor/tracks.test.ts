import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExtents, packTracks } from './tracks.ts';
import type { Extent } from './tracks.ts';

const extents = fc
  .array(fc.record({ top: fc.nat({ max: 300 }), height: fc.integer({ min: 1, max: 120 }) }), { maxLength: 60 })
  .map((list) =>
    list.map(({ top, height }, id): Extent => ({ id: String(id), top, bottom: top + height })).sort(compareExtents),
  );

/** The greatest number of extents at one height: no packing can do with fewer tracks. */
function deepest(list: readonly Extent[]): number {
  return Math.max(0, ...list.map(({ top }) => list.filter((other) => other.top <= top && top < other.bottom).length));
}

function expectNoOverlap(list: readonly Extent[], tracks: ReadonlyMap<string, number>): void {
  for (const a of list) {
    for (const b of list) {
      if (a === b || !tracks.has(a.id) || tracks.get(a.id) !== tracks.get(b.id)) continue;
      expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    }
  }
}

describe('packing brackets on tracks', () => {
  it('never lays two on one another, and needs no more tracks than lie at one height', () => {
    fc.assert(
      fc.property(extents, (list) => {
        const { tracks, left } = packTracks(list, Infinity);
        expectNoOverlap(list, tracks);
        expect(left).toEqual([]);
        expect(Math.max(0, ...Array.from(tracks.values(), (track) => track + 1))).toBe(deepest(list));
      }),
    );
  });

  it('leaves over only what finds every track taken', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 1, max: 5 }), (list, limit) => {
        const { tracks, left } = packTracks(list, limit);
        expectNoOverlap(list, tracks);
        expect(tracks.size + left.length).toBe(list.length);
        expect(left.length > 0).toBe(deepest(list) > limit);
        for (const track of tracks.values()) expect(track).toBeLessThan(limit);
      }),
    );
  });

  it('keeps what it can of an earlier packing, still without overlap', () => {
    fc.assert(
      fc.property(extents, fc.nat({ max: 59 }), (list, dropped) => {
        const before = packTracks(list, Infinity).tracks;
        const rest = list.filter(({ id }) => id !== String(dropped));
        const after = packTracks(rest, Infinity, before).tracks;
        expectNoOverlap(rest, after);
        for (const { id } of rest) expect(after.get(id)).toBe(before.get(id));
      }),
    );
  });

  it('sets the longer of two that begin together next to the text', () => {
    const list = [
      { id: 'long', top: 0, bottom: 90 },
      { id: 'short', top: 0, bottom: 20 },
      { id: 'later', top: 30, bottom: 50 },
    ];
    expect([...packTracks(list, 9).tracks]).toEqual([
      ['long', 0],
      ['short', 1],
      ['later', 1],
    ]);
  });
});
