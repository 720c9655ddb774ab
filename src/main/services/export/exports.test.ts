import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnyEvent } from '../../../shared/api/events.ts';
import { exportedNames } from '../testListing.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const first = 'A 👩‍🔬 said: "stop, now".\n=Sum of it all.\n';
const second = 'مرحبا بالعالم 漢字 e\u0301nd.\n';

/** Two documents, three codings with a code path, emoji, quotes, line ends and a formula among them. */
async function fill(): Promise<void> {
  await project.importFiles(project.put('first.txt', first), project.put('second.txt', second));
  await project.code([
    // "👩‍🔬 said" begins at code point 2; the cluster is three code points.
    { document: 'first', start: 2, end: 10, code: 'Frames / Conflict', quote: '👩‍🔬 said', memo: 'who?' },
    { document: 'first', start: 12, end: 40, code: 'Frames', quote: '"stop, now".\n=Sum of it all.' },
    { document: 'first', start: 25, end: 40, code: 'Frames / Conflict', quote: '=Sum of it all.' },
  ]);
}

function run(folder: string, options: object = {}): Promise<{ files: { name: string; rows: number }[] }> {
  const file = project.app.grants.grant(join(project.folder, folder));
  return project.client.run('exports.run', { folder: file, formats: ['csv'], ...options });
}

/** An independent reader's view of a file. */
function records(folder: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(project.folder, folder, name)), { columns: true, bom: true });
}

