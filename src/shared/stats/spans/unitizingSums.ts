import { tidyUnits } from './continuum.ts';
import type { CodedDocument, TidyUnits } from './continuum.ts';

/**
 * The sums that the uα family needs, lengths in characters. They add over documents, so a figure of many documents, or
 * of resampled ones, comes from adding these. Places 0 .. codes.length - 1 stand for the codes, the last for gaps.
 */
export interface UnitizingSums {
  readonly codes: readonly string[];
  /** l_ck at `[c * (codes.length + 1) + k]`: observed coincidences, gaps included. */
  readonly coincidences: Float64Array;
  /** l_c: total length of each code over coders, and of the gaps. */
  readonly lengths: Float64Array;
  /** Q_c: self pairs of each code (squares of its units' lengths), and of the gaps (their lengths). */
  readonly selfPairs: Float64Array;
  /** Q*_c: for each code the squares of its units' mean intersection with marked text of the other coders. */
  readonly intersections: Float64Array;
  /** Documents with two or more coders. */
  readonly documents: number;
  readonly merged: number;
  readonly dropped: number;
  /** Whether a coder gave different codes to the same text, which the family cannot take. */
  readonly overlapping: boolean;
}

/** Sections of one coder's continuum, units and gaps, without holes. */
interface Sections {
  readonly ends: Float64Array;
  readonly places: Int32Array;
  /** x_g times (coders - 1): what each section shares with marked text of the other coders. */
  readonly shared: Float64Array;
}

/**
 * The sums of one document for the codes given (units of other codes are an error of the caller). A document with fewer
 * than two coders adds nothing. O(coders² * units) after sorting, never by character.
 *
 * @throws AppError bad-input: a unit outside the document.
 */
export function unitizingSums(document: CodedDocument, codes: readonly string[]): UnitizingSums {
  const gap = codes.length;
  const size = gap + 1;
  const sums = emptySums(codes);
  const coders = document.coders.length;
  if (coders < 2) return sums;
  const tidy = document.coders.map((units) => tidyUnits(units, document.length));
  const counted = {
    ...sums,
    documents: 1,
    merged: tidy.reduce((sum, coder) => sum + coder.merged, 0),
    dropped: tidy.reduce((sum, coder) => sum + coder.dropped, 0),
    overlapping: tidy.some((coder) => coder.overlapping),
  };
  if (counted.overlapping) return counted;
  const places = new Map(codes.map((code, place) => [code, place]));
  const all = tidy.map((coder) => sectionsOf(coder, document.length, places, gap));
  for (let i = 0; i < coders; i += 1) {
    for (let j = i + 1; j < coders; j += 1) {
      const [first, second] = [all[i], all[j]];
      if (first !== undefined && second !== undefined) sweep(first, second, size, sums.coincidences);
    }
  }
  for (let index = 0; index < sums.coincidences.length; index += 1) {
    sums.coincidences[index] = (sums.coincidences[index] ?? 0) / (coders - 1);
  }
  for (const sections of all) addLengths(sections, gap, coders, sums);
  return counted;
}

function emptySums(codes: readonly string[]): UnitizingSums {
  const size = codes.length + 1;
  return {
    codes,
    coincidences: new Float64Array(size * size),
    lengths: new Float64Array(size),
    selfPairs: new Float64Array(size),
    intersections: new Float64Array(size),
    documents: 0,
    merged: 0,
    dropped: 0,
    overlapping: false,
  };
}

function sectionsOf(tidy: TidyUnits, length: number, places: ReadonlyMap<string, number>, gap: number): Sections {
  const ends = new Float64Array(2 * tidy.units.length + 1);
  const codes = new Int32Array(ends.length);
  let count = 0;
  let reached = 0;
  const add = (end: number, place: number): void => {
    ends[count] = end;
    codes[count] = place;
    count += 1;
    reached = end;
  };
  for (const unit of tidy.units) {
    if (unit.start > reached) add(unit.start, gap);
    add(unit.end, places.get(unit.code) ?? gap);
  }
  if (length > reached) add(length, gap);
  return { ends: ends.subarray(0, count), places: codes.subarray(0, count), shared: new Float64Array(count) };
}

/** Adds what every section of one coder shares with every section of the other, walking both lists once. */
function sweep(first: Sections, second: Sections, size: number, coincidences: Float64Array): void {
  const gap = size - 1;
  let i = 0;
  let j = 0;
  let from = 0;
  while (i < first.ends.length && j < second.ends.length) {
    const firstEnd = first.ends[i] ?? 0;
    const secondEnd = second.ends[j] ?? 0;
    const to = Math.min(firstEnd, secondEnd);
    const common = to - from;
    const c = first.places[i] ?? gap;
    const k = second.places[j] ?? gap;
    coincidences[c * size + k] = (coincidences[c * size + k] ?? 0) + common;
    coincidences[k * size + c] = (coincidences[k * size + c] ?? 0) + common;
    if (c !== gap && k !== gap) {
      first.shared[i] = (first.shared[i] ?? 0) + common;
      second.shared[j] = (second.shared[j] ?? 0) + common;
    }
    from = to;
    if (firstEnd === to) i += 1;
    if (secondEnd === to) j += 1;
  }
}

function addLengths(sections: Sections, gap: number, coders: number, sums: UnitizingSums): void {
  let start = 0;
  for (let index = 0; index < sections.ends.length; index += 1) {
    const end = sections.ends[index] ?? 0;
    const place = sections.places[index] ?? gap;
    const length = end - start;
    const shared = (sections.shared[index] ?? 0) / (coders - 1);
    sums.lengths[place] = (sums.lengths[place] ?? 0) + length;
    sums.selfPairs[place] = (sums.selfPairs[place] ?? 0) + (place === gap ? length : length * length);
    sums.intersections[place] = (sums.intersections[place] ?? 0) + shared * shared;
    start = end;
  }
}

/**
 * Adds the sums of documents, all made for the same codes; `weights` says how often each document counts (left out:
 * once). Pooling documents this way is the same as laying them end to end, since no unit crosses a border.
 */
export function addUnitizingSums(
  parts: readonly UnitizingSums[],
  codes: readonly string[],
  weights?: ArrayLike<number>,
): UnitizingSums {
  const total = emptySums(codes);
  const counts = { documents: 0, merged: 0, dropped: 0, overlapping: false };
  parts.forEach((part, index) => {
    const weight = weights === undefined ? 1 : (weights[index] ?? 0);
    if (weight === 0) return;
    addScaled(total.coincidences, part.coincidences, weight);
    addScaled(total.lengths, part.lengths, weight);
    addScaled(total.selfPairs, part.selfPairs, weight);
    addScaled(total.intersections, part.intersections, weight);
    counts.documents += weight * part.documents;
    counts.merged += weight * part.merged;
    counts.dropped += weight * part.dropped;
    counts.overlapping ||= part.overlapping;
  });
  return { ...total, ...counts };
}

function addScaled(target: Float64Array, source: Float64Array, weight: number): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + weight * (source[index] ?? 0);
  }
}
