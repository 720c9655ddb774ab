import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { prepare, prepareRows } from '../statements.ts';

/** A frozen text before it is stored. `sha256` is of its UTF-8 form, 32 bytes. */
export type NewText = { content: string; sha256: Uint8Array; codePoints: number };

/** An original file before it is stored: its own hash, and its bytes unless they are exactly the text's UTF-8 form. */
export type NewOriginal = {
  sha256: Uint8Array;
  size: number;
  packing: 'none' | 'deflate' | 'text';
  bytes: Uint8Array | null;
};

/** SHA-256 of a text's UTF-8 form. */
export function hashText(content: string): Buffer {
  return createHash('sha256').update(content, 'utf8').digest();
}

/** Row numbers of a stored text and a stored original. */
export type StoredContent = { text: number; original: number };

/** What `storeContent` takes: a text with the file that it came from. */
export type NewContent = { text: NewText; original: NewOriginal };

/**
 * Stores texts and originals for good, as the part of a command that makes their documents. Answers with the row numbers,
 * in order. Long work that may yet be cancelled stages them first (`staging.ts`).
 */
export function storeContent(db: Database, items: readonly NewContent[]): StoredContent[] {
  return items.map(({ text, original }) => {
    const stored = storeText(db, text);
    const { row } = originalRow(db, original, stored);
    prepare(db, 'DELETE FROM staged_original WHERE original = ?').run(row);
    return { text: stored, original: row };
  });
}

/** Stores a text inside a command, unless an equal one is there. It is the project's then, whoever staged it too. */
export function storeText(db: Database, text: NewText): number {
  const { row } = textRow(db, text);
  prepare(db, 'DELETE FROM staged_text WHERE text = ?').run(row);
  return row;
}

/** A row of content, and whether it was made just now. */
export type ContentRow = { row: number; fresh: boolean };

/** A number that no row of the table has or ever had. */
const unusedRow = (table: 'text' | 'original'): string =>
  `(SELECT max(content_mark.${table}, (SELECT ifnull(max(id), 0) FROM ${table})) + 1 FROM content_mark)`;

// Made once: a statement is found again by its text, and a text that is put together anew is hashed anew.
const insertText = `INSERT INTO text (id, sha256, content, utf16_units, code_points)
  VALUES (${unusedRow('text')}, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`;
const insertOriginal = `INSERT INTO original (id, sha256, size, packing, text, bytes)
  VALUES (${unusedRow('original')}, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`;

/** The row with this text, made if there is none. */
export function textRow(db: Database, text: NewText): ContentRow {
  const { changes, lastInsertRowid } = prepare(db, insertText).run(
    text.sha256,
    text.content,
    text.content.length,
    text.codePoints,
  );
  return found(db, 'text', text.sha256, changes === 1 ? Number(lastInsertRowid) : null);
}

/** The row with this original, made if there is none; `text` is the row of its text. */
export function originalRow(db: Database, original: NewOriginal, text: number): ContentRow {
  const reference = original.packing === 'text' ? text : null;
  const { changes, lastInsertRowid } = prepare(db, insertOriginal).run(
    original.sha256,
    original.size,
    original.packing,
    reference,
    original.bytes,
  );
  return found(db, 'original', original.sha256, changes === 1 ? Number(lastInsertRowid) : null);
}

function found(db: Database, table: 'text' | 'original', sha256: Uint8Array, made: number | null): ContentRow {
  if (made !== null) return { row: made, fresh: true };
  const row = prepare<{ id: number }>(db, `SELECT id FROM ${table} WHERE sha256 = ?`).get(sha256);
  if (!row) throw new Error(`${table} was neither stored nor there`);
  return { row: row.id, fresh: false };
}

/** The hashes of all originals that the project holds, hexadecimal. */
export function originalHashes(db: Database): Set<string> {
  const hashes = new Set<string>();
  for (const { hash } of prepare<{ hash: string }>(db, 'SELECT lower(hex(sha256)) AS hash FROM original').iterate()) {
    hashes.add(hash);
  }
  return hashes;
}

/** The name of the first document that came from the original with this hash, if any. */
export function documentOfOriginal(db: Database, sha256: Uint8Array): { name: string } | undefined {
  return prepare<{ name: string }>(
    db,
    `SELECT document.name AS name FROM original JOIN document ON document.original = original.id
     WHERE original.sha256 = ? ORDER BY document.position LIMIT 1`,
  ).get(sha256);
}

/** By row number, those of these originals that documents came from, each with the name of the first such document. */
export function documentsOfOriginals(db: Database, originals: readonly number[]): Map<number, string> {
  const rows = prepareRows<[number, string]>(
    db,
    `SELECT document.original, document.name FROM json_each(?) AS wanted JOIN document ON document.original = wanted.value
     ORDER BY document.position DESC`,
  ).all(JSON.stringify(originals));
  return new Map(rows);
}

/** The frozen text with this row number. */
export function textContent(db: Database, row: number): string {
  const found = prepare<{ content: string }>(db, 'SELECT content FROM text WHERE id = ?').get(row);
  if (!found) throw new Error(`no text ${row}`);
  return found.content;
}

/** The frozen text with this row number in its UTF-8 form, without the price of a string. */
export function textBytes(db: Database, row: number): Buffer {
  const found = prepare<{ content: Buffer }>(db, 'SELECT CAST(content AS BLOB) AS content FROM text WHERE id = ?').get(
    row,
  );
  if (!found) throw new Error(`no text ${row}`);
  return found.content;
}
