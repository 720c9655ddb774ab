import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Progress } from '../../../shared/model/variables.ts';
import { idToBytes } from '../ids.ts';
import { prepareRows } from '../statements.ts';

/**
 * What the document list is searched by. Ids come as 32 upper-case hexadecimal digits, as SQLite's hex() writes them: for
 * tens of thousands of rows that takes a third of the time that bytes take.
 */

/** One document: `[hex, position, name]`. */
export type HeadRow = [hex: string, position: number, name: string];

/** SQL of documents after a row number, in the order of the table. */
export const headPage = `SELECT hex(id), position, name, rowid FROM document WHERE rowid > ? ORDER BY rowid LIMIT ?`;

/** Up to `limit` documents after a row number (0: the first), each with its own. The order is the table's, not the list's. */
export function headRows(db: Database, after: number, limit: number): [...HeadRow, row: number][] {
  return prepareRows<[...HeadRow, number]>(db, headPage).all(after, limit);
}

export function headRow(db: Database, id: Id): HeadRow | undefined {
  return prepareRows<HeadRow>(db, 'SELECT hex(id), position, name FROM document WHERE id = ?').get(idToBytes(id));
}

/** SQL of the values of one article fact, `[hex of the document, value]`; parameter: the fact's name. */
export const factColumn = `SELECT hex(document), value FROM answer
  WHERE variable = (SELECT id FROM variable WHERE scope = 'fact' AND code IS NULL AND name = ?) AND coder IS NULL`;

export function factRows(db: Database, name: string): [hex: string, value: string][] {
  return prepareRows<[string, string]>(db, factColumn).all(name);
}

/** A fact of one document, '' where there is none. */
export function factOf(db: Database, id: Id, name: string): string {
  return prepareRows<[string, string]>(db, `${factColumn} AND document = ?`).get(name, idToBytes(id))?.[1] ?? '';
}

/** SQL of where a coder has begun, `[hex of the document, status]`. */
export const statusColumn = 'SELECT hex(document), status FROM progress WHERE coder = ?';

export function statusRows(db: Database, coder: Id): [hex: string, status: Progress['status']][] {
  return prepareRows<[string, Progress['status']]>(db, statusColumn).all(idToBytes(coder));
}

const flat = (rows: [string][]): string[] => rows.map(([hex]) => hex);

const valueTests = {
  any: '',
  equal: ' AND value = ?',
  holds: ' AND EXISTS (SELECT 1 FROM json_each(answer.value) AS one WHERE one.value = ?)',
};

/** SQL of the documents with an answer; the coder's place is `= ?` or (article facts) `IS NULL`. */
export const answered = (whose: '= ?' | 'IS NULL', test: keyof typeof valueTests): string =>
  `SELECT hex(document) FROM answer WHERE variable = ? AND coder ${whose}${valueTests[test]}`;

/**
 * Documents in which a variable has this written value (a number: among several; null: any answer, of whatever state) by a
 * coder, or (`coder` null) as an article fact. One whose passages have it more than once comes more than once.
 */
export function documentsAnswered(
  db: Database,
  variable: Id,
  coder: Id | null,
  value: string | number | null,
): string[] {
  const test = value === null ? 'any' : typeof value === 'number' ? 'holds' : 'equal';
  const sql = answered(coder === null ? 'IS NULL' : '= ?', test);
  const values = [
    idToBytes(variable),
    ...(coder === null ? [] : [idToBytes(coder)]),
    ...(value === null ? [] : [value]),
  ];
  return flat(prepareRows<[string]>(db, sql).all(...values));
}

export function documentsOfRound(db: Database, round: Id): string[] {
  return flat(
    prepareRows<[string]>(db, 'SELECT DISTINCT hex(document) FROM assignment WHERE round = ?').all(idToBytes(round)),
  );
}
