import { afterEach, expect, test } from 'vitest';
import { createJobs } from './pool.ts';
import type { Jobs } from './pool.ts';

/** A thread that answers with how many jobs it was given, and holds the job of the place “hold” until that is cancelled. */
const counting = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    let count = 0;
    parentPort.on('message', (message) => {
      if (message.name === undefined) return parentPort.close();
      count++;
      if (message.input.path === 'hold') Atomics.wait(new Int32Array(message.flag), 0, 0);
      parentPort.postMessage({ type: 'done', output: count });
    });`)}`,
);

let jobs: Jobs;
afterEach(() => jobs.close());

test('A job that is cancelled while it waits for a thread ends at once and is never begun', async () => {
  jobs = createJobs({ workerEntry: counting, workers: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const holding = jobs.run('codebook.read', { path: 'hold' }, { signal: first.signal });
  const waiting = jobs.run('codebook.read', { path: 'waiting' }, { signal: second.signal });
  const next = jobs.run('codebook.read', { path: 'next' });
  second.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  first.abort();
  expect(await holding).toBe(1);
  expect(await next).toBe(2);
});
