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

/** As `attempt`, for a command or control: the status line says "Saving…" until it is answered. */
export async function send<M extends MethodOf<'command' | 'control'> & MethodName>(
  method: M,
  input: Arguments<M>,
): Promise<Answer<M> | undefined> {
  const count = (step: number): void => useUi.setState(({ pending }) => ({ pending: pending + step }));
  count(1);
  try {
    return await attempt(() => client().call(method, input));
  } finally {
    count(-1);
  }
}

/** Starts work whose end nobody waits for; its errors are shown all the same. */
export function start(work: () => Promise<unknown>): void {
  void attempt(work);
}
