import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedDocument } from '../spans/continuum.ts';
import { unitizingAlpha } from '../spans/unitizingAlpha.ts';
import { addUnitizingSums, unitizingSums } from '../spans/unitizingSums.ts';
import { alpha } from '../values/alpha.ts';
import { cohenKappa } from '../values/cohenKappa.ts';
import { pairTable } from '../values/pairTable.ts';
import { encodeMatrix } from '../values/reliabilityMatrix.ts';
import type { ReliabilityMatrix } from '../values/reliabilityMatrix.ts';
import { drawBinomial } from './binomial.ts';
import { drawBootstrap, summariseDraws } from './bootstrap.ts';
import { jackknifeError } from './jackknife.ts';
import { seededRandom } from '../random.ts';
import { clusterResampling, documentResampling, originalTally, unitResampling } from './resampling.ts';
import type { MatrixMeasure, Resampling } from './resampling.ts';

const nominalAlpha: MatrixMeasure = {
  coderMatters: false,
  estimate: (matrix, weights) => alpha(matrix, 'nominal', weights),
};
const kappa: MatrixMeasure = {
  coderMatters: true,
  estimate: (matrix, weights) => cohenKappa(pairTable(matrix, 0, 1, weights)),
};

/** Two or more coders who agree on about two units in three. */
function randomMatrix(coders: number, units: number, seed: number): ReliabilityMatrix {
  const random = seededRandom(seed);
  const truth = Array.from({ length: units }, () => Math.floor(random() * 3));
  return encodeMatrix(
    Array.from({ length: coders }, () => truth.map((value) => (random() < 0.6 ? value : Math.floor(random() * 3)))),
  );
}

describe('the bootstrap', () => {
  it('comes near the full enumeration of all resamples, as multinomial weights give it', () => {
    // Three units, (1,1), (2,2), (1,2): 27 samples. Alpha by hand for each mix of the three:
    // agreeing on one value only, or drawing one unit thrice, leaves nothing to vary.
    const matrix = encodeMatrix([
      [1, 2, 1],
      [1, 2, 2],
    ]);
    const resampling = unitResampling(matrix, nominalAlpha);
    const draws = drawBootstrap(resampling, 11, 0, 20_000);
    // Undefined: only (1,1) or only (2,2): 2 of 27.
    expect(draws.undefinedDraws / 20_000).toBeCloseTo(2 / 27, 2);
    // Alpha 1: both agreeing units and never (1,2): 6 of the 25 defined samples.
    expect(draws.values.filter((value) => value === 1).length / draws.values.length).toBeCloseTo(6 / 25, 2);
  });

  it('gives the same draws however they are split', () => {
    const resampling = unitResampling(randomMatrix(3, 50, 4), nominalAlpha);
    const whole = summariseDraws([drawBootstrap(resampling, 7, 0, 400)]);
    const halves = [drawBootstrap(resampling, 7, 200, 200), drawBootstrap(resampling, 7, 0, 200)];
    const quarters = [300, 0, 100, 200].map((first) => drawBootstrap(resampling, 7, first, 100));
    expect(summariseDraws(halves)).toEqual(whole);
    expect(summariseDraws(quarters)).toEqual(whole);
    expect(summariseDraws([drawBootstrap(resampling, 8, 0, 400)]).low).not.toBe(whole.low);
  });

  it('holds the value of the data in its interval', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const matrix = randomMatrix(2 + (seed % 4), 60, seed);
      const { low, high } = summariseDraws([drawBootstrap(unitResampling(matrix, nominalAlpha), seed, 0, 500)]);
      const { value } = alpha(matrix, 'nominal');
      expect(low ?? NaN, `seed ${seed}`).toBeLessThanOrEqual(value ?? NaN);
      expect(high ?? NaN, `seed ${seed}`).toBeGreaterThanOrEqual(value ?? NaN);
    }
  });

  it('has the figure of the data when each unit is drawn once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(nominalAlpha, kappa), (seed, measure) => {
        const matrix = randomMatrix(2, 20, seed);
        const resampling = unitResampling(matrix, measure);
        const once = resampling.evaluate(originalTally(resampling));
        const plain = measure.estimate(matrix, new Float64Array(matrix.units).fill(1));
        expect(once.reason).toBe(plain.reason);
        if (plain.value !== null) expect(once.value).toBeCloseTo(plain.value, 12);
      }),
    );
  });

  it('spreads alike whether it draws units one by one or kinds of units at once', () => {
    const matrix = randomMatrix(2, 300, 9);
    const byKind = unitResampling(matrix, nominalAlpha);
    expect(byKind.kinds * 8).toBeLessThan(byKind.kindOf.length);
    // A kind for each unit forces drawing one by one.
    const oneByOne = clusterResampling(matrix, nominalAlpha, [...Array(matrix.units).keys()]);
    const [first, second] = [byKind, oneByOne].map((r) => summariseDraws([drawBootstrap(r, 3, 0, 4000)]));
    expect(first?.mean).toBeCloseTo(second?.mean ?? NaN, 2);
    expect(Math.abs((first?.standardError ?? NaN) / (second?.standardError ?? NaN) - 1)).toBeLessThan(0.05);
  });

  it('draws whole clusters: with one cluster nothing varies, with copies the interval is as of the originals', () => {
    const matrix = randomMatrix(2, 30, 5);
    const one = clusterResampling(matrix, nominalAlpha, new Uint32Array(30));
    expect(one.kindOf.length).toBe(1);
    const { low, high } = summariseDraws([drawBootstrap(one, 1, 0, 20)]);
    expect(low).toBe(high);
    // Each article holds the same unit four times; drawing articles must not look more certain than drawing units once.
    const rows = [0, 1].map((coder) =>
      Array.from({ length: 120 }, (_, unit) => matrix.cells[Math.floor(unit / 4) * 2 + coder]),
    );
    const clusters = Array.from({ length: 120 }, (_, unit) => Math.floor(unit / 4));
    const nested = clusterResampling(encodeMatrix(rows), nominalAlpha, clusters);
    const error = (r: Resampling): number => summariseDraws([drawBootstrap(r, 1, 0, 1500)]).standardError ?? NaN;
    expect(Math.abs(error(nested) / error(unitResampling(matrix, nominalAlpha)) - 1)).toBeLessThan(0.12);
    expect(() => clusterResampling(matrix, nominalAlpha, [0])).toThrow(/clusters for 1/);
  });

  it('resamples documents for figures of spans', () => {
    const random = seededRandom(2);
    const documents = Array.from({ length: 12 }, (): CodedDocument => {
      const start = Math.floor(random() * 40);
      const end = start + 20;
      const shift = Math.floor(random() * 8);
      const code = random() < 0.5 ? 'a' : 'b';
      return { length: 100, coders: [[{ start, end, code }], [{ start: start + shift, end: end + shift, code }]] };
    });
    const codes = ['a', 'b'];
    const parts = documents.map((document) => unitizingSums(document, codes));
    const resampling = documentResampling(parts, codes, unitizingAlpha);
    const value = unitizingAlpha(addUnitizingSums(parts, codes)).value ?? NaN;
    expect(resampling.evaluate(originalTally(resampling)).value).toBeCloseTo(value, 12);
    const { low, high } = summariseDraws([drawBootstrap(resampling, 1, 0, 300)]);
    expect(low ?? NaN).toBeLessThan(value);
    expect(high ?? NaN).toBeGreaterThan(value);
  });

  it('counts undefined draws and says nothing when all are', () => {
    const resampling = unitResampling(
      encodeMatrix([
        [1, 1],
        [1, 1],
      ]),
      nominalAlpha,
    );
    const summary = summariseDraws([drawBootstrap(resampling, 1, 0, 50)]);
    expect(summary).toMatchObject({
      low: null,
      high: null,
      mean: null,
      standardError: null,
      draws: 50,
      undefinedDraws: 50,
    });
    expect(summary.below).toEqual([
      { threshold: 0.667, share: null },
      { threshold: 0.8, share: null },
    ]);
    expect(() => summariseDraws([], 95)).toThrow(/between 0 and 1/);
  });

  it('summarises draws with interpolated percentiles: 2.5 % and 97.5 % of 0 .. 100', () => {
    const values = Float64Array.from({ length: 101 }, (_, draw) => 100 - draw);
    const summary = summariseDraws([{ values, undefinedDraws: 3 }], 0.95, [10]);
    expect(summary).toMatchObject({ mean: 50, draws: 104, undefinedDraws: 3 });
    expect(summary.low).toBeCloseTo(2.5, 9);
    expect(summary.high).toBeCloseTo(97.5, 9);
    expect(summary.below).toEqual([{ threshold: 10, share: 10 / 101 }]);
  });
});

