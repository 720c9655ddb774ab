import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { seededRandom } from '../../shared/stats/random.ts';
import { createStore, openStore } from './database.ts';
import type { Store } from './database.ts';
import { replay, rowChanges } from './journal.ts';
import { journaledTables } from './rowChange.ts';
import { prepare } from './statements.ts';
import { actor, attempt } from './testActor.ts';

/** What became of one random history. */
export type HistoryFigures = {
  acts: number;
  replays: number;
  /** Steps after which the project was not as it had been. */
  wrong: string[];
  /** Tables that undo touched. */
  touched: Set<string>;
};

export type History = {
  path: string;
  seed: number;
  steps: number;
  /** From how many rows on acts are taken back in sets. */
  setsFrom: number;
  /** Whether every act waits for the disk, which is another matter than taking it back. */
  isSafe?: boolean;
};

/** Every row of every journaled table, as one hash: two projects in the same state have the same. */
function stateOf(db: Database): string {
  const rows = JSON.stringify(
    journaledTables.map((table) =>
      prepare<Record<string, unknown>>(db, `SELECT * FROM "${table}" ORDER BY id`)
        .all()
        .map((row) =>
          Object.entries(row).map(([name, value]) => [
            name,
            value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
          ]),
        ),
    ),
  );
  return createHash('sha256').update(rows).digest('hex');
}

function lastEntry(db: Database): number {
  return (db.prepare('SELECT ifnull(max(seq), 0) AS seq FROM journal_entry').get() as { seq: number }).seq;
}

/**
 * Does random acts in a new project, takes them back and brings them back in between, closes it and opens it again, and at last
 * goes all the way back and forth. Each state must come back exactly. The closed project stays. For tests.
 */
export function playHistory({ path, seed, steps, setsFrom, isSafe = true }: History): HistoryFigures {
  const random = seededRandom(seed);
  const figures: HistoryFigures = { acts: 0, replays: 0, wrong: [], touched: new Set() };
  const ready = (store: Store): Store => {
    if (!isSafe) store.db.pragma('synchronous = OFF');
    return store;
  };
  let store = ready(createStore(path));
  let act = actor(store.db, random);
  const states = [stateOf(store.db)];
  let at = 0; // index of the state the project should be in
  const turn = (direction: 'undo' | 'redo', where: string): void => {
    const entry = replay(store.db, direction, null, 1, { setsFrom });
    if (direction === 'undo') {
      const changes = rowChanges(store.db, entry.firstChange, entry.lastChange, 99);
      for (const { record } of changes) figures.touched.add(record);
    }
    at += direction === 'undo' ? -1 : 1;
    figures.replays += 1;
    if (stateOf(store.db) !== states[at])
      figures.wrong.push(`${where}: ${direction} of “${entry.label}” (seed ${seed})`);
  };
  for (let step = 0; step < steps; step++) {
    const dice = random();
    if (dice < 0.62) {
      const before = lastEntry(store.db);
      attempt(act);
      if (lastEntry(store.db) !== before) {
        figures.acts += 1;
        states.splice(++at, Infinity, stateOf(store.db));
      }
    } else if (dice < 0.85 && at > 0) turn('undo', `step ${step}`);
    else if (at + 1 < states.length) turn('redo', `step ${step}`);
    if (step % 60 === 59) {
      // Closing and opening again loses nothing of the history.
      store.close();
      store = ready(openStore(path));
      act = actor(store.db, random);
    }
  }
  while (at > 0) turn('undo', 'all the way back');
  while (at + 1 < states.length) turn('redo', 'all the way forth');
  store.close();
  return figures;
}
