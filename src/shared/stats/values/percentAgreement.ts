import { defined, undefinedFor } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';
import { meanDisagreement, nothingToCompare, pairableUnits, pairableValues, summariseUnits } from './unitSummary.ts';

/** The four figures that go by the name of percent agreement. */
export interface PercentAgreement {
  /** Mean over pairable units of (agreeing pairs of the unit / its pairs). The default. */
  readonly unitMean: Estimate;
  /** Agreeing pairs of all units / pairs of all units. */
  readonly pooledPairs: Estimate;
  /** Share of pairable units on which all coders present agree. */
  readonly unanimous: Estimate;
  /** Mean of the unit agreements, each weighted by its number of values: 1 - D_o of nominal alpha. */
  readonly valueWeighted: Estimate;
}

/**
 * Percent agreement, as shares 0 .. 1. With n_uc coders giving value c in unit u, m_u values in u, and
 * A_u = sum_c n_uc (n_uc - 1) / (m_u (m_u - 1)):
 *
 *     unitMean = mean A_u    pooledPairs = sum_u m_u (m_u - 1) A_u / sum_u m_u (m_u - 1)
 *     unanimous = share of A_u = 1    valueWeighted = sum_u m_u A_u / sum_u m_u
 *
 * over pairable units (m_u >= 2). The four coincide for two coders without missing values. Chance is not taken out.
 * No pairable unit: undefined. No variation: 1; this is the one figure that stays defined. O(values).
 * Sources: Fleiss 1971; Gwet 2014; Krippendorff 2004.
 */
export function percentAgreement(matrix: ReliabilityMatrix, weights?: UnitWeights): PercentAgreement {
  const summary = summariseUnits(matrix, weights);
  const reason = nothingToCompare(summary);
  if (reason !== null) {
    const none = undefinedFor(reason);
    return { unitMean: none, pooledPairs: none, unanimous: none, valueWeighted: none };
  }
  let agreeing = 0;
  let pairs = 0;
  let byValue = 0;
  for (let m = 2; m <= summary.largest; m += 1) {
    const agreed = summary.agreement[m] ?? 0;
    agreeing += agreed;
    pairs += (summary.units[m] ?? 0) * m * (m - 1);
    byValue += agreed / (m - 1);
  }
  return {
    unitMean: defined(1 - meanDisagreement(summary)),
    pooledPairs: defined(agreeing / pairs),
    unanimous: defined(summary.unanimous / pairableUnits(summary)),
    valueWeighted: defined(byValue / pairableValues(summary)),
  };
}
