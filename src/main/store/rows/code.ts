import type { Database } from 'better-sqlite3';
import type { Code, Id } from '../../../shared/model/records.ts';
import { prepare } from '../statements.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('code');

/** The whole codebook, siblings in their order. */
export function listCodes(db: Database): Code[] {
  return prepare<Row>(db, `SELECT ${columns} FROM code ORDER BY position, name, id`).all().map(read);
}

export const findCode = find;

/** The keys of all codes above one, the nearest first; in a circle the code's own is among them. */
export function keysAbove(db: Database, code: Uint8Array): Uint8Array[] {
  return prepare<{ id: Uint8Array }>(
    db,
    `WITH RECURSIVE above (id) AS (
       SELECT parent FROM code WHERE id = ? UNION SELECT code.parent FROM above JOIN code ON code.id = above.id)
     SELECT id FROM above WHERE id IS NOT NULL`,
  )
    .all(code)
    .map(({ id }) => id);
}

const insert = recordInserter('code');
const update = recordUpdater('code', { also: ['modified'] });

export function insertCode(db: Database, code: Code, now: number): void {
  insert(db, code, { created: now, modified: now });
}

/** Writes all fields of a code that is there already. */
export function updateCode(db: Database, code: Code, now: number): void {
  update(db, code, { modified: now });
}

export function deleteCode(db: Database, id: Id): void {
  deleteRow(db, 'code', id);
}
