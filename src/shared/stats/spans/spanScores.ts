import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { tidyUnits } from './continuum.ts';
import type { CodedUnit } from './continuum.ts';
import { matchedPairs, sharedLengths } from './spanMatching.ts';

/** Precision, recall and their harmonic mean, 0 .. 1. */
export interface Scores {
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: Estimate;
}

/**
 * What one response has in common with one reference, in a form that adds over documents, codes and pairs of coders.
 * Counts of units; `chars` are counts of (character, code).
 */
export interface SpanTally {
  readonly responseUnits: number;
  readonly referenceUnits: number;
  readonly exact: number;
  readonly overlapMatched: number;
  readonly half: number;
  readonly touchedResponse: number;
  readonly touchedReference: number;
  readonly responseCredit: number;
  readonly referenceCredit: number;
  readonly responseChars: number;
  readonly referenceChars: number;
  readonly sharedChars: number;
}

/** Every span score of a tally. */
export interface SpanScores {
  readonly exact: Scores;
  readonly overlapMatched: Scores;
  readonly iou50: Scores;
  readonly overlapAny: Scores;
  readonly partial: Scores;
  readonly chars: Scores;
  readonly jaccard: Estimate;
}

const nothing: SpanTally = {
  responseUnits: 0,
  referenceUnits: 0,
  exact: 0,
  overlapMatched: 0,
  half: 0,
  touchedResponse: 0,
  touchedReference: 0,
  responseCredit: 0,
  referenceCredit: 0,
  responseChars: 0,
  referenceChars: 0,
  sharedChars: 0,
};

/**
 * Compares the units of a coder (`response`) with those of another or of a reference, code by code, in one document of
 * `length` characters. Units without length are dropped and overlapping units of one code joined first, on both sides.
 * O(n log n).
 *
 * @throws AppError bad-input: a unit outside the document.
 */
export function tallySpansByCode(
  response: readonly CodedUnit[],
  reference: readonly CodedUnit[],
  length: number,
): Map<string, SpanTally> {
  const ours = byCode(tidyUnits(response, length).units);
  const theirs = byCode(tidyUnits(reference, length).units);
  const codes = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return new Map(codes.map((code) => [code, tallyOneCode(ours.get(code) ?? [], theirs.get(code) ?? [])]));
}

/** As `tallySpansByCode`, but places only: units of all codes are treated as one code, and joined where they overlap. */
export function tallyPlaces(
  response: readonly CodedUnit[],
  reference: readonly CodedUnit[],
  length: number,
): SpanTally {
  const strip = (units: readonly CodedUnit[]): CodedUnit[] => units.map((unit) => ({ ...unit, code: '' }));
  return addTallies(tallySpansByCode(strip(response), strip(reference), length).values());
}

/** Pools tallies of documents, codes or pairs of coders. */
export function addTallies(tallies: Iterable<SpanTally>): SpanTally {
  const sum = { ...nothing };
  for (const tally of tallies) {
    for (const key of tallyKeys) sum[key] += tally[key];
  }
  return sum;
}

const tallyKeys = [
  'responseUnits',
  'referenceUnits',
  'exact',
  'overlapMatched',
  'half',
  'touchedResponse',
  'touchedReference',
  'responseCredit',
  'referenceCredit',
  'responseChars',
  'referenceChars',
  'sharedChars',
] as const satisfies readonly (keyof SpanTally)[];

/**
 * Precision P, recall R and F1 = 2 P R / (P + R) (0 where P + R = 0). A the response, B the reference; units pair up
 * within a code only, and touching units do not overlap:
 *
 * - exact: units with the same start, end and code, P = shared / |A|, R = shared / |B|
 * - overlapMatched: greatest number of one-to-one pairs that share a character
 * - iou50: the same for pairs with |a and b| / |a or b| >= 0.5
 * - overlapAny: share of units that share a character with any unit of the other side
 * - partial: P = (1 / |A|) sum |a and b| / |a|, R = (1 / |B|) sum |a and b| / |b| over overlapping pairs
 * - chars: pairs of character and code as sets; jaccard = |A and B| / |A or B| of them
 *
 * F1 is the same from either side for exact, overlapMatched, iou50 and chars: for two coders it is their positive
 * specific agreement. Chance is not taken out. Nobody marked anything: undefined. One side empty: 0. O(1).
 * Sources: Da San Martino et al. 2019, EMNLP, and 2020, SemEval task 11 (partial); Hripcsak & Rothschild 2005, JAMIA 12.
 */
export function spanScores(tally: SpanTally): SpanScores {
  const { responseUnits, referenceUnits } = tally;
  const ofUnits = (response: number, reference: number = response): Scores =>
    scores(response, responseUnits, reference, referenceUnits);
  const union = tally.responseChars + tally.referenceChars - tally.sharedChars;
  return {
    exact: ofUnits(tally.exact),
    overlapMatched: ofUnits(tally.overlapMatched),
    iou50: ofUnits(tally.half),
    overlapAny: ofUnits(tally.touchedResponse, tally.touchedReference),
    partial: ofUnits(tally.responseCredit, tally.referenceCredit),
    chars: scores(tally.sharedChars, tally.responseChars, tally.sharedChars, tally.referenceChars),
    jaccard: union === 0 ? undefinedFor('nothing-coded') : defined(tally.sharedChars / union),
  };
}

function scores(response: number, responseAll: number, reference: number, referenceAll: number): Scores {
  if (responseAll === 0 && referenceAll === 0) {
    const none = undefinedFor('nothing-coded');
    return { precision: none, recall: none, f1: none };
  }
  const precision = responseAll === 0 ? 0 : response / responseAll;
  const recall = referenceAll === 0 ? 0 : reference / referenceAll;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: defined(precision), recall: defined(recall), f1: defined(f1) };
}

function tallyOneCode(response: readonly CodedUnit[], reference: readonly CodedUnit[]): SpanTally {
  const shared = sharedLengths(response, reference);
  const touchedResponse = new Set<number>();
  const touchedReference = new Set<number>();
  let exact = 0;
  let responseCredit = 0;
  let referenceCredit = 0;
  let sharedChars = 0;
  for (const pair of shared) {
    touchedResponse.add(pair.response);
    touchedReference.add(pair.reference);
    responseCredit += pair.length / pair.responseLength;
    referenceCredit += pair.length / pair.referenceLength;
    sharedChars += pair.length;
    if (pair.length === pair.responseLength && pair.length === pair.referenceLength) exact += 1;
  }
  return {
    responseUnits: response.length,
    referenceUnits: reference.length,
    exact,
    overlapMatched: matchedPairs(shared),
    half: matchedPairs(shared.filter((pair) => 3 * pair.length >= pair.responseLength + pair.referenceLength)),
    touchedResponse: touchedResponse.size,
    touchedReference: touchedReference.size,
    responseCredit,
    referenceCredit,
    responseChars: totalLength(response),
    referenceChars: totalLength(reference),
    sharedChars,
  };
}

function totalLength(units: readonly CodedUnit[]): number {
  return units.reduce((sum, unit) => sum + unit.end - unit.start, 0);
}

/** Units by code, each list in the order of the text. */
export function byCode(units: readonly CodedUnit[]): Map<string, CodedUnit[]> {
  const lists = new Map<string, CodedUnit[]>();
  for (const unit of units) {
    const list = lists.get(unit.code);
    if (list === undefined) lists.set(unit.code, [unit]);
    else list.push(unit);
  }
  return lists;
}
