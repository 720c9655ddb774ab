import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';
import { addUnitizingSums } from '../spans/unitizingSums.ts';
import type { UnitizingSums } from '../spans/unitizingSums.ts';
import type { Estimate } from '../values/estimate.ts';
import type { ReliabilityMatrix, UnitWeights } from '../values/reliabilityMatrix.ts';
import { distinctUnits } from './distinctUnits.ts';

/**
 * A figure in the form that resampling needs: what is drawn, and the figure of a drawn sample. What is drawn falls into
 * kinds that are all the same to the figure, so that a sample is known by how often each kind was drawn.
 */
export interface Resampling {
  /** The kind (0 .. kinds - 1) of each thing that can be drawn. A sample draws as many things as there are. */
  readonly kindOf: Uint32Array;
  readonly kinds: number;
  /** The figure of a sample; `tally[kind]` says how often each kind is in it. */
  readonly evaluate: (tally: Float64Array) => Estimate;
}

/** A figure of a matrix that can count its units several times. */
export interface MatrixMeasure {
  /** Whether it matters which coder gave a value (as for Cohen's kappa), or only which values stand in a unit. */
  readonly coderMatters: boolean;
  readonly estimate: (matrix: ReliabilityMatrix, weights: UnitWeights) => Estimate;
}

/** Resamples the pairable units of a matrix (those with two or more values), one by one. */
export function unitResampling(matrix: ReliabilityMatrix, measure: MatrixMeasure): Resampling {
  const distinct = distinctUnits(matrix, measure.coderMatters);
  return {
    kindOf: distinct.rowOf,
    kinds: distinct.matrix.units,
    evaluate: (tally) => measure.estimate(distinct.matrix, tally),
  };
}

/**
 * Resamples clusters of units, such as the articles that statements stand in: `clusterOf[u]` is the cluster of unit u,
 * 0 and above. Clusters without a pairable unit are not drawn.
 *
 * @throws AppError bad-input: a cluster is not named for every unit.
 */
export function clusterResampling(
  matrix: ReliabilityMatrix,
  measure: MatrixMeasure,
  clusterOf: ArrayLike<number>,
): Resampling {
  if (clusterOf.length !== matrix.units) {
    throw new AppError('bad-input', said('stats.clustersDiffer', { units: matrix.units, clusters: clusterOf.length }));
  }
  const distinct = distinctUnits(matrix, measure.coderMatters);
  const rows = new Map<number, number[]>();
  distinct.unitOf.forEach((unit, index) => {
    const cluster = clusterOf[unit] ?? 0;
    const list = rows.get(cluster);
    if (list === undefined) rows.set(cluster, [distinct.rowOf[index] ?? 0]);
    else list.push(distinct.rowOf[index] ?? 0);
  });
  const clusters = [...rows.values()];
  return {
    kindOf: Uint32Array.from(clusters.keys()),
    kinds: clusters.length,
    evaluate: (tally) => {
      const weights = new Float64Array(distinct.matrix.units);
      clusters.forEach((list, cluster) => {
        const times = tally[cluster] ?? 0;
        if (times > 0) for (const row of list) weights[row] = (weights[row] ?? 0) + times;
      });
      return measure.estimate(distinct.matrix, weights);
    },
  };
}

/** Resamples the documents with two or more coders for a figure of the uα family. `parts` are made for the same codes. */
export function documentResampling(
  parts: readonly UnitizingSums[],
  codes: readonly string[],
  measure: (sums: UnitizingSums) => Estimate,
): Resampling {
  const read = parts.filter((part) => part.documents > 0);
  return {
    kindOf: Uint32Array.from(read.keys()),
    kinds: read.length,
    evaluate: (tally) => measure(addUnitizingSums(read, codes, tally)),
  };
}

/** How often each kind stands in the data themselves. */
export function originalTally(resampling: Resampling): Float64Array {
  const tally = new Float64Array(resampling.kinds);
  for (const kind of resampling.kindOf) tally[kind] = (tally[kind] ?? 0) + 1;
  return tally;
}
