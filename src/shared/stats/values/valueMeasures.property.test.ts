import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { agreementWeights } from './agreementWeights.ts';
import { alpha, alphaOfValues } from './alpha.ts';
import type { Level } from './alpha.ts';
import { brennanPrediger } from './brennanPrediger.ts';
import type { Estimate } from './estimate.ts';
import { fleissKappa } from './fleissKappa.ts';
import { gwet } from './gwet.ts';
import { congerKappa, lightKappa } from './manyCoderKappa.ts';
import { percentAgreement } from './percentAgreement.ts';
import { encodeMatrix } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix } from './reliabilityMatrix.ts';

type Rows = (number | null)[][];

/** One value of the scale against all others: a matrix with the scale [false, true]; true where `place` was chosen. */
function oneAgainstRest(matrix: ReliabilityMatrix, place: number): ReliabilityMatrix {
  const cells = matrix.cells.map((cell) => (cell < 0 ? -1 : Number(cell === place)));
  return { ...matrix, scale: [false, true], cells };
}

const levels: Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Figures that treat all values alike, and figures that use their order or size. */
const plain: Record<string, (matrix: ReliabilityMatrix) => Estimate> = {
  'nominal alpha': (matrix) => alpha(matrix, 'nominal'),
  'Fleiss’ kappa': (matrix) => fleissKappa(matrix),
  'Gwet’s AC1': (matrix) => gwet(matrix),
  'Brennan–Prediger': (matrix) => brennanPrediger(matrix),
  'Light’s kappa': (matrix) => lightKappa(matrix),
  'Conger’s kappa': (matrix) => congerKappa(matrix),
  'percent agreement': (matrix) => percentAgreement(matrix).unitMean,
};
const ordered: Record<string, (matrix: ReliabilityMatrix) => Estimate> = {
  'ordinal alpha': (matrix) => alpha(matrix, 'ordinal'),
  'interval alpha': (matrix) => alpha(matrix, 'interval'),
  'ratio alpha': (matrix) => alpha(matrix, 'ratio'),
  'Gwet’s AC2': (matrix) => gwet(matrix, agreementWeights(matrix, 'quadratic') ?? undefined),
};
const all = { ...plain, ...ordered };

const rowsOf = fc
  .record({ coders: fc.integer({ min: 2, max: 5 }), units: fc.integer({ min: 1, max: 12 }) })
  .chain(({ coders, units }) =>
    fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }), { minLength: units, maxLength: units }), {
      minLength: coders,
      maxLength: coders,
    }),
  );

function encode(rows: Rows): ReliabilityMatrix {
  return encodeMatrix(rows, { scale: [1, 2, 3, 4] });
}

function expectSame(found: Estimate, expected: Estimate): void {
  expect(found.reason).toBe(expected.reason);
  if (expected.value !== null) expect(found.value).toBeCloseTo(expected.value, 9);
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return list
    .map((entry) => ({ entry, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

describe.each(Object.entries(all))('%s', (_name, measure) => {
  it('does not depend on the order of coders or units', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer(), (rows, seed) => {
        const places = shuffled([...(rows[0] ?? []).keys()], seed);
        const moved = shuffled(rows, seed + 1).map((row) => places.map((place) => row[place] ?? null));
        expectSame(measure(encode(moved)), measure(encode(rows)));
      }),
    );
  });

  it('is unchanged by a coder and by units without any value', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const longer = [...rows.map((row) => [...row, null]), Array<null>((rows[0] ?? []).length + 1).fill(null)];
        const complete = rows.every((row) => row.every((value) => value !== null));
        // A unit that nobody coded is a missing value to the figures for complete data.
        const extended = measure === all['Conger’s kappa'] ? longer.map((row) => row.slice(0, -1)) : longer;
        if (complete || measure !== all['Conger’s kappa']) expectSame(measure(encode(extended)), measure(encode(rows)));
      }),
    );
  });

  it('never exceeds 1, and is 1 or undefined when all coders agree', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { value } = measure(encode(rows));
        if (value !== null) expect(value).toBeLessThanOrEqual(1);
        const agreed = measure(encode(rows.map(() => (rows[0] ?? []).map((cell) => cell ?? 1))));
        if (agreed.value === null) expect(agreed.reason).toMatch(/no-variation|undefined-pair/);
        else expect(agreed.value).toBe(1);
      }),
    );
  });
});

