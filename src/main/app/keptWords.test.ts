import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actLabel, labelWords } from '../../shared/words/act.ts';
import { say } from '../../shared/words/message.ts';
import { newId } from '../store/ids.ts';
import { installJournal } from '../store/journal.ts';
import { chainEntry } from '../store/journalChain.ts';
import { insertCode } from '../store/rows/code.ts';
import { insertProject } from '../store/rows/project.ts';
import { fileOfVersion } from '../store/testOldFile.ts';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let test_: TestApp;

beforeEach(() => {
  test_ = createTestApp();
});

afterEach(async () => {
  await test_.end();
});

function labelsIn(path: string): string[] {
  const db = new SqliteDatabase(path, { readonly: true });
  const labels = db.prepare<[], string>('SELECT label FROM journal_entry ORDER BY seq').pluck().all();
  db.close();
  return labels;
}

/** A project as version 9 left it, whose labels are sentences. */
function projectOfVersion9(path: string): void {
  fileOfVersion(9, path, (db) => {
    installJournal(db);
    const act = (label: string, state: string, write: () => void): void => {
      const last = (): number =>
        db.prepare<[], number>('SELECT ifnull(max(id), 0) FROM journal_change').pluck().get() ?? 0;
      const first = last() + 1;
      db.exec(`UPDATE journal_mode SET mode = 'record'`);
      write();
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO journal_entry (kind, method, label, coder, at, target, state, first_change, last_change)
           VALUES ('command', 'codes.create', ?, NULL, 1, NULL, ?, ?, ?)`,
        )
        .run(label, state, first, last());
      chainEntry(db, Number(lastInsertRowid));
    };
    act('Create project “Old”', 'sealed', () => insertProject(db, { id: newId(), name: 'Old' }, 1));
    act('Create code “Konflikt”', 'done', () =>
      insertCode(
        db,
        {
          id: newId(),
          parent: null,
          name: 'Konflikt',
          definition: '',
          include: '',
          exclude: '',
          hue: 1,
          pattern: 'plain',
          position: 0,
          key: null,
          archived: false,
          exclusiveSet: null,
        },
        1,
      ),
    );
  });
}

test('What acts were called before stays; from now on the method and its values are kept, and told in words', async () => {
  const { client, app, folder } = test_;
  const path = join(folder, 'Old.galley');
  projectOfVersion9(path);
  await client.call('project.open', { file: app.grants.grant(path) });
  const { undo } = await client.call('history.state', {});
  expect(undo?.label).toBe('Create code “Konflikt”');
  await client.call('codes.create', { name: 'Ökonomie', parent: null });
  const history = await client.call('history.list', { offset: 0, limit: 10 });
  expect(history.entries.map(({ label }) => label)).toEqual([
    'Create code “Ökonomie”',
    'Create code “Konflikt”',
    'Create project “Old”',
  ]);
  expect((await client.call('history.undo', {})).label).toBe('Create code “Ökonomie”');
  expect((await client.call('history.undo', {})).label).toBe('Create code “Konflikt”');
  expect((await client.call('codes.list', {})).codes).toEqual([]);
  expect((await client.call('history.redo', {})).label).toBe('Create code “Konflikt”');
  expect(await client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
  await client.call('project.close', {});
  const kept = '{"method":"codes.create","values":{"name":"Ökonomie"}}';
  expect(labelsIn(path)).toEqual([
    'Create project “Old”',
    'Create code “Konflikt”',
    kept,
    kept,
    'Create code “Konflikt”',
    'Create code “Konflikt”',
  ]);
});

test('An act is called by its values, whatever these look like, and one that nobody knows by its method', () => {
  expect(labelWords(actLabel('codes.create', { name: '{"a": “b”}' }))).toBe('Create code “{"a": “b”}”');
  expect(labelWords(actLabel('disagreements.reopen', {}))).toBe('Open a disagreement again');
  expect(labelWords('{"method":"toString","values":{}}')).toBe('toString');
  expect(labelWords('Rename {a}')).toBe('Rename {a}');
  expect(labelWords('')).toBe('');
  // What damage may make of a label.
  for (const label of ['{', '{}', '{"method":1,"values":{}}', '{"method":"codes.create"}']) {
    expect(labelWords(label)).toBe(label);
  }
  expect(labelWords('{"method":"codes.update","values":{}}')).toBe('codes.update');
  expect(labelWords('{"method":"agreed.start","values":[]}')).toContain('agree');
  expect(say({ says: 'history.badInput' })).toBe('history.badInput');
});

test('Warnings of imports are kept apart from any language, and those of before stay as they were told', async () => {
  const { client, app, folder } = test_;
  await client.call('project.create', { folder: null, name: 'Study' });
  const page = join(folder, 'dated.md');
  writeFileSync(page, '---\ndate: 06/07/2023\n---\n\nOne text.\n');
  const { documents } = await client.run('imports.start', { files: [app.grants.grant(page)] });
  const told = documents[0]?.warnings.map(({ message }) => message).join();
  expect(told).toMatch(/^The date “06\/07\/2023” /u);
  const document = documents[0]?.id ?? '';
  expect((await client.call('documents.source', { document })).warnings).toEqual(documents[0]?.warnings);
  const status = await client.call('project.status', {});
  await client.call('project.close', {});
  const path = join(status.project?.folder ?? '', status.project?.fileName ?? '');
  const db = new SqliteDatabase(path);
  const kept = db.prepare<[], string>('SELECT warnings FROM document').pluck().get();
  expect(JSON.parse(kept ?? '')).toEqual([
    { code: 'date-ambiguous', said: { says: 'texts.dateAmbiguous', date: '06/07/2023' } },
  ]);
  db.prepare('UPDATE document SET warnings = ?').run('[{"code":"old","message":"As it was told.","line":2}]');
  db.close();
  await client.call('project.open', { file: app.grants.grant(path) });
  expect((await client.call('documents.source', { document })).warnings).toEqual([
    { code: 'old', message: 'As it was told.', line: 2 },
  ]);
});
