import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../shared/api/session.ts';
import { prepare } from '../statements.ts';

/** A window of the log, newest first. */
export function listEntries(db: Database, offset: number, limit: number): HistoryEntry[] {
  return prepare<HistoryEntry>(
    db,
    'SELECT seq, kind, label, coder, at, state FROM journal_entry ORDER BY seq DESC LIMIT ? OFFSET ?',
  ).all(limit, offset);
}

export function countEntries(db: Database): number {
  return prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM journal_entry').get()?.n ?? 0;
}
