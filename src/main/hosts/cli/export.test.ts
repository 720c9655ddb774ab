import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';
import { exportedNames } from '../../services/testListing.ts';

let place: CommandFolder;
beforeEach(async () => {
  place = createCommandFolder();
  place.put('a.txt', 'Prices rise. Wages do not.\n');
  place.put(
    'c.jsonl',
    [
      '{"document":"a","start":0,"end":12,"code":"Frames / Conflict"}',
      '{"document":"a","start":13,"end":26,"code":"=Risk"}',
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  await place.json('new', 'P.galley', '--json');
  await place.json('import', 'P.galley', 'a.txt', '--json');
  await place.json('code', 'P.galley', 'c.jsonl', '--coder', 'Ada', '--json');
}, 60_000);
afterEach(() => place.end());

const read = (...path: string[]): string => readFileSync(join(place.folder, ...path), 'utf8');

describe('galley export', { timeout: 120_000 }, () => {
  test('writes one table of the unit, rows and columns that are asked for', async () => {
    const words = ['export', 'P.galley', 'out', '--unit', 'sentence', '--columns', 'text,binary,roll-up'];
    expect(await place.json(...words, '--code', 'Frames', '--json')).toMatchObject({
      files: [
        { name: 'sentences.csv', rows: 2 },
        { name: 'sentences.dictionary.csv', rows: 10 },
      ],
      warnings: [],
    });
    const [header, ...rows] = read('out', 'sentences.csv').trimEnd().split('\r\n');
    expect(header).toBe(
      'document,document_id,sentence,start,end,text,coders,annotations,has: Frames,has: Frames / Conflict',
    );
    expect(rows.map((row) => row.replace(/,[\da-f-]{36},/u, ',ID,'))).toEqual([
      'a,ID,1,0,12,Prices rise.,1,1,1,1',
      'a,ID,2,13,26,Wages do not.,1,0,0,0',
    ]);
  });

  test('saves its choices under a name and does the same again, to the byte', async () => {
    const words = ['--format', 'csv,sav,dta', '--coder', 'Ada', '--no-text', '--save-recipe', 'Ada’s work'];
    expect((await place.galley('export', 'P.galley', 'one', ...words)).status).toBe(0);
    expect((await place.galley('export', 'P.galley', 'two', '--recipe', 'Ada’s work')).status).toBe(0);
    expect(exportedNames(join(place.folder, 'two'))).toEqual(exportedNames(join(place.folder, 'one')));
    for (const name of exportedNames(join(place.folder, 'one'))) {
      const [one, two] = ['one', 'two'].map((folder) => readFileSync(join(place.folder, folder, name)));
      expect(two?.equals(one ?? Buffer.alloc(0)), name).toBe(true);
    }
    expect(read('one', 'codings.csv')).toContain(",'=Risk,"); // a code that a spreadsheet would run
    expect(await place.galley('export', 'P.galley', 'out', '--recipe', 'Ben’s work')).toMatchObject({
      status: 1,
      error: 'galley: No export is saved as “Ben’s work”. There are “Ada’s work”.\n',
    });
  });

  test('says when there are no rows, and what it does not know', async () => {
    const none = await place.galley('export', 'P.galley', 'out', '--unit', 'coding', '--status', 'done');
    expect(none).toMatchObject({ status: 0, error: expect.stringContaining('The table has no rows') as string });
    const faults: [string[], number, string][] = [
      [['--unit', 'page'], 2, '--unit: “page” is unknown; known are document, paragraph, sentence, coding, statement'],
      [['--columns', 'facts,sums'], 2, '--columns: “sums” is unknown'],
      [['--columns', 'count,share'], 2, 'say one of count, share'],
      [['--recipe', 'R', '--unit', 'coding'], 2, '--recipe holds all choices; leave out --unit'],
      [['--where', 'date>=2026-01-01'], 1, '--where: there is no article fact “date”; there are: none'],
      [['--where', 'outlet'], 2, '--where: “outlet” is not FACT=VALUE'],
      [['--code', 'Frame'], 1, 'there is no code “Frame”; there are: Frames; Frames / Conflict; =Risk'],
      [['--coder', 'Cy'], 1, 'there is no coder “Cy”; there are: Ada'],
      [['--round', 'Pilot'], 1, 'there is no round “Pilot”; the project has none'],
    ];
    for (const [words, status, message] of faults) {
      const outcome = await place.galley('export', 'P.galley', 'out', ...words);
      expect(outcome).toMatchObject({ status, out: '', error: expect.stringContaining(message) as string });
    }
    place.put('file', '');
    expect(await place.galley('export', 'P.galley', 'file', '--unit', 'document')).toMatchObject({
      status: 1,
      error: expect.stringContaining('a file stands where a folder is needed') as string,
    });
  });
});

describe('galley export into a folder that holds something', { timeout: 120_000 }, () => {
  test('replaces files of an earlier export of the project, and others only with --replace', async () => {
    expect((await place.galley('export', 'P.galley', 'out')).status).toBe(0);
    expect((await place.galley('export', 'P.galley', 'out')).status).toBe(0);
    const before = read('out', 'codings.csv');
    await place.json('new', 'Q.galley', '--json');
    const refused = await place.galley('export', 'Q.galley', 'out', '--format', 'csv,jsonl');
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.error).toMatch(/^galley: .*out holds 4 files that no export of this project wrote/u);
    expect(refused.error).toContain('codings.csv');
    expect(refused.error).toContain('--replace');
    expect(read('out', 'codings.csv')).toBe(before);
    expect(readdirSync(join(place.folder, 'out')).filter((name) => name.endsWith('.jsonl'))).toEqual([]);
    expect((await place.galley('export', 'Q.galley', 'out', '--replace')).status).toBe(0);
    expect(read('out', 'codings.csv')).not.toBe(before);
    expect((await place.galley('export', 'P.galley', 'out', '--unit', 'coding')).status).toBe(1);
  });
});
