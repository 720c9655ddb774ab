import type { reasonWords } from '#words/core/stats.ts';

/** Why a figure has no value, as a stable word; `reasonWords` say it to people. */
export type Reason = keyof typeof reasonWords;

/**
 * A figure, or the reason why it is undefined. Undefined is a state of its own: it is never written as 0, 1 or NaN, and
 * whoever shows a figure must show the reason in its place.
 */
export type Estimate =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: Reason };

/** A figure that is defined. `value` is finite; anything else is an error of the program, not of the data. */
export function defined(value: number): Estimate {
  if (!Number.isFinite(value)) throw new RangeError(`A measure came out as ${value}; undefined results need a reason.`);
  return { value, reason: null };
}

/** A figure that has no value. */
export function undefinedFor(reason: Reason): Estimate {
  return { value: null, reason };
}
