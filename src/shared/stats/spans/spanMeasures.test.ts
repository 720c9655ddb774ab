import { describe, expect, it } from 'vitest';
import { alpha } from '../values/alpha.ts';
import type { Estimate } from '../values/estimate.ts';
import { percentAgreement } from '../values/percentAgreement.ts';
import { encodeMatrix as encodeRows } from '../values/reliabilityMatrix.ts';
import { boundarySimilarity } from './boundarySimilarity.ts';
import { characterUnits } from './characterUnits.ts';
import { characterAgreement, characterCounts, characterKappa } from './codeComparison.ts';
import { tidyUnits } from './continuum.ts';
import type { CodedDocument, CodedUnit } from './continuum.ts';
import { legacyUnitizingAlpha } from './legacyUnitizingAlpha.ts';
import { addTallies, spanScores, tallyPlaces, tallySpansByCode } from './spanScores.ts';
import { codingAlpha, markedAlpha, singleCodeAlpha, unitizingAlpha } from './unitizingAlpha.ts';
import { addUnitizingSums, unitizingSums } from './unitizingSums.ts';
import { defaultWindow, windowMeasures } from './windowMeasures.ts';

function unit(start: number, end: number, code = 'a'): CodedUnit {
  return { start, end, code };
}

function digits(estimate: Estimate, count: number): string | null {
  return estimate.value === null ? null : estimate.value.toFixed(count);
}

describe('the uα family', () => {
  /** Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, figure 12.11: Alex, Paul and Suzan. */
  const document: CodedDocument = {
    length: 60,
    coders: [
      [unit(2, 9, '1'), unit(11, 17, '2'), unit(24, 30, '5'), unit(32, 36, '6'), unit(36, 44, '6'), unit(44, 60, '7')],
      [unit(2, 9, '1'), unit(11, 17, '3'), unit(19, 25, '5'), unit(32, 44, '6')],
      [unit(2, 9, '1'), unit(11, 17, '4'), unit(21, 27, '5'), unit(32, 36, '6'), unit(36, 40, '6'), unit(40, 44, '6')],
    ],
  };
  const sums = unitizingSums(document, ['1', '2', '3', '4', '5', '6', '7']);

  it('is as printed for Alex, Paul and Suzan: uα .510, |uα .413, cuα .724', () => {
    expect(digits(unitizingAlpha(sums), 3)).toBe('0.510');
    expect(digits(markedAlpha(sums), 3)).toBe('0.413');
    expect(digits(codingAlpha(sums).alpha, 3)).toBe('0.724');
  });

  it('is as printed for each of their codes, the fifth on 44 % of its text, the seventh not computable', () => {
    const each = sums.codes.map((_, place) => digits(singleCodeAlpha(sums, place).alpha, 3));
    expect(each).toEqual(['1.000', '0.000', '0.000', '0.000', '1.000', '1.000', null]);
    expect(digits(singleCodeAlpha(sums, 4).coverage, 2)).toBe('0.44');
    expect(singleCodeAlpha(sums, 6).alpha.reason).toBe('no-intersection');
  });

  it('says why it is undefined', () => {
    const of = (length: number, ...coders: CodedUnit[][]): ReturnType<typeof unitizingSums> =>
      unitizingSums({ length, coders }, ['a', 'b']);
    expect(unitizingAlpha(of(10, [unit(0, 5)])).reason).toBe('one-coder');
    expect(unitizingAlpha(of(10, [], [])).reason).toBe('nothing-coded');
    expect(unitizingAlpha(of(10, [unit(0, 10)], [unit(0, 10)])).reason).toBe('no-variation');
    expect(markedAlpha(of(10, [unit(0, 10)], [unit(0, 10, 'b')])).reason).toBe('no-gaps');
    expect(codingAlpha(of(10, [unit(0, 5)], [unit(5, 10)])).alpha.reason).toBe('no-intersection');
    expect(codingAlpha(of(10, [unit(0, 5)], [unit(2, 10)])).alpha.reason).toBe('single-code');
    expect(unitizingAlpha(of(10, [unit(0, 5), unit(3, 8, 'b')], [unit(0, 5)])).reason).toBe('overlapping-codes');
    expect(() => of(10, [unit(0, 11)], [])).toThrow(/does not lie within/);
  });

  it('pools documents as if they stood end to end', () => {
    const first: CodedDocument = {
      length: 30,
      coders: [
        [unit(2, 9), unit(12, 20, 'b')],
        [unit(3, 9), unit(12, 22)],
      ],
    };
    const second: CodedDocument = { length: 20, coders: [[unit(1, 5, 'b')], [unit(2, 9, 'b')]] };
    const moved = second.coders.map((units) => units.map((u) => ({ ...u, start: u.start + 30, end: u.end + 30 })));
    const whole: CodedDocument = {
      length: 50,
      coders: first.coders.map((units, coder) => [...units, ...(moved[coder] ?? [])]),
    };
    const codes = ['a', 'b'];
    const pooled = addUnitizingSums(
      [first, second].map((part) => unitizingSums(part, codes)),
      codes,
    );
    const joined = unitizingSums(whole, codes);
    for (const figure of [unitizingAlpha, markedAlpha]) {
      expect(figure(pooled).value).toBeCloseTo(figure(joined).value ?? NaN, 12);
    }
    expect(codingAlpha(pooled).alpha.value).toBeCloseTo(codingAlpha(joined).alpha.value ?? NaN, 12);
  });

  it('counts what it joined and dropped', () => {
    const sums = unitizingSums({ length: 50, coders: [[unit(0, 10), unit(5, 15), unit(20, 20)], [unit(0, 15)]] }, [
      'a',
    ]);
    expect([sums.merged, sums.dropped]).toEqual([1, 1]);
    expect(unitizingAlpha(sums)).toEqual({ value: 1, reason: null });
  });
});

