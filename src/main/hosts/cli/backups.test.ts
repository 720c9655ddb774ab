import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../app/testApp.ts';
import type { TestApp } from '../../app/testApp.ts';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

let place: CommandFolder;
beforeEach(() => {
  place = createCommandFolder();
});
afterEach(() => place.end());

type Listed = {
  path: string;
  of: string;
  sound: boolean;
  kind: string;
  documents: number;
  codes: number;
  last: object;
};

async function list(project = 'P.galley'): Promise<Listed[]> {
  return ((await place.json('backups', project, '--json')) as { backups: Listed[] }).backups;
}

/** How many documents and codes are in a project file, read without Galley. It must be sound. */
function stats(project = 'P.galley'): object | undefined {
  const db = new SqliteDatabase(resolve(place.folder, project), { readonly: true });
  try {
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    return db
      .prepare<[], object>('SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM code) AS codes')
      .get();
  } finally {
    db.close();
  }
}

/** A command line in this process, which is the same program without its start. */
async function inProcess(path: string, work: (test: TestApp) => Promise<unknown>): Promise<void> {
  const program = createTestApp({ kind: 'cli', settingsFolder: join(place.folder, 'home', 'settings') });
  if (existsSync(path)) await program.app.openProject(path);
  else await program.app.createProject(path, 'P');
  await work(program);
  await program.end();
}

/** A project of one article, with today's backup made by its import, and one code more than that. */
async function makeProject(): Promise<void> {
  const text = place.put('a.txt', 'One text.\n');
  const path = join(place.folder, 'P.galley');
  await inProcess(path, ({ app, client }) => client.run('imports.start', { files: [app.grants.grant(text)] }));
  await inProcess(path, ({ client }) => client.call('codes.create', { name: 'C' }));
}

