import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { idFromBytes, idToBytes } from './ids.ts';
import { prepare } from './statements.ts';

/** A variable of articles as exports name it. */
export type FactVariableRow = { id: Id; name: string; label: string };

/**
 * A document as exports and searches walk over it. `text` is the row number of its text, `characters` its length in code
 * points; `repeated` says that another document has the same name.
 */
export type DocumentHead = { id: Id; name: string; repeated: boolean; text: number; characters: number };

/** One annotation with all that an export says of it; offsets in UTF-16 code units. */
export type CodingRow = {
  code: Id;
  coder: Id;
  start: number;
  end: number;
  memo: string;
  created: number;
  modified: number;
};

/**
 * Runs `read` in one read transaction: everything it sees is of the same moment, whatever others write meanwhile. The
 * connection must be a reader's own.
 */
export function atOneMoment<T>(db: Database, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('COMMIT');
  }
}

/** The variables of articles, in the order in which the project came to know them. */
export function listFactVariables(db: Database): FactVariableRow[] {
  return prepare<{ id: Uint8Array; name: string; label: string }>(
    db,
    `SELECT id, name, label FROM variable WHERE scope = 'fact' ORDER BY position, name`,
  )
    .all()
    .map((row) => ({ ...row, id: idFromBytes(row.id) }));
}

/** All documents in their order. */
export function listDocumentHeads(db: Database): DocumentHead[] {
  return prepare<{ id: Uint8Array; name: string; repeated: number; text: number; characters: number }>(
    db,
    `SELECT document.id AS id, document.name AS name, count(*) OVER (PARTITION BY document.name) > 1 AS repeated,
            document.text AS text, text.code_points AS characters
     FROM document JOIN text ON text.id = document.text ORDER BY document.position, document.id`,
  )
    .all()
    .map((row) => ({ ...row, id: idFromBytes(row.id), repeated: row.repeated === 1 }));
}

/** How files name a document: by its name, or by its id where names repeat. */
export function documentLabel(document: DocumentHead): string {
  return document.repeated ? document.id : document.name;
}

/** The values of a document's facts by variable. */
export function factValues(db: Database, document: Id): Map<Id, string> {
  const rows = prepare<{ variable: Uint8Array; value: string }>(
    db,
    'SELECT variable, value FROM answer WHERE document = ? AND coder IS NULL',
  ).all(idToBytes(document));
  return new Map(rows.map((row) => [idFromBytes(row.variable), row.value]));
}

/** The annotations of a document by place in the text, one after the other and never all at once. */
export function* eachCoding(db: Database, document: Id): Generator<CodingRow> {
  const rows = prepare<Omit<CodingRow, 'code' | 'coder'> & { code: Uint8Array; coder: Uint8Array }>(
    db,
    `SELECT code, coder, start, end, memo, created, modified FROM annotation
     WHERE document = ? ORDER BY start, end, code, coder`,
  ).iterate(idToBytes(document));
  for (const row of rows) yield { ...row, code: idFromBytes(row.code), coder: idFromBytes(row.coder) };
}

/** How many annotations a document has, of how many coders, and how many of each code that it has any of. */
export function countCodings(
  db: Database,
  document: Id,
): { annotations: number; coders: number; codes: Map<Id, number> } {
  const key = idToBytes(document);
  const codes = prepare<{ code: Uint8Array; n: number }>(
    db,
    'SELECT code, count(*) AS n FROM annotation WHERE document = ? GROUP BY code',
  ).all(key);
  const coders = prepare<{ n: number }>(db, 'SELECT count(DISTINCT coder) AS n FROM annotation WHERE document = ?').get(
    key,
  );
  return {
    annotations: codes.reduce((sum, row) => sum + row.n, 0),
    coders: coders?.n ?? 0,
    codes: new Map(codes.map((row) => [idFromBytes(row.code), row.n])),
  };
}

/** When the project was changed last, in milliseconds: what a file says of its making, so that equal data give equal bytes. */
export function lastChange(db: Database): number {
  return prepare<{ at: number }>(db, 'SELECT at FROM journal_entry ORDER BY seq DESC LIMIT 1').get()?.at ?? 0;
}
