import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { bestPairs } from './assignment.ts';
import type { WeightedPair } from './assignment.ts';
import type { CodedUnit } from './continuum.ts';
import { cheapestPartition } from './setPartition.ts';
import type { Part } from './setPartition.ts';

/** How γ weighs differences. Customary: 1, 1 and 1. */
export interface GammaOptions {
  /** Weight of differences of place, 0 and above. */
  readonly alpha: number;
  /** Weight of differences of code, 0 and above. */
  readonly beta: number;
  /** Cost of a unit that has no counterpart, above 0. */
  readonly deltaEmpty: number;
}

/** The alignment of least disorder. */
export interface GammaAlignment {
  /** Mean disorder per unit, 0 and above. */
  readonly disorder: Estimate;
  /** The units aligned with each other, at most one of each coder; `null` where a coder has none. */
  readonly alignments: readonly (readonly (CodedUnit | null)[])[];
  /** Whether the alignment is proven to be the best. */
  readonly exact: boolean;
}

interface PlacedUnit {
  readonly coder: number;
  readonly unit: CodedUnit;
}

/**
 * The best alignment of the units of several coders on one continuum. Units may overlap and nest. With Δ = deltaEmpty:
 *
 *     d(u, v) = alpha ((|start_u - start_v| + |end_u - end_v|) / (l_u + l_v))² Δ + beta [codes differ] Δ
 *
 * and Δ for a pair with an empty unit. A unitary alignment takes at most one unit of each coder; its disorder is the
 * mean of d over all pairs of coders. An alignment puts each unit into one unitary alignment; its disorder is their sum
 * divided by the mean number of units per coder. Units without length are left out.
 *
 * The text is first cut where no units can align across, and each piece solved by itself: with units of two coders as an
 * assignment problem, exactly; with more by search, exactly unless it runs out of steps (`exact`). Undefined: fewer than
 * two coders, a coder without units. Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3).
 */
export function bestAlignment(coders: readonly (readonly CodedUnit[])[], options: GammaOptions): GammaAlignment {
  const placed = coders
    .flatMap((units, coder) => units.filter((unit) => unit.end > unit.start).map((unit) => ({ coder, unit })))
    .sort((a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end || a.coder - b.coder);
  const undefinedBecause = (reason: 'one-coder' | 'coder-without-units'): GammaAlignment => ({
    disorder: undefinedFor(reason),
    alignments: [],
    exact: true,
  });
  if (coders.length < 2) return undefinedBecause('one-coder');
  if (new Set(placed.map((unit) => unit.coder)).size < coders.length) return undefinedBecause('coder-without-units');
  const solved = pieces(placed, coders.length, options).map((piece) => solvePiece(piece, coders.length, options));
  const cost = solved.reduce((sum, piece) => sum + piece.cost, 0);
  return {
    disorder: defined(cost / (placed.length / coders.length)),
    alignments: solved.flatMap((piece) => piece.groups.map((group) => unitary(group, coders.length))),
    exact: solved.every((piece) => piece.exact),
  };
}

function unitary(group: readonly PlacedUnit[], coders: number): (CodedUnit | null)[] {
  return Array.from({ length: coders }, (_, coder) => group.find((unit) => unit.coder === coder)?.unit ?? null);
}

function dissimilarity(a: CodedUnit, b: CodedUnit, options: GammaOptions): number {
  const lengths = a.end - a.start + b.end - b.start;
  const place = (Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / lengths;
  return (options.alpha * place * place + options.beta * Number(a.code !== b.code)) * options.deltaEmpty;
}

/**
 * Cuts the units into pieces. Joining groups of a and b units saves (C + a b) Δ minus the sum of d across, C the number
 * of pairs of coders; so some pair across has d <= (C + 1) Δ in every alignment worth having.
 */
function pieces(placed: readonly PlacedUnit[], coders: number, options: GammaOptions): PlacedUnit[][] {
  const pairCount = (coders * (coders - 1)) / 2;
  const limit = (pairCount + 1) * options.deltaEmpty;
  const longest = placed.reduce((length, { unit }) => Math.max(length, unit.end - unit.start), 0);
  const reach = options.alpha > 0 ? Math.sqrt((pairCount + 1) / options.alpha) : Infinity;
  const parent = placed.map((_, index) => index);
  const root = (index: number): number => {
    let top = index;
    while ((parent[top] ?? top) !== top) top = parent[top] ?? top;
    parent[index] = top;
    return top;
  };
  placed.forEach(({ coder, unit }, index) => {
    const furthest = unit.start + reach * (unit.end - unit.start + longest);
    for (let next = index + 1; next < placed.length; next += 1) {
      const other = placed[next];
      if (other === undefined || other.unit.start > furthest) break;
      if (other.coder === coder || dissimilarity(unit, other.unit, options) > limit) continue;
      parent[root(next)] = root(index);
    }
  });
  const groups = new Map<number, PlacedUnit[]>();
  placed.forEach((unit, index) => {
    const top = root(index);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [unit]);
    else group.push(unit);
  });
  return [...groups.values()];
}

interface SolvedPiece {
  readonly groups: readonly (readonly PlacedUnit[])[];
  readonly cost: number;
  readonly exact: boolean;
}

function solvePiece(piece: readonly PlacedUnit[], coders: number, options: GammaOptions): SolvedPiece {
  const present = [...new Set(piece.map((unit) => unit.coder))];
  if (present.length > 2) return searchPiece(piece, coders, options);
  const left = piece.filter((unit) => unit.coder === present[0]);
  const right = piece.filter((unit) => unit.coder !== present[0]);
  const pairCount = (coders * (coders - 1)) / 2;
  const pairs: WeightedPair[] = [];
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      const d = dissimilarity(a.unit, b.unit, options);
      const worth = ((pairCount + 1) * options.deltaEmpty - d) / pairCount;
      if (worth > 0) pairs.push({ left: i, right: j, worth });
    });
  });
  const chosen = bestPairs(left.length, right.length, pairs);
  const lonely = new Set(piece);
  const groups: PlacedUnit[][] = [];
  for (const pair of chosen) {
    const [a, b] = [left[pair.left], right[pair.right]];
    if (a === undefined || b === undefined) continue;
    lonely.delete(a);
    lonely.delete(b);
    groups.push([a, b]);
  }
  for (const unit of lonely) groups.push([unit]);
  return { groups, cost: groups.reduce((sum, group) => sum + groupCost(group, coders, options), 0), exact: true };
}

