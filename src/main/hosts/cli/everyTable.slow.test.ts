import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hasHaven,
  hasPandas,
  hasPspp,
  readWithHaven,
  readWithPandas,
  runPspp,
} from '../../formats/tables/statistics/testing/programs.ts';
import type { ReadColumn, ReadTable } from '../../formats/tables/statistics/testing/programs.ts';
import { longText } from '../../formats/tables/statistics/testing/sample.ts';
import { hasProgram, hasR, pythonWith, run, runForJson } from '../../formats/texts/testing/programs.ts';
import { exportedNames } from '../../services/testListing.ts';
import { exportEverything, ownTables, projects, tables, units } from './testing/everyTable.ts';
import type { Exports, OwnTables } from './testing/everyTable.ts';
import { plain, plainRows, readRecords } from './testing/readTables.ts';
import type { Records, Value } from './testing/readTables.ts';
import { answered, articleLengths, hasArticles } from './testing/tableProject.ts';

const pandas = pythonWith('pandas');
const openpyxl = pythonWith('openpyxl');
const parquetInPython = pythonWith('pandas', 'pyarrow.parquet');
const hasJsonInR = hasR('jsonlite');
const hasOffice = hasProgram('soffice');

let place: Exports;
let own: OwnTables;
let duck: DuckDBConnection;

beforeAll(async () => {
  place = await exportEverything();
  own = ownTables(place.path);
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  await duck.run("set TimeZone = 'UTC'");
}, 300_000);
afterAll(() => place.end());

const path: Exports['path'] = (...names) => place.path(...names);
const expected = (base: string): Records => own.expected(base);

test('every table has the same bytes again, made by the recipe that was saved', () => {
  for (const project of projects) {
    const names = exportedNames(path(project));
    expect(names).toHaveLength(units.length * 11);
    expect(exportedNames(path(project, 'again'))).toEqual(names);
    for (const name of names) {
      const again = readFileSync(path(join(project, name), 'again'));
      expect(again.equals(readFileSync(path(join(project, name)))), name).toBe(true);
    }
  }
});

test.skipIf(!hasArticles)('holds the four articles whole (skipped without the articles)', () => {
  const { names, rows } = expected('hard/documents');
  // By their lengths, no two of which are alike: one is called by its headline and not by its file.
  const found = rows.map((row) => row[names.indexOf('characters')]);
  expect(new Set(articleLengths().values()).size).toBe(4);
  for (const [name, length] of articleLengths()) expect(found, name).toContain(length);
});

test('holds the answers that were given, and tells absent, not applicable and not yet coded apart', () => {
  const { names, rows } = expected('hard/documents');
  const cell = (document: string, column: string): Value | undefined =>
    rows.find((row) => row[0] === document && row[names.indexOf('coder')] === 'Ada')?.[names.indexOf(column)];
  for (const [document, answers] of Object.entries(answered))
    for (const [column, value] of Object.entries(answers)) expect(cell(document, column), column).toBe(value);
  expect(cell('full', 'topics: conflict')).toBe(1);
  expect(cell('full', 'topics: human interest 🙂')).toBe(0);
  expect(cell('full', 'who: party')).toBe('A');
  for (const { column, codes } of own.described('hard/documents').filter(({ codes: { size } }) => size > 0)) {
    const ofEntities = column.startsWith('who');
    expect(cell('absent', column), column).toBe(codes.get('absent'));
    expect(cell('inapplicable', column), column).toBe(ofEntities ? null : codes.get('not applicable'));
  }
  expect(rows.filter((row) => row[0] === 'untouched')).toEqual([]);
  expect(expected('hard/codings').rows.flat()).toContain(longText);
});

