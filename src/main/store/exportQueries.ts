import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { idFromBytes, idFromHex, idToBytes } from './ids.ts';
import { prepare } from './statements.ts';

/**
 * A document as exports and searches walk over it. `text` is the row number of its text, `characters` its length in code
 * points; `repeated` says that another document has the same name.
 */
export type DocumentHead = {
  id: Id;
  name: string;
  repeated: boolean;
  text: number;
  characters: number;
  language: string;
};

/** One annotation with all that an export says of it; offsets in UTF-16 code units. */
export type AnnotationRow = {
  id: Id;
  code: Id;
  coder: Id;
  start: number;
  end: number;
  memo: string;
  created: number;
  modified: number;
};

/** All documents in their order. */
export function listDocumentHeads(db: Database): DocumentHead[] {
  return prepare<Omit<DocumentHead, 'id' | 'repeated'> & { id: Uint8Array; repeated: number }>(
    db,
    `SELECT document.id AS id, document.name AS name, count(*) OVER (PARTITION BY document.name) > 1 AS repeated,
            document.text AS text, text.code_points AS characters,
            document.language AS language
     FROM document JOIN text ON text.id = document.text ORDER BY document.position, document.id`,
  )
    .all()
    .map((row) => ({ ...row, id: idFromBytes(row.id), repeated: row.repeated === 1 }));
}

/** A document as a search walks over it; `text` is the row number of its text. */
export type SearchedDocument = { id: Id; name: string; text: number; language: string };

/** The documents from one on (it among them; absent: all) in their order. Stop reading when you have enough. */
export function* documentsFrom(db: Database, first?: Id): Generator<SearchedDocument> {
  const from = '(SELECT position, id FROM document WHERE id = ?)';
  const rows = prepare<Omit<SearchedDocument, 'id'> & { id: Uint8Array }>(
    db,
    `SELECT id, name, text, language FROM document ${first === undefined ? '' : `WHERE (position, id) >= ${from}`}
     ORDER BY position, id`,
  ).iterate(...(first === undefined ? [] : [idToBytes(first)]));
  for (const row of rows) yield { ...row, id: idFromBytes(row.id) };
}

/** How many documents come before this one in their order. */
export function countDocumentsBefore(db: Database, id: Id): number {
  return (
    prepare<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM document WHERE position < (SELECT position FROM document WHERE id = ?)',
    ).get(idToBytes(id))?.n ?? 0
  );
}

/** How files name a document: by its name, or by its id where names repeat. */
export function documentLabel(document: DocumentHead): string {
  return document.repeated ? document.id : document.name;
}

/** The annotations of a document by place in the text; those of one passage with one code follow each other. */
export function codingsOfDocument(db: Database, document: Id): AnnotationRow[] {
  // Ids come as text: a buffer for each of them costs more time and memory than all the rest.
  const rows = prepare<AnnotationRow>(
    db,
    `SELECT hex(id) AS id, hex(code) AS code, hex(coder) AS coder, start, end, memo, created, modified FROM annotation
     WHERE document = ? ORDER BY start, end, code, coder`,
  ).all(idToBytes(document));
  const known = new Map<string, Id>(); // a document has few codes and coders: their ids are made once
  const idOf = (hex: string): Id => {
    let id = known.get(hex);
    if (id === undefined) known.set(hex, (id = idFromHex(hex)));
    return id;
  };
  for (const row of rows) {
    row.id = idFromHex(row.id);
    row.code = idOf(row.code);
    row.coder = idOf(row.coder);
  }
  return rows;
}

/** The different values of an article fact. */
export function* factValuesOf(db: Database, variable: Id): Generator<string> {
  const rows = prepare<{ value: string }>(
    db,
    'SELECT DISTINCT value FROM answer WHERE variable = ? AND coder IS NULL',
  ).iterate(idToBytes(variable));
  for (const { value } of rows) yield value;
}

/** The values of an article fact with the documents that have them, in the order of the documents. */
export function* factPlaces(db: Database, variable: Id): Generator<{ document: Id; name: string; value: string }> {
  const rows = prepare<{ document: Uint8Array; name: string; value: string }>(
    db,
    `SELECT document.id AS document, document.name AS name, answer.value AS value
     FROM answer JOIN document ON document.id = answer.document
     WHERE answer.variable = ? AND answer.coder IS NULL ORDER BY document.position`,
  ).iterate(idToBytes(variable));
  for (const { document, ...row } of rows) yield { ...row, document: idFromBytes(document) };
}

/** Which kinds of coders' work the project has at all: what it has none of need not be looked for in each document. */
export function kindsOfWork(db: Database): { answers: boolean; progress: boolean; assignments: boolean } {
  const has = (source: string): boolean => prepare(db, `SELECT 1 FROM ${source} LIMIT 1`).get() !== undefined;
  return { answers: has('answer WHERE coder IS NOT NULL'), progress: has('progress'), assignments: has('assignment') };
}

/**
 * When the data that are there now came to be, in milliseconds: what a file says of its making, so that equal data give
 * equal bytes. What was taken back does not count, nor the saving of exports.
 */
export function lastChange(db: Database): number {
  return (
    prepare<{ at: number }>(
      db,
      `SELECT at FROM journal_entry
       WHERE kind = 'command' AND state IN ('done', 'sealed') AND method NOT LIKE 'recipes.%'
       ORDER BY seq DESC LIMIT 1`,
    ).get()?.at ?? 0
  );
}
