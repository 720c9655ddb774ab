import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { PairTable } from './pairTable.ts';

/**
 * Scott's pi for two coders: (A_o - A_e) / (1 - A_e), A_o the share of units on which they agree, A_e = sum_c p_c²,
 * p_c the share of value c among the values of both coders together. -1 .. 1; 0 is what chance gives.
 *
 * Computed as 1 - (1 - A_o) / (1 - A_e), so that full agreement is exactly 1. Units with one value are left out. Both
 * coders used one and the same value only: undefined. O(scale). Source: Scott 1955, Public Opinion Quarterly 19.
 */
export function scottPi(table: PairTable): Estimate {
  if (table.firstValues === 0 || table.secondValues === 0) return undefinedFor('one-coder');
  if (table.total === 0) return undefinedFor('no-pairable-units');
  const values = 2 * table.total;
  let expected = 0;
  for (let c = 0; c < table.scaleSize; c += 1) {
    const count = (table.first[c] ?? 0) + (table.second[c] ?? 0);
    expected += (count * (values - count)) / (values * values);
  }
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - (table.total - table.agreements) / table.total / expected);
}
