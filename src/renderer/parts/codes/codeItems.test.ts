import { describe, expect, test } from 'vitest';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { codeItems, draftId, shownByFilter } from './codeItems.ts';
import type { CodeItem } from './codeItems.ts';

const code = (id: string, parent: string | null, name: string, position: number): Code => ({
  id,
  parent,
  name,
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key: null,
  position,
});

const book = [
  code('f', null, 'Frames', 0),
  code('c', 'f', 'Conflict', 0),
  code('r', 'f', 'Remedy', 1),
  code('s', null, 'Sources', 1),
  code('u', 's', 'Union, quoted', 0),
];
const tree = buildCodeTree(book);

const draw = (items: readonly CodeItem[], depth = 0): string[] =>
  items.flatMap((item) => ['  '.repeat(depth) + item.id, ...draw(item.children, depth + 1)]);

describe('the items of the tree view', () => {
  test('follow the tree', () => {
    expect(draw(codeItems(tree, null, null, new Map()).roots)).toEqual(['f', '  c', '  r', 's', '  u']);
  });

  test('are used again where nothing changed, whatever else of a code did', () => {
    const first = codeItems(tree, null, null, new Map());
    const recoloured = buildCodeTree(book.map((one) => ({ ...one, hue: 7 })));
    expect(codeItems(recoloured, null, null, first.items).roots).toEqual(first.roots);
    for (const [id, item] of codeItems(recoloured, null, null, first.items).items)
      expect(item).toBe(first.items.get(id));

    const renamed = buildCodeTree(book.map((one) => (one.id === 'c' ? { ...one, name: 'Strife' } : one)));
    const second = codeItems(renamed, null, null, first.items);
    const isNew = [...second.items].filter(([id, item]) => item !== first.items.get(id)).map(([id]) => id);
    expect(isNew.toSorted()).toEqual(['c', 'f']);
  });

  test('say of archived codes that they are', () => {
    const archived = buildCodeTree(book.map((one) => (one.id === 's' ? { ...one, archived: true } : one)));
    expect(codeItems(archived, null, null, new Map()).roots.map(({ name }) => name)).toEqual([
      'Frames',
      'Sources, archived',
    ]);
  });

  test('have the row of a new code last under its parent', () => {
    const under = codeItems(tree, null, { parent: 'f', label: '' }, new Map());
    expect(draw(under.roots)).toEqual(['f', '  c', '  r', `  ${draftId}`, 's', '  u']);
    const top = codeItems(buildCodeTree([]), null, { parent: null, label: '' }, new Map());
    expect(draw(top.roots)).toEqual([draftId]);
  });
});

describe('the filter', () => {
  test('keeps codes that match, and the codes above them', () => {
    const found = shownByFilter(tree, 'UNION');
    expect(found?.matches).toBe(1);
    expect(draw(codeItems(tree, found?.shown ?? null, null, new Map()).roots)).toEqual(['s', '  u']);
  });

  test('finds by the path, in words of any order', () => {
    expect([...(shownByFilter(tree, 'rem frames')?.shown ?? [])].toSorted()).toEqual(['f', 'r']);
    expect(shownByFilter(tree, 'nothing')).toEqual({ shown: new Set(), matches: 0 });
    expect(shownByFilter(tree, '  ')).toBeNull();
  });
});
