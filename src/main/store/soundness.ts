import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import type { Variable } from '../../shared/model/variables.ts';
import { idFromBytes, idFromHex, idToBytes } from './ids.ts';
import { netChanges } from './netChanges.ts';
import type { ReplayedAct } from './netChanges.ts';
import { fitsVariable } from './rows/answer.ts';
import { keysAbove } from './rows/code.ts';
import { findVariable, listVariables } from './rows/variable.ts';
import { prepare } from './statements.ts';

/**
 * After a replay: the key of a row by which it broke a rule that the file's keys do not keep, or undefined. Answers name
 * entities, and rules name variables and entities, in their values; an answer fits its variable; codes make no circle.
 */
export function unsoundRow(db: Database, act: ReplayedAct): Uint8Array | undefined {
  return (
    stampedByGoneVersion(db, act) ??
    misfittingAnswer(db, act) ??
    namingGoneEntity(db, act) ??
    namingGoneVariable(db, act) ??
    codeInCircle(db, act)
  );
}

/** An answer came back whose variable has changed, or whose entity is gone. The row that changed is answered. */
function misfittingAnswer(db: Database, act: ReplayedAct): Uint8Array | undefined {
  const variables = new Map<Id, Variable | undefined>();
  for (const { becomes } of netChanges(db, act, 'answer')) {
    if (!becomes || becomes['coder'] === null || becomes['state'] !== 'given') continue;
    const id = idFromHex(String(becomes['variable']));
    if (!variables.has(id)) variables.set(id, findVariable(db, id));
    const variable = variables.get(id);
    if (!variable) continue;
    const text = String(becomes['value']);
    if (!fitsVariable(db, variable, text))
      return variable.level === 'entity' && isId(text) ? idToBytes(text) : idToBytes(id);
  }
  return undefined;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}

function namingGoneEntity(db: Database, act: ReplayedAct): Uint8Array | undefined {
  for (const { pk, becomes } of netChanges(db, act, 'entity')) {
    if (becomes) continue;
    const id = idFromBytes(pk);
    const answer = prepare<{ id: Uint8Array }>(
      db,
      `SELECT answer.id AS id FROM variable JOIN answer ON answer.variable = variable.id
       WHERE variable.level = 'entity' AND answer.coder IS NOT NULL AND answer.value = ? LIMIT 1`,
    ).get(id);
    if (answer) return answer.id;
    const variable = listVariables(db).find(({ level, fallback }) => level === 'entity' && fallback === id);
    if (variable) return idToBytes(variable.id);
  }
  return undefined;
}

function namingGoneVariable(db: Database, act: ReplayedAct): Uint8Array | undefined {
  const gone = new Set<Id>();
  let touched = false;
  for (const { pk, becomes } of netChanges(db, act, 'variable')) {
    touched = true;
    if (!becomes) gone.add(idFromBytes(pk));
  }
  if (!touched) return undefined;
  const all = listVariables(db);
  const known = new Set(all.map(({ id }) => id));
  const naming = all.find(({ showIf }) => showIf?.tests.some(({ variable }) => gone.has(variable)) === true);
  if (naming) return idToBytes(naming.id);
  // A rule that came back may ask a variable that is gone by now.
  const tests = all.flatMap(({ showIf }) => showIf?.tests ?? []);
  const missing = tests.find(({ variable }) => !known.has(variable));
  return missing && idToBytes(missing.variable);
}

/** Work bears the stamp of a published version that is taken back. */
function stampedByGoneVersion(db: Database, act: ReplayedAct): Uint8Array | undefined {
  for (const { becomes, was } of netChanges(db, act, 'codebook_version')) {
    if (becomes) continue;
    for (const table of ['annotation', 'answer', 'progress']) {
      const row = prepare<{ id: Uint8Array }>(db, `SELECT id FROM ${table} WHERE version = ? LIMIT 1`).get(
        was?.['number'] ?? 0,
      );
      if (row) return row.id;
    }
  }
  return undefined;
}

function codeInCircle(db: Database, act: ReplayedAct): Uint8Array | undefined {
  for (const { pk, becomes } of netChanges(db, act, 'code')) {
    if (becomes?.['parent'] === null || becomes?.['parent'] === undefined) continue;
    const above = keysAbove(db, pk);
    if (!above.some((id) => Buffer.compare(id, pk) === 0)) continue;
    return above.find((id) => Buffer.compare(id, pk) !== 0) ?? pk;
  }
  return undefined;
}
