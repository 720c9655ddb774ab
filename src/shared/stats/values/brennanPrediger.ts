import type { AgreementWeights } from './agreementWeights.ts';
import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';
import { meanDisagreement, nothingToCompare, summariseUnits } from './unitSummary.ts';

/**
 * Brennan–Prediger's kappa (also S, kappa_n, free-marginal kappa), plain or weighted:
 *
 *     (A_o - A_e) / (1 - A_e),  A_e = 1 / q, weighted A_e = sum_ck w_ck / q²
 *
 * A_o the mean agreement of the pairs of a unit over pairable units, q the number of values on the matrix's scale. A
 * value that nobody uses raises the figure, so q belongs beside it. 1 at best, -1 / (q - 1) at worst for two coders.
 * Fewer than two values on the scale: undefined. O(values + q²).
 * Sources: Bennett, Alpert & Goldstein 1954; Brennan & Prediger 1981, Educational and Psychological Measurement 41.
 */
export function brennanPrediger(
  matrix: ReliabilityMatrix,
  agreement?: AgreementWeights,
  unitWeights?: UnitWeights,
): Estimate {
  const summary = summariseUnits(matrix, unitWeights, agreement);
  const reason = nothingToCompare(summary);
  if (reason !== null) return undefinedFor(reason);
  const q = summary.scaleSize;
  if (q < 2) return undefinedFor('no-variation');
  const chance = agreement === undefined ? 1 / q : agreement.reduce((sum, weight) => sum + weight, 0) / (q * q);
  return defined(1 - meanDisagreement(summary) / (1 - chance));
}
