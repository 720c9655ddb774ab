import { scaleNumbers } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix } from './reliabilityMatrix.ts';

/** w_ck at `[c * q + k]` for a scale of q values: 1 on the diagonal, 0 .. 1 elsewhere, symmetric. */
export type AgreementWeights = Float64Array;

/** Points of a scale beyond which weights are not made. */
const longestScale = 2000;

/** How much credit a near miss gets. */
export type WeightScheme = 'linear' | 'quadratic' | 'ordinal';

/**
 * Agreement weights of a matrix's scale.
 *
 * - linear: w_ck = 1 - |x_c - x_k| / (max - min), x the numbers of the scale (Cohen 1968)
 * - quadratic: w_ck = 1 - (x_c - x_k)² / (max - min)² (Cohen 1968)
 * - ordinal: w_ck = 1 - C(|c - k| + 1, 2) / C(q, 2) on the ranks 0 .. q-1, and 1 for c = k (Gwet 2014)
 *
 * max and min are those of the matrix's scale, which should be the declared one; `onOccurringScale` first gives the
 * figures of programs that know only the values that occur. Null when linear or quadratic weights meet a scale that is
 * not numeric, and for scales of more than 2,000 values: these coefficients are made for scales of few points, and their
 * tables grow with the square. O(scale²).
 */
export function agreementWeights(matrix: ReliabilityMatrix, scheme: WeightScheme): AgreementWeights | null {
  const size = matrix.scale.length;
  if (size > longestScale) return null;
  const numbers = scheme === 'ordinal' ? null : scaleNumbers(matrix);
  if (scheme !== 'ordinal' && numbers === null) return null;
  const range = numbers === null ? 0 : Math.max(...numbers) - Math.min(...numbers);
  const weights = new Float64Array(size * size);
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < size; k += 1) {
      weights[c * size + k] = c === k ? 1 : 1 - loss(c, k);
    }
  }
  return weights;

  function loss(c: number, k: number): number {
    if (numbers === null) {
      const steps = Math.abs(c - k);
      return (steps * (steps + 1)) / (size * (size - 1));
    }
    const share = Math.abs((numbers[c] ?? 0) - (numbers[k] ?? 0)) / range;
    return scheme === 'linear' ? share : share * share;
  }
}
