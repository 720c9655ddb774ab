import { AppError } from '../../../shared/api/errors.ts';
import { unguardFormula } from '../csv/formulas.ts';
import { readCsv } from '../csv/reader.ts';
import type { CsvFile } from '../csv/reader.ts';
import { csvRows } from '../csv/writer.ts';
import { joinPath, parsePath } from './entry.ts';
import type { CodebookEntry } from './entry.ts';
import { checkTogether, EntryFault, FaultList } from './faults.ts';
import type { PlacedEntry } from './faults.ts';
import { readColor, readDefinition, readKey, readPattern } from './values.ts';

/** Columns of the table; files may write `colour`, and `parent` and `name` in place of `path`. */
const columnNames = ['path', 'parent', 'name', 'definition', 'color', 'pattern', 'key'] as const;
type ColumnName = (typeof columnNames)[number];

/** Where the columns stand: number from 0, absent when the file does not have one. */
type Layout = Partial<Record<ColumnName, number>>;

/** Writes codes as a CSV table `path,definition,color,pattern,key`; `color` is the place in the palette. */
export function writeCodebookTable(entries: readonly CodebookEntry[]): string {
  const rows = entries.map((entry) => [
    joinPath(entry.path),
    entry.definition ?? '',
    entry.hue ?? null,
    entry.pattern ?? '',
    entry.key ?? '',
  ]);
  return csvRows([['path', 'definition', 'color', 'pattern', 'key'], ...rows], { raw: false });
}

/**
 * Reads a codebook table: a `path` column, or `name` with `parent` (the path of the code above); further columns as
 * `writeCodebookTable` writes them, in any order. Throws AppError `file-empty` or `file-damaged` naming the row.
 */
export function readCodebookTable(text: string): CodebookEntry[] {
  const file = readCsv(text);
  const layout = readLayout(file);
  const faults = new FaultList();
  const placed: PlacedEntry[] = [];
  for (const row of file.rows) {
    const place = `row ${row.row}`;
    const entry = faults.collect(place, () => readEntry(layout, row.cells));
    if (entry) placed.push({ place, entry });
  }
  checkTogether(placed, faults);
  faults.throwIfAny();
  return placed.map(({ entry }) => entry);
}

function readLayout(file: CsvFile): Layout {
  const layout: Layout = {};
  file.header.forEach((title, index) => {
    const name =
      title.toLowerCase() === 'colour' ? 'color' : columnNames.find((known) => known === title.toLowerCase());
    if (name === undefined) {
      refuseUnknown(file, title, index);
    } else if (layout[name] !== undefined) {
      throw headerFault(`the column “${title}” stands there twice`);
    } else layout[name] = index;
  });
  if ((layout.path === undefined) === (layout.name === undefined)) {
    throw headerFault('the table needs a column “path”, or a column “name” (with “parent” for nested codes)');
  }
  return layout;
}

/** A column that Galley would lose is refused; one that holds nothing is passed over. */
function refuseUnknown(file: CsvFile, title: string, index: number): void {
  const used = file.rows.find((row) => (row.cells[index] ?? '').trim() !== '');
  if (!used) return;
  const known = 'path (or parent and name), definition, color, pattern, key';
  throw headerFault(`the column “${title}” is unknown and would be lost; known are ${known}`);
}

function headerFault(reason: string): AppError {
  return new AppError('file-damaged', `header: ${reason}. Nothing was changed.`);
}

function readEntry(layout: Layout, cells: readonly string[]): CodebookEntry {
  const raw = (name: ColumnName): string | undefined => {
    const index = layout[name];
    return index === undefined ? undefined : unguardFormula(cells[index] ?? '');
  };
  const word = (name: ColumnName): string | undefined => raw(name)?.trim();
  const definition = raw('definition');
  const color = word('color');
  const pattern = word('pattern');
  const key = word('key');
  return {
    path: readPath(word('path'), word('parent'), word('name')),
    ...(definition === undefined ? {} : { definition: readDefinition(definition) }),
    ...(color === undefined ? {} : optional('hue', readColor(color))),
    ...(pattern === undefined ? {} : optional('pattern', readPattern(pattern))),
    ...(key === undefined ? {} : { key: readKey(key) }),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>); // a computed key widens to string
}

function readPath(path = '', parent = '', name = ''): string[] {
  if (path !== '') return parsePath(path);
  if (name === '') throw new EntryFault('the code has no name');
  const own = parsePath(name);
  if (own.length > 1)
    throw new EntryFault(`a name cannot contain “ / ”; put what is above “${own.at(-1) ?? ''}” in the column “parent”`);
  return [...(parent === '' ? [] : parsePath(parent)), ...own];
}
