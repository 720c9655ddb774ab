import { said } from '../words/message.ts';
import type { Message } from '../words/message.ts';
import type { Column } from './recordTable.ts';
import { columnsOfTable, tableOf, tablesWhere } from './recordTables.ts';
import type { PackagedTable } from './recordTables.ts';

/**
 * The records that a package carries, table by table as the project file keeps them, so that what comes back is what went
 * out. `id` is a UUID as text; `hash` 32 hexadecimal digits; `json` any value; a `?` after it allows null.
 */
export type FieldKind =
  'id' | 'id?' | 'integer' | 'integer?' | 'number' | 'number?' | 'text' | 'text?' | 'hash' | 'hash?' | 'json' | 'json?';

export type Fields = Readonly<Record<string, FieldKind>>;

/** A record as JSON has it, by field. */
export type PackageRow = Record<string, unknown>;

export type PackageTable = PackagedTable;

/** The tables in the order in which they can be written: what is referred to comes first. */
export const packageTableNames = tablesWhere(({ packaged }) => packaged !== undefined) as PackageTable[]; // just those

function fieldKind({ kind, optional }: Column): FieldKind {
  switch (kind) {
    case 'row':
    case 'bytes':
      throw new Error(`a package carries no ${kind}`);
    case 'flag':
      return optional ? 'integer?' : 'integer';
    default:
      return optional ? `${kind}?` : kind;
  }
}

function byTable<V>(make: (columns: readonly (readonly [string, Column])[]) => V): Readonly<Record<PackageTable, V>> {
  const entries = packageTableNames.map((table) => {
    return [table, make(columnsOfTable(table).filter(([, { packaged }]) => packaged !== false))] as const;
  });
  return Object.fromEntries(entries) as Record<PackageTable, V>; // one for each name
}

/** The fields of each table's records. */
export const packageTables = byTable((columns): Fields =>
  Object.fromEntries(columns.map(([name, column]) => [name, fieldKind(column)])),
);

/** Fields that packages of earlier programs do not have, with what they then hold. */
export const laterFields = byTable((columns): PackageRow =>
  Object.fromEntries(columns.flatMap(([name, { packaged }]) => (packaged ? [[name, packaged.since]] : []))),
);

/** Which field of a table names a record of which other one. */
export const packageReferences = byTable((columns): Readonly<Record<string, PackageTable>> =>
  // A package that carries a record carries what it refers to.
  Object.fromEntries(columns.flatMap(([name, { refers }]) => (refers ? [[name, refers as PackageTable]] : []))),
);

/** Fields in which people write freely; `drops`: just those that are left empty when such texts stay behind. */
export function writtenFields(table: PackageTable, drops = false): string[] {
  return columnsOfTable(table).flatMap(([name, { words }]) => (words === 'dropped' || (words && !drops) ? [name] : []));
}

/** Whether every record of a table is about one document. */
export function isOfDocument(table: PackageTable): boolean {
  const { document } = tableOf(table).columns;
  return document !== undefined && document.optional === undefined;
}

/** What is wrong with a value of this kind; null: nothing. */
export function fieldFault(kind: FieldKind, value: unknown): Message | null {
  if (kind.endsWith('?') && value === null) return null;
  switch (kind) {
    case 'id':
    case 'id?':
      return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value)
        ? null
        : said('fields.isNoId');
    case 'integer':
    case 'integer?':
      return Number.isSafeInteger(value) ? null : said('fields.isNoWholeNumber');
    case 'number':
    case 'number?':
      return typeof value === 'number' ? null : said('fields.isNoNumber');
    case 'text':
    case 'text?':
      return typeof value === 'string' ? null : said('fields.isNoText');
    case 'hash':
    case 'hash?':
      return typeof value === 'string' && /^[0-9a-f]{32}$/u.test(value) ? null : said('fields.isNoHash');
    case 'json':
    case 'json?':
      return value === undefined ? said('fields.isMissing') : null;
  }
}
