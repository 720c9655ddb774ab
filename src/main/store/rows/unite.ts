import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** The questions (by their names) to which these codings have different answers. */
export function contradictions(db: Database, annotations: readonly Id[]): string[] {
  return prepare<{ name: string }>(
    db,
    `SELECT variable.name AS name FROM answer JOIN variable ON variable.id = answer.variable
     WHERE answer.annotation IN (SELECT unhex(value) FROM json_each(?))
     GROUP BY variable.id HAVING count(DISTINCT state || ' ' || value) > 1 ORDER BY variable.position`,
  )
    .all(JSON.stringify(annotations.map((id) => id.replaceAll('-', ''))))
    .map(({ name }) => name);
}

/** Makes the answers about one coding answers about another, where that one has none. The others stay where they are. */
export function adoptAnswers(db: Database, from: Id, to: Id, now: number): void {
  prepare(db, 'UPDATE OR IGNORE answer SET annotation = ?, modified = ? WHERE annotation = ?').run(
    idToBytes(to),
    now,
    idToBytes(from),
  );
}
