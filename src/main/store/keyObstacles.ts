import type { Database } from 'better-sqlite3';
import { columnsOf } from './columns.ts';
import { netChanges, tablesOf } from './netChanges.ts';
import type { Image, ReplayedAct } from './netChanges.ts';
import { prepare } from './statements.ts';
import type { Bindable } from './statements.ts';

type ForeignKey = { child: string; column: string; parent: string };

function foreignKeys(db: Database): ForeignKey[] {
  return prepare<ForeignKey>(
    db,
    `SELECT entry.name AS child, list."from" AS "column", list."table" AS parent
     FROM sqlite_schema AS entry JOIN pragma_foreign_key_list(entry.name) AS list WHERE entry.type = 'table'`,
  ).all();
}

/**
 * After a replay whose references do not hold: the key of a row that refers to one that is gone, or of the missing one
 * that a row which came back refers to.
 */
export function foreignObstacle(db: Database, act: ReplayedAct): Uint8Array | undefined {
  const keys = foreignKeys(db);
  for (const table of tablesOf(db, act)) {
    const children = keys.filter(({ parent }) => parent === table);
    const parents = keys.filter(({ child }) => child === table);
    for (const { pk, becomes } of netChanges(db, act, table)) {
      const row = becomes ? missingParent(db, parents, becomes) : remainingChild(db, children, pk);
      if (row) return row;
    }
  }
  return undefined;
}

function remainingChild(db: Database, keys: readonly ForeignKey[], pk: Uint8Array): Uint8Array | undefined {
  for (const { child, column } of keys) {
    const row = prepare<{ id: Uint8Array }>(db, `SELECT id FROM main."${child}" WHERE "${column}" = ? LIMIT 1`).get(pk);
    if (row) return row.id;
  }
  return undefined;
}

function missingParent(db: Database, keys: readonly ForeignKey[], image: Image): Uint8Array | undefined {
  for (const { column, parent } of keys) {
    const value = image[column];
    // Texts and originals have numbers and are never removed while a record knows them.
    if (typeof value !== 'string') continue;
    const pk = Buffer.from(value, 'hex');
    if (!prepare(db, `SELECT 1 FROM main."${parent}" WHERE id = ?`).get(pk)) return pk;
  }
  return undefined;
}

/** A unique index: the columns that it holds as they are, and all those that it uses, in expressions and its condition, too. */
type UniqueIndex = { held: string[]; used: string[] };

function uniqueIndexes(db: Database, table: string): UniqueIndex[] {
  const columns = columnsOf(db, table).map(({ name }) => name);
  return prepare<{ name: string; sql: string | null }>(
    db,
    `SELECT list.name AS name, sql FROM pragma_index_list(?) AS list
     LEFT JOIN sqlite_schema AS entry ON entry.name = list.name AND entry.type = 'index'
     WHERE list."unique" = 1 AND list.origin <> 'pk'`,
  )
    .all(table)
    .map(({ name, sql }) => {
      const held = prepare<{ name: string }>(db, 'SELECT name FROM pragma_index_info(?) WHERE name IS NOT NULL')
        .all(name)
        .map((column) => column.name);
      const words = new Set(sql?.slice(sql.indexOf('(')).match(/\w+/gu));
      return { held, used: sql === null ? held : columns.filter((column) => words.has(column)) };
    });
}

/** Before a replay that a unique key does not allow: the key of the row that has it now. */
export function uniqueObstacle(db: Database, act: ReplayedAct): Uint8Array | undefined {
  for (const table of tablesOf(db, act)) {
    const blobs = new Set(columnsOf(db, table).flatMap(({ name, type }) => (type === 'BLOB' ? [name] : [])));
    for (const { held, used } of uniqueIndexes(db, table)) {
      const holder = prepare<{ id: Uint8Array }>(
        db,
        `SELECT id FROM main."${table}" WHERE ${used.map((name) => `"${name}" IS ?`).join(' AND ')} AND id <> ?
         AND NOT EXISTS (SELECT 1 FROM journal_change WHERE journal_change.id BETWEEN ? AND ? AND pk = main."${table}".id)`,
      );
      for (const { pk, becomes } of netChanges(db, act, table)) {
        // A key without a value is nobody's.
        if (!becomes || held.some((name) => (becomes[name] ?? null) === null)) continue;
        const values = used.map((name): Bindable => {
          const value = becomes[name] ?? null;
          return blobs.has(name) && typeof value === 'string' ? Buffer.from(value, 'hex') : value;
        });
        const row = holder.get(...values, pk, act.first, act.last);
        if (row) return row.id;
      }
    }
  }
  return undefined;
}
