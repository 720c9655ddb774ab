import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../formats/tables/plan/table.ts';
import type { Column, ColumnType, Row } from '../../formats/tables/plan/table.ts';
import { inFolderAsync, pythonWith, runForJson } from '../../formats/texts/testing/programs.ts';
import { xlsxFormat } from './xlsxFile.ts';

const python = pythonWith('openpyxl');

function column(name: string, type: ColumnType): Column {
  return columnOf({ name, label: `Label of ${name}`, type, source: 'document' });
}

async function write(folder: string, base: string, columns: readonly Column[], rows: readonly Row[]): Promise<string> {
  const path = (name: string): string => join(folder, name);
  const options = { formats: ['xlsx' as const], byteOrderMark: false, raw: false, partition: null, changed: 0, path };
  const writer = xlsxFormat.open(base, columns, options);
  for (const row of rows) writer.add([row]);
  expect(await writer.finish(() => undefined)).toEqual([]);
  writer.publish();
  writer.discard();
  return path(`${base}.xlsx`);
}

const readWorkbook = `
import json, sys, datetime
from openpyxl import load_workbook
book = load_workbook(sys.argv[1])
def plain(cell):
    value = cell.value
    if isinstance(value, datetime.datetime): value = value.isoformat()
    return [cell.data_type, value, cell.number_format, cell.quotePrefix]
json.dump({'names': book.sheetnames, 'frozen': [sheet.freeze_panes for sheet in book],
  'cells': [[plain(cell) for cell in row] for row in book.worksheets[0].iter_rows()]}, open(sys.argv[2], 'w'))
`;

describe('a workbook', () => {
  const columns = [
    column('Ärger/Wut', 'text'),
    column('n', 'integer'),
    column('day', 'date'),
    column('at', 'date-time'),
  ];
  const rows: Row[] = [
    ['=1+1', 2, '2024-02-29', '2024-02-29T23:59:59Z'],
    ['שלום 👩‍👩‍👧\nline', null, null, null],
    [' blanks ', -1.5, 98, '1999-12-31T00:00:00Z'],
  ];

  it('has the same bytes each time, and leaves nothing else behind', async () => {
    await inFolderAsync(async (folder) => {
      const one = readFileSync(await write(folder, 'one', columns, rows));
      const again = readFileSync(await write(folder, 'one', columns, rows));
      expect(again.equals(one)).toBe(true);
      expect(readdirSync(folder)).toEqual(['one.xlsx']);
    });
  });

  it.skipIf(python === undefined)('is read alike by openpyxl (skipped where it is missing)', async () => {
    const read = await inFolderAsync(async (folder) =>
      runForJson(python ?? '', readWorkbook, [await write(folder, 'codings', columns, rows)]),
    );
    const day = 'yyyy\\-mm\\-dd';
    const moment = 'yyyy\\-mm\\-dd\\ hh:mm:ss';
    const usual = 'General';
    expect(read).toEqual({
      names: ['codings', 'dictionary', 'labels'],
      frozen: ['A2', 'A2', 'A2'],
      cells: [
        ['Ärger/Wut', 'n', 'day', 'at'].map((name) => ['s', name, usual, false]),
        [
          ['s', '=1+1', usual, true],
          ['n', 2, usual, false],
          ['d', '2024-02-29T00:00:00', day, false],
          ['d', '2024-02-29T23:59:59', moment, false],
        ],
        [['s', 'שלום 👩‍👩‍👧\nline', usual, false], ...[0, 1, 2].map(() => ['n', null, usual, false])],
        [
          ['s', ' blanks ', usual, false],
          ['n', -1.5, usual, false],
          ['n', 98, usual, false],
          ['d', '1999-12-31T00:00:00', moment, false],
        ],
      ],
    });
  });
});
