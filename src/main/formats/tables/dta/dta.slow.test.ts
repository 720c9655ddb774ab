import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasHaven, hasPandas, readWithHaven, readWithPandas } from '../statistics/testing/programs.ts';
import type { ReadColumn, ReadTable } from '../statistics/testing/programs.ts';
import { sampleRows, sampleVariables } from '../statistics/testing/sample.ts';
import { variable, writeTable } from '../statistics/testing/write.ts';
import { prepareDta } from './dta.ts';

const folder = mkdtempSync(join(tmpdir(), 'dta-'));
const paths = ['sample', 'wide', 'empty', 'types'].map((name) => join(folder, `${name}.dta`));
const [samplePath = '', widePath = '', emptyPath = '', typesPath = ''] = paths;

const names = ['document', 'v_1st_frame', 'v_if', 'Ärger_Wut', 'Ärger_Wut_2', 'published', 'coded_at', 'text', 'big'];
const frameMissing: Record<string, string> = { '-98': '.a', '-99': '.b' };
const certaintyMissing: Record<string, string> = { '96': '.a', '97': '.b', '98': '.c', '99': '.d' };

const wideVariables = Array.from({ length: 2000 }, (_, index) =>
  variable(`code ${index}`, {
    level: 'nominal',
    label: `Code number ${index}`,
    valueLabels: [
      { value: 0, label: 'absent' },
      { value: 1, label: 'present' },
    ],
  }),
);
const wideRows = Array.from({ length: 20 }, (_, row) => wideVariables.map((_, index) => (row * index) % 3));

/** The least and most value of each type of Stata, one more, and one less ("help data types"). */
const typeColumns: Record<string, number[]> = {
  byte: [-127, 100],
  int: [-128, 101],
  intWide: [-32_767, 32_740],
  long: [-32_768, 32_741],
  longWide: [-2_147_483_647, 2_147_483_620],
  double: [-2_147_483_648, 2_147_483_621],
  fraction: [0.1, 2 ** 1023 * (1 - 2 ** -53)],
};
const typeVariables = Object.keys(typeColumns).map((name) =>
  variable(name, { missing: [{ value: 7, label: 'seven' }] }),
);
const typeRows = [
  ...[0, 1].map((row) => Object.values(typeColumns).map((cells) => cells[row] ?? null)),
  typeVariables.map(() => null),
  typeVariables.map(() => 7),
];

/** What a cell of the sample should be when read. */
function expectedCell(at: number, cell: string | number | null): string | number | null {
  if (at === 0 || at === 7) return cell ?? '';
  if (at === 1) return frameMissing[String(cell)] ?? cell;
  if (at === 2) return certaintyMissing[String(cell)] ?? cell;
  return cell;
}

function expectSample(columns: ReadColumn[]): void {
  expect(columns.map(({ name }) => name)).toEqual(names);
  expect(columns.map(({ label }) => label ?? '')).toEqual(sampleVariables.map(({ label }) => label));
  expect(columns.map(({ kind }) => kind)).toEqual(sampleVariables.map(({ kind }) => kind));
  expect(columns[1]?.labels).toEqual([
    { value: 1, label: 'conflict' },
    { value: 2, label: 'human interest 🙂' },
    { value: 3, label: 'عواقب' },
    { value: '.a', label: 'not codable' },
    { value: '.b', label: 'not applicable' },
  ]);
  expect(columns[2]?.labels.map(({ value }) => value)).toEqual([0, 1, '.a', '.b', '.c', '.d']);
  for (const at of [0, 1, 2, 3, 4, 7, 8]) {
    const { name, cells } = columns[at] ?? { name: 'no such column', cells: [] };
    expect(cells, name).toEqual(sampleRows.map((row) => expectedCell(at, row[at] ?? null)));
  }
}

beforeAll(async () => {
  const label = 'Sample of Zürich';
  await writeTable(prepareDta, sampleVariables, sampleRows, samplePath, { label, documents: ['First', 'שלום 🙂'] });
  await writeTable(prepareDta, wideVariables, wideRows, widePath);
  await writeTable(prepareDta, sampleVariables, [], emptyPath);
  await writeTable(prepareDta, typeVariables, typeRows, typesPath);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasHaven)('a .dta file in R (skipped where there is no Rscript with haven)', () => {
  let tables: ReadTable[];
  beforeAll(() => {
    tables = readWithHaven(paths);
  });

  it('has names, labels, kinds, value labels, cells and kinds of missing values', () => {
    expectSample(tables[0]?.columns ?? []);
  });

  it('has dates and moments', () => {
    expect(tables[0]?.columns[5]?.cells).toEqual(sampleRows.map((row) => row[5]));
    expect(tables[0]?.columns[6]?.cells).toEqual(
      sampleRows.map((row) => (typeof row[6] === 'string' ? Date.parse(row[6]) : null)),
    );
  });

  it('has the label and the notes of the file', () => {
    expect(tables[0]?.label).toBe('Sample of Zürich');
    // haven gives the number of notes, by which Stata keeps them, as the first one.
    expect(tables[0]?.notes).toEqual(['2', 'First', 'שלום 🙂']);
  });

  it('holds 2,000 columns', () => {
    expect(tables[1]?.columns.map(({ cells }) => cells)).toEqual(
      wideVariables.map((_, at) => wideRows.map((row) => row[at])),
    );
    expect(tables[1]?.columns.every(({ labels }) => labels.length === 2)).toBe(true);
  });

  it('may have no rows', () => {
    expect(tables[2]?.rows).toBe(0);
    expect(tables[2]?.columns.map(({ name }) => name)).toEqual(names);
  });

  it('keeps the ends of every type, and its missing values', () => {
    expect(tables[3]?.columns.map(({ cells }) => cells)).toEqual(
      Object.values(typeColumns).map((values) => [...values, null, '.a']),
    );
  });
});

describe.skipIf(!hasPandas)('a .dta file in pandas (skipped where there is no python3 with pandas)', () => {
  let tables: ReadTable[];
  beforeAll(() => {
    tables = readWithPandas(paths);
  });

  it('has names, labels, kinds, value labels, cells and kinds of missing values', () => {
    expectSample(tables[0]?.columns ?? []);
  });

  it('has dates in days and moments in milliseconds since 1960', () => {
    const days = (iso: string): number => (Date.parse(iso) - Date.UTC(1960, 0, 1)) / 86_400_000;
    const [dates, moments] = [tables[0]?.columns[5], tables[0]?.columns[6]];
    expect(dates?.cells).toEqual(sampleRows.map((row) => (typeof row[5] === 'string' ? days(row[5]) : null)));
    expect(moments?.cells).toEqual(
      sampleRows.map((row) => (typeof row[6] === 'string' ? Math.round(days(row[6]) * 86_400_000) : null)),
    );
  });

  it('has formats that fit the numbers', () => {
    expect(tables[0]?.columns.map(({ format }) => format)).toEqual([
      '%-25s', '%8.0g', '%8.0g', '%10.0g', '%17.0f', '%td', '%tc', '%-40s', '%17.0f',
    ]); // prettier-ignore
  });

  it('holds 2,000 columns', () => {
    expect(tables[1]?.columns.map(({ cells }) => cells)).toEqual(
      wideVariables.map((_, at) => wideRows.map((row) => row[at])),
    );
  });

  it('may have no rows', () => {
    expect(tables[2]?.rows).toBe(0);
  });

  it('keeps the ends of every type, and its missing values', () => {
    expect(tables[3]?.columns.map(({ cells }) => cells)).toEqual(
      Object.values(typeColumns).map((values) => [...values, null, '.a']),
    );
  });
});
