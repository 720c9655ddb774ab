import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCodeTree, placeCode } from '../../../shared/model/codeTree.ts';
import type { CodePlace } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { placeByKey, placeOfDrop } from './codeMoves.ts';
import type { Direction } from './codeMoves.ts';

/** Codes named by one letter, written as an outline: two blanks a level. */
function outline(lines: readonly string[]): Code[] {
  const open: string[] = [];
  return lines.map((line, position) => {
    const name = line.trim();
    const depth = (line.length - name.length) / 2;
    open.length = depth;
    open.push(name);
    const parent = open[depth - 1] ?? null;
    return { id: name, parent, name, ...plainCode, hue: 1, pattern: 'plain', key: null, position };
  });
}

function draw(codes: readonly Code[]): string[] {
  return [...buildCodeTree(codes).nodes.values()].map((node) => '  '.repeat(node.depth) + node.code.name);
}

function moved(codes: readonly Code[], code: string, place: CodePlace | null): string[] | null {
  if (place === null) return null;
  const changes = new Map(placeCode(buildCodeTree(codes), code, place).map((change) => [change.code, change]));
  return draw(
    codes.map((one) => {
      const change = changes.get(one.id);
      return change === undefined ? one : { ...one, parent: change.parent, position: change.position };
    }),
  );
}

const book = outline(['a', '  b', '  c', '    d', '  e', 'f']);
const tree = buildCodeTree(book);
const byKey = (code: string, direction: Direction) => moved(book, code, placeByKey(tree, code, direction));

describe('moving a code by a key', () => {
  test('goes up and down among its siblings', () => {
    expect(byKey('c', 'up')).toEqual(['a', '  c', '    d', '  b', '  e', 'f']);
    expect(byKey('c', 'down')).toEqual(['a', '  b', '  e', '  c', '    d', 'f']);
    expect(byKey('a', 'down')).toEqual(['f', 'a', '  b', '  c', '    d', '  e']);
  });

  test('goes in as the last under the sibling before it', () => {
    expect(byKey('e', 'in')).toEqual(['a', '  b', '  c', '    d', '    e', 'f']);
    expect(byKey('f', 'in')).toEqual(['a', '  b', '  c', '    d', '  e', '  f']);
  });

  test('goes out right behind its parent', () => {
    expect(byKey('d', 'out')).toEqual(['a', '  b', '  c', '  d', '  e', 'f']);
    expect(byKey('b', 'out')).toEqual(['a', '  c', '    d', '  e', 'b', 'f']);
  });

  test('stays where it is at the ends', () => {
    expect(byKey('b', 'up')).toBeNull();
    expect(byKey('e', 'down')).toBeNull();
    expect(byKey('b', 'in')).toBeNull();
    expect(byKey('f', 'out')).toBeNull();
    expect(placeByKey(tree, 'gone', 'up')).toBeNull();
  });

  test('down and up again, or up and down, changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.boolean(), (code, first) => {
        const there = placeByKey(tree, code, first ? 'up' : 'down');
        if (there === null) return;
        const drawn = moved(book, code, there) ?? [];
        const half = outline(drawn);
        expect(moved(half, code, placeByKey(buildCodeTree(half), code, first ? 'down' : 'up'))).toEqual(draw(book));
      }),
    );
  });
});

describe('dropping a code', () => {
  const drop = (code: string, key: string, dropPosition: 'before' | 'on' | 'after') =>
    moved(book, code, placeOfDrop(tree, code, { key, dropPosition }));

  test('lands on, before or after the other', () => {
    expect(drop('f', 'b', 'on')).toEqual(['a', '  b', '    f', '  c', '    d', '  e']);
    expect(drop('f', 'c', 'before')).toEqual(['a', '  b', '  f', '  c', '    d', '  e']);
    expect(drop('f', 'c', 'after')).toEqual(['a', '  b', '  c', '    d', '  f', '  e']);
    expect(drop('d', 'f', 'after')).toEqual(['a', '  b', '  c', '  e', 'f', 'd']);
  });

  test('is refused on itself, below itself, and where it already is', () => {
    expect(drop('c', 'c', 'on')).toBeNull();
    expect(drop('c', 'd', 'after')).toBeNull();
    expect(drop('a', 'd', 'on')).toBeNull();
    expect(drop('c', 'b', 'after')).toBeNull();
    expect(drop('c', 'e', 'before')).toBeNull();
    expect(drop('e', 'a', 'on')).toBeNull();
  });
});
