import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import type { Bindable } from '../statements.ts';
import { versionInForce } from './codebookVersion.ts';

/** How much work of one code or variable bears the stamp of one version. */
export type StaleGroup = { version: number; id: Id; count: number };

type GroupRow = { version: number; id: Uint8Array; count: number };

const toGroup = (row: GroupRow): StaleGroup => ({ ...row, id: idFromBytes(row.id) });

function byCoder(coder: Id | undefined, column = 'coder'): { clause: string; values: Bindable[] } {
  return coder === undefined ? { clause: '', values: [] } : { clause: `AND ${column} = ?`, values: [idToBytes(coder)] };
}

/** Codings made before a version, counted by version and code. */
export function staleAnnotations(db: Database, before: number, coder?: Id): StaleGroup[] {
  const { clause, values } = byCoder(coder);
  return prepare<GroupRow>(
    db,
    `SELECT version, code AS id, count(*) AS count FROM annotation WHERE version < ? ${clause} GROUP BY version, code`,
  )
    .all(before, ...values)
    .map(toGroup);
}

/** A window of the codings of one code and version, in the order in which they were stored. */
export function staleAnnotationsOf(db: Database, group: StaleGroup, offset: number, limit: number, coder?: Id): Id[] {
  const { clause, values } = byCoder(coder);
  return prepare<{ id: Uint8Array }>(
    db,
    `SELECT id FROM annotation WHERE version = ? AND code = ? ${clause} ORDER BY rowid LIMIT ? OFFSET ?`,
  )
    .all(group.version, idToBytes(group.id), ...values, limit, offset)
    .map(({ id }) => idFromBytes(id));
}

// An answer about a coding that is itself to be looked at again comes with that coding.
const alone = `(answer.annotation IS NULL
  OR (SELECT version FROM annotation WHERE annotation.id = answer.annotation) >= ?)`;

/** Coders' answers made before a version, counted by version and variable. */
export function staleAnswers(db: Database, before: number, coder?: Id): StaleGroup[] {
  const { clause, values } = byCoder(coder);
  return prepare<GroupRow>(
    db,
    `SELECT version, variable AS id, count(*) AS count FROM answer
     WHERE coder IS NOT NULL AND version < ? AND ${alone} ${clause} GROUP BY version, variable`,
  )
    .all(before, before, ...values)
    .map(toGroup);
}

/** A window of the answers of one variable and version, in the order in which they were stored. */
export function staleAnswersOf(
  db: Database,
  group: StaleGroup,
  before: number,
  offset: number,
  limit: number,
  coder?: Id,
): Id[] {
  const { clause, values } = byCoder(coder);
  return prepare<{ id: Uint8Array }>(
    db,
    `SELECT id FROM answer WHERE coder IS NOT NULL AND version = ? AND variable = ? AND ${alone} ${clause}
     ORDER BY rowid LIMIT ? OFFSET ?`,
  )
    .all(group.version, idToBytes(group.id), before, ...values, limit, offset)
    .map(({ id }) => idFromBytes(id));
}

/** Stamps codings, with the answers about them, and answers with the version in force. Answers with how many were found. */
export function confirmWork(
  db: Database,
  work: { annotations: readonly Id[]; answers: readonly Id[] },
): { annotations: number; answers: number } {
  const list = (ids: readonly Id[]): string => JSON.stringify(ids.map((id) => id.replaceAll('-', '')));
  const listed = 'IN (SELECT unhex(value) FROM json_each(?))';
  const older = `version < ${versionInForce}`;
  const set = `SET version = ${versionInForce}`;
  const count = (table: 'annotation' | 'answer', ids: string): number =>
    prepare<{ n: number }>(db, `SELECT count(*) AS n FROM ${table} WHERE id ${listed}`).get(ids)?.n ?? 0;
  const [annotations, answers] = [list(work.annotations), list(work.answers)];
  prepare(db, `UPDATE annotation ${set} WHERE id ${listed} AND ${older}`).run(annotations);
  prepare(db, `UPDATE answer ${set} WHERE annotation ${listed} AND ${older}`).run(annotations);
  prepare(db, `UPDATE answer ${set} WHERE id ${listed} AND ${older}`).run(answers);
  return { annotations: count('annotation', annotations), answers: count('answer', answers) };
}
