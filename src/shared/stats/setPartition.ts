import { createHeap } from './heap.ts';

/** A set of items that may form one part, and what it costs. `items` are places 0 .. count - 1, rising. */
export interface Part {
  readonly items: readonly number[];
  readonly cost: number;
}

/** A partition of all items; `exact` tells whether it is proven to be the cheapest. */
export interface Partition {
  readonly parts: readonly Part[];
  readonly cost: number;
  readonly exact: boolean;
}

interface State {
  /** The first item not yet covered. */
  readonly first: number;
  /** Later items that are covered, rising. */
  readonly ahead: readonly number[];
  readonly cost: number;
  readonly part: Part | null;
  readonly before: State | null;
}

/**
 * The cheapest partition of the items 0 .. count - 1 into parts from a list that holds every single item. Best-first
 * search from the first item on; what remains to be paid is bounded from below by prices of the items, none of which
 * lets a part cost more than it does (a feasible dual of the set partitioning programme). Exact, exponential at worst,
 * quick where parts join neighbours. After `limit` steps the cheapest way found so far is completed greedily, and
 * `exact` is false. Source: Hart, Nilsson & Raphael 1968 (best-first search); Balas & Padberg 1976, SIAM Review 18.
 */
export function cheapestPartition(count: number, parts: readonly Part[], limit = 100_000): Partition {
  const starting: Part[][] = Array.from({ length: count }, () => []);
  for (const part of parts) starting[part.items[0] ?? 0]?.push(part);
  const prices = itemPrices(count, parts);
  const remaining = new Float64Array(count + 1);
  for (let item = count - 1; item >= 0; item -= 1) remaining[item] = (remaining[item + 1] ?? 0) + (prices[item] ?? 0);
  for (const list of starting) list.sort((a, b) => reducedCost(a, prices) - reducedCost(b, prices));
  const heap = createHeap<State>();
  const best = new Map<string, number>();
  heap.push(0, { first: 0, ahead: [], cost: 0, part: null, before: null });
  for (let step = 0; ; step += 1) {
    const state = heap.pop()?.entry;
    if (state === undefined) throw new RangeError('Some item is in no part.');
    if (state.first === count) return unfold(state, true);
    if (step >= limit) return unfold(complete(state, starting, count), false);
    const key = stateKey(state);
    if ((best.get(key) ?? Infinity) < state.cost) continue;
    for (const part of starting[state.first] ?? []) {
      const next = extend(state, part);
      if (next === null) continue;
      const nextKey = stateKey(next);
      if ((best.get(nextKey) ?? Infinity) <= next.cost) continue;
      best.set(nextKey, next.cost);
      const bound = next.ahead.reduce((sum, item) => sum - (prices[item] ?? 0), remaining[next.first] ?? 0);
      heap.push(next.cost + bound, next);
    }
  }
}

function stateKey(state: State): string {
  return `${state.first}:${state.ahead.join()}`;
}

function extend(state: State, part: Part): State | null {
  if (part.items.some((item) => state.ahead.includes(item))) return null;
  const ahead = [...state.ahead, ...part.items.slice(1)].sort((a, b) => a - b);
  let first = state.first + 1;
  let skipped = 0;
  while (ahead[skipped] === first) {
    first += 1;
    skipped += 1;
  }
  return { first, ahead: ahead.slice(skipped), cost: state.cost + part.cost, part, before: state };
}

function complete(state: State, starting: readonly (readonly Part[])[], count: number): State {
  let current = state;
  while (current.first < count) {
    const next = (starting[current.first] ?? []).map((part) => extend(current, part)).find((option) => option !== null);
    if (!next) throw new RangeError('Some item is in no part.');
    current = next;
  }
  return current;
}

function unfold(end: State, exact: boolean): Partition {
  const parts: Part[] = [];
  for (let state: State | null = end; state !== null; state = state.before) {
    if (state.part !== null) parts.push(state.part);
  }
  return { parts: parts.reverse(), cost: end.cost, exact };
}

function reducedCost(part: Part, prices: Float64Array): number {
  return part.items.reduce((cost, item) => cost - (prices[item] ?? 0), part.cost);
}

/**
 * Prices such that no part costs less than its items together: each starts with its cheapest fair share and is raised,
 * one after another, as far as the parts that hold it allow. Then each gives half of its price back and the round begins
 * anew from the other end, which lets prices move to where they bind; the best round counts.
 */
function itemPrices(count: number, parts: readonly Part[]): Float64Array {
  const holding: Part[][] = Array.from({ length: count }, () => []);
  for (const part of parts) for (const item of part.items) holding[item]?.push(part);
  const prices = new Float64Array(count);
  holding.forEach((list, item) => {
    prices[item] = list.reduce((least, part) => Math.min(least, part.cost / part.items.length), Infinity);
  });
  const raise = (item: number): void => {
    const slack = (holding[item] ?? []).reduce((least, part) => Math.min(least, reducedCost(part, prices)), Infinity);
    prices[item] = (prices[item] ?? 0) + slack;
  };
  let best = prices.slice();
  let bestSum = -Infinity;
  for (let round = 0; round < 24; round += 1) {
    for (let index = 0; index < count; index += 1) raise(round % 2 === 0 ? index : count - 1 - index);
    const sum = prices.reduce((total, price) => total + price, 0);
    if (sum > bestSum) {
      bestSum = sum;
      best = prices.slice();
    }
    const share = 0.5 / (1 + round / 4);
    for (let index = 0; index < count; index += 1) prices[index] = (prices[index] ?? 0) * (1 - share);
  }
  return best;
}