describe('An export', () => {
  test('has a row for each coding, whose quotation stands at its offsets in code points', async () => {
    await fill();
    const { files } = await run('out', { raw: true });
    expect(files.map(({ name }) => name)).toEqual([
      'codings.csv',
      'codings.dictionary.csv',
      'documents.csv',
      'documents.dictionary.csv',
    ]);
    expect(files[0]?.rows).toBe(3);
    const rows = records('out', 'codings.csv');
    expect(
      rows.map(({ document, code, coder, start, end, memo }) => [document, code, coder, start, end, memo]),
    ).toEqual([
      ['first', 'Frames / Conflict', 'Ada', '2', '10', 'who?'],
      ['first', 'Frames', 'Ada', '12', '40', ''],
      ['first', 'Frames / Conflict', 'Ada', '25', '40', ''],
    ]);
    for (const { quote, start, end } of rows) {
      expect(quote).toBe(Array.from(first).slice(Number(start), Number(end)).join(''));
    }
    expect(rows[0]?.['created']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  });

  test('has a row for each document, with counts and 0/1 for each code', async () => {
    await fill();
    await run('out');
    const rows = records('out', 'documents.csv');
    expect(rows.map((row) => [row['document'], row['characters'], row['coders'], row['annotations']])).toEqual([
      ['first', String(Array.from(first).length), '1', '3'],
      ['second', String(Array.from(second).length), '0', '0'],
    ]);
    expect(
      rows.map((row) => [
        row['n: Frames'],
        row['has: Frames'],
        row['n: Frames / Conflict'],
        row['has: Frames / Conflict'],
      ]),
    ).toEqual([
      ['1', '1', '2', '1'],
      ['0', '0', '0', '0'],
    ]);
  });

  test('guards formulas unless asked not to, and its dictionary says so', async () => {
    await fill();
    await run('safe');
    await run('raw', { raw: true });
    expect(records('safe', 'codings.csv')[2]?.['quote']).toBe("'=Sum of it all.");
    expect(records('raw', 'codings.csv')[2]?.['quote']).toBe('=Sum of it all.');
    const noteOf = (folder: string): string | undefined =>
      records(folder, 'codings.dictionary.csv').find(({ column }) => column === 'quote')?.['note'];
    expect(noteOf('safe')).toContain('apostrophe');
    expect(noteOf('raw')).not.toContain('apostrophe');
  });

  test('explains every column of every table', async () => {
    await fill();
    await run('out');
    for (const table of ['codings', 'documents']) {
      const header = Object.keys(records('out', `${table}.csv`)[0] ?? {});
      expect(records('out', `${table}.dictionary.csv`).map(({ column }) => column)).toEqual(header);
    }
  });

  test('gives article facts a column each, and one that is named like a column of ours a name of its own', async () => {
    await fill();
    const [document] = (await project.client.call('documents.list', { offset: 0, limit: 1 })).rows;
    if (!document) throw new Error('no document');
    await project.client.call('documents.setFact', { document: document.id, variable: 'site', value: 'Coast Wire' });
    await project.client.call('documents.setFact', { document: document.id, variable: 'Code', value: '-7' });
    await run('out');
    expect(records('out', 'codings.csv')[0]).toMatchObject({
      site: 'Coast Wire',
      Code_fact: '-7',
      code: 'Frames / Conflict',
    });
    expect(records('out', 'documents.csv').map(({ site }) => site)).toEqual(['Coast Wire', '']);
  });

  test('names documents by their ids where names repeat', async () => {
    await fill();
    mkdirSync(join(project.folder, 'again'));
    await project.importFiles(project.put('again/second.txt', 'another text'));
    await run('out');
    const rows = records('out', 'documents.csv');
    expect(rows.map(({ document }) => document)).toEqual(['first', rows[1]?.['document_id'], rows[2]?.['document_id']]);
  });

  test('is the same bytes every time', async () => {
    await fill();
    await run('one', { formats: ['csv', 'jsonl'], byteOrderMark: true });
    await run('two', { formats: ['csv', 'jsonl'], byteOrderMark: true });
    const names = exportedNames(join(project.folder, 'one'));
    expect(names).toHaveLength(6);
    for (const name of names) {
      const [one, two] = ['one', 'two'].map((folder) => readFileSync(join(project.folder, folder, name)));
      expect(one?.equals(two ?? Buffer.alloc(0)), name).toBe(true);
      expect(one?.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(name.endsWith('.csv'));
    }
  });

  test('as JSON lines says the same as the table', async () => {
    await fill();
    await run('out', { formats: ['jsonl', 'csv'], raw: true });
    const lines = readFileSync(join(project.folder, 'out', 'codings.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const objects = lines.map((line) => JSON.parse(line) as Record<string, string | number | null>);
    const asText = objects.map((object) =>
      Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value ?? '')])),
    );
    expect(asText).toEqual(records('out', 'codings.csv'));
    expect(objects[0]).toMatchObject({ start: 2, end: 10 });
  });

  test('can be read back as codings, which are all there already', async () => {
    await fill();
    await run('out', { formats: ['jsonl'] });
    const file = project.app.grants.grant(join(project.folder, 'out', 'codings.jsonl'));
    expect(await project.client.run('codings.import', { file, strict: true })).toEqual({
      annotations: 0,
      present: 3,
      codes: [],
    });
  });

  test('of a project without anything is tables without rows', async () => {
    expect((await run('out')).files.map(({ name, rows }) => [name, rows])).toEqual([
      ['codings.csv', 0],
      ['codings.dictionary.csv', 12],
      ['documents.csv', 0],
      ['documents.dictionary.csv', 5],
    ]);
  });

  test('says where it cannot write and what to do, and leaves nothing behind', async () => {
    await fill();
    project.put('file', 'not a folder');
    await expect(run('file')).rejects.toMatchObject({
      code: 'file-unwritable',
      message: expect.stringContaining('Choose another folder') as string,
    });
    mkdirSync(join(project.folder, 'blocked', 'documents.csv', 'in the way'), { recursive: true });
    await expect(run('blocked')).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(readdirSync(join(project.folder, 'blocked')).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test('that is cancelled leaves what was there before', async () => {
    const texts = Array.from({ length: 40 }, (_, index) =>
      project.put(`text ${index}.txt`, `${index} ${'word '.repeat(2000)}`),
    );
    await project.importFiles(...texts);
    await project.code(
      texts.flatMap((_, index) =>
        Array.from({ length: 500 }, (_unused, place) => ({
          document: `text ${index}`,
          start: place,
          end: place + 40,
          code: 'C',
        })),
      ),
    );
    mkdirSync(join(project.folder, 'out'));
    writeFileSync(join(project.folder, 'out', 'codings.csv'), 'as it was');
    const cancelled = project.client.run('exports.run', {
      folder: project.app.grants.grant(join(project.folder, 'out')),
      formats: ['csv'],
      replace: true,
    });
    const stop = project.app.listen((event: AnyEvent) => {
      if (event.event === 'task' && event.data.method === 'exports.run' && event.data.state === 'running') {
        void project.client.call('tasks.cancel', { task: event.data.id });
      }
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    stop();
    expect(readdirSync(join(project.folder, 'out'))).toEqual(['codings.csv']);
    expect(readFileSync(join(project.folder, 'out', 'codings.csv'), 'utf8')).toBe('as it was');
  });
});

describe('TSV files', () => {
  test('hold what the CSV file holds, with tabs between the cells', async () => {
    await fill();
    await run('out', { formats: ['csv', 'tsv'] });
    const table = readFileSync(join(project.folder, 'out', 'codings.tsv'));
    expect(parse(table, { columns: true, delimiter: '\t' })).toEqual(records('out', 'codings.csv'));
    expect(table.toString().split('\r\n')[0]).toContain('document\tdocument_id\t');
  });
});

describe('SPSS and Stata files', () => {
  test('stand beside the others, give equal bytes twice, and the dictionary says their names', async () => {
    await fill();
    const { files, warnings } = await project.client.run('exports.run', {
      folder: project.app.grants.grant(join(project.folder, 'one')),
      formats: ['csv', 'sav', 'dta'],
    });
    expect(files.map(({ name, rows }) => [name, rows])).toEqual([
      ['codings.csv', 3],
      ['codings.sav', 3],
      ['codings.dta', 3],
      ['codings.dictionary.csv', expect.any(Number)],
      ['documents.csv', 2],
      ['documents.sav', 2],
      ['documents.dta', 2],
      ['documents.dictionary.csv', expect.any(Number)],
    ]);
    expect(warnings).toEqual([]);
    await run('two', { formats: ['csv', 'sav', 'dta'] });
    for (const { name } of files) {
      const [one, two] = ['one', 'two'].map((folder) => readFileSync(join(project.folder, folder, name)));
      expect(two?.equals(one ?? Buffer.alloc(0)), name).toBe(true);
    }
    // SPSS system files begin with $FL2, Stata 118 files with <stata_dta>; the names are in the dictionary.
    expect(
      readFileSync(join(project.folder, 'one', 'codings.sav'))
        .subarray(0, 4)
        .toString(),
    ).toBe('$FL2');
    expect(
      readFileSync(join(project.folder, 'one', 'codings.dta'))
        .subarray(0, 11)
        .toString(),
    ).toBe('<stata_dta>');
    const frames = records('one', 'documents.dictionary.csv').find(({ column }) => column?.includes('Conflict'));
    expect(frames?.['spss_name']).toMatch(/^[A-Za-z_][\w.]*$/u);
    expect(frames?.['stata_name']).toMatch(/^[A-Za-z_]\w*$/u);
    expect(readdirSync(join(project.folder, 'one')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
