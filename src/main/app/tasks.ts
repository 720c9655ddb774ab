import type { AnyEvent, Task } from '../../shared/api/events.ts';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import type { Platform } from './platform.ts';
import { wireError } from './wire.ts';
import { createPlaces } from './writing.ts';
import type { Writing } from './writing.ts';

/** At most ten progress events a second for each task. */
const eventPause = 100;

/** Ended tasks that are still listed. */
const mostEnded = 50;

export type RunningTask = {
  readonly signal: AbortSignal;
  label(text: string): void;
  progress(done: number, total: number): void;
  /** Says what the task writes. Throws `conflict` when another task writes there. */
  writes(writing: Writing): void;
};

/** The long work of the program. */
export type Tasks = {
  /**
   * Starts the work and answers with the task's id at once; the work itself begins after the answer. Throws `conflict` while
   * tasks are held back.
   */
  start(method: string, work: (task: RunningTask) => Promise<unknown>): string;
  /** Starts work that is not on the open project, at any time, and waits for its end. Rejects as the work does, with `cancelled` once it was cancelled. */
  run<T>(method: string, work: (task: RunningTask) => Promise<T>): Promise<T>;
  list(): Task[];
  /** Asks a task to stop. Throws `not-found`. A task that has ended stays as it ended. */
  cancel(id: string): void;
  /** Cancels everything and waits until nothing runs. With a reason, the tasks have failed for that. */
  cancelAll(reason?: AppError): Promise<void>;
  running(): number;
  /** Lets no task begin until the returned function is called. */
  holdBack(): () => void;
};

/** Only the newest of the tasks that have ended are still listed. */
function forgetOld(tasks: Map<string, { task: Task }>): void {
  const ended = [...tasks.values()].filter(({ task }) => task.state !== 'running');
  for (const { task } of ended.slice(0, Math.max(0, ended.length - mostEnded))) tasks.delete(task.id);
}

export function createTasks(platform: Platform, emit: (event: AnyEvent) => void): Tasks {
  const tasks = new Map<string, { task: Task; abort: AbortController; ended: Promise<void> }>();
  let count = 0;
  let held = 0;
  const places = createPlaces();

  const begin: Tasks['start'] = (method, work) => {
    const id = `task-${++count}`;
    const abort = new AbortController();
    const task = newTask(id, method, platform.now());
    const tell = (): void => emit({ event: 'task', data: { ...task } });
    const leave: (() => void)[] = [];
    const writes = (writing: Writing): void => void leave.push(places.take(writing, () => task.label));
    const ended = Promise.resolve()
      .then(() => work({ ...reporter(platform, task, abort.signal, tell), writes }))
      .finally(() => leave.forEach((act) => act()))
      .then(
        (result) => void Object.assign(task, { state: 'done', result: result ?? null, left: 0 }),
        (error: unknown) => settleFailure(platform, task, abort.signal, error),
      )
      .then(() => {
        tell();
        forgetOld(tasks);
      });
    tasks.set(id, { task, abort, ended });
    return id;
  };

  return {
    start(method, work) {
      if (held > 0) throw new AppError('conflict', said('app.closing'));
      return begin(method, work);
    },
    run: (method, work) =>
      new Promise((resolve, reject) => {
        begin(method, async (task) => {
          const outcome = work(task);
          outcome.then(resolve, reject);
          return outcome;
        });
      }),
    list: () => [...tasks.values()].map(({ task }) => ({ ...task })),
    cancel(id) {
      const found = tasks.get(id);
      if (!found) throw new AppError('not-found', said('app.noTask'));
      found.abort.abort();
    },
    async cancelAll(reason) {
      const running = [...tasks.values()].filter(({ task }) => task.state === 'running');
      for (const { abort } of running) abort.abort(reason);
      await Promise.all(running.map(({ ended }) => ended));
    },
    running: () => [...tasks.values()].filter(({ task }) => task.state === 'running').length,
    holdBack() {
      held++;
      return () => void (held -= 1);
    },
  };
}

function newTask(id: string, method: string, started: number): Task {
  return { id, method, label: method, state: 'running', done: 0, total: 0, left: null, started };
}

function reporter(platform: Platform, task: Task, signal: AbortSignal, tell: () => void): Omit<RunningTask, 'writes'> {
  let told = 0;
  return {
    signal,
    label(text) {
      task.label = text;
      tell();
    },
    progress(done, total) {
      const now = platform.now();
      task.done = done;
      task.total = total;
      const spent = now - task.started;
      task.left = done > 0 && total > 0 && spent > 500 ? Math.round((spent / done) * (total - done)) : null;
      if (now - told < eventPause) return;
      told = now;
      tell();
    },
  };
}

function settleFailure(platform: Platform, task: Task, signal: AbortSignal, error: unknown): void {
  const reason: unknown = signal.reason;
  if (signal.aborted && !(reason instanceof AppError)) {
    task.state = 'cancelled';
    return;
  }
  task.state = 'failed';
  task.error = wireError(signal.aborted ? reason : error, (message) =>
    platform.log('error', `${task.method}: ${message}`),
  );
}
