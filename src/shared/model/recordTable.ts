import type { z } from 'zod';

/**
 * How a column's values stand in the file. `id`: a UUID in 16 bytes; `row`: the number of a stored text or original; `flag`: 0
 * or 1; `hash`: 16 bytes of a SHA-256; `bytes`: any; `json`: text that is JSON; `number` may have a fraction.
 */
export type ColumnKind = 'id' | 'row' | 'integer' | 'flag' | 'number' | 'text' | 'json' | 'hash' | 'bytes';

export type Column = {
  readonly kind: ColumnKind;
  /** May be NULL. */
  readonly optional?: true;
  /** The table of which it names a record. */
  readonly refers?: string;
  /** The field of the record that this is a part of, under the column's own name; null there while all its parts are NULL. */
  readonly in?: string;
  /** What people wrote freely: packages take words of articles out of it; `dropped`: and leave it out where they are told to. */
  readonly words?: 'cleaned' | 'dropped';
  /** `false`: packages leave it out; `since`: what a record of a package from before the column holds. */
  readonly packaged?: false | { readonly since: string | number | null };
};

/** All that the program knows of a kind of record besides what is done with it. */
export type RecordTable = {
  /**
   * `journaled`: every change of a row is in the journal, so it is undone, announced and verified, and `id` is a UUID.
   * `frozen`: rows are written once and never changed.
   */
  readonly kept: 'journaled' | 'frozen';
  /** In the order in which packages give them. A column is a field of the record where the schema has its name in camel case. */
  readonly columns: Readonly<Record<string, Column>>;
  /** The record as the contract gives it, if it gives single ones. */
  readonly schema?: z.ZodObject;
  /** The file of a package that holds the records, without its ending; absent: packages leave them out. */
  readonly packaged?: string;
  /** The first version of packages that have this file, 3 or later; absent: all have it. */
  readonly packagedSince?: number;
  /**
   * Namespaces whose acts say nothing of what somebody coded: who codes blind is told of them. Acts of all other namespaces count as
   * work.
   */
  readonly openActs?: readonly string[];
  /** No coding, answer or link refers to it: a blind coder takes back their changes of it whatever others did. */
  readonly apart?: true;
  /** How windows hear of a change, and by which name: as the records are now, or that they have to ask again. */
  readonly announced?: { readonly as: string; readonly how: 'records' | 'again' };
  /**
   * Who sees it in a document that a blind round gives to somebody: `all`; `own`: only who made it (column `coder`); `none`:
   * nobody who has the document blind.
   */
  readonly sight: 'all' | 'own' | 'none';
  /**
   * Where a window holds it: all of the project's, or those of the open document, under a name. `by`: the method that gives
   * all; `also`: another table of the project that says something of it.
   */
  readonly held?: {
    readonly of: 'project' | 'document';
    readonly as: string;
    readonly by?: string;
    readonly also?: string;
  };
};

export const id = { kind: 'id' } as const;
export const integer = { kind: 'integer' } as const;
export const text = { kind: 'text' } as const;
export const json = { kind: 'json' } as const;
export const flag = { kind: 'flag' } as const;

/** A column that names a record of another table. */
export const of = <T extends string>(table: T) => ({ kind: 'id', refers: table }) as const;
export const optional = <C extends Column>(column: C) => ({ ...column, optional: true }) as const;
/** A text that people write freely. */
export const written = { kind: 'text', words: 'cleaned' } as const;
/** A part of a field. */
export const part = <P extends string>(field: P) => ({ kind: 'integer', optional: true, in: field }) as const;
/** Packages leave it out. */
export const local = <C extends Column>(column: C) => ({ ...column, packaged: false }) as const;

/** The name that a column has as a field of a record. */
export function fieldName(column: string): string {
  return column.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
