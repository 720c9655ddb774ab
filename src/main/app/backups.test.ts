import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fileBackup, freshCopy } from '../store/backup/days.ts';
import { backupsFolder, placeMark } from '../store/backup/place.ts';
import { openStore } from '../store/database.ts';
import { record } from '../store/journal.ts';
import { renameProject } from '../store/rows/project.ts';
import type { Jobs } from '../workers/job.ts';
import { keepBackups } from './backups.ts';
import { nodePlatform } from './folders.ts';
import type { Platform } from './platform.ts';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

const day = 24 * 60 * 60 * 1000;
const never = { first: 2 ** 30, later: 2 ** 30 };

let now: number;
let said: string[];
let main: TestApp;

function start(overrides: Partial<Platform> = {}): TestApp {
  const log = (_level: string, line: string): void => void said.push(line);
  return createTestApp({ now: () => now, log, backupPause: never, ...overrides });
}

beforeEach(() => {
  now = Date.UTC(2026, 0, 1, 12);
  said = [];
  main = start();
});
afterEach(() => main.end());

const projectPath = (): string => join(main.folder, 'projects', 'Study.galley');
const settingsFolder = (): string => join(main.folder, 'settings');

/** The project's name in a file, read without Galley. */
function nameIn(path: string): string {
  const db = new SqliteDatabase(path, { readonly: true });
  const { name } = db.prepare<[], { name: string }>('SELECT name FROM project').get() ?? { name: '' };
  db.close();
  return name;
}

/** The backups of the project at a place, with the project's name in each. */
function backupsAt(path = projectPath()): Record<string, string> {
  const all = backupsFolder(settingsFolder());
  const folders = readdirSync(all).map((project) => join(all, project, placeMark(path)));
  const names = folders.filter(existsSync).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const backups = names.filter((name) => name.endsWith('.galley')).toSorted();
  return Object.fromEntries(backups.map((file) => [file.split('/').at(-1) ?? '', nameIn(file)]));
}

async function newProject(): Promise<void> {
  await main.client.call('project.create', { folder: null, name: 'Study' });
}

/** Opens the project in a program of its own, renames it, ends it. */
async function renameIn(kind: Platform['kind'], name: string, path = projectPath()): Promise<void> {
  const other = start({ kind, settingsFolder: settingsFolder() });
  await other.app.openProject(path);
  await other.client.call('project.rename', { name });
  await other.end();
}

