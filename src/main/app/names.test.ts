import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let test: TestApp;
beforeEach(async () => {
  test = createTestApp();
  await test.client.call('project.create', { folder: null, name: 'News' });
});
afterEach(() => test.end());

const project = (): string => join(test.folder, 'projects', 'News.galley');

it('keeps a project open, with its history, when it is opened under another of its names', async () => {
  await test.client.call('codes.create', { name: 'Conflict' });
  symlinkSync(project(), join(test.folder, 'soft.galley'));
  linkSync(project(), join(test.folder, 'hard.galley'));
  for (const name of ['soft.galley', 'hard.galley']) {
    await test.app.openProject(join(test.folder, name));
    const { project: status } = await test.client.call('project.status', {});
    expect(status).toMatchObject({ fileName: 'News.galley', readOnly: false });
  }
  expect((await test.client.call('history.undo', {})).label).toContain('Conflict');
});

it('lists a project once among the recent ones, whatever link it was opened by', async () => {
  symlinkSync(project(), join(test.folder, 'soft.galley'));
  symlinkSync(join(test.folder, 'projects'), join(test.folder, 'elsewhere'));
  for (const path of [join(test.folder, 'soft.galley'), join(test.folder, 'elsewhere', 'News.galley')]) {
    await test.client.call('project.close', {});
    await test.app.openProject(path);
  }
  const recent = await test.client.call('project.recent', {});
  expect(recent.map(({ folder }) => folder)).toEqual([join(test.folder, 'projects')]);
});
