import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('a.txt', 'Prices rise.'));
  await project.code([{ document: 'a', start: 0, end: 6, code: 'Prices' }]);
});
afterEach(() => project.end());

type Done = { files: { name: string }[]; warnings: string[] };

function run(folder: string, options: object = {}): Promise<Done> {
  const file = project.app.grants.grant(join(project.folder, folder));
  return project.client.run('exports.run', { folder: file, formats: ['csv'], ...options });
}

const path = (...names: string[]): string => join(project.folder, ...names);
const read = (...names: string[]): string => readFileSync(path(...names), 'utf8');

/** What people see in a folder. */
function shown(...names: string[]): string[] {
  return readdirSync(path(...names)).filter((name) => !name.startsWith('.'));
}

describe('An export into a folder that holds something', () => {
  test('replaces what the project’s earlier export wrote, without a question', async () => {
    await run('out');
    const before = read('out', 'codings.csv');
    await project.code([{ document: 'a', start: 7, end: 11, code: 'Prices' }]);
    await run('out');
    expect(read('out', 'codings.csv')).not.toBe(before);
  });

  test('refuses what nobody knows, names it, and changes nothing', async () => {
    mkdirSync(path('out'));
    writeFileSync(path('out', 'codings.csv'), 'by hand');
    writeFileSync(path('out', 'notes.txt'), 'notes');
    await expect(run('out')).rejects.toMatchObject({
      code: 'file-exists',
      message: expect.stringContaining('codings.csv') as string,
      details: { files: 'codings.csv', folder: path('out') },
    });
    expect(readdirSync(path('out')).sort()).toEqual(['codings.csv', 'notes.txt']);
    expect(read('out', 'codings.csv')).toBe('by hand');
    await run('out', { replace: true });
    expect(read('out', 'codings.csv')).toContain('Prices');
    expect(read('out', 'notes.txt')).toBe('notes');
    await run('out'); // now they are this project's
  });

  test('takes a file that was changed since for somebody’s', async () => {
    await run('out');
    writeFileSync(path('out', 'documents.csv'), `${read('out', 'documents.csv')}my own row\r\n`);
    await expect(run('out')).rejects.toMatchObject({ details: { files: 'documents.csv' } });
    // Of the same length: told by when it was changed.
    await run('out', { replace: true });
    const length = read('out', 'codings.csv').length;
    writeFileSync(path('out', 'codings.csv'), 'x'.repeat(length));
    utimesSync(path('out', 'codings.csv'), new Date(), new Date(Date.now() + 5000));
    await expect(run('out')).rejects.toMatchObject({ details: { files: 'codings.csv' } });
    expect(read('out', 'codings.csv')).toBe('x'.repeat(length));
  });

  test('refuses the files of another project', async () => {
    await run('out');
    const first = read('out', 'codings.csv');
    await project.client.call('project.create', { folder: null, name: 'Other' });
    await expect(run('out', { formats: ['csv', 'xlsx'] })).rejects.toMatchObject({ code: 'file-exists' });
    expect(read('out', 'codings.csv')).toBe(first);
    expect(shown('out')).not.toContain('codings.xlsx');
  });

  test('keeps folders of annotation files and of split tables by the same rule', async () => {
    const options = { formats: ['brat', 'parquet'], partition: 'document' };
    await run('out', options);
    await run('out', options);
    writeFileSync(path('out', 'brat', 'a.ann'), 'mine');
    await expect(run('out', options)).rejects.toMatchObject({ details: { files: 'brat/a.ann' } });
    expect(read('out', 'brat', 'a.ann')).toBe('mine');
    await run('out', { ...options, replace: true });
    const part = path('out', 'codings.parquet', 'document=a', 'more.parquet');
    writeFileSync(part, 'mine');
    await expect(run('out', options)).rejects.toMatchObject({
      details: { files: 'codings.parquet/document=a/more.parquet' },
    });
    expect(existsSync(part)).toBe(true);
  });

  test('names what an earlier export with another choice left', async () => {
    await run('out', { formats: ['csv', 'jsonl'] });
    const { warnings } = await run('out');
    expect(warnings).toEqual([
      expect.stringMatching(/2 files of an earlier export.*codings\.jsonl, documents\.jsonl/u),
    ]);
    expect(shown('out')).toContain('codings.jsonl');
  });

  test('is done where its record alone cannot be written, and says that the next one will ask', async () => {
    mkdirSync(path('out', '.galley-export.json'), { recursive: true });
    const { files, warnings } = await run('out');
    expect(files.map(({ name }) => name)).toContain('codings.csv');
    expect(read('out', 'codings.csv')).toContain('Prices');
    expect(warnings).toEqual([
      expect.stringMatching(/written and whole.*\.galley-export\.json.*the next export .*asks/u),
    ]);
    await expect(run('out')).rejects.toMatchObject({ code: 'file-exists' });
  });

  test('asks when it cannot read what was written down', async () => {
    await run('out');
    writeFileSync(path('out', '.galley-export.json'), '{"galley":1,"files":{"codings.csv":');
    await expect(run('out')).rejects.toMatchObject({ code: 'file-exists' });
  });
});
