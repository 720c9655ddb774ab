import type { Database } from 'better-sqlite3';
import type { Document, Id, Source } from '../../../shared/model/records.ts';
import { warningInWords } from '../../../shared/words/warning.ts';
import type { KeptWarning } from '../../../shared/words/warning.ts';
import { idFromBytes, idFromHex, idToBytes } from '../ids.ts';
import { prepare, prepareRows } from '../statements.ts';
import { deleteRow, recordInserter, recordReader } from './record.ts';
import type { Row } from './record.ts';

type DocumentRow = Row & { site: string | null; date: string | null; characters: number };

/** A document as an import makes it; `text` and `original` are row numbers of stored content. */
export type NewDocument = {
  id: Id;
  name: string;
  position: number;
  text: number;
  original: number;
  import: Id;
  path: string;
  importer: string;
  importerVersion: number;
  encoding: string;
  encodingSource: string;
  lineEnds: string;
  warnings: readonly KeptWarning[];
  language: string;
  direction: 'ltr' | 'rtl';
};

const factValue = (name: string): string =>
  `(SELECT answer.value FROM variable JOIN answer ON answer.variable = variable.id AND answer.coder IS NULL
    WHERE variable.scope = 'fact' AND variable.name = '${name}' AND answer.document = document.id)`;

const reader = recordReader('document');
const columns = `${reader.columns}, ${factValue('site')} AS site, ${factValue('date')} AS date,
  (SELECT code_points FROM text WHERE text.id = document.text) AS characters`;

function toDocument(row: DocumentRow): Document {
  return { ...reader.read(row), site: row.site ?? '', date: row.date ?? '', characters: row.characters };
}

export function findDocument(db: Database, id: Id): Document | undefined {
  const row = prepare<DocumentRow>(db, `SELECT ${columns} FROM document WHERE id = ?`).get(idToBytes(id));
  return row && toDocument(row);
}

/** A window of all documents in their order. */
export function listDocuments(db: Database, offset: number, limit: number): Document[] {
  return prepare<DocumentRow>(db, `SELECT ${columns} FROM document ORDER BY position LIMIT ? OFFSET ?`)
    .all(limit, offset)
    .map(toDocument);
}

/** The ids of all documents in their order. */
export function documentOrder(db: Database): Id[] {
  return prepareRows<[string]>(db, 'SELECT hex(id) FROM document ORDER BY position, id')
    .all()
    .map(([hex]) => idFromHex(hex));
}

export function countDocuments(db: Database): number {
  return prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM document').get()?.n ?? 0;
}

/** Ids of the documents after (`step` 1) or before (-1) this one, nearest first. Stop reading when you have enough. */
export function* documentsBeside(db: Database, id: Id, step: 1 | -1): Generator<Id> {
  const [compare, order] = step === 1 ? ['>', 'ASC'] : ['<', 'DESC'];
  const rows = prepare<{ id: Uint8Array }>(
    db,
    `SELECT id FROM document WHERE position ${compare} (SELECT position FROM document WHERE id = ?)
     ORDER BY position ${order}`,
  ).iterate(idToBytes(id));
  for (const row of rows) yield idFromBytes(row.id);
}

/**
 * The frozen text of a document and its row number; undefined when there is no such document. It is read as bytes: Node
 * decodes 5 MB in 3 ms where the string that SQLite's driver makes takes 15.
 */
export function frozenText(db: Database, id: Id): { row: number; text: string } | undefined {
  const found = prepare<{ row: number; content: Buffer }>(
    db,
    `SELECT text.id AS row, CAST(text.content AS BLOB) AS content
     FROM document JOIN text ON text.id = document.text WHERE document.id = ?`,
  ).get(idToBytes(id));
  return found && { row: found.row, text: found.content.toString('utf8') };
}

export function documentText(db: Database, id: Id): string | undefined {
  return frozenText(db, id)?.text;
}

/** Row number of a document's text: another one after a correction, and never that of another text. */
export function documentTextRow(db: Database, id: Id): number | undefined {
  return prepare<{ text: number }>(db, 'SELECT text FROM document WHERE id = ?').get(idToBytes(id))?.text;
}

/** Documents whose name is exactly this, in order. */
export function documentsNamed(db: Database, name: string): Id[] {
  return prepare<{ id: Uint8Array }>(db, 'SELECT id FROM document WHERE name = ? ORDER BY position')
    .all(name)
    .map((row) => idFromBytes(row.id));
}

