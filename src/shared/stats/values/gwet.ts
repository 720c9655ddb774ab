import type { AgreementWeights } from './agreementWeights.ts';
import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';
import { meanDisagreement, meanShares, nothingToCompare, summariseUnits } from './unitSummary.ts';

/**
 * Gwet's AC1 (without agreement weights) and AC2 (with them), for any number of coders, with missing values:
 *
 *     (A_o - A_e) / (1 - A_e)
 *     A_o = mean over pairable units of sum_c n_uc (sum_k w_ck n_uk - 1) / (m_u (m_u - 1))
 *     A_e = T_w / (q (q - 1)) * sum_c pi_c (1 - pi_c),  T_w = sum_ck w_ck
 *     pi_c = mean over units with a value of n_uc / m_u
 *
 * q the number of values on the matrix's scale; for AC1 T_w = q. -1 .. 1. It stays high under extreme prevalence even
 * where the rare value is agreed on no better than by chance: show it beside alpha, not instead. Fewer than two values
 * on the scale: undefined. O(values + q²), weighted O(units * coders²).
 * Sources: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61; Gwet 2014, Handbook of Inter-Rater
 * Reliability.
 */
export function gwet(matrix: ReliabilityMatrix, agreement?: AgreementWeights, unitWeights?: UnitWeights): Estimate {
  const summary = summariseUnits(matrix, unitWeights, agreement);
  const reason = nothingToCompare(summary);
  if (reason !== null) return undefinedFor(reason);
  const q = summary.scaleSize;
  if (q < 2) return undefinedFor('no-variation');
  const totalWeight = agreement === undefined ? q : agreement.reduce((sum, weight) => sum + weight, 0);
  const spread = meanShares(summary).reduce((sum, share) => sum + share * (1 - share), 0);
  const chance = (totalWeight / (q * (q - 1))) * spread;
  return defined(1 - meanDisagreement(summary) / (1 - chance));
}
