import { expect, test } from 'vitest';
import { taskKinds } from './testCalls.ts';
import { methods, pairs, testPairs } from './testTaskPairs.ts';

testPairs(pairs.writing);

test('Every task of the contract stands beside every other, and beside its like', () => {
  expect(Object.keys(taskKinds).sort()).toEqual([...methods].sort());
  const found = Object.values(pairs).flatMap((part) => part.map((pair) => [...pair].sort().join(' ')));
  const wanted = methods.flatMap((one) => methods.map((two) => [one, two].sort().join(' ')));
  expect([...found].sort()).toEqual([...new Set(wanted)].sort());
});
