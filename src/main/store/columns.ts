import type { Database } from 'better-sqlite3';
import { prepare } from './statements.ts';

export type Column = { name: string; type: string };

/** The columns of a table as the file has them. */
export function columnsOf(db: Database, table: string): Column[] {
  return prepare<Column>(db, 'SELECT name, type FROM pragma_table_info(?)').all(table);
}

/** The SQL that makes a JSON image of a row: an object by column, bytes as hexadecimal text. */
export function imageOf(columns: readonly Column[], row: 'NEW' | 'OLD' | 'present'): string {
  const parts = columns.map(({ name, type }) => {
    const value = `${row}."${name}"`;
    return `'${name}', ${type === 'BLOB' ? `iif(${value} IS NULL, NULL, hex(${value}))` : value}`;
  });
  return `json_object(${parts.join(', ')})`;
}

/** Columns that cost more to write than others: those in an index, and those that refer to another table. */
export function costlyColumns(db: Database, table: string): Set<string> {
  const rows = prepare<{ name: string }>(
    db,
    `SELECT i.name AS name FROM pragma_index_list(?) AS l, pragma_index_info(l.name) AS i WHERE i.name IS NOT NULL
     UNION SELECT "from" AS name FROM pragma_foreign_key_list(?)`,
  ).all(table, table);
  return new Set(rows.map(({ name }) => name));
}
