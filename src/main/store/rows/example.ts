import type { Database } from 'better-sqlite3';
import type { Example } from '../../../shared/model/codebook.ts';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('example');

/** Every example of the codebook; those of one code in their order. */
export function listExamples(db: Database): Example[] {
  return prepare<Row>(db, `SELECT ${columns} FROM example ORDER BY code, position, id`).all().map(read);
}

export function examplesOfCode(db: Database, code: Id): Example[] {
  return prepare<Row>(db, `SELECT ${columns} FROM example WHERE code = ? ORDER BY position, id`)
    .all(idToBytes(code))
    .map(read);
}

export const findExample = find;

/** The position after the last example of this code. */
export function nextExamplePosition(db: Database, code: Id): number {
  return (
    prepare<{ p: number }>(db, 'SELECT ifnull(max(position) + 1, 0) AS p FROM example WHERE code = ?').get(
      idToBytes(code),
    )?.p ?? 0
  );
}

const insert = recordInserter('example');
const update = recordUpdater('example');

export function insertExample(db: Database, example: Example, now: number): void {
  insert(db, example, { created: now });
}

/** Writes all fields of an example that is there already. */
export function updateExample(db: Database, example: Example): void {
  update(db, example, {});
}

export function deleteExample(db: Database, id: Id): void {
  deleteRow(db, 'example', id);
}

export function deleteExamplesOfCode(db: Database, code: Id): void {
  prepare(db, 'DELETE FROM example WHERE code = ?').run(idToBytes(code));
}

/** Examples keep their words when the document that they were taken from goes. */
export function clearExampleAnchors(db: Database, document: Id): void {
  prepare(db, 'UPDATE example SET document = NULL, start = NULL, end = NULL WHERE document = ?').run(
    idToBytes(document),
  );
}
