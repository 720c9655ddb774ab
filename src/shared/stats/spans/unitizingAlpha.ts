import type { Distance } from '../values/alpha.ts';
import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate, Reason } from '../values/estimate.ts';
import type { UnitizingSums } from './unitizingSums.ts';

/*
 * The uα family of Krippendorff, Mathet, Bouvry & Widlöcher 2016 (Quality & Quantity 50; also Krippendorff 2019, §12.6).
 * Coders cut a text into units that do not overlap; what a coder leaves out is a gap, written 0 here. Notation, all
 * lengths in characters, m coders of a document:
 *
 *     l_ck = (1 / (m - 1)) sum_{i != j} sum over units or gaps g: c of i, h: k of j of |g and h|
 *     l_c = total length of c over coders,  l = sum_c l_c,  Q_c = sum of squared unit lengths,  Q_0 = l_0,  Q = sum Q_c
 *     e_ck = l (l_c l_k - [c = k] Q_c) / (l² - Q)
 *
 * The sums add over documents (unitizingSums.ts). Every figure is 1 at best, 0 what chance gives, negative below chance.
 * Blind spot of the whole family: touching units of one code count like one long unit.
 */

/**
 * uα: unitizing and coding together. 1 - (l - sum_c l_cc) / (l - sum_c e_cc), gaps included.
 * Undefined: no document with two coders, nobody marked anything, one code without gaps, codes of one coder that
 * overlap. O(codes²). Source: see the top of this file.
 */
export function unitizingAlpha(sums: UnitizingSums): Estimate {
  const reason = nothingToMeasure(sums);
  if (reason !== null) return undefinedFor(reason);
  const size = sums.lengths.length;
  const total = sum(sums.lengths);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < size; k += 1) if (c !== k) observed += sums.coincidences[c * size + k] ?? 0;
    expected += (sums.lengths[c] ?? 0) * (total - (sums.lengths[c] ?? 0));
  }
  if (expected === 0) return undefinedFor('no-variation');
  return defined(1 - (observed * (total * total - sum(sums.selfPairs))) / (total * expected));
}

/**
 * |uα: marked text against unmarked text, whatever the codes. 1 - (l_0 - l_00) / sum_{c != 0} e_0c.
 * Undefined as uα, and where no coder left a gap. O(codes). Source: see the top of this file.
 */
export function markedAlpha(sums: UnitizingSums): Estimate {
  const reason = nothingToMeasure(sums);
  if (reason !== null) return undefinedFor(reason);
  const size = sums.lengths.length;
  const gap = size - 1;
  const total = sum(sums.lengths);
  const gaps = sums.lengths[gap] ?? 0;
  if (gaps === 0) return undefinedFor('no-gaps');
  let observed = 0;
  for (let c = 0; c < gap; c += 1) observed += sums.coincidences[gap * size + c] ?? 0;
  const expected = (total * gaps * (total - gaps)) / (total * total - sum(sums.selfPairs));
  return defined(1 - observed / expected);
}

/** A figure of the coding of commonly marked text, and the share of text it rests on (0 .. 1), to be shown with it. */
export interface CoveredEstimate {
  readonly alpha: Estimate;
  readonly coverage: Estimate;
}

/**
 * cuα: the codes where coders marked the same text, and only there.
 *
 *     l*_c = sum_{k != 0} l_ck,  l* = sum_c l*_c,  x_g = (1 / (m - 1)) sum_{j != i} sum_{h != 0} |g and h|
 *     Q*_c = sum over units g: c of x_g²,  e*_ck = l* (l*_c l*_k - [c = k] Q*_c) / (l*² - Q*)
 *     cuα = 1 - sum l_ck d²(c, k) / sum e*_ck d²(c, k),  coverage = l* / l
 *
 * `distance` takes places in `sums.codes`; left out, d² is 1 for different codes. For more than two coders the published
 * equation of Q* allows other readings; this one (the square of the mean intersection) gives 0 for the (k)uα of a code
 * that occurs in one unit only, and meets the published digits. Undefined: no intersection, or one code only in the
 * intersections. O(codes²). Source: see the top of this file.
 */
