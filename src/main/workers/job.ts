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

/**
 * A job as it is asked for: its name, which alone goes to the thread, and how the thread comes by it. A thread loads a job when
 * it is first asked for: all of them together take longer to load than most take to run.
 */
export type JobReference<Input, Output> = {
  readonly name: string;
  load(): Promise<Job<Input, Output>>;
};

/** A reference to the job that `load` brings. Names are unique in the program. */
export function reference<Input, Output>(
  name: string,
  load: () => Promise<Job<Input, Output>>,
): JobReference<Input, Output> {
  return { name, load };
}

export type JobOptions = { signal?: AbortSignal; progress?: (done: number, total: number) => void };

/** Worker threads for long work. */
export type Jobs = {
  /**
   * Runs a job in a thread of its own. Rejects with the job's AppError; with `cancelled` once the signal is raised and
   * the thread has stopped; with `file-damaged` when the thread ran out of memory.
   */
  run<Input, Output>(job: JobReference<Input, Output>, input: Input, options?: JobOptions): Promise<Output>;
  /** How many threads work side by side. */
  readonly width: number;
  /** Ends all threads. A job that is asked for afterwards is `cancelled`. */
  close(): Promise<void>;
};
