import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostLevels, plainCode } from '../../../shared/model/records.ts';
import { createStore } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import { record } from '../../store/journal.ts';
import { insertCode } from '../../store/rows/code.ts';
import { insertProject } from '../../store/rows/project.ts';
import { fillForPackage, rehash, unpack, writePackage } from '../testPackage.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

/** Names from the top level down. */
const levels = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${index + 1}`);
const path = (count: number): string => levels(count).join(' / ');
const tooDeep = /“c1 \/ c2 \/ … \/ c101” has 101 levels; codes have 100 at most/u;

async function chain(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const name of levels(count)) {
    const code = await project.client.call('codes.create', { name, parent: ids.at(-1) ?? null });
    ids.push(code.id);
  }
  return ids;
}

const importCodebook = (name: string, content: string): Promise<unknown> =>
  project.client.run('codebook.import', { file: project.app.grants.grant(project.put(name, content)) });

describe('Codes deeper than the limit', () => {
  it('are 100 levels', () => {
    expect(mostLevels).toBe(100);
  });

  it('are neither made, nor moved or merged there', async () => {
    const { client } = project;
    const ids = await chain(100);
    const last = ids.at(-1) ?? '';
    await expect(client.call('codes.create', { name: 'c101', parent: last })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(tooDeep) as string,
    });
    const other = await client.call('codes.create', { name: 'Other' });
    const below = await client.call('codes.create', { name: 'Below', parent: other.id });
    const move = (code: string, parent: string | null) => client.call('codes.move', { code, parent, before: null });
    await expect(move(other.id, ids.at(-2) ?? '')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Below.* 101 levels/u) as string,
    });
    await expect(client.call('codes.merge', { source: other.id, target: last })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Below.* 101 levels/u) as string,
    });
    await move(below.id, ids.at(-2) ?? '');
    await move(ids[1] ?? '', null);
  });

  it.each([
    ['a.csv', `path\n${path(100)}\nA\n`, `path\nA\n${path(101)}\n`, 'row 3'],
    [
      'b.csv',
      `name,parent\n${levels(100)
        .map((name, index) => `${name},${levels(index).at(-1) ?? ''}`)
        .join('\n')}\n`,
      `name,parent\n${levels(101)
        .map((name, index) => `${name},${levels(index).at(-1) ?? ''}`)
        .join('\n')}\n`,
      'row 102',
    ],
    ['c.json', json(100), json(101), 'code 2'],
    ['d.qdc', qdc(100), qdc(101), 'line 103'],
    ['e.qdc', qdc(100), qdc(1500), 'line 211'],
  ])('are refused in %s, with path and place', async (name, good, bad, place) => {
    const error = (await importCodebook(name, bad).catch((reason: unknown) => reason)) as Error & { code: string };
    expect(error).toMatchObject({ code: 'file-damaged' });
    expect(error.message).toContain(place);
    expect(error.message).toMatch(/ has 101 levels|nested more than 210 deep/u);
    expect(await project.client.call('codes.list', {})).toMatchObject({ codes: [] });
    await importCodebook(name, good);
  });

  it('are refused in lines of codings', async () => {
    await project.importFiles(project.put('a.txt', 'Prices rise.'));
    const line = (code: string): object => ({ document: 'a', start: 0, end: 6, code });
    await expect(project.code([line('A'), line(path(101))])).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/line 2: .* 101 levels/u) as string,
    });
    expect(await project.code([line(path(100))])).toMatchObject({ annotations: 1 });
  });

  it('are refused in packages, as is a ring of codes', async () => {
    await fillForPackage(project);
    await writePackage(project, 'p.zip');
    const codes = unpack(project, 'p.zip').get('codes.jsonl') ?? '';
    const [first = ''] = codes.split('\n');
    const row = JSON.parse(first) as Record<string, unknown>;
    const folder = join(project.folder, 'p.zip.d');
    const rows = (parents: (string | null)[], ids: string[]): string =>
      ids
        .map((id, index) => `${JSON.stringify({ ...row, id, name: `c${index + 1}`, parent: parents[index] })}\n`)
        .join('');
    const spoil = async (text: string): Promise<unknown> => {
      writeFileSync(join(folder, 'codes.jsonl'), codes + text);
      rehash(folder, 'codes.jsonl');
      return project.client.call('packages.inspect', { package: project.app.grants.grant(folder) });
    };
    const ids = levels(20_000).map(() => newId());
    await expect(spoil(rows([null, ...ids], ids))).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/codes\.jsonl, line \d+: .* levels/u) as string,
    });
    const ring = ids.slice(0, 3);
    await expect(spoil(rows([ring[2] ?? null, ...ring], ring))).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/codes\.jsonl, line \d+: /u) as string,
    });
  });
});

describe('A project with deeper codes', () => {
  it('that an older program made is read, exported and mended', { timeout: 60_000 }, async () => {
    const { client, app, folder } = project;
    const file = join(folder, 'deep.galley');
    const store = createStore(file);
    const ids = levels(400).map(() => newId());
    record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
      insertProject(store.db, { id: newId(), name: 'Deep' }, 1);
      ids.forEach((id, index) => {
        const parent = ids[index - 1] ?? null;
        const code = { id, parent, name: `c${index + 1}`, ...plainCode, hue: 1, key: null, position: 0 };
        insertCode(store.db, { ...code, pattern: 'plain' }, 1);
      });
      return { label: 'Begin', output: null };
    });
    store.close();
    await client.call('project.open', { file: app.grants.grant(file) });
    expect((await client.call('codes.list', {})).codes).toHaveLength(400);
    await client.call('versions.publish', { note: '' });
    await client.call('versions.difference', { from: 0, to: null });
    for (const name of ['a.csv', 'a.json', 'a.html', 'a.docx', 'a.qdc']) {
      await client.run('codebook.export', { folder: app.grants.grant(folder), name });
    }
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain('c399 / c400');
    const formats = ['csv', 'sav', 'xlsx', 'jsonl', 'web-annotation', 'spacy'] as const;
    await client.run('exports.run', { folder: app.grants.grant(join(folder, 'out')), formats: [...formats] });
    await client.run('project.verify', {});
    await expect(writePackage(project, 'deep.zip')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Move it up first') as string,
    });
    // What lies deep can go up, and nothing goes down further.
    await client.call('codes.move', { code: ids[399] ?? '', parent: ids[200] ?? '', before: null });
    await client.call('codes.removal', { code: ids[50] ?? '' });
    await client.call('codes.remove', { code: ids[50] ?? '' });
    await client.call('history.undo', {});
  });
});

function json(count: number): string {
  return JSON.stringify({ galley: 'codebook', version: 2, codes: [{ path: 'A' }, { path: path(count) }] });
}

/** One line for each code: the code at level n stands in line n + 2. */
function qdc(count: number): string {
  const guid = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const open = levels(count).map((name, index) => `<Code guid="${guid(index)}" name="${name}" isCodable="true">\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes>\n${open.join('')}${'</Code>'.repeat(count)}</Codes></CodeBook>`;
}
