import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** The variables of a code's passages and their answers, where the code or its codings go elsewhere or are removed. */

function hexList(ids: readonly Id[]): string {
  return JSON.stringify(ids.map((id) => id.replaceAll('-', '')));
}

const listed = 'IN (SELECT unhex(value) FROM json_each(?))';

/** What hangs on these codes besides their codings: their variables, all answers about their codings, their examples. */
export function countOfCodes(
  db: Database,
  codes: readonly Id[],
): { variables: number; answers: number; examples: number } {
  const count = (sql: string, times = 1): number =>
    prepare<{ n: number }>(db, sql).get(...Array.from({ length: times }, () => hexList(codes)))?.n ?? 0;
  return {
    variables: count(`SELECT count(*) AS n FROM variable WHERE code ${listed}`),
    answers: count(
      `SELECT count(*) AS n FROM answer WHERE annotation IN (SELECT id FROM annotation WHERE code ${listed})
         OR variable IN (SELECT id FROM variable WHERE code ${listed})`,
      2,
    ),
    examples: count(`SELECT count(*) AS n FROM example WHERE code ${listed}`),
  };
}

/** Removes the variables of a code with all their answers. Rules that name them are the caller's. */
export function deleteVariablesOfCode(db: Database, code: Id): void {
  const key = idToBytes(code);
  prepare(db, 'DELETE FROM answer WHERE variable IN (SELECT id FROM variable WHERE code = ?)').run(key);
  prepare(db, 'DELETE FROM variable WHERE code = ?').run(key);
}

/**
 * Makes answers to one variable answers to another: all of them, or those about some codings. Where the coding has an
 * answer to the other variable already, that one stays and this one is removed.
 */
export function repointAnswers(db: Database, from: Id, to: Id, annotations?: readonly Id[]): void {
  const some = annotations ? `AND annotation ${listed}` : '';
  const ids = annotations ? [hexList(annotations)] : [];
  prepare(db, `UPDATE OR IGNORE answer SET variable = ? WHERE variable = ? ${some}`).run(
    idToBytes(to),
    idToBytes(from),
    ...ids,
  );
  prepare(db, `DELETE FROM answer WHERE variable = ? ${some}`).run(idToBytes(from), ...ids);
}

/** Which of these variables some of these codings have answers to. */
export function answeredVariables(db: Database, variables: readonly Id[], annotations: readonly Id[]): Id[] {
  return variables.filter((id) =>
    prepare(db, `SELECT 1 FROM answer WHERE variable = ? AND annotation ${listed} LIMIT 1`).get(
      idToBytes(id),
      hexList(annotations),
    ),
  );
}

/** Removes the answers of codings to variables of any code but `code`, and says how many. */
export function deleteStrangeAnswers(db: Database, annotations: readonly Id[], code: Id): number {
  const { changes } = prepare(
    db,
    `DELETE FROM answer WHERE annotation ${listed} AND variable IN
       (SELECT id FROM variable WHERE variable.code IS NOT NULL AND variable.code <> ?)`,
  ).run(hexList(annotations), idToBytes(code));
  return changes;
}
