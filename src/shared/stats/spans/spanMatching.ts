import type { CodedUnit } from './continuum.ts';

/** Two units that share text: their places in their lists, their lengths and the length they share, in characters. */
export interface SharedLength {
  readonly response: number;
  readonly reference: number;
  readonly responseLength: number;
  readonly referenceLength: number;
  readonly length: number;
}

/**
 * All pairs that share a character, in the order of the text. Both lists must be sorted and free of overlaps within
 * themselves (`tidyUnits` of one code). O(n).
 */
export function sharedLengths(response: readonly CodedUnit[], reference: readonly CodedUnit[]): SharedLength[] {
  const pairs: SharedLength[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = response[i];
    const b = reference[j];
    if (a === undefined || b === undefined) return pairs;
    const length = Math.min(a.end, b.end) - Math.max(a.start, b.start);
    if (length > 0) {
      const lengths = { responseLength: a.end - a.start, referenceLength: b.end - b.start };
      pairs.push({ response: i, reference: j, ...lengths, length });
    }
    if (a.end <= b.end) i += 1;
    else j += 1;
  }
}

/**
 * The greatest number of one-to-one pairs among pairs in the order that `sharedLengths` gives. Neighbours of a unit are
 * consecutive and move forward with it, so taking each pair whose two units are still free is the best choice
 * (Glover 1967, Naval Research Logistics Quarterly 14, on convex bipartite graphs). O(pairs).
 */
export function matchedPairs(pairs: readonly SharedLength[]): number {
  let lastResponse = -1;
  let lastReference = -1;
  let count = 0;
  for (const pair of pairs) {
    if (pair.response <= lastResponse || pair.reference <= lastReference) continue;
    lastResponse = pair.response;
    lastReference = pair.reference;
    count += 1;
  }
  return count;
}
