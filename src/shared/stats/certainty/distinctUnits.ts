import type { ReliabilityMatrix } from '../values/reliabilityMatrix.ts';

/** A matrix reduced to the rows that differ, for figures that are asked again and again with other unit weights. */
export interface DistinctUnits {
  /** One unit for each different row. */
  readonly matrix: ReliabilityMatrix;
  /** The row of `matrix` for each pairable unit (two or more values) of the original, in its order. */
  readonly rowOf: Uint32Array;
  /** The original place of each of these units. */
  readonly unitOf: Uint32Array;
}

/**
 * Finds the different rows among the pairable units. When `coderMatters` is false the figure treats coders alike, and
 * rows that differ only in who said what count as one. O(values * log coders).
 */
export function distinctUnits(matrix: ReliabilityMatrix, coderMatters: boolean): DistinctUnits {
  const { coders, cells, units } = matrix;
  const rows = new Map<string, number>();
  const distinct: number[] = [];
  const rowOf = new Uint32Array(units);
  const unitOf = new Uint32Array(units);
  let count = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const row = cells.slice(unit * coders, (unit + 1) * coders);
    if (row.reduce((size, cell) => size + Number(cell >= 0), 0) < 2) continue;
    if (!coderMatters) row.sort();
    const key = row.join();
    let place = rows.get(key);
    if (place === undefined) {
      place = rows.size;
      rows.set(key, place);
      for (const cell of row) distinct.push(cell);
    }
    rowOf[count] = place;
    unitOf[count] = unit;
    count += 1;
  }
  return {
    matrix: { ...matrix, units: rows.size, cells: Int32Array.from(distinct) },
    rowOf: rowOf.slice(0, count),
    unitOf: unitOf.slice(0, count),
  };
}
