import { createHeap } from './heap.ts';

/** A possible pair of a left and a right item and what it is worth; only pairs worth more than 0 matter. */
export interface WeightedPair {
  readonly left: number;
  readonly right: number;
  readonly worth: number;
}

/**
 * The pairs that together are worth most when each item stands in one pair at most (maximum weight bipartite matching;
 * an item may stay alone). Exact. Shortest augmenting paths with prices, one search per left item that visits only
 * pairs given: O(left * pairs * log pairs) at worst, far less where pairs are local.
 * Source: Jonker & Volgenant 1987, Computing 38, with the prices and searches of Crouse 2016, IEEE TAES 52.
 */
export function bestPairs(leftCount: number, rightCount: number, pairs: readonly WeightedPair[]): WeightedPair[] {
  const edges = edgesOf(leftCount, rightCount, pairs);
  const columns = rightCount + leftCount;
  const rowOf = new Int32Array(columns).fill(-1);
  const columnOf = new Int32Array(leftCount).fill(-1);
  const rowPrice = new Float64Array(leftCount);
  const columnPrice = new Float64Array(columns);
  edges.forEach((list, row) => {
    rowPrice[row] = list.reduce((least, edge) => Math.min(least, edge.cost - (columnPrice[edge.column] ?? 0)), 0);
  });
  for (let start = 0; start < leftCount; start += 1) augment(start);
  return edges.flatMap((list, row) => {
    const chosen = list.find((edge) => edge.column === columnOf[row]);
    return chosen?.pair ? [chosen.pair] : [];
  });

  function augment(start: number): void {
    const distance = new Map<number, number>();
    const from = new Map<number, number>();
    const done = new Set<number>();
    const heap = createHeap<number>();
    let row = start;
    let reached = 0;
    let sink = -1;
    while (sink < 0) {
      for (const edge of edges[row] ?? []) {
        if (done.has(edge.column)) continue;
        const length = reached + edge.cost - (rowPrice[row] ?? 0) - (columnPrice[edge.column] ?? 0);
        if (length >= (distance.get(edge.column) ?? Infinity)) continue;
        distance.set(edge.column, length);
        from.set(edge.column, row);
        heap.push(length, edge.column);
      }
      const next = heap.pop();
      if (next === undefined) throw new RangeError('An item lost the choice to stay alone.');
      if (done.has(next.entry)) continue;
      done.add(next.entry);
      reached = next.key;
      row = rowOf[next.entry] ?? -1;
      if (row < 0) sink = next.entry;
    }
    rowPrice[start] = (rowPrice[start] ?? 0) + reached;
    for (const column of done) {
      const spare = reached - (distance.get(column) ?? 0);
      const owner = rowOf[column] ?? -1;
      if (owner >= 0) rowPrice[owner] = (rowPrice[owner] ?? 0) + spare;
      columnPrice[column] = (columnPrice[column] ?? 0) - spare;
    }
    for (let column = sink; ;) {
      const owner = from.get(column) ?? start;
      const before = columnOf[owner] ?? -1;
      rowOf[column] = owner;
      columnOf[owner] = column;
      if (owner === start) return;
      column = before;
    }
  }
}

interface Edge {
  readonly column: number;
  readonly cost: number;
  readonly pair: WeightedPair | null;
}

function edgesOf(leftCount: number, rightCount: number, pairs: readonly WeightedPair[]): Edge[][] {
  // Staying alone is a column of one's own that costs nothing.
  const edges: Edge[][] = Array.from({ length: leftCount }, (_, row) => [
    { column: rightCount + row, cost: 0, pair: null },
  ]);
  for (const pair of pairs) {
    if (pair.worth > 0) edges[pair.left]?.push({ column: pair.right, cost: -pair.worth, pair });
  }
  return edges;
}
