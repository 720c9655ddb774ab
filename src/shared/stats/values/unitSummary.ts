import type { AgreementWeights } from './agreementWeights.ts';
import type { Reason } from './estimate.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';

/**
 * What the coefficients need to know about the units, gathered in one pass and kept apart by m_u, the number of values
 * in a unit. With whole unit weights and no agreement weights all sums are whole numbers and therefore exact.
 */
export interface UnitSummary {
  readonly scaleSize: number;
  readonly largest: number;
  /** Coders with at least one value. */
  readonly activeCoders: number;
  /** `units[m]`: units with m values. */
  readonly units: Float64Array;
  /** `agreement[m]`: sum over units with m values of sum over ordered pairs i != j of w(v_i, v_j). */
  readonly agreement: Float64Array;
  /** `values[m * scaleSize + c]`: values c in units with m values. */
  readonly values: Float64Array;
  /** Units with two or more values, all of them equal. */
  readonly unanimous: number;
}

/**
 * One pass over a matrix. `agreementWeights` (scaleSize x scaleSize) left out means: only equal values agree.
 * O(values) without them, O(units * coders²) with them.
 */
export function summariseUnits(
  matrix: ReliabilityMatrix,
  unitWeights?: UnitWeights,
  agreementWeights?: AgreementWeights,
): UnitSummary {
  const { coders, cells, units: unitCount } = matrix;
  const scaleSize = matrix.scale.length;
  const units = new Float64Array(coders + 1);
  const agreement = new Float64Array(coders + 1);
  const values = new Float64Array((coders + 1) * scaleSize);
  const seen = new Int32Array(scaleSize);
  const present = new Int32Array(coders);
  const active = new Uint8Array(coders);
  let unanimous = 0;
  for (let unit = 0, row = 0; unit < unitCount; unit += 1, row += coders) {
    const weight = unitWeights === undefined ? 1 : (unitWeights[unit] ?? 0);
    if (weight === 0) continue;
    let size = 0;
    let equalPairs = 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      if (cell < 0) continue;
      const before = seen[cell] ?? 0;
      equalPairs += before;
      seen[cell] = before + 1;
      present[size] = cell;
      size += 1;
      active[coder] = 1;
    }
    if (size === 0) continue;
    const base = size * scaleSize;
    for (let index = 0; index < size; index += 1) {
      const cell = present[index] ?? 0;
      seen[cell] = 0;
      values[base + cell] = (values[base + cell] ?? 0) + weight;
    }
    const pairs = size * (size - 1);
    if (size > 1 && 2 * equalPairs === pairs) unanimous += weight;
    const agreed =
      agreementWeights === undefined ? 2 * equalPairs : weightedPairs(present, size, scaleSize, agreementWeights);
    units[size] = (units[size] ?? 0) + weight;
    agreement[size] = (agreement[size] ?? 0) + weight * agreed;
  }
  const activeCoders = active.reduce((sum, flag) => sum + flag, 0);
  return { scaleSize, largest: coders, activeCoders, units, agreement, values, unanimous };
}

function weightedPairs(present: Int32Array, size: number, scaleSize: number, weights: AgreementWeights): number {
  let sum = 0;
  for (let i = 1; i < size; i += 1) {
    const row = (present[i] ?? 0) * scaleSize;
    for (let j = 0; j < i; j += 1) sum += weights[row + (present[j] ?? 0)] ?? 0;
  }
  return 2 * sum;
}

/** Number of pairable units: those with two or more values. */
export function pairableUnits(summary: UnitSummary): number {
  return sumFrom(summary.units, 2);
}

/** n, the number of values in pairable units. */
export function pairableValues(summary: UnitSummary): number {
  let sum = 0;
  for (let m = 2; m <= summary.largest; m += 1) sum += m * (summary.units[m] ?? 0);
  return sum;
}

/** n_c, how often each value of the scale stands in pairable units. */
export function pairableCounts(summary: UnitSummary): Float64Array {
  const counts = new Float64Array(summary.scaleSize);
  for (let m = 2; m <= summary.largest; m += 1) {
    for (let c = 0; c < counts.length; c += 1) {
      counts[c] = (counts[c] ?? 0) + (summary.values[m * summary.scaleSize + c] ?? 0);
    }
  }
  return counts;
}

/** pi_c: the mean of n_uc / m_u over units with at least one value; shares of 1. Needs at least one value. */
export function meanShares(summary: UnitSummary): Float64Array {
  const shares = new Float64Array(summary.scaleSize);
  const total = sumFrom(summary.units, 1);
  for (let m = 1; m <= summary.largest; m += 1) {
    for (let c = 0; c < shares.length; c += 1) {
      shares[c] = (shares[c] ?? 0) + (summary.values[m * summary.scaleSize + c] ?? 0) / (m * total);
    }
  }
  return shares;
}

/** 1 - A_o: the mean over pairable units of 1 - (agreement of the unit's pairs). Exactly 0 when all pairs agree. */
export function meanDisagreement(summary: UnitSummary): number {
  let sum = 0;
  for (let m = 2; m <= summary.largest; m += 1) {
    const pairs = m * (m - 1);
    sum += (pairs * (summary.units[m] ?? 0) - (summary.agreement[m] ?? 0)) / pairs;
  }
  return sum / pairableUnits(summary);
}

/** Why no coefficient can be computed at all, or null when there is something to compare. */
export function nothingToCompare(summary: UnitSummary): Reason | null {
  if (summary.activeCoders < 2) return 'one-coder';
  return pairableUnits(summary) > 0 ? null : 'no-pairable-units';
}

function sumFrom(list: Float64Array, first: number): number {
  let sum = 0;
  for (let index = first; index < list.length; index += 1) sum += list[index] ?? 0;
  return sum;
}
