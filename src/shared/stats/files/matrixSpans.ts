import { boundarySimilarity } from '../spans/boundarySimilarity.ts';
import {
  characterAgreement,
  characterCounts,
  characterKappa,
  segmentAgreement,
  segmentCounts,
  segmentKappa,
} from '../spans/codeComparison.ts';
import { codesOf } from '../spans/continuum.ts';
import type { CodedDocument, CodedUnit } from '../spans/continuum.ts';
import { gammaFromDisorders } from '../spans/gamma.ts';
import { bestAlignment } from '../spans/gammaAlignment.ts';
import { legacyUnitizingAlpha } from '../spans/legacyUnitizingAlpha.ts';
import { addTallies, spanScores, tallyPlaces, tallySpansByCode } from '../spans/spanScores.ts';
import type { Scores, SpanTally } from '../spans/spanScores.ts';
import { codingAlpha, markedAlpha, singleCodeAlpha, unitizingAlpha } from '../spans/unitizingAlpha.ts';
import { addUnitizingSums, unitizingSums } from '../spans/unitizingSums.ts';
import { windowMeasures } from '../spans/windowMeasures.ts';
import type { Distance } from '../values/alpha.ts';
import { defined, undefinedFor } from '../values/estimate.ts';
import type { FigureGroup } from './figures.ts';
import type { InputOf } from './matrixInput.ts';

/** The uα family of pooled documents; for a single document also the older α_U. */
export function unitizingFigures(input: InputOf<'unitizing-alpha'>): FigureGroup {
  const documents: CodedDocument[] = input.documents.map((document) => ({
    length: document.continuumLength,
    coders: document.coders.map((coder) => coder.units),
  }));
  const codes = codesOf(documents);
  const sums = addUnitizingSums(
    documents.map((document) => unitizingSums(document, codes)),
    codes,
  );
  const coding = codingAlpha(sums);
  const figures: FigureGroup = {
    u: unitizingAlpha(sums),
    bar_u: markedAlpha(sums),
    cu: coding.alpha,
    'cu.coverage': coding.coverage,
  };
  codes.forEach((code, place) => {
    const single = singleCodeAlpha(sums, place);
    figures[`ku.${code}`] = single.alpha;
    figures[`ku.${code}.coverage`] = single.coverage;
  });
  const numbers = codes.map(Number);
  if (codes.length > 0 && codes.every((code, place) => code.trim() !== '' && Number.isFinite(numbers[place]))) {
    figures['cu.interval'] = codingAlpha(sums, (c, k) => ((numbers[c] ?? 0) - (numbers[k] ?? 0)) ** 2).alpha;
    figures['cu.ratio'] = numbers.some((number) => number < 0)
      ? undefinedFor('negative-values')
      : codingAlpha(sums, ratioDistance(numbers)).alpha;
  }
  const [only, ...others] = documents;
  if (only === undefined || others.length > 0) return figures;
  const legacy = legacyUnitizingAlpha(only);
  figures['alphaU2004'] = legacy.all;
  for (const [code, estimate] of legacy.codes) figures[`alphaU2004.${code}`] = estimate;
  return figures;
}

function ratioDistance(numbers: readonly number[]): Distance {
  return (c, k) => {
    const [x, y] = [numbers[c] ?? 0, numbers[k] ?? 0];
    return x === y ? 0 : ((x - y) / (x + y)) ** 2;
  };
}

/** Span scores of A as the response against B as the reference: with codes, places only, and code by code. */
export function spanFigures(input: InputOf<'span-prf'>): FigureGroup {
  const { A, B, continuumLength } = input;
  const byCode = tallySpansByCode(A, B, continuumLength);
  const figures: FigureGroup = {
    ...scoreFigures(addTallies(byCode.values()), ''),
    ...scoreFigures(tallyPlaces(A, B, continuumLength), '.unlabelled'),
  };
  const perCode: FigureGroup = {};
  for (const [code, tally] of byCode) {
    const scores = spanScores(tally);
    perCode[code] = {
      nA: tally.responseUnits,
      nB: tally.referenceUnits,
      partialP: scores.partial.precision,
      partialR: scores.partial.recall,
      partialF1: scores.partial.f1,
      exactF1: scores.exact.f1,
    };
  }
  figures['perCode'] = perCode;
  return figures;
}

