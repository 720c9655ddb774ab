import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Task } from '../../../shared/api/events.ts';
import type { ImportReport } from '../../../shared/api/imports.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';
import { readStored } from '../testStored.ts';
import type { StoredDocument } from '../testStored.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** So many files in a folder of their own: more than are read in one go. */
function folderOf(name: string, count: number, textOf = (number: number): string => `${name} ${number}\n`): string {
  const folder = join(project.folder, name);
  mkdirSync(folder);
  for (let number = 0; number < count; number++) {
    // With CRLF the original is kept beside the text; with LF it is the text.
    const text = number % 2 === 0 ? textOf(number) : textOf(number).replaceAll('\n', '\r\n');
    writeFileSync(join(folder, `${number}.txt`), text);
  }
  return folder;
}

async function begin(...paths: string[]): Promise<string> {
  const files = paths.map((path) => project.app.grants.grant(path));
  return (await project.client.call('imports.start', { files })).task;
}

async function ended(id: string): Promise<Task> {
  for (;;) {
    const task = (await project.client.call('tasks.list', {})).find((one) => one.id === id);
    if (task && task.state !== 'running') return task;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Raises when the task has stored something and is not done. */
function underWay(id: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = project.app.listen((event) => {
      if (event.event !== 'task' || event.data.id !== id || event.data.total === 0) return;
      stop();
      resolve();
    });
  });
}

async function stored(): Promise<Map<string, StoredDocument>> {
  const { project: about } = await project.client.call('project.status', {});
  const { documents, texts, staged } = readStored(join(project.folder, about?.fileName ?? ''));
  const held = new Set([...documents.values()].map(({ text }) => text));
  expect({ texts, staged }).toEqual({ texts: held.size, staged: 0 });
  return documents;
}

async function expectFiles(...wanted: string[]): Promise<void> {
  const held = await stored();
  expect([...held.keys()].sort()).toEqual([...wanted].sort());
  for (const [path, { text, original }] of held) {
    const bytes = readFileSync(join(project.folder, path));
    expect(original.equals(bytes), path).toBe(true);
    expect(text, path).toBe(bytes.toString('utf8').replaceAll('\r\n', '\n'));
  }
  expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
}

/** So many files keep an import that is cancelled from being done before: not when the other one is seen to be under way either. */
const busy = 1500;

const names = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `${folder}/${number}.txt`);

describe('Two imports at once', () => {
  test.each([1, 2, 3, 4])('leave the other as it should be when one is cancelled (%i)', async (round) => {
    const goesFirst = round % 2 === 0;
    const [one, two] = [folderOf('one', goesFirst ? busy : 300), folderOf('two', goesFirst ? 300 : busy)];
    const first = await begin(one);
    const second = await begin(two);
    const [gone, kept, path] = goesFirst ? [first, second, 'two'] : [second, first, 'one'];
    await underWay(round > 2 ? kept : gone);
    await project.client.call('tasks.cancel', { task: gone });
    const [cancelled, done] = [await ended(gone), await ended(kept)];
    expect([cancelled.state, done.state]).toEqual(['cancelled', 'done']);
    await expectFiles(...names(path, 300));
  });

  test('keep a text that both need when one of them is cancelled', async () => {
    const same = (number: number): string => `the same ${number}\n`;
    const [one, two] = [folderOf('one', busy, same), folderOf('two', 100, same)];
    const [first, second] = [await begin(one), await begin(two)];
    await underWay(second);
    await project.client.call('tasks.cancel', { task: first });
    expect([(await ended(first)).state, (await ended(second)).state]).toEqual(['cancelled', 'done']);
    await expectFiles(...names('two', 100));
  });

  test('make one document of a file that both bring', async () => {
    const same = (number: number): string => `the same ${number}\n`;
    const [one, two] = [folderOf('one', 100, same), folderOf('two', 100, same)];
    const tasks = await Promise.all([begin(one), begin(two)]);
    const reports = (await Promise.all(tasks.map(ended))).map(({ result }) => result as ImportReport); // both are done
    const hashes = [...(await stored()).values()].map(({ original }) =>
      createHash('sha256').update(original).digest('hex'),
    );
    expect(new Set(hashes).size).toBe(100);
    expect(hashes).toHaveLength(100);
    expect(reports.map(({ documents }) => documents.length).sort((a, b) => a - b)).toEqual([0, 100]);
    const refused = reports.find(({ documents }) => documents.length === 0)?.refused ?? [];
    expect(refused).toHaveLength(100);
    expect(refused[0]?.reason).toMatch(/^The same file is in the project already, as “/u);
    const entries = (await project.client.call('history.list', { offset: 0, limit: 9 })).entries;
    expect(entries.filter(({ label }) => label.startsWith('Import'))).toHaveLength(1);
  });

  test('take nothing that undo and redo need', async () => {
    const one = folderOf('one', 50);
    await project.importFiles(one);
    await project.client.call('history.undo', {});
    const again = await begin(folderOf('two', busy, (number) => (number < 50 ? `one ${number}\n` : `two ${number}\n`)));
    await underWay(again);
    await project.client.call('tasks.cancel', { task: again });
    expect((await ended(again)).state).toBe('cancelled');
    await project.client.call('history.redo', {});
    await expectFiles(...names('one', 50));
  });
});
