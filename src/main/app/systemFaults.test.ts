import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { methodTable } from '../desks/all.ts';
import { systemFault } from '../store/systemFault.ts';
import type { Jobs } from '../workers/job.ts';
import { createJobs } from '../workers/pool.ts';
import { createDispatcher } from './dispatcher.ts';
import { createMethods } from './methods.ts';
import type { WireReply } from './dispatcher.ts';
import { nodePlatform } from './folders.ts';
import { createGrants } from './grants.ts';
import type { Platform } from './platform.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import { createTasks } from './tasks.ts';

/** A program whose project's connection a test can reach, to put SQLite's own limits in the way. */
let folder: string;
let platform: Platform;
let jobs: Jobs;
let session: Session;
let handle: (method: string, input: unknown) => Promise<WireReply>;
const path = (): string => join(folder, 'P.galley');
const db = (): Database => session.open().store.db;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-faults-'));
  const settingsFolder = join(folder, 'settings');
  platform = nodePlatform('test', '0', { settingsFolder, projectsFolder: folder, workers: 1, log: () => undefined });
  jobs = createJobs(platform);
  const emit = (): void => undefined;
  const tasks = createTasks(platform, emit);
  session = createSession({ platform, tasks, jobs, emit });
  handle = createDispatcher({ methods: createMethods(methodTable), session, grants: createGrants(), jobs, platform });
});
afterEach(async () => {
  await session.closeProject().catch(() => undefined);
  await jobs.close();
  rmSync(folder, { recursive: true, force: true });
});

const define = (name: string): Promise<WireReply> => handle('codes.create', { name, definition: 'x'.repeat(20_000) });

/** The message must be for people: no class, no trace, no bare code of the system in place of words. */
function expectPlain(reply: WireReply, code: string, words: RegExp): void {
  expect(reply).toMatchObject({ ok: false, error: { code } });
  if (reply.ok) return;
  expect(reply.error.message).toMatch(words);
  expect(reply.error.message).not.toMatch(/SqliteError|Error:|\n|went wrong inside/u);
}

describe('A project whose disk', () => {
  it('is full is told so; the act is not done, and the next one is once there is room', async () => {
    await session.createFile(path(), 'P');
    const pages = Number(db().pragma('page_count', { simple: true }));
    db().pragma(`max_page_count = ${pages}`);
    expectPlain(await define('A'), 'file-unwritable', /disk .* is full.*Make room/u);
    expect(await handle('codes.list', {})).toMatchObject({ ok: true, output: { codes: [] } });
    db().pragma('max_page_count = 100000');
    expect(await define('A')).toMatchObject({ ok: true });
    await session.closeProject();
    expect(readdirSync(folder).filter((name) => name.startsWith('P.galley'))).toEqual(['P.galley']);
    await session.openFile(path());
    expect(await handle('codes.list', {})).toMatchObject({ ok: true, output: { codes: [{ name: 'A' }] } });
  });

  it('has become write-protected is told so', async () => {
    await session.createFile(path(), 'P');
    db().pragma('query_only = ON');
    expectPlain(await define('A'), 'file-unwritable', /write-protected/u);
    db().pragma('query_only = OFF');
  });

  it('is in the hands of another program is told so', async () => {
    await session.createFile(path(), 'P');
    db().pragma('busy_timeout = 1');
    const other = new SqliteDatabase(path());
    other.exec('BEGIN IMMEDIATE');
    expectPlain(await define('A'), 'project-in-use', /Another program/u);
    other.exec('ROLLBACK');
    other.close();
    expect(await define('A')).toMatchObject({ ok: true });
  });
});

describe('Settings that cannot be written', () => {
  beforeEach(() => {
    // A folder in place of the file that is written first.
    mkdirSync(join(platform.settingsFolder, `settings.json.${process.pid}.new`), { recursive: true });
  });

  it('are told in plain words', async () => {
    const reply = await handle('settings.write', { theme: 'dark' });
    expectPlain(reply, 'file-unwritable', /settings\.json.*: a folder has that name/u);
  });

  it('are no reason not to make or open a project', async () => {
    await session.createFile(path(), 'P');
    expect(await handle('project.stats', {})).toMatchObject({ ok: true });
    await session.closeProject();
    await session.openFile(path());
    expect(await handle('project.stats', {})).toMatchObject({ ok: true });
  });
});

