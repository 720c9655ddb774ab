import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../values/estimate.ts';
import { boundarySimilarity } from './boundarySimilarity.ts';
import { characterCounts } from './codeComparison.ts';
import type { CodedDocument, CodedUnit } from './continuum.ts';
import { onlyCodes } from './continuum.ts';
import { addTallies, spanScores, tallySpansByCode } from './spanScores.ts';
import { codingAlpha, markedAlpha, unitizingAlpha } from './unitizingAlpha.ts';
import { unitizingSums } from './unitizingSums.ts';

const codes = ['a', 'b', 'c'];
const length = 40;
const gap = codes.length;

/** One coder's text as a code or a gap for each character, with a mark where a unit begins though the code goes on. */
const strip = fc.array(fc.record({ place: fc.integer({ min: 0, max: gap }), run: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 12,
});
const unitsOf = strip.map((runs) => {
  const units: CodedUnit[] = [];
  let start = 0;
  for (const { place, run } of runs) {
    const end = Math.min(length, start + run);
    const code = codes[place];
    if (code !== undefined && end > start) units.push({ start, end, code });
    start = end;
  }
  return units;
});
const documentOf = fc
  .array(unitsOf, { minLength: 2, maxLength: 4 })
  .map((coders): CodedDocument => ({ length, coders }));
/** Any units at all, overlapping too. */
const looseUnits = fc.array(
  fc
    .record({
      start: fc.integer({ min: 0, max: 30 }),
      size: fc.integer({ min: 0, max: 10 }),
      code: fc.constantFrom(...codes),
    })
    .map(({ start, size, code }): CodedUnit => ({ start, end: start + size, code })),
  { maxLength: 8 },
);

function expectSame(found: Estimate, expected: Estimate): void {
  expect(found.reason).toBe(expected.reason);
  if (expected.value !== null) expect(found.value).toBeCloseTo(expected.value, 9);
}

/** The definition of 2016, character by character. */
function byCharacter(document: CodedDocument): { u: Estimate; marked: Estimate } {
  const m = document.coders.length;
  const at = document.coders.map((units) =>
    Array.from({ length }, (_, place) => {
      const found = units.find((unit) => unit.start <= place && place < unit.end);
      return found === undefined ? gap : codes.indexOf(found.code);
    }),
  );
  const count = (c: number): number => at.flat().filter((place) => place === c).length;
  const observed = (c: number, k: number): number => {
    let sum = 0;
    at.forEach((first, i) => {
      at.forEach((second, j) => {
        if (i !== j) sum += first.filter((place, index) => place === c && second[index] === k).length;
      });
    });
    return sum / (m - 1);
  };
  const all = m * length;
  const self = (c: number): number =>
    c === gap
      ? count(gap)
      : document.coders
          .flat()
          .filter((unit) => unit.code === codes[c])
          .reduce((sum, unit) => sum + (unit.end - unit.start) ** 2, 0);
  const places = [...codes.keys(), gap];
  const selfAll = places.reduce((sum, c) => sum + self(c), 0);
  const expected = (c: number, k: number): number =>
    (all * (count(c) * count(k) - (c === k ? self(c) : 0))) / (all ** 2 - selfAll);
  const total = (of: (c: number) => number): number => places.reduce((sum, c) => sum + of(c), 0);
  const nothing: Estimate = { value: null, reason: 'nothing-coded' };
  if (count(gap) === all) return { u: nothing, marked: nothing };
  const chance = all - total((c) => expected(c, c));
  const apart = total((c) => (c === gap ? 0 : expected(gap, c)));
  return {
    u:
      places.filter((c) => count(c) > 0).length < 2
        ? { value: null, reason: 'no-variation' }
        : { value: 1 - (all - total((c) => observed(c, c))) / chance, reason: null },
    marked:
      count(gap) === 0
        ? { value: null, reason: 'no-gaps' }
        : { value: 1 - (count(gap) - observed(gap, gap)) / apart, reason: null },
  };
}

describe('the uα family', () => {
  it('follows its definition, computed character by character', () => {
    fc.assert(
      fc.property(documentOf, (document) => {
        const sums = unitizingSums(document, codes);
        const { u, marked } = byCharacter(document);
        expectSame(unitizingAlpha(sums), u);
        expectSame(markedAlpha(sums), marked);
      }),
    );
  });

  it('does not depend on the order of coders or the names of codes, and full agreement is 1', () => {
    fc.assert(
      fc.property(documentOf, (document) => {
        const names = new Map([
          ['a', 'z'],
          ['b', 'a'],
          ['c', 'ß'],
        ]);
        const renamed: CodedDocument = {
          length,
          coders: [...document.coders]
            .reverse()
            .map((units) => units.map((unit) => ({ ...unit, code: names.get(unit.code) ?? '' }))),
        };
        const before = unitizingSums(document, codes);
        const after = unitizingSums(renamed, ['a', 'z', 'ß']);
        expectSame(unitizingAlpha(after), unitizingAlpha(before));
        expectSame(markedAlpha(after), markedAlpha(before));
        expectSame(codingAlpha(after).alpha, codingAlpha(before).alpha);
        const agreed = unitizingSums({ length, coders: document.coders.map(() => document.coders[0] ?? []) }, codes);
        for (const figure of [unitizingAlpha(agreed), markedAlpha(agreed), codingAlpha(agreed).alpha]) {
          if (figure.value !== null) expect(figure.value).toBe(1);
        }
      }),
    );
  });

  it('of one code against the rest is the same with and without the code’s name: uα = |uα', () => {
    fc.assert(
      fc.property(documentOf, (document) => {
        const [single] = onlyCodes([document], new Set(['a']));
        if (single === undefined) return;
        const sums = unitizingSums(single, ['a']);
        if (markedAlpha(sums).value !== null) expectSame(unitizingAlpha(sums), markedAlpha(sums));
      }),
    );
  });
});

describe('span scores', () => {
  it('lie between 0 and 1, and are the same from either side where they should', () => {
    fc.assert(
      fc.property(looseUnits, looseUnits, (a, b) => {
        const one = spanScores(addTallies(tallySpansByCode(a, b, length).values()));
        const other = spanScores(addTallies(tallySpansByCode(b, a, length).values()));
        for (const key of ['exact', 'overlapMatched', 'iou50', 'overlapAny', 'partial', 'chars'] as const) {
          for (const { value } of Object.values(one[key]) as Estimate[]) {
            if (value === null) continue;
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-12);
          }
          expectSame(one[key].precision, other[key].recall);
          expectSame(one[key].f1, other[key].f1);
        }
        expectSame(one.jaccard, other.jaccard);
      }),
    );
  });

  it('match as many overlapping units one to one as can be matched', () => {
    fc.assert(
      fc.property(looseUnits, looseUnits, (a, b) => {
        for (const [code, tally] of tallySpansByCode(a, b, length)) {
          const ours = mergedUnits(a, code);
          const theirs = mergedUnits(b, code);
          const overlaps = ours.map((x) => theirs.flatMap((y, j) => (x.start < y.end && y.start < x.end ? [j] : [])));
          expect(tally.overlapMatched).toBe(mostMatches(overlaps, 0, new Set()));
        }
      }),
    );
  });

  it('count characters as a walk over the text does', () => {
    fc.assert(
      fc.property(looseUnits, looseUnits, (a, b) => {
        for (const [code, counts] of characterCounts(a, b, length)) {
          const has = (units: CodedUnit[], place: number): boolean =>
            units.some((unit) => unit.code === code && unit.start <= place && place < unit.end);
          const both = Array.from({ length }, (_, place) => place).filter((place) => has(a, place) && has(b, place));
          expect(counts.both).toBe(both.length);
          expect(counts.both + counts.onlyFirst + counts.onlySecond + counts.neither).toBe(length);
        }
      }),
    );
  });
});

