import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { eventSchemas } from '../../shared/api/eventSchemas.ts';
import { contract, isMethodName } from '../../shared/api/contract.ts';
import { packageReferences, packageTableNames, packageTables } from '../../shared/model/packageRows.ts';
import { fieldName } from '../../shared/model/recordTable.ts';
import type { ColumnKind } from '../../shared/model/recordTable.ts';
import { columnsOfTable, tableNames, tableOf } from '../../shared/model/recordTables.ts';
import { createStore } from './database.ts';
import { prepare } from './statements.ts';

/** The table of records against the file that the migrations make: neither is made from the other. */

const folder = mkdtempSync(join(tmpdir(), 'galley-records-'));
const store = createStore(join(folder, 'a.galley'));
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Tables that hold no records: the journal, and what the program notes of texts that are on their way. */
const others = ['journal_entry', 'journal_change', 'staging', 'staged_text', 'staged_original', 'content_mark'];

const types: Readonly<Record<ColumnKind, string>> = {
  id: 'BLOB',
  hash: 'BLOB',
  bytes: 'BLOB',
  row: 'INTEGER',
  integer: 'INTEGER',
  flag: 'INTEGER',
  number: 'REAL',
  text: 'TEXT',
  json: 'TEXT',
};

function sqlOf(table: string): string {
  return prepare<{ sql: string }>(store.db, 'SELECT sql FROM sqlite_schema WHERE name = ?').get(table)?.sql ?? '';
}

test('Every table of a project file is a kind of record or one of the few that hold none', () => {
  const rows = prepare<{ name: string }>(
    store.db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  ).all();
  expect(rows.map(({ name }) => name).sort()).toEqual([...tableNames, ...others].sort());
});

describe.each(tableNames)('%s', (name) => {
  const columns = columnsOfTable(name);

  test('has the columns, types and rules of NULL of the file', () => {
    const rows = prepare<{ name: string; type: string; needed: number; pk: number }>(
      store.db,
      'SELECT name, type, "notnull" AS needed, pk FROM pragma_table_info(?)',
    ).all(name);
    const file = rows.map((row) => [row.name, row.type, row.needed === 1 || row.pk === 1]);
    expect(columns.map(([column, { kind, optional }]) => [column, types[kind], !optional]).sort()).toEqual(file.sort());
  });

  test('says which columns hold JSON, and which yes or no, as the file’s own checks do', () => {
    const sql = sqlOf(name);
    for (const [column, { kind }] of columns) {
      expect(sql.includes(`json_valid(${column})`), column).toBe(kind === 'json');
      expect(sql.includes(`CHECK (${column} IN (0, 1))`), column).toBe(kind === 'flag');
    }
  });

  test('refers to what the file’s foreign keys refer to, and comes behind it', () => {
    const rows = prepare<{ column: string; refers: string }>(
      store.db,
      'SELECT "from" AS "column", "table" AS refers FROM pragma_foreign_key_list(?)',
    ).all(name);
    const said = columns.flatMap(([column, { refers }]) => (refers === undefined ? [] : [{ column, refers }]));
    const byColumn = (a: { column: string }, b: { column: string }): number => (a.column < b.column ? -1 : 1);
    expect(said.sort(byColumn)).toEqual(rows.sort(byColumn));
    const place = tableNames.indexOf(name);
    for (const { refers } of said)
      expect(
        tableNames.findIndex((table) => table === refers),
        refers,
      ).toBeLessThanOrEqual(place);
  });

  test('gives every field of its record from a column, or is read by a function of its own', () => {
    const { schema } = tableOf(name);
    const fromColumns = new Set(columns.map(([column, { in: whole }]) => whole ?? fieldName(column)));
    const missing = Object.keys(schema?.shape ?? {}).filter((field) => !fromColumns.has(field));
    // Found in facts and in the text.
    expect(missing).toEqual(name === 'document' ? ['site', 'date', 'characters'] : []);
  });

  test('is announced only if it is journaled, and asked for by a method that takes nothing', () => {
    const { kept, announced, held } = tableOf(name);
    expect(announced === undefined || kept === 'journaled').toBe(true);
    expect(held === undefined || announced !== undefined).toBe(true);
    if (held?.by === undefined) return;
    expect(isMethodName(held.by) && contract[held.by].input.safeParse({}).success, held.by).toBe(true);
  });

  test('is hidden from some only where maker and document are known, and records are announced', () => {
    const { sight, announced, columns: known } = tableOf(name);
    if (sight === 'all') return;
    expect(known).toHaveProperty('document');
    // That something was touched, without what, would be told to everybody.
    expect(announced?.how ?? 'records').toBe('records');
    if (sight === 'own') expect(known).toHaveProperty('coder');
  });
});

test('A package carries a record with all that it refers to, but for what never leaves the project', () => {
  for (const table of packageTableNames) {
    const { columns } = tableOf(table);
    const left = Object.keys(columns).filter((column) => !Object.hasOwn(packageTables[table], column));
    // Texts, and where they come from.
    const local = 'text original import importer importer_version encoding encoding_source line_ends warnings'.split(
      ' ',
    );
    expect(left, table).toEqual(table === 'document' ? local : []);
    for (const target of Object.values(packageReferences[table])) expect(packageTableNames).toContain(target);
  }
});

test('An event takes what happened to each kind that is announced, and to nothing else', () => {
  const event = {
    seq: 1,
    history: { undo: null, redo: null },
    tally: { reset: false, codes: {}, documents: {} },
    tables: { fact: { reset: true, documents: [] } } as Record<string, object>,
  };
  for (const name of tableNames) {
    const { announced } = tableOf(name);
    if (announced?.how === 'records') event.tables[announced.as] = { reset: true, changed: [], removed: [] };
    if (announced?.how === 'again') event.tables[announced.as] = { reset: true };
  }
  expect(eventSchemas.changed.safeParse(event).success).toBe(true);
  event.tables['stranger'] = { reset: true };
  expect(eventSchemas.changed.safeParse(event).success).toBe(false);
  event.tables = { code: { reset: false, changed: [{ id: 'no code' }], removed: [] } };
  expect(eventSchemas.changed.safeParse(event).success).toBe(false);
});
