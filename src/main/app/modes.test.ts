import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let test: TestApp;
let mask = 0;
beforeEach(() => {
  test = createTestApp();
  if (process.platform !== 'win32') mask = process.umask(0o022);
});
afterEach(async () => {
  if (process.platform !== 'win32') process.umask(mask);
  await test.end();
});

const mode = (...names: string[]): string => (statSync(join(test.folder, ...names)).mode & 0o777).toString(8);

describe.skipIf(process.platform === 'win32')('what Galley makes', () => {
  it('is for its user alone: a project with its log and lock, settings and their folder', async () => {
    await test.client.call('project.create', { folder: null, name: 'News' });
    await test.client.call('coders.identify', { name: 'Ada' });
    for (const end of ['', '-wal', '-shm', '-lock'])
      expect([end, mode('projects', `News.galley${end}`)]).toEqual([end, '600']);
    expect(mode('settings')).toBe('700');
    expect(mode('settings', 'settings.json')).toBe('600');
  });

  it('leaves the mode of a project that is there already, and gives its log and lock the same', async () => {
    await test.client.call('project.create', { folder: null, name: 'News' });
    await test.client.call('project.close', {});
    const path = join(test.folder, 'projects', 'News.galley');
    chmodSync(path, 0o664);
    await test.app.openProject(path);
    await test.client.call('codes.create', { name: 'One' });
    for (const end of ['', '-wal', '-shm', '-lock'])
      expect([end, mode('projects', `News.galley${end}`)]).toEqual([end, '664']);
  });

  it('keeps what the user’s mask says for exports', async () => {
    await test.client.call('project.create', { folder: null, name: 'News' });
    mkdirSync(join(test.folder, 'out'));
    const folder = test.app.grants.grant(join(test.folder, 'out'));
    await test.client.run('codebook.export', { folder, name: 'codes.csv' });
    expect(mode('out', 'codes.csv')).toBe('644');
  });
});
