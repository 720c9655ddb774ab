import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRef } from '../../../shared/api/files.ts';
import { createTestApp } from '../../app/testApp.ts';
import type { TestApp } from '../../app/testApp.ts';

let revealed: string[];
let test_: TestApp;
beforeEach(async () => {
  revealed = [];
  test_ = createTestApp({
    reveal: (path) => {
      revealed.push(path);
      return Promise.resolve();
    },
  });
  await test_.client.call('project.create', { folder: null, name: 'Study: one' });
});
afterEach(() => test_.end());

const at = (...names: string[]): string => join(test_.folder, ...names);

describe('The place of an export', () => {
  test('is a folder of the project’s own, until it is exported elsewhere', async () => {
    const { client, app } = test_;
    const place = await client.call('exports.place', {});
    expect(place).toMatchObject({ label: at('projects', 'Exports', 'Study one'), formats: null });
    const done = await client.run('exports.run', { folder: place.folder, formats: ['csv', 'jsonl'] });
    expect(done.folder).toBe(place.label);
    expect(readFileSync(at('projects', 'Exports', 'Study one', 'codings.csv'), 'utf8')).toContain('document');
    expect(await client.call('exports.place', {})).toMatchObject({ label: place.label, formats: ['csv', 'jsonl'] });
    await client.run('exports.run', { folder: app.grants.grant(at('elsewhere')), formats: ['xlsx'] });
    expect(await client.call('exports.place', {})).toMatchObject({ label: at('elsewhere'), formats: ['xlsx'] });
  });

  test('is remembered for each project, over the next start', async () => {
    const { client, app } = test_;
    await client.run('exports.run', { folder: app.grants.grant(at('first')), formats: ['sav'] });
    await client.call('project.create', { folder: null, name: 'Second' });
    expect(await client.call('exports.place', {})).toMatchObject({
      label: at('projects', 'Exports', 'Second'),
      formats: null,
    });
    const file = (await client.call('project.recent', {})).find(({ name }) => name === 'Study: one')?.file ?? '';
    await client.call('project.open', { file });
    expect(await client.call('exports.place', {})).toMatchObject({ label: at('first'), formats: ['sav'] });
    const kept = JSON.parse(readFileSync(at('settings', 'settings.json'), 'utf8')) as { exports: unknown[] };
    expect(kept.exports).toMatchObject([{ folder: at('first'), formats: ['sav'] }]);
  });

  test('comes with all that was chosen, but never with what rows were chosen by', async () => {
    const { client, app } = test_;
    const folder = app.grants.grant(at('first'));
    const filters = { documents: null, statuses: [], rounds: [], coders: [], codes: [], where: [] };
    const columns = { facts: false, answers: true, codes: 'share', rollUp: true, text: true } as const;
    const table = { unit: 'paragraph', coders: 'pooled', filters, columns } as const;
    await client.run('exports.run', { folder, formats: ['tsv'], byteOrderMark: true, table });
    const content = { formats: ['tsv'], byteOrderMark: true, raw: false, partition: null, table };
    expect((await client.call('exports.place', {})).content).toEqual(content);
    const chosen = { ...filters, documents: ['01900000-0000-7000-8000-000000000001'], statuses: ['done' as const] };
    await client.run('exports.run', { folder, formats: ['csv'], table: { ...table, filters: chosen } });
    expect(await client.call('exports.place', {})).toMatchObject({ formats: ['csv'], content: { table } });
    expect(readFileSync(at('settings', 'settings.json'), 'utf8')).not.toContain('01900000-0000-7000-8000-000000000001');
  });

  test('is not remembered when nothing was written', async () => {
    mkdirSync(at('full'));
    writeFileSync(at('full', 'codings.csv'), 'mine');
    const folder = test_.app.grants.grant(at('full'));
    await expect(test_.client.run('exports.run', { folder, formats: ['csv'] })).rejects.toMatchObject({
      code: 'file-exists',
    });
    expect(await test_.client.call('exports.place', {})).toMatchObject({ formats: null });
  });

  test('is itself, and empty, where it is looked at before it is there, and leads to what is around it', async () => {
    const { client } = test_;
    const look = (folder: FileRef | null) => client.call('files.browse', { folder, purpose: 'export-folder' });
    const { folder, label } = await client.call('exports.place', {});
    const { parents, ...place } = await look(folder);
    expect(place).toMatchObject({ label, entries: [] });
    expect((await look(parents.at(-1)?.file ?? null)).label).toBe(at('projects', 'Exports'));
    const around = await look(parents.at(-2)?.file ?? null);
    expect(around.label).toBe(at('projects'));
    expect(existsSync(at('projects', 'Exports'))).toBe(false);
  });

  test('is where projects are kept without another, also before that is there', async () => {
    rmSync(at('projects'), { recursive: true });
    const { label } = await test_.client.call('files.browse', { folder: null, purpose: 'export-folder' });
    expect(label).toBe(at('projects'));
    expect(existsSync(label)).toBe(true);
  });

  test('is shown in the file manager, a file in it marked, and nothing but a folder is', async () => {
    const { client, app } = test_;
    expect((await client.call('project.status', {})).reveals).toBe(true);
    const { folder } = await client.call('exports.place', {});
    await expect(client.call('files.show', { folder })).rejects.toMatchObject({ code: 'not-found' });
    await client.run('exports.run', { folder, formats: ['csv'] });
    await client.call('files.show', { folder });
    expect(revealed).toEqual([at('projects', 'Exports', 'Study one', 'codings.csv')]);
    writeFileSync(at('program.sh'), '');
    await expect(client.call('files.show', { folder: app.grants.grant(at('program.sh')) })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(revealed).toHaveLength(1);
  });
});
