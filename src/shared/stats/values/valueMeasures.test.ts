import { describe, expect, it } from 'vitest';
import { agreementWeights } from './agreementWeights.ts';
import { alpha, alphaOfValues } from './alpha.ts';
import type { Level } from './alpha.ts';
import { brennanPrediger } from './brennanPrediger.ts';
import { cohenKappa } from './cohenKappa.ts';
import type { Estimate } from './estimate.ts';
import { fleissKappa } from './fleissKappa.ts';
import { gwet } from './gwet.ts';
import { holsti } from './holsti.ts';
import { congerKappa, lightKappa } from './manyCoderKappa.ts';
import { pairTable } from './pairTable.ts';
import { percentAgreement } from './percentAgreement.ts';
import { encodeMatrix, onOccurringScale } from './reliabilityMatrix.ts';
import type { ReliabilityMatrix, ScaleValue } from './reliabilityMatrix.ts';
import { scottPi } from './scottPi.ts';
import { encodeSets, setAlpha } from './setAlpha.ts';

/** Two coders from a published cross table: [value of the first, value of the second, units]. */
function fromTable(table: readonly (readonly [ScaleValue, ScaleValue, number])[]): ReliabilityMatrix {
  const rows: ScaleValue[][] = [[], []];
  for (const [first, second, units] of table) {
    for (let unit = 0; unit < units; unit += 1) {
      rows[0]?.push(first);
      rows[1]?.push(second);
    }
  }
  return encodeMatrix(rows);
}

/** As many digits as a publication prints. */
function expectDigits(estimate: Estimate, published: number, digits: number): void {
  expect(estimate.value).not.toBeNull();
  expect(Math.abs((estimate.value ?? NaN) - published)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12);
}

const gap = null;
/** Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C: 4 observers, 12 units. */
const krippendorff2011 = encodeMatrix([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3],
  [gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap],
]);

describe('Krippendorff’s alpha', () => {
  it.each<[Level, number]>([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ])('is as printed by Krippendorff 2011 at the %s level', (level, published) => {
    expectDigits(alpha(krippendorff2011, level), published, 3);
  });

  it('is as printed by Krippendorff 2011 for binary data, section A', () => {
    const matrix = fromTable([
      [0, 0, 5],
      [0, 1, 3],
      [1, 0, 1],
      [1, 1, 1],
    ]);
    expectDigits(alpha(matrix, 'nominal'), 0.095, 3);
  });

  it('is as printed by Krippendorff 2011 for nominal data, section B', () => {
    const matrix = encodeMatrix([Array.from('aabbdcccedda'), Array.from('babbbccceddd')]);
    expectDigits(alpha(matrix, 'nominal'), 0.692, 3);
  });

  it('follows pi for two coders without gaps: alpha = 1 - (1 - pi)(2N - 1) / 2N (Krippendorff 2004)', () => {
    const matrix = fromTable([
      ['A', 'A', 20],
      ['A', 'B', 20],
      ['B', 'A', 10],
      ['B', 'B', 50],
    ]);
    const pi = scottPi(pairTable(matrix)).value ?? NaN;
    expect(alpha(matrix, 'nominal').value).toBeCloseTo(1 - ((1 - pi) * 199) / 200, 12);
  });

  it('is exactly 1 for full agreement and undefined, not 1, when nothing varies', () => {
    expect(
      alpha(
        encodeMatrix([
          [1, 2, 3],
          [1, 2, 3],
          [1, 2, 3],
        ]),
        'interval',
      ),
    ).toEqual({ value: 1, reason: null });
    expect(
      alpha(
        encodeMatrix([
          [1, 1, 1],
          [1, 1, 1],
        ]),
        'nominal',
      ),
    ).toEqual({ value: null, reason: 'no-variation' });
    expect(
      alpha(
        encodeMatrix([
          [0.1, 0.1],
          [0.1, 0.1],
        ]),
        'interval',
      ).reason,
    ).toBe('no-variation');
  });

  it('says why it is undefined', () => {
    expect(alpha(encodeMatrix([]), 'nominal').reason).toBe('one-coder');
    expect(alpha(encodeMatrix([[1, 2]]), 'nominal').reason).toBe('one-coder');
    expect(
      alpha(
        encodeMatrix([
          [1, 2],
          [null, null],
        ]),
        'nominal',
      ).reason,
    ).toBe('one-coder');
    expect(
      alpha(
        encodeMatrix([
          [1, null],
          [null, 2],
        ]),
        'nominal',
      ).reason,
    ).toBe('no-pairable-units');
    expect(
      alpha(
        encodeMatrix([
          ['a', 'b'],
          ['a', 'b'],
        ]),
        'interval',
      ).reason,
    ).toBe('not-numeric');
    expect(
      alpha(
        encodeMatrix([
          [-1, 2],
          [-1, 2],
        ]),
        'ratio',
      ).reason,
    ).toBe('negative-values');
  });

  it('ranks by the declared scale, and numbers by size, not as text', () => {
    const words = [
      ['low', 'high', 'mid', 'low'],
      ['low', 'mid', 'mid', 'low'],
    ];
    const numbers = [
      [1, 3, 2, 1],
      [1, 2, 2, 1],
    ];
    const declared = encodeMatrix(words, { scale: ['low', 'mid', 'high'] });
    expect(alpha(declared, 'ordinal')).toEqual(alpha(encodeMatrix(numbers), 'ordinal'));
    expect(encodeMatrix([[10, 9, 2]]).scale).toEqual([2, 9, 10]);
  });

  it('keeps its digits far from zero: years agree as small numbers do', () => {
    const small = [
      [1, 2, 5, 4],
      [1, 3, 5, 4],
    ];
    const large = small.map((row) => row.map((value) => value + 1e9));
    expect(alpha(encodeMatrix(large), 'interval').value).toBeCloseTo(
      alpha(encodeMatrix(small), 'interval').value ?? NaN,
      12,
    );
  });

  it('of one value takes all others together', () => {
    const place = krippendorff2011.scale.indexOf(5);
    expect(alphaOfValues(krippendorff2011)[place]).toEqual({ value: 1, reason: null });
  });
});