describe.skipIf(!hasHaven)('R reads SPSS and Stata files with haven (skipped where it is missing)', () => {
  let read: ReadTable[];
  beforeAll(() => {
    const files = tables.flatMap(({ base }) => [path(`${base}.sav`), path(`${base}.dta`)]);
    read = readWithHaven([...files, path('documents.sav', 'wide'), path('documents.dta', 'wide')]);
  }, 120_000);

  test.each(tables)('$base: every cell and every missing code', ({ base }) => {
    const at = 2 * tables.findIndex((table) => table.base === base);
    const [sav, dta] = [read[at], read[at + 1]];
    if (!sav || !dta) throw new Error(`${base} was not read`);
    expect(own.columnsOf(sav, base)).toEqual(own.ownColumns(base, true));
    expect(own.columnsOf(dta, base)).toEqual(own.ownColumns(base, false));
  });

  test('the names that are none become ones, unique', () => {
    const names = (at: number): string[] => (read[at]?.columns ?? []).map(({ name }) => name);
    const at = 2 * tables.findIndex(({ base }) => base === 'hard/documents');
    for (const name of ['v_1st_frame', 'if', 'Ärger_Wut', 'Ärger_Wut_2']) expect(names(at)).toContain(name);
    for (const name of ['v_1st_frame', 'v_if', 'Ärger_Wut', 'Ärger_Wut_2']) expect(names(at + 1)).toContain(name);
  });

  test('labels and levels stand with the question', () => {
    const at = 2 * tables.findIndex(({ base }) => base === 'hard/documents');
    for (const table of [read[at], read[at + 1]]) {
      const column = table?.columns.find(({ label }) => label === 'Which frame?');
      const labels = column?.labels.map(({ label }) => label);
      expect(labels?.slice(0, 3)).toEqual(['conflict', 'human interest 🙂', 'عواقب']);
      expect(labels?.slice(3).sort()).toEqual(['absent', 'cannot tell', 'not applicable']);
    }
  });

  test('2,000 columns', () => {
    const { rows } = readRecords(path('documents.jsonl', 'wide'));
    for (const table of read.slice(-2)) {
      expect(table.columns.length).toBeGreaterThan(2000);
      expect(table.columns.map(({ cells: [cell] }) => plain(cell))).toEqual(plainRows(rows)[0]);
    }
  });
});

describe.skipIf(!hasPandas)('pandas reads Stata files (skipped where it is missing)', () => {
  let read: ReadTable[];
  beforeAll(() => {
    read = readWithPandas([...tables.map(({ base }) => path(`${base}.dta`)), path('documents.dta', 'wide')]);
  }, 120_000);

  test.each(tables)('$base: every text, number and missing code', ({ base }) => {
    const table = read[tables.findIndex((one) => one.base === base)];
    if (!table) throw new Error(`${base} was not read`);
    const isPlain = ({ kind }: ReadColumn): boolean => kind === 'text' || kind === 'number';
    const picked = <T>(columns: T[]): T[] =>
      columns.filter((_, at) => table.columns.some((one, place) => place === at && isPlain(one)));
    expect(picked(own.columnsOf(table, base))).toEqual(picked(own.ownColumns(base, false)));
  });

  test('2,000 columns', () => expect(read.at(-1)?.columns.length).toBeGreaterThan(2000));
});

// Of long texts with several missing codes PSPP 1.6 expects another record than SPSS and haven do: it warns of the hard ones.
test.skipIf(!hasPspp)(
  'PSPP reads the SPSS files of the sample without a complaint, every row (skipped where it is missing)',
  () => {
    const own = tables.filter(({ project }) => project === 'sample');
    const count = 'COMPUTE all_rows=1.\nAGGREGATE OUTFILE=* /BREAK=all_rows /n=N.\nLIST.\n';
    const printed = runPspp(own.map(({ base }) => `GET FILE='${path(`${base}.sav`)}'.\n${count}`).join(''));
    const counts = [...printed.matchAll(/^1\.00,(\d+)$/gmu)].map(([, rows]) => Number(rows));
    expect(counts).toEqual(own.map(({ base }) => expected(base).rows.length).filter((rows) => rows > 0));
  },
  60_000,
);

