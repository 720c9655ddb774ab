import type { Database } from 'better-sqlite3';
import { prepare } from '../statements.ts';
import { originalRow, textRow } from './content.ts';
import type { ContentRow, NewContent, StoredContent } from './content.ts';

/** What one long task stores ahead of its command. Several tasks may do so at once, even with the same texts. */
export type Staging = {
  /** Stores texts and originals in one transaction. Answers with their row numbers, in order. */
  add(items: readonly NewContent[]): StoredContent[];
  /**
   * The index of the first whose rows do not hold what has its hashes; undefined where all do. Asked inside the command, before
   * documents are made of them.
   */
  unlike(items: readonly Expected[]): number | undefined;
  /** Called inside the command, once documents have what was staged: that is the project's now, for every other task too. */
  keep(): void;
  /** Removes what the task staged and neither a document nor another task has. To be called when the task ends, however. */
  end(): void;
};

/** Rows of a text and an original, and the SHA-256 of what they should hold. */
export type Expected = { rows: StoredContent; text: Uint8Array; original: Uint8Array };

/** So many are compared in one statement: their list of row numbers and hashes is a string. */
const comparedAtOnce = 2000;

/** Opens a staging of its own for one task. Nothing is written before something is added. */
export function openStaging(db: Database): Staging {
  let id: number | null = null;
  return {
    add(items) {
      return unhurried(db, () => {
        id ??= Number(prepare(db, 'INSERT INTO staging DEFAULT VALUES').run().lastInsertRowid);
        const staging = id;
        return items.map((item) => stage(db, staging, item));
      });
    },
    unlike(items) {
      for (let from = 0; from < items.length; from += comparedAtOnce) {
        const at = firstUnlike(db, items.slice(from, from + comparedAtOnce));
        if (at !== undefined) return from + at;
      }
      return undefined;
    },
    keep() {
      if (id === null) return;
      keepUsed(db);
      prepare(
        db,
        `DELETE FROM staging WHERE id = ? AND id NOT IN (SELECT staging FROM staged_text)
           AND id NOT IN (SELECT staging FROM staged_original)`,
      ).run(id);
    },
    end() {
      if (id === null || !prepare(db, 'SELECT 1 FROM staging WHERE id = ?').get(id)) return;
      purge(db, id);
      id = null;
    },
  };
}

function firstUnlike(db: Database, items: readonly Expected[]): number | undefined {
  const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
  const wanted = items.map(({ rows, text, original }) => [rows.text, hex(text), rows.original, hex(original)]);
  return prepare<{ at: number }>(
    db,
    `SELECT wanted.key AS at FROM json_each(?) AS wanted
     WHERE NOT EXISTS (SELECT 1 FROM text JOIN original
       WHERE text.id = wanted.value ->> 0 AND text.sha256 = unhex(wanted.value ->> 1)
         AND original.id = wanted.value ->> 2 AND original.sha256 = unhex(wanted.value ->> 3)
         AND (original.text IS NULL
           OR original.sha256 = (SELECT source.sha256 FROM text AS source WHERE source.id = original.text)))
     ORDER BY wanted.key LIMIT 1`,
  ).get(JSON.stringify(wanted))?.at;
}

/** Removes what tasks staged that ended with the program. To be called when a project opens, before any task begins. */
export function purgeStagings(db: Database): void {
  for (const { id } of prepare<{ id: number }>(db, 'SELECT id FROM staging').all()) purge(db, id);
}

/**
 * Runs `write` in a transaction that does not wait for the disk. Nothing is acknowledged by it: the command that follows
 * waits, and with it for all that the log holds by then.
 */
function unhurried<T>(db: Database, write: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return db.transaction(write).immediate();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** Stores one text with its original and notes what of it is not the project's: what was made here, or by another task. */
function stage(db: Database, staging: number, { text, original }: NewContent): StoredContent {
  const stored = textRow(db, text);
  const file = originalRow(db, original, stored.row);
  note(db, 'text', staging, stored);
  note(db, 'original', staging, file);
  // The other task may have read the same bytes in another way; its text is the original then.
  if (!file.fresh) noteSource(db, staging, file.row);
  return { text: stored.row, original: file.row };
}

const noteOwn = {
  text: 'INSERT INTO staged_text (text, staging) VALUES (?, ?)',
  original: 'INSERT INTO staged_original (original, staging) VALUES (?, ?)',
};
const noteShared = {
  text: `INSERT INTO staged_text (text, staging)
    SELECT DISTINCT text, CAST(? AS INTEGER) FROM staged_text WHERE text = ? ON CONFLICT DO NOTHING`,
  original: `INSERT INTO staged_original (original, staging)
    SELECT DISTINCT original, CAST(? AS INTEGER) FROM staged_original WHERE original = ? ON CONFLICT DO NOTHING`,
};

function note(db: Database, kind: 'text' | 'original', staging: number, { row, fresh }: ContentRow): void {
  if (fresh) prepare(db, noteOwn[kind]).run(row, staging);
  else prepare(db, noteShared[kind]).run(staging, row);
}

function noteSource(db: Database, staging: number, original: number): void {
  prepare(
    db,
    `INSERT INTO staged_text (text, staging) SELECT DISTINCT staged_text.text, CAST(? AS INTEGER)
     FROM original JOIN staged_text ON staged_text.text = original.text WHERE original.id = ? ON CONFLICT DO NOTHING`,
  ).run(staging, original);
}

/** What documents have, and the texts that their originals refer to, is no longer staged by anyone. */
function keepUsed(db: Database): void {
  prepare(
    db,
    `DELETE FROM staged_text WHERE EXISTS (SELECT 1 FROM document WHERE document.text = staged_text.text)
       OR text IN (SELECT original.text FROM staged_original JOIN original ON original.id = staged_original.original
         WHERE EXISTS (SELECT 1 FROM document WHERE document.original = original.id))`,
  ).run();
  prepare(
    db,
    'DELETE FROM staged_original WHERE EXISTS (SELECT 1 FROM document WHERE document.original = staged_original.original)',
  ).run();
}

/** SQL: rows of a kind of content that this staging alone needs. */
const only = (kind: 'text' | 'original'): string =>
  `SELECT mine.${kind} FROM staged_${kind} AS mine WHERE mine.staging = ? AND NOT EXISTS (
     SELECT 1 FROM staged_${kind} AS other WHERE other.${kind} = mine.${kind} AND other.staging <> mine.staging)`;

function purge(db: Database, staging: number): void {
  unhurried(db, () => {
    prepare(
      db,
      `UPDATE content_mark SET text = max(text, (SELECT ifnull(max(id), 0) FROM text)),
         original = max(original, (SELECT ifnull(max(id), 0) FROM original))`,
    ).run();
    prepare(
      db,
      `DELETE FROM original WHERE id IN (${only('original')})
         AND NOT EXISTS (SELECT 1 FROM document WHERE document.original = original.id)`,
    ).run(staging);
    prepare(
      db,
      `DELETE FROM text WHERE id IN (${only('text')})
         AND NOT EXISTS (SELECT 1 FROM document WHERE document.text = text.id)
         AND NOT EXISTS (SELECT 1 FROM text_version WHERE text_version.text = text.id)
         AND NOT EXISTS (SELECT 1 FROM original WHERE original.text = text.id)`,
    ).run(staging);
    for (const table of ['staged_text', 'staged_original'])
      prepare(db, `DELETE FROM ${table} WHERE staging = ?`).run(staging);
    prepare(db, 'DELETE FROM staging WHERE id = ?').run(staging);
  });
}
