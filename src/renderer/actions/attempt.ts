import type { Answer, Arguments, MethodName, MethodOf } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/api/errors.ts';
import { client } from '../state/client.ts';
import { notify, useUi } from '../state/ui.ts';

/**
 * Runs what the user asked for. What went wrong is said in a notice (giving up is not an error) and answered with
 * `undefined`; errors that are not the user's go on, to be seen.
 */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'cancelled') notify('error', error.message);
    return undefined;
  }
}

/** Milliseconds after which an unanswered command is worth a word. */
const noticeable = 200;

/** As `attempt`, for a command or control: when the answer takes long, the status line says “Saving…” until it comes. */
export async function send<M extends MethodOf<'command' | 'control'> & MethodName>(
  method: M,
  input: Arguments<M>,
): Promise<Answer<M> | undefined> {
  const count = (step: number): void => useUi.setState(({ pending }) => ({ pending: pending + step }));
  const counted = { times: 0 };
  const timer = setTimeout(() => {
    counted.times = 1;
    count(1);
  }, noticeable);
  try {
    return await attempt(() => client().call(method, input));
  } finally {
    clearTimeout(timer);
    if (counted.times > 0) count(-1);
  }
}

/** Starts work whose end nobody waits for; its errors are shown all the same. */
export function start(work: () => Promise<unknown>): void {
  void attempt(work);
}
