import type { WireError } from '../../shared/errors.ts';

/** What the pool sends to a worker. `flag` holds one Int32: 1 means stop. */
export type ToWorker = { name: string; input: unknown; flag: SharedArrayBuffer };

/** Sent instead of work: the thread ends when it has done what it is at. */
export const endOfWork = 'end';

/** What a worker sends back, any number of `progress`, then one of the others. */
export type FromWorker =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; output: unknown }
  | { type: 'failed'; error: WireError; stack: string };
