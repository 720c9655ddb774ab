import { cohenKappa } from './cohenKappa.ts';
import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { pairTable } from './pairTable.ts';
import { withoutSilentCoders } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';
import { meanDisagreement, nothingToCompare, summariseUnits } from './unitSummary.ts';

/**
 * Light's kappa: the mean of Cohen's kappa over all pairs of coders. -1 .. 1. Each pair is compared on the units that
 * both coded; coders without values do not count. Undefined as soon as the kappa of one pair is. O(coders² * units).
 * Source: Light 1971, Psychological Bulletin 76.
 */
export function lightKappa(answers: ReliabilityMatrix, weights?: UnitWeights): Estimate {
  const matrix = withoutSilentCoders(answers);
  if (matrix.coders < 2) return undefinedFor('one-coder');
  let sum = 0;
  let pairs = 0;
  for (let first = 0; first < matrix.coders; first += 1) {
    for (let second = first + 1; second < matrix.coders; second += 1) {
      const kappa = cohenKappa(pairTable(matrix, first, second, weights));
      if (kappa.value === null) return matrix.coders === 2 ? kappa : undefinedFor('undefined-pair');
      sum += kappa.value;
      pairs += 1;
    }
  }
  return defined(sum / pairs);
}

/**
 * Conger's kappa, the generalisation of Cohen's kappa that averages over pairs of coders before dividing:
 *
 *     kappa = (A_o - A_e) / (1 - A_e),  A_o = mean over pairs of their agreement,
 *     A_e = mean over pairs i != j of sum_c p_ic p_jc
 *
 * p_ic the share of value c among coder i's values. -1 .. 1; for two coders it is Cohen's kappa. For complete data
 * only: with missing values undefined; coders without any value do not count. No variation: undefined. O(values + coders * scale).
 * Source: Conger 1980, Psychological Bulletin 88.
 */
export function congerKappa(answers: ReliabilityMatrix, weights?: UnitWeights): Estimate {
  const matrix = withoutSilentCoders(answers);
  const summary = summariseUnits(matrix, weights);
  const reason = nothingToCompare(summary);
  if (reason !== null) return undefinedFor(reason);
  const { coders } = matrix;
  const units = summary.units[coders] ?? 0;
  const margins = new Float64Array(coders * summary.scaleSize);
  for (let unit = 0; unit < matrix.units; unit += 1) {
    const weight = weights === undefined ? 1 : (weights[unit] ?? 0);
    for (let coder = 0; coder < coders; coder += 1) {
      const cell = matrix.cells[unit * coders + coder] ?? -1;
      if (cell < 0 && weight > 0) return undefinedFor('missing-values');
      const place = coder * summary.scaleSize + cell;
      if (cell >= 0) margins[place] = (margins[place] ?? 0) + weight;
    }
  }
  // sum over i != j of p_ic (1 - p_jc), written with counts, is 0 exactly when all coders share one value.
  let expected = 0;
  for (let c = 0; c < summary.scaleSize; c += 1) {
    let sum = 0;
    for (let coder = 0; coder < coders; coder += 1) sum += margins[coder * summary.scaleSize + c] ?? 0;
    for (let coder = 0; coder < coders; coder += 1) {
      const own = margins[coder * summary.scaleSize + c] ?? 0;
      expected += own * ((coders - 1) * units - (sum - own));
    }
  }
  expected /= units * units * coders * (coders - 1);
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - meanDisagreement(summary) / expected);
}
