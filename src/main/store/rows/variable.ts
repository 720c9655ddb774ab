import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import { prepare } from '../statements.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('variable');

/** All variables in their order, article facts among them. */
export function listVariables(db: Database): Variable[] {
  return prepare<Row>(db, `SELECT ${columns} FROM variable ORDER BY position, id`).all().map(read);
}

export const findVariable = find;

/** The position after the last variable's. */
export function nextVariablePosition(db: Database): number {
  return prepare<{ p: number }>(db, 'SELECT ifnull(max(position) + 1, 0) AS p FROM variable').get()?.p ?? 0;
}

const insert = recordInserter('variable');
const update = recordUpdater('variable', { but: ['scope'] });

export function insertVariable(db: Database, variable: Variable, now: number): void {
  insert(db, variable, { created: now });
}

/** Writes all fields but the scope of a variable that is there already. */
export function updateVariable(db: Database, variable: Variable): void {
  update(db, variable, {});
}

/** Removes a variable whose answers are gone already. */
export function deleteVariable(db: Database, id: Id): void {
  deleteRow(db, 'variable', id);
}
