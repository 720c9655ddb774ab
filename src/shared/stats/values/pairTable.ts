import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';

/** Two coders' values against each other. */
export interface PairTable {
  readonly scaleSize: number;
  /** Units where both gave the same value. */
  readonly agreements: number;
  /** Units where the first coder gave c and the second another value k, under the key c * scaleSize + k. */
  readonly disagreements: ReadonlyMap<number, number>;
  /** How often the first, the second coder gave each value in those units. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Units with both values. */
  readonly total: number;
  /** Values each coder gave at all, with or without the other. */
  readonly firstValues: number;
  readonly secondValues: number;
}

/**
 * The table of the coders at places `first` and `second` (0, 1, …). A unit that lacks one of the two values is left
 * out; `firstValues` and `secondValues` against `total` say how many. O(units + scale).
 */
export function pairTable(matrix: ReliabilityMatrix, first = 0, second = 1, weights?: UnitWeights): PairTable {
  const scaleSize = matrix.scale.length;
  const disagreements = new Map<number, number>();
  let agreements = 0;
  const firstCounts = new Float64Array(scaleSize);
  const secondCounts = new Float64Array(scaleSize);
  let total = 0;
  let firstValues = 0;
  let secondValues = 0;
  for (let unit = 0; unit < matrix.units; unit += 1) {
    const weight = weights === undefined ? 1 : (weights[unit] ?? 0);
    const c = matrix.cells[unit * matrix.coders + first] ?? -1;
    const k = matrix.cells[unit * matrix.coders + second] ?? -1;
    if (c >= 0) firstValues += weight;
    if (k >= 0) secondValues += weight;
    if (c < 0 || k < 0) continue;
    if (c === k) agreements += weight;
    else disagreements.set(c * scaleSize + k, (disagreements.get(c * scaleSize + k) ?? 0) + weight);
    firstCounts[c] = (firstCounts[c] ?? 0) + weight;
    secondCounts[k] = (secondCounts[k] ?? 0) + weight;
    total += weight;
  }
  const margins = { first: firstCounts, second: secondCounts, firstValues, secondValues };
  return { scaleSize, agreements, disagreements, total, ...margins };
}
