import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { idFromBytes, idToBytes } from './ids.ts';
import { prepare } from './statements.ts';

/** A coder of an article whose work there can be compared. `text` is the row number of the article's text. */
export type Attendance = { document: Id; coder: Id; text: number };

/** Whether any coder has ever marked an article done. */
export function marksDone(db: Database): boolean {
  return prepare(db, `SELECT 1 FROM progress WHERE status = 'done' LIMIT 1`).get() !== undefined;
}

/**
 * Who took part in which article, in the order of articles: coders who marked it done, or (`byDone` false) who coded or
 * answered anything in it. `round`: only where it is assigned in that round.
 */
export function listAttendance(db: Database, byDone: boolean, round: Id | null): Attendance[] {
  const took = byDone
    ? `SELECT document, coder FROM progress WHERE status = 'done'`
    : `SELECT document, coder FROM annotation
       UNION SELECT document, coder FROM answer WHERE coder IS NOT NULL`;
  const rows = prepare<{ document: Uint8Array; coder: Uint8Array; text: number }>(
    db,
    `SELECT document.id AS document, took.coder AS coder, document.text AS text
     FROM (${took}) AS took JOIN document ON document.id = took.document
     WHERE ? OR EXISTS (SELECT 1 FROM assignment
       WHERE assignment.round = ? AND assignment.document = took.document AND assignment.coder = took.coder)
     ORDER BY document.position, document.id, took.coder`,
  ).all(Number(round === null), round === null ? null : idToBytes(round));
  return rows.map((row) => ({ document: idFromBytes(row.document), coder: idFromBytes(row.coder), text: row.text }));
}

/** A coder's passage in a document, UTF-16 code units. */
export type Passage = { coder: Id; code: Id; start: number; end: number };

export function passagesOf(db: Database, document: Id): Passage[] {
  return prepare<{ coder: Uint8Array; code: Uint8Array; start: number; end: number }>(
    db,
    'SELECT coder, code, start, end FROM annotation WHERE document = ? ORDER BY start, end, id',
  )
    .all(idToBytes(document))
    .map((row) => ({ ...row, coder: idFromBytes(row.coder), code: idFromBytes(row.code) }));
}

/** What coders answered for whole articles, `given` answers only; `value` as it is stored. */
export function answersTo(db: Database, variable: Id): { document: Id; coder: Id; value: string }[] {
  return prepare<{ document: Uint8Array; coder: Uint8Array; value: string }>(
    db,
    `SELECT document, coder, value FROM answer
     WHERE variable = ? AND coder IS NOT NULL AND annotation IS NULL AND state = 'given'`,
  )
    .all(idToBytes(variable))
    .map((row) => ({ document: idFromBytes(row.document), coder: idFromBytes(row.coder), value: row.value }));
}

/** A text with its language, for cutting it into units. */
export function textOfDocument(db: Database, document: Id): { content: string; language: string } {
  const row = prepare<{ content: string; language: string }>(
    db,
    `SELECT text.content AS content, document.language AS language
     FROM document JOIN text ON text.id = document.text WHERE document.id = ?`,
  ).get(idToBytes(document));
  if (!row) throw new Error(`there is no document ${document}`);
  return row;
}

/** A variable as agreement needs it; choices and level as they are stored. */
export type MeasuredVariable = { id: Id; name: string; label: string; level: string; choices: string };

/** Variables that coders answer for whole articles, in their order. */
export function measuredVariables(db: Database): MeasuredVariable[] {
  return prepare<Omit<MeasuredVariable, 'id'> & { id: Uint8Array }>(
    db,
    `SELECT id, name, label, level, choices FROM variable WHERE scope = 'document' ORDER BY position, name`,
  )
    .all()
    .map((row) => ({ ...row, id: idFromBytes(row.id) }));
}
