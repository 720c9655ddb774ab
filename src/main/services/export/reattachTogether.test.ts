import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Task } from '../../../shared/api/events.ts';
import { fillForPackage, writePackage } from '../testPackage.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let from: TestProject;
let project: TestProject;
beforeEach(async () => {
  [from, project] = [await createTestProject(), await createTestProject()];
  await fillForPackage(from);
  await writePackage(from, 'p.zip');
});
afterEach(async () => {
  await from.end();
  await project.end();
});

/** Re-attaches the package with the files in `folder`, and answers with how the task ended. */
async function reattach(folder: string): Promise<Task> {
  const { grants } = project.app;
  const { task } = await project.client.call('packages.attach', {
    package: grants.grant(join(from.folder, 'p.zip')),
    files: [grants.grant(join(from.folder, folder))],
  });
  for (;;) {
    const found = (await project.client.call('tasks.list', {})).find(({ id }) => id === task);
    if (found && found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What people do once the files are stored and the package is being joined with them. */
function whileJoining(act: (task: string) => void): void {
  const stop = project.app.listen((event) => {
    if (event.event !== 'task' || !event.data.label.startsWith('Re-attach')) return;
    stop();
    act(event.data.id);
  });
}

const createCode = (name: string): Promise<unknown> => project.client.call('codes.create', { name, parent: null });
const cancel = (task: string): Promise<unknown> => project.client.call('tasks.cancel', { task });

async function codeNames(): Promise<string[]> {
  return (await project.client.call('codes.list', {})).codes.map(({ name }) => name);
}

/** Labels of the log, oldest first. */
async function log(): Promise<string[]> {
  const { entries } = await project.client.call('history.list', { offset: 0, limit: 50 });
  return entries.map(({ kind, label }) => (kind === 'command' ? label : `${kind}: ${label}`)).reverse();
}

/** Rows of documents and contents, as another program reads them. */
async function counts(): Promise<unknown> {
  const { project: about } = await project.client.call('project.status', {});
  const db = new SqliteDatabase(join(project.folder, about?.fileName ?? ''), { readonly: true });
  const count = (table: string): string => `(SELECT count(*) FROM ${table}) AS ${table}`;
  const row = db.prepare(`SELECT ${['document', 'text', 'original', 'staging'].map(count).join(', ')}`).get();
  db.close();
  return row;
}

const nothing = { document: 0, text: 0, original: 0, staging: 0 };

test('Re-attaching is not called an import while it reads the files', async () => {
  const labels: string[] = [];
  const stop = project.app.listen((event) => {
    if (event.event === 'task' && event.data.method === 'packages.attach') labels.push(event.data.label);
  });
  await reattach('files');
  stop();
  expect(new Set(labels).size).toBeGreaterThan(1);
  expect(labels.filter((label) => label.startsWith('Import'))).toEqual([]);
});

describe('What people do while a package is re-attached', () => {
  test('stands when it is cancelled', async () => {
    whileJoining((task) => {
      void createCode('Mine');
      void cancel(task);
    });
    expect((await reattach('files')).state).toBe('cancelled');
    expect(await codeNames()).toEqual(['Mine']);
    expect((await log()).slice(1)).toEqual(['Create code “Mine”']);
    expect(await counts()).toEqual(nothing);
  });

  test('stands when none of the files is meant', async () => {
    mkdirSync(join(from.folder, 'strangers'));
    writeFileSync(join(from.folder, 'strangers', 'a.txt'), 'Nothing of this was coded.');
    whileJoining(() => {
      void createCode('Mine');
      void createCode('Not this one');
      void project.client.call('history.undo', {});
    });
    expect(await reattach('strangers')).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
    expect(await codeNames()).toEqual(['Mine']);
    await project.client.call('history.redo', {});
    expect(await codeNames()).toEqual(['Mine', 'Not this one']);
    expect(await counts()).toEqual(nothing);
  });

  test('stands when the project is no longer a new one, and the re-attaching is refused', async () => {
    whileJoining(() => void createCode('Mine'));
    expect(await reattach('files')).toMatchObject({ state: 'failed', error: { code: 'conflict' } });
    expect(await codeNames()).toEqual(['Mine']);
    expect(await counts()).toEqual(nothing);
  });

  test('does not matter when it was taken back', async () => {
    whileJoining(() => {
      void createCode('Mine');
      void project.client.call('history.undo', {});
    });
    expect((await reattach('files')).state).toBe('done');
    expect(await codeNames()).not.toContain('Mine');
    expect(await counts()).toMatchObject({ document: 2, staging: 0 });
    expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
  });
});

test('Re-attaching is one step, which undo takes back and redo brings back', async () => {
  const before = await log();
  expect((await reattach('files')).state).toBe('done');
  expect(await log()).toEqual([...before, 'Re-attach package p.zip']);
  const full = await project.client.call('project.stats', {});
  await project.client.call('history.undo', {});
  expect(await codeNames()).toEqual([]);
  expect(await counts()).toMatchObject({ document: 0 });
  await project.client.call('history.redo', {});
  expect(await project.client.call('project.stats', {})).toEqual(full);
  expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
});
