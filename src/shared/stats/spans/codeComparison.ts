import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { tidyUnits } from './continuum.ts';
import type { CodedUnit } from './continuum.ts';
import { sharedLengths } from './spanMatching.ts';
import { byCode } from './spanScores.ts';

/** One code of two coders, counted in characters; counts add over documents. */
export interface CharacterCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** One code, or all codes, of two coders, counted in segments; counts add over documents. */
export interface SegmentCounts {
  readonly agree: number;
  readonly disagree: number;
}

/**
 * Characters that both, one or none of two coders marked with a code, for each code that occurs. Units of a code that
 * overlap count once. O(n log n).
 *
 * @throws AppError bad-input: a unit outside the document.
 */
export function characterCounts(
  first: readonly CodedUnit[],
  second: readonly CodedUnit[],
  length: number,
): Map<string, CharacterCounts> {
  return perCode(first, second, length, (ours, theirs) => {
    const both = sharedLengths(ours, theirs).reduce((sum, pair) => sum + pair.length, 0);
    const onlyFirst = totalLength(ours) - both;
    const onlySecond = totalLength(theirs) - both;
    return { both, onlyFirst, onlySecond, neither: length - both - onlyFirst - onlySecond };
  });
}

/** Share of characters on which two coders agree about a code: (both + neither) / all. 0 .. 1. Empty text: undefined. */
export function characterAgreement(counts: CharacterCounts): Estimate {
  const all = counts.both + counts.onlyFirst + counts.onlySecond + counts.neither;
  return all === 0 ? undefinedFor('no-pairable-units') : defined((counts.both + counts.neither) / all);
}

/**
 * Cohen's kappa of one code on characters. With N characters, a = both + onlyFirst and b = both + onlySecond:
 *
 *     kappa = (A_o - A_e) / (1 - A_e),  A_o = (both + neither) / N,  A_e = (a / N)(b / N) + (1 - a / N)(1 - b / N)
 *
 * Chance agreement is the *sum* of agreeing on yes and on no. 1 at best, 0 chance. Uncoded text swells agreement, so
 * `neither` belongs beside it. A_e = 1 (both marked everything, or both nothing): undefined. O(1). Source: Cohen 1960.
 */
export function characterKappa(counts: CharacterCounts): Estimate {
  const { both, onlyFirst, onlySecond, neither } = counts;
  const all = both + onlyFirst + onlySecond + neither;
  if (all === 0) return undefinedFor('no-pairable-units');
  const first = both + onlyFirst;
  const second = both + onlySecond;
  const expected = first * (all - second) + second * (all - first);
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - ((onlyFirst + onlySecond) * all) / expected);
}

/**
 * Counts every segment of either coder as one decision: it agrees when the other coder has a segment of the same code
 * with |a and b| / |a or b| >= `threshold` (above 0, up to 1). For each code that occurs. O(n log n).
 *
 * @throws AppError bad-input: a unit outside the document.
 */
export function segmentCounts(
  first: readonly CodedUnit[],
  second: readonly CodedUnit[],
  length: number,
  threshold: number,
): Map<string, SegmentCounts> {
  return perCode(first, second, length, (ours, theirs) => {
    const agreeingFirst = new Set<number>();
    const agreeingSecond = new Set<number>();
    for (const pair of sharedLengths(ours, theirs)) {
      const union = pair.responseLength + pair.referenceLength - pair.length;
      if (pair.length / union < threshold) continue;
      agreeingFirst.add(pair.response);
      agreeingSecond.add(pair.reference);
    }
    const agree = agreeingFirst.size + agreeingSecond.size;
    return { agree, disagree: ours.length + theirs.length - agree };
  });
}

/** Share of agreeing segments, 0 .. 1; no segment: undefined. */
export function segmentAgreement(counts: SegmentCounts): Estimate {
  const all = counts.agree + counts.disagree;
  return all === 0 ? undefinedFor('nothing-coded') : defined(counts.agree / all);
}

/**
 * Brennan–Prediger's kappa of segments: (A - 1/q) / (1 - 1/q), A the share of agreeing segments, q the number of codes on
 * offer. Fewer than two codes or no segment: undefined. O(1). Source: Brennan & Prediger 1981.
 */
export function segmentKappa(counts: SegmentCounts, codeCount: number): Estimate {
  const agreement = segmentAgreement(counts);
  if (agreement.value === null) return agreement;
  if (codeCount < 2) return undefinedFor('single-code');
  return defined(1 - (1 - agreement.value) / (1 - 1 / codeCount));
}

function perCode<T>(
  first: readonly CodedUnit[],
  second: readonly CodedUnit[],
  length: number,
  count: (first: readonly CodedUnit[], second: readonly CodedUnit[]) => T,
): Map<string, T> {
  const ours = byCode(tidyUnits(first, length).units);
  const theirs = byCode(tidyUnits(second, length).units);
  const codes = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return new Map(codes.map((code) => [code, count(ours.get(code) ?? [], theirs.get(code) ?? [])]));
}

function totalLength(units: readonly CodedUnit[]): number {
  return units.reduce((sum, unit) => sum + unit.end - unit.start, 0);
}
