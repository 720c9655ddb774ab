import { hash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
import type { Problem } from '../../shared/api/project.ts';
import type { Migration } from './migrations/migration.ts';

/** `owner`: the table that an index or a trigger is of; its own name otherwise. */
export type Part = { type: string; name: string; owner: string; sql: string | null };

const parts = `SELECT type, name, tbl_name AS owner, sql FROM sqlite_schema ORDER BY name`;

/** What was made of migrations before: each project that opens and each copy that is looked through asks for the same. */
const known = new WeakMap<readonly Migration[], Map<number, Part[]>>();

/** What a file of this version holds as Galley makes it. */
function partsMade(migrations: readonly Migration[], version: number): readonly Part[] {
  const versions = known.get(migrations) ?? new Map<number, Part[]>();
  known.set(migrations, versions);
  const made = versions.get(version) ?? makeParts(migrations, version);
  versions.set(version, made);
  return made;
}

function makeParts(migrations: readonly Migration[], version: number): Part[] {
  const model = new SqliteDatabase(':memory:');
  try {
    for (const step of migrations) if (step.version <= version) model.exec(step.sql);
    return partsOf(model);
  } finally {
    model.close();
  }
}

function partsOf(db: Database): Part[] {
  return db.prepare<[], Part>(parts).all();
}

/** What SQLite says of all tables, indexes, triggers and views of a file, as a SHA-256 in hexadecimal digits. */
export function shapeOf(db: Database): string {
  return hash('sha256', JSON.stringify(partsOf(db).map(({ type, name, owner, sql }) => [type, name, owner, sql])));
}

/** Whether a file holds what Galley makes in one of this version, to the letter, and nothing else. */
function isAsMade(db: Database, migrations: readonly Migration[], version: number): boolean {
  const shape = migrations.find((step) => step.version === version)?.shape;
  return shape !== undefined && shape === shapeOf(db);
}

/** The tables and indexes of a file of this version that are not there, or not as Galley makes them. Further ones may be there. */
export function misshapen(db: Database, migrations: readonly Migration[], version: number): string[] {
  if (isAsMade(db, migrations, version)) return [];
  const found = new Map(partsOf(db).map((part) => [part.name, part]));
  return partsMade(migrations, version)
    .filter(({ type, name, sql }) => found.get(name)?.type !== type || found.get(name)?.sql !== sql)
    .map(({ name }) => name);
}

/** What Galley does not make in a file of this version. Tables and indexes that SQLite keeps for itself are left aside. */
function strangers(db: Database, migrations: readonly Migration[], version: number): Part[] {
  const made = new Set(partsMade(migrations, version).map(({ name }) => name));
  return partsOf(db).filter(
    ({ type, name }) => !made.has(name) && (type === 'trigger' || type === 'view' || !name.startsWith('sqlite_')),
  );
}

/** An index that refuses values, or may fail over them. */
const demandingIndex = `SELECT 1 FROM pragma_index_list(?) AS list WHERE list.name = ?
  AND (list."unique" OR list.partial OR EXISTS (SELECT 1 FROM pragma_index_xinfo(list.name) WHERE cid = -2))`;

/**
 * The first part that Galley did not make and that has a say in what is written: triggers, tables that refer to those of Galley,
 * and indexes of those that demand something. Further tables, indexes and views do nothing by themselves.
 */
export function meddler(db: Database, migrations: readonly Migration[], version: number): Part | undefined {
  if (isAsMade(db, migrations, version)) return undefined;
  const own = new Set(partsMade(migrations, version).map(({ name }) => name));
  return strangers(db, migrations, version).find((part) => isMeddler(db, part, own));
}

function isMeddler(db: Database, { type, name, owner }: Part, own: ReadonlySet<string>): boolean {
  if (type === 'trigger') return true;
  if (type === 'index') return own.has(owner) && db.prepare(demandingIndex).get(owner, name) !== undefined;
  return type === 'table' && db.prepare('SELECT 1 FROM pragma_foreign_key_list(?)').get(name) !== undefined;
}

/** What is told of a part that Galley does not make. */
export function namedPart({ type, name }: Part): { kind: string; name: string } {
  return { kind: type, name: name.replace(/\s+/gu, ' ') };
}

/** The tables and indexes against those that Galley makes. */
export function verifyShape(db: Database, migrations: readonly Migration[], version: number): Problem[] {
  const changed = misshapen(db, migrations, version).map((name) => words.changedDescription({ name }));
  const own = new Set(partsMade(migrations, version).map(({ name }) => name));
  const added = strangers(db, migrations, version).map((part) =>
    isMeddler(db, part, own) ? words.meddlingPart(namedPart(part)) : words.unusedPart(namedPart(part)),
  );
  return [...changed, ...added].map((message) => ({ kind: 'file', document: '', message }));
}
