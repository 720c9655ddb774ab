import type { Database } from 'better-sqlite3';
import type { Code, Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

type CodeRow = {
  id: Uint8Array;
  parent: Uint8Array | null;
  name: string;
  definition: string;
  hue: number;
  pattern: 'plain' | 'striped';
  key: string | null;
  position: number;
  include: string;
  exclude: string;
  archived: number;
  exclusiveSet: Uint8Array | null;
};

const columns = `id, parent, name, definition, hue, pattern, key, position, include, exclude, archived,
  exclusive_set AS exclusiveSet`;

function toCode(row: CodeRow): Code {
  return {
    ...row,
    id: idFromBytes(row.id),
    parent: row.parent && idFromBytes(row.parent),
    archived: row.archived === 1,
    exclusiveSet: row.exclusiveSet && idFromBytes(row.exclusiveSet),
  };
}

/** The whole codebook, siblings in their order. */
export function listCodes(db: Database): Code[] {
  return prepare<CodeRow>(db, `SELECT ${columns} FROM code ORDER BY position, name, id`).all().map(toCode);
}

export function findCode(db: Database, id: Id): Code | undefined {
  const row = prepare<CodeRow>(db, `SELECT ${columns} FROM code WHERE id = ?`).get(idToBytes(id));
  return row && toCode(row);
}

/** The keys of all codes above one, the nearest first; in a circle the code's own is among them. */
export function keysAbove(db: Database, code: Uint8Array): Uint8Array[] {
  return prepare<{ id: Uint8Array }>(
    db,
    `WITH RECURSIVE above (id) AS (
       SELECT parent FROM code WHERE id = ? UNION SELECT code.parent FROM above JOIN code ON code.id = above.id)
     SELECT id FROM above WHERE id IS NOT NULL`,
  )
    .all(code)
    .map(({ id }) => id);
}

export function insertCode(db: Database, code: Code, now: number): void {
  prepare(
    db,
    `INSERT INTO code (id, parent, name, definition, hue, pattern, key, position, include, exclude, archived,
       exclusive_set, created, modified)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    idToBytes(code.id),
    code.parent === null ? null : idToBytes(code.parent),
    code.name,
    code.definition,
    code.hue,
    code.pattern,
    code.key,
    code.position,
    code.include,
    code.exclude,
    Number(code.archived),
    code.exclusiveSet === null ? null : idToBytes(code.exclusiveSet),
    now,
    now,
  );
}

/** Writes all fields of a code that is there already. */
export function updateCode(db: Database, code: Code, now: number): void {
  prepare(
    db,
    `UPDATE code SET parent = ?, name = ?, definition = ?, hue = ?, pattern = ?, key = ?, position = ?, include = ?, exclude = ?,
       archived = ?, exclusive_set = ?, modified = ?
     WHERE id = ?`,
  ).run(
    code.parent === null ? null : idToBytes(code.parent),
    code.name,
    code.definition,
    code.hue,
    code.pattern,
    code.key,
    code.position,
    code.include,
    code.exclude,
    Number(code.archived),
    code.exclusiveSet === null ? null : idToBytes(code.exclusiveSet),
    now,
    idToBytes(code.id),
  );
}

export function deleteCode(db: Database, id: Id): void {
  prepare(db, 'DELETE FROM code WHERE id = ?').run(idToBytes(id));
}
