import type { BootstrapDraws } from '../certainty/bootstrap.ts';
import type { Draws } from './judged.ts';

/** What one worker drew: for each figure that has draws, in the order in which a report asks for them. */
export type DrawShare = readonly (readonly BootstrapDraws[])[];

/**
 * Makes only the draws of share `part` (0 .. parts - 1) of every figure, and adds them to `made`. Shares differ by at most
 * one draw; together they are all draws, whatever the number of parts.
 */
export function drawShare({ draws, seed }: Draws, part: number, parts: number, made: BootstrapDraws[][]): Draws {
  const first = Math.floor((draws * part) / parts);
  const end = Math.floor((draws * (part + 1)) / parts);
  return {
    draws,
    seed,
    from: (make) => {
      const own = make(first, end - first);
      made.push(own);
      return own;
    },
  };
}

/**
 * Takes the draws from the shares, in place of making any. A report from them is the one that a single worker gives, since
 * every draw has its own seed. They must be of the same data and questions: throws an error for a figure that they lack.
 */
export function joinShares({ draws, seed }: Draws, shares: readonly DrawShare[]): Draws {
  let next = 0;
  return {
    draws,
    seed,
    from: () => {
      const figure = next;
      next += 1;
      return shares.flatMap((share) => {
        const own = share[figure];
        if (!own) throw new Error(`no draws were made for figure ${figure}`);
        return own;
      });
    },
  };
}
