import type { Database } from 'better-sqlite3';
import { packageTableNames, packageTables } from '../../shared/model/packageRows.ts';
import type { FieldKind, PackageRow, PackageTable } from '../../shared/model/packageRows.ts';
import type { Id } from '../../shared/model/records.ts';
import { idFromBytes, idToBytes } from './ids.ts';
import type { NewDocument } from './rows/document.ts';
import { prepare } from './statements.ts';
import type { Bindable } from './statements.ts';

/** Records as packages carry them: every field as it stands in the project file. Offsets are UTF-16 code units here. */

function fieldsOf(table: PackageTable): [string, FieldKind][] {
  return Object.entries(packageTables[table]);
}

function columnsOf(table: PackageTable): string {
  return fieldsOf(table)
    .map(([name]) => `"${name}"`)
    .join(', ');
}

function fromColumn(kind: FieldKind, value: unknown): unknown {
  if (value === null) return null;
  if ((kind === 'id' || kind === 'id?') && value instanceof Uint8Array) return idFromBytes(value);
  if (kind === 'hash' && value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if ((kind === 'json' || kind === 'json?') && typeof value === 'string') return JSON.parse(value) as unknown;
  return value;
}

function toColumn(kind: FieldKind, value: unknown): Bindable {
  if (value === null) return null;
  if (kind === 'json' || kind === 'json?') return JSON.stringify(value);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') throw new Error(`a ${kind} is ${typeof value}`);
  if (kind === 'id' || kind === 'id?') return idToBytes(value);
  return kind === 'hash' ? Buffer.from(value, 'hex') : value;
}

function toRow(table: PackageTable, row: Record<string, unknown>): PackageRow {
  return Object.fromEntries(fieldsOf(table).map(([name, kind]) => [name, fromColumn(kind, row[name])]));
}

/** Every record of a table, by id: in the order in which they were made. */
export function allPackageRows(db: Database, table: PackageTable): PackageRow[] {
  return prepare<Record<string, unknown>>(db, `SELECT ${columnsOf(table)} FROM ${table} ORDER BY id`)
    .all()
    .map((row) => toRow(table, row));
}

/** What hangs on a document, by id. Article facts are among the answers. */
export function packageRowsOfDocument(db: Database, table: PackageTable, document: Id): PackageRow[] {
  return prepare<Record<string, unknown>>(db, `SELECT ${columnsOf(table)} FROM ${table} WHERE document = ? ORDER BY id`)
    .all(idToBytes(document))
    .map((row) => toRow(table, row));
}

/** Writes records as they stand, inside a command. A document is written by `insertAttachedDocument`. */
export function insertPackageRows(
  db: Database,
  table: Exclude<PackageTable, 'document'>,
  rows: readonly PackageRow[],
): void {
  const fields = fieldsOf(table);
  const statement = prepare(
    db,
    `INSERT INTO ${table} (${columnsOf(table)}) VALUES (${fields.map(() => '?').join(', ')})`,
  );
  for (const row of rows) statement.run(...fields.map(([name, kind]) => toColumn(kind, row[name])));
}

/** A document with the hashes of its text and of the file it came from, hexadecimal. */
export type DocumentHashes = { text: number; textHash: string; characters: number; originalHash: string };

export function documentHashes(db: Database, document: Id): DocumentHashes {
  const row = prepare<DocumentHashes>(
    db,
    `SELECT document.text AS text, lower(hex(text.sha256)) AS textHash, text.code_points AS characters,
            lower(hex(original.sha256)) AS originalHash
     FROM document JOIN text ON text.id = document.text JOIN original ON original.id = document.original
     WHERE document.id = ?`,
  ).get(idToBytes(document));
  if (!row) throw new Error(`no document ${document}`);
  return row;
}

/** Where the text of a package's document comes from: rows of stored content, the import, and how its file was read. */
export type AttachedSource = Pick<
  NewDocument,
  | 'text'
  | 'original'
  | 'import'
  | 'importer'
  | 'importerVersion'
  | 'encoding'
  | 'encodingSource'
  | 'lineEnds'
  | 'warnings'
>;

/** Writes the document of a package: the package's record with the text that was found for it. */
export function insertAttachedDocument(db: Database, document: PackageRow, source: AttachedSource): void {
  const fields = fieldsOf('document');
  prepare(
    db,
    `INSERT INTO document (${columnsOf('document')}, text, original, import, importer, importer_version, encoding,
       encoding_source, line_ends, warnings) VALUES (${fields.map(() => '?').join(', ')}, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...fields.map(([name, kind]) => toColumn(kind, document[name])),
    source.text,
    source.original,
    idToBytes(source.import),
    source.importer,
    source.importerVersion,
    source.encoding,
    source.encodingSource,
    source.lineEnds,
    JSON.stringify(source.warnings),
  );
}

/** What documents bring by themselves: who takes part, the documents and their facts. */
const notWork: Readonly<Partial<Record<PackageTable, string>>> = {
  coder: 'true',
  document: 'true',
  variable: `scope = 'fact'`,
  answer: 'coder IS NULL',
};

/** Whether the project holds anything besides documents and their facts that a package brings, too. */
export function hasWork(db: Database): boolean {
  const tests = packageTableNames.map(
    (table) => `EXISTS (SELECT 1 FROM ${table} WHERE NOT (${notWork[table] ?? 'false'}))`,
  );
  return prepare<{ has: number }>(db, `SELECT ${tests.join(' OR ')} AS has`).get()?.has === 1;
}

/** Removes the variables of article facts that no document has a value of. */
export function deleteUnusedFacts(db: Database): void {
  prepare(db, `DELETE FROM variable WHERE scope = 'fact' AND id NOT IN (SELECT variable FROM answer)`).run();
}
