// The least that an import has to do: read every file of a folder, decode it, hash it, insert it, in one transaction.
// node bench/baselines/import.mjs FOLDER DATABASE
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const [folder, path] = process.argv.slice(2);
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(
  'CREATE TABLE text (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 BLOB NOT NULL UNIQUE, content TEXT NOT NULL) STRICT',
);
const insert = db.prepare('INSERT INTO text (name, sha256, content) VALUES (?, ?, ?)');
const decoder = new globalThis.TextDecoder('utf-8', { fatal: true });
db.transaction(() => {
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    const content = decoder.decode(bytes);
    insert.run(name, createHash('sha256').update(bytes).digest(), content);
  }
})();
db.pragma('wal_checkpoint(TRUNCATE)');
db.close();
