import { drawBootstrap, summariseDraws } from '../certainty/bootstrap.ts';
import type { BootstrapSummary } from '../certainty/bootstrap.ts';
import { intervalNote, intervalStateOf } from '../certainty/intervalState.ts';
import type { IntervalState } from '../certainty/intervalState.ts';
import { jackknifeError } from '../certainty/jackknife.ts';
import { unitResampling } from '../certainty/resampling.ts';
import { agreementWeights } from '../values/agreementWeights.ts';
import type { AgreementWeights } from '../values/agreementWeights.ts';
import { alpha, alphaOfValues } from '../values/alpha.ts';
import type { Level } from '../values/alpha.ts';
import { brennanPrediger } from '../values/brennanPrediger.ts';
import { cohenKappa } from '../values/cohenKappa.ts';
import { undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { fleissCategoryKappas, fleissKappa } from '../values/fleissKappa.ts';
import { gwet } from '../values/gwet.ts';
import { holsti } from '../values/holsti.ts';
import { congerKappa, lightKappa } from '../values/manyCoderKappa.ts';
import { pairTable } from '../values/pairTable.ts';
import { percentAgreement } from '../values/percentAgreement.ts';
import { encodeMatrix, onOccurringScale, selectCoders } from '../values/reliabilityMatrix.ts';
import type { ReliabilityMatrix, ScaleValue } from '../values/reliabilityMatrix.ts';
import { scottPi } from '../values/scottPi.ts';
import { encodeSets, setAlpha } from '../values/setAlpha.ts';
import { pairableUnits, pairableValues, summariseUnits } from '../values/unitSummary.ts';
import type { FigureGroup } from './figures.ts';
import type { InputOf } from './matrixInput.ts';

/** How many draws a bootstrap takes, and its seed. */
export interface DrawOptions {
  readonly draws: number | null;
  readonly seed: number;
}

interface RawMatrix {
  readonly values: readonly (readonly unknown[])[];
  readonly missing?: unknown;
  readonly valueOrder?: readonly ScaleValue[] | null;
}

/** The files compare programs that know only the values that occur; the declared scale gives their order. */
function readMatrix(input: RawMatrix, missing: unknown = input.missing): ReliabilityMatrix {
  return onOccurringScale(encodeMatrix(input.values, { scale: input.valueOrder ?? null, missing }));
}

/** Every coefficient that applies to a matrix of values. */
export function matrixCoefficients(input: InputOf<'matrix-coefficients'>): FigureGroup {
  const matrix = readMatrix(input);
  const figures: FigureGroup = {};
  for (const level of input.levels) figures[`alpha.${level}`] = alpha(matrix, level);
  for (const [id, figure] of Object.entries(percentAgreement(matrix))) {
    // Object.entries widens the values of an interface; all of PercentAgreement are estimates.
    figures[`percentAgreement.${id}`] = figure as Estimate;
  }
  addWeighted(figures, matrix, '');
  if (input.levels.includes('nominal')) addPerValue(figures, matrix);
  if (input.levels.some((level) => level !== 'nominal')) {
    for (const scheme of ['linear', 'quadratic', 'ordinal'] as const) {
      const weights = agreementWeights(matrix, scheme);
      if (weights !== null) addWeighted(figures, matrix, `.${scheme}`, weights);
    }
  }
  return figures;
}

function addWeighted(
  figures: FigureGroup,
  matrix: ReliabilityMatrix,
  suffix: string,
  weights?: AgreementWeights,
): void {
  figures[`fleissKappa${suffix}`] = fleissKappa(matrix, weights);
  figures[`brennanPrediger${suffix}`] = brennanPrediger(matrix, weights);
  figures[weights === undefined ? 'gwetAC1' : `gwetAC2${suffix}`] = gwet(matrix, weights);
  const complete = matrix.cells.every((cell) => cell >= 0);
  if (weights === undefined && complete) {
    figures['congerKappa'] = congerKappa(matrix);
    figures['lightKappa'] = lightKappa(matrix);
  }
  if (matrix.coders !== 2) return;
  const table = pairTable(matrix);
  figures[`cohenKappa${suffix}`] = cohenKappa(table, weights);
  if (weights !== undefined) return;
  figures['scottPi'] = scottPi(table);
  figures['holsti'] = holsti(table);
}

function addPerValue(figures: FigureGroup, matrix: ReliabilityMatrix): void {
  const add = (id: string, estimates: readonly Estimate[]): void => {
    estimates.forEach((estimate, place) => {
      figures[`${id}.${String(matrix.scale[place])}`] = estimate;
    });
  };
  add('alpha.nominal.value', alphaOfValues(matrix));
  if (matrix.cells.every((cell) => cell >= 0)) add('fleissKappa.category', fleissCategoryKappas(matrix));
}

/** Alpha of sets under both distances, and with sets taken as plain values. */
export function setFigures(input: InputOf<'set-valued-alpha'>): FigureGroup {
  const missing = input.missing ?? null;
  const sets = encodeSets(input.values.map((row) => row.map((cell) => (cell === missing ? null : cell))));
  return {
    'alpha.jaccard': setAlpha(sets, 'jaccard'),
    'alpha.masi': setAlpha(sets, 'masi'),
    'alpha.nominal': alpha(sets.matrix, 'nominal'),
  };
}

/** The table of a project's variables: each with alpha at its level, agreement, and alpha of each pair of coders. */
export function variableFigures(input: InputOf<'document-variables'>): FigureGroup {
  const figures: FigureGroup = {};
  for (const [name, variable] of Object.entries(input.variables)) {
    const matrix = encodeMatrix(variable.values, { scale: variable.valueOrder ?? null, missing: input.missing });
    const summary = summariseUnits(matrix);
    const pairwise: FigureGroup = {};
    for (let first = 0; first < matrix.coders; first += 1) {
      for (let second = first + 1; second < matrix.coders; second += 1) {
        const pair = selectCoders(matrix, [first, second]);
        pairwise[`${first + 1}-${second + 1}`] = alpha(pair, variable.level);
      }
    }
    figures[name] = {
      alpha: alpha(matrix, variable.level),
      percentAgreementUnitMean: percentAgreement(matrix).unitMean,
      pairableUnits: pairableUnits(summary),
      pairableValues: pairableValues(summary),
      pairwiseAlpha: pairwise,
    };
  }
  return figures;
}

/** Alpha with the percentile interval and standard errors of resampled units. */
export function bootstrapFigures(input: InputOf<'alpha-bootstrap'>, options: DrawOptions): FigureGroup {
  const { figure, summary, jackknife, state } = resampled(input, options, [0.667, 0.8]);
  const enough = (value: Estimate): Estimate => (state === 'undefined' ? undefinedFor('few-drawn') : value);
  return {
    alpha: figure,
    percentileLow: enough(fromDraws(summary.low)),
    percentileHigh: enough(fromDraws(summary.high)),
    bootstrapSE: enough(fromDraws(summary.standardError)),
    jackknifeSE: jackknife(),
    undefinedDraws: summary.undefinedDraws,
    ...Object.fromEntries(shares(summary).map(([id, share]) => [id, enough(share)])),
  };
}

/** Says where the interval of resampled units is approximate, because there are few of them. */
export function bootstrapNotes(input: InputOf<'alpha-bootstrap'>): Record<string, string> {
  const units = pairableUnits(summariseUnits(readMatrix(input)));
  const state = intervalStateOf(units);
  if (state !== 'approximate') return {};
  const note = intervalNote(state, units, 'unit');
  return { percentileLow: note, percentileHigh: note };
}

/** Alpha with the distribution of its resampled values. */
export function distributionFigures(input: InputOf<'alpha-bootstrap-exact'>, options: DrawOptions): FigureGroup {
  const { figure, summary } = resampled(input, options, [0.5, 0.667, 0.8]);
  return {
    alpha: figure,
    mean: fromDraws(summary.mean),
    sd: fromDraws(summary.standardError),
    undefinedProbability: summary.undefinedDraws / summary.draws,
    ...Object.fromEntries(shares(summary)),
  };
}

function resampled(
  input: InputOf<'alpha-bootstrap'>,
  options: DrawOptions,
  thresholds: readonly number[],
): { figure: Estimate; summary: BootstrapSummary; jackknife: () => Estimate; state: IntervalState } {
  const matrix = readMatrix(input);
  const level: Level = input.level;
  const resampling = unitResampling(matrix, {
    coderMatters: false,
    estimate: (units, weights) => alpha(units, level, weights),
  });
  const draws = options.draws ?? Math.max(10_000, input.minResamples);
  const summary = summariseDraws([drawBootstrap(resampling, options.seed, 0, draws)], input.ciLevel, thresholds);
  const state = intervalStateOf(resampling.kindOf.length);
  return { figure: alpha(matrix, level), summary, jackknife: () => jackknifeError(resampling), state };
}

function shares(summary: BootstrapSummary): [string, Estimate][] {
  return summary.below.map(({ threshold, share }) => [`probBelow.${threshold}`, fromDraws(share)]);
}

function fromDraws(value: number | null): Estimate {
  return value === null ? undefinedFor('undefined-draws') : { value, reason: null };
}