describe('boundary similarity', () => {
  it('is symmetric, between 0 and 1, and 1 for a segmentation with itself', () => {
    const masses = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(masses, masses, fc.integer({ min: 1, max: 5 }), (first, second, span) => {
        const sum = (list: number[]): number => list.reduce((total, mass) => total + mass, 0);
        const padded = [...second, sum(first) + 1];
        const other = [...first, sum(second) + 1];
        const value = boundarySimilarity(other, padded, span).value ?? NaN;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(boundarySimilarity(padded, other, span).value).toBeCloseTo(value, 12);
        expect(boundarySimilarity(first, first, span).value).toBe(1);
      }),
    );
  });
});

function mergedUnits(units: CodedUnit[], code: string): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  const own = units.filter((unit) => unit.code === code && unit.end > unit.start).sort((x, y) => x.start - y.start);
  for (const unit of own) {
    const last = merged.at(-1);
    if (last !== undefined && unit.start < last.end) last.end = Math.max(last.end, unit.end);
    else merged.push({ start: unit.start, end: unit.end });
  }
  return merged;
}

function mostMatches(options: number[][], from: number, used: Set<number>): number {
  if (from === options.length) return 0;
  let best = mostMatches(options, from + 1, used);
  for (const j of options[from] ?? []) {
    if (!used.has(j)) best = Math.max(best, 1 + mostMatches(options, from + 1, new Set([...used, j])));
  }
  return best;
}
