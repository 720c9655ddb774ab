import { createHash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { columnsOf } from './columns.ts';
import { journaledTables } from './rowChange.ts';

/** All that a project holds: records, the journal, texts and originals. */
const tables = [...journaledTables, 'journal_entry', 'journal_change', 'text', 'original'] as const;

/** Every row of some tables, as lines that show each byte and the type of each value. */
function rowsOf(db: Database, names: readonly string[]): string[] {
  return names.flatMap((table) => {
    const values = columnsOf(db, table).map(
      ({ name }) => `'${name}=' || typeof("${name}") || hex(CAST("${name}" AS BLOB))`,
    );
    return db
      .prepare<[], { line: string }>(
        `SELECT '${table} ' || ${values.join(` || ' ' || `)} AS line FROM "${table}" NOT INDEXED`,
      )
      .all()
      .map(({ line }) => line);
  });
}

/** Every row of a project file, sorted; null where they cannot all be read. For tests. */
export function allRows(path: string): string[] | null {
  return read(path, tables);
}

/** Every record of a project file, open or not; null where they cannot all be read. For tests. */
export function allRecords(path: string): string[] | null {
  return read(path, journaledTables);
}

/** One hash over every record of a project file, open or not; '' where they cannot all be read. For tests. */
export function recordsHash(path: string): string {
  const records = allRecords(path);
  return records === null ? '' : createHash('sha256').update(records.join('\n')).digest('hex').slice(0, 20);
}

/** How many texts and originals wait for a task. For tests. */
export function stagedRows(path: string): number {
  const db = new SqliteDatabase(path, { readonly: true });
  try {
    const count = `SELECT (SELECT count(*) FROM staged_text) + (SELECT count(*) FROM staged_original) AS n`;
    return db.prepare<[], { n: number }>(count).get()?.n ?? 0;
  } finally {
    db.close();
  }
}

function read(path: string, names: readonly string[]): string[] | null {
  let db: Database | null = null;
  try {
    db = new SqliteDatabase(path, { readonly: true });
    return rowsOf(db, names).toSorted();
  } catch {
    return null; // damage that no row can be read behind
  } finally {
    db?.close();
  }
}

/** Every image that any record ever had, as `allRecords` shows them: what undo and redo may bring back. For tests. */
export function pastRecords(path: string): Set<string> {
  const db = new SqliteDatabase(path, { readonly: true });
  const past = new Set(rowsOf(db, journaledTables));
  for (const table of journaledTables) {
    const columns = columnsOf(db, table);
    for (const side of ['before', 'after']) {
      const values = columns.map(({ name, type }) => {
        const value = `json_extract(${side}, '$."${name}"')`;
        const typed = type === 'BLOB' ? `unhex(${value})` : type === 'REAL' ? `CAST(${value} AS REAL)` : value;
        return `'${name}=' || typeof(${typed}) || hex(CAST(${typed} AS BLOB))`;
      });
      const sql = `SELECT '${table} ' || ${values.join(` || ' ' || `)} AS line FROM journal_change WHERE record = '${table}' AND ${side} IS NOT NULL`;
      for (const { line } of db.prepare<[], { line: string }>(sql).all()) past.add(line);
    }
  }
  db.close();
  return past;
}
