import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { newId } from './ids.ts';
import { installJournal } from './journal.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { insertCoder } from './rows/coder.ts';
import { insertProject } from './rows/project.ts';

/** The file version before the journal had a chain, and before each task had a staging of its own. */
export const oldVersion = 5;

/** Makes a project file as a program of that file version left it, with what `fill` puts into it. For tests. */
export function fileOfVersion(version: number, path: string, fill: (db: Database) => void): void {
  const db = new SqliteDatabase(path);
  db.pragma('foreign_keys = ON');
  migrate(
    db,
    path,
    migrations.filter((migration) => migration.version <= version),
  );
  fill(db);
  db.close();
}

/** Makes a project file of `oldVersion`, with so many acts. For tests. */
export function makeOldFile(path: string, acts: number): void {
  fileOfVersion(oldVersion, path, (db) => writeActs(db, acts));
}

function writeActs(db: Database, acts: number): void {
  installJournal(db);
  const entry = db.prepare<[string, number, number]>(
    `INSERT INTO journal_entry (kind, method, label, coder, at, target, state, first_change, last_change)
     VALUES ('command', 'test', ?, NULL, 1, NULL, 'done', ?, ?)`,
  );
  const change = db.prepare<[], { id: number }>('SELECT max(id) AS id FROM journal_change');
  db.transaction(() => {
    db.exec(`UPDATE journal_mode SET mode = 'record'`);
    for (let number = 0; number < acts; number++) {
      if (number === 0) insertProject(db, { id: newId(), name: 'Old' }, 1);
      else insertCoder(db, { id: newId(), name: `Coder ${number}`, kind: 'person' }, 1);
      const id = change.get()?.id ?? 0;
      entry.run(`Act ${number}`, id, id);
    }
  })();
}
