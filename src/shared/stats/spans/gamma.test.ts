import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPairs } from './assignment.ts';
import type { CodedUnit } from './continuum.ts';
import { gamma, gammaFromDisorders, sampleContinuum } from './gamma.ts';
import { bestAlignment } from './gammaAlignment.ts';
import type { GammaOptions } from './gammaAlignment.ts';
import { cheapestPartition } from './setPartition.ts';

const customary: GammaOptions = { alpha: 1, beta: 1, deltaEmpty: 1 };

function unit(start: number, end: number, code: string): CodedUnit {
  return { start, end, code };
}

/** The sample of the authors' software, also in Krippendorff et al. 2016: Alex, Paul and Suzan. */
const alexPaulSuzan = [
  [unit(2, 9, '1'), unit(11, 17, '2'), unit(24, 30, '5'), unit(32, 36, '6'), unit(36, 44, '6'), unit(44, 60, '7')],
  [unit(2, 9, '1'), unit(11, 17, '3'), unit(19, 25, '5'), unit(32, 44, '6')],
  [unit(2, 9, '1'), unit(11, 17, '4'), unit(21, 27, '5'), unit(32, 36, '6'), unit(36, 40, '6'), unit(40, 44, '6')],
];

const unitsOf = (most: number): fc.Arbitrary<CodedUnit[]> =>
  fc.array(
    fc
      .record({
        start: fc.integer({ min: 0, max: 20 }),
        size: fc.integer({ min: 1, max: 8 }),
        code: fc.constantFrom('a', 'b'),
      })
      .map(({ start, size, code }) => unit(start, start + size, code)),
    { minLength: 1, maxLength: most },
  );
const continuum = fc.oneof(
  fc.tuple(unitsOf(4), unitsOf(4)),
  fc.tuple(unitsOf(3), unitsOf(3), unitsOf(2)),
  fc.tuple(unitsOf(2), unitsOf(2), unitsOf(2), unitsOf(2)),
);
const optionsOf = fc.record({
  alpha: fc.constantFrom(0, 1, 3),
  beta: fc.constantFrom(0, 1, 2),
  deltaEmpty: fc.constantFrom(0.5, 1),
});

