import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../shared/stats/random.ts';
import { createStore, openStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { historyState, record, replay, rowChanges } from './journal.ts';
import { journaledTables } from './rowChange.ts';
import { insertCoder } from './rows/coder.ts';
import { hashText, storeContent } from './rows/content.ts';
import { createTallies } from './tallies.ts';
import { actor, attempt } from './testActor.ts';
import { playHistory } from './testHistory.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-journal-'));
  store = createStore(join(folder, 'P.galley'));
});

afterEach(() => {
  if (store.db.open) store.close();
  rmSync(folder, { recursive: true });
});

const head = (at: number) => ({ kind: 'command' as const, method: 'test', coder: null, at });

describe('The journal', () => {
  const touched = new Set<string>();
  const runs = [
    { seed: 1, setsFrom: 1 },
    { seed: 1, setsFrom: 1e9 },
    { seed: 2, setsFrom: 1 },
    { seed: 20_261, setsFrom: 1 },
    { seed: 525_848, setsFrom: 1 },
    { seed: Number(process.env.GALLEY_SEED), setsFrom: 1 },
  ];
  for (const { seed, setsFrom } of runs) {
    const way = setsFrom === 1 ? 'in sets' : 'row by row';
    test(`takes back and brings back any history exactly, ${way} (seed ${seed})`, { timeout: 120_000 }, () => {
      const path = join(folder, 'history.galley');
      const figures = playHistory({ path, seed, steps: 700, setsFrom });
      expect(figures.wrong).toEqual([]);
      expect(figures.acts).toBeGreaterThanOrEqual(200);
      for (const table of figures.touched) touched.add(table);
    });
  }

  test('has been tried on every table by these histories', () => {
    expect([...touched].sort()).toEqual([...journaledTables].sort());
  });

  test('keeps an entry for what was undone and then overtaken, and redo is over', () => {
    const act = (name: string) =>
      record(store.db, head(1), () => {
        insertCoder(store.db, { id: newId(), name, kind: 'person' }, 1);
        return { label: `Add ${name}`, output: null };
      });
    act('Ada');
    act('Ben');
    replay(store.db, 'undo', null, 2);
    expect(historyState(store.db, null)).toMatchObject({ undo: { label: 'Add Ada' }, redo: { label: 'Add Ben' } });
    act('Cyd');
    expect(historyState(store.db, null)).toMatchObject({ undo: { label: 'Add Cyd' }, redo: null });
    expect(() => replay(store.db, 'redo', null, 3)).toThrow('nothing to redo');
    const log = store.db.prepare('SELECT kind, label, state FROM journal_entry ORDER BY seq').all();
    expect(log).toEqual([
      { kind: 'command', label: 'Add Ada', state: 'done' },
      { kind: 'command', label: 'Add Ben', state: 'abandoned' },
      { kind: 'undo', label: 'Add Ben', state: 'done' },
      { kind: 'command', label: 'Add Cyd', state: 'done' },
    ]);
  });

  test('leaves no entry for an act that changes nothing, and none for one that fails half-way', () => {
    record(store.db, head(1), () => ({ label: 'Nothing', output: null }));
    expect(() =>
      record(store.db, head(1), () => {
        insertCoder(store.db, { id: newId(), name: 'Ada', kind: 'person' }, 1);
        throw new Error('half-way');
      }),
    ).toThrow('half-way');
    expect(historyState(store.db, null).undo).toBeNull();
    expect(store.db.prepare('SELECT count(*) AS n FROM coder').get()).toEqual({ n: 0 });
  });

  test('refuses a write outside a command, and any change of a stored text', () => {
    expect(() => insertCoder(store.db, { id: newId(), name: 'Ada', kind: 'person' }, 1)).toThrow(
      'write outside a command',
    );
    const content = 'frozen';
    storeContent(store.db, [
      {
        text: { content, sha256: hashText(content), codePoints: 6 },
        original: { sha256: hashText(content), size: 6, packing: 'text', bytes: null },
      },
    ]);
    expect(() => store.db.prepare(`UPDATE text SET content = 'thawed'`).run()).toThrow('never change');
  });

  test('keeps numbers of annotations in step with the rows', () => {
    const random = seededRandom(7);
    const tallies = createTallies(store.db);
    tallies.codes();
    const act = actor(store.db, random);
    let last = 0;
    const follow = (): void => {
      const rows = store.db
        .prepare(
          'SELECT first_change AS first, last_change AS last, kind FROM journal_entry WHERE seq > ? ORDER BY seq',
        )
        .all(last) as { first: number; last: number; kind: string }[];
      for (const row of rows) tallies.apply(rowChanges(store.db, row.first, row.last, 999), row.kind !== 'undo');
      last = (store.db.prepare('SELECT max(seq) AS seq FROM journal_entry').get() as { seq: number | null }).seq ?? 0;
    };
    let most = 0;
    for (let step = 0; step < 500; step++) {
      attempt(act);
      if (random() < 0.3 && historyState(store.db, null).undo) replay(store.db, 'undo', null, 1);
      if (random() < 0.2 && historyState(store.db, null).redo) replay(store.db, 'redo', null, 1);
      follow();
      most = Math.max(most, tallies.documents().size);
    }
    const fresh = createTallies(store.db);
    expect([...tallies.codes()].sort()).toEqual([...fresh.codes()].sort());
    expect([...tallies.documents()].sort()).toEqual([...fresh.documents()].sort());
    expect([...tallies.agreed.codes()].sort()).toEqual([...fresh.agreed.codes()].sort());
    expect([...tallies.agreed.documents()].sort()).toEqual([...fresh.agreed.documents()].sort());
    expect(most).toBeGreaterThan(0);
  });

  test('a closed project is one file, an open one is not opened for writing twice', () => {
    const second = openStore(store.path);
    expect(second.readOnly).toBe(true);
    expect(second.readOnlyReason).toContain('Another Galley');
    second.close();
    store.close();
    expect(readdirSync(folder)).toEqual(['P.galley']);
    const again = openStore(store.path);
    expect(again.readOnly).toBe(false);
    again.close();
  });
});
