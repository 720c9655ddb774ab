import { statsWords } from '#words/core/stats.ts';
import { enoughDrawn, intervalStateOf } from '../certainty/intervalState.ts';
import { documentResampling } from '../certainty/resampling.ts';
import { codesOf, onlyCodes } from '../spans/continuum.ts';
import type { CodedDocument } from '../spans/continuum.ts';
import { addTallies, spanScores, tallySpansByCode } from '../spans/spanScores.ts';
import type { SpanTally } from '../spans/spanScores.ts';
import { codingAlpha, markedAlpha, markedShare, singleCodeAlpha, unitizingAlpha } from '../spans/unitizingAlpha.ts';
import type { CoveredEstimate } from '../spans/unitizingAlpha.ts';
import { addUnitizingSums, unitizingSums } from '../spans/unitizingSums.ts';
import type { UnitizingSums } from '../spans/unitizingSums.ts';
import { undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import type { AverageFigure } from './average.ts';
import { figureOf, judge, verdictOf } from './judged.ts';
import type { Draws, Figure, JudgedFigure } from './judged.ts';
import { spanAverages, spanPairs } from './spanPairs.ts';
import type { NamedDocument, SpanPairReport } from './spanPairs.ts';

export type CodeReport = {
  code: string;
  spans: number;
  /** Characters marked, summed over coders. */
  characters: number;
  /** uα of the code against everything else. */
  alpha: JudgedFigure;
  verdict: string;
  /** (k)uα where coders marked the same text, and the share of the code's text that it rests on. */
  sameText: Figure;
  coverage: Figure;
  f1Exact: Figure;
  f1Partial: Figure;
  jaccard: Figure;
};

export type SpanReport = {
  /** Documents with two or more coders. */
  documents: number;
  /** “Same places?”: |uα, marked or not marked. */
  places: JudgedFigure;
  /** “Same places and codes?”: uα. */
  placesAndCodes: JudgedFigure;
  /** “Same code where both marked?”: cuα, with the share of marked text that it rests on. */
  codes: JudgedFigure;
  coverage: Figure;
  f1Exact: Figure;
  f1Partial: Figure;
  verdict: string;
  /** Worst first; undefined ones last. */
  perCode: CodeReport[];
  /** Each pair of coders who have articles in common. */
  pairs: SpanPairReport[];
  /** Means over pairs of coders and over articles. The figures above pool all data. */
  averages: AverageFigure[];
  warnings: string[];
};

/**
 * Agreement on passages. uα needs codes that exclude each other: where one coder's codes overlap it is undefined for all
 * codes together, and given code by code. F1 is pooled over pairs of coders; chance is not taken out of it.
 *
 * `documents` hold the texts that two or more coders finished; offsets in characters. O(draws * documents * codes²).
 */
export function spanReport(
  documents: readonly NamedDocument[],
  names: readonly string[],
  draws: Draws,
  onDraws: () => void,
): SpanReport {
  const shared = documents.filter(({ coders }) => coders.length > 1);
  const pairs = spanPairs(shared, names);
  const codes = codesOf(shared);
  const parts = shared.map((document) => unitizingSums(document, codes));
  const total = addUnitizingSums(parts, codes);
  const judged = (measure: (sums: UnitizingSums) => Estimate): JudgedFigure =>
    judge(documentResampling(parts, codes, measure), draws, onDraws);
  const marked = shared.map((document) => ({
    ...document,
    coders: document.coders.map((units) => units.map((unit) => ({ ...unit, code: 'marked' }))),
  }));
  const markedParts = marked.map((document) => unitizingSums(document, ['marked']));
  const tallies = talliesOf(shared);
  const all = spanScores(addTallies([...tallies.values()].flat()));
  const placesAndCodes = judged(unitizingAlpha);
  const markedText = total.overlapping ? undefinedFor('overlapping-codes') : markedShare(total);
  return {
    documents: shared.length,
    places: judge(documentResampling(markedParts, ['marked'], markedAlpha), draws, onDraws),
    placesAndCodes,
    codes: judged((sums) => (sums.overlapping ? undefinedFor('overlapping-codes') : codingAlpha(sums).alpha)),
    coverage: figureOf(markedText),
    f1Exact: figureOf(all.exact.f1),
    f1Partial: figureOf(all.partial.f1),
    verdict: verdictOf(placesAndCodes),
    perCode: codes
      .map((code, place) => codeReport(code, place, shared, total, tallies.get(code) ?? [], draws, onDraws))
      .sort((a, b) => (a.alpha.value ?? 2) - (b.alpha.value ?? 2)),
    pairs,
    averages: spanAverages(shared, pairs),
    warnings: warningsOf(total, markedText, shared),
  };
}

function covered(sums: UnitizingSums, measure: () => CoveredEstimate): CoveredEstimate {
  const none = undefinedFor('overlapping-codes');
  return sums.overlapping ? { alpha: none, coverage: none } : measure();
}

function codeReport(
  code: string,
  place: number,
  documents: readonly CodedDocument[],
  total: UnitizingSums,
  tallies: readonly SpanTally[],
  draws: Draws,
  onDraws: () => void,
): CodeReport {
  const alone = onlyCodes(documents, new Set([code]));
  const parts = alone.map((document) => unitizingSums(document, [code]));
  const alpha = judge(documentResampling(parts, [code], unitizingAlpha), draws, onDraws);
  const scores = spanScores(addTallies(tallies));
  const single = covered(total, () => singleCodeAlpha(total, place));
  const units = alone.flatMap(({ coders }) => coders.flat());
  return {
    code,
    spans: units.length,
    characters: units.reduce((sum, { start, end }) => sum + end - start, 0),
    alpha,
    verdict: verdictOf(alpha),
    sameText: figureOf(single.alpha),
    coverage: figureOf(single.coverage),
    f1Exact: figureOf(scores.exact.f1),
    f1Partial: figureOf(scores.partial.f1),
    jaccard: figureOf(scores.jaccard),
  };
}

/** What each pair of coders has in common, by code. */
function talliesOf(documents: readonly CodedDocument[]): Map<string, SpanTally[]> {
  const tallies = new Map<string, SpanTally[]>();
  for (const { coders, length } of documents) {
    coders.forEach((first, place) => {
      for (const second of coders.slice(place + 1)) {
        for (const [code, tally] of tallySpansByCode(first, second, length)) {
          const known = tallies.get(code);
          if (known) known.push(tally);
          else tallies.set(code, [tally]);
        }
      }
    });
  }
  return tallies;
}

function warningsOf(sums: UnitizingSums, markedText: Estimate, documents: readonly CodedDocument[]): string[] {
  const warnings: string[] = [];
  if (sums.overlapping) warnings.push(statsWords.overlappingCodes);
  if (sums.merged > 0) warnings.push(statsWords.passagesJoined({ passages: sums.merged }));
  if (markedText.value !== null && markedText.value < 0.5) warnings.push(statsWords.littleShared);
  const units = documents.flatMap(({ coders }) => coders.flat());
  const lengths = units.map(({ start, end }) => end - start);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const sum = lengths.reduce((all, length) => all + length, 0);
  if (units.length > 1 && longest > sum / 10) warnings.push(statsWords.oneLongPassage);
  if (documents.length > 0 && documents.length < enoughDrawn) {
    const articles = documents.length;
    warnings.push(statsWords.fewArticles({ articles, state: intervalStateOf(articles) }));
  }
  return warnings;
}
