import { snapOutward } from '../../../../shared/text/graphemes.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import type { Span } from '../../../../shared/text/offsets.ts';
import type { Run } from './align.ts';
import { contextLength, exactPlace, fuzzyPlace, onlyPlace } from './quotes.ts';
import { couldSlide } from './slides.ts';

/**
 * Where a passage stands in the text after. `same`: the same words, certainly; `doubtful`: the nearest passage, for a
 * person to judge; `lost`: none was found.
 */
export type Reanchored = { certainty: 'same' | 'doubtful'; place: Span } | { certainty: 'lost'; place: null };

/** The least share of a passage's characters that must be left where it stood, to be taken for it without a search. */
const shareLeft = 0.5;
/** The same, when a search has found nothing. */
const shareLeftAtLast = 0.3;

/** A shared run of so many characters is no chance, nor one that is so much longer than the passage in it. */
const certainRun = 24;
const certainContext = 8;

/** Text that took the place of a passage's edge belongs to it up to so many times what it replaced, and 20 more. */
const edgeGrowth = 2;

/** Index of the last run that begins at or before `place` in the text before; -1 when none does. */
function lastRunAt(runs: readonly Run[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.before ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Makes the function that finds passages of `before` in `after`; `runs` are what the two share. Each ends at whole
 * characters (grapheme clusters). `same` is said only when the words are identical and either the comparison leaves no
 * other reading, or the words with their context stand exactly once in each text.
 */
export function reanchorer(before: string, after: string, runs: readonly Run[]): (span: Span) => Reanchored {
  const texts = { before, after };
  return ({ start, end }) => {
    const quote = before.slice(start, end);
    const first = lastRunAt(runs, start);
    const run = runs[first];
    const kept = run !== undefined && end <= run.before + run.length;
    const mapped = kept ? { start: start - run.before + run.after, end: end - run.before + run.after } : null;
    const around = run && { previous: runs[first - 1], run, next: runs[first + 1] };
    if (mapped && around && wellHeld(texts, run, quote) && !couldSlide(texts, around, start, end)) {
      return judge(after, mapped, quote, true);
    }
    const only = placeByContext(texts, start, end);
    if (only) return judge(after, only, quote, true);
    if (mapped) return judge(after, mapped, quote, false);
    const left = whatIsLeft(texts, runs, start, end);
    if (left && left.share >= shareLeft) return judge(after, left, quote, false);
    const context = {
      before: before.slice(Math.max(0, start - contextLength), start),
      after: before.slice(end, end + contextLength),
    };
    const expected = left?.start ?? (run ? run.after + run.length : 0);
    const found = exactPlace(after, quote, context, expected) ?? fuzzyPlace(after, quote, context, expected);
    if (found) return judge(after, found, quote, false);
    if (left && left.share >= shareLeftAtLast) return judge(after, left, quote, false);
    return { certainty: 'lost', place: null };
  };
}

/**
 * Whether a shared run that holds the passage is no chance: a “the” that stands alone between two rewritten stretches
 * may be any “the”.
 */
function wellHeld({ before, after }: { before: string; after: string }, run: Run, quote: string): boolean {
  if (run.length >= certainRun || run.length >= quote.length + certainContext) return true;
  return onlyPlace(before, quote) !== -1 && onlyPlace(after, quote) !== -1;
}

function judge(after: string, found: { start: number; end: number }, quote: string, certain: boolean): Reanchored {
  const place = snapOutward(after, { start: utf16(found.start), end: utf16(found.end) });
  const same = certain && after.slice(place.start, place.end) === quote;
  return { certainty: same ? 'same' : 'doubtful', place };
}

/**
 * The place in the text after where the words stand with their context, when that stands once in each text: first with
 * the context of their own paragraph, for paragraphs are moved.
 */
function placeByContext(
  { before, after }: { before: string; after: string },
  start: number,
  end: number,
): { start: number; end: number } | null {
  const wide = { from: Math.max(0, start - contextLength), to: Math.min(before.length, end + contextLength) };
  const lineEnd = before.indexOf('\n', end);
  const near = {
    from: Math.max(wide.from, start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1),
    to: Math.min(wide.to, lineEnd === -1 ? before.length : lineEnd),
  };
  for (const { from, to } of near.to - near.from >= certainRun ? [near, wide] : [wide]) {
    const probe = before.slice(from, to);
    const at = onlyPlace(after, probe);
    if (at === -1 || onlyPlace(before, probe) === -1) continue;
    const found = at + start - from;
    return { start: found, end: found + end - start };
  }
  return null;
}

/** What the comparison leaves of a passage: from its first to its last shared character, and what share is shared. */
function whatIsLeft(
  { before, after }: { before: string; after: string },
  runs: readonly Run[],
  start: number,
  end: number,
): { start: number; end: number; share: number } | null {
  let shared = 0;
  let from: number | null = null;
  let to = 0;
  for (let index = Math.max(0, lastRunAt(runs, start)); index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.before >= end) break;
    const low = Math.max(run.before, start);
    const high = Math.min(run.before + run.length, end);
    if (high <= low || !/[\p{L}\p{N}]/u.test(before.slice(low, high))) continue;
    shared += high - low;
    const previous = runs[index - 1];
    const next = runs[index + 1];
    const gapStart = previous ? previous.after + previous.length : 0;
    const gapEnd = next?.after ?? after.length;
    from ??= low > start ? edge(run.after, gapStart, low - start) : low - run.before + run.after;
    to = high < end ? edge(run.after + run.length, gapEnd, end - high) : high - run.before + run.after;
  }
  return from === null ? null : { start: from, end: to, share: shared / (end - start) };
}

/** Takes in what stands in place of the passage's edge, unless that is much longer than what it replaced. */
function edge(near: number, far: number, replaced: number): number {
  return Math.abs(far - near) <= edgeGrowth * replaced + 20 ? far : near;
}
