/** Several coders undo and redo in any order: what is in force stays whole, and each takes back only their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { Coder } from '../../shared/model/records.ts';
import { seededRandom } from '../../shared/stats/random.ts';
import { columnsOf, imageOf } from './columns.ts';
import { createStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { historyState, replay } from './journal.ts';
import { journaledTables } from './rowChange.ts';
import { actor, attempt } from './testActor.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-coders-'));
  store = createStore(join(folder, 'P.galley'));
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const coders: (Coder | null)[] = ['Ada', 'Ben', 'Cem'].map((name) => ({ id: newId(), name, kind: 'person' as const }));

/** Rows that are not as the newest act in force that touched them left them. */
function strayRows(db: Database): string[] {
  return journaledTables.flatMap((table) =>
    (
      db
        .prepare(
          `WITH latest AS (
             SELECT pk, max(change.id) AS id FROM journal_change AS change JOIN journal_entry AS entry
             ON change.id BETWEEN first_change AND last_change AND kind = 'command' AND state IN ('done', 'sealed')
             WHERE record = '${table}' GROUP BY pk)
           SELECT hex(ifnull(latest.pk, present.id)) AS id FROM latest
           JOIN journal_change ON journal_change.id = latest.id
           FULL JOIN main."${table}" AS present ON present.id = latest.pk
           WHERE after IS NOT iif(present.id IS NULL, NULL, ${imageOf(columnsOf(db, table), 'present')})`,
        )
        .all() as { id: string }[]
    ).map(({ id }) => `${table} ${id}`),
  );
}

describe('Several coders', () => {
  for (const setsFrom of [1, 1e9]) {
    for (const seed of [3, Number(process.env.GALLEY_SEED)]) {
      const way = setsFrom === 1 ? 'in sets' : 'row by row';
      test(`take back and bring back in any order, ${way} (seed ${seed})`, { timeout: 120_000 }, () => {
        const random = seededRandom(seed);
        const act = actor(store.db, random);
        const counts = { done: 0, refused: 0, passed: 0 };
        for (let step = 0; step < 300; step++) {
          const coder = coders[Math.floor(random() * 3)] ?? null;
          if (random() < 0.55) {
            attempt(() => act(random() < 0.1 ? null : coder));
            continue;
          }
          const direction = random() < 0.6 ? 'undo' : 'redo';
          const next = historyState(store.db, coder?.name ?? null)[direction];
          if (!next) continue;
          expect([coder?.name, null]).toContain(next.coder);
          const newest = store.db
            .prepare(`SELECT coder FROM journal_entry WHERE kind = 'command' AND state = 'done' ORDER BY seq DESC`)
            .get() as { coder: string | null } | undefined;
          try {
            replay(store.db, direction, coder, 1, { setsFrom });
            counts.done++;
            if (direction === 'undo' && newest?.coder !== next.coder) counts.passed++;
          } catch (error) {
            expect(error).toMatchObject({ code: 'conflict' });
            expect(error instanceof AppError && error.details['coder'] !== undefined).toBe(true);
            counts.refused++;
          }
          expect(store.db.pragma('foreign_key_check')).toEqual([]);
          expect(strayRows(store.db)).toEqual([]);
        }
        expect(Math.min(counts.done, counts.refused, counts.passed)).toBeGreaterThan(2);
      });
    }
  }

  test('find their newest act by index, however many acts of others came after it', () => {
    const plan = (where: string): string =>
      (
        store.db.prepare(`EXPLAIN QUERY PLAN SELECT seq, label FROM journal_entry ${where}`).all('Ada') as {
          detail: string;
        }[]
      )
        .map(({ detail }) => detail)
        .join('; ');
    for (const [state, order] of [
      ['done', 'DESC'],
      ['undone', 'ASC'],
    ]) {
      const steps = plan(`WHERE kind = 'command' AND state = '${state}' AND coder IS ? ORDER BY seq ${order} LIMIT 1`);
      expect(steps).toContain(`journal_entry_${state}_by (coder=?)`);
      expect(steps).not.toContain('TEMP B-TREE');
    }
  });
});
