import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore, openStore } from './database.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { lostCommits } from './logDamage.ts';
import { insertCoder } from './rows/coder.ts';
import { insertProject } from './rows/project.ts';

/** A frame of the log: its head and a page. */
const frame = 24 + 4096;
const acts = 30;

let folder: string;
let log: Buffer;
const killed = (): string => join(folder, 'killed.galley');
const path = (): string => join(folder, 'again', 'P.galley');

/** A project as a program leaves it that is killed after thirty acts. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-log-'));
  mkdirSync(join(folder, 'again'));
  const store = createStore(join(folder, 'P.galley'));
  const act = (label: string, write: () => void): void =>
    void record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
      write();
      return { label, output: null };
    });
  act('Make', () => insertProject(store.db, { id: newId(), name: 'P' }, 1));
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  for (let number = 0; number < acts; number++) {
    act(`Act ${number}`, () => insertCoder(store.db, { id: newId(), name: `C${number}`, kind: 'person' }, 1));
  }
  copyFileSync(join(folder, 'P.galley'), killed());
  log = readFileSync(join(folder, 'P.galley-wal'));
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(bytes: Uint8Array): void {
  copyFileSync(killed(), path());
  writeFileSync(`${path()}-wal`, bytes);
}

function flipped(offset: number): Buffer {
  const bytes = Buffer.from(log);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x20;
  return bytes;
}

const frames = (): number => Math.floor((log.length - 32) / frame);

describe('A log that a killed program left', () => {
  test('is not taken for damaged wherever it was cut off, or with a last frame that was half-way written', () => {
    for (let length = 0; length <= log.length; length += 4001) {
      put(log.subarray(0, length));
      expect([length, lostCommits(path())]).toEqual([length, 0]);
    }
    const torn = Buffer.from(log);
    torn.fill(0, log.length - 2000);
    put(torn);
    expect(lostCommits(path())).toBe(0);
  });

  test('is not taken for damaged where an earlier log of the same file goes on behind its end', () => {
    const older = Buffer.from(log);
    for (let index = 0; index < frames(); index++) older.writeUInt32BE(7, 32 + index * frame + 8);
    const half = 32 + Math.floor(frames() / 2) * frame;
    put(Buffer.concat([log.subarray(0, half), older.subarray(half)]));
    expect(lostCommits(path())).toBe(0);
  });

  const places = {
    'a page': 32 + 2 * frame + 24 + 100,
    'the salts of a frame': 32 + 2 * frame + 9,
    'the checksum of a frame': 32 + 2 * frame + 17,
    'a page number': 32 + 2 * frame + 3,
    'the magic number': 1,
    'the size of a page': 10,
    'the salts of the log': 17,
    'the checksum of its head': 25,
  };
  for (const [what, offset] of Object.entries(places)) {
    test(`is seen to be damaged in ${what}: nothing is lost in silence`, () => {
      put(flipped(offset));
      expect(lostCommits(path())).toBeGreaterThan(20);
    });
  }

  test('is seen to be damaged where an empty sector lies over the border of two frames', () => {
    const bytes = Buffer.from(log);
    const border = 32 + 3 * frame;
    bytes.fill(0, border - 256, border + 256);
    put(bytes);
    expect(lostCommits(path())).toBeGreaterThan(20);
  });

  test('that is damaged is taken in as far as it can be read, with all of it kept aside and told', () => {
    const bytes = flipped(32 + Math.floor(frames() / 2) * frame + 200);
    put(bytes);
    const store = openStore(path());
    const here = store.db.prepare('SELECT label FROM journal_entry ORDER BY seq DESC').pluck().all();
    expect(store.readOnly).toBe(true);
    expect(here.length).toBeGreaterThan(5);
    expect(store.readOnlyReason).toContain(`“${String(here[0])}”`);
    expect(store.readOnlyReason).toMatch(/is damaged.* \d+ later changes cannot be read.*restore a backup/u);
    expect(store.condition.notice()).toBe(store.readOnlyReason);
    store.close();
    expect(readFileSync(join(folder, 'again', 'P (damaged log).wal')).equals(bytes)).toBe(true);
    expect(readFileSync(join(folder, 'again', 'P (damaged log).galley')).equals(readFileSync(killed()))).toBe(true);

    const again = openStore(path());
    expect([
      again.readOnly,
      again.db.prepare('SELECT label FROM journal_entry ORDER BY seq DESC').pluck().all(),
    ]).toEqual([false, here]);
    again.close();
    expect(readdirSync(join(folder, 'again')).sort()).toEqual([
      'P (damaged log).galley',
      'P (damaged log).wal',
      'P.galley',
    ]);
  });

  test('that is whole has every act', () => {
    put(log);
    const store = openStore(path());
    expect([store.readOnly, store.db.prepare('SELECT count(*) FROM coder').pluck().get()]).toEqual([false, acts]);
    store.close();
  });
});
