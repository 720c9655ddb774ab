import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Entity } from '../../../shared/model/variables.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { prepare } from '../statements.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('entity');

/** Every entry of every list, by list and name. */
export function listEntities(db: Database): Entity[] {
  return prepare<Row>(db, `SELECT ${columns} FROM entity ORDER BY list, name`).all().map(read);
}

export const findEntity = find;

/** The entry of this name, or else of one that looks the same. */
export function findEntityByName(db: Database, list: string, name: string): Entity | undefined {
  const ofList = `SELECT ${columns} FROM entity WHERE list = ?`;
  const row = prepare<Row>(db, `${ofList} AND name = ?`).get(list, name);
  if (row) return read(row);
  const all = prepare<Row>(db, `${ofList} ORDER BY id`).all(list).map(read);
  return findNamed(all, name, (one) => one.name);
}

const insert = recordInserter('entity');
const update = recordUpdater('entity', { but: ['list'] });

export function insertEntity(db: Database, entity: Entity, now: number): void {
  insert(db, entity, { created: now });
}

/** Writes name and attributes of an entry that is there already. */
export function updateEntity(db: Database, entity: Entity): void {
  update(db, entity, {});
}

export function deleteEntity(db: Database, id: Id): void {
  deleteRow(db, 'entity', id);
}

/** How many answers name this entry. */
export function countAnswersNaming(db: Database, id: Id): number {
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM variable JOIN answer ON answer.variable = variable.id
       WHERE variable.level = 'entity' AND answer.coder IS NOT NULL AND answer.value = ?`,
    ).get(id)?.n ?? 0
  );
}
