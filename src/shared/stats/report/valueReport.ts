import { statsWords } from '#words/core/stats.ts';
import { clusterResampling } from '../certainty/resampling.ts';
import { alpha } from '../values/alpha.ts';
import type { Level } from '../values/alpha.ts';
import { brennanPrediger } from '../values/brennanPrediger.ts';
import { gwet } from '../values/gwet.ts';
import { percentAgreement } from '../values/percentAgreement.ts';
import { encodeMatrix, selectCoders } from '../values/reliabilityMatrix.ts';
import type { ReliabilityMatrix, ScaleValue } from '../values/reliabilityMatrix.ts';
import { encodeSets, setAlpha } from '../values/setAlpha.ts';
import { pairableUnits, pairableValues, summariseUnits } from '../values/unitSummary.ts';
import { averageOf } from './average.ts';
import type { AverageFigure } from './average.ts';
import { figureOf, judge, verdictOf } from './judged.ts';
import type { Draws, Figure, JudgedFigure } from './judged.ts';

/** Values of one variable: `rows[coder][unit]`, null where a coder gave none. `set`: each value is a list of options. */
export type ValueInput = {
  name: string;
  level: Level | 'set';
  rows: readonly (readonly unknown[])[];
  coders: readonly string[];
  /** The declared scale, lowest first; null: the values that occur. */
  scale: readonly ScaleValue[] | null;
  /** What is resampled together: for each unit the place of its document. */
  clusters: readonly number[];
};

export type ValueReport = {
  name: string;
  level: string;
  /** Units with values of two or more coders, and the values in them. */
  units: number;
  values: number;
  /** Krippendorff's alpha at the variable's level; for sets with the MASI distance. */
  alpha: JudgedFigure;
  verdict: string;
  /** Mean over units of the share of agreeing pairs. */
  agreement: Figure;
  brennanPrediger: Figure;
  gwet: Figure;
  pairs: { coders: [string, string]; alpha: Figure; agreement: Figure; units: number }[];
  /** Means over pairs of coders, and over articles where they hold several units. The figures above pool all data. */
  averages: AverageFigure[];
  warnings: string[];
};

/** Agreement on values. Sources of the measures are at their functions. O(draws * kinds of units). */
export function valueReport(input: ValueInput, draws: Draws, onDraws: () => void): ValueReport {
  const sets = input.level === 'set' ? encodeSets(input.rows) : null;
  const matrix = sets?.matrix ?? encodeMatrix(input.rows, { scale: input.scale });
  const level = input.level === 'set' ? 'nominal' : input.level;
  const estimate = (of: ReliabilityMatrix, weights?: ArrayLike<number>) =>
    sets ? setAlpha({ ...sets, matrix: of }, 'masi', weights) : alpha(of, level, weights);
  const resampling = clusterResampling(matrix, { coderMatters: false, estimate }, input.clusters);
  const figure = judge(resampling, draws, onDraws);
  const summary = summariseUnits(matrix);
  const units = pairableUnits(summary);
  const pairs = pairsOf(input, matrix, (of) => figureOf(estimate(of)));
  return {
    name: input.name,
    level: input.level,
    units,
    values: pairableValues(summary),
    alpha: figure,
    verdict: verdictOf(figure),
    agreement: figureOf(percentAgreement(matrix).unitMean),
    brennanPrediger: figureOf(brennanPrediger(matrix)),
    gwet: figureOf(gwet(matrix)),
    pairs,
    averages: averagesOf(input, matrix, pairs, (of) => figureOf(estimate(of))),
    warnings: warningsOf(matrix, units, figure),
  };
}

function averagesOf(
  { clusters }: ValueInput,
  matrix: ReliabilityMatrix,
  pairs: ValueReport['pairs'],
  alphaOf: (matrix: ReliabilityMatrix) => Figure,
): AverageFigure[] {
  const averages = [
    averageOf(
      'pairs',
      'α',
      pairs.map((pair) => pair.alpha),
    ),
    averageOf(
      'pairs',
      'agreement',
      pairs.map((pair) => pair.agreement),
    ),
  ];
  // Units of one article follow each other.
  const starts = clusters.flatMap((cluster, unit) => (unit === 0 || clusters[unit - 1] !== cluster ? [unit] : []));
  if (starts.length === clusters.length) return averages;
  const single = starts.map((start, index) => {
    const end = starts[index + 1] ?? matrix.units;
    return { ...matrix, units: end - start, cells: matrix.cells.slice(start * matrix.coders, end * matrix.coders) };
  });
  return [...averages, averageOf('documents', 'α', single.map(alphaOf))];
}

function pairsOf(
  { coders }: ValueInput,
  matrix: ReliabilityMatrix,
  alphaOf: (matrix: ReliabilityMatrix) => Figure,
): ValueReport['pairs'] {
  const pairs: ValueReport['pairs'] = [];
  coders.forEach((first, place) => {
    coders.slice(place + 1).forEach((second, step) => {
      const pair = selectCoders(matrix, [place, place + 1 + step]);
      const units = pairableUnits(summariseUnits(pair));
      if (units === 0) return;
      const agreement = figureOf(percentAgreement(pair).unitMean);
      pairs.push({ coders: [first, second], alpha: alphaOf(pair), agreement, units });
    });
  });
  return pairs;
}

function warningsOf(matrix: ReliabilityMatrix, units: number, figure: JudgedFigure): string[] {
  const warnings: string[] = [];
  if (units > 0 && units < 30) warnings.push(statsWords.fewUnits({ units }));
  if (figure.low !== null && figure.high !== null && figure.high - figure.low > 0.2) {
    warnings.push(statsWords.wideInterval);
  }
  const counts = new Map<number, number>();
  let values = 0;
  for (const cell of matrix.cells) {
    if (cell < 0) continue;
    values += 1;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  if (values > 0 && most > values * 0.9) {
    warnings.push(statsWords.sameValues({ percent: Math.round((most / values) * 100) }));
  }
  return warnings;
}
