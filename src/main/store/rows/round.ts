import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Round } from '../../../shared/model/variables.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('round');

const listed = '(SELECT unhex(value) FROM json_each(?))';

function hexList(ids: readonly Id[]): string {
  return JSON.stringify(ids.map((id) => id.replaceAll('-', '')));
}

export const findRound = find;

export function roundNamed(db: Database, name: string): Pick<Round, 'id' | 'name'> | undefined {
  const rows = prepare<Row>(db, `SELECT ${columns} FROM round ORDER BY id`).all();
  return findNamed(rows.map(read), name, (one) => one.name);
}

/** All rounds in their order. */
export function listRounds(db: Database): Round[] {
  return prepare<Row>(db, `SELECT ${columns} FROM round ORDER BY position, created, id`).all().map(read);
}

/** How many documents a round gives to somebody, and to whom. */
export function roundExtent(db: Database, round: Id): { documents: number; coders: Id[] } {
  const key = idToBytes(round);
  const documents = prepare<{ n: number }>(
    db,
    'SELECT count(DISTINCT document) AS n FROM assignment WHERE round = ?',
  ).get(key);
  const coders = prepare<{ id: Uint8Array }>(
    db,
    `SELECT coder.id AS id FROM coder
     WHERE id IN (SELECT coder FROM assignment WHERE round = ?) ORDER BY coder.name`,
  ).all(key);
  return { documents: documents?.n ?? 0, coders: coders.map(({ id }) => idFromBytes(id)) };
}

/** The position after the last round's. */
export function nextRoundPosition(db: Database): number {
  return prepare<{ p: number }>(db, 'SELECT ifnull(max(position) + 1, 0) AS p FROM round').get()?.p ?? 0;
}

const insert = recordInserter('round');
const update = recordUpdater('round');

export function insertRound(db: Database, round: Round, now: number): void {
  insert(db, round, { created: now });
}

/** Writes name, kind, mode, note and position of a round that is there already. */
export function updateRound(db: Database, round: Round): void {
  update(db, round, {});
}

/** Removes a round with its assignments. What was coded in it stays. */
export function deleteRound(db: Database, id: Id): void {
  prepare(db, 'DELETE FROM assignment WHERE round = ?').run(idToBytes(id));
  deleteRow(db, 'round', id);
}

/** How many of these documents and of these coders the project knows; equal ids count once. */
export function countKnown(
  db: Database,
  documents: readonly Id[],
  coders: readonly Id[],
): { documents: number; coders: number } {
  const count = (table: 'document' | 'coder', ids: readonly Id[]): number =>
    prepare<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE id IN ${listed}`).get(hexList(ids))?.n ?? 0;
  return { documents: count('document', documents), coders: count('coder', coders) };
}

/**
 * A UUID of version 7 as 16 bytes (RFC 9562), made by SQLite from the bound milliseconds and its own random numbers, so
 * that many rows are made in one statement.
 */
const freshId = `unhex(printf('%012x7%sb%s', ?, substr(hex(randomblob(2)), 2), substr(hex(randomblob(8)), 2)))`;

/**
 * Gives every one of these coders every one of these documents in a round; those that are given already stay. All must be
 * known. Answers with the number of new assignments.
 */
export function insertAssignments(
  db: Database,
  round: Id,
  documents: readonly Id[],
  coders: readonly Id[],
  now: number,
): number {
  return prepare(
    db,
    `INSERT INTO assignment (id, round, document, coder, created)
     SELECT ${freshId}, ?, document.id, coder.id, ? FROM document CROSS JOIN coder
     WHERE document.id IN ${listed} AND coder.id IN ${listed} ON CONFLICT (round, document, coder) DO NOTHING`,
  ).run(now, idToBytes(round), now, hexList(documents), hexList(coders)).changes;
}

/** Takes documents from coders in a round; null: all of them. Answers with the number of assignments that went. */
export function deleteAssignments(
  db: Database,
  round: Id,
  documents: readonly Id[] | null,
  coders: readonly Id[] | null,
): number {
  const tests = [
    'round = ?',
    ...(documents ? [`document IN ${listed}`] : []),
    ...(coders ? [`coder IN ${listed}`] : []),
  ];
  const values = [documents, coders].flatMap((ids) => (ids ? [hexList(ids)] : []));
  return prepare(db, `DELETE FROM assignment WHERE ${tests.join(' AND ')}`).run(idToBytes(round), ...values).changes;
}

/** Who has a document to code, and in which rounds. */
export function assignmentsOfDocument(db: Database, document: Id): { round: Id; coder: Id }[] {
  return prepare<{ round: Uint8Array; coder: Uint8Array }>(
    db,
    'SELECT round, coder FROM assignment WHERE document = ? ORDER BY created, id',
  )
    .all(idToBytes(document))
    .map(({ round, coder }) => ({ round: idFromBytes(round), coder: idFromBytes(coder) }));
}

export function deleteAssignmentsOfDocument(db: Database, document: Id): void {
  prepare(db, 'DELETE FROM assignment WHERE document = ?').run(idToBytes(document));
}
