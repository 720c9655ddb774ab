import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import type { AnswerValue, Choice, Level, Scope, ShowIf, Variable } from '../../../shared/model/variables.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

type VariableRow = {
  id: Uint8Array;
  scope: Scope;
  code: Uint8Array | null;
  name: string;
  label: string;
  help: string;
  level: Level;
  choices: string;
  required: number;
  minimum: number | null;
  maximum: number | null;
  showIf: string | null;
  fallback: string | null;
  entityList: string;
  archived: number;
  position: number;
};

const columns = `id, scope, code, name, label, help, level, choices, required, minimum, maximum, show_if AS showIf,
  fallback, entity_list AS entityList, archived, position`;

function toVariable(row: VariableRow): Variable {
  return {
    ...row,
    id: idFromBytes(row.id),
    code: row.code && idFromBytes(row.code),
    // What writeVariable wrote:
    choices: JSON.parse(row.choices) as Choice[],
    showIf: row.showIf === null ? null : (JSON.parse(row.showIf) as ShowIf),
    fallback: row.fallback === null ? null : (JSON.parse(row.fallback) as AnswerValue),
    required: row.required === 1,
    archived: row.archived === 1,
  };
}

/** All variables in their order, article facts among them. */
export function listVariables(db: Database): Variable[] {
  return prepare<VariableRow>(db, `SELECT ${columns} FROM variable ORDER BY position, id`).all().map(toVariable);
}

export function findVariable(db: Database, id: Id): Variable | undefined {
  const row = prepare<VariableRow>(db, `SELECT ${columns} FROM variable WHERE id = ?`).get(idToBytes(id));
  return row && toVariable(row);
}

/** The position after the last variable's. */
export function nextVariablePosition(db: Database): number {
  return prepare<{ p: number }>(db, 'SELECT ifnull(max(position) + 1, 0) AS p FROM variable').get()?.p ?? 0;
}

function written(variable: Variable): (string | number | Uint8Array | null)[] {
  return [
    variable.code === null ? null : idToBytes(variable.code),
    variable.name,
    variable.label,
    variable.help,
    variable.level,
    JSON.stringify(variable.choices),
    Number(variable.required),
    variable.minimum,
    variable.maximum,
    variable.showIf === null ? null : JSON.stringify(variable.showIf),
    variable.fallback === null ? null : JSON.stringify(variable.fallback),
    variable.entityList,
    Number(variable.archived),
    variable.position,
  ];
}

export function insertVariable(db: Database, variable: Variable, now: number): void {
  prepare(
    db,
    `INSERT INTO variable (id, scope, code, name, label, help, level, choices, required, minimum, maximum, show_if,
       fallback, entity_list, archived, position, created)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(idToBytes(variable.id), variable.scope, ...written(variable), now);
}

/** Writes all fields but the scope of a variable that is there already. */
export function updateVariable(db: Database, variable: Variable): void {
  prepare(
    db,
    `UPDATE variable SET code = ?, name = ?, label = ?, help = ?, level = ?, choices = ?, required = ?, minimum = ?,
       maximum = ?, show_if = ?, fallback = ?, entity_list = ?, archived = ?, position = ? WHERE id = ?`,
  ).run(...written(variable), idToBytes(variable.id));
}

/** Removes a variable whose answers are gone already. */
export function deleteVariable(db: Database, id: Id): void {
  prepare(db, 'DELETE FROM variable WHERE id = ?').run(idToBytes(id));
}
