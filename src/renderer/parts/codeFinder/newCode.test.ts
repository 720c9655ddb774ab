import { expect, test } from 'vitest';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { plainCode } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { newCodeFrom } from './newCode.ts';

const code = (id: string, parent: string | null, name: string): Code => ({
  id,
  parent,
  name,
  ...plainCode,
  hue: 1,
  pattern: 'plain',
  key: null,
  position: 0,
});
const tree = buildCodeTree([code('f', null, 'Frames'), code('c', 'f', 'Conflict'), code('n', 'c', 'Named')]);
const from = (typed: string) => {
  const made = newCodeFrom(tree, typed);
  return made === null ? null : [made.name, made.parent?.id ?? null];
};

test('a plain name makes a code at the top level', () => {
  expect(from(' Human  interest ')).toEqual(['Human interest', null]);
  expect(from('Conflict')).toEqual(['Conflict', null]);
});

test('a path makes a code under the one it names', () => {
  expect(from('Frames / New')).toEqual(['New', 'f']);
  expect(from('frames / conflict / New')).toEqual(['New', 'c']);
});

test('a code that exists is not made again', () => {
  expect(from('Frames')).toBeNull();
  expect(from('frames / Conflict')).toBeNull();
});

test('nothing is made of nothing, under a code that is not there, or of a name that is too long', () => {
  expect(from('  ')).toBeNull();
  expect(from(' / ')).toBeNull();
  expect(from('Nowhere / New')).toBeNull();
  expect(from('x'.repeat(301))).toBeNull();
});
