import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../plan/table.ts';
import type { Column, ColumnType, Row } from '../plan/table.ts';
import type { Warning } from '../statistics/dataset.ts';
import { createRowWarnings } from '../statistics/warnings.ts';
import { sheetNames, workbookParts } from './parts.ts';
import { createSharedTexts } from './sharedTexts.ts';
import { columnLetters, createSheetWriter } from './sheet.ts';

function column(name: string, type: ColumnType): Column {
  return columnOf({ name, label: name, type, source: 'document' });
}

type Written = { sheet: string; shared: readonly string[]; warnings: Warning[] };

function write(columns: readonly Column[], rows: readonly Row[], raw = false): Written {
  const warnings: Warning[] = [];
  const rowWarnings = createRowWarnings((warning) => warnings.push(warning));
  const shared = createSharedTexts();
  const writer = createSheetWriter(columns, { raw, warnings: rowWarnings, shared });
  const sheet = writer.head + writer.rows(rows, 1, 2) + writer.tail;
  rowWarnings.finish();
  return { sheet, shared: shared.texts(), warnings };
}

/** The texts and numbers of all cells, by place, as an XML parser sees them. */
function cells(sheet: string): Record<string, string> {
  const found: Record<string, string> = {};
  let place = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'c') place = attributes['r'] ?? '';
  });
  parser.on('text', (text) => {
    if (place !== '') found[place] = (found[place] ?? '') + text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c') place = '';
  });
  parser.write(sheet).close();
  return found;
}

