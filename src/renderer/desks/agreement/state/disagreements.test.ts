import { beforeEach, describe, expect, test } from 'vitest';
import type { DisputedUnit } from '../../../../shared/api/reliability.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { chosenUnit, firstDisagreements, unitKey, useDisagreements } from './disagreements.ts';
import { markedQuery } from './markedDisagreements.ts';

beforeEach(() => useDisagreements.setState(firstDisagreements));

const passage = (document: string, start: number, end: number): DisputedUnit => ({
  document,
  documentName: document,
  span: { start: utf16(start), end: utf16(end) },
  variable: null,
  quote: '',
  before: '',
  after: '',
  codes: [],
  sides: [],
  agreed: null,
  mark: null,
});

describe('the key of a place', () => {
  test('differs for other articles, passages and questions', () => {
    const question = (variable: string) => unitKey({ ...passage('a', 0, 4), span: null, variable });
    const keys = [
      unitKey(passage('a', 0, 4)),
      unitKey(passage('b', 0, 4)),
      unitKey(passage('a', 0, 5)),
      unitKey(passage('a', 1, 4)),
      question('tone'),
      question('slant'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is the same whatever was said of the place meanwhile', () => {
    const place = passage('a', 0, 4);
    expect(unitKey({ ...place, ...{ codes: ['x'], quote: 'four' } })).toBe(unitKey(place));
  });
});

describe('the chosen place', () => {
  const open = (units: readonly DisputedUnit[], chosen: string | null): void =>
    useDisagreements.setState({ cell: { row: 'x', column: 'y', total: units.length, units }, chosen });

  test('is found among those of the open cell', () => {
    const [first, second] = [passage('a', 0, 4), passage('a', 5, 9)];
    open([first, second], unitKey(second));
    expect(chosenUnit()).toBe(second);
  });

  test('is none while no cell is open, nothing is chosen, or the place has gone', () => {
    expect(chosenUnit()).toBeNull();
    open([passage('a', 0, 4)], null);
    expect(chosenUnit()).toBeNull();
    open([passage('a', 0, 4)], 'a 5 9');
    expect(chosenUnit()).toBeNull();
  });
});

test('a filter of the marked ones asks only for what it names', () => {
  expect(markedQuery('all')).toEqual({});
  expect(markedQuery('open')).toEqual({ resolved: false });
  expect(markedQuery('settled')).toEqual({ resolved: true });
  expect(markedQuery('discussed')).toEqual({ discussed: true });
  expect(markedQuery('unclear-rule')).toEqual({ mark: 'unclear-rule' });
  expect(markedQuery('slip')).toEqual({ mark: 'slip' });
});
