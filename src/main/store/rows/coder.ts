import type { Database } from 'better-sqlite3';
import type { Coder, Id } from '../../../shared/model/records.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { blindDocuments } from './blind.ts';
import { recordInserter, recordReader } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('coder');

/** All coders by name, the agreed version among them. */
export function listCoders(db: Database): Coder[] {
  return prepare<Row>(db, `SELECT ${columns} FROM coder ORDER BY name, id`).all().map(read);
}

export const findCoder = find;

/** The person of this name, or else of one that looks the same, who was here first, if any. */
export function findCoderByName(db: Database, name: string): Coder | undefined {
  const rows = prepare<Row>(db, `SELECT ${columns} FROM coder WHERE kind = 'person' ORDER BY id`).all();
  return findNamed(rows.map(read), name, (one) => one.name);
}

/** The coder whose work is the agreed version, if one was begun. */
export function agreedCoder(db: Database): Coder | undefined {
  const row = prepare<Row>(db, `SELECT ${columns} FROM coder WHERE kind = 'agreed'`).get();
  return row && read(row);
}

/** Whether the agreed version holds anything in documents that no blind round gives to this coder. */
export function hasSeenAgreedWork(db: Database, viewer: Id): boolean {
  const work = ['annotation', 'answer', 'progress'].map(
    (table) => `EXISTS (SELECT 1 FROM ${table} WHERE coder = agreed.id AND document NOT IN (${blindDocuments}))`,
  );
  const row = prepare(db, `SELECT 1 FROM coder AS agreed WHERE kind = 'agreed' AND (${work.join(' OR ')})`);
  return row.get(...work.map(() => idToBytes(viewer))) !== undefined;
}

const insert = recordInserter('coder');

export function insertCoder(db: Database, coder: Coder, now: number): void {
  insert(db, coder, { created: now });
}
