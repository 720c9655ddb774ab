import { SqliteError } from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { labelWords } from '../../shared/words/act.ts';
import { said } from '../../shared/words/message.ts';
import { foreignObstacle, uniqueObstacle } from './keyObstacles.ts';
import { laterOnGoneGround } from './laterGround.ts';
import { netChanges, wrongRow } from './netChanges.ts';
import type { ReplayedAct } from './netChanges.ts';
import { unsoundRow } from './soundness.ts';
import { prepare } from './statements.ts';

/**
 * What stands in the way of taking an act back, or bringing it back, while acts of others that came later are in force:
 * rows that are not any more as the act left them, rows that refer to what would go, keys that are taken, rules that would
 * be broken. The act then stays, and it is said whose work rests on it.
 */

type Other = { label: string; coder: string | null };

const inForce = `kind = 'command' AND state IN ('done', 'sealed')`;

/** The newest other act in force that touched this row; where there is none, one that was taken back. */
function touchedBy(db: Database, { seq, last }: ReplayedAct, pk: Uint8Array): Other | undefined {
  const find = (which: string, ...bound: (number | Uint8Array)[]): Other | undefined =>
    prepare<Other>(
      db,
      `SELECT label, coder FROM journal_entry WHERE ${which} AND seq <> ? AND EXISTS
         (SELECT 1 FROM journal_change WHERE id BETWEEN first_change AND last_change AND pk = ?)
       ORDER BY seq DESC LIMIT 1`,
    ).get(...bound, seq, pk);
  // What came later is nearly always the newest of all, and found without reading the whole journal.
  return find(`${inForce} AND first_change > ?`, last) ?? find(inForce) ?? find(`kind = 'command'`);
}

/** The newest act in force after this one that touched passages of a document. */
function passagesTouchedBy(db: Database, { last }: ReplayedAct, document: string): Other | undefined {
  return prepare<Other>(
    db,
    `SELECT label, coder FROM journal_entry WHERE ${inForce} AND first_change > ? AND EXISTS
       (SELECT 1 FROM journal_change WHERE id BETWEEN first_change AND last_change
        AND record IN (${passageTables.map((table) => `'${table}'`).join(', ')})
        AND json_extract(ifnull(after, before), '$.document') = ?)
     ORDER BY seq DESC LIMIT 1`,
  ).get(last, document);
}

function refusal({ direction, label }: ReplayedAct, other: Other | undefined): AppError {
  const whose = other
    ? said('history.otherAct', { label: labelWords(other.label), coder: other.coder })
    : said('history.laterAct');
  return new AppError('conflict', said('history.restsOn', { label: labelWords(label), direction, other: whose }), {
    coder: other?.coder ?? null,
  });
}

/** Tables whose rows point at passages of a document's text. */
const passageTables = ['annotation', 'answer', 'disagreement', 'example'] as const;

/** The documents (hexadecimal) in which the act would bring back passages. */
function documentsOfPassages(db: Database, act: ReplayedAct): Set<string> {
  const documents = new Set<string>();
  for (const table of passageTables) {
    for (const { becomes } of netChanges(db, act, table)) {
      const document = (becomes as { document: string | null } | null)?.document; // an image of one of these tables
      if (document !== null && document !== undefined) documents.add(document);
    }
  }
  return documents;
}

type Correction = Other & { first: number; last: number; isInForce: number; wasInForce: number };

/** Passages belong to the text in which they were marked: none comes to stand in another one. */
function refuseOtherText(db: Database, act: ReplayedAct): void {
  const corrections = prepare<Correction>(
    db,
    `SELECT label, coder, first_change AS first, last_change AS last, state IN ('done', 'sealed') AS isInForce,
       seq < ? AND ifnull((SELECT kind FROM journal_entry AS turn WHERE turn.target = entry.seq AND turn.seq < ?
                            ORDER BY turn.seq DESC LIMIT 1), 'redo') = 'redo' AS wasInForce
     FROM journal_entry AS entry WHERE method = 'texts.correct' AND seq <> ?`,
  )
    .all(act.seq, act.seq, act.seq)
    .filter(({ isInForce, wasInForce }) => isInForce !== wasInForce);
  if (corrections.length > 0) {
    const documents = documentsOfPassages(db, act);
    for (const correction of corrections) {
      for (const { was, becomes } of netChanges(db, { ...act, ...correction }, 'text_version')) {
        const { document } = (was ?? becomes) as { document: string }; // an image of `text_version`
        if (documents.has(document)) throw refusal(act, correction);
      }
    }
  }
  for (const { was, becomes } of netChanges(db, act, 'text_version')) {
    const { document } = (was ?? becomes) as { document: string }; // an image of `text_version`
    const other = passagesTouchedBy(db, act, document);
    if (other) throw refusal(act, other);
  }
}

/** Throws `conflict` unless all rows are as the act left them, and its texts are there. Call before its replay. */
export function refuseUnfitting(db: Database, act: ReplayedAct): void {
  const wrong = wrongRow(db, act);
  if (wrong) throw refusal(act, touchedBy(db, act, wrong));
  refuseOtherText(db, act);
}

/** Throws `conflict` where what was replayed breaks a rule that no key of the file keeps, or takes the ground from later work. Call after its replay. */
export function refuseUnsound(db: Database, act: ReplayedAct): void {
  const row = unsoundRow(db, act) ?? laterOnGoneGround(db, act);
  if (row) throw refusal(act, touchedBy(db, act, row));
}

function isConstraint(error: unknown, kind: 'FOREIGNKEY' | 'UNIQUE'): boolean {
  return error instanceof SqliteError && error.code === `SQLITE_CONSTRAINT_${kind}`;
}

/**
 * Runs the transaction that replays an act. Where keys do not allow it, says whose act is in the way: for references the
 * transaction runs once more, because who refers to what is gone can be seen only behind the replay.
 */
export function withoutObstacle<T>(db: Database, act: ReplayedAct, run: (look: () => void) => T): T {
  try {
    return run(() => undefined);
  } catch (error) {
    if (isConstraint(error, 'UNIQUE')) {
      const row = uniqueObstacle(db, act);
      throw refusal(act, row && touchedBy(db, act, row));
    }
    if (!isConstraint(error, 'FOREIGNKEY')) throw error;
  }
  return run(() => {
    const row = foreignObstacle(db, act);
    throw refusal(act, row && touchedBy(db, act, row));
  });
}
