import { describe, expect, test } from 'vitest';
import { axisLabels, scaleFor, toPercent } from './plotScale.ts';

const judged = (value: number | null, low: number | null = null) => ({ value, low });

describe('the scale of a column of plots', () => {
  test('runs from 0 to 1 where nothing is below 0', () => {
    expect(scaleFor([judged(0.7, 0.2), judged(null)])).toEqual({ least: 0 });
    expect(scaleFor([])).toEqual({ least: 0 });
  });

  test('begins at the tenth below the lowest limit', () => {
    expect(scaleFor([judged(0.1, -0.21), judged(0.9)])).toEqual({ least: -0.3 });
    expect(scaleFor([judged(-1)])).toEqual({ least: -1 });
  });

  test('puts figures in proportion, and none outside', () => {
    expect(toPercent({ least: 0 }, 0.8)).toBeCloseTo(80);
    expect(toPercent({ least: -1 }, 0)).toBe(50);
    expect(toPercent({ least: 0 }, -0.5)).toBe(0);
  });

  test('always names both thresholds', () => {
    for (const least of [0, -0.2, -1]) {
      const texts = axisLabels({ least }).map(({ text }) => text);
      expect(texts).toEqual(expect.arrayContaining(['.667', '.800']));
    }
    expect(axisLabels({ least: -1 }).map(({ text }) => text)).toContain('−1');
  });
});
