import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Task } from '../../shared/api/events.ts';
import { createStore } from '../store/database.ts';
import { readProject } from '../store/rows/project.ts';
import { nodePlatform } from './folders.ts';
import { beginProject, openProject } from './openProject.ts';
import { lookAfter } from './rescue.ts';
import { replaceBy, waysOfReplacing } from './faults/testReplacements.ts';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let test: TestApp;
/** Where the project was made. */
let place: string;

beforeEach(async () => {
  test = createTestApp();
  await test.client.call('project.create', { folder: null, name: 'News' });
  await test.client.call('coders.identify', { name: 'Ada' });
  place = join(test.folder, 'projects', 'News.galley');
});
afterEach(() => test.end());

const rescued = /^News \(rescued \d{4}-\d\d-\d\d \d\d\.\d\d\)( \d+)?\.galley$/u;
const code = (name: string): Promise<unknown> => test.client.call('codes.create', { name });
const codes = async (): Promise<string[]> => (await test.client.call('codes.list', {})).codes.map(({ name }) => name);
const project = async () => (await test.client.call('project.status', {})).project;

/** When the program next says that its status is another. */
function statusOf({ app }: TestApp): Promise<void> {
  return new Promise((resolve) => {
    app.listen(({ event }) => {
      if (event === 'status') resolve();
    });
  });
}

/** What a new program finds in a file. */
async function codesIn(path: string): Promise<string[]> {
  const other = createTestApp();
  try {
    await other.app.openProject(path);
    return (await other.client.call('codes.list', {})).codes.map(({ name }) => name);
  } finally {
    await other.end();
  }
}

/** An older state of the project, closed in order. */
async function older(): Promise<string> {
  const path = join(test.folder, 'older.galley');
  await code('Before');
  await test.client.call('project.close', {});
  copyFileSync(place, path);
  await test.app.openProject(place);
  return path;
}

describe.skipIf(process.platform === 'win32')('A project whose file is taken away while it is open', () => {
  it.each(waysOfReplacing)('goes on in a copy with every act when it is %s', async (_what, fault, take) => {
    const old = await older();
    await code('One');
    take(place, old);
    const after = existsSync(place) ? readFileSync(place) : null;
    await code('Two');
    const status = await project();
    expect(status?.fileName).toMatch(rescued);
    expect(status).toMatchObject({ readOnly: false, folder: dirname(place) });
    expect(status?.incident).toMatchObject({
      fault,
      state: 'rescued',
      fileName: 'News.galley',
      folder: dirname(place),
    });
    expect((await test.client.call('history.undo', {})).label).toContain('Two');
    await test.client.call('history.redo', {});
    await code('Three');
    expect(await codes()).toEqual(['Before', 'One', 'Two', 'Three']);
    const recent = await test.client.call('project.recent', {});
    expect(recent[0]?.missing).toBe(false);
    await test.client.call('project.close', {});
    expect(await codesIn(join(dirname(place), status?.fileName ?? ''))).toEqual(['Before', 'One', 'Two', 'Three']);
    // What lies in the old place is another's, and no log of ours is left to spoil it.
    if (fault === 'replaced' && after) expect(readFileSync(place).equals(after)).toBe(true);
    expect(readdirSync(dirname(place)).filter((name) => /-(wal|shm|lock)$/u.test(name))).toEqual([]);
  });

  it('has every act until then under its new name, too, when it is renamed', async () => {
    await code('One');
    renameSync(place, join(test.folder, 'Renamed.galley'));
    await code('Two');
    await test.client.call('project.close', {});
    expect(await codesIn(join(test.folder, 'Renamed.galley'))).toEqual(['One']);
  });

  it('keeps the act that was under way', async () => {
    await code('One');
    test.app.listen(({ event }) => {
      if (event === 'changed') rmSync(place, { force: true }); // committed, not yet acknowledged
    });
    await code('Two');
    const status = await project();
    expect(status?.fileName).toMatch(rescued);
    expect(await codes()).toEqual(['One', 'Two']);
    await test.client.call('project.close', {});
    expect(await codesIn(join(dirname(place), status?.fileName ?? ''))).toEqual(['One', 'Two']);
  });

  it('keeps what it was when its log is cut and the copy is made', async () => {
    await older();
    await code('One');
    truncateSync(`${place}-wal`, 0);
    await code('Two');
    await test.client.call('project.close', {});
    expect(await codesIn(place)).toContain('Before');
  });

  it('goes on in the projects folder when its own folder is gone', async () => {
    await test.client.call('project.close', {});
    mkdirSync(join(test.folder, 'usb'));
    renameSync(place, join(test.folder, 'usb', 'News.galley'));
    await test.app.openProject(join(test.folder, 'usb', 'News.galley'));
    await code('One');
    rmSync(join(test.folder, 'usb'), { recursive: true });
    await code('Two');
    expect(await project()).toMatchObject({
      folder: dirname(place),
      fileName: expect.stringMatching(rescued) as string,
    });
    expect(await codes()).toEqual(['One', 'Two']);
    expect(existsSync(join(test.folder, 'usb'))).toBe(false);
  });

  it('is seen while nobody acts, and told to the windows', async () => {
    const told = statusOf(test);
    rmSync(place);
    await told;
    expect((await project())?.incident).toMatchObject({ fault: 'gone', state: 'rescued' });
  });

  it('is rescued when it is closed, with nothing done since', async () => {
    await code('One');
    rmSync(place);
    await test.client.call('project.close', {});
    const [name] = readdirSync(dirname(place));
    expect(name).toMatch(rescued);
    expect(await codesIn(join(dirname(place), name ?? ''))).toEqual(['One']);
  });

  it('is rescued again and again, under names that do not grow', async () => {
    for (const name of ['One', 'Two', 'Three']) {
      const status = await project();
      rmSync(join(status?.folder ?? '', status?.fileName ?? ''));
      await code(name);
    }
    expect(await project()).toMatchObject({
      folder: dirname(place),
      fileName: expect.stringMatching(rescued) as string,
    });
    expect(await codes()).toEqual(['One', 'Two', 'Three']);
  });

  it('takes no further act where no copy can be written, says so, and goes on as soon as one can', async () => {
    await test.end();
    test = createTestApp({
      projectsFolder: '/dev/null/projects',
      settingsFolder: '/dev/null/settings',
      forgetful: true,
      kind: 'cli',
    });
    const folder = join(test.folder, 'usb');
    mkdirSync(folder);
    await test.app.createProject(join(folder, 'News.galley'), 'News');
    await code('One');
    rmSync(folder, { recursive: true });
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = '/dev/null/temporary';
    try {
      await expect(code('Two')).rejects.toMatchObject({ code: 'file-replaced' });
      expect((await project())?.incident).toMatchObject({ state: 'unsaved' });
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    mkdirSync(folder);
    await code('Three');
    expect(await project()).toMatchObject({ folder, incident: { state: 'rescued' } });
    expect(await codes()).toEqual(['One', 'Three']);
  });
});

describe.skipIf(process.platform === 'win32')('A project that was found damaged while it was open', () => {
  it('is rescued all the same, and stays closed for acts', () => {
    const path = join(test.folder, 'damaged.galley');
    const store = createStore(path);
    beginProject(store, 'Damaged', 1);
    store.condition.foundDamaged('Something is damaged. Restore a backup.');
    rmSync(path);
    const next = lookAfter(openProject(store), nodePlatform('test', '0', { projectsFolder: test.folder }));
    expect(next.incident).toMatchObject({ fault: 'gone', state: 'rescued' });
    expect(next.store).toMatchObject({ readOnly: true, readOnlyReason: 'Something is damaged. Restore a backup.' });
    expect(readProject(next.store.db)?.name).toBe('Damaged');
    next.store.close();
    store.abandon();
  });
});

/** A place that can be taken away as a stick is; only root may make one. */
const stick = mkdtempSync(join(tmpdir(), 'galley-stick-'));
const isMounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', stick]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', stick]);
  rmSync(stick, { recursive: true });
});