describe('The backup of a day', () => {
  test('is kept for each of the last seven days on which a project was changed', async () => {
    await newProject();
    for (let number = 1; number <= 9; number++) {
      now = Date.UTC(2026, 0, number, 12);
      await main.client.call('project.rename', { name: `Day ${number}` });
      await main.client.call('project.close', {});
      await main.app.openProject(projectPath());
    }
    // A day on which nothing was changed makes no backup.
    now = Date.UTC(2026, 0, 20, 12);
    await main.client.call('project.close', {});
    expect(backupsAt()).toEqual(
      Object.fromEntries([3, 4, 5, 6, 7, 8, 9].map((number) => [`Study 2026-01-0${number}.galley`, `Day ${number}`])),
    );
  });

  test('is that of the calendar where the program runs', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      await newProject();
      now = Date.UTC(2026, 5, 14, 22); // ten in the morning of the fifteenth
      await main.client.call('project.rename', { name: 'Winter' });
      await main.client.call('project.close', {});
      expect(backupsAt()).toEqual({ 'Study 2026-06-15.galley': 'Winter' });
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('is for its owner alone', async () => {
    await newProject();
    await main.client.call('project.rename', { name: 'Mine' });
    await main.client.call('project.close', {});
    const all = backupsFolder(settingsFolder());
    const [project = ''] = readdirSync(all);
    const folder = join(all, project, placeMark(projectPath()));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'Study 2026-01-01.galley')).mode & 0o777).toBe(0o600);
  });

  test('is not taken by a damaged project, and the reason is told', async () => {
    await newProject();
    const input = join(main.folder, 'input');
    mkdirSync(input);
    for (let number = 0; number < 40; number++) writeFileSync(join(input, `${number}.txt`), `${number} `.repeat(5000));
    await main.client.run('imports.start', { files: [main.app.grants.grant(input)] });
    await main.client.call('project.rename', { name: 'Good' });
    await main.client.call('project.close', {});
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Good' });

    const bytes = readFileSync(projectPath());
    const pages = bytes.length / 4096;
    bytes.fill(0xa5, 4096 * Math.floor(pages / 2), 4096 * (Math.floor(pages / 2) + 4));
    writeFileSync(projectPath(), bytes);
    const other = start({ settingsFolder: settingsFolder() });
    try {
      await other.app.openProject(projectPath());
      const { project } = await other.client.call('project.status', {});
      expect(project?.backupProblem).toBe('The project is damaged.');
      await other.client.call('project.rename', { name: 'Damaged' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'read-only' });
      // Refusing to open or to change a damaged file is as good.
    }
    await other.end();
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Good' });
    expect(said.join('\n')).toMatch(/no backup of .*Study\.galley was made: The project is damaged\./u);
  });

  test('is not made of a project that was found damaged while it was open, and the reason is told', async () => {
    await newProject();
    await main.client.call('project.rename', { name: 'Good' });
    await main.client.call('project.close', {});
    const store = openStore(projectPath());
    const platform = nodePlatform('test', '0', {
      settingsFolder: settingsFolder(),
      now: () => now,
      log: () => undefined,
    });
    const refuse = (): never => {
      throw new Error('no job is needed');
    };
    const jobs = { run: refuse, runOnEach: refuse, close: () => Promise.resolve() } as unknown as Jobs; // none is run
    let announced = 0;
    const backups = keepBackups({ platform, jobs, store, announce: () => (announced += 1) });
    const act = { kind: 'command', method: 'test', coder: null, at: now } as const;
    record(store.db, act, () => {
      renameProject(store.db, 'Damaged');
      return { label: 'Rename', output: null };
    });
    backups.changed();
    store.condition.foundDamaged('Study.galley is damaged. Restore a backup.');
    await (
      await backups.closing(false)
    )();
    store.close();
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Good' });
    expect([backups.problem(), announced]).toEqual(['The project is damaged.', 1]);
  });

  test('is not replaced by a copy whose tables are not described as they were written', async () => {
    await newProject();
    await main.client.call('project.rename', { name: 'Good' });
    await main.client.call('project.close', {});
    const store = openStore(projectPath());
    const [folder = ''] = readdirSync(backupsFolder(settingsFolder()));
    const place = join(backupsFolder(settingsFolder()), folder, placeMark(projectPath()));
    copyFileSync(projectPath(), freshCopy(place));
    const copy = new SqliteDatabase(freshCopy(place));
    copy.exec('DROP INDEX journal_entry_target');
    copy.close();
    const { problem } = fileBackup(place, projectPath());
    store.close();
    expect(problem).toMatch(/^It is damaged: the description of .*journal_entry_target/u);
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Good' });
  });

  test('is each copy’s own where a project lies at two places', async () => {
    await newProject();
    await main.client.call('project.close', {});
    const copy = join(main.folder, 'copy', 'Study.galley');
    mkdirSync(join(main.folder, 'copy'));
    copyFileSync(projectPath(), copy);
    await renameIn('test', 'First');
    await renameIn('test', 'Second', copy);
    expect([backupsAt(), backupsAt(copy)]).toEqual([
      { 'Study 2026-01-01.galley': 'First' },
      { 'Study 2026-01-01.galley': 'Second' },
    ]);
  });

  test('keeps both states of a day that did not grow out of one another', async () => {
    await newProject();
    await main.client.call('project.close', {});
    copyFileSync(projectPath(), join(main.folder, 'earlier'));
    await renameIn('test', 'One way');
    renameSync(join(main.folder, 'earlier'), projectPath());
    now += 1000;
    await renameIn('test', 'Another way');
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'One way', 'Study 2026-01-01 2.galley': 'Another way' });
  });

  test('stays as it is when an earlier state of the day comes back', async () => {
    await newProject();
    await main.client.call('project.rename', { name: 'Morning' });
    await main.client.call('project.close', {});
    copyFileSync(projectPath(), join(main.folder, 'morning'));
    await renameIn('test', 'Evening');
    renameSync(join(main.folder, 'morning'), projectPath());
    await main.app.openProject(projectPath());
    await main.client.call('project.close', {});
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Evening' });
  });
});

