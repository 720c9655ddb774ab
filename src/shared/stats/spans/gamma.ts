import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';
import { seededRandom } from '../random.ts';
import { defined, undefinedFor } from '../values/estimate.ts';
import type { Estimate } from '../values/estimate.ts';
import type { CodedDocument, CodedUnit } from './continuum.ts';
import { bestAlignment } from './gammaAlignment.ts';
import type { GammaAlignment, GammaOptions } from './gammaAlignment.ts';

/** γ with what must be printed beside it. */
export interface GammaResult {
  readonly gamma: Estimate;
  readonly observed: GammaAlignment;
  /** Mean disorder of the samples; null where undefined. */
  readonly expectedDisorder: number | null;
  readonly samples: number;
  readonly seed: number;
  /** Whether all alignments, of the data and of the samples, are proven to be the best. */
  readonly exact: boolean;
}

/**
 * γ from the disorder of the data and those of sampled continua: 1 - observed / mean of the samples. 1 at best, 0 what
 * chance gives, usually above -0.3. Undefined: no sample, or samples without disorder. O(samples).
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3), §5.
 */
export function gammaFromDisorders(observed: Estimate, samples: readonly number[]): Estimate {
  if (observed.value === null) return observed;
  const sum = samples.reduce((total, disorder) => total + disorder, 0);
  if (sum === 0) return undefinedFor('no-variation');
  return defined(1 - (observed.value * samples.length) / sum);
}

/**
 * One continuum as chance could have made it: each sampled coder takes the units of one of the coders, chosen at random,
 * and moves them all by a random whole number of characters, around the end of the text to its start. Two coders'
 * moves differ by half the mean length of a unit at least, so that nobody is aligned with his own copy. A unit that
 * is moved over the end keeps its length. Seeded by (seed, index). Source: Mathet et al. 2015, §5.2.
 */
export function sampleContinuum(document: CodedDocument, seed: number, index: number): CodedUnit[][] {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) + index);
  const { coders, length } = document;
  const units = coders.flat();
  const apart = units.reduce((sum, unit) => sum + unit.end - unit.start, 0) / Math.max(1, units.length) / 2;
  const moves: number[] = [];
  return coders.map(() => {
    const chosen = coders[Math.floor(random() * coders.length)] ?? [];
    let move = Math.floor(random() * length);
    // Many coders on a short text may leave no room; then any move must do.
    for (
      let attempt = 0;
      attempt < 100 && moves.some((other) => circular(move - other, length) < apart);
      attempt += 1
    ) {
      move = Math.floor(random() * length);
    }
    moves.push(move);
    return chosen.map((unit) => {
      const start = (unit.start + move) % length;
      return { start, end: start + unit.end - unit.start, code: unit.code };
    });
  });
}

function circular(difference: number, length: number): number {
  const distance = Math.abs(difference);
  return Math.min(distance, length - distance);
}

/**
 * γ of one document: agreement of coders who place and code units freely, measured on the best alignment of their units
 * (see `bestAlignment`) against continua sampled by `sampleContinuum`. First 30 samples; then as many as the mean of
 * their disorders needs to be known within the share `precision` (above 0) with 95 % certainty:
 * N = ceil((CV * 1.96 / precision)²), CV their standard deviation over their mean. The result depends on the sampler:
 * other programs draw units from fitted distributions and differ in the second decimal.
 *
 * Undefined: fewer than two coders, a coder without units. For documents of tens of units per coder; pool documents by
 * averaging disorders, not γ. Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3).
 *
 * @throws AppError bad-input: a precision that is not above 0.
 */
export function gamma(document: CodedDocument, options: GammaOptions, seed: number, precision = 0.02): GammaResult {
  if (!(precision > 0)) throw new AppError('bad-input', said('stats.precisionOfGamma'));
  const observed = bestAlignment(document.coders, options);
  if (observed.disorder.value === null) {
    return { gamma: observed.disorder, observed, expectedDisorder: null, samples: 0, seed, exact: true };
  }
  const disorders: number[] = [];
  let exact = observed.exact;
  const sampleUpTo = (count: number): void => {
    while (disorders.length < count) {
      const sample = bestAlignment(sampleContinuum(document, seed, disorders.length), options);
      disorders.push(sample.disorder.value ?? 0);
      exact &&= sample.exact;
    }
  };
  sampleUpTo(30);
  const mean = disorders.reduce((sum, disorder) => sum + disorder, 0) / disorders.length;
  const variance = disorders.reduce((sum, disorder) => sum + (disorder - mean) ** 2, 0) / (disorders.length - 1);
  if (mean > 0) sampleUpTo(Math.ceil((Math.sqrt(variance) / mean / precision) ** 2 * 1.96 ** 2));
  const expectedDisorder = disorders.reduce((sum, disorder) => sum + disorder, 0) / disorders.length;
  return {
    gamma: gammaFromDisorders(observed.disorder, disorders),
    observed,
    expectedDisorder,
    samples: disorders.length,
    seed,
    exact,
  };
}
