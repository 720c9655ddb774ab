import { SqliteError } from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { columnsOf, costlyColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { sides } from './netChanges.ts';
import type { Direction } from './netChanges.ts';
import { replayRows } from './replayRows.ts';
import { misfit } from './misfit.ts';
import { prepare } from './statements.ts';

/** What became of one table's rows, all changes of a row taken together; ids are those of `journal_change`. */
const rowTable = `CREATE TEMP TABLE replay_row (
  pk BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('delete', 'update', 'insert', 'none')),
  was INTEGER NOT NULL,
  becomes INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;

/** Makes the table that `replaySets` works with. Call once for a connection that writes. */
export function createReplayTable(db: Database): void {
  db.exec(rowTable);
}

/**
 * Takes back or repeats the row changes `first` to `last`, with a few statements for each table: what counts of a row is
 * how it is now and how it is to be. Where rows trade a value that must be unique the order matters: then they come back
 * one by one instead, as they do where a text holds the character NUL, which SQLite cannot read out of JSON.
 */
export function replaySets(db: Database, direction: Direction, first: number, last: number): void {
  if (hasNul(db, first, last)) {
    replayRows(db, direction, first, last);
    return;
  }
  const tables = prepare<{ record: string }>(
    db,
    'SELECT record FROM journal_change WHERE id BETWEEN ? AND ? GROUP BY record',
  ).all(first, last);
  const attempt = db.transaction(() => {
    for (const { record } of tables) replayTable(db, record, direction, first, last);
  });
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE')) throw error;
    replayRows(db, direction, first, last);
  }
}

function hasNul(db: Database, first: number, last: number): boolean {
  const nul = String.raw`\u0000`;
  const found = prepare(
    db,
    `SELECT 1 FROM journal_change
     WHERE id BETWEEN ? AND ? AND (instr(before, '${nul}') > 0 OR instr(after, '${nul}') > 0) LIMIT 1`,
  ).get(first, last);
  return found !== undefined;
}

function replayTable(db: Database, table: string, direction: Direction, first: number, last: number): void {
  const { was, becomes, wasId, becomesId } = sides[direction];
  prepare(db, 'DELETE FROM temp.replay_row').run();
  prepare(
    db,
    `INSERT INTO temp.replay_row (pk, kind, was, becomes)
     SELECT part.pk, CASE WHEN was.${was} IS NULL AND becomes.${becomes} IS NULL THEN 'none'
       WHEN becomes.${becomes} IS NULL THEN 'delete' WHEN was.${was} IS NULL THEN 'insert' ELSE 'update' END,
       part.was, part.becomes
     FROM (SELECT pk, ${wasId} AS was, ${becomesId} AS becomes FROM journal_change
           WHERE id BETWEEN ? AND ? AND record = ? GROUP BY pk) AS part
     JOIN journal_change AS was ON was.id = part.was JOIN journal_change AS becomes ON becomes.id = part.becomes`,
  ).run(first, last, table);
  const counts = new Map(
    prepare<{ kind: string; n: number }>(db, 'SELECT kind, count(*) AS n FROM temp.replay_row GROUP BY kind')
      .all()
      .map(({ kind, n }) => [kind, n]),
  );
  const expect = (kind: string, act: (wanted: number) => number): void => {
    const wanted = counts.get(kind) ?? 0;
    if (wanted > 0 && act(wanted) !== wanted) throw misfit(table);
  };
  expect('delete', () => deleteRows(db, table));
  expect('update', (count) => updateRows(db, table, count, was, becomes));
  expect('insert', () => insertRows(db, table, becomes));
}

function deleteRows(db: Database, table: string): number {
  return prepare(
    db,
    `DELETE FROM main."${table}" WHERE id IN (SELECT pk FROM temp.replay_row WHERE kind = 'delete')`,
  ).run().changes;
}

/** The columns that are in the images: one that came with a later version of the file keeps its value or default. */
function imageColumns(db: Database, table: string, kind: 'update' | 'insert', side: 'before' | 'after'): Column[] {
  const sample = prepare<{ image: string }>(
    db,
    `SELECT ${side} AS image FROM temp.replay_row JOIN journal_change ON id = becomes WHERE kind = ? LIMIT 1`,
  ).get(kind);
  const image = JSON.parse(sample?.image ?? '{}') as object; // our own image
  return columnsOf(db, table).filter(({ name }) => Object.hasOwn(image, name));
}

function read(image: string, { name, type }: Column): string {
  const value = `json_extract(${image}, '$."${name}"')`;
  return type === 'BLOB' ? `unhex(${value})` : value;
}

/** Writes the `count` rows that changed; of the columns that are costly to write, only those that differ in any row. */
function updateRows(
  db: Database,
  table: string,
  count: number,
  was: 'before' | 'after',
  becomes: 'before' | 'after',
): number {
  const columns = imageColumns(db, table, 'update', becomes);
  const costly = costlyColumns(db, table);
  const inQuestion = columns.filter(({ name }) => costly.has(name));
  const pairs = `FROM temp.replay_row AS part JOIN journal_change AS old ON old.id = part.was
    JOIN journal_change AS new ON new.id = part.becomes WHERE part.kind = 'update'`;
  const tests = inQuestion.map(
    ({ name }) =>
      `max(json_extract(old.${was}, '$."${name}"') IS NOT json_extract(new.${becomes}, '$."${name}"')) AS "${name}"`,
  );
  const differs =
    tests.length === 0 ? {} : prepare<Record<string, number>>(db, `SELECT ${tests.join(', ')} ${pairs}`).get();
  const written = columns.filter(({ name }) => !costly.has(name) || differs?.[name] === 1);
  const sets = written.map((column) => `"${column.name}" = ${read(`new.${becomes}`, column)}`);
  if (sets.length === 0) return count;
  return prepare(
    db,
    `UPDATE main."${table}" AS row SET ${sets.join(', ')}
     FROM temp.replay_row AS part JOIN journal_change AS new ON new.id = part.becomes
     WHERE part.kind = 'update' AND row.id = part.pk`,
  ).run().changes;
}

function insertRows(db: Database, table: string, becomes: 'before' | 'after'): number {
  const columns = imageColumns(db, table, 'insert', becomes);
  return prepare(
    db,
    `INSERT INTO main."${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
     SELECT ${columns.map((column) => read(`new.${becomes}`, column)).join(', ')}
     FROM temp.replay_row AS part JOIN journal_change AS new ON new.id = part.becomes
     WHERE part.kind = 'insert' ORDER BY part.becomes`,
  ).run().changes;
}
