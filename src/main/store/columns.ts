import type { Database } from 'better-sqlite3';
import { prepare } from './statements.ts';

export type Column = { name: string; type: string };

/** The columns of a table as the file has them. */
export function columnsOf(db: Database, table: string): Column[] {
  return prepare<Column>(db, 'SELECT name, type FROM pragma_table_info(?)').all(table);
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
