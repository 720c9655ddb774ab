import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors.ts';
import type { HistoryState } from '../../shared/api/events.ts';
import type { Coder } from '../../shared/model/records.ts';
import { columnsOf } from './columns.ts';
import type { Column } from './columns.ts';
import { chainEntry, isAsWritten } from './journalChain.ts';
import { replayRows } from './replayRows.ts';
import { createReplayTable, replaySets } from './replaySets.ts';
import { prepare } from './statements.ts';

/**
 * The change journal. Triggers write every row's image before and after a change, inside the command's transaction;
 * undo puts the images before back, redo the images after. Entries stay for good: they are the audit trail.
 *
 * The triggers are temporary: they belong to the connection that writes, are made anew from the tables' columns when a
 * project opens, and other programs that read the file do not meet them. A write outside a command is refused.
 */

/** Tables whose rows are journaled: all that hold records, except the immutable `text` and `original`. */
export const journaledTables = [
  'project',
  'coder',
  'import',
  'document',
  'variable',
  'answer',
  'code',
  'annotation',
  'entity',
  'progress',
  'exclusive_set',
  'example',
  'codebook_version',
  'link',
  'round',
  'assignment',
  'text_version',
  'recipe',
  'disagreement',
] as const;
export type JournaledTable = (typeof journaledTables)[number];

/** One row's change as the journal keeps it. Images are JSON objects by column; bytes are hexadecimal text. */
export type RowChange = { record: JournaledTable; pk: Uint8Array; before: string | null; after: string | null };

/** Acts of so many row changes are replayed in sets, a statement for each table, and not row by row. */
const usualSetsFrom = 200;

export type EntryHead = { kind: 'command' | 'undo' | 'redo'; method: string; coder: Coder | null; at: number };

/** An entry that has been committed; `changes` counts its row changes. */
export type CommittedEntry = { seq: number; label: string; firstChange: number; lastChange: number; changes: number };

type EntryRow = {
  seq: number;
  label: string;
  coder: string | null;
  at: number;
  first_change: number;
  last_change: number;
};

/** The SQL that makes a JSON image of a row. */
export function imageOf(columns: readonly Column[], row: 'NEW' | 'OLD' | 'present'): string {
  const parts = columns.map(({ name, type }) => {
    const value = `${row}."${name}"`;
    return `'${name}', ${type === 'BLOB' ? `iif(${value} IS NULL, NULL, hex(${value}))` : value}`;
  });
  return `json_object(${parts.join(', ')})`;
}

/** Makes the connection's triggers. Call once after opening for writing. */
export function installJournal(db: Database): void {
  db.pragma('temp_store = MEMORY');
  db.exec(`CREATE TEMP TABLE journal_mode (mode TEXT NOT NULL);
           INSERT INTO journal_mode VALUES ('closed');`);
  createReplayTable(db);
  for (const table of journaledTables) db.exec(triggersFor(table, columnsOf(db, table)));
  for (const table of ['text', 'original']) db.exec(immutable(table));
}

function triggersFor(table: string, columns: readonly Column[]): string {
  const acts = [
    { act: 'INSERT', key: 'NEW', before: 'NULL', after: imageOf(columns, 'NEW') },
    { act: 'UPDATE', key: 'NEW', before: imageOf(columns, 'OLD'), after: imageOf(columns, 'NEW') },
    { act: 'DELETE', key: 'OLD', before: imageOf(columns, 'OLD'), after: 'NULL' },
  ];
  return acts
    .map(
      ({ act, key, before, after }) => `
      CREATE TEMP TRIGGER journal_${table}_${act.toLowerCase()} AFTER ${act} ON main."${table}"
      WHEN (SELECT mode FROM journal_mode) <> 'replay' BEGIN
        SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT mode FROM journal_mode) = 'closed';
        INSERT INTO journal_change (record, pk, before, after) VALUES ('${table}', ${key}.id, ${before}, ${after});
      END;`,
    )
    .join('\n');
}

/** Texts and originals are written once and removed only while they are staged. */
function immutable(table: string): string {
  return `CREATE TEMP TRIGGER ${table}_is_frozen BEFORE UPDATE ON main."${table}" BEGIN
            SELECT RAISE(ABORT, 'texts and originals never change');
          END;`;
}

function setMode(db: Database, mode: 'closed' | 'record' | 'replay'): void {
  prepare(db, 'UPDATE journal_mode SET mode = ?').run(mode);
}

function lastChangeId(db: Database): number {
  return prepare<{ id: number }>(db, 'SELECT ifnull(max(id), 0) AS id FROM journal_change').get()?.id ?? 0;
}

/**
 * Runs `write` as one transaction and one entry. An act that changes no row leaves no entry. When it throws, nothing
 * happened. Must not be called inside another.
 */
