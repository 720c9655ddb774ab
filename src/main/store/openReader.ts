import type { Database } from 'better-sqlite3';
import SqliteDatabase from 'better-sqlite3';

/** A connection that can only read, for worker threads and for write-protected files. */
export function openReader(path: string): Database {
  const db = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
  return db;
}