describe.each(Object.entries(plain))('%s', (_name, measure) => {
  it('does not depend on the names of the values', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer(), (rows, seed) => {
        const names = shuffled(['delta', 'alpha', 'Ω', '10'], seed);
        const renamed = rows.map((row) => row.map((value) => (value === null ? null : (names[value - 1] ?? null))));
        expectSame(measure(encodeMatrix(renamed, { scale: [...names].sort() })), measure(encode(rows)));
      }),
    );
  });
});

describe('alpha', () => {
  it('does not change with the zero or the step of an interval scale, the step of a ratio scale, any rising names of ranks', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (rows, shift, step) => {
        const map = (change: (value: number) => number): ReliabilityMatrix =>
          encodeMatrix(rows.map((row) => row.map((value) => (value === null ? null : change(value)))));
        expectSame(
          alpha(
            map((x) => shift + step * x),
            'interval',
          ),
          alpha(
            map((x) => x),
            'interval',
          ),
        );
        expectSame(
          alpha(
            map((x) => step * x),
            'ratio',
          ),
          alpha(
            map((x) => x),
            'ratio',
          ),
        );
        expectSame(
          alpha(
            map((x) => shift + x ** 3),
            'ordinal',
          ),
          alpha(
            map((x) => x),
            'ordinal',
          ),
        );
      }),
    );
  });

  it.each(levels)('is near 0 for independent random answers at the %s level', (level) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const random = seededRandom(seed);
      const rows = Array.from({ length: 4 }, () => Array.from({ length: 3000 }, () => Math.floor(random() * 5)));
      // The standard error is near 1 / sqrt(6 pairs * 3000 units) = 0.0075 or below it; 0.03 is four of them.
      expect(Math.abs(alpha(encodeMatrix(rows), level).value ?? NaN), `seed ${seed}`).toBeLessThan(0.03);
    }
  });

  it('follows its definition, computed value by value', () => {
    fc.assert(
      fc.property(rowsOf, fc.constantFrom(...levels), (rows, level) => {
        expectSame(alpha(encode(rows), level), byDefinition(rows, level));
      }),
    );
  });

  it('of each value is the alpha of that value against all others', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const matrix = encode(rows);
        alphaOfValues(matrix).forEach((estimate, place) => {
          expectSame(estimate, alpha(oneAgainstRest(matrix, place), 'nominal'));
        });
      }),
    );
  });

  it('counts a weighted unit as often as its weight says', () => {
    fc.assert(
      fc.property(rowsOf, fc.constantFrom(...levels), fc.integer(), (rows, level, seed) => {
        const random = seededRandom(seed);
        const weights = (rows[0] ?? []).map(() => Math.floor(random() * 3));
        const repeated = rows.map((row) =>
          row.flatMap((value, unit) => Array<number | null>(weights[unit] ?? 0).fill(value)),
        );
        expectSame(alpha(encode(rows), level, weights), alpha(encode(repeated), level));
      }),
    );
  });
});

/** Krippendorff's formula as it is written, over all pairs of values. */
function byDefinition(rows: Rows, level: Level): Estimate {
  const units = (rows[0] ?? []).map((_, unit) =>
    rows.map((row) => row[unit] ?? null).filter((value) => value !== null),
  );
  const pairable = units.filter((unit) => unit.length > 1);
  const values = pairable.flat();
  const count = (value: number): number => values.filter((other) => other === value).length;
  const difference = (c: number, k: number): number => {
    if (c === k) return 0;
    if (level === 'nominal') return 1;
    if (level === 'interval') return (c - k) ** 2;
    if (level === 'ratio') return ((c - k) / (c + k)) ** 2;
    let between = 0;
    for (let g = Math.min(c, k); g <= Math.max(c, k); g += 1) between += count(g);
    return (between - (count(c) + count(k)) / 2) ** 2;
  };
  const pairs = (list: number[]): number =>
    list.reduce((sum, c) => list.reduce((inner, k) => inner + difference(c, k), sum), 0);
  if (rows.filter((row) => row.some((value) => value !== null)).length < 2) return { value: null, reason: 'one-coder' };
  if (pairable.length === 0) return { value: null, reason: 'no-pairable-units' };
  const expected = pairs(values) / (values.length * (values.length - 1));
  if (expected === 0) return { value: null, reason: 'no-variation' };
  const observed = pairable.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / values.length;
  return { value: 1 - observed / expected, reason: null };
}