describe.skipIf(!isMounted)('A project on a stick (skipped where root cannot mount one)', () => {
  it('is rescued when the stick is taken away', async () => {
    await test.app.createProject(join(stick, 'Away.galley'), 'Away');
    await code('One');
    expect(spawnSync('umount', ['-l', stick]).status).toBe(0);
    await code('Two');
    expect((await project())?.incident).toMatchObject({ fault: 'gone', state: 'rescued', fileName: 'Away.galley' });
    expect(await codes()).toEqual(['One', 'Two']);
  });
});

describe.skipIf(process.platform === 'win32')('A project that is open for reading', () => {
  it('says that what it shows is what the file held before', async () => {
    await code('One');
    const reader = createTestApp();
    try {
      await reader.app.openProject(place);
      expect((await reader.client.call('project.status', {})).project).toMatchObject({
        readOnly: true,
        incident: null,
      });
      const told = statusOf(reader);
      replaceBy(place, 'something else');
      await told;
      const status = (await reader.client.call('project.status', {})).project;
      expect(status).toMatchObject({ fileName: 'News.galley', incident: { fault: 'replaced', state: 'stale' } });
      expect((await reader.client.call('codes.list', {})).codes).toHaveLength(1);
      await expect(reader.client.run('project.verify', {})).rejects.toMatchObject({ code: 'file-replaced' });
    } finally {
      await reader.end();
    }
  });
});

describe.skipIf(process.platform === 'win32')('Long work', () => {
  it('ends with a word on why when the file is replaced, and leaves nothing half done', async () => {
    const texts = join(test.folder, 'texts');
    mkdirSync(texts);
    // So many that the import is not done before it is first told how far it is.
    for (let number = 0; number < 3000; number++) writeFileSync(join(texts, `${number}.txt`), `Text ${number}.`);
    const ended = new Promise<Task>((resolve) =>
      test.app.listen((event) => {
        if (event.event !== 'task') return;
        if (event.data.state !== 'running') resolve(event.data);
        else if (event.data.done > 0 && existsSync(place)) rmSync(place);
      }),
    );
    await test.client.call('imports.start', { files: [test.app.grants.grant(texts)] });
    const task = await ended;
    expect(task).toMatchObject({ state: 'failed', error: { code: 'file-replaced' } });
    const status = await project();
    expect(task.error?.message).toContain(status?.fileName);
    expect((await test.client.call('documents.list', { offset: 0, limit: 1 })).all).toBe(0);
    expect(await test.client.run('project.verify', {})).toMatchObject({ ok: true });
    // The same again, in the copy.
    const { documents } = await test.client.run('imports.start', { files: [test.app.grants.grant(texts)] });
    expect(documents).toHaveLength(3000);
  });

  it('that reads the project is not believed when another file was there', async () => {
    await code('One');
    const other = createTestApp();
    await other.client.call('project.create', { folder: null, name: 'Other' });
    await other.client.call('project.close', {});
    copyFileSync(join(other.folder, 'projects', 'Other.galley'), `${place}.new`);
    await other.end();
    renameSync(`${place}.new`, place);
    await expect(test.client.run('project.verify', {})).rejects.toMatchObject({ code: 'file-replaced' });
    expect(await codes()).toEqual(['One']);
    expect(basename((await project())?.fileName ?? '')).toMatch(rescued);
  });
});
