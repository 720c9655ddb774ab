import { describe, expect, it } from 'vitest';
import { codingRow, codingsColumns } from './codingsTable.ts';
import { uniqueNames } from './columnNames.ts';
import { dictionaryRows } from './dictionary.ts';
import { documentRow, documentsColumns } from './documentsTable.ts';

const facts = [
  { name: 'site', label: 'Site' },
  { name: 'Code', label: '' },
];
const codes = [
  { id: 'one', path: 'Frames' },
  { id: 'two', path: 'Frames / Conflict' },
  { id: 'three', path: 'frames' },
];

describe('the codings table', () => {
  it('has the fixed columns with the article facts between, and no name twice', () => {
    expect(codingsColumns(facts).map(({ name }) => name)).toEqual([
      ...['document', 'document_id', 'site', 'Code_fact', 'code', 'code_id', 'coder', 'coder_id'],
      ...['start', 'end', 'quote', 'memo', 'created', 'modified'],
    ]);
  });

  it('has a cell for each column', () => {
    const row = codingRow(
      { label: 'd', id: 'D', facts: ['Coast Wire', null] },
      {
        ...{ code: 'Frames', codeId: 'one', coder: 'Ada', coderId: 'ada', start: 1, end: 3, quote: 'ab', memo: '' },
        created: 0,
        modified: Date.UTC(2026, 2, 1, 9, 30),
      },
    );
    expect(row).toEqual([
      ...['d', 'D', 'Coast Wire', null, 'Frames', 'one', 'Ada', 'ada', 1, 3, 'ab', ''],
      ...['1970-01-01T00:00:00.000Z', '2026-03-01T09:30:00.000Z'],
    ]);
  });
});

describe('the documents table', () => {
  it('has a count and a 0/1 for each code, and no name twice', () => {
    const names = documentsColumns(facts, codes).map(({ name }) => name);
    expect(names).toEqual([
      ...['document', 'document_id', 'site', 'Code', 'characters', 'coders', 'annotations'],
      ...['n: Frames', 'has: Frames', 'n: Frames / Conflict', 'has: Frames / Conflict', 'n: frames_2', 'has: frames_2'],
    ]);
  });

  it('counts', () => {
    const counts = { characters: 10, coders: 1, annotations: 3, codes: new Map([['two', 3]]) };
    expect(documentRow({ label: 'd', id: 'D', facts: [null, 'x'] }, counts, codes)).toEqual([
      ...['d', 'D', null, 'x', 10, 1, 3, 0, 0, 3, 1, 0, 0],
    ]);
  });

  it('explains every column in its dictionary, and the apostrophes only where there are any', () => {
    const columns = documentsColumns(facts, codes);
    const guarded = dictionaryRows(columns, { guarded: true });
    expect(guarded).toHaveLength(columns.length);
    expect(guarded[0]?.[4]).toContain('apostrophe');
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
