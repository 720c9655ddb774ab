import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { scaleNumbers } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';
import { nothingToCompare, pairableCounts, pairableValues, summariseUnits } from './unitSummary.ts';
import type { UnitSummary } from './unitSummary.ts';

/** What the values of a variable mean to arithmetic. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Squared difference of the values at two places of a scale; 0 for equal places, symmetric, never negative. */
export type Distance = (first: number, second: number) => number;

/**
 * Krippendorff's alpha for any number of coders, missing values allowed:
 *
 *     alpha = 1 - D_o / D_e
 *     D_o = (1/n) sum_u (1 / (m_u - 1)) sum_{i != j} d²(v_iu, v_ju)
 *     D_e = (1 / (n (n - 1))) sum_c sum_k n_c n_k d²(c, k)
 *
 * over pairable units u (m_u >= 2 values); n their values, n_c those that are c. The squared difference d²(c, k):
 *
 * - nominal: 0 for c = k, else 1
 * - ordinal: (sum_{g = c..k} n_g - (n_c + n_k) / 2)², g in the order of the scale
 * - interval: (c - k)²
 * - ratio: ((c - k) / (c + k))², 0 for c = k = 0; values of zero and above only
 *
 * 1 is perfect, 0 what chance gives, below 0 systematic disagreement (down to about -1). Units with one value and coders
 * without values change nothing. One value only (D_e = 0): undefined, for the coders were never put to the test. A
 * single deviating value among otherwise constant data gives exactly 0.
 *
 * `weights` counts units several times; it must be whole numbers where n matters as a count (it enters as n - 1).
 * O(values + scale), ratio O(values * coders + scale²).
 * Sources: Krippendorff 2004, 2011, 2019; Hayes & Krippendorff 2007, Communication Methods and Measures 1.
 */
export function alpha(matrix: ReliabilityMatrix, level: Level, weights?: UnitWeights): Estimate {
  const summary = summariseUnits(matrix, weights);
  const reason = nothingToCompare(summary);
  if (reason !== null) return undefinedFor(reason);
  if (level === 'nominal') return nominal(summary);
  const numbers = level === 'ordinal' ? midRanks(pairableCounts(summary)) : scaleNumbers(matrix);
  if (numbers === null) return undefinedFor('not-numeric');
  if (level !== 'ratio') return squares(matrix, summary, numbers, weights);
  if (numbers.some((value) => value < 0)) return undefinedFor('negative-values');
  const ratio: Distance = (c, k) => {
    const x = numbers[c] ?? 0;
    const y = numbers[k] ?? 0;
    return x === y ? 0 : ((x - y) / (x + y)) ** 2;
  };
  return byDistance(matrix, summary, ratio, weights);
}

/**
 * Nominal alpha of each value of the scale against all others, in the order of the scale; see `alpha`. A value that never, or always, stands in pairable units: undefined.
 * O(values + scale).
 */
export function alphaOfValues(matrix: ReliabilityMatrix, weights?: UnitWeights): Estimate[] {
  const summary = summariseUnits(matrix, weights);
  const reason = nothingToCompare(summary);
  if (reason !== null) return matrix.scale.map(() => undefinedFor(reason));
  const values = pairableValues(summary);
  const counts = pairableCounts(summary);
  const mixed = mixedPairs(matrix, weights);
  return matrix.scale.map((_, place) => {
    const count = counts[place] ?? 0;
    return fromSums(2 * (mixed[place] ?? 0), 2 * count * (values - count), values);
  });
}

/** For each value the sum over pairable units of n_uc (m_u - n_uc) / (m_u - 1). */
function mixedPairs(matrix: ReliabilityMatrix, weights: UnitWeights | undefined): Float64Array {
  const { coders, cells } = matrix;
  const mixed = new Float64Array(matrix.scale.length);
  const inUnit = new Int32Array(matrix.scale.length);
  for (let unit = 0, row = 0; unit < matrix.units; unit += 1, row += coders) {
    const weight = weights === undefined ? 1 : (weights[unit] ?? 0);
    let size = 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      if (cell < 0) continue;
      inUnit[cell] = (inUnit[cell] ?? 0) + 1;
      size += 1;
    }
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      const count = cell < 0 ? 0 : (inUnit[cell] ?? 0);
      if (count === 0) continue;
      if (size > 1) mixed[cell] = (mixed[cell] ?? 0) + (weight * count * (size - count)) / (size - 1);
      inUnit[cell] = 0;
    }
  }
  return mixed;
}

