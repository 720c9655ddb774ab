import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { codesOf, onlyCodes, tidyUnits } from './continuum.ts';
import type { CodedDocument, CodedUnit } from './continuum.ts';

/** The older figure for all codes together and for each code. */
export interface LegacyUnitizingAlpha {
  readonly all: Estimate;
  readonly codes: ReadonlyMap<string, Estimate>;
}

/**
 * Krippendorff's older alpha for unitizing (α_U of 1995 and 2004), kept to compare with programs that still print it.
 * Code by code, over one document of length L with m coders; l a unit's length, b and e its ends:
 *
 *     D_o = sum d / (m (m - 1) L²) over ordered pairs of coders, with d = (b1 - b2)² + (e1 - e2)² for intersecting
 *           units and l² for a unit wholly inside a gap of the other coder
 *     D_e = (2 / L) sum over units of [(N - 1)(2 l³ - 3 l² + l) / 3 + l² sum over gaps g >= l of (g - l + 1)]
 *           / (m L (m L - 1) - sum over units of l (l - 1))
 *     α_U = 1 - D_o / D_e, for all codes 1 - sum_c D_o / sum_c D_e
 *
 * N the units of the code over all coders. 1 at best, 0 chance, can fall far below -1. Codes may overlap each other.
 * Fewer than two coders, nothing coded: undefined. Not comparable with the family of 2016. O(codes * coders² * units).
 * Sources: Krippendorff 1995, Sociological Methodology 25; Krippendorff 2004, Content Analysis, 2nd ed., §11.6.
 */
export function legacyUnitizingAlpha(document: CodedDocument): LegacyUnitizingAlpha {
  const codes = new Map<string, Estimate>();
  if (document.coders.length < 2) return { all: undefinedFor('one-coder'), codes };
  let observed = 0;
  let expected = 0;
  for (const code of codesOf([document])) {
    const coders = onlyCodes([document], new Set([code]))[0]?.coders ?? [];
    const units = coders.map((list) => tidyUnits(list, document.length).units);
    const codeObserved = observedDisagreement(units, document.length);
    const codeExpected = expectedDisagreement(units, document.length);
    codes.set(code, quotient(codeObserved, codeExpected));
    observed += codeObserved;
    expected += codeExpected;
  }
  return { all: quotient(observed, expected), codes };
}

function quotient(observed: number, expected: number): Estimate {
  return expected === 0 ? undefinedFor('nothing-coded') : defined(1 - observed / expected);
}

function observedDisagreement(coders: readonly (readonly CodedUnit[])[], length: number): number {
  let sum = 0;
  coders.forEach((first, i) => {
    for (const second of coders.slice(i + 1)) sum += 2 * pairDifference(first, second);
  });
  return sum / (coders.length * (coders.length - 1) * length * length);
}

function pairDifference(first: readonly CodedUnit[], second: readonly CodedUnit[]): number {
  const firstMet = new Uint8Array(first.length);
  const secondMet = new Uint8Array(second.length);
  let sum = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const a = first[i];
    const b = second[j];
    if (a === undefined || b === undefined) break;
    if (a.start < b.end && b.start < a.end) {
      sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
      firstMet[i] = 1;
      secondMet[j] = 1;
    }
    if (a.end <= b.end) i += 1;
    else j += 1;
  }
  return sum + lonely(first, firstMet) + lonely(second, secondMet);
}

function lonely(units: readonly CodedUnit[], met: Uint8Array): number {
  return units.reduce((sum, unit, place) => sum + (met[place] === 1 ? 0 : (unit.end - unit.start) ** 2), 0);
}

function expectedDisagreement(coders: readonly (readonly CodedUnit[])[], length: number): number {
  const lengths = coders.flatMap((units) => units.map((unit) => unit.end - unit.start)).sort((a, b) => b - a);
  const gaps = coders.flatMap((units) => gapLengths(units, length)).sort((a, b) => b - a);
  // Units from the longest to the shortest meet ever more gaps that are at least as long.
  let fitting = 0;
  let gapSum = 0;
  let sum = 0;
  let ownPairs = 0;
  for (const l of lengths) {
    for (let gap = gaps[fitting]; gap !== undefined && gap >= l; gap = gaps[fitting]) {
      gapSum += gap;
      fitting += 1;
    }
    const inGaps = gapSum - fitting * (l - 1);
    sum += ((lengths.length - 1) * (2 * l ** 3 - 3 * l ** 2 + l)) / 3 + l ** 2 * inGaps;
    ownPairs += l * (l - 1);
  }
  const places = coders.length * length;
  return sum === 0 ? 0 : ((2 / length) * sum) / (places * (places - 1) - ownPairs);
}

function gapLengths(units: readonly CodedUnit[], length: number): number[] {
  const gaps: number[] = [];
  let reached = 0;
  for (const unit of units) {
    if (unit.start > reached) gaps.push(unit.start - reached);
    reached = unit.end;
  }
  if (length > reached) gaps.push(length - reached);
  return gaps;
}
