import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangedEvent, Task } from '../../shared/api/events.ts';
import type { ImportReport } from '../../shared/api/imports.ts';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let test_: TestApp;

beforeEach(() => {
  test_ = createTestApp();
});

afterEach(async () => {
  await test_.end();
});

/** Writes files below a folder and imports the folder. */
async function importFiles(files: Record<string, string | Uint8Array>): Promise<ImportReport> {
  const { app, client, folder } = test_;
  const input = join(folder, 'input');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(input, name, '..'), { recursive: true });
    writeFileSync(join(input, name), content);
  }
  return await client.run('imports.start', { files: [app.grants.grant(input)] });
}

async function newProject(): Promise<void> {
  await test_.client.call('project.create', { folder: null, name: 'Study' });
}

describe('The program', () => {
  test('makes a project, imports, codes, undoes and redoes, and leaves one file', async () => {
    const { client, folder } = test_;
    await newProject();
    await client.call('coders.identify', { name: 'Ada' });
    const report = await importFiles({
      'a.txt': 'Ein Satz. 👩‍👩‍👧 Noch einer.',
      'sub/b.txt': 'Second text.\r\nWith two lines.',
    });
    expect(report.refused).toEqual([]);
    expect(report.documents.map(({ name, path, lineEnds }) => ({ name, path, lineEnds }))).toEqual([
      { name: 'a', path: 'input/a.txt', lineEnds: 'none' },
      { name: 'b', path: 'input/sub/b.txt', lineEnds: 'crlf' },
    ]);
    const document = report.documents[0]?.id ?? '';
    // A selection of half the family takes in the whole of it.
    const annotation = await client.call('annotations.create', {
      document,
      start: 10,
      end: 12,
      code: { name: 'Family', parent: null },
    });
    expect([annotation.start, annotation.end]).toEqual([10, 18]);
    const opened = await client.call('documents.open', { document });
    expect(opened.text.slice(annotation.start, annotation.end)).toBe('👩‍👩‍👧');
    expect(opened.annotations.rows).toEqual([[annotation.id, 10, 18, 0, 0, '']]);
    const segments = await client.call('segments.list', { offset: 0, limit: 10 });
    expect(segments.rows[0]).toMatchObject({ quote: '👩‍👩‍👧', codePoints: { start: 10, end: 15 }, documentName: 'a' });
    expect((await client.call('history.undo', {})).label).toBe('Code “Family”');
    expect(await client.call('project.stats', {})).toMatchObject({ documents: 2, codes: 0, annotations: 0, coders: 0 });
    expect((await client.call('history.undo', {})).label).toBe('Import 2 documents');
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await client.call('history.redo', {});
    await client.call('history.redo', {});
    expect(await client.call('project.stats', {})).toMatchObject({ documents: 2, codes: 1, annotations: 1, coders: 1 });
    expect(await client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    await client.call('project.close', {});
    expect(readdirSync(join(folder, 'projects'))).toEqual(['Study.galley']);
  });

  test('tells what an act changed, and numbers the changes', async () => {
    const { client } = test_;
    await newProject();
    await client.call('coders.identify', { name: 'Ada' });
    const events: ChangedEvent[] = [];
    client.on('changed', (event) => events.push(event));
    const { documents } = await importFiles({ 'a.txt': 'Some words to code.' });
    const document = documents[0]?.id ?? '';
    const annotation = await client.call('annotations.create', {
      document,
      start: 0,
      end: 4,
      code: { name: 'C', parent: null },
    });
    await client.call('history.undo', {});
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(events[1]?.tables.annotation?.changed).toEqual([annotation]);
    expect(events[1]?.tally).toMatchObject({ codes: { [annotation.code]: 1 }, documents: { [document]: 1 } });
    expect(events[2]?.tables.annotation?.removed).toEqual([annotation.id]);
    expect(events[2]?.tally).toMatchObject({ codes: { [annotation.code]: 0 }, documents: { [document]: 0 } });
    expect(events[2]?.history).toMatchObject({ undo: { label: 'Import 1 document' }, redo: { label: 'Code “C”' } });
  });

  test('imports what it can and says of the rest why not', async () => {
    const { client, app, folder } = test_;
    await newProject();
    const huge = join(folder, 'huge.txt');
    writeFileSync(huge, 'x');
    truncateSync(huge, 2 * 1024 ** 3);
    const report = await importFiles({
      'good.txt': 'A good text.',
      'same.txt': 'A good text.',
      'empty.txt': '',
      'blank.txt': ' \n\n ',
      'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
      'paper.pdf': '%PDF-1.7',
      '.hidden.txt': 'not for import',
    });
    expect(report.documents.map(({ name }) => name)).toEqual(['good']);
    const reasons = Object.fromEntries(report.refused.map(({ path, reason }) => [path, reason]));
    expect(Object.keys(reasons).sort()).toEqual(
      ['blank', 'empty', 'picture', 'same']
        .map((name) => `input/${name}.txt`)
        .concat('input/paper.pdf')
        .sort(),
    );
    expect(reasons['input/same.txt']).toContain('“good”');
    const again = await client.run('imports.start', {
      files: [
        app.grants.grant(huge),
        app.grants.grant(join(folder, 'gone.txt')),
        app.grants.grant(join(folder, 'input', 'good.txt')),
      ],
    });
    expect(again.documents).toEqual([]);
    expect(again.refused.map(({ path }) => path).sort()).toEqual(['gone.txt', 'good.txt', 'huge.txt']);
    expect(again.refused.find(({ path }) => path === 'huge.txt')?.reason).toContain('2048 MB');
    expect((await client.call('history.state', {})).undo?.label).toBe('Import 1 document');
  });

  test('cancels an import and leaves nothing of it', async () => {
    const { client } = test_;
    await newProject();
    const files: Record<string, string> = {};
    for (let number = 0; number < 600; number++) files[`${number}.txt`] = `Text number ${number}. `.repeat(200);
    const running: Task[] = [];
    client.on('task', (task) => {
      running.push(task);
      if (running.length === 1) void client.call('tasks.cancel', { task: task.id });
    });
    await expect(importFiles(files)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await client.call('project.stats', {})).toMatchObject({ documents: 0 });
    expect((await client.call('history.state', {})).undo).toBeNull();
    expect(running.at(-1)?.state).toBe('cancelled');
  });

  test('opens the sample project, whole and verified', async () => {
    const { client } = test_;
    const { project } = await client.call('project.openSample', {});
    expect(project?.name).toBe('Harbour strike (sample)');
    const stats = await client.call('project.stats', {});
    expect(stats.documents).toBeGreaterThanOrEqual(6);
    expect(stats.annotations).toBeGreaterThan(40);
    expect(await client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    expect((await client.call('history.state', {})).undo).toBeNull();
    // Opening it once more opens the same file.
    await client.call('project.close', {});
    expect((await client.call('project.openSample', {})).project?.id).toBe(project?.id);
  });

  test('refuses work without a project, unknown methods and bad input in clear words', async () => {
    const { client, app } = test_;
    await expect(client.call('codes.list', {})).rejects.toMatchObject({ code: 'no-project' });
    expect(await app.handle('codes.burn', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(await app.handle('documents.open', { document: 7 })).toMatchObject({
      ok: false,
      error: { code: 'bad-input', details: { field: 'document' } },
    });
    await newProject();
    await importFiles({ 'a.txt': 'Words.' });
    const { rows } = await client.call('documents.list', { offset: 0, limit: 1 });
    const place = { document: rows[0]?.id ?? '', code: { name: 'C', parent: null } };
    await expect(client.call('annotations.create', { ...place, start: 0, end: 2 })).rejects.toMatchObject({
      code: 'no-coder',
    });
    await client.call('coders.identify', { name: 'Ada' });
    await expect(client.call('annotations.create', { ...place, start: 2, end: 2 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(client.call('annotations.create', { ...place, start: 2, end: 99 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(client.call('project.create', { folder: null, name: 'Study' })).rejects.toMatchObject({
      code: 'file-exists',
    });
    expect(await client.call('project.status', {})).toMatchObject({ project: { name: 'Study' } });
  });

  test('makes no project file that Windows keeps for a device', async () => {
    const { client } = test_;
    const names: (string | undefined)[] = [];
    for (const name of ['CON', 'nul.2026', 'Study. .']) {
      await client.call('project.create', { folder: null, name });
      const { project } = await client.call('project.status', {});
      expect(project?.name).toBe(name);
      names.push(project?.fileName);
    }
    expect(names).toEqual(['CON_.galley', 'nul_.2026.galley', 'Study.galley']);
  });

  test('keeps the codebook a tree without doubles, digits unique, and removes with counts', async () => {
    const { client } = test_;
    await newProject();
    await client.call('coders.identify', { name: 'Ada' });
    const { documents } = await importFiles({ 'a.txt': 'Words to be coded with codes.' });
    const document = documents[0]?.id ?? '';
    const frames = await client.call('codes.create', { name: 'Frames' });
    const conflict = await client.call('codes.create', { name: 'Conflict', parent: frames.id });
    await expect(client.call('codes.create', { name: 'Conflict', parent: frames.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(
      client.call('codes.move', { code: frames.id, parent: conflict.id, before: null }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    await client.call('codes.update', { code: frames.id, key: '1' });
    await client.call('codes.update', { code: conflict.id, key: '1' });
    const { codes } = await client.call('codes.list', {});
    expect(codes.map(({ name, key }) => ({ name, key }))).toContainEqual({ name: 'Frames', key: null });
    await client.call('annotations.create', { document, start: 0, end: 5, code: conflict.id });
    await expect(
      client.call('annotations.create', { document, start: 0, end: 5, code: conflict.id }),
    ).rejects.toMatchObject({
      code: 'already-coded',
    });
    expect(await client.call('codes.remove', { code: frames.id })).toEqual({
      codes: 2,
      annotations: 1,
      documents: 1,
      variables: 0,
      answers: 0,
      examples: 0,
    });
    expect((await client.call('codes.list', {})).codes).toEqual([]);
    await client.call('history.undo', {});
    const after = await client.call('codes.list', {});
    expect(after.codes).toHaveLength(2);
    expect(after.tally).toEqual({ [conflict.id]: 1 });
  });

  test('remembers keys, tells every window, and lets faulty ones go without the other settings', async () => {
    const folder = join(test_.folder, 'keys');
    const { client } = createTestApp({ settingsFolder: folder });
    const heard: unknown[] = [];
    client.on('keys', (keys) => heard.push(keys));
    await client.call('settings.write', { textSize: 20, keys: { 'edit.undo': ['Alt+Z'] } });
    await client.call('settings.write', { theme: 'dark' });
    expect(heard).toEqual([{ 'edit.undo': ['Alt+Z'] }]);
    await expect(client.call('settings.write', { keys: { 'edit.undo': ['Ctrl+Alt+Del'] } })).rejects.toMatchObject({
      code: 'bad-input',
    });
    const again = createTestApp({ settingsFolder: folder });
    expect(await again.client.call('settings.read', {})).toMatchObject({ keys: { 'edit.undo': ['Alt+Z'] } });
    const file = join(folder, 'settings.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Alt+Z', 'Quake'));
    const third = createTestApp({ settingsFolder: folder });
    expect(await third.client.call('settings.read', {})).toMatchObject({ theme: 'dark', textSize: 20, keys: {} });
  });

  test('remembers recent projects and who codes, and starts anew with a broken settings file', async () => {
    const { client, folder } = test_;
    await newProject();
    await client.call('coders.identify', { name: 'Ada' });
    await client.call('settings.write', { theme: 'dark', layout: { left: 240 } });
    await client.call('settings.write', { layout: { right: 300 } });
    expect(await client.call('settings.read', {})).toMatchObject({ theme: 'dark', layout: { left: 240, right: 300 } });
    expect(await client.call('project.recent', {})).toMatchObject([{ name: 'Study', missing: false }]);
    const settings = join(folder, 'settings', 'settings.json');
    expect(existsSync(settings)).toBe(true);
    writeFileSync(settings, '{ broken');
    const second = createTestApp({ settingsFolder: join(folder, 'settings'), log: () => undefined });
    expect(await second.client.call('settings.read', {})).toMatchObject({ theme: 'system' });
    await second.end();
  });
});
