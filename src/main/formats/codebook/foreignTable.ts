import { codebookFilesWords as words } from '#words/core/codebookFiles.ts';
import type { CsvFile } from '../tables/csv/reader.ts';
import { looseColor } from './looseColor.ts';

/** Titles of other programs' exports, in small letters, by the column of ours that they fill. */
const titles: Readonly<Record<'path' | 'definition' | 'color', readonly string[]>> = {
  path: [
    'code',
    'codes',
    'tag',
    'tags',
    'code name',
    'codename',
    'code path',
    'node',
    'code system',
    'hierarchical name',
  ],
  definition: ['definition', 'description', 'memo', 'comment', 'comments', 'note', 'notes', 'code memo'],
  color: ['color', 'colour', 'code color'],
};

/** Counts of what was coded: no part of a codebook. */
const counts = new Set([
  'grounded',
  'density',
  'files',
  'references',
  'frequency',
  'count',
  'codings',
  'quotations',
  '%',
]);

/** A table as Galley reads it, with a line for each thing that was taken for another. */
export type MappedTable = { file: CsvFile; changes: string[] };

/** Maps the columns of another program's codebook table. A table with a column `path` or `name` is left as it is. */
export function mapForeignTable(file: CsvFile): MappedTable {
  const low = file.header.map((title) => title.trim().toLowerCase());
  const path = low.findIndex((title) => titles.path.includes(title));
  if (path === -1 || low.includes('path') || low.includes('name')) return { file, changes: [] };
  const definitions = low.flatMap((title, index) => (titles.definition.includes(title) ? [index] : []));
  const color = low.findIndex((title) => titles.color.includes(title));
  const dropped = low.flatMap((title, index) => (counts.has(title) ? [index] : []));
  const taken = new Set([path, ...definitions, ...(color === -1 ? [] : [color]), ...dropped]);
  const kept = low.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  const title = (index: number): string => file.header[index] ?? '';
  const separator = separatorIn(file.rows.map(({ cells }) => cells[path] ?? ''));
  // Beside a column of what stands above, a code is told by its own name.
  const key = separator === null && low.includes('parent') ? 'name' : 'path';
  const column = title(path);
  const changes = [key === 'name' ? words.takenForName({ column }) : words.takenForPath({ column })];
  for (const index of definitions)
    if (low[index] !== 'definition') changes.push(words.takenForDefinition({ column: title(index) }));
  for (const index of dropped) changes.push(words.countsLeftOut({ column: title(index) }));
  if (separator !== null) changes.push(words.takenForBorder({ sign: separator, column }));
  const rows = file.rows.map(({ cells, ...place }) => {
    const written = cells[color]?.trim() ?? '';
    const read = written === '' ? '' : looseColor(written);
    if (read === null)
      changes.push(words.at({ place: words.row({ row: place.row }), reason: words.colorUnknown({ color: written }) }));
    return {
      ...place,
      cells: [
        levels(cells[path] ?? '', separator),
        ...(definitions.length > 0 ? [textOf(definitions.map((index) => cells[index] ?? ''))] : []),
        ...(color === -1 ? [] : [read ?? '']),
        ...kept.map((index) => cells[index] ?? ''),
      ],
    };
  });
  const header = [
    key,
    ...(definitions.length > 0 ? ['definition'] : []),
    ...(color === -1 ? [] : ['color']),
    ...kept.map(title),
  ];
  return { file: { ...file, header, rows }, changes };
}

/** Which sign parts the levels: the first of these that stands between words anywhere. */
function separatorIn(cells: readonly string[]): string | null {
  return ['>', '\\', '::'].find((sign) => cells.some((cell) => cell.trim().slice(1, -1).includes(sign))) ?? null;
}

function levels(cell: string, separator: string | null): string {
  if (separator === null) return cell;
  const names = cell.split(separator).map((name) => name.replaceAll(' / ', '/').trim());
  return names.filter((name) => name !== '').join(' / ');
}

function textOf(cells: readonly string[]): string {
  return [...new Set(cells)].filter((cell) => cell.trim() !== '').join('\n\n');
}
