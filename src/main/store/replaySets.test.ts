import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { record, replay } from './journal.ts';
import { insertRound, updateRound } from './rows/round.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-replay-'));
  store = createStore(join(folder, 'P.galley'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const round = (name: string, position: number) => ({
  id: newId(),
  name,
  kind: 'main' as const,
  mode: 'blind' as const,
  note: '',
  position,
});

function act(label: string, write: () => void): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    write();
    return { label, output: null };
  });
}

function rows(): unknown[] {
  return store.db.prepare('SELECT * FROM round ORDER BY id').all();
}

test('rows that trade a unique name trade it back, and again', () => {
  const all = Array.from({ length: 300 }, (_, index) => round(`Round ${index}`, index));
  act('Make rounds', () => all.forEach((one) => insertRound(store.db, one, 1)));
  const before = rows();
  act('Turn the names round', () => {
    all.forEach((one) => updateRound(store.db, { ...one, name: `between ${one.position}` }));
    all.forEach((one) => updateRound(store.db, { ...one, name: `Round ${299 - one.position}` }));
  });
  const after = rows();
  expect(after).not.toEqual(before);
  replay(store.db, 'undo', null, 2);
  expect(rows()).toEqual(before);
  replay(store.db, 'redo', null, 2);
  expect(rows()).toEqual(after);
});

test('a text comes back with every character it had', () => {
  const names = ['nul \u0000 inside', 'quotes " and \\ and \\u0000', 'line\nend', 'emoji 👩‍👩‍👧', 'حين'];
  const all = Array.from({ length: 250 }, (_, index) => round(`${names[index % 5] ?? ''} ${index}`, index));
  act('Make rounds', () => all.forEach((one) => insertRound(store.db, one, 1)));
  const before = rows();
  act('Change all', () => all.forEach((one) => updateRound(store.db, { ...one, name: `Plain ${one.position}` })));
  replay(store.db, 'undo', null, 2);
  expect(rows()).toEqual(before);
  replay(store.db, 'undo', null, 2);
  expect(rows()).toEqual([]);
  replay(store.db, 'redo', null, 2);
  expect(rows()).toEqual(before);
});

test('a row that came and went in one act stays gone', () => {
  const kept = Array.from({ length: 250 }, (_, index) => round(`Kept ${index}`, index));
  const passing = round('Passing', 999);
  act('Make rounds', () => {
    kept.forEach((one) => insertRound(store.db, one, 1));
    insertRound(store.db, passing, 1);
    updateRound(store.db, { ...passing, position: 998 });
    store.db.prepare('DELETE FROM round WHERE name = ?').run('Passing');
  });
  const before = rows();
  replay(store.db, 'undo', null, 2);
  expect(rows()).toEqual([]);
  replay(store.db, 'redo', null, 2);
  expect(rows()).toEqual(before);
});