describe('DuckDB reads Parquet files', () => {
  test.each(tables)('$base: every cell, the codes of dates in columns of their own', async ({ base }) => {
    const read = await duck.runAndReadAll(`from '${path(`${base}.parquet`)}'`);
    const { names } = expected(base);
    const found = read.columnNames();
    const columns = read.getColumnsJson();
    const cells = names.map((name) => (columns[found.indexOf(name)] ?? []).map(plain));
    expect(cells).toEqual(own.ownColumns(base, true));
    const codeColumns = own.described(base).filter(({ type, codes }) => type === 'date' && codes.size > 0);
    expect(found.length).toBe(names.length + codeColumns.length);
    for (const { column, codes } of codeColumns) {
      const cells = expected(base).rows.map((row) => row[names.indexOf(column)] ?? null);
      const kinds = new Set<unknown>(codes.values());
      expect(columns[found.indexOf(`${column} (missing)`)]).toEqual(
        cells.map((cell) => (kinds.has(cell) ? cell : null)),
      );
    }
  });

  test('2,000 columns', async () => {
    const read = await duck.runAndReadAll(`from '${path('documents.parquet', 'wide')}'`);
    const { names, rows } = readRecords(path('documents.jsonl', 'wide'));
    expect(read.columnNames()).toEqual(names);
    expect(plainRows(read.getRowsJson())).toEqual(plainRows(rows));
  });
});

const files = (suffix: string): string[] => tables.map(({ base }) => path(`${base}.${suffix}`));
/** Cells as CSV files have them. */
const texts = (base: string): string[][] => expected(base).rows.map((row) => row.map((cell) => String(cell ?? '')));
/** The same without the apostrophe that keeps spreadsheets from running a text. */
const unguarded = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' && /^'+\s*[=+@-]/u.test(cell) ? cell.slice(1) : cell)));

test.skipIf(!hasJsonInR)(
  'R reads CSV, every cell (skipped where R or jsonlite is missing)',
  () => {
    const script = `
arguments <- commandArgs(TRUE)
read <- function(name) unname(as.matrix(read.csv(name, check.names = FALSE, colClasses = "character", na.strings = character(), encoding = "UTF-8")))
writeLines(jsonlite::toJSON(lapply(head(arguments, -1), read)), tail(arguments, 1), useBytes = TRUE)
`;
    const read = runForJson('Rscript', script, files('csv')) as string[][][]; // what the script wrote
    for (const [at, { base }] of tables.entries()) expect(unguarded(read[at] ?? []), base).toEqual(texts(base));
  },
  60_000,
);

test.skipIf(pandas === undefined)(
  'pandas reads CSV and TSV, every cell (skipped where it is missing)',
  () => {
    const script = `
import json, sys
import pandas as pd
read = lambda name: pd.read_csv(name, sep=chr(9) if name.endswith('tsv') else ',', dtype=str, keep_default_na=False).values.tolist()
json.dump([read(name) for name in sys.argv[1:-1]], open(sys.argv[-1], 'w'))
`;
    const read = runForJson(pandas ?? '', script, [...files('csv'), ...files('tsv')]) as string[][][]; // what the script wrote
    for (const [at, table] of read.entries())
      expect(unguarded(table)).toEqual(texts(tables[at % tables.length]?.base ?? ''));
  },
  60_000,
);

test.skipIf(openpyxl === undefined)(
  'openpyxl reads workbooks, every typed cell (skipped where it is missing)',
  () => {
    const script = `
import json, sys
from openpyxl import load_workbook
def read(name):
    rows = [[v.isoformat() if hasattr(v, 'isoformat') else v for v in row] for row in load_workbook(name, read_only=True).worksheets[0].iter_rows(values_only=True)]
    return [row + [None] * (len(rows[0]) - len(row)) for row in rows]
json.dump([read(name) for name in sys.argv[1:-1]], open(sys.argv[-1], 'w'))
`;
    const books = [...files('xlsx'), path('documents.xlsx', 'wide')];
    const read = runForJson(openpyxl ?? '', script, books) as unknown[][][]; // what the script wrote
    const wanted = [...tables.map(({ base }) => expected(base)), readRecords(path('documents.jsonl', 'wide'))];
    for (const [at, { names, rows }] of wanted.entries()) {
      expect(read[at]?.[0], books[at]).toEqual(names);
      expect(plainRows(read[at]?.slice(1) ?? []), books[at]).toEqual(plainRows(rows));
    }
  },
  120_000,
);

