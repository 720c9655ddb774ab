import type { Worker } from 'node:worker_threads';
import { AppError, errorFromWire } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import type { JobOptions, Jobs } from './job.ts';
import { endOfWork } from './messages.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A thread may use so much memory before it is ended: one hostile file must not take the program down. */
const memoryLimit = 2048; // MB
/** V8 lets what is short-lived grow to a multiple of this before it looks what is left. Jobs make much of it. */
const usualYoungLimit = 24; // MB

/** A cancelled thread that does not stop by itself within this time is ended. */
const patience = 3000; // ms

type Thread = { worker: Worker; busy: boolean };

/** Node's part for threads is loaded with the first of them: what needs none starts sooner. */
function startWorker(entry: URL, youngLimit: number): Worker {
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
  return new Thread(entry, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: youngLimit },
  });
}

/** `youngLimit`: for threads that must be content with less memory for what is short-lived, in MB. */
export function createJobs(options: { workerEntry: URL; workers: number; youngLimit?: number }): Jobs {
  const { youngLimit = usualYoungLimit } = options;
  const threads = new Set<Thread>();
  const waiting: ((thread: Thread) => void)[] = [];
  let isClosed = false;

  const spawn = (): Thread => {
    const worker = startWorker(options.workerEntry, youngLimit);
    worker.unref();
    const thread: Thread = { worker, busy: true };
    threads.add(thread);
    // What dies after its job, of something that nobody waited for, must neither end the program nor be given another job.
    worker.on('error', () => undefined).once('exit', () => threads.delete(thread));
    return thread;
  };
  const claim = (signal: AbortSignal | undefined): Promise<Thread> => {
    const idle = [...threads].find((thread) => !thread.busy);
    if (idle) {
      idle.busy = true;
      return Promise.resolve(idle);
    }
    if (threads.size < options.workers) return Promise.resolve(spawn());
    return new Promise((resolve, reject) => {
      const take = (thread: Thread): void => {
        signal?.removeEventListener('abort', leave);
        resolve(thread);
      };
      // Whoever gives up while others work must neither wait for them nor have the work done all the same.
      const leave = (): void => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(new AppError('cancelled', said('history.cancelled')));
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(take);
    });
  };
  const release = (thread: Thread, usable: boolean): void => {
    if (!usable) threads.delete(thread);
    const next = waiting.shift();
    if (next) next(usable ? thread : spawn());
    else thread.busy = false;
  };

  return {
    width: options.workers,
    async run<Output>(job: { name: string }, input: unknown, jobOptions: JobOptions = {}) {
      if (isClosed || jobOptions.signal?.aborted) throw new AppError('cancelled', said('history.cancelled'));
      const thread = await claim(jobOptions.signal);
      thread.worker.ref();
      const { output, usable } = await runOn(thread.worker, { name: job.name, input }, jobOptions);
      thread.worker.unref();
      release(thread, usable);
      if ('error' in output) throw output.error;
      return output.value as Output; // the job of this name returned it
    },
    async close() {
      isClosed = true;
      await Promise.all([...threads].map(({ worker }) => end(worker)));
      threads.clear();
    },
  };
}

/** Asks a thread to end by itself, which is gentler to native code in it than being ended; waits for it, but not for ever. */
function end(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), patience);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    worker.ref();
    worker.postMessage(endOfWork);
  });
}

type Outcome = { output: { value: unknown } | { error: Error }; usable: boolean };

/** Runs one job on one thread and never rejects: the outcome says how it went and whether the thread is still good. */
function runOn(worker: Worker, job: { name: string; input: unknown }, options: JobOptions): Promise<Outcome> {
  const flag = new SharedArrayBuffer(4);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      Atomics.store(new Int32Array(flag), 0, 1);
      timer = setTimeout(() => void worker.terminate(), patience);
    };
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (message: FromWorker): void => {
      if (message.type === 'progress') options.progress?.(message.done, message.total);
      else if (message.type === 'done') finish({ output: { value: message.output }, usable: died === undefined });
      else finish({ output: { error: rebuild(message) }, usable: died === undefined });
    };
    // What a thread died of may be heard before the answer that it had given; the end comes behind all of its messages.
    let died: Error | undefined;
    const onError = (error: Error): void => void (died = error);
    const onExit = (): void => {
      const ended = options.signal?.aborted
        ? new AppError('cancelled', said('history.cancelled'))
        : new Error('a worker thread ended by itself');
      const error = died ? crash(died) : ended;
      finish({ output: { error }, usable: false });
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted) cancel(); // between being given the thread and now
    try {
      worker.postMessage({ ...job, flag } satisfies ToWorker);
    } catch (error) {
      finish({ output: { error: error instanceof Error ? error : new Error(String(error)) }, usable: true });
    }
  });
}

function rebuild(message: Extract<FromWorker, { type: 'failed' }>): Error {
  if (message.error.code !== 'internal') return errorFromWire(message.error);
  const error = new Error(message.error.message);
  error.stack = message.stack;
  return error;
}

function crash(error: Error): Error {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new AppError('file-damaged', said('app.needsMemory'));
  }
  return error;
}
