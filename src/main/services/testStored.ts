import { inflateRawSync } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3';

/** What a document of a project file holds: its text, and the bytes of the file that it came from. */
export type StoredDocument = { text: string; original: Buffer };

/** A project file as another program reads it, for tests: nothing of ours comes between. */
export type StoredProject = {
  /** By the path that they were imported under. */
  documents: Map<string, StoredDocument>;
  /** Rows in the table of texts, and rows that say that something is staged. */
  texts: number;
  staged: number;
};

type Row = { path: string; text: string; packing: string; bytes: Buffer | null; kept: string | null };

export function readStored(path: string): StoredProject {
  const db = new SqliteDatabase(path, { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT document.path AS path, mine.content AS text, packing, bytes, kept.content AS kept FROM document
         JOIN text AS mine ON mine.id = document.text JOIN original ON original.id = document.original
         LEFT JOIN text AS kept ON kept.id = original.text`,
      )
      .all() as Row[];
    const counts = db
      .prepare(
        `SELECT (SELECT count(*) FROM text) AS texts, (SELECT count(*) FROM staging)
           + (SELECT count(*) FROM staged_text) + (SELECT count(*) FROM staged_original) AS staged`,
      )
      .get() as { texts: number; staged: number };
    const documents = new Map(rows.map((row) => [row.path, { text: row.text, original: originalOf(row) }]));
    return { documents, ...counts };
  } finally {
    db.close();
  }
}

function originalOf({ packing, bytes, kept }: Row): Buffer {
  if (packing === 'text') return Buffer.from(kept ?? '', 'utf8');
  const packed = bytes ?? Buffer.alloc(0);
  return packing === 'deflate' ? inflateRawSync(packed) : packed;
}
