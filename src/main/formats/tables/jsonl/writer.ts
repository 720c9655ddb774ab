import type { Cell } from '../csv/writer.ts';

/**
 * Writes rows as JSON Lines: one object a line, keys in the order of the columns, LF after each. Built by hand rather
 * than from an object, because a key such as `2024` or `__proto__` would move or vanish there.
 */
export function jsonRows(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const keys = columns.map((column) => JSON.stringify(column));
  return rows
    .map((row) => `{${keys.map((key, index) => `${key}:${JSON.stringify(row[index] ?? null)}`).join(',')}}\n`)
    .join('');
}
