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
  const size = summary.scaleSize;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < size; k += 1) {
      if (c === k) continue;
      const loss = agreement === undefined ? 1 : 1 - (agreement[c * size + k] ?? 0);
      expected += loss * (shares[c] ?? 0) * (shares[k] ?? 0);
    }
  }
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - meanDisagreement(summary) / expected);
}

/**
 * Fleiss' kappa of one category, the value at `place` of the scale:
 *
 *     kappa_c = 1 - sum_u n_uc (m - n_uc) / (N m (m - 1) p_c (1 - p_c))
 *
 * N units, m coders. For complete data only: with missing values undefined; coders without any value do not
 * count. Undefined too when the category is never or
 * always used. O(values). Source: Fleiss 1971.
 */
export function fleissCategoryKappa(answers: ReliabilityMatrix, place: number, unitWeights?: UnitWeights): Estimate {
  const matrix = withoutSilentCoders(answers);
  const { coders, cells } = matrix;
  if (coders < 2) return undefinedFor('one-coder');
  let units = 0;
  let uses = 0;
  let mixed = 0;
  for (let unit = 0; unit < matrix.units; unit += 1) {
    const weight = unitWeights === undefined ? 1 : (unitWeights[unit] ?? 0);
    if (weight === 0) continue;
    let count = 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = cells[unit * coders + coder] ?? -1;
      if (cell < 0) return undefinedFor('missing-values');
      if (cell === place) count += 1;
    }
    units += weight;
    uses += weight * count;
    mixed += weight * count * (coders - count);
  }
  if (units === 0) return undefinedFor('no-pairable-units');
  const share = uses / (units * coders);
  if (uses === 0 || uses === units * coders) return undefinedFor('no-variation');
  return defined(1 - mixed / (units * coders * (coders - 1) * share * (1 - share)));
}
