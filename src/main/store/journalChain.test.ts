import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore, openStore } from './database.ts';
import type { Store } from './database.ts';
import { newId } from './ids.ts';
import { record, replay } from './journal.ts';
import { insertCoder } from './rows/coder.ts';
import { insertProject, renameProject } from './rows/project.ts';

let folder: string;
let store: Store;
const path = (): string => join(folder, 'P.galley');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-chain-'));
  store = createStore(path());
});
afterEach(() => {
  if (store.db.open) store.close();
  rmSync(folder, { recursive: true });
});

function act(label: string, write: () => void): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    write();
    return { label, output: null };
  });
}

const coders = (count: number) => () => {
  for (let number = 0; number < count; number++)
    insertCoder(store.db, { id: newId(), name: `C${number}`, kind: 'person' }, 1);
};

/** Two acts with an undo and a redo between them, and one of many changes. */
function work(): void {
  act('Make “Ü 👩‍🚒”', () => insertProject(store.db, { id: newId(), name: 'Ü 👩‍🚒' }, 1));
  act('Rename', () => renameProject(store.db, 'B'));
  replay(store.db, 'undo', null, 2);
  replay(store.db, 'redo', null, 3);
  act('Many', coders(1203));
}

type Row = Record<string, string | number | Buffer | null>;
const rows = (db: Database, sql: string): Row[] => db.prepare<[], Row>(sql).all();
const hashes = (db: Database): unknown[] =>
  rows(db, 'SELECT hash FROM journal_entry ORDER BY seq').map(({ hash }) => hash);

/** The chain as its description says it, made without SQL. */
function chainByHand(db: Database): unknown[] {
  const framed = (value: Row[string] | undefined): string => {
    if (value === null || value === undefined) return '-';
    const text = value instanceof Buffer ? value.toString('hex').toUpperCase() : String(value);
    return `${Buffer.byteLength(text)}:${text}`;
  };
  const line = (row: Row, names: string): string =>
    names
      .split(' ')
      .map((name) => framed(row[name]))
      .join('');
  let previous = Buffer.alloc(32);
  return rows(db, 'SELECT * FROM journal_entry ORDER BY seq').map((entry) => {
    const own = rows(db, 'SELECT * FROM journal_change ORDER BY id').filter(
      ({ id }) =>
        entry['kind'] === 'command' &&
        Number(id) >= Number(entry['first_change']) &&
        Number(id) <= Number(entry['last_change']),
    );
    const said = line(entry, 'seq kind method label coder at target first_change last_change');
    const changes = own.map((row) => line(row, 'id record pk before after')).join('');
    previous = createHash('sha256').update(previous).update(said).update(changes).digest();
    return previous;
  });
}

describe('The chain of the journal', () => {
  test('has a hash for each entry, over the one before it, what it says and its changes', () => {
    work();
    expect(hashes(store.db)).toEqual(chainByHand(store.db));
  });

  test('is the same for a project that comes from before there was one, and its growth is told', () => {
    work();
    const wanted = hashes(store.db);
    store.close();
    const db = new SqliteDatabase(path());
    db.exec(`DROP INDEX document_by_name;
             DROP INDEX journal_entry_done_by;
             DROP INDEX journal_entry_undone_by;
             DROP INDEX journal_entry_correction;
             DROP INDEX journal_entry_target;
             ALTER TABLE journal_entry DROP COLUMN hash;`);
    db.pragma('user_version = 6');
    db.close();
    const told: number[][] = [];
    store = openStore(path(), { progress: (done, total) => told.push([done, total]) });
    expect(hashes(store.db)).toEqual(wanted);
    expect(told).toEqual([[5, 5]]);
    act('Go on', coders(1));
    expect(hashes(store.db)).toEqual(chainByHand(store.db));
  });

  const damages = {
    'an image before': `UPDATE journal_change SET before = replace(before, 'Ü', 'Ö') WHERE id = 2`,
    'an image after': `UPDATE journal_change SET after = replace(after, '"B"', '"C"') WHERE id = 2`,
    'the record that it is about': `UPDATE journal_change SET pk = zeroblob(16) WHERE id = 2`,
    'its label': `UPDATE journal_entry SET label = 'Remane' WHERE seq = 2`,
    'its span of changes': `UPDATE journal_entry SET first_change = 1 WHERE seq = 2`,
    'its hash': `UPDATE journal_entry SET hash = zeroblob(32) WHERE seq = 2`,
    'a hash that is not there': `UPDATE journal_entry SET hash = NULL WHERE seq = 2`,
  };
  for (const [what, sql] of Object.entries(damages)) {
    test(`lets nothing come back by undo or redo of an act whose record is damaged: ${what}`, () => {
      act('Make', () => insertProject(store.db, { id: newId(), name: 'Ü' }, 1));
      act('Rename', () => renameProject(store.db, 'B'));
      store.db.exec(sql);
      const before = rows(store.db, 'SELECT name FROM project');
      expect(() => replay(store.db, 'undo', null, 2)).toThrow(
        expect.objectContaining({ code: 'file-damaged' }) as Error,
      );
      expect(rows(store.db, 'SELECT name FROM project')).toEqual(before);
      expect(rows(store.db, `SELECT 1 FROM journal_entry WHERE kind = 'undo'`)).toEqual([]);
    });
  }

  test('lets an act that was taken back not be brought back in another form', () => {
    act('Make', () => insertProject(store.db, { id: newId(), name: 'A' }, 1));
    act('Rename', () => renameProject(store.db, 'B'));
    replay(store.db, 'undo', null, 2);
    store.db.exec(`UPDATE journal_change SET after = replace(after, '"B"', '"C"') WHERE id = 2`);
    expect(() => replay(store.db, 'redo', null, 3)).toThrow(/damaged/u);
    expect(rows(store.db, 'SELECT name FROM project')).toEqual([{ name: 'A' }]);
  });
});
