import type { Database } from 'better-sqlite3';
import type { HistoryState } from '../../shared/api/events.ts';
import { AppError } from '../../shared/errors.ts';
import { tablesWhere } from '../../shared/model/recordTables.ts';
import type { Coder } from '../../shared/model/records.ts';
import { labelWords } from '../../shared/words/act.ts';
import { said } from '../../shared/words/message.ts';
import { columnsOf, imageOf } from './columns.ts';
import type { Column } from './columns.ts';
import { chainEntry, isAsWritten } from './journalChain.ts';
import type { ReplayedAct } from './netChanges.ts';
import { refuseUnfitting, refuseUnsound, withoutObstacle } from './obstacles.ts';
import { replayRows } from './replayRows.ts';
import { createReplayTable, replaySets } from './replaySets.ts';
import { journaledTables } from './rowChange.ts';
import type { JournaledTable, RowChange } from './rowChange.ts';
import { prepare } from './statements.ts';

/** Acts of so many row changes are replayed in sets, a statement for each table, and not row by row. */
const usualSetsFrom = 200;

export type EntryHead = { kind: 'command' | 'undo' | 'redo'; method: string; coder: Coder | null; at: number };

/** An entry that has been committed; `changes` counts its row changes. Labels are as the journal keeps them (`shared/words/act.ts`). */
export type CommittedEntry = { seq: number; label: string; firstChange: number; lastChange: number; changes: number };

/**
 * Which acts undo and redo reach: one's own and those of nobody in particular; one's own alone; whoever's, which is for
 * somebody who has not said who acts.
 */
export type Reach = 'own' | 'alone' | 'anybody';

type ReplayOptions = {
  reach?: Reach;
  setsFrom?: number;
  /** May throw instead of having this act replayed. */
  refuse?: (act: ReplayedAct) => void;
};

type EntryRow = {
  seq: number;
  label: string;
  coder: string | null;
  at: number;
  first_change: number;
  last_change: number;
};

/** Makes the connection's triggers. Call once after opening for writing. */
export function installJournal(db: Database): void {
  db.pragma('temp_store = MEMORY');
  db.exec(`CREATE TEMP TABLE journal_mode (mode TEXT NOT NULL);
           INSERT INTO journal_mode VALUES ('closed');`);
  createReplayTable(db);
  for (const table of journaledTables) {
    const columns = columnsOf(db, table);
    // A file of an earlier version lacks later tables.
    if (columns.length > 0) db.exec(triggersFor(table, columns));
  }
  for (const table of tablesWhere(({ kept }) => kept === 'frozen')) db.exec(immutable(table));
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
    abandonUndone(db, head.coder?.name ?? null);
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

/** What a coder took back, or somebody of what nobody in particular did, is not brought back after a new act. */
function abandonUndone(db: Database, coder: string | null): void {
  for (const whose of new Set([coder, null])) {
    prepare(
      db,
      `UPDATE journal_entry SET state = 'abandoned' WHERE kind = 'command' AND state = 'undone' AND coder IS ?`,
    ).run(whose);
  }
}

const steps = {
  undo: { state: 'done', order: 'DESC', isSooner: (a: EntryRow, b: EntryRow) => a.seq > b.seq },
  redo: { state: 'undone', order: 'ASC', isSooner: (a: EntryRow, b: EntryRow) => a.seq < b.seq },
} as const;

/** The act that undo or redo would take now. */
function nextStep(db: Database, direction: 'undo' | 'redo', coder: string | null, reach: Reach): EntryRow | undefined {
  const { state, order, isSooner } = steps[direction];
  const find = (whose: string, ...coders: (string | null)[]): EntryRow | undefined =>
    prepare<EntryRow>(
      db,
      `SELECT seq, label, coder, at, first_change, last_change FROM journal_entry
       WHERE kind = 'command' AND state = '${state}' ${whose} ORDER BY seq ${order} LIMIT 1`,
    ).get(...coders);
  if (reach === 'anybody') return find('');
  const own = find('AND coder IS ?', coder);
  const nobodys = coder === null || reach === 'alone' ? undefined : find('AND coder IS ?', null);
  return own && nobodys ? (isSooner(own, nobodys) ? own : nobodys) : (own ?? nobodys);
}

/** What undo and redo would do now for a coder (a name; null: nobody said who acts). */
export function historyState(db: Database, coder: string | null, reach: Reach = 'own'): HistoryState {
  const step = (row: EntryRow | undefined): HistoryState['undo'] =>
    row ? { label: labelWords(row.label), coder: row.coder, at: row.at } : null;
  return {
    undo: step(nextStep(db, 'undo', coder, reach)),
    redo: step(nextStep(db, 'redo', coder, reach)),
  };
}

/**
 * Takes back the coder's last command in force (`undo`), or brings back the last one taken back (`redo`), in one
 * transaction. Throws AppError `nothing-to-undo` or `nothing-to-redo`, and `conflict` (`details.coder`) where later acts
 * of others rest on it. The answer spans the changes that were replayed.
 */
export function replay(
  db: Database,
  direction: 'undo' | 'redo',
  coder: Coder | null,
  at: number,
  { reach = 'own', setsFrom = usualSetsFrom, refuse }: ReplayOptions = {},
): CommittedEntry {
  const target = nextStep(db, direction, coder?.name ?? null, reach);
  if (!target) {
    throw direction === 'undo'
      ? new AppError('nothing-to-undo', said('history.nothingToUndo'))
      : new AppError('nothing-to-redo', said('history.nothingToRedo'));
  }
  const { seq, label, first_change: first, last_change: last } = target;
  const act: ReplayedAct = { direction, seq, label, first, last };
  refuse?.(act);
  const run = db.transaction((look: () => void) => {
    refuseAltered(db, seq, direction, label);
    refuseUnfitting(db, act);
    // Rows come back one by one, so a row may stand without its parent until the last one is there. The check is put
    // off to the commit; it costs only what was touched, where `foreign_key_check` would read whole tables.
    db.pragma('defer_foreign_keys = ON');
    setMode(db, 'replay');
    const replayAll = last - first >= setsFrom - 1 ? replaySets : replayRows;
    replayAll(db, direction, first, last);
    look();
    refuseUnsound(db, act);
    setMode(db, 'closed');
    prepare(db, 'UPDATE journal_entry SET state = ? WHERE seq = ?').run(direction === 'undo' ? 'undone' : 'done', seq);
    const head: EntryHead = { kind: direction, method: `history.${direction}`, coder, at };
    insertEntry(db, head, label, seq, first, last);
    return { seq, label, firstChange: first, lastChange: last, changes: last - first + 1 };
  });
  return withoutObstacle(db, act, (look) => run.immediate(look));
}

/** What damage has made of an entry's changes was never there, so it does not come back. */
function refuseAltered(db: Database, seq: number, direction: 'undo' | 'redo', label: string): void {
  if (isAsWritten(db, seq)) return;
  throw new AppError('file-damaged', said('history.damaged', { label: labelWords(label), direction }));
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
