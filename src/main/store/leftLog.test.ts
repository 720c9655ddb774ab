import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore, openStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { insertCoder, listCoders } from './rows/coder.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-log-'));
  path = join(folder, 'P.galley');
});
afterEach(() => rmSync(folder, { recursive: true }));

function addCoder(store: Store, name: string): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    insertCoder(store.db, { id: newId(), name, kind: 'person' }, 1);
    return { label: `Add ${name}`, output: null };
  });
}

const names = (store: Store): string[] => listCoders(store.db).map(({ name }) => name);

/** A project with Ada alone, its backup, and what a killed program left of Ben's and Cleo's acts after that. */
function crashedProject(): { backup: string } {
  const first = createStore(path);
  addCoder(first, 'Ada');
  first.close();
  const backup = join(folder, 'backup.galley');
  copyFileSync(path, backup);
  const second = openStore(path);
  addCoder(second, 'Ben');
  addCoder(second, 'Cleo');
  copyFileSync(path, join(folder, 'dead'));
  copyFileSync(`${path}-wal`, join(folder, 'dead-wal'));
  second.close();
  copyFileSync(join(folder, 'dead'), path);
  copyFileSync(join(folder, 'dead-wal'), `${path}-wal`);
  rmSync(join(folder, 'dead'));
  rmSync(join(folder, 'dead-wal'));
  return { backup };
}

describe('A log beside a project file', () => {
  test('that is its own is applied, as after a crash', () => {
    crashedProject();
    const store = openStore(path);
    expect([names(store), store.readOnly]).toEqual([['Ada', 'Ben', 'Cleo'], false]);
    store.close();
  });

  test('of another state is not applied to a backup that was copied over, is kept, and is told', () => {
    const { backup } = crashedProject();
    const log = readFileSync(`${path}-wal`);
    copyFileSync(backup, path);
    const store = openStore(path);
    expect([names(store), store.readOnly]).toEqual([['Ada'], true]);
    expect(store.readOnlyReason).toMatch(/P \(left log\)\.wal/u);
    store.close();
    expect(readFileSync(join(folder, 'P (left log).wal')).equals(log)).toBe(true);
    expect(readFileSync(path).equals(readFileSync(backup))).toBe(true);

    const again = openStore(path);
    expect([names(again), again.readOnly]).toEqual([['Ada'], false]);
    again.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  test('is set aside under a new name each time', () => {
    for (let time = 1; time <= 2; time++) {
      if (time === 2) rmSync(path);
      const { backup } = crashedProject();
      copyFileSync(backup, path);
      openStore(path).close();
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.wal'))).toEqual([
      'P (left log 2).wal',
      'P (left log).wal',
    ]);
  });
});
