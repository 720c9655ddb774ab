/** Something that covers `[start, end)` of a text, `start` < `end`. */
export type Interval = { readonly id: string; readonly start: number; readonly end: number };

/** Order of a document: by start; of those that start together the longest first; then by id. */
export function compareIntervals(a: Interval, b: Interval): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Intervals that answer “which of you overlap this range?” in O(log n + answers). Never changes: `change` gives another
 * index, in O(n) for n intervals (about 1 ms for 20,000).
 */
export type IntervalIndex<T extends Interval> = {
  /** All intervals in document order. */
  readonly ordered: readonly T[];
  get(id: string): T | undefined;
  /** Position of an interval in `ordered`, or -1. */
  positionOf(id: string): number;
  /** Those with start < `to` and end > `from`, in document order. */
  overlapping(from: number, to: number): T[];
  /** Those of `upsert` replace or join what is there; those of `remove` leave. Unknown ids in `remove` are passed over. */
  change(upsert: readonly T[], remove: readonly string[]): IntervalIndex<T>;
};

/** A binary tree over `ordered`, as an array from index 1: the greatest end below each node. */
function greatestEnds(ordered: readonly Interval[], leaves: number): Float64Array {
  const tree = new Float64Array(2 * leaves).fill(-1);
  ordered.forEach(({ end }, position) => (tree[leaves + position] = end));
  for (let node = leaves - 1; node >= 1; node--) {
    tree[node] = Math.max(tree[2 * node] ?? -1, tree[2 * node + 1] ?? -1);
  }
  return tree;
}

/** How many of `ordered` start before `offset`. */
function countStartingBefore(ordered: readonly Interval[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeOrdered<T extends Interval>(kept: readonly T[], added: readonly T[]): T[] {
  const merged: T[] = [];
  let next = 0;
  for (const item of added) {
    for (let other = kept[next]; other && compareIntervals(other, item) < 0; other = kept[next]) {
      merged.push(other);
      next++;
    }
    merged.push(item);
  }
  for (let position = next; position < kept.length; position++) {
    const other = kept[position];
    if (other) merged.push(other);
  }
  return merged;
}

function isOrdered(items: readonly Interval[]): boolean {
  let before = items[0];
  for (const item of items) {
    if (before && compareIntervals(before, item) > 0) return false;
    before = item;
  }
  return true;
}

/** `known` are the positions of all ids, if they have been worked out already. */
function indexOrdered<T extends Interval>(ordered: readonly T[], known: Map<string, number> | null): IntervalIndex<T> {
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, ordered.length)));
  const tree = greatestEnds(ordered, leaves);
  let positions = known; // made when first asked for

  const positionOf = (id: string): number => {
    positions ??= positionsOf(ordered);
    return positions.get(id) ?? -1;
  };
  const overlapping = (from: number, to: number): T[] => {
    const limit = countStartingBefore(ordered, to);
    const found: T[] = [];
    const visit = (node: number, first: number, width: number): void => {
      if (first >= limit || (tree[node] ?? -1) <= from) return;
      if (width === 1) {
        const item = ordered[first];
        if (item) found.push(item);
        return;
      }
      visit(2 * node, first, width / 2);
      visit(2 * node + 1, first + width / 2, width / 2);
    };
    visit(1, 0, leaves);
    return found;
  };
  return {
    ordered,
    positionOf,
    get: (id) => ordered[positionOf(id)],
    overlapping,
    change(upsert, remove) {
      const gone = new Set(remove);
      const added = new Map(upsert.map((item) => [item.id, item]));
      const kept = ordered.filter(({ id }) => !gone.has(id) && !added.has(id));
      return indexOrdered(mergeOrdered(kept, [...added.values()].sort(compareIntervals)), null);
    },
  };
}

function positionsOf(ordered: readonly Interval[]): Map<string, number> {
  const positions = new Map<string, number>();
  ordered.forEach(({ id }, position) => positions.set(id, position));
  return positions;
}

/** Indexes intervals given in any order. Of two with the same id the later one counts. */
export function intervalIndex<T extends Interval>(items: readonly T[]): IntervalIndex<T> {
  const ordered = isOrdered(items) ? items : [...items].sort(compareIntervals);
  const positions = positionsOf(ordered);
  if (positions.size === ordered.length) return indexOrdered(ordered, positions);
  const unique = new Map(items.map((item) => [item.id, item]));
  return indexOrdered([...unique.values()].sort(compareIntervals), null);
}
