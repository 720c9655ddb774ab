import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors.ts';
import { seededRandom } from '../random.ts';
import { evaluateMatrix } from './matrix.ts';

function refusal(file: unknown): string {
  try {
    evaluateMatrix(file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-input') return error.message;
    throw error;
  }
  return 'nothing';
}

describe('a file of figures', () => {
  it('is answered with all figures at once, null and a reason where undefined', () => {
    const answer = evaluateMatrix({
      measure: 'matrix-coefficients',
      input: {
        values: [
          [1, 1],
          [1, 1],
        ],
        missing: null,
        levels: ['nominal'],
        valueOrder: null,
      },
    });
    expect(answer.measure).toBe('matrix-coefficients');
    expect(answer.values['alpha.nominal']).toBeNull();
    expect(answer.values['percentAgreement.unitMean']).toBe(1);
    expect(answer.reasons['alpha.nominal']).toMatch(/^no-variation: every value is the same/);
    expect(answer.reasons['percentAgreement.unitMean']).toBeUndefined();
  });

  it('reads a missing value of its own beside null', () => {
    const input = {
      values: [
        [1, 2, 99],
        [1, 3, 2],
      ],
      missing: 99,
      levels: ['interval'],
    };
    const same = {
      values: [
        [1, 2, null],
        [1, 3, 2],
      ],
      levels: ['interval'],
    };
    expect(evaluateMatrix({ measure: 'matrix-coefficients', input })).toEqual(
      evaluateMatrix({ measure: 'matrix-coefficients', input: same }),
    );
  });

  it('names figures inside groups by their path', () => {
    const values = [
      [true, true],
      [true, true],
    ];
    const answer = evaluateMatrix({
      measure: 'document-variables',
      input: { variables: { image: { level: 'nominal', values } } },
    });
    expect(answer.values['image']).toMatchObject({ alpha: null, pairableUnits: 2, pairwiseAlpha: { '1-2': null } });
    expect(Object.keys(answer.reasons)).toEqual(['image.alpha', 'image.pairwiseAlpha.1-2']);
  });

  it('takes as many draws, and from which seed, as asked', () => {
    const input = {
      values: [
        [1, 2, 1, 2, 1, 2],
        [1, 2, 2, 2, 1, 2],
      ],
      level: 'nominal',
    };
    const answer = (seed: number): unknown =>
      evaluateMatrix({ measure: 'alpha-bootstrap', input }, { draws: 50, seed }).values['bootstrapSE'];
    expect(answer(1)).toBe(answer(1));
    expect(answer(1)).not.toBe(answer(2));
  });

  it('says what is wrong with a file, and where', () => {
    expect(refusal(null)).toMatch(/cannot be read at the file/);
    expect(refusal({ measure: 'vibes', input: {} })).toMatch(/cannot be read at measure/);
    expect(refusal({ measure: 'matrix-coefficients', input: { values: [[1]], levels: ['metric'] } })).toMatch(
      /at input\.levels\.0/,
    );
    expect(refusal({ measure: 'matrix-coefficients', input: { values: [1], levels: ['nominal'] } })).toMatch(
      /at input\.values\.0: a row must be a list/,
    );
    expect(refusal({ measure: 'matrix-coefficients', input: { values: [[1], [{}]], levels: ['nominal'] } })).toMatch(
      /Coder 2, unit 1/,
    );
    expect(refusal({ measure: 'segmentation', input: { reference: [2, 3], hypothesis: [4] } })).toMatch(
      /different length/,
    );
    const beyond = [{ start: 0, end: 9, category: 'a' }];
    expect(refusal({ measure: 'span-prf', input: { continuumLength: 5, A: beyond, B: [] } })).toMatch(/\[0, 9\)/);
  });

  it('answers for 100,000 units of five coders who guess', () => {
    const random = seededRandom(1);
    const values = Array.from({ length: 5 }, () => Array.from({ length: 100_000 }, () => Math.floor(random() * 5)));
    const { values: figures } = evaluateMatrix({
      measure: 'matrix-coefficients',
      input: { values, levels: ['nominal', 'interval'] },
    });
    // Five values, each as likely: two guesses agree in one of five, which is what chance explains.
    expect(figures['percentAgreement.pooledPairs']).toBeCloseTo(0.2, 2);
    expect(figures['alpha.nominal']).toBeCloseTo(0, 2);
    expect(figures['alpha.interval']).toBeCloseTo(0, 2);
  });
});
