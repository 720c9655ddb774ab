import { describe, expect, it } from 'vitest';
import { evaluateMatrix } from './matrix.ts';

const refused = (measure: string, input: object, options = {}): unknown => {
  try {
    return evaluateMatrix({ measure, input }, options);
  } catch (error) {
    return error;
  }
};

describe('A file of numbers that would grow beyond memory', () => {
  it.each([
    ['one segment of 10^12', { reference: [1e12], hypothesis: [1e12] }],
    ['many that sum up', { reference: Array.from({ length: 20 }, () => 1e6), hypothesis: [2e7] }],
    ['its second side', { reference: [4], hypothesis: [4, 1e15] }],
  ])('by segments (%s) is refused with size and limit', (_, input) => {
    expect(refused('segmentation', input)).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/units.*10,000,000 at most/u) as string,
    });
  });

  it.each([[-1], [0.5], [Number.MAX_VALUE]])('by a segment of %d units is refused', (mass) => {
    expect(refused('segmentation', { reference: [4, mass], hypothesis: [5] })).toMatchObject({ code: 'bad-input' });
  });

  it('by draws is refused', () => {
    const input = {
      values: [
        [1, 2],
        [1, 2],
      ],
      level: 'nominal',
    };
    expect(refused('alpha-bootstrap', input, { draws: 1e12 })).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/1,000,000 draws at most/u) as string,
    });
  });

  it('by codes whose table grows with the square is refused', () => {
    const units = Array.from({ length: 3001 }, (_, at) => ({ start: at, end: at + 1, category: `c${at}` }));
    const input = { documents: [{ continuumLength: 4000, coders: [{ units }, { units }] }] };
    expect(refused('unitizing-alpha', input)).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/3,001 codes.*2,000 at most/u) as string,
    });
  });

  it('is measured below the limits, and long texts by their places alone', () => {
    expect(refused('segmentation', { reference: [5, 5], hypothesis: [5, 5] })).toMatchObject({ values: { pk: 0 } });
    const units = [{ start: 0, end: 1e12, category: 'a' }];
    const input = { documents: [{ continuumLength: 4e12, coders: [{ units }, { units }] }] };
    expect(refused('unitizing-alpha', input)).toMatchObject({ measure: 'unitizing-alpha' });
  });
});
