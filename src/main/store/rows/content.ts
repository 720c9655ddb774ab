import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { prepare } from '../statements.ts';

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

/**
 * Stores texts and originals ahead of the command that uses them, in one transaction. What no document uses by the time
 * the project is opened again is removed. Answers with the row numbers, in order.
 */
export function stageContent(
  db: Database,
  items: readonly { text: NewText; original: NewOriginal }[],
): { text: number; original: number }[] {
  const run = db.transaction(() => {
    prepare(
      db,
      `INSERT INTO staging (id, text, original)
       SELECT 1, (SELECT ifnull(max(id), 0) + 1 FROM text), (SELECT ifnull(max(id), 0) + 1 FROM original)
       WHERE true ON CONFLICT DO NOTHING`,
    ).run();
    return items.map(({ text, original }) => {
      const textRow = storeText(db, text);
      return { text: textRow, original: storeOriginal(db, original, textRow) };
    });
  });
  if (db.inTransaction) return run(); // part of a command already
  // Nothing is acknowledged here, so nothing has to be on the disk yet: the command that follows waits for the disk, and
  // with it for all that the log holds by then.
  db.pragma('synchronous = NORMAL');
  try {
    return run.immediate();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** Stores a text inside a command, unless an equal one is there. Answers with its row number. */
export function storeText(db: Database, text: NewText): number {
  const { changes, lastInsertRowid } = prepare(
    db,
    'INSERT INTO text (sha256, content, utf16_units, code_points) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(text.sha256, text.content, text.content.length, text.codePoints);
  return changes === 1 ? Number(lastInsertRowid) : knownRow(db, 'text', text.sha256);
}

function storeOriginal(db: Database, original: NewOriginal, textRow: number): number {
  const reference = original.packing === 'text' ? textRow : null;
  const { changes, lastInsertRowid } = prepare(
    db,
    'INSERT INTO original (sha256, size, packing, text, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(original.sha256, original.size, original.packing, reference, original.bytes);
  return changes === 1 ? Number(lastInsertRowid) : knownRow(db, 'original', original.sha256);
}

function knownRow(db: Database, table: 'text' | 'original', sha256: Uint8Array): number {
  const row = prepare<{ id: number }>(db, `SELECT id FROM ${table} WHERE sha256 = ?`).get(sha256);
  if (!row) throw new Error(`${table} was neither stored nor there`);
  return row.id;
}

/** Called inside the command that made documents of all that was staged: it is the project's now. */
export function keepStaged(db: Database): void {
  prepare(db, 'DELETE FROM staging').run();
}

/** Texts of corrections, undone ones too: redo needs them, though no document may have them now. */
const correctedTexts = `SELECT journal_change.after ->> 'text' FROM journal_entry
  JOIN journal_change ON journal_change.id BETWEEN first_change AND last_change
  WHERE method = 'texts.correct' AND kind = 'command' AND record = 'document' AND journal_change.after IS NOT NULL`;

/** Removes what was staged and never used: after a cancelled or broken-off import. */
export function purgeStaging(db: Database): void {
  const run = db.transaction(() => {
    db.exec(`
      DELETE FROM original WHERE id >= (SELECT original FROM staging)
        AND id NOT IN (SELECT original FROM document);
      DELETE FROM text WHERE id >= (SELECT text FROM staging) AND id NOT IN (SELECT text FROM document)
        AND id NOT IN (SELECT text FROM original WHERE text IS NOT NULL) AND id NOT IN (SELECT text FROM text_version)
        AND id NOT IN (${correctedTexts});
      DELETE FROM staging;`);
  });
  run.immediate();
}

/** The hashes of all originals that the project holds, hexadecimal. */
export function originalHashes(db: Database): Set<string> {
  const hashes = new Set<string>();
  for (const { hash } of prepare<{ hash: string }>(db, 'SELECT lower(hex(sha256)) AS hash FROM original').iterate()) {
    hashes.add(hash);
  }
  return hashes;
}

/** Row number of the original with this hash that a document of the project came from, if any, with that document's name. */
export function documentOfOriginal(db: Database, sha256: Uint8Array): { name: string } | undefined {
  return prepare<{ name: string }>(
    db,
    `SELECT document.name AS name FROM original JOIN document ON document.original = original.id
     WHERE original.sha256 = ? ORDER BY document.position LIMIT 1`,
  ).get(sha256);
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