/** Alpha with a distance of one's own in place of d². O(values * coders + scale²). See `alpha`. */
export function alphaWithDistance(matrix: ReliabilityMatrix, distance: Distance, weights?: UnitWeights): Estimate {
  const summary = summariseUnits(matrix, weights);
  const reason = nothingToCompare(summary);
  return reason === null ? byDistance(matrix, summary, distance, weights) : undefinedFor(reason);
}

/** 1 - D_o / D_e from n D_o and n (n - 1) D_e. */
function fromSums(observed: number, expected: number, values: number): Estimate {
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - (observed * (values - 1)) / expected);
}

function nominal(summary: UnitSummary): Estimate {
  const values = pairableValues(summary);
  let observed = 0;
  for (let m = 2; m <= summary.largest; m += 1) {
    observed += (m * (m - 1) * (summary.units[m] ?? 0) - (summary.agreement[m] ?? 0)) / (m - 1);
  }
  const expected = pairableCounts(summary).reduce((sum, count) => sum + count * (values - count), 0);
  return fromSums(observed, expected, values);
}

/**
 * The ordinal difference of c and k is the difference of two numbers, one of each value: n_1 + … + n_(c-1) + n_c / 2.
 * Ordinal alpha is therefore interval alpha of these.
 */
function midRanks(counts: Float64Array): Float64Array {
  let below = 0;
  return counts.map((count) => {
    below += count;
    return below - count / 2;
  });
}

/** d² = (x_c - x_k)²: both sums follow from sums of x and x², taken around a centre so that no digits are lost. */
function squares(
  matrix: ReliabilityMatrix,
  summary: UnitSummary,
  numbers: Float64Array,
  weights: UnitWeights | undefined,
): Estimate {
  const counts = pairableCounts(summary);
  if (counts.reduce((used, count) => used + Number(count > 0), 0) < 2) return undefinedFor('no-variation');
  const values = pairableValues(summary);
  const centre = numbers.reduce((sum, x, place) => sum + x * (counts[place] ?? 0), 0) / values;
  let sum = 0;
  let sumOfSquares = 0;
  numbers.forEach((x, place) => {
    sum += (counts[place] ?? 0) * (x - centre);
    sumOfSquares += (counts[place] ?? 0) * (x - centre) ** 2;
  });
  const observed = withinUnits(matrix, numbers, weights);
  return fromSums(observed, 2 * (values * sumOfSquares - sum * sum), values);
}

function withinUnits(matrix: ReliabilityMatrix, numbers: Float64Array, weights: UnitWeights | undefined): number {
  const { coders, cells } = matrix;
  let observed = 0;
  for (let unit = 0, row = 0; unit < matrix.units; unit += 1, row += coders) {
    const weight = weights === undefined ? 1 : (weights[unit] ?? 0);
    if (weight === 0) continue;
    let size = 0;
    let origin = 0;
    let sum = 0;
    let sumOfSquares = 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      if (cell < 0) continue;
      const x = numbers[cell] ?? 0;
      if (size === 0) origin = x;
      size += 1;
      sum += x - origin;
      sumOfSquares += (x - origin) * (x - origin);
    }
    if (size > 1) observed += (weight * 2 * (size * sumOfSquares - sum * sum)) / (size - 1);
  }
  return observed;
}

function byDistance(
  matrix: ReliabilityMatrix,
  summary: UnitSummary,
  distance: Distance,
  weights: UnitWeights | undefined,
): Estimate {
  const { coders, cells } = matrix;
  let observed = 0;
  const present = new Int32Array(coders);
  for (let unit = 0, row = 0; unit < matrix.units; unit += 1, row += coders) {
    const weight = weights === undefined ? 1 : (weights[unit] ?? 0);
    let size = 0;
    let sum = 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      if (cell < 0) continue;
      for (let other = 0; other < size; other += 1) {
        const otherCell = present[other] ?? 0;
        if (otherCell !== cell) sum += distance(otherCell, cell);
      }
      present[size] = cell;
      size += 1;
    }
    if (size > 1) observed += (weight * 2 * sum) / (size - 1);
  }
  const counts = pairableCounts(summary);
  let expected = 0;
  for (let c = 0; c < counts.length; c += 1) {
    const count = counts[c] ?? 0;
    if (count === 0) continue;
    for (let k = 0; k < c; k += 1) {
      const other = counts[k] ?? 0;
      if (other > 0) expected += 2 * count * other * distance(c, k);
    }
  }
  return fromSums(observed, expected, pairableValues(summary));
}