describe('What the system refuses', () => {
  const caught = (act: () => unknown): Error => {
    try {
      act();
    } catch (error) {
      return error as Error;
    }
    throw new Error('nothing was refused');
  };

  it.skipIf(!existsSync('/dev/full'))('by the real full device of Linux is told as a full disk', () => {
    const file = openSync('/dev/full', 'w');
    const error = caught(() => writeSync(file, 'x'));
    closeSync(file);
    expect(systemFault(error)).toMatchObject({
      code: 'file-unwritable',
      message: expect.stringMatching(/full/u) as string,
    });
  });

  it.each([
    ['ENOSPC', /disk is full/u],
    ['EDQUOT', /quota/u],
    ['EROFS', /write-protected/u],
    ['EACCES', /you may not write there/u],
    ['EPERM', /you may not write there/u],
    ['EIO', /gave an error/u],
    ['EMFILE', /too many files/u],
    ['EWHATEVER', /the system says EWHATEVER/u],
  ])('as %s is told with its place and what to do', (code, words) => {
    const error = Object.assign(new Error(`${code}: x, open 'y'`), { code, syscall: 'open', path: '/there/file' });
    const fault = systemFault(error) as AppError;
    expect(fault).toBeInstanceOf(AppError);
    expect(fault.message).toContain('/there/file');
    expect(fault.message).toMatch(words);
  });

  describe('of a copy from one place to another', () => {
    const copying = (code: string, from: string): string => {
      const places = { path: from, dest: join(folder, 'to') };
      const error = Object.assign(new Error(`${code}: x, copyfile`), { code, syscall: 'copyfile', ...places });
      return (systemFault(error) as AppError).message;
    };

    it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG', 'EACCES', 'EPERM', 'ENOENT', 'ENOTEMPTY'])(
      'as %s names the place that is written to, where the other can be read',
      (code) => {
        writeFileSync(join(folder, 'from'), '');
        expect(copying(code, join(folder, 'from'))).toContain(`write ${join(folder, 'to')}: `);
        expect(copying(code, join(folder, 'from'))).not.toContain(join(folder, 'from'));
      },
    );

    it('names what is read where that is gone', () => {
      expect(copying('ENOENT', join(folder, 'from'))).toBe(
        `Cannot read or write ${join(folder, 'from')}: it is not there any more.`,
      );
    });

    it('names both where the system does not say which of them it is', () => {
      for (const code of ['EIO', 'ESTALE', 'EBUSY'])
        expect(copying(code, '/from')).toContain(`Cannot copy or move /from to ${join(folder, 'to')}: `);
    });
  });

  it.each([
    ['SQLITE_FULL', 'file-unwritable'],
    ['SQLITE_IOERR_WRITE', 'file-unwritable'],
    ['SQLITE_IOERR_SHMSIZE', 'file-unwritable'],
    ['SQLITE_READONLY_DBMOVED', 'file-unwritable'],
    ['SQLITE_BUSY_SNAPSHOT', 'project-in-use'],
    ['SQLITE_CANTOPEN', 'file-unreadable'],
    ['SQLITE_CORRUPT_VTAB', 'file-damaged'],
    ['SQLITE_NOTADB', 'file-damaged'],
  ])('as %s is no bare error of SQLite', (code, word) => {
    expect(systemFault(new SqliteDatabase.SqliteError('database said so', code))).toMatchObject({
      name: 'AppError',
      code: word,
    });
  });

  it('is told apart from faults of our own, which stay bugs', () => {
    for (const bug of [new TypeError('x'), new SqliteDatabase.SqliteError('no such column', 'SQLITE_ERROR')]) {
      expect(systemFault(bug)).toBe(bug);
    }
    writeFileSync(join(folder, 'f'), '');
    expect(systemFault(caught(() => mkdirSync(join(folder, 'f', 'g'))))).toMatchObject({
      code: 'file-unwritable',
    });
  });
});
