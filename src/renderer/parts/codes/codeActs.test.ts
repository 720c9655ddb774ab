import { expect, test } from 'vitest';
import { codeActs, codeKey } from './codeActs.ts';
import type { KeyPress } from './codeActs.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('every act has a key of its own', () => {
  const keys = codeActs.flatMap((act) => [act.keys, ...(act.alsoKeys === undefined ? [] : [act.alsoKeys])]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('keys lead to their acts', () => {
  expect(codeKey(press('n'))).toEqual({ act: 'new' });
  expect(codeKey(press('N', { shiftKey: true }))).toEqual({ act: 'newInside' });
  expect(codeKey(press('Insert'))).toEqual({ act: 'new' });
  expect(codeKey(press('F2'))).toEqual({ act: 'rename' });
  expect(codeKey(press('ArrowLeft', { altKey: true }))).toEqual({ act: 'moveOut' });
  expect(codeKey(press('F10', { shiftKey: true }))).toEqual({ menu: true });
  expect(codeKey(press('7'))).toEqual({ digit: '7' });
  expect(codeKey(press('/'))).toEqual({ filter: true });
});

test('a keyboard that prints no Latin letters works by the place of its keys', () => {
  expect(codeKey(press('ى', { code: 'KeyN' }))).toEqual({ act: 'new' });
  expect(codeKey(press('т', { code: 'KeyN' }))).toEqual({ act: 'new' });
  expect(codeKey(press('٣', { code: 'Digit3' }))).toEqual({ digit: '3' });
});

test('keys of the window and of the tree itself pass through', () => {
  expect(codeKey(press('z', { ctrlKey: true }))).toBeNull();
  expect(codeKey(press('n', { metaKey: true }))).toBeNull();
  expect(codeKey(press('ArrowLeft'))).toBeNull();
  expect(codeKey(press('x'))).toBeNull();
});
