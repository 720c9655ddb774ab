import type { Database } from 'better-sqlite3';
import type { Coder, Id } from '../../../shared/model/records.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { blindDocuments } from './blind.ts';

type CoderRow = { id: Uint8Array; name: string; kind: Coder['kind'] };

const toCoder = (row: CoderRow): Coder => ({ id: idFromBytes(row.id), name: row.name, kind: row.kind });

/** All coders by name, the agreed version among them. */
export function listCoders(db: Database): Coder[] {
  return prepare<CoderRow>(db, 'SELECT id, name, kind FROM coder ORDER BY name, id').all().map(toCoder);
}

export function findCoder(db: Database, id: Id): Coder | undefined {
  const row = prepare<CoderRow>(db, 'SELECT id, name, kind FROM coder WHERE id = ?').get(idToBytes(id));
  return row && toCoder(row);
}

/** The person of this name, or else of one that looks the same, who was here first, if any. */
export function findCoderByName(db: Database, name: string): Coder | undefined {
  const rows = prepare<CoderRow>(db, `SELECT id, name, kind FROM coder WHERE kind = 'person' ORDER BY id`).all();
  const row = findNamed(rows, name, (one) => one.name);
  return row && toCoder(row);
}

/** The coder whose work is the agreed version, if one was begun. */
export function agreedCoder(db: Database): Coder | undefined {
  const row = prepare<CoderRow>(db, `SELECT id, name, kind FROM coder WHERE kind = 'agreed'`).get();
  return row && toCoder(row);
}

/** Whether the agreed version holds anything in documents that no blind round gives to this coder. */
export function hasSeenAgreedWork(db: Database, viewer: Id): boolean {
  const work = ['annotation', 'answer', 'progress'].map(
    (table) => `EXISTS (SELECT 1 FROM ${table} WHERE coder = agreed.id AND document NOT IN (${blindDocuments}))`,
  );
  const row = prepare(db, `SELECT 1 FROM coder AS agreed WHERE kind = 'agreed' AND (${work.join(' OR ')})`);
  return row.get(...work.map(() => idToBytes(viewer))) !== undefined;
}

export function insertCoder(db: Database, coder: Coder, now: number): void {
  prepare(db, 'INSERT INTO coder (id, name, kind, created) VALUES (?, ?, ?, ?)').run(
    idToBytes(coder.id),
    coder.name,
    coder.kind,
    now,
  );
}
