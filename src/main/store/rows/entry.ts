import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../shared/api/history.ts';
import { openNamespaces } from '../../../shared/model/recordTables.ts';
import { labelWords } from '../../../shared/words/act.ts';
import { prepare } from '../statements.ts';

/** Entries with the act that they are about, where they take it back or bring it back. */
const withActs = 'journal_entry AS entry LEFT JOIN journal_entry AS act ON act.seq = entry.target';

/** A window of the log, newest first. */
export function listEntries(db: Database, offset: number, limit: number): HistoryEntry[] {
  return prepare<HistoryEntry>(
    db,
    `SELECT entry.seq, entry.kind, entry.label, entry.coder, act.coder AS doer, entry.at, entry.state
     FROM ${withActs} ORDER BY entry.seq DESC LIMIT ? OFFSET ?`,
  )
    .all(limit, offset)
    .map(inWords);
}

/** An entry of the log, with its label in words. */
function inWords(entry: HistoryEntry): HistoryEntry {
  return { ...entry, label: labelWords(entry.label) };
}

export function countEntries(db: Database): number {
  return prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM journal_entry').get()?.n ?? 0;
}

/**
 * Acts that say what somebody coded, or of which passages somebody said something, by their method. What is not known to say
 * nothing of it is taken for one, so that nothing new is told to who codes blind.
 */
function isWork(method: string): string {
  const open = openNamespaces()
    .map((name) => `${method} LIKE '${name}.%'`)
    .join(' OR ');
  return `(NOT (${open}) OR ${method} IN ('versions.confirm', 'codes.split'))`;
}

/**
 * The number of the newest entry, undo and redo among them; 0: none. It grows with every change of a record, so readers that begin
 * at the same one see the same project. What an import stores ahead of its command belongs to no document yet.
 */
export function lastEntry(db: Database): number {
  return prepare<{ seq: number }>(db, 'SELECT ifnull(max(seq), 0) AS seq FROM journal_entry').get()?.seq ?? 0;
}

/** Entries that are not the work of coders other than the bound one (a name). */
const isOwnOrNoWork = `NOT (${isWork('ifnull(act.method, entry.method)')}
  AND iif(act.seq IS NULL, entry.coder, act.coder) IS NOT ?)`;

/** How many entries after `from` up to `to` are not the work of others than `coder`. */
export function countEntriesFor(db: Database, coder: string, from: number, to: number): number {
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM ${withActs} WHERE entry.seq > ? AND entry.seq <= ? AND ${isOwnOrNoWork}`,
    ).get(from, to, coder)?.n ?? 0
  );
}

/**
 * As `listEntries`, without the work of coders other than `coder` (a name), and numbered as if it were not there: `total` is
 * the number of the newest.
 */
export function listEntriesFor(
  db: Database,
  coder: string,
  total: number,
  offset: number,
  limit: number,
): HistoryEntry[] {
  return prepare<HistoryEntry>(
    db,
    `SELECT entry.seq, entry.kind, entry.label, entry.coder, act.coder AS doer, entry.at, entry.state
     FROM ${withActs} WHERE ${isOwnOrNoWork} ORDER BY entry.seq DESC LIMIT ? OFFSET ?`,
  )
    .all(coder, limit, offset)
    .map((entry, index) => ({ ...inWords(entry), seq: total - offset - index }));
}
