import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idFromHex, idToBytes } from '../ids.ts';
import { prepare, prepareRows } from '../statements.ts';
import { versionInForce } from './codebookVersion.ts';

/** What giving some codings another code comes to. Those that are left keep their code. */
export type RecodePlan = {
  /** Codings that change, by the code that they have. */
  changing: ReadonlyMap<Id, readonly Id[]>;
  /** Have the code already. */
  same: number;
  /** Left, because their coder has these words with the code already, or would have by another of these codings. */
  present: number;
  /** Left, because a code that excludes this one stays on some of their words. */
  excluded: number;
};

/** The codings that are to change. The table belongs to the connection and says nothing between two acts. */
function beginPlan(db: Database, annotations: readonly Id[], code: Id): number {
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS recoding (id BLOB PRIMARY KEY NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
           DELETE FROM recoding;`);
  return prepare(
    db,
    `INSERT INTO recoding SELECT annotation.id, wanted.key FROM json_each(?) AS wanted
     CROSS JOIN annotation ON annotation.id = unhex(wanted.value) WHERE annotation.code <> ?`,
  ).run(JSON.stringify(annotations.map((id) => id.replaceAll('-', ''))), idToBytes(code)).changes;
}

const samePlace = `its.document = mine.document AND its.start = mine.start AND its.end = mine.end AND its.coder = mine.coder`;

/** Of several codings of the same words by the same coder the first changes. */
const doubled = `DELETE FROM recoding WHERE id IN (
  SELECT mine.id FROM recoding CROSS JOIN annotation AS mine ON mine.id = recoding.id
  CROSS JOIN annotation AS its ON ${samePlace} AND its.id <> mine.id
  LEFT JOIN recoding AS other ON other.id = its.id
  WHERE its.code = ? OR other.at < recoding.at)`;

/** Judged by what will be: a coding that changes likewise excludes nothing. */
const excluded = `DELETE FROM recoding WHERE id IN (
  SELECT mine.id FROM code AS wanted
  JOIN exclusive_set ON exclusive_set.id = wanted.exclusive_set AND exclusive_set.rule = 'refuse'
  CROSS JOIN recoding CROSS JOIN annotation AS mine ON mine.id = recoding.id
  CROSS JOIN annotation AS its ON its.document = mine.document AND its.start < mine.end AND its.end > mine.start
    AND its.coder = mine.coder AND its.id <> mine.id
  JOIN code AS other ON other.id = its.code AND other.exclusive_set = wanted.exclusive_set AND other.id <> wanted.id
  WHERE wanted.id = ? AND its.id NOT IN (SELECT id FROM recoding))`;

/** Finds out what giving these codings, which are there and different, another code would do. */
export function planRecoding(db: Database, annotations: readonly Id[], code: Id): RecodePlan {
  const key = idToBytes(code);
  const same = annotations.length - beginPlan(db, annotations, code);
  const present = prepare(db, doubled).run(key).changes;
  let refused = 0;
  // What is left stays with its code, which may exclude the next.
  for (let more = -1; more !== 0; refused += more) more = prepare(db, excluded).run(key).changes;
  const changing = new Map<Id, Id[]>();
  const rows = prepareRows<[string, string]>(
    db,
    `SELECT hex(annotation.code), hex(annotation.id) FROM recoding CROSS JOIN annotation ON annotation.id = recoding.id
     ORDER BY recoding.at`,
  ).all();
  for (const [from, id] of rows) {
    const before = idFromHex(from);
    const known = changing.get(before);
    if (known) known.push(idFromHex(id));
    else changing.set(before, [idFromHex(id)]);
  }
  return { changing, same, present, excluded: refused };
}

/** Gives the codings that were planned last their code, stamped with the codebook version in force: somebody has just judged them. */
export function recodePlanned(db: Database, code: Id, now: number): number {
  return prepare(
    db,
    `UPDATE annotation SET code = ?, version = ${versionInForce}, modified = ? WHERE id IN (SELECT id FROM recoding)`,
  ).run(idToBytes(code), now).changes;
}
