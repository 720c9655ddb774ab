import type { Database } from 'better-sqlite3';
import { recordTables, tableOf } from '../../shared/model/recordTables.ts';
import type { Id } from '../../shared/model/records.ts';
import { idToBytes } from './ids.ts';
import type { ReplayedAct } from './netChanges.ts';
import { journaledTables } from './rowChange.ts';
import { prepare } from './statements.ts';

const coderOf = (images: string): string => `json_extract(${images}, '$.coder')`;

/** The tables of which coders see their own in blind rounds. */
const workTables = journaledTables.filter((table) => recordTables[table].sight === 'own');

/** One's own work, and article facts, which are nobody's. */
const isOwnWork = `record IN (${workTables.map((table) => `'${table}'`).join(', ')})
  AND (record = 'answer' AND ${coderOf('ifnull(after, before)')} IS NULL
    OR ${coderOf('ifnull(after, before)')} IS ? AND ${coderOf('ifnull(before, after)')} IS ?)`;

/** The tables to which no work refers. */
const apartTables = journaledTables.filter((table) => tableOf(table).apart === true);

/** Records to which no coding, answer or link refers, and words of those to which some do. */
const isApart = `record IN (${apartTables.map((table) => `'${table}'`).join(', ')})
  OR record IN ('code', 'document', 'entity') AND before IS NOT NULL AND after IS NOT NULL`;

/**
 * Whether an act can be replayed whatever others did: it touches nothing but the coder's own work and what no work rests on.
 * This is told by the act alone, so that for a blind coder the answer does not depend on what is hidden.
 */
export function isOnOwnGround(db: Database, { first, last }: Pick<ReplayedAct, 'first' | 'last'>, coder: Id): boolean {
  const key = idToBytes(coder).toString('hex').toUpperCase();
  const row = prepare(
    db,
    `SELECT 1 FROM journal_change WHERE id BETWEEN ? AND ? AND NOT ((${isOwnWork}) OR (${isApart})) LIMIT 1`,
  ).get(first, last, key, key);
  return row === undefined;
}
