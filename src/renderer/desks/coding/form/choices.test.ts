import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../../shared/model/variables.ts';
import { digitOf, orderedChoices, toggled } from './choices.ts';

const choice = (value: number, missing = false): Choice => ({ value, label: `label of ${value}`, missing, help: '' });
const choices = [choice(98, true), choice(10), choice(2), choice(99, true), choice(-1)];
const values = (list: readonly Choice[]): number[] => list.map(({ value }) => value);

describe('the choices of a question', () => {
  it('keep their order, missing codes behind the others', () => {
    expect(values(orderedChoices(choices))).toEqual([10, 2, -1, 98, 99]);
    expect(values(choices)).toEqual([98, 10, 2, 99, -1]);
    expect(orderedChoices([])).toEqual([]);
  });

  it('have the digits 1 to 9 and 0, the eleventh none', () => {
    expect([0, 1, 8, 9, 10, 99].map(digitOf)).toEqual(['1', '2', '9', '0', '', '']);
  });
});

describe('switching one of several', () => {
  const toggle = (chosen: readonly number[], value: number, missing = false): number[] | null =>
    toggled(choices, chosen, choice(value, missing));

  it('adds it in ascending order of numbers, not of digits', () => {
    expect(toggle([], 10)).toEqual([10]);
    expect(toggle([10], 2)).toEqual([2, 10]);
    expect(toggle([2, 10], -1)).toEqual([-1, 2, 10]);
  });

  it('takes it away, and with the last one the answer', () => {
    expect(toggle([2, 10], 10)).toEqual([2]);
    expect(toggle([2], 2)).toBeNull();
    expect(toggle([99], 99, true)).toBeNull();
  });

  it('lets a missing code stand alone, and another one take its place', () => {
    expect(toggle([2, 10], 98, true)).toEqual([98]);
    expect(toggle([98], 99, true)).toEqual([99]);
    expect(toggle([98], 2)).toEqual([2]);
  });

  it('leaves what was chosen as it was handed over', () => {
    const chosen = [2];
    toggle(chosen, -1);
    expect(chosen).toEqual([2]);
  });
});
