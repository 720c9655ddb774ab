import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** The documents that blind rounds give to a coder (one parameter). */
export const blindDocuments = `SELECT document FROM assignment
  WHERE coder = ? AND round IN (SELECT id FROM round WHERE mode = 'blind')`;

/** Whether a blind round gives the coder any document. */
export function hasBlindDocuments(db: Database, coder: Id): boolean {
  // Rounds are few; the assignments of a coder can be as many as the documents.
  const row = prepare(
    db,
    `SELECT 1 FROM round WHERE mode = 'blind'
     AND EXISTS (SELECT 1 FROM assignment WHERE assignment.round = round.id AND assignment.coder = ?) LIMIT 1`,
  ).get(idToBytes(coder));
  return row !== undefined;
}

/** Whether the coder has this document in a blind round. */
export function isBlindDocument(db: Database, coder: Id, document: Id): boolean {
  const row = prepare(
    db,
    `SELECT 1 FROM assignment JOIN round ON round.id = assignment.round
     WHERE assignment.document = ? AND assignment.coder = ? AND mode = 'blind' LIMIT 1`,
  ).get(idToBytes(document), idToBytes(coder));
  return row !== undefined;
}

type Counts = { codes: Map<Id, number>; documents: Map<Id, number> };

/**
 * Codings by others in documents that the coder has in a blind round, counted by code and by document: of people, and of the
 * agreed version.
 */
export function countHidden(db: Database, coder: Id): Counts & { agreed: Counts } {
  const none = (): Counts => ({ codes: new Map(), documents: new Map() });
  const people = none();
  const agreed = none();
  const key = idToBytes(coder);
  const rows = prepare<{ code: Uint8Array; document: Uint8Array; isAgreed: number; n: number }>(
    db,
    `SELECT code, document, coder IN (SELECT id FROM coder WHERE kind = 'agreed') AS isAgreed, count(*) AS n
     FROM annotation WHERE document IN (${blindDocuments}) AND coder <> ? GROUP BY document, code, isAgreed`,
  ).all(key, key);
  for (const row of rows) {
    const [code, document] = [idFromBytes(row.code), idFromBytes(row.document)];
    const { codes, documents } = row.isAgreed ? agreed : people;
    codes.set(code, (codes.get(code) ?? 0) + row.n);
    documents.set(document, (documents.get(document) ?? 0) + row.n);
  }
  return { ...people, agreed };
}
