/**
 * The least that taking in lines of codings or answers needs: each document looked up by its name, each row written with
 * its image in the journal, in the order of the file and in one transaction. Nothing is held against texts, rules or what is
 * there already, and no hash is made over the entry. Arguments: `codings` or `answers`, project, file.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

const [kind = '', project = '', path = ''] = process.argv.slice(2);
const db = new SqliteDatabase(project);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');
db.pragma('cache_size = -64000');
db.pragma('wal_autocheckpoint = 8000');

const byName = db.prepare<[string], Buffer>('SELECT id FROM document WHERE name = ?').pluck();
const codes = new Map(db.prepare<[], [string, Buffer]>('SELECT name, id FROM code').raw().all());
const variables = new Map(db.prepare<[], [string, Buffer]>('SELECT name, id FROM variable').raw().all());
const coder = db.prepare<[], Buffer>('SELECT id FROM coder').pluck().get();
const hexadecimal = (columns: string): string =>
  columns.replaceAll(/\b(id|document|annotation|code|coder|variable|quote_hash)\b/gu, "'$1', hex($1)");
const plain = (columns: string): string => columns.replaceAll(/\w+/gu, "'$&', $&");

/** Writes a row and its image. */
function writer(table: string, bytes: string, others: string): (values: Record<string, unknown>) => void {
  const columns = `${bytes}, ${others}`;
  const insert = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replaceAll(/\w+/gu, '@$&')})`);
  const journal = db.prepare(
    `INSERT INTO journal_change (record, pk, before, after)
     SELECT '${table}', id, NULL, json_object(${hexadecimal(bytes)}, ${plain(others)}) FROM ${table} WHERE rowid = ?`,
  );
  return (values) => void journal.run(insert.run(values).lastInsertRowid);
}

const writeCoding = writer(
  'annotation',
  'id, document, code, coder, quote_hash',
  'start, end, memo, created, modified, version',
);
const writeAnswer = writer(
  'answer',
  'id, document, variable, coder',
  'state, value, evidence, version, created, modified',
);
const writeProgress = writer('progress', 'id, document, coder', 'status, reason, version, created, modified');

type Coding = { document: string; start: number; end: number; code: string; quote: string };
const stamps = { coder, version: 0, created: 0, modified: 0 };
const lines = readFileSync(path, 'utf8').split(/\r?\n/u).filter(Boolean);

db.transaction(() => {
  for (const line of kind === 'codings' ? lines : lines.slice(1)) {
    const [name = '', variable = '', value = ''] = kind === 'codings' ? [] : line.split(',');
    const coding = kind === 'codings' ? (JSON.parse(line) as Coding) : null; // as lib/linesProject.ts writes them
    const document = byName.get(coding?.document ?? name);
    const row = { id: randomBytes(16), document, ...stamps };
    if (coding) {
      const hash = createHash('sha256').update(coding.quote).digest().subarray(0, 16);
      const { start, end } = coding;
      writeCoding({ ...row, code: codes.get(coding.code), quote_hash: hash, start, end, memo: '' });
    } else {
      writeAnswer({ ...row, variable: variables.get(variable), state: 'given', value, evidence: '[]' });
    }
    writeProgress({ ...row, id: randomBytes(16), status: 'working', reason: '' });
  }
})();
db.pragma('journal_mode = DELETE');
db.close();
