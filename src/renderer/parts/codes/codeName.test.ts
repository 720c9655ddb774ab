import { expect, test } from 'vitest';
import { checkCodeName } from './codeName.ts';

const taken = new Set(['Conflict']);

test('a name is cleaned of blanks that no one sees', () => {
  expect(checkCodeName('  Economic   consequences ', taken)).toEqual({ name: 'Economic consequences', problem: null });
});

test('an empty name is no name and no fault', () => {
  expect(checkCodeName('   ', taken)).toEqual({ name: null, problem: null });
});

test('a name that a sibling has, that has a path in it, or that is too long says so', () => {
  expect(checkCodeName('Conflict ', taken).problem).toContain('already');
  expect(checkCodeName('Frames /  Conflict', taken).problem).toContain('/');
  expect(checkCodeName('x'.repeat(301), taken).problem).toContain('300');
  expect(checkCodeName('and/or', taken).name).toBe('and/or');
});