function scoreFigures(tally: SpanTally, suffix: string): FigureGroup {
  const { jaccard, ...scores } = spanScores(tally);
  const figures: FigureGroup = { [`jaccard${suffix}`]: jaccard };
  const add = (id: string, { precision, recall, f1 }: Scores): void => {
    figures[`${id}${suffix}.P`] = precision;
    figures[`${id}${suffix}.R`] = recall;
    figures[`${id}${suffix}.F1`] = f1;
  };
  add('exact', scores.exact);
  add('overlapMatched', scores.overlapMatched);
  add('iou50', scores.iou50);
  add('overlapAny', scores.overlapAny);
  add('partial', scores.partial);
  add('chars', scores.chars);
  return figures;
}

const segmentThresholds = ['0.01', '0.5', '0.9', '1.0'];

/** The tables that programs for qualitative data print: characters per code, and segments at several overlaps. */
export function codeTableFigures(input: InputOf<'per-code-tables'>): FigureGroup {
  const { A, B, continuumLength, codeCount } = input;
  const figures: FigureGroup = {};
  for (const [code, counts] of characterCounts(A, B, continuumLength)) {
    figures[`character.${code}`] = {
      both: counts.both,
      onlyA: counts.onlyFirst,
      onlyB: counts.onlySecond,
      neither: counts.neither,
      agreement: characterAgreement(counts),
      kappa: characterKappa(counts),
    };
  }
  for (const threshold of segmentThresholds) {
    const perCode: FigureGroup = {};
    let agree = 0;
    let disagree = 0;
    for (const [code, counts] of segmentCounts(A, B, continuumLength, Number(threshold))) {
      perCode[code] = segmentAgreement(counts);
      agree += counts.agree;
      disagree += counts.disagree;
    }
    figures[`segments.iou${threshold}`] = {
      agree,
      disagree,
      percent: segmentAgreement({ agree, disagree }),
      chance: 1 / codeCount,
      kappaBP: segmentKappa({ agree, disagree }, codeCount),
      perCode,
    };
  }
  return figures;
}

/** Boundary similarity, Pk and WindowDiff. */
export function segmentationFigures(input: InputOf<'segmentation'>): FigureGroup {
  const { reference, hypothesis } = input;
  const { pk, windowDiff } = windowMeasures(reference, hypothesis, input.window ?? undefined);
  return {
    boundarySimilarity: boundarySimilarity(reference, hypothesis, input.transpositionSpan ?? undefined),
    pk,
    windowDiff,
  };
}

/** Disorder of the best alignment and, where the file gives sampled continua, γ against these. */
export function gammaFigures(input: InputOf<'gamma'>): FigureGroup {
  const options = { alpha: input.alpha, beta: input.beta, deltaEmpty: input.deltaEmpty };
  const observed = bestAlignment(input.coders ?? coderLists(input.units ?? []), options).disorder;
  if (input.sampledContinua === undefined) return { observedDisorder: observed };
  const disorders: number[] = [];
  for (const continuum of input.sampledContinua) {
    const { disorder } = bestAlignment(continuum, options);
    if (disorder.value !== null) disorders.push(disorder.value);
  }
  if (disorders.length === 0 || disorders.length < input.sampledContinua.length) {
    const none = undefinedFor('undefined-draws');
    return { observedDisorder: observed, meanSampledDisorder: none, gammaFromTheseSamples: none };
  }
  const mean = disorders.reduce((sum, disorder) => sum + disorder, 0) / disorders.length;
  return {
    observedDisorder: observed,
    meanSampledDisorder: defined(mean),
    gammaFromTheseSamples: gammaFromDisorders(observed, disorders),
  };
}

function coderLists(units: readonly (CodedUnit & { readonly annotator: string })[]): CodedUnit[][] {
  const lists = new Map<string, CodedUnit[]>();
  for (const { annotator, ...unit } of units) {
    const list = lists.get(annotator);
    if (list === undefined) lists.set(annotator, [unit]);
    else list.push(unit);
  }
  return [...lists.values()];
}
