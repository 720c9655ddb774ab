import { expect, test } from 'vitest';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { foldedBut, unfoldedTo } from './codeFolds.ts';

const code = (id: string, parent: string | null): Code => ({
  id,
  parent,
  name: id,
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key: null,
  position: 0,
});
const tree = buildCodeTree([code('a', null), code('b', 'a'), code('c', 'b'), code('d', null), code('e', 'd')]);

test('a code and all above it are unfolded to show what is below it', () => {
  expect([...unfoldedTo(tree, new Set(['a', 'b', 'd']), 'b')]).toEqual(['d']);
});

test('nothing is unfolded for the top level, or where nothing is folded', () => {
  const folded = new Set(['d']);
  expect(unfoldedTo(tree, folded, null)).toBe(folded);
  expect(unfoldedTo(tree, folded, 'b')).toBe(folded);
});

test('what has codes below it and is not open is folded', () => {
  expect([...foldedBut(tree, new Set(['a']))]).toEqual(['b', 'd']);
});
