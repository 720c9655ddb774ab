import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { Entity } from '../../../shared/model/variables.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

type EntityRow = { id: Uint8Array; list: string; name: string; attributes: string };

function toEntity(row: EntityRow): Entity {
  const attributes = JSON.parse(row.attributes) as Entity['attributes']; // written by insertEntity and updateEntity
  return { ...row, id: idFromBytes(row.id), attributes };
}

/** Every entry of every list, by list and name. */
export function listEntities(db: Database): Entity[] {
  return prepare<EntityRow>(db, 'SELECT id, list, name, attributes FROM entity ORDER BY list, name')
    .all()
    .map(toEntity);
}

export function findEntity(db: Database, id: Id): Entity | undefined {
  const row = prepare<EntityRow>(db, 'SELECT id, list, name, attributes FROM entity WHERE id = ?').get(idToBytes(id));
  return row && toEntity(row);
}

/** The entry of this name, or else of one that looks the same. */
export function findEntityByName(db: Database, list: string, name: string): Entity | undefined {
  const row = prepare<EntityRow>(db, 'SELECT id, list, name, attributes FROM entity WHERE list = ? AND name = ?').get(
    list,
    name,
  );
  if (row) return toEntity(row);
  const all = prepare<EntityRow>(db, 'SELECT id, list, name, attributes FROM entity WHERE list = ? ORDER BY id').all(
    list,
  );
  const alike = findNamed(all, name, (one) => one.name);
  return alike && toEntity(alike);
}

export function insertEntity(db: Database, entity: Entity, now: number): void {
  prepare(db, 'INSERT INTO entity (id, list, name, attributes, created) VALUES (?, ?, ?, ?, ?)').run(
    idToBytes(entity.id),
    entity.list,
    entity.name,
    JSON.stringify(entity.attributes),
    now,
  );
}

/** Writes name and attributes of an entry that is there already. */
export function updateEntity(db: Database, entity: Entity): void {
  prepare(db, 'UPDATE entity SET name = ?, attributes = ? WHERE id = ?').run(
    entity.name,
    JSON.stringify(entity.attributes),
    idToBytes(entity.id),
  );
}

export function deleteEntity(db: Database, id: Id): void {
  prepare(db, 'DELETE FROM entity WHERE id = ?').run(idToBytes(id));
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
