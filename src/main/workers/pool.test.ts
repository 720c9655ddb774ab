import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { exchangeJobs } from '../jobs/exchange/jobs.ts';
import type { Jobs } from './job.ts';
import { createJobs } from './pool.ts';

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
  const holding = jobs.run(exchangeJobs.readCodebook, { path: 'hold' }, { signal: first.signal });
  const waiting = jobs.run(exchangeJobs.readCodebook, { path: 'waiting' }, { signal: second.signal });
  const next = jobs.run(exchangeJobs.readCodebook, { path: 'next' });
  second.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  first.abort();
  expect(await holding).toBe(1);
  expect(await next).toBe(2);
});

/** A thread that does what it is given, and dies a moment later of something that nobody waited for. */
const dying = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (message) => {
      if (message.name === undefined) return parentPort.close();
      parentPort.postMessage({ type: 'done', output: threadId });
      if (message.input.path === 'last') setImmediate(() => { throw new Error('too late'); });
    });`)}`,
);

test('A thread that dies after its job is replaced, and the next job is done', async () => {
  jobs = createJobs({ workerEntry: dying, workers: 1 });
  const made = once(process, 'worker') as Promise<[Worker]>; // what the event brings
  const running = jobs.run(exchangeJobs.readCodebook, { path: 'last' });
  const [worker] = await made;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  const first = await running;
  await gone;
  expect(await jobs.run(exchangeJobs.readCodebook, { path: 'next' })).not.toBe(first);
});
