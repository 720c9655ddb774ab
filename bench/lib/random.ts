import { seededRandom } from '../../src/shared/stats/random.ts';

/** Draws from a seeded source; the same seed makes the same benchmark data on every machine. */
export type Draw = { integer(below: number): number; pick<T>(list: readonly T[]): T };

export function draw(seed: number): Draw {
  const next = seededRandom(seed);
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    integer,
    pick(list) {
      const item = list[integer(list.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