export function record<T>(
  db: Database,
  head: EntryHead,
  write: () => { label: string; output: T },
): { output: T; entry: CommittedEntry | null } {
  const run = db.transaction(() => {
    const before = lastChangeId(db);
    setMode(db, 'record');
    const { label, output } = write();
    setMode(db, 'closed');
    const last = lastChangeId(db);
    if (last === before) return { output, entry: null };
    prepare(db, `UPDATE journal_entry SET state = 'abandoned' WHERE kind = 'command' AND state = 'undone'`).run();
    return { output, entry: insertEntry(db, head, label, null, before + 1, last) };
  });
  return run.immediate();
}

function insertEntry(
  db: Database,
  head: EntryHead,
  label: string,
  target: number | null,
  first: number,
  last: number,
): CommittedEntry {
  const { lastInsertRowid } = prepare(
    db,
    `INSERT INTO journal_entry (kind, method, label, coder, at, target, state, first_change, last_change)
     VALUES (?, ?, ?, ?, ?, ?, 'done', ?, ?)`,
  ).run(head.kind, head.method, label, head.coder?.name ?? null, head.at, target, first, last);
  chainEntry(db, Number(lastInsertRowid));
  return { seq: Number(lastInsertRowid), label, firstChange: first, lastChange: last, changes: last - first + 1 };
}

const nextUndo = `SELECT seq, label, coder, at, first_change, last_change FROM journal_entry
                  WHERE kind = 'command' AND state = 'done' ORDER BY seq DESC LIMIT 1`;
const nextRedo = `SELECT seq, label, coder, at, first_change, last_change FROM journal_entry
                  WHERE kind = 'command' AND state = 'undone' ORDER BY seq LIMIT 1`;

/** What undo and redo would do now. */
export function historyState(db: Database): HistoryState {
  const step = (row: EntryRow | undefined): HistoryState['undo'] =>
    row ? { label: row.label, coder: row.coder, at: row.at } : null;
  return {
    undo: step(prepare<EntryRow>(db, nextUndo).get()),
    redo: step(prepare<EntryRow>(db, nextRedo).get()),
  };
}

/**
 * Takes back the last command in force (`undo`), or brings back the last one taken back (`redo`), in one transaction.
 * Throws AppError `nothing-to-undo` or `nothing-to-redo`. The answer spans the changes that were replayed.
 */
export function replay(
  db: Database,
  direction: 'undo' | 'redo',
  coder: Coder | null,
  at: number,
  setsFrom = usualSetsFrom,
): CommittedEntry {
  const run = db.transaction(() => {
    const target = prepare<EntryRow>(db, direction === 'undo' ? nextUndo : nextRedo).get();
    if (!target) {
      throw direction === 'undo'
        ? new AppError('nothing-to-undo', 'There is nothing to undo.')
        : new AppError('nothing-to-redo', 'There is nothing to redo.');
    }
    refuseAltered(db, target.seq, direction, target.label);
    // Rows come back one by one, so a row may stand without its parent until the last one is there. The check is put
    // off to the commit; it costs only what was touched, where `foreign_key_check` would read whole tables.
    db.pragma('defer_foreign_keys = ON');
    setMode(db, 'replay');
    const isLong = target.last_change - target.first_change >= setsFrom - 1;
    const replayAll = isLong ? replaySets : replayRows;
    replayAll(db, direction, target.first_change, target.last_change);
    setMode(db, 'closed');
    prepare(db, 'UPDATE journal_entry SET state = ? WHERE seq = ?').run(
      direction === 'undo' ? 'undone' : 'done',
      target.seq,
    );
    const head: EntryHead = { kind: direction, method: `history.${direction}`, coder, at };
    insertEntry(db, head, target.label, target.seq, target.first_change, target.last_change);
    const changes = target.last_change - target.first_change + 1;
    return {
      seq: target.seq,
      label: target.label,
      firstChange: target.first_change,
      lastChange: target.last_change,
      changes,
    };
  });
  return run.immediate();
}

/** What damage has made of an entry's changes was never there, so it does not come back. */
function refuseAltered(db: Database, seq: number, direction: 'undo' | 'redo', label: string): void {
  if (isAsWritten(db, seq)) return;
  throw new AppError(
    'file-damaged',
    `“${label}” cannot be ${direction === 'undo' ? 'undone' : 'brought back'}: its record in the project file is damaged, and what it would bring back was never there. Verify the project, then restore a backup.`,
  );
}

/** The row changes `first` to `last`, in order, at most `limit`. */
export function rowChanges(db: Database, first: number, last: number, limit: number): RowChange[] {
  return prepare<RowChange>(
    db,
    'SELECT record, pk, before, after FROM journal_change WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?',
  ).all(first, last, limit);
}

/** Which tables the changes `first` to `last` touch. */
export function touchedTables(db: Database, first: number, last: number): JournaledTable[] {
  return prepare<{ record: JournaledTable }>(db, 'SELECT DISTINCT record FROM journal_change WHERE id BETWEEN ? AND ?')
    .all(first, last)
    .map(({ record: table }) => table);
}

/** Makes all that was done so far the ground that undo does not reach below: a project's own making, for one. */
export function sealHistory(db: Database): void {
  prepare(db, `UPDATE journal_entry SET state = 'sealed' WHERE kind = 'command' AND state = 'done'`).run();
}
