import { expect, test } from 'vitest';
import { allJobs } from './all.ts';

test('Jobs have a name each, and are there when they are asked for', async () => {
  const names = allJobs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, load } of allJobs) expect(await load(), name).toBeTypeOf('function');
});