/** All documents by their names, those of one name in order. */
export function documentsByName(db: Database): Map<string, Id[]> {
  const byName = new Map<string, Id[]>();
  const rows = prepare<{ name: string; id: Uint8Array }>(db, 'SELECT name, id FROM document ORDER BY position').all();
  for (const { name, id } of rows) {
    const known = byName.get(name);
    if (known) known.push(idFromBytes(id));
    else byName.set(name, [idFromBytes(id)]);
  }
  return byName;
}

/** The documents of which their importer said what has this code, with the files that they came from, in order. */
export function documentsWithWarning(db: Database, code: string): { id: Id; path: string }[] {
  const sql = `SELECT id, path FROM document
    WHERE EXISTS (SELECT 1 FROM json_each(warnings) WHERE json_extract(value, '$.code') = ?) ORDER BY position`;
  return prepare<{ id: Uint8Array; path: string }>(db, sql)
    .all(code)
    .map(({ id, path }) => ({ id: idFromBytes(id), path }));
}

type SourceRow = {
  path: string;
  importer: string;
  importerVersion: number;
  encoding: string;
  encodingSource: string;
  lineEnds: Source['lineEnds'];
  warnings: string;
  bytes: number;
  sha256: Uint8Array;
  imported: number;
};

/** Written by insertDocument or noteReading. */
function kept(warnings: string): KeptWarning[] {
  return JSON.parse(warnings) as KeptWarning[];
}

/** What the importer said of a document, apart from any language. */
export function keptWarnings(db: Database, id: Id): KeptWarning[] {
  const row = prepare<{ warnings: string }>(db, 'SELECT warnings FROM document WHERE id = ?').get(idToBytes(id));
  return row ? kept(row.warnings) : [];
}

export function documentSource(db: Database, id: Id): Source | undefined {
  const row = prepare<SourceRow>(
    db,
    `SELECT document.path AS path, importer, importer_version AS importerVersion, encoding,
            encoding_source AS encodingSource, line_ends AS lineEnds, warnings, original.size AS bytes,
            original.sha256 AS sha256, document.created AS imported
     FROM document JOIN original ON original.id = document.original WHERE document.id = ?`,
  ).get(idToBytes(id));
  if (!row) return undefined;
  return { ...row, warnings: kept(row.warnings).map(warningInWords), sha256: Buffer.from(row.sha256).toString('hex') };
}

/** The position after the last document's. */
export function nextDocumentPosition(db: Database): number {
  return prepare<{ p: number }>(db, 'SELECT ifnull(max(position) + 1, 0) AS p FROM document').get()?.p ?? 0;
}

export function insertImport(
  db: Database,
  entry: { id: Id; coder: Id | null; program: string; options: object },
  now: number,
): void {
  prepare(db, 'INSERT INTO import (id, coder, program, options, created) VALUES (?, ?, ?, ?, ?)').run(
    idToBytes(entry.id),
    entry.coder === null ? null : idToBytes(entry.coder),
    entry.program,
    JSON.stringify(entry.options),
    now,
  );
}

const insert = recordInserter('document');

export function insertDocument(db: Database, document: NewDocument, now: number): void {
  insert(
    db,
    { ...document, created: now },
    {
      position: document.position,
      path: document.path,
      text: document.text,
      original: document.original,
      import: idToBytes(document.import),
      importer: document.importer,
      importer_version: document.importerVersion,
      encoding: document.encoding,
      encoding_source: document.encodingSource,
      line_ends: document.lineEnds,
      warnings: JSON.stringify(document.warnings),
    },
  );
}

export function renameDocument(db: Database, id: Id, name: string): void {
  prepare(db, 'UPDATE document SET name = ? WHERE id = ?').run(name, idToBytes(id));
}

/** Notes how a document's file was read when it was read once more. */
export function noteReading(
  db: Database,
  id: Id,
  { importerVersion, warnings }: Pick<NewDocument, 'importerVersion' | 'warnings'>,
): void {
  prepare(db, 'UPDATE document SET importer_version = ?, warnings = ? WHERE id = ?').run(
    importerVersion,
    JSON.stringify(warnings),
    idToBytes(id),
  );
}

/** Removes a document whose annotations and answers are gone already. Its text stays: undo brings it back. */
export function deleteDocument(db: Database, id: Id): void {
  deleteRow(db, 'document', id);
}
