import { expect, test } from 'vitest';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { digitHolders, draftFor, neighbourOf } from './codeNeighbours.ts';

const code = (id: string, parent: string | null, position: number, key: string | null = null): Code => ({
  id,
  parent,
  name: id,
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key,
  position,
});
const book = [
  code('a', null, 0),
  code('b', 'a', 0, '1'),
  code('c', 'a', 1, '0'),
  code('d', 'a', 2),
  code('e', null, 1),
];
const tree = buildCodeTree(book);
const without = (...gone: string[]) => buildCodeTree(book.filter((one) => !gone.includes(one.id)));

test('the selection goes to the next code, else to the one before, else to the one above', () => {
  expect(neighbourOf(tree, 'c', without('c'))).toBe('d');
  expect(neighbourOf(tree, 'd', without('d'))).toBe('c');
  expect(neighbourOf(tree, 'c', without('b', 'c', 'd'))).toBe('a');
  expect(neighbourOf(tree, 'b', without('a', 'b', 'c', 'd'))).toBe('e');
  expect(neighbourOf(tree, 'e', buildCodeTree([]))).toBeNull();
});

test('a new code comes beside or inside the selected one', () => {
  expect(draftFor(tree, 'b', 'beside').parent).toBe('a');
  expect(draftFor(tree, 'b', 'inside').parent).toBe('b');
  expect(draftFor(tree, 'e', 'beside').parent).toBeNull();
  expect(draftFor(tree, null, 'inside').parent).toBeNull();
  expect(draftFor(tree, 'gone', 'inside').parent).toBeNull();
});

test('digits know their codes', () => {
  expect([...digitHolders(book)].map(([digit, holder]) => digit + holder.id)).toEqual(['1b', '0c']);
});