test.skipIf(!hasOffice)(
  'LibreOffice opens workbooks and shows every cell (skipped where it is missing)',
  () => {
    const home = path('office', '.');
    for (const project of projects) {
      mkdirSync(path(project, 'shown'), { recursive: true });
      const books = units.map((unit) => path(`${project}/${unit}s.xlsx`));
      const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
      const profile = `-env:UserInstallation=file://${home}`;
      run('soffice', [profile, '--headless', '--convert-to', csv, '--outdir', path(project, 'shown'), ...books]);
    }
    for (const { base } of tables) {
      const [, ...rows]: string[][] = parse(readFileSync(path(`${base}.csv`, 'shown')), { relax_column_count: true });
      // Moments are shown to the second.
      const shown = (cell: string | number): string =>
        typeof cell === 'number' ? cell.toPrecision(9) : String(plain(cell.replace(/(T[\d:]+)\.\d+Z$/u, '$1Z')));
      expect(rows.map((row) => row.map((cell) => shown(numberOf(cell))))).toEqual(
        texts(base).map((row) => row.map((cell) => shown(numberOf(cell)))),
      );
    }
  },
  120_000,
);

function numberOf(cell: string): string | number {
  return /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/iu.test(cell) ? Number(cell) : cell;
}

const hardTables = units.map((unit) => `${unit}s`);

describe.skipIf(!hasR())('The R script (skipped where R is missing)', () => {
  test.each(hardTables)(
    'loads the CSV file of %s and counts',
    (base) => {
      const printed = run('Rscript', [path(`hard/${base}.R`), path('hard')]).replace(/ +/gu, ' ');
      const wanted = own.counts(`hard/${base}`);
      expect(wanted.length).toBeGreaterThan(0);
      for (const [value, count] of wanted) expect(printed).toContain(`${count} ${value}\n`);
    },
    30_000,
  );

  test.skipIf(!hasHaven).each(['sav', 'dta'])(
    'loads the .%s file by haven and counts (skipped where it is missing)',
    (format) => {
      const printed = run('Rscript', [path('statements.R', format), path('', format)]).replace(/ +/gu, ' ');
      for (const [value, count] of own.counts('hard/statements')) expect(printed).toContain(`${count} ${value}\n`);
    },
    30_000,
  );

  test.skipIf(!hasR('arrow'))(
    'loads the Parquet file by arrow and counts (skipped where it is missing)',
    () => {
      const printed = run('Rscript', [path('statements.R', 'parquet'), path('', 'parquet')]).replace(/ +/gu, ' ');
      for (const [value, count] of own.counts('hard/statements')) expect(printed).toContain(`${count} ${value}\n`);
    },
    30_000,
  );
});

describe.skipIf(pandas === undefined)('The Python script (skipped where pandas is missing)', () => {
  test.each(hardTables)(
    'loads the CSV file of %s and counts',
    (base) => {
      const printed = run(pandas ?? '', [path(`hard/${base}.py`), path('hard')]).replace(/ +/gu, ' ');
      for (const [value, count] of own.counts(`hard/${base}`)) expect(`${printed}\n`).toContain(`${value} ${count}\n`);
    },
    30_000,
  );

  test('loads the Stata file and counts', () => {
    const printed = run(pandas ?? '', [path('statements.py', 'dta'), path('', 'dta')]).replace(/ +/gu, ' ');
    for (const [value, count] of own.counts('hard/statements')) expect(`${printed}\n`).toContain(`${value} ${count}\n`);
  }, 30_000);

  test.skipIf(parquetInPython === undefined)(
    'loads the Parquet file and counts (skipped without pyarrow)',
    () => {
      const printed = run(pandas ?? '', [path('statements.py', 'parquet'), path('', 'parquet')]).replace(/ +/gu, ' ');
      for (const [value, count] of own.counts('hard/statements'))
        expect(`${printed}\n`).toContain(`${value} ${count}\n`);
    },
    30_000,
  );
});
