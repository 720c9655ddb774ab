import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';
import { defined } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';

/** A text cut without gaps, given by the lengths of its segments in order, each a whole number above zero. */
export type Masses = readonly number[];

/** The places between segments, 1 .. total - 1, rising. */
export function boundariesOf(masses: Masses): number[] {
  const boundaries: number[] = [];
  let place = 0;
  for (const mass of masses.slice(0, -1)) {
    place += mass;
    boundaries.push(place);
  }
  return boundaries;
}

/**
 * The common length of two segmentations.
 *
 * @throws AppError bad-input: a segment that is not a whole number above zero, or different lengths.
 */
export function commonLength(first: Masses, second: Masses): number {
  const [a, b] = [first, second].map((masses) => {
    if (!masses.every((mass) => Number.isInteger(mass) && mass > 0)) {
      throw new AppError('bad-input', said('stats.segmentLength'));
    }
    return masses.reduce((sum, mass) => sum + mass, 0);
  });
  if (a === undefined || a !== b) {
    throw new AppError('bad-input', said('stats.lengthsDiffer', { first: a ?? 0, second: b ?? 0 }));
  }
  return a;
}

/**
 * Boundary similarity B of two segmentations of one text:
 *
 *     B = 1 - (additions + sum over transpositions of d / n) / (additions + transpositions + matches)
 *
 * Boundaries at the same place match; of the others, pairs at a distance d < n (`span`, whole, at least 1; customary 2)
 * are transpositions, chosen so that the numerator is least, and the rest are additions. 0 .. 1, symmetric, 1 is best; no
 * boundary in either segmentation: 1 by convention. O(boundaries * boundaries within span).
 * Source: Fournier 2013, ACL (Evaluating Text Segmentation using Boundary Edit Distance).
 *
 * @throws AppError bad-input: different lengths, lengths that are not whole, a span below 1.
 */
export function boundarySimilarity(first: Masses, second: Masses, span = 2): Estimate {
  commonLength(first, second);
  if (!(Number.isInteger(span) && span >= 1)) throw new AppError('bad-input', said('stats.spanBelowOne'));
  const ours = boundariesOf(first);
  const theirs = boundariesOf(second);
  const ourPlaces = new Set(ours);
  const shared = new Set(theirs.filter((place) => ourPlaces.has(place)));
  const left = ours.filter((place) => !shared.has(place));
  const right = theirs.filter((place) => !shared.has(place));
  let cost = 0;
  let transpositions = 0;
  for (const [a, b] of chains(left, right, span)) {
    const best = cheapest(a, b, span);
    cost += best.cost;
    transpositions += best.pairs;
  }
  const additions = left.length + right.length - 2 * transpositions;
  const edits = additions + transpositions + shared.size;
  return defined(edits === 0 ? 1 : 1 - cost / edits);
}

/** Cuts both lists where two neighbouring boundaries are too far apart to be paired across. */
function chains(left: readonly number[], right: readonly number[], span: number): [number[], number[]][] {
  const merged = [
    ...left.map((place) => ({ place, side: 0 as const })),
    ...right.map((place) => ({ place, side: 1 as const })),
  ].sort((a, b) => a.place - b.place);
  const result: [number[], number[]][] = [];
  let chain: [number[], number[]] = [[], []];
  let last = -Infinity;
  for (const { place, side } of merged) {
    if (place - last >= span) {
      chain = [[], []];
      result.push(chain);
    }
    chain[side].push(place);
    last = place;
  }
  return result;
}

interface Pairing {
  readonly cost: number;
  readonly pairs: number;
}

/** The cheapest pairing in order: 1 for each boundary left alone, d / span for each pair. */
function cheapest(a: readonly number[], b: readonly number[], span: number): Pairing {
  let row: Pairing[] = Array.from({ length: b.length + 1 }, (_, j) => ({ cost: j, pairs: 0 }));
  a.forEach((place, i) => {
    const next: Pairing[] = [{ cost: i + 1, pairs: 0 }];
    b.forEach((other, j) => {
      const options = [addition(row[j + 1]), addition(next[j])];
      const distance = Math.abs(place - other);
      const before = row[j];
      if (before !== undefined && distance < span) {
        options.push({ cost: before.cost + distance / span, pairs: before.pairs + 1 });
      }
      next.push(options.reduce((best, option) => (option.cost < best.cost ? option : best)));
    });
    row = next;
  });
  return row[b.length] ?? { cost: 0, pairs: 0 };
}

function addition(before: Pairing | undefined): Pairing {
  return before === undefined ? { cost: Infinity, pairs: 0 } : { cost: before.cost + 1, pairs: before.pairs };
}
