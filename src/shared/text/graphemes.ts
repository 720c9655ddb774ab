import { utf16 } from './offsets.ts';
import type { Span, Utf16Offset } from './offsets.ts';
import { segmenterFor } from './segmenters.ts';

/**
 * Grapheme clusters: what a reader takes for one character (UAX #29, as `Intl.Segmenter` has it). Only the
 * neighbourhood of a position is segmented, so that a step costs the same in a text of five megabytes.
 */

/**
 * Characters that never join one another: between two of them a cluster always ends (their Grapheme_Cluster_Break is
 * Other, and none is a pictograph or an Indic consonant). Carriage returns are left out, for CR LF is one cluster.
 */
const apart =
  /[\n\x20-\x7e\u00c0-\u02ff\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f\u05d0-\u05ea\u0620-\u064a\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uff01-\uff5e]/u;

function standsApart(text: string, index: number): boolean {
  return apart.test(text.charAt(index));
}

/** Whether a cluster certainly ends at `index`. False says nothing. */
function certainBoundary(text: string, index: number): boolean {
  return index <= 0 || index >= text.length || (standsApart(text, index - 1) && standsApart(text, index));
}

/** Where the clusters round `offset` lie: the last boundary at or before it, and the first one after that. */
function clusterRound(text: string, offset: number): { start: number; end: number } {
  let from = offset;
  while (!certainBoundary(text, from)) from--;
  let to = offset + 1;
  while (!certainBoundary(text, to)) to++;
  const cluster = segmenterFor('en', 'grapheme')
    .segment(text.slice(from, to))
    .containing(offset - from);
  if (!cluster) throw new RangeError(`offset ${offset} is outside the text (0 to ${text.length} UTF-16 units)`);
  return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length };
}

function checkOffset(text: string, offset: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`offset ${offset} is outside the text (0 to ${text.length} UTF-16 units)`);
  }
}

/** The greatest cluster boundary ≤ `offset`. Throws RangeError outside the text. */
export function graphemeStart(text: string, offset: Utf16Offset): Utf16Offset {
  checkOffset(text, offset);
  if (certainBoundary(text, offset)) return offset;
  return utf16(clusterRound(text, offset).start);
}

/** The least cluster boundary ≥ `offset`. Throws RangeError outside the text. */
export function graphemeEnd(text: string, offset: Utf16Offset): Utf16Offset {
  checkOffset(text, offset);
  if (certainBoundary(text, offset)) return offset;
  const { start, end } = clusterRound(text, offset);
  return start === offset ? offset : utf16(end);
}

/** The cluster boundary after `offset`; at the end of the text, the end. Throws RangeError outside the text. */
export function nextGrapheme(text: string, offset: Utf16Offset): Utf16Offset {
  checkOffset(text, offset);
  return offset === text.length ? offset : utf16(clusterRound(text, offset).end);
}

/** The cluster boundary before `offset`; at the start of the text, 0. Throws RangeError outside the text. */
export function previousGrapheme(text: string, offset: Utf16Offset): Utf16Offset {
  checkOffset(text, offset);
  return offset === 0 ? offset : utf16(clusterRound(text, offset - 1).start);
}

/** The least span of whole clusters that holds `span`. An empty span stays empty, at the start of its cluster. */
export function snapOutward(text: string, span: Span): Span {
  const start = graphemeStart(text, span.start);
  return { start, end: span.end === span.start ? start : graphemeEnd(text, span.end) };
}
