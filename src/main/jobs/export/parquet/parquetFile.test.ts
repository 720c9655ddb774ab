import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../formats/tables/plan/table.ts';
import type { Column, Row } from '../../../formats/tables/plan/table.ts';
import { inFolderAsync, pythonWith, runForJson } from '../../../formats/texts/testing/programs.ts';
import { parquetFormat } from './parquetFormat.ts';

const pyarrow = pythonWith('pyarrow.parquet', 'pyarrow.dataset');
const source = 'document';

const columns: readonly Column[] = [
  columnOf({ name: 'Ärger/Wut', label: 'Anger', type: 'text', source }),
  columnOf({
    name: '1st frame',
    label: 'First frame',
    type: 'integer',
    source,
    missing: [{ value: 99, label: 'none' }],
  }),
  columnOf({ name: 'if', label: 'Share', type: 'decimal', source }),
  columnOf({ name: 'day', label: 'Day', type: 'date', source, missing: [{ value: 98, label: 'unreadable' }] }),
  columnOf({ name: 'at', label: 'At', type: 'date-time', source }),
  columnOf({ name: 'has', label: 'Has', type: 'binary', source }),
];

const rows: readonly Row[] = [
  ['עברית 👩‍👩‍👧', 1, 0.125, '2024-02-29', '2024-02-29T23:59:59.250Z', 1],
  ['x'.repeat(32_000), 99, -1e300, 98, '1969-12-31T00:00:00.000Z', 0],
  [null, null, null, null, null, null],
  ['', -2_147_483_648, 0, '1582-10-15', '9999-12-31T23:59:59.999Z', 1],
];

async function write(
  folder: string,
  table: readonly Row[] = rows,
  partition: string | null = null,
): Promise<{ file: string; warnings: string[] }> {
  const path = (name: string): string => join(folder, name);
  const options = { formats: ['parquet' as const], byteOrderMark: false, raw: false, partition, changed: 0, path };
  const writer = parquetFormat.open('codings', columns, options);
  try {
    for (let at = 0; at < table.length; at += 7) writer.add(table.slice(at, at + 7));
    const warnings = await writer.finish(() => undefined);
    writer.publish();
    return { file: path('codings.parquet'), warnings };
  } finally {
    writer.discard();
  }
}

async function query(sql: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(sql);
  return read.getRowsJson();
}

describe('a Parquet file', () => {
  it('is read by DuckDB with types, nothing, dates and codes as they are', async () => {
    await inFolderAsync(async (folder) => {
      const { file, warnings } = await write(folder);
      expect(warnings).toEqual([]);
      expect((await query(`describe from '${file}'`)).map(([name, type]) => [name, type])).toEqual([
        ['Ärger/Wut', 'VARCHAR'],
        ['1st frame', 'INTEGER'],
        ['if', 'DOUBLE'],
        ['day', 'DATE'],
        ['day (missing)', 'INTEGER'],
        ['at', 'TIMESTAMP WITH TIME ZONE'],
        ['has', 'INTEGER'],
      ]);
      expect(await query(`select * replace (epoch_ms("at") as "at", "if"::varchar as "if") from '${file}'`)).toEqual([
        ['עברית 👩‍👩‍👧', 1, '0.125', '2024-02-29', null, String(Date.UTC(2024, 1, 29, 23, 59, 59, 250)), 1],
        ['x'.repeat(32_000), 99, '-1e+300', null, 98, String(Date.UTC(1969, 11, 31)), 0],
        [null, null, null, null, null, null, null],
        ['', -2_147_483_648, '0.0', '1582-10-15', null, String(Date.UTC(9999, 11, 31, 23, 59, 59, 999)), 1],
      ]);
    });
  });

  it('says in its metadata what columns, values and missing codes mean', async () => {
    await inFolderAsync(async (folder) => {
      const { file } = await write(folder);
      const [[key, value] = []] = await query(
        `select key::varchar, value::varchar from parquet_kv_metadata('${file}')`,
      );
      expect(key).toBe('galley');
      expect(value).toContain('unreadable');
    });
  });

  it('has the same bytes each time, over many row groups', async () => {
    await inFolderAsync(async (folder) => {
      const many = Array.from({ length: 130_000 }, (_, at) => [`text ${at % 900}`, at % 7, at / 3, null, null, at % 2]);
      const { file } = await write(folder, many);
      const first = readFileSync(file);
      await write(folder, many);
      expect(readFileSync(file).equals(first)).toBe(true);
      expect(
        await query(`select count(*)::int, sum("1st frame")::int, count(distinct "Ärger/Wut")::int from '${file}'`),
      ).toEqual([[130_000, many.reduce((sum, [, frame]) => sum + Number(frame), 0), 900]]);
    });
  });

  it('leaves out what it cannot hold and names column and row', async () => {
    await inFolderAsync(async (folder) => {
      const { warnings } = await write(folder, [
        ['half \ud83d', 2 ** 31, 1, 'soon', 'later', 1],
        [null, 0.5, null, 97, null, null],
      ]);
      expect(warnings).toEqual([
        'Parquet, codings, Ärger/Wut, row 1: the text holds half of a character (a lone surrogate), which is written as U+FFFD',
        'Parquet, codings, 1st frame, row 1: “2147483648” is not a whole number of 32 bits; left missing',
        'Parquet, codings, 1st frame, row 2: “0.5” is not a whole number of 32 bits; left missing',
        'Parquet, codings, day, row 1: “soon” is not a date (YYYY-MM-DD); left missing',
        'Parquet, codings, day, row 2: “97” is not a date (YYYY-MM-DD); left missing',
        'Parquet, codings, at, row 1: “later” is not a moment (ISO 8601); left missing',
      ]);
    });
  });

  it.skipIf(pyarrow === undefined)('is read alike by pyarrow (skipped where it is missing)', async () => {
    const script = `
import json, sys
import pyarrow.parquet as parquet
table = parquet.read_table(sys.argv[1])
rows = [[value.isoformat() if hasattr(value, 'isoformat') else value for value in row.values()] for row in table.to_pylist()]
json.dump({'types': [str(field.type) for field in table.schema], 'rows': rows}, open(sys.argv[2], 'w'))
`;
    const read = await inFolderAsync(async (folder) => runForJson(pyarrow ?? '', script, [(await write(folder)).file]));
    expect(read).toEqual({
      types: ['string', 'int32', 'double', 'date32[day]', 'int32', 'timestamp[ms, tz=UTC]', 'int32'],
      rows: [
        ['עברית 👩‍👩‍👧', 1, 0.125, '2024-02-29', null, '2024-02-29T23:59:59.250000+00:00', 1],
        ['x'.repeat(32_000), 99, -1e300, null, 98, '1969-12-31T00:00:00+00:00', 0],
        [null, null, null, null, null, null, null],
        ['', -2_147_483_648, 0, '1582-10-15', null, '9999-12-31T23:59:59.999000+00:00', 1],
      ],
    });
  });
});