describe('coefficients for two coders', () => {
  const artsteinPoesio = fromTable([
    ['stat', 'stat', 46],
    ['stat', 'ireq', 6],
    ['ireq', 'ireq', 32],
    ['chck', 'chck', 10],
    ['chck', 'ireq', 6],
  ]);

  it('are as printed by Artstein & Poesio 2008 (Computational Linguistics 34): S .82, pi .7995, kappa .8013', () => {
    const table = pairTable(artsteinPoesio);
    expectDigits(brennanPrediger(artsteinPoesio), 0.82, 2);
    expectDigits(scottPi(table), 0.7995, 4);
    expectDigits(cohenKappa(table), 0.8013, 4);
  });

  it('kappa is .492 in the example of Cohen 1960', () => {
    const counts = [88, 14, 18, 10, 40, 10, 2, 6, 12];
    const matrix = fromTable(counts.map((count, cell) => [Math.floor(cell / 3), cell % 3, count]));
    expectDigits(cohenKappa(pairTable(matrix)), 0.492, 3);
  });

  it('kappa and kappa_n are as printed by Brennan & Prediger 1981: .27 and .40', () => {
    const matrix = fromTable([
      [1, 1, 50],
      [2, 1, 10],
      [2, 2, 10],
      [2, 3, 10],
      [3, 1, 20],
    ]);
    expectDigits(cohenKappa(pairTable(matrix)), 0.27, 2);
    expectDigits(brennanPrediger(matrix), 0.4, 2);
  });

  it('AC1 is .8658 and pi .6078 in the example of Gwet 2008', () => {
    const matrix = fromTable([
      ['y', 'y', 8],
      ['y', 'n', 1],
      ['n', 'n', 1],
    ]);
    expectDigits(gwet(matrix), 0.8658, 4);
    expectDigits(scottPi(pairTable(matrix)), 0.6078, 4);
  });

  it('Holsti’s coefficient is 2 M / (N1 + N2), also where a value is missing', () => {
    const matrix = encodeMatrix([
      [1, 2, 3, 1],
      [1, 2, 1, null],
    ]);
    expect(holsti(pairTable(matrix))).toEqual({ value: 4 / 7, reason: null });
  });

  it('weighted kappa gives near misses credit: by hand for a 3-point scale', () => {
    const matrix = encodeMatrix([
      [1, 2],
      [1, 3],
    ]);
    const weights = agreementWeights(matrix, 'linear') ?? undefined;
    // 1 - D_o / D_e: D_o = 1/2 * 1/2; D_e = 1/4 (d11 + d13 + d21 + d23) = 1/4 (0 + 1 + 1/2 + 1/2).
    expect(cohenKappa(pairTable(matrix), weights).value).toBeCloseTo(1 - 0.25 / 0.5, 12);
  });

  it('are undefined where both coders used one value only', () => {
    const table = pairTable(
      encodeMatrix([
        [1, 1],
        [1, 1],
      ]),
    );
    expect(cohenKappa(table)).toEqual({ value: null, reason: 'no-variation' });
    expect(scottPi(table)).toEqual({ value: null, reason: 'no-variation' });
    expect(holsti(table)).toEqual({ value: 1, reason: null });
  });
});

