import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { PairTable } from './pairTable.ts';

/**
 * Holsti's coefficient of reliability for two coders: 2 M / (N1 + N2), M the units on which they agree, N1 and N2 the
 * values each gave. 0 .. 1; equals percent agreement where no value is missing. Chance is not taken out. Without a unit
 * that both coded: undefined. O(scale). Source: Holsti 1969, Content Analysis for the Social Sciences and Humanities.
 */
export function holsti(table: PairTable): Estimate {
  if (table.firstValues === 0 || table.secondValues === 0) return undefinedFor('one-coder');
  if (table.total === 0) return undefinedFor('no-pairable-units');
  return defined((2 * table.agreements) / (table.firstValues + table.secondValues));
}
