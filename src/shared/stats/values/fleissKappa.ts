import type { AgreementWeights } from './agreementWeights.ts';
import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { withoutSilentCoders } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';
import { meanDisagreement, meanShares, nothingToCompare, summariseUnits } from './unitSummary.ts';

/**
 * Fleiss' kappa for any number of coders, plain or weighted, with missing values:
 *
 *     kappa = (A_o - A_e) / (1 - A_e),  A_e = sum_ck w_ck p_c p_k
 *     A_o = mean over pairable units of sum_c n_uc (sum_k w_ck n_uk - 1) / (m_u (m_u - 1))
 *     p_c = mean over units with a value of n_uc / m_u
 *
 * n_uc coders gave c in unit u, m_u values stand in u; w is 1 for equal values and 0 otherwise when `agreement` is left
 * out. 1 at best, 0 chance. It generalises Scott's pi, not Cohen's kappa. No variation: undefined.
 * O(values + scale²), weighted O(units * coders²).
 * Sources: Fleiss 1971, Psychological Bulletin 76; missing values and weights: Gwet 2014, Handbook of Inter-Rater
 * Reliability.
 */
export function fleissKappa(
  matrix: ReliabilityMatrix,
  agreement?: AgreementWeights,
  unitWeights?: UnitWeights,
): Estimate {
  const summary = summariseUnits(matrix, unitWeights, agreement);
  const reason = nothingToCompare(summary);
  if (reason !== null) return undefinedFor(reason);
  const shares = meanShares(summary);
  const expected = agreement === undefined ? spread(shares) : weightedSpread(shares, agreement);
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - meanDisagreement(summary) / expected);
}

/** sum over c != k of p_c p_k; exactly 0 when one value has all of the shares. */
function spread(shares: Float64Array): number {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((sum, share) => sum + share * (all - share), 0);
}

function weightedSpread(shares: Float64Array, agreement: AgreementWeights): number {
  const size = shares.length;
  let sum = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < size; k += 1) {
      if (c !== k) sum += (1 - (agreement[c * size + k] ?? 0)) * (shares[c] ?? 0) * (shares[k] ?? 0);
    }
  }
  return sum;
}

/**
 * Fleiss' kappa of each category, in the order of the scale:
 *
 *     kappa_c = 1 - sum_u n_uc (m - n_uc) / (N m (m - 1) p_c (1 - p_c))
 *
 * N units, m coders. For complete data only: with missing values undefined; coders without any value do not count.
 * Undefined too when the category is never or always used. O(values + scale). Source: Fleiss 1971.
 */
export function fleissCategoryKappas(answers: ReliabilityMatrix, unitWeights?: UnitWeights): Estimate[] {
  const matrix = withoutSilentCoders(answers);
  const every = (estimate: Estimate): Estimate[] => answers.scale.map(() => estimate);
  if (matrix.coders < 2) return every(undefinedFor('one-coder'));
  const { units, uses, mixed, complete } = categoryCounts(matrix, unitWeights);
  if (!complete) return every(undefinedFor('missing-values'));
  if (units === 0) return every(undefinedFor('no-pairable-units'));
  const values = units * matrix.coders;
  return matrix.scale.map((_, place) => {
    const count = uses[place] ?? 0;
    if (count === 0 || count === values) return undefinedFor('no-variation');
    const expected = ((matrix.coders - 1) * count * (values - count)) / values;
    return defined(1 - (mixed[place] ?? 0) / expected);
  });
}

interface CategoryCounts {
  readonly units: number;
  /** Uses of each category. */
  readonly uses: Float64Array;
  /** sum over units of n_uc (m - n_uc) for each category. */
  readonly mixed: Float64Array;
  readonly complete: boolean;
}

function categoryCounts(matrix: ReliabilityMatrix, unitWeights: UnitWeights | undefined): CategoryCounts {
  const { coders, cells, scale } = matrix;
  const uses = new Float64Array(scale.length);
  const mixed = new Float64Array(scale.length);
  const inUnit = new Int32Array(scale.length);
  let units = 0;
  let complete = true;
  for (let unit = 0, row = 0; unit < matrix.units; unit += 1, row += coders) {
    const weight = unitWeights === undefined ? 1 : (unitWeights[unit] ?? 0);
    if (weight === 0) continue;
    units += weight;
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      if (cell < 0) complete = false;
      else inUnit[cell] = (inUnit[cell] ?? 0) + 1;
    }
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[row + coder] ?? -1;
      const count = cell < 0 ? 0 : (inUnit[cell] ?? 0);
      if (count === 0) continue;
      uses[cell] = (uses[cell] ?? 0) + weight * count;
      mixed[cell] = (mixed[cell] ?? 0) + weight * count * (coders - count);
      inUnit[cell] = 0;
    }
  }
  return { units, uses, mixed, complete };
}
