import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** A text that a document had until it was corrected. */
export type TextVersion = {
  number: number;
  reason: string;
  /** Who replaced it; null when that is not known. */
  coder: string | null;
  /** When it was replaced. */
  replaced: number;
  /** Its length in code points. */
  characters: number;
};

/** The texts that a document had before, newest first. */
export function listTextVersions(db: Database, document: Id): TextVersion[] {
  return prepare<TextVersion>(
    db,
    `SELECT number, reason, coder.name AS coder, text_version.created AS replaced, code_points AS characters
     FROM text_version JOIN text ON text.id = text_version.text LEFT JOIN coder ON coder.id = text_version.coder
     WHERE document = ? ORDER BY number DESC`,
  ).all(idToBytes(document));
}

/**
 * Keeps the document's text as its newest earlier version, and gives it the text with row number `text`. Answers with the
 * number of the version that was kept, 1 and up.
 */
export function replaceText(
  db: Database,
  change: { id: Id; document: Id; text: number; reason: string; coder: Id | null },
  now: number,
): number {
  const key = idToBytes(change.document);
  const number =
    prepare<{ n: number }>(db, 'SELECT ifnull(max(number), 0) + 1 AS n FROM text_version WHERE document = ?').get(key)
      ?.n ?? 1;
  prepare(
    db,
    `INSERT INTO text_version (id, document, number, text, reason, coder, created)
     VALUES (?, ?, ?, (SELECT text FROM document WHERE id = ?), ?, ?, ?)`,
  ).run(idToBytes(change.id), key, number, key, change.reason, change.coder && idToBytes(change.coder), now);
  prepare(db, 'UPDATE document SET text = ? WHERE id = ?').run(change.text, key);
  return number;
}

export function deleteTextVersions(db: Database, document: Id): void {
  prepare(db, 'DELETE FROM text_version WHERE document = ?').run(idToBytes(document));
}
