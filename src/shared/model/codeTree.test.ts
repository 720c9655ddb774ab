import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildCodeTree,
  childrenOf,
  descendants,
  findByPath,
  hueCount,
  lastPosition,
  makesCycle,
  nextHue,
  placeCode,
  splitPath,
  subtotals,
} from './codeTree.ts';
import { plainCode } from './records.ts';
import type { Code } from './records.ts';

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function code(number: number, parent: number | null, name: string, position = 0, hue = 1): Code {
  return {
    id: id(number),
    parent: parent === null ? null : id(parent),
    name,
    ...plainCode,
    hue,
    pattern: 'plain',
    key: null,
    position,
  };
}

const frames = [
  code(1, null, 'Frames', 0),
  code(2, 1, 'Conflict', 0, 1),
  code(3, 1, 'Remedy', 2, 3),
  code(4, 2, 'Named', 0),
  code(5, null, 'Sources', 4),
];

const names = (codes: readonly { code: Code }[]): string[] => codes.map((node) => node.code.name);

/** Codebooks of up to 30 codes in any order of rows, with gaps and ties in `position`. */
const codebooks = fc
  .array(fc.record({ parent: fc.nat(), position: fc.nat(6), hue: fc.integer({ min: 1, max: 12 }) }), { maxLength: 30 })
  .map((rows) =>
    rows.map((row, n) =>
      code(n, n === 0 || row.parent % (n + 1) === n ? null : row.parent % n, `c${n}`, row.position, row.hue),
    ),
  )
  .chain((codes) => fc.shuffledSubarray(codes, { minLength: codes.length }));

describe('a tree of codes', () => {
  test('has siblings in order of position, with their paths', () => {
    const tree = buildCodeTree(frames.toReversed());
    expect(names(tree.roots)).toEqual(['Frames', 'Sources']);
    expect([...tree.nodes.values()].map((node) => node.path)).toEqual([
      'Frames',
      'Frames / Conflict',
      'Frames / Conflict / Named',
      'Frames / Remedy',
      'Sources',
    ]);
    expect(tree.nodes.get(id(4))?.depth).toBe(2);
  });

  test('shows every code once, whatever the parents say', () => {
    const anyParents = fc.array(fc.option(fc.nat(40)), { maxLength: 30 });
    fc.assert(
      fc.property(anyParents, (parents) => {
        const codes = parents.map((parent, n) => code(n, parent, `c${n}`, n % 3));
        const tree = buildCodeTree(codes);
        const seen: string[] = [];
        for (const root of tree.roots)
          seen.push(root.code.id, ...descendants(tree, root.code.id).map((n) => n.code.id));
        expect(seen.toSorted()).toEqual(codes.map((c) => c.id).toSorted());
        expect(seen).toEqual([...tree.nodes.keys()]);
      }),
    );
  });

  test('lists what lies below a code, without the code', () => {
    const tree = buildCodeTree(frames);
    expect(names(descendants(tree, id(1)))).toEqual(['Conflict', 'Named', 'Remedy']);
    expect(descendants(tree, id(99))).toEqual([]);
  });

  test('holds a chain of 20,000 levels', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => code(n, n === 0 ? null : n - 1, 'c'));
    const tree = buildCodeTree(chain);
    expect(descendants(tree, id(0))).toHaveLength(19_999);
    expect(makesCycle(tree, id(0), id(19_999))).toBe(true);
  });
});

describe('a path', () => {
  test('finds its code', () => {
    const tree = buildCodeTree(frames);
    expect(findByPath(tree, 'Frames / Conflict / Named')?.id).toBe(id(4));
    expect(findByPath(tree, '  Frames  /  Conflict ')?.id).toBe(id(2));
    expect(findByPath(tree, 'frames')).toBeNull();
    expect(findByPath(tree, 'Conflict')).toBeNull();
    expect(findByPath(tree, '')).toBeNull();
  });

  test('keeps a slash that has no blanks beside it', () => {
    expect(splitPath('Town/country / and/or')).toEqual(['Town/country', 'and/or']);
    expect(splitPath(' / Frames / ')).toEqual(['Frames']);
  });

  test('of every code leads back to it when names are unique', () => {
    fc.assert(
      fc.property(codebooks, (codes) => {
        const tree = buildCodeTree(codes);
        for (const node of tree.nodes.values()) expect(findByPath(tree, node.path)).toBe(node.code);
      }),
    );
  });
});