describe('the older alpha for unitizing', () => {
  it('is as printed by Krippendorff 2004, p. 254: c .7286, k 1.000', () => {
    const { codes, all } = legacyUnitizingAlpha({
      length: 300,
      coders: [
        [unit(75, 145, 'c'), unit(220, 250, 'c'), unit(30, 90, 'k'), unit(150, 200, 'k')],
        [unit(70, 150, 'c'), unit(205, 225, 'c'), unit(250, 270, 'c'), unit(30, 90, 'k'), unit(150, 200, 'k')],
      ],
    });
    expect(codes.get('c')?.value?.toFixed(4)).toBe('0.7286');
    expect(codes.get('k')?.value).toBe(1);
    // Printed as .8591; dkpro-statistics 2.3.1 gives .85867.
    expect(digits(all, 5)).toBe('0.85867');
  });
});

describe('agreement on characters', () => {
  it('is no better than chance for two coders who mark 90 % each and share 81 %: kappa is 0, not 0.817', () => {
    // 1,000 characters, 900 marked by each, 810 by both: 0.9 * 0.9 = 0.81 is what chance gives. A program that takes
    // the product P_yes * P_no for chance agreement and leaves out unmarked text prints 0.817.
    const counts = characterCounts([unit(0, 900)], [unit(90, 990)], 1000).get('a');
    expect(counts).toEqual({ both: 810, onlyFirst: 90, onlySecond: 90, neither: 10 });
    if (counts === undefined) return;
    expect(characterKappa(counts)).toEqual({ value: 0, reason: null });
    expect(characterAgreement(counts).value).toBeCloseTo(0.82, 12);
  });

  it('is 85 % with kappa 7/22 where 50 of 1,000 characters are marked by both and 150 by one (NVivo’s help)', () => {
    const counts = characterCounts([unit(0, 150)], [unit(100, 200)], 1000).get('a');
    if (counts === undefined) throw new Error('the code was not counted');
    expect(characterAgreement(counts).value).toBeCloseTo(0.85, 12);
    expect(characterKappa(counts).value).toBeCloseTo(7 / 22, 12);
  });

  it('is the alpha of single characters, counted in runs', () => {
    const documents: CodedDocument[] = [
      { length: 12, coders: [[unit(1, 5), unit(4, 6, 'b')], [unit(2, 8)], []] },
      { length: 7, coders: [[unit(0, 3)], [unit(0, 4)]] },
    ];
    const { matrix, lengths } = characterUnits(documents, 'a');
    const marks = (document: CodedDocument, coder: number): (boolean | null)[] =>
      Array.from({ length: document.length }, (_, place) => {
        const units = document.coders[coder];
        return units === undefined ? null : units.some((u) => u.code === 'a' && u.start <= place && place < u.end);
      });
    const rows = [0, 1, 2].map((coder) => documents.flatMap((document) => marks(document, coder)));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(19);
    const characters = encodeRows(rows);
    expect(alpha(matrix, 'nominal', lengths).value).toBeCloseTo(alpha(characters, 'nominal').value ?? NaN, 12);
    expect(percentAgreement(matrix, lengths).unitMean.value).toBeCloseTo(
      percentAgreement(characters).unitMean.value ?? NaN,
      12,
    );
  });
});

