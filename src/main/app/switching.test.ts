import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRef } from '../../shared/api/files.ts';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let program: TestApp;
let projects: string;

beforeEach(async () => {
  program = createTestApp();
  projects = join(program.folder, 'projects');
  for (const name of ['A', 'B', 'C']) await program.client.call('project.create', { folder: null, name });
  await program.client.call('coders.identify', { name: 'Ada' });
});
afterEach(() => program.end());

const file = (name: string): FileRef => program.app.grants.grant(join(projects, `${name}.galley`));

async function openName(): Promise<string | undefined> {
  return (await program.client.call('project.status', {})).project?.name;
}

/** A codebook with one code, as a file. */
function codebook(): FileRef {
  const path = join(program.folder, 'codes.csv');
  writeFileSync(path, 'path,definition\nStray,\n');
  return program.app.grants.grant(path);
}

async function ended(task: string): Promise<unknown> {
  for (;;) {
    const found = (await program.client.call('tasks.list', {})).find(({ id }) => id === task);
    if (found && found.state !== 'running') return found.error?.code ?? found.state;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Begins an import that has something to do. */
async function beginImport(): Promise<string> {
  const folder = join(program.folder, 'input');
  mkdirSync(folder);
  for (let number = 0; number < 200; number++) writeFileSync(join(folder, `${number}.txt`), `text ${number}`);
  return (await program.client.call('imports.start', { files: [program.app.grants.grant(folder)] })).task;
}

describe('Work that is begun while its project is being closed', () => {
  test('is refused, and nothing of it gets into the next one', async () => {
    const { client } = program;
    const opening = client.call('project.open', { file: file('A') });
    await expect(client.call('codebook.import', { file: codebook() })).rejects.toMatchObject({ code: 'conflict' });
    await opening;
    expect(await openName()).toBe('A');
    expect((await client.call('codes.list', {})).codes).toEqual([]);
    // Afterwards all is as ever.
    expect(await ended((await client.call('codebook.import', { file: codebook() })).task)).toBe('done');
    expect((await client.call('codes.list', {})).codes.map(({ name }) => name)).toEqual(['Stray']);
  });

  test('is cancelled where it was begun before, and leaves nothing in either', async () => {
    const { client } = program;
    const task = await beginImport();
    await client.call('project.open', { file: file('A') });
    expect(await ended(task)).toBe('cancelled');
    for (const name of ['A', 'C']) {
      await client.call('project.open', { file: file(name) });
      expect(await client.call('project.stats', {})).toMatchObject({ documents: 0 });
      expect(await client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    }
  });

  test('can be begun again when the other file turns out to be none', async () => {
    const { client } = program;
    await expect(client.call('project.open', { file: codebook() })).rejects.toMatchObject({ code: 'not-a-project' });
    expect(await openName()).toBe('C');
    expect(await ended((await client.call('codebook.import', { file: codebook() })).task)).toBe('done');
  });
});

describe('Projects that are opened at the same time', () => {
  test('follow one another: the last one is open, the others are closed and free', async () => {
    const { client } = program;
    const task = await beginImport();
    await Promise.all([
      client.call('project.open', { file: file('A') }),
      client.call('project.create', { folder: null, name: 'D' }),
      client.call('project.open', { file: file('B') }),
    ]);
    expect([await openName(), await ended(task)]).toEqual(['B', 'cancelled']);
    await client.call('project.close', {});
    expect(readdirSync(projects).sort()).toEqual(['A.galley', 'B.galley', 'C.galley', 'D.galley']);
  });

  test('are one where it is the same one', async () => {
    const { client } = program;
    await Promise.all([
      client.call('project.open', { file: file('A') }),
      client.call('project.open', { file: file('A') }),
    ]);
    expect((await client.call('project.status', {})).project).toMatchObject({ name: 'A', readOnly: false });
  });

  test('are none when the last wish was to close', async () => {
    const { client } = program;
    await Promise.all([client.call('project.open', { file: file('A') }), client.call('project.close', {})]);
    expect(await openName()).toBeUndefined();
    expect(readdirSync(projects).sort()).toEqual(['A.galley', 'B.galley', 'C.galley']);
  });

  test('do not get the articles of the sample', async () => {
    const { client } = program;
    await Promise.all([client.call('project.openSample', {}), client.call('project.open', { file: file('A') })]);
    expect(await openName()).toBe('A');
    expect(await client.call('project.stats', {})).toMatchObject({ documents: 0, codes: 0 });
    await client.call('project.openSample', {});
    expect((await client.call('project.stats', {})).documents).toBeGreaterThan(0);
  });
});
