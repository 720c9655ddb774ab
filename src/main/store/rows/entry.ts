import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../shared/api/session.ts';
import { prepare } from '../statements.ts';

/** Entries with the act that they are about, where they take it back or bring it back. */
const withActs = 'journal_entry AS entry LEFT JOIN journal_entry AS act ON act.seq = entry.target';

/** A window of the log, newest first. */
export function listEntries(db: Database, offset: number, limit: number): HistoryEntry[] {
  return prepare<HistoryEntry>(
    db,
    `SELECT entry.seq, entry.kind, entry.label, entry.coder, act.coder AS doer, entry.at, entry.state
     FROM ${withActs} ORDER BY entry.seq DESC LIMIT ? OFFSET ?`,
  ).all(limit, offset);
}

export function countEntries(db: Database): number {
  return prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM journal_entry').get()?.n ?? 0;
}

/** Acts that say what somebody coded, or of which passages somebody said something, by their method. */
function isWork(method: string): string {
  const work = ['annotations', 'codings', 'answers', 'links', 'progress', 'disagreements', 'agreed'];
  const patterns = [...work.map((name) => `${name}.%`), 'versions.confirm'];
  return `(${patterns.map((pattern) => `${method} LIKE '${pattern}'`).join(' OR ')})`;
}

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
    `SELECT entry.seq, entry.kind,
       CASE WHEN ifnull(act.coder, entry.coder) <> ? AND ${isWork('ifnull(act.method, entry.method)')} THEN ?
         ELSE entry.label END AS label,
       entry.coder, act.coder AS doer, entry.at, entry.state
     FROM ${withActs} ORDER BY entry.seq DESC LIMIT ? OFFSET ?`,
  ).all(coder, label, limit, offset);
}
