import type { Database } from 'better-sqlite3';
import type { ExclusiveSet } from '../../../shared/model/codebook.ts';
import type { Annotation, Id } from '../../../shared/model/records.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

const { columns, read, find } = recordReader('exclusive_set');

/** All sets, by name. */
export function listExclusiveSets(db: Database): ExclusiveSet[] {
  return prepare<Row>(db, `SELECT ${columns} FROM exclusive_set ORDER BY name`).all().map(read);
}

export const findExclusiveSet = find;

export function findExclusiveSetByName(db: Database, name: string): ExclusiveSet | undefined {
  const rows = prepare<Row>(db, `SELECT ${columns} FROM exclusive_set ORDER BY id`).all();
  return findNamed(rows.map(read), name, (one) => one.name);
}

const insert = recordInserter('exclusive_set');
const update = recordUpdater('exclusive_set');

export function insertExclusiveSet(db: Database, set: ExclusiveSet, now: number): void {
  insert(db, set, { created: now });
}

export function updateExclusiveSet(db: Database, set: ExclusiveSet): void {
  update(db, set, {});
}

/** Removes a set to which no code belongs. */
export function deleteExclusiveSet(db: Database, id: Id): void {
  deleteRow(db, 'exclusive_set', id);
}

/** A code that excludes the one that is wanted: where this coder gave it to some of the same words. */
export type Excluded = { name: string; start: number; end: number };

/**
 * The first coding by the same coder that overlaps this one and has another code of the same set, where the set's rule
 * is `refuse`. The coding itself (by id) does not count.
 */
export function excludingAnnotation(db: Database, wanted: Omit<Annotation, 'memo'>): Excluded | undefined {
  return prepare<Excluded>(
    db,
    `SELECT other.name AS name, annotation.start AS start, annotation.end AS end
     FROM code AS wanted
     JOIN exclusive_set ON exclusive_set.id = wanted.exclusive_set AND exclusive_set.rule = 'refuse'
     JOIN annotation ON annotation.document = ? AND annotation.start < ? AND annotation.end > ?
       AND annotation.coder = ? AND annotation.id <> ?
     JOIN code AS other ON other.id = annotation.code AND other.exclusive_set = wanted.exclusive_set
     WHERE wanted.id = ? AND other.id <> wanted.id
     ORDER BY annotation.start LIMIT 1`,
  ).get(
    idToBytes(wanted.document),
    wanted.end,
    wanted.start,
    idToBytes(wanted.coder),
    idToBytes(wanted.id),
    idToBytes(wanted.code),
  );
}

/** How many codings of `code` overlap one by the same coder with another code of the same set under the rule `refuse`. */
export function countExcluded(db: Database, code: Id): number {
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM code AS wanted
       JOIN exclusive_set ON exclusive_set.id = wanted.exclusive_set AND exclusive_set.rule = 'refuse'
       JOIN annotation AS mine ON mine.code = wanted.id
       WHERE wanted.id = ? AND EXISTS (
         SELECT 1 FROM annotation AS its JOIN code AS other ON other.id = its.code
         WHERE its.document = mine.document AND its.start < mine.end AND its.end > mine.start
           AND its.coder = mine.coder AND other.exclusive_set = wanted.exclusive_set AND other.id <> wanted.id)`,
    ).get(idToBytes(code))?.n ?? 0
  );
}
