import type { Database } from 'better-sqlite3';
import { mostLevels } from '../../shared/model/records.ts';
import { foldName } from '../../shared/text/folding.ts';
import { idFromBytes } from './ids.ts';
import { netChanges, tablesOf } from './netChanges.ts';
import type { Image, ReplayedAct } from './netChanges.ts';
import { fitsVariable } from './rows/answer.ts';
import { keysAbove } from './rows/code.ts';
import { findVariable } from './rows/variable.ts';
import { prepare } from './statements.ts';

/**
 * After a replay: the key of a row that a later act made on the ground of what is gone now, or undefined. What such an act
 * would have been refused for, had the replay come first, is refused to the replay: answers that fit no longer, names that
 * look alike, codes too deep. What stood so before the act, as an older program may have left it, is nobody's later work.
 */
export function laterOnGoneGround(db: Database, act: ReplayedAct): Uint8Array | undefined {
  const touched = new Set(tablesOf(db, act));
  return (
    (touched.has('variable') ? answerThatFitsNoLonger(db, act) : undefined) ??
    nameThatLooksAlike(db, act, touched) ??
    (touched.has('code') ? codeTooDeep(db, act) : undefined)
  );
}

function isLater(db: Database, { last }: ReplayedAct, pk: Uint8Array): boolean {
  return prepare(db, 'SELECT 1 FROM journal_change WHERE id > ? AND pk = ? LIMIT 1').get(last, pk) !== undefined;
}

function answerThatFitsNoLonger(db: Database, act: ReplayedAct): Uint8Array | undefined {
  for (const { pk, becomes } of netChanges(db, act, 'variable')) {
    const variable = becomes ? findVariable(db, idFromBytes(pk)) : undefined;
    if (!variable) continue;
    const answers = prepare<{ id: Uint8Array; value: string }>(
      db,
      `SELECT id, value FROM answer WHERE variable = ? AND coder IS NOT NULL AND state = 'given'`,
    );
    for (const { id, value: text } of answers.all(pk)) {
      if (!fitsVariable(db, variable, text) && isLater(db, act, id)) return id;
    }
  }
  return undefined;
}

/** Tables whose names are told apart by how they look, and the columns within which they are. */
const named: Readonly<Record<string, readonly string[]>> = {
  code: ['parent'],
  variable: ['scope', 'code'],
  entity: ['list'],
  exclusive_set: [],
  round: [],
  recipe: [],
};

function nameThatLooksAlike(db: Database, act: ReplayedAct, touched: ReadonlySet<string>): Uint8Array | undefined {
  for (const [table, within] of Object.entries(named)) {
    if (!touched.has(table)) continue;
    const changed = new Set<string>();
    const places = new Map<string, Image>();
    for (const { pk, becomes } of netChanges(db, act, table)) {
      if (!becomes) continue;
      changed.add(Buffer.from(pk).toString('hex'));
      places.set(JSON.stringify(within.map((column) => becomes[column])), becomes);
    }
    for (const image of places.values()) {
      const twin = laterTwin(db, act, { table, within, image, changed });
      if (twin) return twin;
    }
  }
  return undefined;
}

type Place = { table: string; within: readonly string[]; image: Image; changed: ReadonlySet<string> };

/** Among rows whose names are told apart: one of a later act that looks like one that the replay changed. */
function laterTwin(db: Database, act: ReplayedAct, { table, within, image, changed }: Place): Uint8Array | undefined {
  const inPlace = within.map(
    (column) => `lower(iif(typeof("${column}") = 'blob', hex("${column}"), "${column}")) IS lower(?)`,
  );
  const rows = prepare<{ id: Uint8Array; name: string }>(
    db,
    `SELECT id, name FROM main."${table}" ${inPlace.length === 0 ? '' : `WHERE ${inPlace.join(' AND ')}`}`,
  ).all(...within.map((column) => image[column] ?? null));
  const seen = new Map<string, Uint8Array>();
  for (const { id, name } of rows) {
    const folded = foldName(name);
    const other = seen.get(folded);
    seen.set(folded, id);
    if (!other || ![other, id].some((one) => changed.has(Buffer.from(one).toString('hex')))) continue;
    const later = [other, id].find((one) => isLater(db, act, one));
    if (later) return later;
  }
  return undefined;
}

/** Asked once no codes make a circle. */
function codeTooDeep(db: Database, act: ReplayedAct): Uint8Array | undefined {
  for (const { pk, becomes } of netChanges(db, act, 'code')) {
    if (!becomes) continue;
    const above = keysAbove(db, pk);
    const below = prepare<{ id: Uint8Array; depth: number }>(
      db,
      `WITH RECURSIVE below (id, depth) AS (
         SELECT ?, 1 UNION ALL SELECT code.id, below.depth + 1 FROM below JOIN code ON code.parent = below.id)
       SELECT id, depth FROM below WHERE depth > ?`,
    ).all(pk, mostLevels - above.length);
    const later =
      below.length === 0 ? undefined : [...below.map(({ id }) => id), ...above].find((id) => isLater(db, act, id));
    if (later) return later;
  }
  return undefined;
}
