import type { Database } from 'better-sqlite3';
import { fieldName } from '../../../shared/model/recordTable.ts';
import type { ColumnKind } from '../../../shared/model/recordTable.ts';
import { columnsOfTable, recordTables } from '../../../shared/model/recordTables.ts';
import type { RecordOf, ShownTable, TableName } from '../../../shared/model/recordTables.ts';
import type { Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import type { Bindable } from '../statements.ts';

/** Records as rows: SQL and conversions that follow from `recordTables`. */

/** A row as SQLite gives it, by column. */
export type Row = Readonly<Record<string, unknown>>;

type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
type ColumnsOf<T extends ShownTable> = (typeof recordTables)[T]['columns'];
type FieldOf<T extends ShownTable> = {
  [K in keyof ColumnsOf<T> & string]: ColumnsOf<T>[K] extends { in: infer F } ? F : Camel<K>;
}[keyof ColumnsOf<T> & string];

/** What a row says of a record: its fields but for those that are found elsewhere. */
export type Stored<T extends ShownTable> = Pick<RecordOf<T>, Extract<keyof RecordOf<T>, FieldOf<T>>>;

/** A column that is a field of the record, or a part of one. */
type Shown = { column: string; field: string; part: string | null; kind: ColumnKind };

function shownColumns(table: ShownTable): Shown[] {
  const fields: object = recordTables[table].schema.shape;
  return columnsOfTable(table).flatMap(([column, { kind, in: whole }]) => {
    const field = whole ?? fieldName(column);
    return Object.hasOwn(fields, field) ? [{ column, field, part: whole ? fieldName(column) : null, kind }] : [];
  });
}

function fromColumn(kind: ColumnKind, value: unknown): unknown {
  if (value === null) return null;
  if (kind === 'id') return idFromBytes(value as Uint8Array); // ids are kept as bytes
  if (kind === 'flag') return value === 1;
  return kind === 'json' ? JSON.parse(value as string) : value; // text that the file's rules have checked
}

function toColumn(kind: ColumnKind, value: unknown): Bindable {
  if (value === null || value === undefined) return null;
  if (kind === 'id') return idToBytes(value as Id); // the record's type says so
  if (kind === 'flag') return Number(value);
  return kind === 'json' ? JSON.stringify(value) : (value as Bindable); // numbers and text
}

export type RecordReader<T extends ShownTable> = {
  /** The columns that `read` wants, for a SELECT: `code.id AS id, …`. */
  readonly columns: string;
  read(row: Row): Stored<T>;
  find(db: Database, id: Id): Stored<T> | undefined;
};

/** How the rows of a table become records. Other columns of a row are passed over. */
export function recordReader<T extends ShownTable>(table: T): RecordReader<T> {
  const shown = shownColumns(table);
  const columns = shown.map(({ column }) => `${table}."${column}" AS "${column}"`).join(', ');
  const one = `SELECT ${columns} FROM ${table} WHERE id = ?`;
  const read = (row: Row): Stored<T> => {
    const record: Record<string, unknown> = {};
    for (const { column, field, part, kind } of shown) {
      const value = fromColumn(kind, row[column]);
      if (part === null) record[field] = value;
      else if (value === null) record[field] ??= null;
      else record[field] = { ...(record[field] as object | null | undefined), [part]: value }; // made here, of its parts
    }
    return record as Stored<T>; // the file's rules keep the columns to what the schema says
  };
  return {
    columns,
    read,
    find(db, id) {
      const row = prepare<Row>(db, one).get(idToBytes(id));
      return row && read(row);
    },
  };
}

/** Values of columns that are no field of the record. */
type Rest = Readonly<Record<string, Bindable>>;

/** Takes what is written of a record to the values of some columns; those that no field holds come from `rest`. */
function valuesOf(table: ShownTable, columns: readonly string[]): (record: object, rest: Rest) => Bindable[] {
  const shown = new Map(shownColumns(table).map((one) => [one.column, one]));
  const sources = columns.map((column) => shown.get(column) ?? column);
  return (record, rest) =>
    sources.map((source) => {
      if (typeof source === 'string') {
        const value = rest[source];
        if (value === undefined) throw new Error(`${table} is written without ${source}`);
        return value;
      }
      const whole = (record as Row)[source.field];
      if (source.part === null) return toColumn(source.kind, whole);
      return toColumn(source.kind, whole && (whole as Row)[source.part]); // an object of parts, or null
    });
}

/** What writes a record, with the values of the columns that are none of its fields. */
type Writer<T extends ShownTable> = (db: Database, record: Stored<T>, rest: Rest) => void;

/** Makes what writes new rows. `set`: columns whose value is the SQL that is given here. */
export function recordInserter<T extends ShownTable>(table: T, set: Readonly<Record<string, string>> = {}): Writer<T> {
  const columns = Object.keys(recordTables[table].columns);
  const asked = columns.filter((column) => !Object.hasOwn(set, column));
  const values = valuesOf(table, asked);
  const sql = `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')})
    VALUES (${columns.map((column) => set[column] ?? '?').join(', ')})`;
  return (db, record, rest) => {
    prepare(db, sql).run(...values(record, rest));
  };
}

/**
 * Makes what writes rows that are there already. `but`: fields' columns that stay as they are; `also`: columns that no field
 * holds.
 */
export function recordUpdater<T extends ShownTable>(
  table: T,
  { but = [], also = [] }: { but?: readonly string[]; also?: readonly string[] } = {},
): Writer<T> {
  const written = shownColumns(table).map(({ column }) => column);
  const columns = [...written.filter((column) => column !== 'id' && !but.includes(column)), ...also];
  const values = valuesOf(table, [...columns, 'id']);
  const sql = `UPDATE ${table} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`;
  return (db, record, rest) => {
    prepare(db, sql).run(...values(record, rest));
  };
}

/** Removes a row. What hangs on it is removed before. */
export function deleteRow(db: Database, table: TableName, id: Id): void {
  prepare(db, `DELETE FROM ${table} WHERE id = ?`).run(idToBytes(id));
}
