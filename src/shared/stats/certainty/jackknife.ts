import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import { originalTally } from './resampling.ts';
import type { Resampling } from './resampling.ts';

/**
 * Standard error by leaving out one thing after another (units, clusters or documents):
 *
 *     SE = sqrt((N - 1) / N * sum_u (a_(-u) - mean)²)
 *
 * a_(-u) the figure without u, mean their mean, N the number of things. In the units of the figure, 0 and above. Fewer
 * than two things, or a figure that is undefined without one of them: undefined. Needs no random numbers.
 * O(kinds * cost of the figure). Source: Efron & Tibshirani 1993, ch. 11.
 */
export function jackknifeError(resampling: Resampling): Estimate {
  const things = resampling.kindOf.length;
  if (things < 2) return undefinedFor('no-pairable-units');
  const tally = originalTally(resampling);
  const figures = new Float64Array(resampling.kinds);
  let sum = 0;
  for (let kind = 0; kind < resampling.kinds; kind += 1) {
    const times = tally[kind] ?? 0;
    tally[kind] = times - 1;
    const { value } = resampling.evaluate(tally);
    tally[kind] = times;
    if (value === null) return undefinedFor('undefined-draws');
    figures[kind] = value;
    sum += times * value;
  }
  const mean = sum / things;
  const squares = figures.reduce((total, figure, kind) => total + (tally[kind] ?? 0) * (figure - mean) ** 2, 0);
  return defined(Math.sqrt(((things - 1) / things) * squares));
}
