import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let main: TestApp;
let folder: string;
let path: string;

beforeEach(async () => {
  main = createTestApp({ workers: 1 });
  await main.client.call('project.create', { folder: null, name: 'Study' });
  await main.client.call('coders.identify', { name: 'Ada' });
  await main.client.call('codes.create', { name: 'Frame', parent: null });
  folder = join(main.folder, 'there');
  mkdirSync(folder);
  path = join(folder, 'P.galley');
});
afterEach(() => main.end());

const open = (): string => join(main.folder, 'projects', 'Study.galley');

/** The closed project, at a place of its own. */
async function closedProject(): Promise<void> {
  await main.client.call('project.close', {});
  copyFileSync(open(), path);
}

function change(sql: string): void {
  const db = new SqliteDatabase(path);
  db.exec(sql);
  db.close();
}

/** Names, bytes and times of all that lies in the folder, and its own time. */
function traces(): unknown {
  const files = readdirSync(folder).map((name) => {
    const place = join(folder, name);
    return [name, statSync(place, { bigint: true }).mtimeNs, readFileSync(place).toString('base64')];
  });
  return [statSync(folder, { bigint: true }).mtimeNs, files];
}

async function verifyWithoutTrace(): Promise<{ ok: boolean; problems: { kind: string; message: string }[] }> {
  const before = traces();
  const result = await main.app.verifyFile(path);
  expect(traces()).toEqual(before);
  return result;
}

describe('Verifying leaves a file and its folder as they are', () => {
  test('of a sound project', async () => {
    await closedProject();
    expect(await verifyWithoutTrace()).toEqual({ ok: true, problems: [] });
  });

  test('of one that was not closed, whose log it reads', async () => {
    await main.client.call('project.close', {});
    await main.app.openProject(open());
    for (const name of ['One', 'Two', 'Three']) await main.client.call('codes.create', { name, parent: null });
    copyFileSync(open(), path);
    copyFileSync(`${open()}-wal`, `${path}-wal`);
    expect(await verifyWithoutTrace()).toEqual({ ok: true, problems: [] });
    const bytes = readFileSync(`${path}-wal`);
    bytes.fill(0, 0, 40);
    writeFileSync(`${path}-wal`, bytes);
    expect((await verifyWithoutTrace()).ok).toBe(false);
  });

  test('of one from before the journal had a chain, which is not brought up to date', async () => {
    await closedProject();
    change(`DROP INDEX document_by_name;
            DROP INDEX journal_entry_done_by;
            DROP INDEX journal_entry_undone_by;
            DROP INDEX journal_entry_correction;
            DROP INDEX journal_entry_target;
            ALTER TABLE journal_entry DROP COLUMN hash; PRAGMA user_version = 6;`);
    expect(await verifyWithoutTrace()).toEqual({ ok: true, problems: [] });
  });

  test('of one that is damaged, and of what is none', async () => {
    await closedProject();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 3, 4096 * 9);
    writeFileSync(path, bytes);
    expect((await verifyWithoutTrace()).ok).toBe(false);
    writeFileSync(path, 'Something else');
    const before = traces();
    await expect(main.app.verifyFile(path)).rejects.toMatchObject({ code: 'not-a-project' });
    expect(traces()).toEqual(before);
  });
});

describe('Verifying finds what nothing else proves', () => {
  const damages = {
    'the state of an act': [`UPDATE journal_entry SET state = 'undone' WHERE label LIKE '%Frame%'`, /does not follow/u],
    'an act that is gone': [`DELETE FROM journal_entry WHERE label LIKE '%Frame%'`, /should end at|lacks/u],
    'the name of a code': [`UPDATE code SET name = 'Fraud'`, /A code is not as the journal has it: name/u],
    'a code that is gone': [`DELETE FROM code`, /A code is missing/u],
    'a code that nobody made': [
      `INSERT INTO code SELECT randomblob(16), parent, 'New', definition, hue, pattern, key, 9, created, modified, include, exclude, archived, exclusive_set FROM code`,
      /A code is there that the journal does not know/u,
    ],
    'the project’s name': [`UPDATE project SET name = 'Stupid'`, /own record is not as the journal has it: name/u],
    'an index': ['DROP INDEX code_by_parent', /description of code_by_parent/u],
    'a change in the journal': [
      `UPDATE journal_change SET after = replace(after, 'Frame', 'Fraud')`,
      /its hash differs/u,
    ],
  } as const;
  for (const [what, [sql, message]] of Object.entries(damages)) {
    test(what, async () => {
      await closedProject();
      change(sql);
      const { ok, problems } = await main.app.verifyFile(path);
      expect(ok).toBe(false);
      expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
    });
  }
});

describe('A damaged project', () => {
  test('opens for reading only, says what to do, and is not written', async () => {
    await closedProject();
    const db = new SqliteDatabase(path);
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.exec(`UPDATE sqlite_schema SET sql = replace(sql, '(parent)', '(name)') WHERE name = 'code_by_parent'`);
    db.close();
    const before = readFileSync(path);
    expect(await main.app.openProject(path)).toMatch(/is damaged.*galley backups P\.galley/u);
    expect((await main.client.call('project.status', {})).project).toMatchObject({ readOnly: true });
    await expect(main.client.call('codes.create', { name: 'More', parent: null })).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('restore a backup') as string,
    });
    await main.client.call('project.close', {});
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('whose version does not fit what is in it is refused as it is', async () => {
    await closedProject();
    change('PRAGMA user_version = 3');
    const before = readFileSync(path);
    await expect(main.app.openProject(path)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['P.galley']);
  });
});