// Each command is a process of its own, which takes its time on a machine that has other work.
describe('galley backups and galley restore', { timeout: 120_000 }, () => {
  test('list what the command line left, and bring it back with the present state kept', async () => {
    await makeProject();
    const [backup, ...others] = await list();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({
      sound: true,
      kind: 'day',
      documents: 1,
      codes: 0,
      of: join(place.folder, 'P.galley'),
    });
    expect(backup?.last).toMatchObject({ label: 'Import 1 document' });
    const day = /\d{4}-\d\d-\d\d/u.exec(basename(backup?.path ?? ''))?.[0] ?? '';

    const { kept } = (await place.json('restore', 'P.galley', day, '--json')) as { kept: string };
    expect(kept).toMatch(/P \(before restore [-\d]+ \d\d\.\d\d\)\.galley$/u);
    expect(stats()).toMatchObject({ documents: 1, codes: 0 });
    expect(stats(kept)).toMatchObject({ documents: 1, codes: 1 });
    expect((await list()).map(({ kind }) => kind).toSorted()).toEqual(['before-restore', 'day']);
  });

  test('make a new file and never overwrite one', async () => {
    await makeProject();
    const [backup] = await list();
    const words = ['restore', 'P.galley', backup?.path ?? '', '--out', 'New.galley'];
    expect(await place.json(...words, '--json')).toEqual({ path: join(place.folder, 'New.galley'), kept: null });
    expect(stats('New.galley')).toMatchObject({ documents: 1, codes: 0 });
    expect(stats()).toMatchObject({ codes: 1 });
    const again = await place.galley(...words);
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(again.error).toContain('New.galley is there already');
    expect(await place.galley('restore', 'P.galley', 'x', '--out', 'New')).toMatchObject({ status: 2 });
  });

  test('work where the project is missing, damaged, or not a project any more', async () => {
    await makeProject();
    const bytes = readFileSync(join(place.folder, 'P.galley'));
    rmSync(join(place.folder, 'P.galley'));
    const [backup] = await list();
    expect(backup).toMatchObject({ sound: true, documents: 1 });
    for (const spoil of [
      (): void => undefined, // it is missing
      (): void => writeFileSync(join(place.folder, 'P.galley'), bytes.subarray(0, 6000)),
      (): void => writeFileSync(join(place.folder, 'P.galley'), 'A letter to somebody'),
    ]) {
      spoil();
      expect(await place.galley('restore', 'P.galley', backup?.path ?? '')).toMatchObject({ status: 0 });
      expect(stats()).toMatchObject({ documents: 1, codes: 0 });
    }
  });

  test('say which backup is damaged, and do not restore it', async () => {
    await makeProject();
    const [backup] = await list();
    const path = backup?.path ?? '';
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, 4096 * 4, 4096 * 8));
    expect(await list()).toMatchObject([{ sound: false }]);
    const before = readFileSync(join(place.folder, 'P.galley'));
    const { status, error } = await place.galley('restore', 'P.galley', path);
    expect([status, error.split('\n').length]).toEqual([1, 2]);
    expect(error).toMatch(/cannot be restored\. It (is damaged|cannot be read)/u);
    expect(readFileSync(join(place.folder, 'P.galley')).equals(before)).toBe(true);
  });

  test('leave nothing beside what was not closed, and read what its program left in its log', async () => {
    await makeProject();
    const project = join(place.folder, 'P.galley');
    const withLog = join(place.folder, 'P (before restore 2026-01-01 10.00).galley');
    const withoutLog = join(place.folder, 'P (before restore 2026-01-02 10.00).galley');
    copyFileSync(project, withoutLog);
    const db = new SqliteDatabase(withoutLog);
    db.pragma('journal_mode = WAL');
    db.close();
    await inProcess(project, async ({ client }) => {
      await client.call('codes.create', { name: 'In the log' });
      for (const end of ['', '-wal']) copyFileSync(`${project}${end}`, `${withLog}${end}`);
    });
    const files = (): string[] =>
      readdirSync(place.folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes('.galley'))
        .toSorted()
        .map(
          (name) =>
            `${name} ${createHash('sha256')
              .update(readFileSync(join(place.folder, name)))
              .digest('hex')}`,
        );
    const before = files();
    const listed = await list();
    expect(files()).toEqual(before);
    const codes = new Map(listed.map(({ path, sound, codes: held }) => [path, [sound, held]]));
    expect(codes.get(withLog)).toEqual([true, 2]);
    expect(codes.get(withoutLog)).toEqual([true, 1]);
  });

  test('keep two copies of a project apart, and still know backups of earlier versions', async () => {
    await makeProject();
    mkdirSync(join(place.folder, 'other'));
    copyFileSync(join(place.folder, 'P.galley'), join(place.folder, 'other', 'P.galley'));
    await inProcess(join(place.folder, 'other', 'P.galley'), ({ client }) =>
      client.call('codes.create', { name: 'D' }),
    );
    const [first] = (await list()).filter(({ of }) => of === join(place.folder, 'P.galley'));
    expect((await list('other/P.galley')).map(({ of, codes }) => [of, codes])).toEqual([
      [join(place.folder, 'other', 'P.galley'), 2],
      [join(place.folder, 'P.galley'), 0],
    ]);
    const all = join(place.folder, 'home', 'settings', 'backups');
    const [project = ''] = readdirSync(all);
    copyFileSync(first?.path ?? '', join(all, project, 'P 2020-01-01.galley'));
    const old = (await list()).find(({ of }) => of === '');
    expect(old).toMatchObject({ sound: true, path: join(all, project, 'P 2020-01-01.galley') });
    expect(await place.galley('restore', 'P.galley', old?.path ?? '')).toMatchObject({ status: 0 });
    expect(stats()).toMatchObject({ codes: 0 });
  });

  test('say so where there is nothing', async () => {
    const none = await place.galley('backups', 'None.galley');
    expect(none).toMatchObject({ status: 0, out: 'There are no backups of this project on this machine.\n' });
    const { status, error } = await place.galley('restore', 'None.galley', '2024-03-14');
    expect([status, error.trim().split('\n').length]).toEqual([1, 1]);
    expect(existsSync(join(place.folder, 'None.galley'))).toBe(false);
  });
});