/** Disorder by trying every partition into unitary alignments. */
function leastDisorder(coders: readonly CodedUnit[][], options: GammaOptions): number {
  const units = coders.flatMap((list, coder) => list.map((u) => ({ ...u, coder })));
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const difference = (a: CodedUnit, b: CodedUnit): number => {
    const place = (Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / (a.end - a.start + b.end - b.start);
    return (options.alpha * place ** 2 + options.beta * Number(a.code !== b.code)) * options.deltaEmpty;
  };
  const groups: (typeof units)[] = [];
  const cost = (group: typeof units): number => {
    let sum = (pairs - (group.length * (group.length - 1)) / 2) * options.deltaEmpty;
    group.forEach((a, i) => group.slice(i + 1).forEach((b) => (sum += difference(a, b))));
    return sum / pairs;
  };
  const place = (index: number): number => {
    const next = units[index];
    if (next === undefined) return groups.reduce((sum, group) => sum + cost(group), 0);
    let best = Infinity;
    for (const group of [...groups]) {
      if (group.some((member) => member.coder === next.coder)) continue;
      group.push(next);
      best = Math.min(best, place(index + 1));
      group.pop();
    }
    groups.push([next]);
    best = Math.min(best, place(index + 1));
    groups.pop();
    return best;
  };
  return place(0) / (units.length / coders.length);
}

describe('the best alignment', () => {
  it('of Alex, Paul and Suzan has disorder .96 with alpha 3, beta 1 (tests of pygamma-agreement)', () => {
    const { disorder, exact, alignments } = bestAlignment(alexPaulSuzan, { alpha: 3, beta: 1, deltaEmpty: 1 });
    expect(disorder.value).toBeCloseTo(0.960625, 9);
    expect(exact).toBe(true);
    expect(alignments[0]).toEqual([unit(2, 9, '1'), unit(2, 9, '1'), unit(2, 9, '1')]);
    expect(alignments.flat().filter((u) => u !== null)).toHaveLength(16);
  });

  it('is found as trying all alignments finds it', () => {
    fc.assert(
      fc.property(continuum, optionsOf, (coders, options) => {
        const found = bestAlignment(coders, options);
        expect(found.exact).toBe(true);
        expect(found.disorder.value).toBeCloseTo(leastDisorder(coders, options), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('is undefined for one coder, or when a coder marked nothing', () => {
    expect(bestAlignment([[unit(0, 1, 'a')]], customary).disorder.reason).toBe('one-coder');
    expect(bestAlignment([[unit(0, 1, 'a')], []], customary).disorder.reason).toBe('coder-without-units');
    expect(bestAlignment([[unit(0, 1, 'a')], [unit(3, 3, 'a')]], customary).disorder.reason).toBe(
      'coder-without-units',
    );
  });
});

describe('the search behind it', () => {
  it('pairs items so that they are worth most', () => {
    const pairs = [
      { left: 0, right: 0, worth: 5 },
      { left: 0, right: 1, worth: 4 },
      { left: 1, right: 0, worth: 4 },
      { left: 2, right: 2, worth: -1 },
    ];
    const chosen = bestPairs(3, 3, pairs);
    expect(chosen.map(({ left, right }) => [left, right])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('completes what it began when it runs out of steps, and says so', () => {
    const parts = [0, 1, 2].map((item) => ({ items: [item], cost: 1 }));
    const pair = { items: [1, 2], cost: 1.5 };
    expect(cheapestPartition(3, [...parts, pair])).toMatchObject({ cost: 2.5, exact: true });
    const stopped = cheapestPartition(3, [...parts, pair], 0);
    expect(stopped.exact).toBe(false);
    expect(stopped.parts.flatMap((part) => part.items)).toEqual([0, 1, 2]);
  });
});

describe('gamma', () => {
  const document = { length: 60, coders: alexPaulSuzan };

  it('is 1 - observed / expected disorder, and undefined without expected disorder', () => {
    expect(gammaFromDisorders({ value: 0.5, reason: null }, [0.5, 1.5]).value).toBe(0.5);
    expect(gammaFromDisorders({ value: 0, reason: null }, [0, 0]).reason).toBe('no-variation');
  });

  it('of Alex, Paul and Suzan lies near the figure of the authors’ software: .45, pygamma .44 to .47 (alpha 3)', () => {
    const result = gamma(document, { alpha: 3, beta: 1, deltaEmpty: 1 }, 1, 0.03);
    expect(result.exact).toBe(true);
    // Samplers and samples differ; the range takes both programs' spread with room for ours.
    expect(result.gamma.value).toBeGreaterThan(0.38);
    expect(result.gamma.value).toBeLessThan(0.52);
    expect(gamma(document, { alpha: 3, beta: 1, deltaEmpty: 1 }, 1, 0.03)).toEqual(result);
  });

  it('is 1 for identical coders', () => {
    const [one = []] = alexPaulSuzan;
    expect(gamma({ length: 60, coders: [one, one] }, customary, 5, 0.1).gamma).toEqual({ value: 1, reason: null });
    expect(() => gamma(document, customary, 1, 0)).toThrow(/above 0/);
  });

  it('samples coders who keep their units’ lengths and codes and stand apart', () => {
    for (let index = 0; index < 20; index += 1) {
      const sample = sampleContinuum(document, 3, index);
      expect(sample).toHaveLength(3);
      for (const units of sample) {
        const shape = (list: readonly CodedUnit[]): string[] => list.map((u) => `${u.end - u.start}${u.code}`);
        expect(alexPaulSuzan.map((source) => shape(source).join())).toContain(shape(units).join());
      }
    }
    expect(sampleContinuum(document, 3, 0)).not.toEqual(sampleContinuum(document, 3, 1));
    expect(sampleContinuum(document, 3, 4)).toEqual(sampleContinuum(document, 3, 4));
  });
});
