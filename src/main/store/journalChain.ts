import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { MigrationProgress } from './migrations/migration.ts';
import { prepare } from './statements.ts';

/**
 * Every entry of the journal bears a SHA-256 over the hash of the entry before it, over what it says itself, and, where it is
 * a command, over its row changes as their bytes stand in the file. Undo and redo have no changes of their own: they name
 * the entry whose changes they replay. An entry's `state` is not part of it, because it follows from the entries after it.
 */

/** What the first entry's hash is made over in place of an earlier one. */
export const chainBegin = Buffer.alloc(32);

/** So many row changes are read in one go. */
const batch = 500;

/** Each value by its length and its bytes, so that no two rows look the same. */
function framed(...values: string[]): string {
  return values.map((value) => `iif(${value} IS NULL, '-', octet_length(${value}) || ':' || ${value})`).join(' || ');
}

const headBytes = framed('seq', 'kind', 'method', 'label', 'coder', 'at', 'target', 'first_change', 'last_change');
const changeBytes = framed('id', 'record', 'hex(pk)', 'before', 'after');
const changesOf = (first: string, last: string): string =>
  `SELECT group_concat(line, '') AS bytes, max(id) AS last FROM (SELECT id, ${changeBytes} AS line FROM journal_change
   WHERE id BETWEEN ${first} AND ${last} ORDER BY id LIMIT ${batch})`;

/** Whether the changes belong to the entry and are few enough to come with it. */
const isShort = `kind = 'command' AND last_change - first_change < ${batch}`;
const changesWithin = `(SELECT bytes FROM (${changesOf('first_change', 'last_change')}))`;

/** The bytes of entries with those of their changes, if these are few. */
const entryBytes = `SELECT seq, kind, hash, first_change AS first, last_change AS last, ${isShort} AS isWhole,
  CAST(${headBytes} || iif(${isShort}, ifnull(${changesWithin}, ''), '') AS BLOB) AS bytes FROM journal_entry`;

/** An entry as its hash is made over it. */
export type ChainRow = {
  seq: number;
  kind: string;
  hash: Uint8Array | null;
  first: number;
  last: number;
  isWhole: 0 | 1;
  bytes: Uint8Array;
};

/** The entries after one, in order, at most `limit`. */
export function chainRows(db: Database, after: number, limit: number): ChainRow[] {
  return prepare<ChainRow>(db, `${entryBytes} WHERE seq > ? ORDER BY seq LIMIT ?`).all(after, limit);
}

/** The hash that an entry should bear. */
export function chainHash(
  db: Database,
  row: ChainRow,
  previous: Uint8Array,
  each: () => void = () => undefined,
): Buffer {
  const hash = createHash('sha256').update(previous).update(row.bytes);
  if (row.kind !== 'command' || row.isWhole === 1) return hash.digest();
  const read = prepare<{ bytes: Uint8Array | null; last: number | null }>(
    db,
    `SELECT CAST(bytes AS BLOB) AS bytes, last FROM (${changesOf('?', '?')})`,
  );
  for (let first = row.first; first <= row.last;) {
    each();
    const { bytes, last } = read.get(first, row.last) ?? {};
    if (!bytes || typeof last !== 'number') break;
    hash.update(bytes);
    first = last + 1;
  }
  return hash.digest();
}

function rowAt(db: Database, seq: number): ChainRow | undefined {
  return prepare<ChainRow>(db, `${entryBytes} WHERE seq = ?`).get(seq);
}

function hashBefore(db: Database, seq: number): Uint8Array {
  if (seq <= 1) return chainBegin;
  return (
    prepare<{ hash: Uint8Array }>(db, 'SELECT hash FROM journal_entry WHERE seq = ?').get(seq - 1)?.hash ?? chainBegin
  );
}

const writeHash = 'UPDATE journal_entry SET hash = ? WHERE seq = ?';

/** Gives the newest entry its hash, in the transaction that wrote it. */
export function chainEntry(db: Database, seq: number): void {
  const row = rowAt(db, seq);
  if (!row) throw new Error(`no entry ${seq}`);
  prepare(db, writeHash).run(chainHash(db, row, hashBefore(db, seq)), seq);
}

/** Whether an entry and its changes are as they were written. */
export function isAsWritten(db: Database, seq: number): boolean {
  const row = rowAt(db, seq);
  return row !== undefined && row.hash !== null && chainHash(db, row, hashBefore(db, seq)).equals(row.hash);
}

/** Gives all entries their hashes: what was written before there were any. */
export function chainEntries(db: Database, progress: MigrationProgress): void {
  const total = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM journal_entry').get()?.n ?? 0;
  const write = prepare(db, writeHash);
  let previous: Uint8Array = chainBegin;
  let done = 0;
  for (let seq = 0; ;) {
    const rows = chainRows(db, seq, batch);
    for (const row of rows) {
      previous = chainHash(db, row, previous);
      write.run(previous, row.seq);
    }
    const last = rows.at(-1);
    if (!last) return;
    seq = last.seq;
    progress((done += rows.length), total);
  }
}
