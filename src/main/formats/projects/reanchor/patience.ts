/** A unit of one text that stands for the same unit of the other: their indexes. */
export type Anchor = { before: number; after: number };

/** Where each unit occurs that occurs once; units that occur more often are left out. */
function onlyOnce(units: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const doubled = new Set<string>();
  for (let index = from; index < to; index++) {
    const unit = units[index] ?? '';
    if (places.has(unit)) doubled.add(unit);
    else places.set(unit, index);
  }
  for (const unit of doubled) places.delete(unit);
  return places;
}

/** The longest rising row of `after` among anchors that are sorted by `before` (patience sorting). */
function longestRising(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = []; // the anchor on top of each pile
  const previous: number[] = [];
  anchors.forEach(({ after }, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((anchors[tops[middle] ?? 0]?.after ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  });
  const row: Anchor[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor) row.push(anchor);
  }
  return row.reverse();
}

/**
 * Pairs the units of two lists as a patience diff does: what occurs once in each list and in the same order, and what
 * joins such a pair, or an end of the lists, without a gap. Rising in both indexes. The time grows as n log n.
 */
export function pairUnits(before: readonly string[], after: readonly string[]): Anchor[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const pairs: Anchor[] = [];
  for (let index = 0; index < head; index++) pairs.push({ before: index, after: index });
  const ends: Anchor = { before: before.length - tail, after: after.length - tail };
  const places = onlyOnce(after, head, ends.after);
  const shared: Anchor[] = [];
  for (const [unit, index] of onlyOnce(before, head, ends.before)) {
    const place = places.get(unit);
    if (place !== undefined) shared.push({ before: index, after: place });
  }
  shared.sort((one, other) => one.before - other.before);
  let last: Anchor = { before: head - 1, after: head - 1 };
  for (const anchor of longestRising(shared)) {
    joinGap(before, after, last, anchor, pairs);
    pairs.push(anchor);
    last = anchor;
  }
  joinGap(before, after, last, ends, pairs);
  for (let index = 0; index < tail; index++) {
    pairs.push({ before: ends.before + index, after: ends.after + index });
  }
  return pairs;
}

/** Adds the equal units that follow the pair `last`, and those that come right before `next`. */
function joinGap(
  before: readonly string[],
  after: readonly string[],
  last: Anchor,
  next: Anchor,
  pairs: Anchor[],
): void {
  let at = { before: last.before + 1, after: last.after + 1 };
  while (at.before < next.before && at.after < next.after && before[at.before] === after[at.after]) {
    pairs.push(at);
    at = { before: at.before + 1, after: at.after + 1 };
  }
  let back = 0;
  while (
    next.before - 1 - back >= at.before &&
    next.after - 1 - back >= at.after &&
    before[next.before - 1 - back] === after[next.after - 1 - back]
  ) {
    back++;
  }
  for (; back > 0; back--) pairs.push({ before: next.before - back, after: next.after - back });
}
