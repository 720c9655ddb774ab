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
 * quick where parts join neighbours. When `limit` states have been looked at, the most promising one is completed
 * greedily, and `exact` is false. Source: Hart, Nilsson & Raphael 1968 (best-first search); Balas & Padberg 1976, SIAM Review 18.
 */
export function cheapestPartition(count: number, parts: readonly Part[], limit = 200_000): Partition {
  const starting: Part[][] = Array.from({ length: count }, () => []);
  for (const part of parts) starting[part.items[0] ?? 0]?.push(part);
  const prices = itemPrices(count, parts);
  const remaining = new Float64Array(count + 1);
  for (let item = count - 1; item >= 0; item -= 1) remaining[item] = (remaining[item + 1] ?? 0) + (prices[item] ?? 0);
  for (const list of starting) list.sort((a, b) => reducedCost(a, prices) - reducedCost(b, prices));
  const heap = createHeap<State>();
  const best = new Map<string, number>();
  heap.push(0, { first: 0, ahead: [], cost: 0, part: null, before: null });
  let seen = 0;
  for (;;) {
    const state = heap.pop()?.entry;
    if (state === undefined) throw new RangeError('Some item is in no part.');
    if (state.first === count) return unfold(state, true);
    if (seen >= limit) return unfold(complete(state, starting, count), false);
    const key = stateKey(state);
    if ((best.get(key) ?? Infinity) < state.cost) continue;
    for (const part of starting[state.first] ?? []) {
      const next = extend(state, part);
      seen += 1;
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

/** How hard prices look at the cheapest part alone: from an average of the cheap ones to (nearly) the cheapest. */
const softness = [0.3, 0.15, 0.08, 0.04, 0.02, 0.01, 0.005];
const roundsPerSoftness = 12;

/**
 * Prices, together as high as can be found, such that no part costs less than its items together. Item after item takes
 * the price at which the parts that hold it, weighed by exp(-(cost - prices) / softness), sum to one (coordinate ascent
 * on the dual smoothed by entropy, as in Sinkhorn's algorithm; Cuturi 2013). At last prices that are too high come down,
 * and those with room go up. Any prices of this kind bound the search truly; better ones make it shorter.
 */
function itemPrices(count: number, parts: readonly Part[]): Float64Array {
  const holding: number[][] = Array.from({ length: count }, () => []);
  parts.forEach((part, place) => {
    for (const item of part.items) holding[item]?.push(place);
  });
  const prices = new Float64Array(count);
  const reduced = Float64Array.from(parts, (part) => part.cost);
  const move = (item: number, step: number): void => {
    prices[item] = (prices[item] ?? 0) + step;
    for (const place of holding[item] ?? []) reduced[place] = (reduced[place] ?? 0) - step;
  };
  const least = (item: number): number =>
    (holding[item] ?? []).reduce((low, place) => Math.min(low, reduced[place] ?? 0), Infinity);
  for (const temperature of softness) {
    for (let round = 0; round < roundsPerSoftness; round += 1) {
      for (let item = 0; item < count; item += 1) {
        const low = least(item);
        let sum = 0;
        for (const place of holding[item] ?? []) sum += Math.exp((low - (reduced[place] ?? 0)) / temperature);
        move(item, low - temperature * Math.log(sum));
      }
    }
  }
  for (let item = 0; item < count; item += 1) move(item, Math.min(0, least(item)));
  for (let item = 0; item < count; item += 1) move(item, Math.max(0, least(item)));
  return prices;
}
