import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';
import { alphaWithDistance } from './alpha.ts';
import type { Distance } from './alpha.ts';
import type { Estimate } from './estimate.ts';
import { encodeMatrix } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix, UnitWeights } from './reliabilityMatrix.ts';

/** How far two sets of answers are apart, 0 .. 1. */
export type SetDistance = 'jaccard' | 'masi';

/** A matrix whose values are sets: each place of the scale stands for one of `sets`. */
export interface SetMatrix {
  readonly matrix: ReliabilityMatrix;
  readonly sets: readonly ReadonlySet<string>[];
}

/**
 * Makes a matrix of `rows`, one row per coder, each cell the options chosen in a unit (order and repetition do not
 * matter) or null. The empty list is a value: nothing was chosen. O(values * size of a set).
 *
 * @throws AppError bad-input: rows of different length, a cell that is neither a list nor null.
 */
export function encodeSets(rows: readonly (readonly unknown[])[]): SetMatrix {
  const setOf = new Map<string, ReadonlySet<string>>();
  const keys = rows.map((row, coder) =>
    row.map((cell, unit) => {
      if (cell === null || cell === undefined) return null;
      if (!Array.isArray(cell)) {
        throw new AppError('bad-input', said('stats.notASet', { coder: coder + 1, unit: unit + 1 }));
      }
      const options = [...new Set(cell.map((option) => JSON.stringify(option)))].sort();
      const key = options.join('\u0000');
      setOf.set(key, new Set(options));
      return key;
    }),
  );
  const matrix = encodeMatrix(keys);
  return { matrix, sets: matrix.scale.map((key) => setOf.get(String(key)) ?? new Set()) };
}

/**
 * Krippendorff's alpha of set values; the distance itself stands in place of d² (it is not squared again):
 *
 *     jaccard = 1 - |A and B| / |A or B|
 *     masi = 1 - M |A and B| / |A or B|,  M = 1 equal, 2/3 one inside the other, 1/3 overlapping, 0 disjoint
 *
 * Two empty sets are equal. Range and undefined cases as for `alpha`. O(values * coders + distinct sets²).
 * Sources: Krippendorff 2004; Passonneau 2006, LREC (MASI).
 */
export function setAlpha(input: SetMatrix, distance: SetDistance, weights?: UnitWeights): Estimate {
  return alphaWithDistance(input.matrix, setDistances(input.sets, distance), weights);
}

function setDistances(sets: readonly ReadonlySet<string>[], distance: SetDistance): Distance {
  const known = new Map<number, number>();
  return (c, k) => {
    const key = c < k ? c * sets.length + k : k * sets.length + c;
    let value = known.get(key);
    if (value === undefined) {
      value = distanceOf(sets[c] ?? new Set(), sets[k] ?? new Set(), distance);
      known.set(key, value);
    }
    return value;
  };
}

function distanceOf(a: ReadonlySet<string>, b: ReadonlySet<string>, distance: SetDistance): number {
  let shared = 0;
  for (const option of a) if (b.has(option)) shared += 1;
  const all = a.size + b.size - shared;
  if (shared === all) return 0;
  const jaccard = 1 - shared / all;
  if (distance === 'jaccard' || shared === 0) return jaccard;
  const within = shared === Math.min(a.size, b.size);
  return 1 - (shared / all) * (within ? 2 / 3 : 1 / 3);
}