describe('span scores', () => {
  it('give partial credit as the sample of the SemEval-2020 task 11 scorer: P 1, R (4 + 40/53) / 5', () => {
    const response = [unit(0, 59, 'Exaggeration'), unit(127, 167, 'Loaded'), unit(171, 181, 'RedHerring')];
    const rest = [unit(0, 9, 'NameCalling'), unit(740, 759, 'Loaded')];
    const reference = response.map((span) => (span.start === 127 ? { ...span, end: 180 } : span));
    const { partial } = spanScores(
      addTallies(tallySpansByCode([...response, ...rest], [...reference, ...rest], 900).values()),
    );
    expect(partial.precision.value).toBe(1);
    expect(partial.recall.value).toBeCloseTo((4 + 40 / 53) / 5, 12);
  });

  it('are undefined when nobody marked anything, and 0 when one side did not', () => {
    const scores = (a: CodedUnit[], b: CodedUnit[]): ReturnType<typeof spanScores> => spanScores(tallyPlaces(a, b, 50));
    expect(scores([], []).exact.f1).toEqual({ value: null, reason: 'nothing-coded' });
    expect(scores([], []).jaccard.reason).toBe('nothing-coded');
    expect(scores([], [unit(3, 9)]).exact).toEqual({
      precision: { value: 0, reason: null },
      recall: { value: 0, reason: null },
      f1: { value: 0, reason: null },
    });
  });

  it('join overlapping units of one code, but not touching ones', () => {
    const tidy = tidyUnits([unit(5, 15), unit(0, 10), unit(15, 20), unit(3, 4, 'b')], 50);
    expect(tidy.units).toEqual([unit(0, 15), unit(3, 4, 'b'), unit(15, 20)]);
    expect(tidy).toMatchObject({ merged: 1, dropped: 0, overlapping: true });
  });
});

describe('segmentation measures', () => {
  it('count a near miss half and a missing boundary fully (Fournier 2013)', () => {
    expect(boundarySimilarity([5, 5], [4, 6]).value).toBe(0.5);
    expect(boundarySimilarity([2, 3, 6], [5, 6]).value).toBe(0.5);
    expect(boundarySimilarity([3, 3, 4], [3, 3, 4]).value).toBe(1);
    expect(boundarySimilarity([10], [10]).value).toBe(1);
  });

  it('pair boundaries so that the edits are least', () => {
    // Boundaries 4, 6 against 5: the second of them is as near; one is left. With span 3: 1 addition + 1/3.
    expect(boundarySimilarity([4, 2, 6], [5, 7], 3).value).toBeCloseTo(1 - (1 + 1 / 3) / 2, 12);
    // 3, 6 against 5, 8: two pairs at distance 2 cost 4/3 with span 3; pairing 6 with 5 would cost 2 + 1/3.
    expect(boundarySimilarity([3, 3, 6], [5, 3, 4], 3).value).toBeCloseTo(1 - 4 / 3 / 2, 12);
  });

  it('slide a window of half the mean segment, rounded half to even', () => {
    expect([defaultWindow([5, 5]), defaultWindow([7, 7]), defaultWindow([1, 1]), defaultWindow([9, 9])]).toEqual([
      2, 4, 2, 4,
    ]);
    // One boundary moved by one, k = 2, 8 windows: two see it differently.
    expect(windowMeasures([5, 5], [4, 6], 2)).toMatchObject({ pk: { value: 0.25 }, windowDiff: { value: 0.25 } });
    expect(windowMeasures([2], [2], 2).pk.reason).toBe('too-short');
    expect(() => windowMeasures([2, 3], [4], 2)).toThrow(/different length/);
  });
});
