import { describe, expect, it } from 'vitest';
import { uniqueNames } from './columnNames.ts';
import { dictionaryHeader, dictionaryRows } from './dictionary.ts';
import { factCell } from './facts.ts';
import { stateCodesOf } from './stateCodes.ts';
import { columnOf } from './table.ts';

const columns = [
  columnOf({ name: 'document', label: 'Document', type: 'text', source: 'document' }),
  columnOf({
    name: 'tone',
    label: 'Which tone?',
    type: 'integer',
    level: 'ordinal',
    source: 'article question',
    valueLabels: [
      { value: 1, label: 'low' },
      { value: 2, label: 'high' },
    ],
    missing: [{ value: -8, label: 'absent' }],
    note: 'Empty: not yet coded.',
  }),
  columnOf({ name: 'has: A', label: 'Any A', type: 'binary', source: 'code' }),
];

describe('the data dictionary', () => {
  it('explains every column: type, level, labels, missing codes and source', () => {
    expect(dictionaryHeader).toEqual(['column', 'label', 'type', 'values', 'note', 'level', 'missing', 'source']);
    expect(dictionaryRows(columns, { guarded: false })).toEqual([
      ['document', 'Document', 'text', '', '', 'nominal', '', 'document'],
      [
        ...['tone', 'Which tone?', 'integer', '1 = low; 2 = high', 'Empty: not yet coded.'],
        ...['ordinal', '-8 = absent', 'article question'],
      ],
      ['has: A', 'Any A', 'binary', '0 = no; 1 = yes', '', 'nominal', '', 'code'],
    ]);
  });

  it('tells of the apostrophes before formulas only where there are any', () => {
    expect(dictionaryRows(columns, { guarded: true })[0]?.[4]).toContain('apostrophe');
    expect(dictionaryRows(columns, { guarded: false })[0]?.[4]).not.toContain('apostrophe');
  });
});

describe('column names', () => {
  it('are made unique without regard to case, in the order given', () => {
    expect(uniqueNames(['a', 'A', 'b', 'a\n b', ''], ['B'], '_fact')).toEqual([
      'a',
      'A_fact',
      'b_fact',
      'a b',
      'unnamed',
    ]);
  });
});

describe('article facts', () => {
  it('are dates and numbers only where they read as such', () => {
    const isDate = (value: string): boolean => factCell('date', value) === value;
    expect(['2024-02-29', '2023-12-31'].map(isDate)).toEqual([true, true]);
    expect(['2023-02-29', '2023-02-30', '06/07/2023', '2023-1-1', ''].map(isDate)).toEqual(Array(5).fill(false));
    expect(['1', '-2.5', '1e+21'].map((value) => factCell('ratio', value))).toEqual([1, -2.5, 1e21]);
    const others = ['', ' ', '1,5', 'n/a', '0x5', '1e3', 'Infinity', '٣'];
    expect(others.map((value) => factCell('ratio', value))).toEqual(others.map(() => null));
    expect(factCell('date', '0000-01-01')).toBeNull();
    expect(factCell('text', 'anything')).toBe('anything');
    expect(factCell('date', '2026-03-31T09:30:00Z')).toBe('2026-03-31');
  });
});

describe('codes for answers without a value', () => {
  const codes = (variable: Partial<Parameters<typeof stateCodesOf>[0]>): number[] =>
    Object.values(stateCodesOf({ level: 'nominal', choices: [], minimum: null, ...variable }));
  const choice = (value: number) => ({ value, label: String(value), missing: false, help: '' });

  it('are no value that the variable may have', () => {
    expect(codes({})).toEqual([-7, -8, -9]);
    expect(codes({ choices: [choice(1), choice(-9)] })).toEqual([-97, -98, -99]);
    expect(codes({ level: 'ratio', minimum: 0 })).toEqual([-7, -8, -9]);
    expect(codes({ level: 'interval', minimum: -50 })).toEqual([-97, -98, -99]);
    expect(codes({ level: 'interval' })).toEqual([-9_999_997, -9_999_998, -9_999_999]);
  });
});