function groupCost(group: readonly PlacedUnit[], coders: number, options: GammaOptions): number {
  const pairCount = (coders * (coders - 1)) / 2;
  let cost = (pairCount - (group.length * (group.length - 1)) / 2) * options.deltaEmpty;
  group.forEach((a, index) => {
    for (const b of group.slice(index + 1)) cost += dissimilarity(a.unit, b.unit, options);
  });
  return cost / pairCount;
}

function searchPiece(piece: readonly PlacedUnit[], coders: number, options: GammaOptions): SolvedPiece {
  const parts = candidates(piece, coders, options);
  const partition = cheapestPartition(piece.length, parts);
  const groups = partition.parts.map((part) =>
    part.items.map((item) => piece[item]).filter((unit) => unit !== undefined),
  );
  return { groups, cost: partition.cost, exact: partition.exact };
}

/**
 * All unitary alignments from which no unit would better be taken out. In a group of k units worth having, the d of each
 * unit to the others sum to (C + k - 1) Δ at most, and all d together to k C Δ, C the number of pairs of coders; with
 * k = m both also end the growth of a group early, since d is never negative.
 */
function candidates(piece: readonly PlacedUnit[], coders: number, options: GammaOptions): Part[] {
  const pairCount = (coders * (coders - 1)) / 2;
  const delta = options.deltaEmpty;
  const between = piece.map((a) => Float64Array.from(piece, (b) => dissimilarity(a.unit, b.unit, options)));
  const parts: Part[] = [];
  /** `sums`: for each item of the group its d to the others. */
  const grow = (items: readonly number[], sums: readonly number[], total: number): void => {
    const size = items.length;
    if (sums.every((sum) => sum <= (pairCount + size - 1) * delta)) {
      const empty = pairCount - (size * (size - 1)) / 2;
      parts.push({ items, cost: (total + empty * delta) / pairCount });
    }
    if (size === coders) return;
    for (let next = (items[size - 1] ?? 0) + 1; next < piece.length; next += 1) {
      if (items.some((item) => piece[item]?.coder === piece[next]?.coder)) continue;
      const distances = items.map((item) => between[item]?.[next] ?? 0);
      const own = distances.reduce((sum, d) => sum + d, 0);
      const grown = [...sums.map((sum, index) => sum + (distances[index] ?? 0)), own];
      if (total + own > coders * pairCount * delta) continue;
      if (grown.every((sum) => sum <= (pairCount + coders - 1) * delta)) grow([...items, next], grown, total + own);
    }
  };
  for (let item = 0; item < piece.length; item += 1) grow([item], [0], 0);
  return parts;
}
