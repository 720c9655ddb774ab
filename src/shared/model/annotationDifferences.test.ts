import { describe, expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { compareAnnotations } from './annotationDifferences.ts';

type Coding = { id: string; code: string; start: number; end: number };

const coding = (id: string, code: string, start: number, end: number): Coding => ({ id, code, start, end });

function kinds(firsts: Coding[], seconds: Coding[]): string[] {
  return compareAnnotations(firsts, seconds).differences.map(
    ({ kind, first, second }) => `${kind} ${first?.id ?? '–'} ${second?.id ?? '–'}`,
  );
}

describe('two coders in one text', () => {
  test('agree where code and place are the same', () => {
    const { differences, agreed } = compareAnnotations([coding('a', 'claim', 0, 10)], [coding('b', 'claim', 0, 10)]);
    expect(differences).toEqual([]);
    expect([...agreed].toSorted()).toEqual(['a', 'b']);
  });

  test('differ in boundaries where the code is the same and the places overlap', () => {
    expect(kinds([coding('a', 'claim', 0, 10)], [coding('b', 'claim', 9, 30)])).toEqual(['boundaries a b']);
  });

  test('differ in codes on much the same words', () => {
    expect(kinds([coding('a', 'claim', 0, 10)], [coding('b', 'frame', 2, 10)])).toEqual(['codes a b']);
  });

  test('stand alone where other codes only touch, or places only meet', () => {
    expect(kinds([coding('a', 'claim', 0, 10)], [coding('b', 'frame', 8, 30)])).toEqual(['alone a –', 'alone – b']);
    expect(kinds([coding('a', 'claim', 0, 10)], [coding('b', 'claim', 10, 20)])).toEqual(['alone a –', 'alone – b']);
  });

  test('a coding that is the same is never held against another one', () => {
    const firsts = [coding('a1', 'claim', 0, 40), coding('a2', 'claim', 5, 10)];
    const seconds = [coding('b1', 'claim', 5, 10)];
    expect(kinds(firsts, seconds)).toEqual(['alone a1 –']);
  });

  test('the coding with most text in common is its counterpart', () => {
    const seconds = [coding('b1', 'claim', 0, 4), coding('b2', 'claim', 4, 12)];
    expect(kinds([coding('a', 'claim', 0, 10)], seconds)).toEqual(['alone – b1', 'boundaries a b2']);
  });

  test('the same code comes before the same place', () => {
    const seconds = [coding('b1', 'frame', 0, 10), coding('b2', 'claim', 0, 12)];
    expect(kinds([coding('a', 'claim', 0, 10)], seconds)).toEqual(['alone – b1', 'boundaries a b2']);
  });

  test('every coding is agreed on or in just one difference, whoever comes first', () => {
    const seed = 20261121;
    const random = seededRandom(seed);
    const whole = (most: number): number => Math.floor(random() * most);
    for (let round = 0; round < 200; round++) {
      const make = (side: string): Coding[] =>
        Array.from({ length: whole(12) }, (_, at) => {
          const start = whole(30);
          return coding(`${side}${at}`, `code ${whole(3)}`, start, start + 1 + whole(12));
        });
      const [firsts, seconds] = [make('a'), make('b')];
      const { differences, agreed } = compareAnnotations(firsts, seconds);
      const placed = [
        ...agreed,
        ...differences.flatMap(({ first, second }) => [first?.id ?? [], second?.id ?? []].flat()),
      ];
      const context = `seed ${seed}, round ${round}`;
      expect(placed.toSorted(), context).toEqual([...firsts, ...seconds].map(({ id }) => id).toSorted());
      expect(compareAnnotations(seconds, firsts).agreed, context).toEqual(agreed);
    }
  });
});
