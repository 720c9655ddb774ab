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

/** Acts that say what somebody coded: by their method, or because they take such an act back. */
const isWork = `(kind <> 'command' OR method LIKE 'annotations.%' OR method LIKE 'codings.%' OR method LIKE 'answers.%'
  OR method LIKE 'links.%' OR method LIKE 'progress.%')`;

/** The number of the newest entry, undo and redo among them; 0: none. It grows with every change of a record. */
export function lastEntry(db: Database): number {
  return prepare<{ seq: number }>(db, 'SELECT ifnull(max(seq), 0) AS seq FROM journal_entry').get()?.seq ?? 0;
}

/** As `listEntries`, with `label` in place of what coders other than `coder` (a name) coded. */
export function listEntriesFor(
  db: Database,
  { coder, label }: { coder: string; label: string },
  offset: number,
  limit: number,
): HistoryEntry[] {
  return prepare<HistoryEntry>(
    db,
    `SELECT seq, kind, CASE WHEN coder <> ? AND ${isWork} THEN ? ELSE label END AS label, coder, at, state
     FROM journal_entry ORDER BY seq DESC LIMIT ? OFFSET ?`,
  ).all(coder, label, limit, offset);
}

/** Whether the next step of undo or redo is what a coder other than `coder` (a name) coded. */
export function entryOfOthers(db: Database, which: 'undo' | 'redo', coder: string): boolean {
  const next = which === 'undo' ? `state = 'done' ORDER BY seq DESC LIMIT 1` : `state = 'undone' ORDER BY seq LIMIT 1`;
  const row = prepare<{ isOthers: number | null }>(
    db,
    `SELECT coder <> ? AND ${isWork} AS isOthers FROM journal_entry WHERE kind = 'command' AND ${next}`,
  ).get(coder);
  return row?.isOthers === 1;
}
