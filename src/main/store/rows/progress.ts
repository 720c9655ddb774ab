import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Progress } from '../../../shared/model/variables.ts';
import { idFromBytes, idToBytes, newId } from '../ids.ts';
import { prepare } from '../statements.ts';
import { versionInForce } from './codebookVersion.ts';
import { deleteRow, recordReader } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('progress');

export const findProgress = find;

/** How far a coder is with a document; undefined: to do. */
export function progressOf(db: Database, document: Id, coder: Id): Progress | undefined {
  const row = prepare<Row>(db, `SELECT ${columns} FROM progress WHERE document = ? AND coder = ?`).get(
    idToBytes(document),
    idToBytes(coder),
  );
  return row && read(row);
}

export function progressOfDocument(db: Database, document: Id): Progress[] {
  return prepare<Row>(db, `SELECT ${columns} FROM progress WHERE document = ?`).all(idToBytes(document)).map(read);
}

/** A coder's codings in a document, in the order of the text. */
export function codingsOf(db: Database, document: Id, coder: Id): { id: Id; code: Id }[] {
  return prepare<{ id: Uint8Array; code: Uint8Array }>(
    db,
    'SELECT id, code FROM annotation WHERE document = ? AND coder = ? ORDER BY start, end, id',
  )
    .all(idToBytes(document), idToBytes(coder))
    .map((row) => ({ id: idFromBytes(row.id), code: idFromBytes(row.code) }));
}

/** Writes (or changes) how far a coder is, under the codebook version in force. */
export function writeProgress(db: Database, progress: Progress, now: number): void {
  prepare(
    db,
    `INSERT INTO progress (id, document, coder, status, reason, version, created, modified)
     VALUES (?, ?, ?, ?, ?, ${versionInForce}, ?, ?)
     ON CONFLICT (document, coder) DO UPDATE SET status = excluded.status, reason = excluded.reason,
       version = excluded.version, modified = excluded.modified`,
  ).run(
    idToBytes(progress.id),
    idToBytes(progress.document),
    idToBytes(progress.coder),
    progress.status,
    progress.reason,
    now,
    now,
  );
}

/** Notes that a coder has begun with a document: `working`, unless a status is there. Inside a command only. */
export function beginWork(db: Database, document: Id, coder: Id, now: number): void {
  const begun = prepare(db, 'SELECT 1 FROM progress WHERE document = ? AND coder = ?');
  if (begun.get(idToBytes(document), idToBytes(coder))) return;
  writeProgress(db, { id: newId(), document, coder, status: 'working', reason: '' }, now);
}

export function deleteProgress(db: Database, id: Id): void {
  deleteRow(db, 'progress', id);
}

export function deleteProgressOfDocument(db: Database, document: Id): void {
  prepare(db, 'DELETE FROM progress WHERE document = ?').run(idToBytes(document));
}
