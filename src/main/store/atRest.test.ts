import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
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
  folder = mkdtempSync(join(tmpdir(), 'galley-rest-'));
  path = join(folder, 'P.galley');
  const store = createStore(path);
  addCoder(store, 'Ada');
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function addCoder(store: Store, name: string): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    insertCoder(store.db, { id: newId(), name, kind: 'person' }, 1);
    return { label: `Add ${name}`, output: null };
  });
}

const names = (store: Store): string[] => listCoders(store.db).map(({ name }) => name);
const openToRead = (): Store => openStore(path, { openedFor: 'reading' });

describe('A project that is opened to be read', () => {
  test('is left as it is, byte for byte and with its time, and alone in its folder', () => {
    utimesSync(path, 1_000_000, 1_000_000);
    const before = readFileSync(path);
    const store = openToRead();
    expect(names(store)).toEqual(['Ada']);
    expect(readdirSync(folder).filter((name) => !name.endsWith('-lock'))).toEqual(['P.galley']);
    store.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(statSync(path).mtimeMs).toBe(1_000_000_000);
    expect(readdirSync(folder)).toEqual(['P.galley']);
  });

  test('takes no act, and lets nobody else write meanwhile', () => {
    const store = openToRead();
    expect(() => addCoder(store, 'Ben')).toThrow();
    expect(store).toMatchObject({ readOnly: true, readOnlyReason: 'It was opened to be read.' });
    const other = openStore(path);
    expect(other.readOnly).toBe(true);
    other.close();
    store.close();
    const after = openStore(path);
    expect(after.readOnly).toBe(false);
    after.close();
  });

  test('has what a killed program left in its log', () => {
    const killed = openStore(path);
    addCoder(killed, 'Ben');
    copyFileSync(path, join(folder, 'dead'));
    copyFileSync(`${path}-wal`, join(folder, 'dead-wal'));
    killed.close();
    copyFileSync(join(folder, 'dead'), path);
    copyFileSync(join(folder, 'dead-wal'), `${path}-wal`);
    const store = openToRead();
    expect(names(store)).toEqual(['Ada', 'Ben']);
    store.close();
  });

  test('of which a page is damaged says so', () => {
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length - 4096 * 3, bytes.length - 4096 * 2);
    writeFileSync(path, bytes);
    const read = openToRead();
    expect(read.condition.soundness()).toBe('damaged');
    const told = read.readOnlyReason;
    read.close();
    const written = openStore(path);
    expect(written.readOnlyReason).toBe(told);
    written.close();
  });
});
