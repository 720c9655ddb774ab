import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Link } from '../../../shared/model/variables.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { blindDocuments } from './blind.ts';
import { deleteRow, recordInserter, recordReader } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('link');

export const findLink = find;

/** All links of a document, oldest first. */
export function linksOfDocument(db: Database, document: Id): Link[] {
  return prepare<Row>(db, `SELECT ${columns} FROM link WHERE document = ? ORDER BY created, id`)
    .all(idToBytes(document))
    .map(read);
}

/** Whether this coder has linked these two codings by this relation already. */
export function sameLink(db: Database, wanted: Omit<Link, 'id' | 'document'>): Id | undefined {
  const row = prepare<{ id: Uint8Array }>(
    db,
    'SELECT id FROM link WHERE source = ? AND target = ? AND relation = ? AND coder = ?',
  ).get(idToBytes(wanted.source), idToBytes(wanted.target), wanted.relation, idToBytes(wanted.coder));
  return row && idFromBytes(row.id);
}

/** Names of relations, the most used first. `seenBy`: without links of others in documents that this coder has blind. */
export function listRelations(db: Database, seenBy?: Id): string[] {
  const seen = seenBy === undefined ? '' : `WHERE coder = ? OR document NOT IN (${blindDocuments})`;
  const key = seenBy === undefined ? [] : [idToBytes(seenBy), idToBytes(seenBy)];
  return prepare<{ relation: string }>(
    db,
    `SELECT relation FROM link ${seen} GROUP BY relation ORDER BY count(*) DESC, relation`,
  )
    .all(...key)
    .map(({ relation }) => relation);
}

const insert = recordInserter('link');

export function insertLink(db: Database, link: Link, now: number): void {
  insert(db, link, { created: now });
}

export function deleteLink(db: Database, id: Id): void {
  deleteRow(db, 'link', id);
}

/**
 * Makes the links of one coding those of another. One that is there already, or that would lead from the coding to itself,
 * is passed over and goes with the first coding.
 */
export function repointLinks(db: Database, from: Id, to: Id): void {
  for (const end of ['source', 'target']) {
    prepare(db, `UPDATE OR IGNORE link SET ${end} = ? WHERE ${end} = ?`).run(idToBytes(to), idToBytes(from));
  }
}
