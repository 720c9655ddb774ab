import { describe, expect, it } from 'vitest';
import { evaluateMatrix } from '../files/matrix.ts';
import { judge, verdictOf } from '../report/judged.ts';
import type { JudgedFigure } from '../report/judged.ts';
import { alpha } from '../values/alpha.ts';
import { encodeMatrix } from '../values/reliabilityMatrix.ts';
import { intervalNote, intervalStateOf } from './intervalState.ts';
import { unitResampling } from './resampling.ts';

const draws = { draws: 200, seed: 1 };

/** Alpha of two coders with its interval of resampled units. */
function judged(first: readonly number[], second: readonly number[]): JudgedFigure {
  const estimate = (matrix: Parameters<typeof alpha>[0], weights: ArrayLike<number>) =>
    alpha(matrix, 'nominal', weights);
  const resampling = unitResampling(encodeMatrix([first, second]), { coderMatters: false, estimate });
  return judge(resampling, draws, () => undefined);
}

const ones = (count: number): number[] => Array.from({ length: count }, (_, unit) => unit % 2);
/** The same with one departure, at the end. */
const nearly = (count: number): number[] => [...ones(count).slice(0, -1), 5];

describe('an interval', () => {
  it('is undefined below five things that can be drawn, approximate below ten', () => {
    expect([0, 1, 4, 5, 9, 10, 1000].map(intervalStateOf)).toEqual([
      ...['undefined', 'undefined', 'undefined'],
      ...['approximate', 'approximate', 'sound', 'sound'],
    ]);
    expect(intervalNote('undefined', 1, 'article')).toBe('no interval: only 1 article');
    expect(intervalNote('approximate', 7, 'unit')).toBe('approximate: only 7 units');
    expect(intervalNote('sound', 12, 'unit')).toBe('');
  });

  it.each([
    [2, 'undefined', 'no interval: only 2 articles'],
    [4, 'undefined', 'no interval: only 4 articles'],
    [5, 'approximate', 'approximate: only 5 articles'],
    [9, 'approximate', 'approximate: only 9 articles'],
    [10, 'sound', ''],
  ])('of %i things is %s, and says so', (count, interval, note) => {
    const figure = judged(ones(count), nearly(count));
    expect(figure).toMatchObject({ interval, note, resampled: count });
    expect(figure.value).not.toBeNull();
    const limits = [figure.low, figure.high, figure.below667, figure.below800];
    if (interval === 'undefined') expect([...limits, figure.draws]).toEqual([null, null, null, null, 0]);
    else for (const limit of limits) expect(limit).toBeTypeOf('number');
  });

  it('of perfect agreement is [1, 1] from five things on', () => {
    expect(judged(ones(4), ones(4))).toMatchObject({ value: 1, low: null, high: null, interval: 'undefined' });
    expect(judged(ones(12), ones(12))).toMatchObject({ value: 1, low: 1, high: 1, interval: 'sound', note: '' });
  });

  it('that is missing leaves no certain verdict', () => {
    expect(verdictOf(judged(ones(4), ones(4)))).toBe('reliable, but on too few articles to be certain');
    expect(verdictOf(judged(ones(12), ones(12)))).toBe('reliable');
  });

  it('of a file of numbers obeys the same rule', () => {
    const file = (count: number): unknown => ({
      measure: 'alpha-bootstrap',
      input: { values: [ones(count), nearly(count)], level: 'nominal' },
    });
    const few = evaluateMatrix(file(4), { draws: 50 });
    expect(few.values).toMatchObject({ percentileLow: null, percentileHigh: null, bootstrapSE: null });
    expect(few.values['alpha']).toBeTypeOf('number');
    expect(few.reasons['percentileLow']).toContain('fewer than 5');
    expect(few.notes).toEqual({});
    const some = evaluateMatrix(file(7), { draws: 50 });
    expect(some.values['percentileLow']).toBeTypeOf('number');
    expect(some.notes).toEqual({
      percentileLow: 'approximate: only 7 units',
      percentileHigh: 'approximate: only 7 units',
    });
    expect(evaluateMatrix(file(10), { draws: 50 }).notes).toEqual({});
  });
});
