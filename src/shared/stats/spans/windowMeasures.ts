import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';
import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { boundariesOf, commonLength } from './boundarySimilarity.ts';
import type { Masses } from './boundarySimilarity.ts';

/** Two penalties of a segmentation against a reference; lower is better. */
export interface WindowMeasures {
  readonly pk: Estimate;
  readonly windowDiff: Estimate;
}

/** The customary window: half the mean segment of the reference, rounded half to even, at least 2. */
export function defaultWindow(reference: Masses): number {
  const half = reference.reduce((sum, mass) => sum + mass, 0) / reference.length / 2;
  const floor = Math.floor(half);
  const rounded = half - floor === 0.5 ? floor + (floor % 2) : Math.round(half);
  return Math.max(2, rounded);
}

/**
 * Pk and WindowDiff. A window of k characters slides over the text, i = 0 .. N - k - 1:
 *
 *     Pk = share of i for which "i and i + k lie in one segment" differs between the two segmentations
 *     WindowDiff = share of i for which the number of boundaries between i and i + k differs
 *
 * 0 .. 1, lower is better, not symmetric (k comes from the reference), not corrected for chance. N <= k: undefined. O(N).
 * Sources: Beeferman, Berger & Lafferty 1999, Machine Learning 34; Pevzner & Hearst 2002, Computational Linguistics 28.
 *
 * @throws AppError bad-input: different lengths, lengths that are not whole, a window below 1.
 */
export function windowMeasures(
  reference: Masses,
  hypothesis: Masses,
  window: number = defaultWindow(reference),
): WindowMeasures {
  const length = commonLength(reference, hypothesis);
  if (!(Number.isInteger(window) && window >= 1)) {
    throw new AppError('bad-input', said('stats.windowBelowOne'));
  }
  if (length <= window) return { pk: undefinedFor('too-short'), windowDiff: undefinedFor('too-short') };
  const ours = segmentNumbers(reference, length);
  const theirs = segmentNumbers(hypothesis, length);
  let different = 0;
  let unequal = 0;
  for (let i = 0; i + window < length; i += 1) {
    const a = (ours[i + window] ?? 0) - (ours[i] ?? 0);
    const b = (theirs[i + window] ?? 0) - (theirs[i] ?? 0);
    if ((a === 0) !== (b === 0)) different += 1;
    if (a !== b) unequal += 1;
  }
  return { pk: defined(different / (length - window)), windowDiff: defined(unequal / (length - window)) };
}

function segmentNumbers(masses: Masses, length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  let segment = 0;
  let next = 0;
  for (const boundary of [...boundariesOf(masses), length]) {
    numbers.fill(segment, next, boundary);
    segment += 1;
    next = boundary;
  }
  return numbers;
}
