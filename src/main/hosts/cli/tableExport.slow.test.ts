import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../../app/testApp.ts';
import type { TestApp } from '../../app/testApp.ts';
import {
  hasHaven,
  hasPandas,
  hasPspp,
  readWithHaven,
  readWithPandas,
  runPspp,
} from '../../formats/tables/statistics/testing/programs.ts';
import { hasProgram, hasR, pythonWith, run, runForJson } from '../../formats/texts/testing/programs.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';
import { plainRows, readRecords, statisticsRows } from './testing/readTables.ts';
import type { Records } from './testing/readTables.ts';

/** The sample project, exported by the command line in every format of tables, read back by other programs. */
let sample: TestApp;
let place: CommandFolder;

const formats = 'csv,tsv,xlsx,jsonl,sav,dta,parquet,dictionary,r,python';
const openpyxl = pythonWith('openpyxl');
const pandas = pythonWith('pandas');
const pyarrow = pythonWith('pyarrow.parquet');
const r = hasR();

beforeAll(async () => {
  sample = createTestApp();
  place = createCommandFolder();
  await sample.client.call('project.openSample', {});
  await sample.app.close();
  const [file = ''] = readdirSync(join(sample.folder, 'projects')).filter((name) => name.endsWith('.galley'));
  const project = join(sample.folder, 'projects', file);
  for (const folder of ['out', 'again']) {
    await place.json('export', project, folder, '--format', formats, '--json');
    await place.json(
      'export',
      project,
      folder,
      '--format',
      formats,
      '--unit',
      'document',
      '--coders',
      'rows',
      '--json',
    );
  }
}, 240_000);
afterAll(async () => {
  place.end();
  await sample.end();
});

function path(name: string, folder = 'out'): string {
  return join(place.folder, folder, name);
}

function expected(base: string): Records {
  return readRecords(path(`${base}.jsonl`));
}

describe.each(['codings', 'documents'])('the table of %s', (base) => {
  test('has the same bytes in every format when it is exported again', () => {
    const names = readdirSync(join(place.folder, 'out')).filter((name) => name.startsWith(base));
    expect(names.length).toBeGreaterThan(9);
    for (const name of names)
      expect(readFileSync(path(name, 'again')).equals(readFileSync(path(name))), name).toBe(true);
  });

  test.skipIf(openpyxl === undefined)(
    'is read from its workbook by openpyxl, cell by cell (skipped where it is missing)',
    () => {
      const script = `
import json, sys
from openpyxl import load_workbook
rows = [[v.isoformat() if hasattr(v, 'isoformat') else v for v in row] for row in load_workbook(sys.argv[1]).worksheets[0].iter_rows(values_only=True)]
json.dump(rows, open(sys.argv[2], 'w'))
`;
      const [header, ...rows] = runForJson(openpyxl ?? '', script, [path(`${base}.xlsx`)]) as unknown[][]; // what the script wrote
      const { names, rows: own } = expected(base);
      expect(header).toEqual(names);
      expect(plainRows(rows)).toEqual(plainRows(own));
    },
  );

  test('is read from Parquet by DuckDB, cell by cell', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run("set TimeZone = 'UTC'");
    const read = await connection.runAndReadAll(`from '${path(`${base}.parquet`)}'`);
    const { names, rows } = expected(base);
    expect(read.columnNames()).toEqual(names);
    expect(plainRows(read.getRowsJson())).toEqual(plainRows(rows));
  });

  test.skipIf(pyarrow === undefined)(
    'is read from Parquet by pyarrow, cell by cell (skipped where it is missing)',
    () => {
      const script = `
import json, sys
import pyarrow.parquet as parquet
table = parquet.read_table(sys.argv[1])
json.dump([[v.isoformat() if hasattr(v, 'isoformat') else v for v in row.values()] for row in table.to_pylist()], open(sys.argv[2], 'w'))
`;
      const rows = runForJson(pyarrow ?? '', script, [path(`${base}.parquet`)]) as unknown[][]; // what the script wrote
      expect(plainRows(rows)).toEqual(plainRows(expected(base).rows));
    },
  );

  test.skipIf(!hasHaven)(
    'is read from SPSS and Stata files by haven, cell by cell (skipped where it is missing)',
    () => {
      const [sav, dta] = readWithHaven([path(`${base}.sav`), path(`${base}.dta`)]);
      const own = plainRows(expected(base).rows);
      expect(statisticsRows(sav)).toEqual(own);
      expect(statisticsRows(dta)).toEqual(own);
    },
  );

  test.skipIf(!hasPandas)('is read from its Stata file by pandas, text by text and number by number', () => {
    const [table] = readWithPandas([path(`${base}.dta`)]);
    const kinds = (table?.columns ?? []).map(({ kind }) => kind === 'text' || kind === 'number');
    const own = plainRows(expected(base).rows).map((row) => row.filter((_, at) => kinds[at]));
    expect(statisticsRows(table).map((row) => row.filter((_, at) => kinds[at]))).toEqual(own);
  });

  test.skipIf(!hasPspp)('is read from its SPSS file by PSPP without a complaint (skipped where it is missing)', () => {
    const printed = runPspp(`GET FILE='${path(`${base}.sav`)}'.\nDISPLAY DICTIONARY.\nSHOW N.\n`);
    expect(printed).toContain(String(expected(base).rows.length));
  });

  test.skipIf(pandas === undefined)(
    'is read from CSV and TSV by pandas, cell by cell (skipped where it is missing)',
    () => {
      const script = `
import json, sys
import pandas as pd
read = lambda name, sep: pd.read_csv(name, sep=sep, dtype=str, keep_default_na=False).values.tolist()
json.dump([read(sys.argv[1], ','), read(sys.argv[2], chr(9))], open(sys.argv[3], 'w'))
`;
      const files = [path(`${base}.csv`), path(`${base}.tsv`)];
      const own = expected(base).rows.map((row) => row.map((cell) => String(cell ?? '')));
      expect(runForJson(pandas ?? '', script, files)).toEqual([own, own]);
    },
  );

  const counts = (): [string, number][] => {
    const { names, rows } = expected(base);
    const at = Math.max(0, names.indexOf('code'));
    const found = new Map<string, number>();
    for (const row of rows) found.set(String(row[at] ?? ''), (found.get(String(row[at] ?? '')) ?? 0) + 1);
    return [...found];
  };

  test.skipIf(!r)('is loaded and counted by its R script (skipped where R is missing)', () => {
    const printed = run('Rscript', [path(`${base}.R`), path('')]).replace(/ +/gu, ' ');
    for (const [value, count] of counts()) expect(printed).toContain(`${count} ${value}\n`);
  });

  test.skipIf(pandas === undefined)(
    'is loaded and counted by its Python script (skipped where pandas is missing)',
    () => {
      const printed = run(pandas ?? '', [path(`${base}.py`), path('')]).replace(/ +/gu, ' ');
      for (const [value, count] of counts()) expect(`${printed}\n`).toContain(`${value} ${count}\n`);
    },
  );

  test.skipIf(!hasProgram('xmllint'))(
    'has a dictionary page that xmllint finds well-formed (skipped where it is missing)',
    () => {
      run('xmllint', ['--noout', '--nonet', path(`${base}.dictionary.html`)]);
      expect(existsSync(path(`${base}.dictionary.csv`))).toBe(true);
    },
  );
});