describe('moving a code', () => {
  const apply = (codes: readonly Code[], changes: ReturnType<typeof placeCode>): Code[] =>
    codes.map((c) => {
      const change = changes.find((one) => one.code === c.id);
      return change === undefined ? c : { ...c, parent: change.parent, position: change.position };
    });

  test('puts it before the sibling that was named, and changes the order of no other codes', () => {
    fc.assert(
      fc.property(codebooks, fc.nat(), fc.nat(), fc.nat(), (codes, a, b, c) => {
        const tree = buildCodeTree(codes);
        const moved = codes[a % Math.max(1, codes.length)];
        if (moved === undefined) return;
        const parent = [null, ...codes.map((one) => one.id)][b % (codes.length + 1)] ?? null;
        const siblings = childrenOf(tree, parent).filter((node) => node.code.id !== moved.id);
        const before = [null, ...siblings.map((node) => node.code.id)][c % (siblings.length + 1)] ?? null;
        if (makesCycle(tree, moved.id, parent)) {
          expect(() => placeCode(tree, moved.id, { parent, before })).toThrow('under itself');
          return;
        }
        const expected = siblings.map((node) => node.code.id);
        expected.splice(before === null ? expected.length : expected.indexOf(before), 0, moved.id);

        const after = buildCodeTree(apply(codes, placeCode(tree, moved.id, { parent, before })));
        expect(childrenOf(after, parent).map((node) => node.code.id)).toEqual(expected);
        for (const other of [null, ...codes.map((one) => one.id)]) {
          if (other === parent) continue;
          const was = childrenOf(tree, other).map((node) => node.code.id);
          expect(childrenOf(after, other).map((node) => node.code.id)).toEqual(was.filter((one) => one !== moved.id));
        }
      }),
    );
  });

  test('writes only the codes that must make room', () => {
    const tree = buildCodeTree(frames);
    expect(placeCode(tree, id(5), { parent: id(1), before: id(3) })).toEqual([
      { code: id(5), parent: id(1), position: 1 },
    ]);
    expect(placeCode(tree, id(5), { parent: id(1), before: id(2) })).toEqual([
      { code: id(5), parent: id(1), position: 0 },
      { code: id(2), parent: id(1), position: 1 },
    ]);
  });

  test('is refused under itself, under what lies below it, and where something is missing', () => {
    const tree = buildCodeTree(frames);
    expect(() => placeCode(tree, id(1), { parent: id(1), before: null })).toThrow('under itself');
    expect(() => placeCode(tree, id(1), { parent: id(4), before: null })).toThrow('under itself');
    expect(() => placeCode(tree, id(9), { parent: null, before: null })).toThrow('no longer');
    expect(() => placeCode(tree, id(1), { parent: id(9), before: null })).toThrow('no longer');
    expect(() => placeCode(tree, id(5), { parent: id(1), before: id(4) })).toThrow('not there');
  });

  test('last, is one past the last sibling', () => {
    const tree = buildCodeTree(frames);
    expect(lastPosition(tree, null)).toBe(5);
    expect(lastPosition(tree, id(1))).toBe(3);
    expect(lastPosition(tree, id(5))).toBe(0);
  });
});

describe('the next hue', () => {
  test('is one that siblings use least', () => {
    fc.assert(
      fc.property(codebooks, fc.nat(), (codes, n) => {
        const tree = buildCodeTree(codes);
        const parent = [null, ...codes.map((one) => one.id)][n % (codes.length + 1)] ?? null;
        const uses = (hue: number): number => childrenOf(tree, parent).filter((node) => node.code.hue === hue).length;
        const hue = nextHue(tree, parent);
        for (let other = 1; other <= hueCount; other += 1) expect(uses(hue)).toBeLessThanOrEqual(uses(other));
      }),
    );
  });

  test('of an empty codebook is the first, and then each in turn', () => {
    const codes: Code[] = [];
    for (let n = 0; n < hueCount; n += 1) codes.push(code(n, null, `c${n}`, n, nextHue(buildCodeTree(codes), null)));
    expect(codes.map((one) => one.hue)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('under a fresh parent is one that the codebook uses least', () => {
    expect(nextHue(buildCodeTree([code(1, null, 'a', 0, 1), code(2, null, 'b', 1, 2)]), id(1))).toBe(3);
  });
});

describe('subtotals', () => {
  test('add the counts of the codes below', () => {
    const totals = subtotals(buildCodeTree(frames), { [id(1)]: 1, [id(4)]: 10, [id(3)]: 100 });
    expect(Object.fromEntries(totals)).toEqual({ [id(1)]: 111, [id(2)]: 10, [id(4)]: 10, [id(3)]: 100 });
  });
});