describe('a sheet', () => {
  it('holds numbers as numbers, texts as texts, and nothing where there is nothing', () => {
    const columns = [column('n', 'integer'), column('text', 'text'), column('share', 'decimal')];
    const { sheet, warnings } = write(columns, [
      [1, 'a <b> & "c"', 0.25],
      [null, '', -1e-7],
      [0, '12', null],
    ]);
    expect(cells(sheet)).toEqual({
      ...{ A1: 'n', B1: 'text', C1: 'share' },
      ...{ A2: '1', B2: 'a <b> & "c"', C2: '0.25', C3: '-1e-7', A4: '0', B4: '12' },
    });
    expect(warnings).toEqual([]);
  });

  it('counts days from 30 December 1899, as Excel does from 1 March 1900 on, and keeps missing codes', () => {
    // Excel's own numbers: 1 March 1900 is 61, 1 January 2000 is 36526, noon is half a day more.
    const { sheet, warnings } = write(
      [column('day', 'date'), column('moment', 'date-time')],
      [
        ['1900-03-01', '2000-01-01T12:00:00Z'],
        ['2000-01-01', 98],
        ['1900-02-28', null],
        ['soon', null],
      ],
    );
    expect(cells(sheet)).toMatchObject({
      A2: '61',
      B2: '36526.5',
      A3: '36526',
      B3: '98',
      A4: '1900-02-28',
      A5: 'soon',
    });
    expect(warnings).toEqual([
      {
        variable: 'day',
        row: 3,
        message: '“1900-02-28” is before 1 March 1900, where the dates of Excel begin; it is written as text',
      },
      { variable: 'day', row: 4, message: '“soon” is not a date; it is written as text' },
    ]);
  });

  it('cuts texts at 32,767 characters, never through one, and names column and row', () => {
    const fits = 'x'.repeat(32_767);
    const { sheet, warnings } = write([column('quote', 'text')], [[fits], [`${'x'.repeat(32_766)}🙂`], [`${fits}y`]]);
    expect(Object.values(cells(sheet)).map(({ length }) => length)).toEqual([5, 32_767, 32_766, 32_767]);
    expect(warnings.map(({ variable, row }) => [variable, row])).toEqual([
      ['quote', 2],
      ['quote', 3],
    ]);
  });

  it('writes what XML cannot hold the way the standard has it', () => {
    const { sheet } = write([column('a', 'text')], [['bell\u0007'], ['\r\n'], ['half \ud83d']]);
    expect(cells(sheet)).toMatchObject({ A2: 'bell_x0007_', A3: '_x000D_\n', A4: 'half �' });
  });

  it('puts a text that reads like an escape into the table of texts, escaped, for whoever undoes it there', () => {
    // SheetJS 0.18.5 joins the runs of a cell before it undoes escapes, openpyxl 3.0.9 undoes `_x005F_` in the table alone
    // (findings/xlsx-escaped-text.sh); the escapes are those of ECMA-376 part 1, 22.9.2.19.
    const { sheet, shared } = write(
      [column('_x0041_', 'text')],
      [['a_x0041_x0042_b'], ['_x0041 _'], ['_x0041_'], ['_x0041\u0007']],
    );
    expect(cells(sheet)).toEqual({ A1: '0', A2: '1', A3: '_x0041 _', A4: '0', A5: '2' });
    expect(sheet.match(/ t="s"/gu)).toHaveLength(4);
    const part = workbookParts(['codings'], shared).find(({ path }) => path === 'xl/sharedStrings.xml')?.content ?? '';
    expect([...part.matchAll(/<t xml:space="preserve">(.*?)<\/t>/gu)].map(([, text]) => text)).toEqual([
      '_x005F_x0041_',
      'a_x005F_x0041_x005F_x0042_b',
      '_x005F_x0041_x0007_',
    ]);
    expect(part).toContain('uniqueCount="3"');
  });

  it('has no table of texts where none is needed', () => {
    const { shared } = write([column('a', 'text')], [['plain']]);
    expect(
      workbookParts(['codings'], shared)
        .map(({ content }) => content)
        .join(''),
    ).not.toContain('sharedStrings');
  });

  it('parts such a text into runs where the table is full, or would lose what it holds', () => {
    const texts = ['__xabcd__x005F_', `_x0041_${'x'.repeat(32_000)}`];
    const many = Array.from({ length: 40 }, (_, at) => [`${String(at)}${texts[1] ?? ''}`]);
    const { sheet, shared } = write([column('a', 'text')], [[texts[0] ?? ''], ...many]);
    expect(cells(sheet)['A2']).toBe(texts[0]);
    expect(shared.join('').length).toBeLessThan(1 << 20);
    expect(cells(sheet)['A42']).toBe(many[39]?.[0]);
    // A reader that undoes escapes in a cell does so in each run by itself (ECMA-376 part 1, 18.4.12).
    for (const [, run = ''] of sheet.matchAll(/<t xml:space="preserve">(.*?)<\/t>/gu))
      expect(run).not.toMatch(/_x[0-9A-Fa-f]{4}_/u);
  });

  it('marks what a spreadsheet could run as text, unless raw cells are wanted', () => {
    const rows = [['=1+1'], ['-2'], ['plain']];
    expect(write([column('a', 'text')], rows).sheet.match(/ s="4" t="inlineStr"/gu)).toHaveLength(1);
    expect(write([column('a', 'text')], rows, true).sheet).not.toContain('s="4"');
    expect(cells(write([column('a', 'text')], rows).sheet)['A2']).toBe('=1+1');
  });

  it('tells of numbers beyond those of Excel', () => {
    const { sheet, warnings } = write([column('n', 'decimal')], [[1.7e308], [0], [5e-324]]);
    expect(cells(sheet)).toMatchObject({ A2: '1.7e+308', A3: '0', A4: '5e-324' });
    expect(warnings).toHaveLength(2);
  });

  it('calls columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});

describe('the names of sheets', () => {
  it('are cleaned, cut to 31 characters and told apart', () => {
    const long = 'a very long name of a recipe for 2026';
    expect(sheetNames(['a/b', 'A B', '', long, long, "'quoted'"])).toEqual([
      'a b',
      'A B (2)',
      'table',
      'a very long name of a recipe fo',
      'a very long name of a recip (2)',
      'quoted',
    ]);
  });
});
