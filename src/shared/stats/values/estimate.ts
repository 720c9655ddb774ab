/** Why a figure has no value, as a stable word; `reasonTexts` says it to people. */
export const reasonTexts = {
  'one-coder': 'fewer than two coders have given values, so there is nothing to compare',
  'no-pairable-units': 'no unit has values of two coders',
  'no-variation': 'every value is the same, so the coders were never put to the test',
  'not-numeric': 'the values are not numbers',
  'negative-values': 'the ratio level needs values of zero and above',
  'two-coders-only': 'this figure is for exactly two coders',
  'missing-values': 'this figure needs a value of every coder for every unit',
  'undefined-pair': 'the figure of at least one pair of coders is undefined',
  'nothing-coded': 'nobody has coded anything',
  'no-gaps': 'no uncoded text is left, so marked and unmarked text cannot be told apart',
  'single-code': 'only one code occurs, so codes cannot be confused',
  'no-intersection': 'no two coders marked the same text',
  'overlapping-codes': 'one coder gave different codes to the same text; compute the figure code by code',
  'coder-without-units': 'a coder has marked nothing',
  'too-short': 'the text is not longer than the window',
  'few-drawn': 'fewer than 5 things can be drawn, too few for an interval',
  'undefined-draws': 'the figure is undefined for some of the samples that the calculation needs',
} as const;

export type Reason = keyof typeof reasonTexts;

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