describe('the jackknife', () => {
  it('leaves out each unit once: .053955 for the ordinal alpha of Hayes & Krippendorff 2007 is in the vector files; by hand here', () => {
    const matrix = encodeMatrix([
      [1, 2, 1, 3, 2, 2],
      [1, 2, 2, 3, 2, 3],
    ]);
    const figures = [...Array(6).keys()].map((left) => {
      const weights = Float64Array.from({ length: 6 }, (_, unit) => Number(unit !== left));
      return alpha(matrix, 'nominal', weights).value ?? NaN;
    });
    const mean = figures.reduce((sum, figure) => sum + figure, 0) / 6;
    const error = Math.sqrt((5 / 6) * figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0));
    expect(jackknifeError(unitResampling(matrix, nominalAlpha)).value).toBeCloseTo(error, 12);
  });

  it('is undefined when leaving out a unit leaves nothing to measure', () => {
    const resampling = unitResampling(
      encodeMatrix([
        [1, 2],
        [1, 2],
      ]),
      nominalAlpha,
    );
    expect(jackknifeError(resampling).reason).toBe('undefined-draws');
  });
});

describe('binomial draws', () => {
  it.each([
    [40, 0.3],
    [1000, 0.002],
    [5000, 0.4],
    [20, 0.9],
    [100_000, 1 / 126],
  ])('of %i trials with probability %f follow the binomial distribution (chi-square test, seed 7)', (trials, p) => {
    const random = seededRandom(7);
    const counts = new Map<number, number>();
    const draws = 50_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const events = drawBinomial(trials, p, random);
      counts.set(events, (counts.get(events) ?? 0) + 1);
    }
    let statistic = 0;
    let cells = 0;
    let logProbability = trials * Math.log1p(-p);
    for (let events = 0; events <= trials; events += 1) {
      const expected = draws * Math.exp(logProbability);
      if (expected > 10) {
        statistic += ((counts.get(events) ?? 0) - expected) ** 2 / expected;
        cells += 1;
      }
      logProbability += Math.log((((trials - events) / (events + 1)) * p) / (1 - p));
    }
    // The statistic has mean `cells` and standard deviation sqrt(2 cells); four of them is one in ten thousand.
    expect(Math.abs(statistic - cells)).toBeLessThan(4 * Math.sqrt(2 * cells));
  });
});
