import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JobReference } from '../workers/job.ts';
import { allJobs } from './all.ts';

test('Jobs have a name each, and are there when they are asked for', async () => {
  const names = allJobs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, load } of allJobs) expect(await load(), name).toBeTypeOf('function');
});

test('Every job that a folder of jobs names is one that threads know', async () => {
  const jobs = new URL('../jobs/', import.meta.url);
  const lists = readdirSync(jobs)
    .map((name) => new URL(`${name}/jobs.ts`, jobs))
    .filter((place) => existsSync(place));
  expect(lists.length).toBeGreaterThan(4);
  const known = new Set(allJobs);
  for (const { href } of lists) {
    const named = Object.values((await import(href)) as Record<string, Record<string, JobReference<never, unknown>>>);
    for (const reference of named.flatMap((list) => Object.values(list)))
      expect(known, reference.name).toContain(reference);
  }
});
