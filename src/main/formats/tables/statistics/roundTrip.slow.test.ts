import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDta } from '../dta/dta.ts';
import { prepareSav } from '../sav/sav.ts';
import type { Cell, TableFile, Variable } from './dataset.ts';
import { hasHaven, hasPandas, readWithHaven, readWithPandas } from './testing/programs.ts';
import type { ReadTable } from './testing/programs.ts';
import { randomTables } from './testing/randomTables.ts';
import { writeTable } from './testing/write.ts';

const seed = 20_240_305;
const count = 150;
const tables = fc.sample(randomTables, { seed, numRuns: count });
const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
const paths = (suffix: string): string[] => tables.map((_, index) => join(folder, `${index}.${suffix}`));
const savs: TableFile[] = [];
const dtas: TableFile[] = [];

beforeAll(async () => {
  for (const [index, { variables, rows }] of tables.entries()) {
    savs.push((await writeTable(prepareSav, variables, rows, paths('sav')[index])).file);
    dtas.push((await writeTable(prepareDta, variables, rows, paths('dta')[index])).file);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a text is in UTF-8 for programs that end texts at NUL. */
function plainText(cell: Cell): string {
  return String(cell ?? '')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();
}

function withoutEnd(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/ +$/u, '') : cell;
}

/** What R makes of a cell of an SPSS file: missing codes of numbers are kept, those of dates become NA. */
function spssCell({ kind }: Variable, cell: Cell): Cell {
  if (kind === 'text') return plainText(cell).replace(/ +$/u, '');
  if (cell === null || cell === -Number.MAX_VALUE) return null;
  if (kind === 'number') return Number(cell) + 0;
  if (typeof cell === 'number') return null;
  return kind === 'date' ? cell : Date.parse(cell);
}

/** What Stata makes of a cell, dates as `read` has them. */
function stataCell(
  { kind, missing }: Variable,
  cell: Cell,
  read: (milliseconds: number, kind: Variable['kind']) => Cell,
): Cell {
  if (kind === 'text') return plainText(cell);
  if (cell === null) return null;
  if (typeof cell === 'string') return read(Date.parse(cell), kind);
  const code = missing.findIndex(({ value }) => value === cell);
  if (code !== -1) return `.${String.fromCharCode(97 + code)}`;
  return cell > 2 ** 1023 * (1 - 2 ** -53) ? null : cell + 0;
}

function expectTables(
  read: readonly ReadTable[],
  files: readonly TableFile[],
  expected: (variable: Variable, cell: Cell) => Cell,
): void {
  expect(read).toHaveLength(tables.length);
  for (const [index, { variables, rows }] of tables.entries()) {
    const columns = read[index]?.columns ?? [];
    const where = (name: string): string => `seed ${seed}, table ${index}, ${name}`;
    expect(columns.map(({ name }) => name)).toEqual(files[index]?.columns.map(({ name }) => name));
    for (const [at, variable] of variables.entries()) {
      const { label = null, cells = [] } = columns[at] ?? {};
      expect(label ?? '', where('label')).toBe(variable.label);
      expect(
        cells.map((cell) => (typeof cell === 'number' ? cell + 0 : cell)),
        where(variable.name),
      ).toEqual(rows.map((row) => expected(variable, row[at] ?? null)));
    }
  }
}

function sorted<Label extends { value: number | string }>(labels: readonly Label[]): Label[] {
  return labels.toSorted((a, b) => (String(a.value) < String(b.value) ? -1 : 1));
}

describe(`random tables (${count}, seed ${seed})`, () => {
  it.skipIf(!hasHaven)('come back from .sav through haven (skipped where it is not)', () => {
    const read = readWithHaven(paths('sav'));
    expectTables(read, savs, spssCell);
    for (const [index, { variables }] of tables.entries()) {
      for (const [at, { kind, valueLabels, missing }] of variables.entries()) {
        const column = read[index]?.columns[at];
        if (kind !== 'number') continue; // haven keeps no labels with dates
        expect(sorted(column?.labels ?? [])).toEqual(sorted([...valueLabels, ...missing]));
        expect(column?.missing).toEqual(missing.map(({ value }) => value));
      }
    }
  });

  it.skipIf(!hasHaven)('come back from .dta through haven (skipped where it is not)', () => {
    // haven takes blanks from the end of some texts, which pandas shows to be in the file.
    const read = readWithHaven(paths('dta')).map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, cells: column.cells.map(withoutEnd) })),
    }));
    expectTables(read, dtas, (variable, cell) => {
      const expected = stataCell(variable, cell, (milliseconds, kind) =>
        kind === 'date' ? new Date(milliseconds).toISOString().slice(0, 10) : milliseconds,
      );
      return withoutEnd(expected);
    });
    expectLabels(read);
  });

  it.skipIf(!hasPandas)('come back from .dta through pandas (skipped where it is not)', () => {
    const read = readWithPandas(paths('dta'));
    const epoch = Date.UTC(1960, 0, 1);
    expectTables(read, dtas, (variable, cell) =>
      stataCell(variable, cell, (milliseconds, kind) => (milliseconds - epoch) / (kind === 'date' ? 86_400_000 : 1)),
    );
    expectLabels(read);
  });
});

function expectLabels(read: readonly ReadTable[]): void {
  for (const [index, { variables }] of tables.entries()) {
    for (const [at, { kind, valueLabels, missing }] of variables.entries()) {
      if (kind !== 'number') continue; // haven keeps no labels with dates
      const letters = missing.map(({ label }, code) => ({ value: `.${String.fromCharCode(97 + code)}`, label }));
      expect(sorted(read[index]?.columns[at]?.labels ?? [])).toEqual(sorted([...valueLabels, ...letters]));
    }
  }
}
