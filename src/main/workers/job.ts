import type { Jobs } from './pool.ts';

/** What a job may do besides compute: tell how far it is, and ask whether to stop. */
export type JobContext = {
  /** Units done and in all; 0 for unknown. */
  progress(done: number, total: number): void;
  /** Throws AppError `cancelled` once the task was cancelled. Ask at least every 50 ms of work. */
  checkpoint(): void;
  /**
   * Threads of the job's own that may share its work, made at the first call and ended with the job. Absent where there are
   * none: a job does all of its work by itself then, with the same outcome.
   */
  helpers?(): Jobs;
};

/**
 * A piece of long work that runs in a worker thread: structured-cloneable data in, the same out. The outcome must not
 * depend on how many workers there are.
 */
export type Job<Input, Output> = (input: Input, context: JobContext) => Promise<Output> | Output;