describe('Every way of changing a project leaves a backup', () => {
  test('the command line at the first change of a day, once, and what it left when the next day begins', async () => {
    await newProject();
    await main.client.call('project.close', {});
    await renameIn('cli', 'First');
    await renameIn('cli', 'Second');
    await renameIn('cli', 'Third');
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'First' });
    now += day;
    await renameIn('cli', 'Fourth');
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Third', 'Study 2026-01-02.galley': 'Fourth' });
  });

  test('not a command that only reads', async () => {
    await newProject();
    await main.client.call('project.rename', { name: 'Second' });
    await main.client.call('project.close', {});
    const other = start({ kind: 'cli', settingsFolder: join(main.folder, 'elsewhere') });
    await other.app.openProject(projectPath());
    await other.client.call('project.stats', {});
    await other.end();
    expect(existsSync(join(main.folder, 'elsewhere', 'backups'))).toBe(false);
  });

  test.each(['electron', 'loopback'] as const)('a window (%s) when it is closed', async (kind) => {
    await newProject();
    await main.client.call('project.close', {});
    await renameIn(kind, 'First');
    await renameIn(kind, 'Second');
    expect(backupsAt()).toEqual({ 'Study 2026-01-01.galley': 'Second' });
  });

  test('a window that was killed: one of the first changes, and one of what it left at the next opening', async () => {
    await newProject();
    await main.client.call('project.close', {});
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'crash', 'testBackupWorker.ts'), projectPath(), settingsFolder()],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let told = '';
    const ready = new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        if (told.includes('renamed\n')) resolve();
      });
    });
    const gone = new Promise((resolve) => child.on('close', resolve));
    await ready;
    child.kill('SIGKILL');
    await gone;
    const [first] = Object.values(backupsAt());
    expect(first).toMatch(/^Killed [12]$/u);
    now = Date.now();
    await main.app.openProject(projectPath());
    await main.client.call('project.close', {});
    expect(Object.values(backupsAt())).toEqual(['Killed 2']);
  });

  test('or says in the window why it cannot', async () => {
    await main.end();
    main = start({ backupPause: { first: 0, later: 2 ** 30 } });
    mkdirSync(settingsFolder());
    writeFileSync(join(settingsFolder(), 'backups'), 'A file where the folder should be');
    await newProject();
    await main.client.call('project.rename', { name: 'Second' });
    await vi.waitFor(
      async () => {
        const { project } = await main.client.call('project.status', {});
        expect(project?.backupProblem).toMatch(/backups/u);
      },
      { timeout: 20_000 },
    );
    expect(said.join()).toMatch(/no backup of .*Study\.galley was made: .* Earlier backups stay as they are\./u);
  });

  test('a change in a backup that was opened to look at it leaves no backup of it', async () => {
    await newProject();
    await main.client.call('project.rename', { name: 'Second' });
    await main.client.call('project.close', {});
    const all = backupsFolder(settingsFolder());
    const [project = ''] = readdirSync(all);
    const backup = join(all, project, placeMark(projectPath()), 'Study 2026-01-01.galley');
    await renameIn('test', 'Third', backup);
    expect(readdirSync(join(all, project))).toEqual([placeMark(projectPath())]);
  });
});
