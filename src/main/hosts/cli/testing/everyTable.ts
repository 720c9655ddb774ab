import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { tableUnitSchema } from '../../../../shared/model/dataTable.ts';
import { createTestApp } from '../../../app/testApp.ts';
import type { TestApp } from '../../../app/testApp.ts';
import type { ReadTable } from '../../../formats/tables/statistics/testing/programs.ts';
import { createCommandFolder } from '../testCommand.ts';
import type { CommandFolder } from '../testCommand.ts';
import { plain, readRecords } from './readTables.ts';
import type { Records, Value } from './readTables.ts';
import { makeHardProject, makeWideProject } from './tableProject.ts';

/**
 * Two projects, the sample and one of articles and hard answers, exported from the command line by every unit in every
 * format of tables; one export serves all checks, and each program starts once for all files.
 */
const formats = 'csv,tsv,xlsx,jsonl,sav,dta,parquet,dictionary,r,python';
export const units = tableUnitSchema.options;
export const projects = ['sample', 'hard'] as const;
export const tables = projects.flatMap((project) =>
  units.map((unit) => ({ project, unit, base: `${project}/${unit}s` })),
);

export type Exports = { path(name: string, folder?: string): string; end(): Promise<void> };

async function makeSample(): Promise<TestApp & { file: string }> {
  const app = createTestApp();
  await app.client.call('project.openSample', {});
  await app.app.close();
  const folder = join(app.folder, 'projects');
  return { ...app, file: join(folder, readdirSync(folder).find((name) => name.endsWith('.galley')) ?? '') };
}

async function exportAll(place: CommandFolder, project: string, file: string, own: readonly string[]): Promise<void> {
  for (const unit of units) {
    const save = ['--save-recipe', `By ${unit}`, '--json'];
    await place.json('export', file, join('out', project), '--format', formats, '--unit', unit, ...own, ...save);
    await place.json('export', file, join('again', project), '--recipe', `By ${unit}`, '--json');
  }
}

/** Everything under `out` in the folder, and once more, by the recipes saved meanwhile, under `again`. */
export async function exportEverything(): Promise<Exports> {
  const place = createCommandFolder();
  const [sample, hard, wide] = await Promise.all([makeSample(), makeHardProject(), makeWideProject()]);
  const scripted = async (): Promise<void> => {
    await exportAll(place, 'hard', hard.file, ['--coders', 'rows']);
    for (const format of ['sav', 'dta', 'parquet'])
      await place.json('export', hard.file, format, '--unit', 'statement', '--format', `${format},r,python`, '--json');
  };
  const others = async (): Promise<void> => {
    await exportAll(place, 'sample', sample.file, []);
    const wideFormats = 'jsonl,sav,dta,xlsx,parquet';
    await place.json('export', wide.file, 'wide', '--unit', 'document', '--format', wideFormats, '--json');
  };
  await Promise.all([scripted(), others()]);
  return {
    path: (name, folder = 'out') => join(place.folder, folder, name),
    async end() {
      place.end();
      await Promise.all([sample, hard, wide].map((project) => project.end()));
    },
  };
}

/** What the exported tables hold, read once each. `base`: `sample/documents`. */
export type OwnTables = {
  expected(base: string): Records;
  described(base: string): Described[];
  columnsOf(table: ReadTable, base: string): Value[][];
  ownColumns(base: string, withoutCodes: boolean): Value[][];
  counts(base: string): [string, number][];
};

type Described = { column: string; type: string; codes: Map<string, number>; values: Map<number, string> };

export function ownTables(path: Exports['path']): OwnTables {
  const kept = new Map<string, Records>();

  function expected(base: string): Records {
    const read = kept.get(base) ?? readRecords(path(`${base}.jsonl`));
    const known = read.rows.length > 0 ? read : { ...read, names: described(base).map(({ column }) => column) };
    kept.set(base, known);
    return known;
  }

  /** What the dictionary says of the columns: their types, and the labels of their missing codes. */
  function described(base: string): Described[] {
    const rows: Record<string, string>[] = parse(readFileSync(path(`${base}.dictionary.csv`)), { columns: true });
    const pairs = (list = ''): [number, string][] =>
      list
        .replace(/^'/u, '')
        .split('; ')
        .flatMap((pair) => {
          const at = pair.indexOf(' = ');
          return at === -1 ? [] : [[Number(pair.slice(0, at)), pair.slice(at + 3)]];
        });
    return rows.map(({ column = '', type = '', missing, values }) => ({
      column,
      type,
      codes: new Map(pairs(missing).map(([value, label]) => [label, value])),
      values: new Map(pairs(values)),
    }));
  }

  /** The cells of a statistics file, by column; Stata's `.a` and so on by their labels as the codes that they stand for. */
  function columnsOf(table: ReadTable, base: string): Value[][] {
    const known = described(base);
    return table.columns.map(({ cells, labels }, at) => {
      const names = new Map(labels.map(({ value, label }) => [value, label]));
      return cells.map((cell) => {
        const code =
          typeof cell === 'string' && /^\.[a-z]$/u.test(cell) ? known[at]?.codes.get(names.get(cell) ?? '') : undefined;
        return plain(code ?? cell);
      });
    });
  }

  /** The same of what was exported: text columns hold missing codes as digits; `withoutCodes`: those of dates are gone. */
  function ownColumns(base: string, withoutCodes: boolean): Value[][] {
    const { rows } = expected(base);
    return described(base).map(({ type, codes }, at) => {
      const isCode = new Set<unknown>(codes.values());
      return rows.map((row) => {
        const cell = row[at] ?? null;
        if (!isCode.has(cell)) return plain(cell);
        return type === 'text' ? String(cell) : withoutCodes && type.startsWith('date') ? '' : cell;
      });
    });
  }

  const counts = (base: string): [string, number][] => countsOf(described(base), expected(base));
  return { expected, described, columnsOf, ownColumns, counts };
}

/** The column that scripts count, and how often each of its values stands there, by its label. */
function countsOf(columns: readonly Described[], { rows }: Records): [string, number][] {
  const byCode = columns.findIndex(({ column }) => column === 'code');
  const labelled = columns.findIndex(({ column }) => column === '1st frame');
  const at = byCode === -1 ? labelled : byCode;
  const { values = new Map<number, string>() } = columns[at] ?? {};
  const found = new Map<string, number>();
  for (const row of rows) {
    const cell = row[at] ?? null;
    const value = typeof cell === 'number' ? values.get(cell) : cell; // those without a label are missing codes
    if (value !== undefined && value !== null) found.set(value, (found.get(value) ?? 0) + 1);
  }
  return [...found];
}
