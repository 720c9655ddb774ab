import type { Database } from 'better-sqlite3';
import type { Annotation, Id } from '../../shared/model/records.ts';
import type { AnswerState } from '../../shared/model/variables.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { idFromBytes, idFromHex, idToBytes } from './ids.ts';
import { blindDocuments } from './rows/blind.ts';
import { prepare, prepareRows } from './statements.ts';

/** A coder of an article whose work there can be compared. `text` is the row number of the article's text. */
export type Attendance = { document: Id; coder: Id; text: number };

/** Whether any coder has ever marked an article done. */
export function marksDone(db: Database): boolean {
  return (
    prepare(
      db,
      `SELECT 1 FROM progress JOIN coder ON coder.id = progress.coder AND coder.kind = 'person'
       WHERE status = 'done' LIMIT 1`,
    ).get() !== undefined
  );
}

/**
 * Who took part in which article, in the order of articles: coders who marked it done, or (`byDone` false) who coded or
 * answered anything in it. Only people, not the agreed version. `round`: only where it is assigned in that round.
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
       JOIN coder ON coder.id = took.coder AND coder.kind = 'person'
     WHERE ? OR EXISTS (SELECT 1 FROM assignment
       WHERE assignment.round = ? AND assignment.document = took.document AND assignment.coder = took.coder)
     ORDER BY document.position, document.id, took.coder`,
  ).all(Number(round === null), round === null ? null : idToBytes(round));
  return rows.map((row) => ({ document: idFromBytes(row.document), coder: idFromBytes(row.coder), text: row.text }));
}

/** A coder's passage in a document, UTF-16 code units. */
export type Passage = { id: Id; coder: Id; code: Id; start: number; end: number };

export function passagesOf(db: Database, document: Id): Passage[] {
  return prepareRows<[id: string, coder: string, code: string, start: number, end: number]>(
    db,
    'SELECT hex(id), hex(coder), hex(code), start, end FROM annotation WHERE document = ? ORDER BY start, end, id',
  )
    .all(idToBytes(document))
    .map(([id, coder, code, start, end]) => ({
      id: idFromHex(id),
      coder: idFromHex(coder),
      code: idFromHex(code),
      start,
      end,
    }));
}

/** The codings of all coders that share characters with [start, end), in the order of the text. */
export function annotationsTouching(db: Database, document: Id, start: number, end: number): Annotation[] {
  return prepareRows<[id: string, code: string, coder: string, start: number, end: number, memo: string]>(
    db,
    `SELECT hex(id), hex(code), hex(coder), start, end, memo FROM annotation
     WHERE document = ? AND start < ? AND end > ? ORDER BY start, end, id`,
  )
    .all(idToBytes(document), end, start)
    .map(([id, code, coder, from, to, memo]) => ({
      id: idFromHex(id),
      document,
      code: idFromHex(code),
      coder: idFromHex(coder),
      start: utf16(from),
      end: utf16(to),
      memo,
    }));
}

/** How much a coder has done: articles with a status, codings, and answers. */
export function workOfCoder(
  db: Database,
  coder: Id,
  seenBy?: Id,
): { documents: number; codings: number; answers: number } {
  const seen = seenBy === undefined ? '' : `AND document NOT IN (${blindDocuments})`;
  const key = seenBy === undefined ? [] : [idToBytes(seenBy)];
  const count = (table: 'progress' | 'annotation' | 'answer'): number =>
    prepare<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE coder = ? ${seen}`).get(
      idToBytes(coder),
      ...key,
    )?.n ?? 0;
  return { documents: count('progress'), codings: count('annotation'), answers: count('answer') };
}

/** The articles with which a coder has begun. */
export function documentsBegunBy(db: Database, coder: Id): Id[] {
  return prepare<{ document: Uint8Array }>(db, 'SELECT document FROM progress WHERE coder = ?')
    .all(idToBytes(coder))
    .map(({ document }) => idFromBytes(document));
}

export function roundName(db: Database, round: Id): string | null {
  return prepare<{ name: string }>(db, 'SELECT name FROM round WHERE id = ?').get(idToBytes(round))?.name ?? null;
}

/** An answer as it is stored; `coder` null: an article fact. */
export type StatedAnswer = { document: Id; coder: Id | null; state: AnswerState; value: string };

/** What was answered for whole articles to a variable, in whatever state. */
export function statedAnswers(db: Database, variable: Id): StatedAnswer[] {
  return prepare<{ document: Uint8Array; coder: Uint8Array | null; state: AnswerState; value: string }>(
    db,
    'SELECT document, coder, state, value FROM answer WHERE variable = ? AND annotation IS NULL',
  )
    .all(idToBytes(variable))
    .map((row) => ({ ...row, document: idFromBytes(row.document), coder: row.coder && idFromBytes(row.coder) }));
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