describe('coefficients for more coders', () => {
  /** Fleiss 1971, Psychological Bulletin 76: 30 patients, 6 psychiatrists; how many gave each of five diagnoses. */
  const diagnoses = (
    '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 ' +
    '02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006'
  ).split(' ');
  const fleiss = encodeMatrix(
    Array.from({ length: 6 }, (_, coder) =>
      diagnoses.map((counts) => Array.from(counts).flatMap((n, code) => Array<number>(Number(n)).fill(code))[coder]),
    ),
  );

  it('Fleiss’ kappa is .430 in the example of Fleiss 1971', () => {
    expectDigits(fleissKappa(fleiss), 0.43, 3);
  });

  it('are as printed by Warrens 2010 for 8 raters: Fleiss .8324, Conger .8326', () => {
    const rows = [
      'NNNNNNNNNNNNNNNNAAAAAAAAAAAAAA',
      'NNNNNNNNNNNNNNNNAAAAAAAAAAAAAA',
      'NNNNNNNNNNNNNNNNAAAAAAAAAANNNN',
      'NNNNNNNNNNNNNNANAAAAAAAAAAAAAA',
      'NNNNNNNNNNNNNNNNAAAAAAAAAAAANN',
      'NNNNNNNNNNNNNNNNAAAAAAAAAAAAAA',
      'NNNNNNNNNNNNNNNNAAAAAAAAAAAAAN',
      'NNNNNNNNNNNNNNNAAAAAAAAAAANNNN',
    ];
    const matrix = encodeMatrix(rows.map((row) => Array.from(row)));
    // The figures are printed with an error of up to one in the last digit: Light's is .8325 there, .83244 in R irr 0.84.1.
    expect(Math.abs((fleissKappa(matrix).value ?? NaN) - 0.8324)).toBeLessThan(1e-4);
    expect(Math.abs((congerKappa(matrix).value ?? NaN) - 0.8326)).toBeLessThan(1e-4);
    expectDigits(lightKappa(matrix), 0.83244, 5);
  });

  it('agreement counts differ by name on the example of Krippendorff 2011: .8182, .8000, .7818, .7273', () => {
    const figures = percentAgreement(krippendorff2011);
    // Exact fractions: 9/11 by R irrCAC 1.4, 4/5 by dkpro-statistics 2.3.1, 8/11 by R irr 0.84.1.
    expect(figures.unitMean.value).toBeCloseTo(9 / 11, 12);
    expect(figures.valueWeighted.value).toBeCloseTo(0.8, 12);
    expectDigits(figures.pooledPairs, 0.7818, 4);
    expect(figures.unanimous.value).toBeCloseTo(8 / 11, 12);
  });

  it('Brennan–Prediger counts the points of the declared scale, used or not', () => {
    const rows = [
      [1, 2, 1],
      [1, 2, 2],
    ];
    const declared = encodeMatrix(rows, { scale: [1, 2, 3, 4] });
    expect(brennanPrediger(declared).value).toBeCloseTo((2 / 3 - 1 / 4) / (3 / 4), 12);
    expect(brennanPrediger(onOccurringScale(declared)).value).toBeCloseTo((2 / 3 - 1 / 2) / (1 / 2), 12);
  });
});

describe('alpha of sets', () => {
  it('measures MASI as Passonneau 2006 defines it: by hand', () => {
    // Two units, {a} against {a, b} and {c} twice. D_o: 1/2 of the distance; D_e from the four sets.
    const sets = encodeSets([
      [['a'], ['c']],
      [['b', 'a'], ['c']],
    ]);
    const near = 1 - (1 / 2) * (2 / 3);
    const observed = (2 * near) / 4;
    // Unordered pairs of the values {a}, {a,b}, {c}, {c}: near once, 1 four times, 0 once; 12 ordered pairs.
    const expected = (2 * (near + 4)) / 12;
    expect(setAlpha(sets, 'masi').value).toBeCloseTo(1 - observed / expected, 12);
  });

  it('takes sets as equal whatever their order, and the empty set as a value', () => {
    const sets = encodeSets([
      [['x', 'y'], []],
      [['y', 'x', 'x'], []],
    ]);
    expect(setAlpha(sets, 'jaccard')).toEqual({ value: 1, reason: null });
  });
});

describe('reading a matrix', () => {
  it('refuses what it cannot take', () => {
    expect(() => encodeMatrix([[1, 2], [1]])).toThrow(/Coder 2 has 1 value; coder 1 has 2/);
    expect(() => encodeMatrix([[{}]])).toThrow(/must be text, a number/);
    expect(() => encodeMatrix([[NaN]])).toThrow(/must be text, a number/);
    expect(() => encodeMatrix([['x']], { scale: ['a'] })).toThrow(/not on the scale/);
    expect(() => encodeMatrix([['a']], { scale: ['a', 'a'] })).toThrow(/twice/);
  });
});