export function codingAlpha(sums: UnitizingSums, distance?: Distance): CoveredEstimate {
  const reason = nothingToMeasure(sums);
  const total = sum(sums.lengths);
  const common = commonLengths(sums);
  const all = sum(common);
  const coverage = total === 0 ? undefinedFor('one-coder') : defined(all / total);
  if (reason !== null) return { alpha: undefinedFor(reason), coverage };
  if (all === 0) return { alpha: undefinedFor('no-intersection'), coverage };
  const { observed, products } = disagreements(sums, common, distance);
  if (products === 0) return { alpha: undefinedFor('single-code'), coverage };
  const expected = (all * products) / (all * all - sum(sums.intersections));
  return { alpha: defined(1 - observed / expected), coverage };
}

/**
 * Share of what was marked that two coders marked, 0 .. 1: l* / sum_{c != 0} l_c. It is 1 where all mark the same places,
 * however much of the text they leave out; the published coverage, l* / l, is a share of the whole text, gaps included.
 * Undefined where nobody marked anything. O(codes²).
 */
export function markedShare(sums: UnitizingSums): Estimate {
  const marked = sum(sums.lengths) - (sums.lengths.at(-1) ?? 0);
  return marked === 0 ? undefinedFor('nothing-coded') : defined(sum(commonLengths(sums)) / marked);
}

/**
 * (k)uα: one code, the place `code` in `sums.codes`, where coders marked the same text.
 *
 *     (k)uα = 1 - (e*_k / l*_k) sum_c l_ck d²(c, k) / sum_c e*_ck d²(c, k),  e*_k = sum_c e*_ck,  coverage = l*_k / l_k
 *
 * Notation as for cuα. Undefined: the code meets no marked text of another coder, or no other code occurs in the
 * intersections. O(codes²). Source: see the top of this file.
 */
export function singleCodeAlpha(sums: UnitizingSums, code: number, distance?: Distance): CoveredEstimate {
  const reason = nothingToMeasure(sums);
  const common = commonLengths(sums);
  const all = sum(common);
  const own = common[code] ?? 0;
  const length = sums.lengths[code] ?? 0;
  const coverage = length === 0 ? undefinedFor('nothing-coded') : defined(own / length);
  if (reason !== null) return { alpha: undefinedFor(reason), coverage };
  if (own === 0) return { alpha: undefinedFor('no-intersection'), coverage };
  const size = sums.lengths.length;
  let observed = 0;
  let products = 0;
  for (let c = 0; c < size - 1; c += 1) {
    if (c === code) continue;
    const difference = distance === undefined ? 1 : distance(c, code);
    observed += (sums.coincidences[c * size + code] ?? 0) * difference;
    products += (common[c] ?? 0) * own * difference;
  }
  if (products === 0) return { alpha: undefinedFor('single-code'), coverage };
  // The factor l* / (l*² - Q*) of every e*_ck falls out of e*_k / sum_c e*_ck d².
  const row = own * all - (sums.intersections[code] ?? 0);
  return { alpha: defined(1 - (row * observed) / (own * products)), coverage };
}

function nothingToMeasure(sums: UnitizingSums): Reason | null {
  if (sums.documents === 0) return 'one-coder';
  if (sums.overlapping) return 'overlapping-codes';
  const marked = sum(sums.lengths) - (sums.lengths[sums.lengths.length - 1] ?? 0);
  return marked > 0 ? null : 'nothing-coded';
}

/** l*_c for each code, without the gaps. */
function commonLengths(sums: UnitizingSums): Float64Array {
  const size = sums.lengths.length;
  const common = new Float64Array(size - 1);
  for (let c = 0; c < size - 1; c += 1) {
    for (let k = 0; k < size - 1; k += 1) common[c] = (common[c] ?? 0) + (sums.coincidences[c * size + k] ?? 0);
  }
  return common;
}

function disagreements(
  sums: UnitizingSums,
  common: Float64Array,
  distance: Distance | undefined,
): { observed: number; products: number } {
  const size = sums.lengths.length;
  let observed = 0;
  let products = 0;
  for (let c = 0; c < size - 1; c += 1) {
    for (let k = 0; k < c; k += 1) {
      const difference = distance === undefined ? 1 : distance(c, k);
      observed += 2 * (sums.coincidences[c * size + k] ?? 0) * difference;
      products += 2 * (common[c] ?? 0) * (common[k] ?? 0) * difference;
    }
  }
  return { observed, products };
}

function sum(list: Float64Array): number {
  let total = 0;
  for (const value of list) total += value;
  return total;
}
