import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore, openStore } from './database.ts';
import { newId, idToBytes } from './ids.ts';
import { installJournal, replay } from './journal.ts';
import { lockProject } from './lock.ts';
import { fileVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { insertCoder } from './rows/coder.ts';
import { hashText } from './rows/content.ts';
import { listRounds } from './rows/round.ts';
import { openStaging } from './rows/staging.ts';
import { fileOfVersion } from './testOldFile.ts';
import { shapeOf } from './verifyShape.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every table and index with its columns. */
function shape(db: Database): unknown {
  const columns = `(SELECT json_group_array(json_array(name, type, "notnull", dflt_value)) FROM pragma_table_info(schema.name))`;
  return db
    .prepare(`SELECT type, name, tbl_name, ${columns} AS columns FROM sqlite_schema AS schema ORDER BY name`)
    .all();
}

test('A file of any earlier version is copied aside and becomes what a new file is', () => {
  const fresh = createStore(join(folder, 'new.galley'));
  const wanted = shape(fresh.db);
  fresh.close();
  for (const { version } of migrations.slice(0, -1)) {
    const path = join(folder, `P${version}.galley`);
    fileOfVersion(version, path, () => undefined);
    const store = openStore(path);
    expect(fileVersion(store.db)).toBe(migrations.at(-1)?.version);
    expect(shape(store.db)).toEqual(wanted);
    store.close();
    expect(existsSync(join(folder, `P${version} (version ${version}).galley`))).toBe(true);
  }
});

test('What a migration says of the shape that it makes is so, and the newest one says it', () => {
  const db = new SqliteDatabase(':memory:');
  const made = migrations.map((step) => {
    db.exec(step.sql);
    return { version: step.version, shape: shapeOf(db) };
  });
  db.close();
  const told = migrations.map(({ version, shape }) => ({ version, shape }));
  expect(told.at(-1)).toEqual(made.at(-1));
  for (const one of told) if (one.shape !== undefined) expect(made).toContainEqual(one);
});

test('A file that cannot be written is read as it is where nothing but its number is older, and refused where more is', () => {
  const readable = migrations.findLast(({ sql, run }) => sql !== '' || run !== undefined)?.version ?? 0;
  for (const version of [readable - 1, readable]) {
    const path = join(folder, `P${version}.galley`);
    fileOfVersion(version, path, () => undefined);
    const before = readFileSync(path);
    const lock = lockProject(path);
    if ('reason' in lock) throw new Error('the file is in other hands');
    if (version < readable) expect(() => openStore(path)).toThrow(/older Galley and must be brought up to date/u);
    else {
      const store = openStore(path);
      expect([store.readOnly, fileVersion(store.db)]).toEqual([true, version]);
      expect(listRounds(store.db)).toEqual([]);
      store.close();
    }
    lock.release();
    expect(readFileSync(path).equals(before)).toBe(true);
  }
});

test('The copy before a migration takes no file’s place', () => {
  const path = join(folder, 'P.galley');
  writeFileSync(join(folder, 'P (version 1).galley'), 'Something of somebody');
  for (let time = 0; time < 2; time++) {
    rmSync(path, { force: true });
    fileOfVersion(1, path, (db) => void db.exec(`CREATE TABLE mark_${time} (a)`));
    openStore(path).close();
  }
  expect(readdirSync(folder).sort()).toEqual([
    'P (version 1) 2.galley',
    'P (version 1) 3.galley',
    'P (version 1).galley',
    'P.galley',
  ]);
  expect(readFileSync(join(folder, 'P (version 1).galley'), 'utf8')).toBe('Something of somebody');
  for (const number of [2, 3]) {
    const copy = new SqliteDatabase(join(folder, `P (version 1) ${number}.galley`), { readonly: true });
    expect(fileVersion(copy)).toBe(1);
    expect(copy.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'mark%'`).all()).toEqual([
      { name: `mark_${number - 2}` },
    ]);
    copy.close();
  }
});

test('A round from before there were notes has none, also when undo brings it back', () => {
  const path = join(folder, 'P.galley');
  const id = newId();
  fileOfVersion(4, path, (db) => {
    installJournal(db);
    const act = (label: string, write: () => void): void => {
      const last = (): number =>
        (db.prepare('SELECT ifnull(max(id), 0) AS id FROM journal_change').get() as { id: number }).id;
      const first = last() + 1;
      db.exec(`UPDATE journal_mode SET mode = 'record'`);
      write();
      db.prepare(
        `INSERT INTO journal_entry (kind, method, label, coder, at, target, state, first_change, last_change)
         VALUES ('command', 'test', ?, NULL, 1, NULL, 'done', ?, ?)`,
      ).run(label, first, last());
    };
    act('Name a coder', () => insertCoder(db, { id: newId(), name: 'Ada', kind: 'person' }, 1));
    const insert = `INSERT INTO round (id, name, kind, mode, position, created) VALUES (?, 'Pilot', 'main', 'open', 0, 1)`;
    act('Create a round', () => db.prepare(insert).run(idToBytes(id)));
    act('Remove the round', () => db.prepare('DELETE FROM round').run());
  });
  const store = openStore(path);
  expect(listRounds(store.db)).toEqual([]);
  replay(store.db, 'undo', null, 2);
  expect(listRounds(store.db)).toEqual([{ id, name: 'Pilot', kind: 'main', mode: 'open', note: '', position: 0 }]);
  store.close();
});

test.each([1, 2, 3, 4, 5])(
  'What an import left in a file of version %i goes, and what is the project’s stays',
  (version) => {
    const path = join(folder, 'P.galley');
    fileOfVersion(version, path, (db) => {
      const text = db.prepare('INSERT INTO text VALUES (?, ?, ?, ?, ?)');
      const original = db.prepare(`INSERT INTO original VALUES (?, ?, 4, 'text', ?, NULL)`);
      ['kept', 'undone', 'left'].forEach((content, at) => {
        const sha256 = hashText(content);
        text.run(at + 1, sha256, content, content.length, content.length);
        original.run(at + 1, sha256, at + 1);
      });
      const [origin, document] = [idToBytes(newId()), idToBytes(newId())];
      db.prepare(`INSERT INTO import VALUES (?, NULL, 'test', '{}', 1)`).run(origin);
      db.prepare(
        `INSERT INTO document VALUES (?, 'kept', 0, 1, 1, ?, 'kept.txt', 'text', 1, 'utf-8', 'bom', 'lf', '[]', '', 'ltr', 1)`,
      ).run(document, origin);
      // An import that was taken back and can be brought back, and one that was killed.
      db.prepare(`INSERT INTO journal_change (record, pk, after) VALUES ('document', ?, ?)`).run(
        idToBytes(newId()),
        JSON.stringify({ text: 2, original: 2 }),
      );
      db.exec('INSERT INTO staging VALUES (1, 2, 2)');
    });
    const { db, close } = openStore(path);
    const contents = db.prepare('SELECT content FROM text ORDER BY id').all() as { content: string }[];
    expect(contents.map(({ content }) => content)).toEqual(['kept', 'undone']);
    expect(db.prepare('SELECT count(*) AS n FROM original').get()).toEqual({ n: 2 });
    const [next] = openStaging(db).add([
      {
        text: { content: 'new', sha256: hashText('new'), codePoints: 3 },
        original: { sha256: hashText('new'), size: 3, packing: 'text', bytes: null },
      },
    ]);
    expect(next).toEqual({ text: 4, original: 4 });
    close();
  },
);
