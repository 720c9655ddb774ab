import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { insertCode } from './rows/code.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-watch-'));
  store = createStore(join(folder, 'news.galley'));
});
afterEach(() => {
  store.abandon();
  rmSync(folder, { recursive: true, force: true });
});

function act(name: string): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    const empty = { definition: '', include: '', exclude: '', key: null, archived: false, exclusiveSet: null } as const;
    insertCode(store.db, { id: newId(), parent: null, name, hue: 1, pattern: 'plain', position: 0, ...empty }, 1);
    return { label: name, output: null };
  });
}

describe('the watch over the log', () => {
  it('is not alarmed when the program itself empties it, between acts or before a shorter one', () => {
    act('One');
    act('Two');
    expect(store.fault()).toBeNull();
    const before = statSync(`${store.path}-wal`).size;
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    expect(store.fault()).toBeNull();
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    act('Three');
    expect(statSync(`${store.path}-wal`).size).toBeLessThan(before);
    expect(store.fault()).toBeNull();
  });

  it.each([0, 32, 5000])('sees when another cuts it to %i bytes', (bytes) => {
    act('One');
    expect(store.fault()).toBeNull();
    truncateSync(`${store.path}-wal`, bytes);
    expect(store.fault()).toBe('log');
  });
});
