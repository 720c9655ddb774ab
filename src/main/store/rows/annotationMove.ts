import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { versionInForce } from './codebookVersion.ts';

/**
 * Codings that go from one code to another, all at once: a hundred thousand of them move in one statement. Where the
 * other code has a coding at the same place by the same coder, the two fall together: memos are joined, answers go where
 * there is none, links are repointed, and the coding that moves is gone.
 */
export type AnnotationMove = {
  from: Id;
  to: Id;
  /** Only these codings, all of them `from`'s; absent: all that it has. */
  picked?: readonly Id[];
};

function hexList(ids: readonly Id[]): string {
  return JSON.stringify(ids.map((id) => id.replaceAll('-', '')));
}

/** The temporary tables of a move. They belong to the connection and are empty between two moves. */
function beginMove(db: Database, { from, picked }: AnnotationMove): void {
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS moving_coding (id BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID;
           CREATE TEMP TABLE IF NOT EXISTS doubled_coding (gone BLOB PRIMARY KEY NOT NULL, kept BLOB NOT NULL) WITHOUT ROWID;
           DELETE FROM moving_coding;
           DELETE FROM doubled_coding;`);
  if (!picked) return;
  prepare(
    db,
    `INSERT INTO moving_coding SELECT id FROM annotation
     WHERE id IN (SELECT unhex(value) FROM json_each(?)) AND code = ?`,
  ).run(hexList(picked), idToBytes(from));
}

/** What a move would do: codings that go over as they are, and codings that fall together with one that is there. */
export function previewMove(db: Database, from: Id, to: Id): { moved: number; doubled: number } {
  const row = prepare<{ all: number; doubled: number }>(
    db,
    `SELECT count(*) AS "all", count(its.id) AS doubled
     FROM annotation AS mine LEFT JOIN annotation AS its
       ON its.document = mine.document AND its.start = mine.start AND its.end = mine.end AND its.code = ?
       AND its.coder = mine.coder
     WHERE mine.code = ?`,
  ).get(idToBytes(to), idToBytes(from));
  return { moved: (row?.all ?? 0) - (row?.doubled ?? 0), doubled: row?.doubled ?? 0 };
}

/** How many of these codings this code has. */
export function countPicked(db: Database, code: Id, picked: readonly Id[]): number {
  return (
    prepare<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM annotation WHERE id IN (SELECT unhex(value) FROM json_each(?)) AND code = ?`,
    ).get(hexList(picked), idToBytes(code))?.n ?? 0
  );
}

/**
 * Moves the codings. Their answers must be about variables that may stay with them: see `moveVariables`. `restamp`: they
 * are stamped with the codebook version in force, because somebody has judged each of them.
 */
export function moveAnnotations(
  db: Database,
  move: AnnotationMove,
  now: number,
  { restamp }: { restamp: boolean },
): { moved: number; doubled: number } {
  beginMove(db, move);
  const [from, to] = [idToBytes(move.from), idToBytes(move.to)];
  const some = move.picked ? 'AND mine.id IN (SELECT id FROM moving_coding)' : '';
  const doubled = prepare(
    db,
    `INSERT INTO doubled_coding
     SELECT mine.id, its.id FROM annotation AS mine CROSS JOIN annotation AS its
       ON its.document = mine.document AND its.start = mine.start AND its.end = mine.end AND its.code = ?
       AND its.coder = mine.coder
     WHERE mine.code = ? ${some}`,
  ).run(to, from).changes;
  if (doubled > 0) uniteDoubled(db, now);
  const stamp = restamp ? `, version = ${versionInForce}` : '';
  const { changes } = prepare(
    db,
    `UPDATE annotation AS mine SET code = ?, modified = ? ${stamp} WHERE mine.code = ? ${some}`,
  ).run(to, now, from);
  return { moved: changes, doubled };
}

function uniteDoubled(db: Database, now: number): void {
  prepare(
    db,
    `UPDATE annotation SET modified = ?, memo = iif(annotation.memo = '', gone.memo, annotation.memo || char(10) || gone.memo)
     FROM doubled_coding JOIN annotation AS gone ON gone.id = doubled_coding.gone
     WHERE annotation.id = doubled_coding.kept AND gone.memo <> '' AND gone.memo <> annotation.memo`,
  ).run(now);
  prepare(
    db,
    `UPDATE answer SET annotation = doubled_coding.kept FROM doubled_coding
     WHERE answer.annotation = doubled_coding.gone AND NOT EXISTS (
       SELECT 1 FROM answer AS its WHERE its.annotation = doubled_coding.kept AND its.variable = answer.variable)`,
  ).run();
  prepare(db, 'DELETE FROM answer WHERE annotation IN (SELECT gone FROM doubled_coding)').run();
  // A link that is there already, or that would lead from a coding to itself, is passed over and then removed.
  for (const end of ['source', 'target']) {
    prepare(
      db,
      `UPDATE OR IGNORE link SET ${end} = doubled_coding.kept FROM doubled_coding WHERE link.${end} = doubled_coding.gone`,
    ).run();
    prepare(db, `DELETE FROM link WHERE ${end} IN (SELECT gone FROM doubled_coding)`).run();
  }
  prepare(db, 'DELETE FROM annotation WHERE id IN (SELECT gone FROM doubled_coding)').run();
}
