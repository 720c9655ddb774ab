import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('a.txt', 'Prices rise.'));
  for (const name of ['Ada', 'Ben']) {
    await project.client.call('coders.identify', { name });
    await project.code([{ document: 'a', start: 0, end: 6, code: 'Prices' }]);
  }
});
afterEach(() => project.end());

const path = (name: string): string => join(project.folder, 'out', name);
const read = (name: string): string => readFileSync(path(name), 'latin1');
const shown = (): string[] => readdirSync(join(project.folder, 'out')).filter((name) => !name.startsWith('.galley-ex'));
const put = (name: string): void => {
  mkdirSync(join(project.folder, 'out'), { recursive: true });
  writeFileSync(path(name), 'by hand');
};

/** The start and the end of a PNG, which is all that is looked at. */
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('IEND....', 'latin1'),
]).toString('base64');

type Options = { replace?: boolean };

/** What writes into a folder beside the export of data, and the names that it writes. */
const exporters: Readonly<
  Record<string, { names: string[]; run: (folder: string, options: Options) => Promise<unknown> }>
> = {
  'a codebook': {
    names: ['book.csv'],
    run: (folder, options) => project.client.run('codebook.export', { folder, name: 'book.csv', ...options }),
  },
  'a package': {
    names: ['p.zip'],
    run: (folder, options) => project.client.run('packages.write', { folder, name: 'p.zip', ...options }),
  },
  'a report on agreement': {
    names: ['agreement.csv', 'agreement-methods.txt'],
    run: (folder, options) =>
      project.client.run('reliability.export', { folder, files: ['csv', 'methods'], draws: 0, ...options }),
  },
  'a picture of the plot': {
    names: ['agreement.png'],
    run: (folder, options) => project.client.run('reliability.picture', { folder, png, ...options }),
  },
};

const run = (kind: string, options: Options = {}): Promise<unknown> | undefined =>
  exporters[kind]?.run(project.app.grants.grant(join(project.folder, 'out')), options);

describe.each(Object.keys(exporters))('Writing %s', (kind) => {
  const names = exporters[kind]?.names ?? [];
  const [first = ''] = names;

  test('replaces what this project wrote there, without a question', async () => {
    await run(kind);
    await run(kind);
    expect(shown().sort()).toEqual([...names].sort());
  });

  test('refuses files that it did not write, names them, and writes nothing', async () => {
    for (const name of names) put(name);
    await expect(run(kind)).rejects.toMatchObject({
      code: 'file-exists',
      message: expect.stringContaining(first) as string,
      details: { folder: join(project.folder, 'out'), files: names.join('\n') },
    });
    expect(readdirSync(join(project.folder, 'out')).sort()).toEqual([...names].sort());
    for (const name of names) expect(read(name)).toBe('by hand');
    await run(kind, { replace: true });
    for (const name of names) expect(read(name)).not.toBe('by hand');
    await run(kind); // now they are this project's
  });

  test('is done where its record alone cannot be written, and says so', async () => {
    mkdirSync(path('.galley-export.json'), { recursive: true });
    expect(await run(kind)).toMatchObject({ warnings: [expect.stringContaining('written and whole')] });
    expect(shown().sort()).toEqual([...names].sort());
    await expect(run(kind)).rejects.toMatchObject({ details: { files: names.join('\n') } });
  });

  test('refuses what somebody changed since, and what another project wrote', async () => {
    await run(kind);
    writeFileSync(path(first), `${read(first)} my own line`);
    await expect(run(kind)).rejects.toMatchObject({ details: { files: first } });
    await run(kind, { replace: true });
    const written = read(first);
    await project.client.call('project.create', { folder: null, name: 'Other' });
    await expect(run(kind)).rejects.toMatchObject({ code: 'file-exists' });
    expect(read(first)).toBe(written);
  });
});

test('The variables beside a table of codes are asked about, too', async () => {
  await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
  put('book.variables.csv');
  await expect(run('a codebook')).rejects.toMatchObject({ details: { files: 'book.variables.csv' } });
  expect(shown()).toEqual(['book.variables.csv']);
  await run('a codebook', { replace: true });
  expect(read('book.variables.csv')).toContain('tone');
});

test('Of a table of codes and its variables both are written, or neither is and what was there stays', async () => {
  await project.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
  await run('a codebook');
  const before = read('book.csv');
  rmSync(path('book.variables.csv'));
  mkdirSync(path('book.variables.csv')); // which no file can replace
  await project.client.call('codes.create', { name: 'Wages', parent: null });
  await expect(run('a codebook', { replace: true })).rejects.toMatchObject({ code: 'file-unwritable' });
  expect(read('book.csv')).toBe(before);
  expect(shown().sort()).toEqual(['book.csv', 'book.variables.csv']);
  rmSync(path('book.csv'));
  await expect(run('a codebook', { replace: true })).rejects.toMatchObject({ code: 'file-unwritable' });
  expect(shown()).toEqual(['book.variables.csv']);
});

test('A report that brings a plot asks about its picture before it writes anything', async () => {
  put('agreement.png');
  const folder = project.app.grants.grant(join(project.folder, 'out'));
  const asked = { folder, plot: true, draws: 0 };
  await expect(project.client.run('reliability.export', { ...asked, files: ['csv'] })).rejects.toMatchObject({
    details: { files: 'agreement.png' },
  });
  expect(shown()).toEqual(['agreement.png']);
  await project.client.run('reliability.export', { ...asked, files: ['csv'], replace: true });
  expect(read('agreement.png')).toBe('by hand');
  await expect(run('a picture of the plot')).rejects.toMatchObject({ details: { files: 'agreement.png' } });
});

test('An export of data does not take what the others left for its own leftovers', async () => {
  for (const kind of Object.keys(exporters)) await run(kind);
  const folder = project.app.grants.grant(join(project.folder, 'out'));
  expect(await project.client.run('exports.run', { folder, formats: ['csv'] })).toMatchObject({ warnings: [] });
  for (const kind of Object.keys(exporters)) await run(kind); // and it forgets nothing of theirs
});
