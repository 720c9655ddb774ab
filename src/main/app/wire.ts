import { appWords } from '#words/core/app.ts';
import { AppError } from '../../shared/errors.ts';
import type { WireError } from '../../shared/errors.ts';
import { systemFault } from '../store/systemFault.ts';

/** A failure as hosts tell it: what a user can mend is an AppError, a bug stays as it is. */
export const toldFault = systemFault;

/**
 * The form in which a failure leaves the program. What a user caused goes out as it is; a bug is logged with its stack
 * and goes out as `internal`.
 */
export function wireError(thrown: unknown, log: (message: string) => void): WireError {
  const error = systemFault(thrown);
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(text);
  const first = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: appWords.internal({ error: first }), details: {} };
}
