import { readFileSync } from 'node:fs';
import type { ReadTable } from '../../../formats/tables/statistics/testing/programs.ts';

/** What exported tables hold, in one way of writing it, whichever program read them. */
export type Value = string | number | null;
export type Records = { names: string[]; rows: Value[][] };

/** The table as JSON Lines have it, typed; what is missing is null. */
export function readRecords(path: string): Records {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const objects = lines.map((line) => JSON.parse(line) as Record<string, Value>); // one flat object a line
  const names = Object.keys(objects[0] ?? {});
  return { names, rows: objects.map((object) => names.map((name) => object[name] ?? null)) };
}

/** Moments and dates as milliseconds, so that each program's way of writing them does not matter; nothing as ''. */
export function plain(value: unknown): Value {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]00(?::?00)?)?)?$/u.test(text) ? Date.parse(withZone(text)) : text;
}

function withZone(text: string): string {
  const iso = text.replace(' ', 'T').replace(/(?<=T.*)[+-]00$/u, 'Z'); // DuckDB writes the zone of UTC so
  return iso.length > 10 && !/(?:Z|[+-]\d\d:?\d\d)$/u.test(iso) ? `${iso}Z` : iso;
}

export function plainRows(rows: readonly (readonly unknown[])[]): Value[][] {
  return rows.map((row) => row.map(plain));
}

/** Rows of a statistics file, whose moments are numbers of milliseconds already. */
export function statisticsRows(table: ReadTable | undefined): Value[][] {
  const columns = table?.columns ?? [];
  return Array.from({ length: table?.rows ?? 0 }, (_, at) => columns.map(({ cells }) => plain(cells[at])));
}
