import { parentPort } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { WireError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { allJobs } from '../desks/all.ts';
import { systemFault } from '../store/systemFault.ts';
import type { Job } from './job.ts';
import type { Jobs } from './job.ts';
import { endOfWork } from './messages.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { createJobs } from './pool.ts';

/** The module that worker threads run: one job at a time, as the pool asks. */
const port = parentPort;
if (!port) throw new Error('this module runs in worker threads only');

const known = new Map(allJobs.map((reference) => [reference.name, reference]));

const send = (message: FromWorker): void => port.postMessage(message);

function failure(thrown: unknown): FromWorker {
  const error = systemFault(thrown);
  const wire: WireError =
    error instanceof AppError
      ? { code: error.code, message: error.message, details: error.details }
      : { code: 'internal', message: error instanceof Error ? error.message : String(error), details: {} };
  return { type: 'failed', error: wire, stack: error instanceof Error ? (error.stack ?? '') : '' };
}

async function run({ name, input, flag }: ToWorker): Promise<FromWorker> {
  const stop = new Int32Array(flag);
  let told = { at: 0, isKnown: false };
  let helpers: Jobs | undefined;
  const reference = known.get(name);
  if (!reference) return failure(new Error(`no job ${name}`));
  try {
    const job = (await reference.load()) as Job<unknown, unknown>; // the pool gives it what its reference says
    const output = await job(input, {
      progress(done, total) {
        const now = performance.now();
        const isKnown = total > 0; // where that changes another part of the work begins, of which everybody is told
        if (now - told.at < 50 && isKnown === told.isKnown) return;
        told = { at: now, isKnown };
        send({ type: 'progress', done, total });
      },
      checkpoint() {
        if (Atomics.load(stop, 0) === 1) throw new AppError('cancelled', said('history.cancelled'));
      },
      helpers: () => (helpers ??= createJobs({ workerEntry: new URL(import.meta.url), workers: 1, youngLimit: 12 })),
    });
    return { type: 'done', output };
  } catch (error) {
    return failure(error);
  } finally {
    void helpers?.close(); // nobody waits for it: the outcome is there
  }
}

port.on('message', (message: ToWorker | typeof endOfWork) => {
  if (message === endOfWork) port.close();
  else void run(message).then(send);
});
