import type { AgreementWeights } from './agreementWeights.ts';
import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { PairTable } from './pairTable.ts';

/**
 * Cohen's kappa for two coders, plain or weighted:
 *
 *     kappa = (A_o - A_e) / (1 - A_e),  A_o = sum_ck w_ck p_ck,  A_e = sum_ck w_ck p_1c p_2k
 *
 * p_ck the share of units with value c of the first and k of the second coder, p_1c and p_2k their margins, w the
 * agreement weights (left out: 1 for equal values, else 0). 1 at best, 0 is what chance gives, negative below chance.
 *
 * Computed as 1 - (1 - A_o) / (1 - A_e), so that full agreement is exactly 1. Units with one value are left out.
 * 1 - A_e = 0 (both coders used one and the same value only): undefined. O(scale + disagreements), weighted O(scale²).
 * Sources: Cohen 1960, Educational and Psychological Measurement 20; Cohen 1968, Psychological Bulletin 70.
 */
export function cohenKappa(table: PairTable, weights?: AgreementWeights): Estimate {
  if (table.firstValues === 0 || table.secondValues === 0) return undefinedFor('one-coder');
  if (table.total === 0) return undefinedFor('no-pairable-units');
  const expected = weights === undefined ? plainExpectation(table) : weightedExpectation(table, weights);
  if (expected === 0) return undefinedFor('no-variation');
  let observed = 0;
  for (const [cell, count] of table.disagreements) {
    observed += count * (weights === undefined ? 1 : 1 - (weights[cell] ?? 0));
  }
  return defined(1 - (observed * table.total) / expected);
}

/** N² (1 - A_e): pairs of any two units in which the first coder's and the second's values differ. */
function plainExpectation(table: PairTable): number {
  return table.first.reduce((sum, count, value) => sum + count * (table.total - (table.second[value] ?? 0)), 0);
}

function weightedExpectation(table: PairTable, weights: AgreementWeights): number {
  const { scaleSize } = table;
  let sum = 0;
  for (let c = 0; c < scaleSize; c += 1) {
    const count = table.first[c] ?? 0;
    if (count === 0) continue;
    for (let k = 0; k < scaleSize; k += 1) {
      if (c !== k) sum += (1 - (weights[c * scaleSize + k] ?? 0)) * count * (table.second[k] ?? 0);
    }
  }
  return sum;
}
