import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../../../shared/api/recipes.ts';
import type { FactFilter, TableChoice } from '../../../../shared/model/dataTable.ts';
import type { Level, Variable } from '../../../../shared/model/variables.ts';
import { contentOf, differs, draftOf, endFault, firstDraft, isSound, lineFor, tableOf, withUnit } from './draft.ts';
import type { Draft, FactLine } from './draft.ts';

const fact = (id: string, level: Level): Variable => ({
  ...{ id, level, name: id, scope: 'fact', code: null, label: '', help: '', choices: [], required: false },
  ...{ minimum: null, maximum: null, showIf: null, fallback: null, entityList: '', archived: false, position: 0 },
});

const variables = new Map<string, Variable>(
  (['date', 'ratio', 'text'] as const).map((level) => [level, fact(level, level)]),
);

const range = (variable: string, from: string, to: string): FactLine => ({ kind: 'range', variable, from, to });

const withFacts = (...facts: FactLine[]): Draft => ({ ...withUnit(firstDraft, 'document'), facts });

const whereOf = (...facts: FactLine[]): FactFilter[] | undefined => tableOf(withFacts(...facts))?.filters.where;

const saved = (table: TableChoice | null): Recipe => ({
  ...{
    id: 'r',
    name: 'Weekly',
    formats: ['csv', 'parquet'],
    byteOrderMark: true,
    raw: true,
    partition: 'coder',
    table,
  },
});

const table: TableChoice = {
  unit: 'coding',
  coders: 'columns',
  filters: {
    ...{ documents: ['d'], statuses: ['done'], rounds: ['r'], coders: ['c'], codes: ['k'] },
    where: [
      { variable: 'text', value: 'b' },
      { variable: 'date', from: '2026-03-01', to: null },
      { variable: 'text', value: '' },
      { variable: 'date', from: null, to: '2026-01-31' },
    ],
  },
  columns: { facts: false, answers: true, codes: 'share', rollUp: true, text: false },
};

describe('what is filled in', () => {
  test('is no table while the usual two files are chosen, whatever else is filled in', () => {
    expect(tableOf(firstDraft)).toBeNull();
    expect(tableOf({ ...withFacts(range('date', '2026-03-01', '')), unit: 'both' })).toBeNull();
    expect(contentOf(firstDraft)).toEqual({
      ...{ formats: ['csv'], byteOrderMark: false, raw: false, partition: null, table: null },
    });
  });

  test('has coders as they usually stand in a unit, and keeps how they stand for the usual files', () => {
    const units = ['document', 'paragraph', 'sentence', 'coding', 'statement'] as const;
    expect(units.map((unit) => withUnit(firstDraft, unit).coders)).toEqual([
      ...['pooled', 'pooled', 'pooled', 'rows', 'rows'],
    ]);
    expect(withUnit({ ...withFacts(), coders: 'columns' }, 'both').coders).toBe('columns');
  });

  test('chooses by each ticked value of a fact, and by ends without the blanks around them', () => {
    const values: FactLine = { kind: 'values', variable: 'text', values: ['a', ''] };
    expect(whereOf(values, range('date', ' 2026-03-01 ', ' '), range('ratio', '', '9'))).toEqual([
      { variable: 'text', value: 'a' },
      { variable: 'text', value: '' },
      { variable: 'date', from: '2026-03-01', to: null },
      { variable: 'ratio', from: null, to: '9' },
    ]);
  });

  test('lets all articles through where a line has no value and no end', () => {
    expect(whereOf({ kind: 'values', variable: 'text', values: [] }, range('date', '', '  '))).toEqual([]);
  });
});

describe('a saved export', () => {
  test('is filled in as it was saved: a line for the values of a fact, and one for each range', () => {
    const draft = draftOf(saved(table));
    expect(draft.facts).toEqual([
      { kind: 'values', variable: 'text', values: ['b', ''] },
      range('date', '2026-03-01', ''),
      range('date', '', '2026-01-31'),
    ]);
    const { where, ...filters } = table.filters;
    expect(draft).toMatchObject({ unit: 'coding', coders: 'columns', filters, columns: table.columns });
    expect(where).toHaveLength(4);
    expect(draft).toMatchObject({ formats: ['csv', 'parquet'], byteOrderMark: true, raw: true, partition: 'coder' });
  });

  test('of the usual two files is filled in with rows and columns as at first', () => {
    const draft = draftOf(saved(null));
    const { unit, coders, filters, facts, columns } = firstDraft;
    expect(draft).toMatchObject({ unit, coders, filters, facts, columns, partition: 'coder' });
    expect(differs(draft, saved(null))).toBe(false);
  });

  test('differs by every choice, but not by the order in which formats were ticked', () => {
    const recipe = saved(table);
    const draft = draftOf(recipe);
    expect(differs(draft, recipe)).toBe(false);
    expect(differs({ ...draft, formats: ['parquet', 'csv'] }, recipe)).toBe(false);
    const others: Partial<Draft>[] = [
      { formats: ['csv'] },
      { byteOrderMark: false },
      { raw: false },
      { partition: null },
      { unit: 'statement' },
      { coders: 'rows' },
      { filters: { ...draft.filters, statuses: [] } },
      { facts: [] },
      { columns: { ...draft.columns, text: true } },
    ];
    for (const other of others) expect(differs({ ...draft, ...other }, recipe), JSON.stringify(other)).toBe(true);
  });

  test('does not differ by a line that lets all articles through', () => {
    const draft = draftOf(saved(table));
    expect(differs({ ...draft, facts: [...draft.facts, range('ratio', '', '')] }, saved(table))).toBe(false);
  });
});

describe('ends of a range', () => {
  test('are asked of facts whose values have an order, values of others', () => {
    const kinds = (['date', 'interval', 'ratio', 'nominal', 'ordinal', 'multiple', 'text', 'entity'] as const).map(
      (level) => lineFor(fact('f', level)).kind,
    );
    expect(kinds).toEqual(['range', 'range', 'range', 'values', 'values', 'values', 'values', 'values']);
  });

  test.each([
    ['date', '2026-02-28', null],
    ['date', ' 2026-02-28 ', null],
    ['date', '2026-02-30', 'Write YYYY-MM-DD.'],
    ['date', '28.2.2026', 'Write YYYY-MM-DD.'],
    ['date', '', null],
    ['ratio', '-1.5', null],
    ['ratio', '1,5', 'Write a number.'],
    ['ratio', 'nine', 'Write a number.'],
    ['ratio', '   ', null],
  ])('of a fact of level %s: “%s” is said to be %s', (level, written, fault) => {
    expect(endFault(variables.get(level), written)).toBe(fault);
  });

  test('of a fact that is gone are not read', () => {
    expect(endFault(undefined, 'anything')).toBeNull();
    expect(isSound(withFacts(range('gone', 'anything', '')), variables)).toBe(true);
  });

  test('hold up the export when either cannot be read, except of the usual two files', () => {
    const faulty = withFacts(range('ratio', '1', '9'), range('date', '', 'soon'));
    expect(isSound(faulty, variables)).toBe(false);
    expect(isSound({ ...faulty, unit: 'both' }, variables)).toBe(true);
    expect(isSound(withFacts(range('ratio', '1', '9'), range('date', '', '2026-03-01')), variables)).toBe(true);
    expect(isSound(withFacts({ kind: 'values', variable: 'ratio', values: ['nine'] }), variables)).toBe(true);
  });
});
