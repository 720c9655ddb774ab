import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, openStore } from './database.ts';
import { openReader } from './openReader.ts';
import { inspectCopy } from './backup/check.ts';
import { newId } from './ids.ts';
import { record } from './journal.ts';
import { migrations } from './migrations/all.ts';
import { insertProject } from './rows/project.ts';
import { fileOfVersion } from './testOldFile.ts';
import { verifyProject } from './verifyProject.ts';

let folder: string;
const path = (): string => join(folder, 'P.galley');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-strange-'));
  const store = createStore(path());
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    insertProject(store.db, { id: newId(), name: 'P' }, 1);
    return { label: 'Begin', output: null };
  });
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function byHand(sql: string): void {
  const db = new SqliteDatabase(path());
  db.exec(sql);
  db.close();
}

const context = { progress: () => undefined, checkpoint: () => undefined };

const trigger = `CREATE TRIGGER mine AFTER INSERT ON code BEGIN UPDATE code SET definition = 'x'; END;`;
const filler = 'CREATE TABLE filler (b); INSERT INTO filler VALUES (zeroblob(9000000));';

describe('What somebody put into a project’s file by hand', () => {
  it.each([
    ['a trigger', 'mine', trigger],
    ['an index', 'mine', 'CREATE INDEX mine ON code (definition)'],
    ['a view', 'mine', 'CREATE VIEW mine AS SELECT * FROM code'],
    ['a table', 'mine', 'CREATE TABLE mine (a)'],
  ])('is told by verify: %s', (kind, name, sql) => {
    byHand(sql);
    const db = openReader(path());
    const problems = verifyProject(db, context).filter((problem) => problem.kind === 'file');
    db.close();
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(`${kind} “${name}”`)]);
  });

  it.each([
    ['a trigger', '', trigger],
    ['a trigger', filler, trigger],
    ['an index', '', 'CREATE UNIQUE INDEX mine ON code (length(definition))'],
    ['an index', '', 'CREATE INDEX mine ON code (json(definition))'],
    ['an index', filler, `CREATE INDEX mine ON code (name) WHERE definition = ''`],
    ['a table', '', 'CREATE TABLE mine (code REFERENCES code (id))'],
  ])('keeps the project from being written where it has a say in that: %s', (kind, more, sql) => {
    byHand(more + sql);
    const said = expect.stringContaining(`${kind} “mine”`) as string;
    const store = openStore(path());
    expect([store.readOnly, store.readOnlyReason]).toEqual([true, said]);
    const problem = verifyProject(store.db, context).find(({ message }) => message.includes('“mine”'));
    expect(problem?.message).toContain('keep them from being written');
    store.close();
    expect(inspectCopy(path(), { thorough: true }).problem).toEqual(said);
  });

  it('is no reason not to write where it changes nothing by itself', () => {
    byHand(
      `${filler} CREATE INDEX mine ON code (definition); CREATE VIEW seen AS SELECT * FROM code; CREATE UNIQUE INDEX own ON filler (b)`,
    );
    const store = openStore(path());
    expect(store.readOnly).toBe(false);
    store.close();
  });

  it('is not what SQLite keeps for itself', () => {
    byHand('ANALYZE');
    const db = openReader(path());
    expect(verifyProject(db, context)).toEqual([]);
    db.close();
  });

  it('is not run when an older file is brought up to date', () => {
    const old = join(folder, 'old.galley');
    fileOfVersion(1, old, (db) => void db.exec('CREATE TRIGGER mine AFTER INSERT ON code BEGIN SELECT 1; END'));
    const size = statSync(old).size;
    expect(() => openStore(old)).toThrow(/a trigger “mine”/u);
    expect(statSync(old).size).toBe(size);
  });

  it.each(migrations.map(({ version }) => version))(
    'is nothing in a file of version %d as Galley made it',
    (version) => {
      const old = join(folder, 'old.galley');
      fileOfVersion(version, old, () => undefined);
      const store = openStore(old);
      expect(store.readOnly).toBe(false);
      store.close();
      const db = openReader(old);
      expect(verifyProject(db, context).filter(({ kind }) => kind === 'file')).toEqual([]);
      db.close();
    },
  );
});