describe('a Parquet folder', () => {
  const parted: Row[] = [
    ...rows.slice(0, 1),
    ['Le Monde: “x/y”', 5, null, null, null, 1],
    [null, 6, null, null, null, 0],
  ];

  it('is read by DuckDB as one table, with the values of the column it is split by', async () => {
    await inFolderAsync(async (folder) => {
      const { file } = await write(folder, parted, 'ärger/wut');
      const found = await query(
        `select "Ärger%2FWut", "1st frame" from read_parquet('${file}/*/*.parquet', hive_partitioning = true) order by 2`,
      );
      expect(found).toEqual([
        ['עברית 👩‍👩‍👧', 1],
        ['Le Monde: “x/y”', 5],
        [null, 6],
      ]);
    });
  });

  it.skipIf(pyarrow === undefined)('is read by pyarrow as one table (skipped where it is missing)', async () => {
    const script = `
import json, sys
import pyarrow.dataset as dataset
table = dataset.dataset(sys.argv[1], partitioning='hive').to_table().to_pylist()
json.dump(sorted([row['1st frame'], row['Ärger/Wut']] for row in table), open(sys.argv[2], 'w'))
`;
    const read = await inFolderAsync(async (folder) =>
      runForJson(pyarrow ?? '', script, [(await write(folder, parted, 'Ärger/Wut')).file]),
    );
    expect(read).toEqual([
      [1, 'עברית 👩‍👩‍👧'],
      [5, 'Le Monde: “x/y”'],
      [6, null],
    ]);
  });

  it('takes the place of an older one whole, and of nothing else', async () => {
    await inFolderAsync(async (folder) => {
      await write(folder, parted, 'has');
      const { file } = await write(folder, rows.slice(0, 1), 'has');
      expect(readdirSync(file)).toEqual(['has=1']);
      expect(readdirSync(folder)).toEqual(['codings.parquet']);
      writeFileSync(join(file, 'notes.txt'), 'mine');
      await expect(write(folder, parted, 'has')).rejects.toThrow('notes.txt');
      expect(readFileSync(join(file, 'notes.txt'), 'utf8')).toBe('mine');
      expect(readdirSync(folder)).toEqual(['codings.parquet']);
    });
  });

  it('refuses a column that is not there, or that has too many values', async () => {
    await inFolderAsync(async (folder) => {
      await expect(write(folder, rows, 'outlet')).rejects.toThrow('has no column “outlet” to split by');
      const many = Array.from({ length: 1001 }, (_, at) => [`text ${at}`, 1, null, null, null, 1]);
      await expect(write(folder, many, 'Ärger/Wut')).rejects.toThrow('more than 1000 values');
      mkdirSync(join(folder, 'other'));
      expect(readdirSync(folder)).toEqual(['other']);
    });
  });
});
