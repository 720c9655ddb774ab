import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import * as desk from '../testExport.ts';
import {
  box,
  cells,
  choose,
  exported,
  field,
  newStudy,
  openExport,
  placeOf,
  run,
  sized,
  toFolder,
  toggle,
} from '../testExport.ts';

/** Whether the dialog has a choice of this name, or a box to tick. */
const isAsked = (label: string): boolean =>
  screen.queryByRole('button', { name: (name) => name.endsWith(` ${label}`) }) !== null;
const isOffered = (name: string | RegExp): boolean => screen.queryByRole('checkbox', { name }) !== null;

describe('the usual two files', () => {
  it('hold every coding and every article as the project has them', async ({ galley }) => {
    const { port, news } = await newStudy(galley);
    await openExport(galley);
    await sized(/^codings: 4 rows, .*and a file of documents with the counts of all codes/u);
    // 4 codings, 2 articles; the dictionaries have a row for each column.
    const words = await exported(galley);
    expect(words).toContain('codings.csv (4 rows)');
    expect(words).toContain('documents.csv (2 rows)');
    const rows = await cells(galley, 'codings.csv', 'coder', 'code', 'start', 'end', 'quote');
    // Counted: “Critics” after 15 characters, “Minister” after 30 and two line ends.
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Ben', 'Frames / Conflict', '15', '30', 'Critics object.'],
        ['Ada', 'Frames', '0', '14', 'Tax cuts help.'],
        ['Ada', 'حرب', '32', '52', 'Minister Roe agrees.'],
        ['Ada', 'Frames', '0', '5', 'مرحبا'],
      ]),
    );
    for (const document of [port, news]) {
      const { text } = await galley.client.call('documents.text', { document });
      const own = (await desk.written(galley, 'codings.csv')).filter((row) => row['document_id'] === document);
      for (const row of own) expect(row['quote']).toBe(text.slice(Number(row['start']), Number(row['end'])));
    }
    const articles = await cells(galley, 'documents.csv', 'document', 'annotations', 'n: Frames', 'n: حرب');
    expect(articles).toEqual(
      expect.arrayContaining([
        ['port', '3', '1', '1'],
        ['خبر', '1', '1', '0'],
      ]),
    );
  });

  it('have no choice of rows, columns and filters, and the dialog says why', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    screen.getByText('These two files hold everything. To leave something out, choose one kind of row.');
    for (const name of ['Several coders', 'Codes as', 'Articles', 'Status', 'Round', 'Coder', 'Code'])
      expect(isAsked(name), name).toBe(false);
    for (const name of ['Article facts', 'Answers', 'Words of the passage', 'With the codes below each'])
      expect(isOffered(name), name).toBe(false);
    await choose(galley, 'A row for each', 'Paragraph');
    for (const name of ['Several coders', 'Codes as', 'Articles', 'Status', 'Code'])
      expect(isAsked(name), name).toBe(true);
    for (const name of ['Article facts', 'Words of the passage']) expect(isOffered(name), name).toBe(true);
    expect(screen.queryByText(/^These two files hold everything/u)).toBeNull();
  });

  it('of a project without codings have no rows', async ({ galley }) => {
    await openExport(galley);
    await sized(/^codings: 0 rows/u);
    within(desk.preview()).getByText('No rows pass this choice.');
    expect(screen.queryByRole('table')).toBeNull();
    expect(run().disabled).toBe(false);
  });
});

describe('a table of one kind', () => {
  it('is looked at before it is written, and written as it was seen', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Sentence');
    // “Tax cuts help.”, “Critics object.”, “Minister Roe agrees.” and the one of the other article.
    await sized(/^sentences: 4 rows/u);
    const { head, rows } = desk.shownTable();
    expect(await exported(galley)).toContain('sentences.csv (4 rows)');
    const file: string[][] = parse(readFileSync(join(await placeOf(galley), 'sentences.csv')));
    expect([head, ...rows]).toEqual(file);
    expect(await cells(galley, 'sentences.csv', 'text', 'n: Frames', 'n: Frames / Conflict')).toEqual(
      expect.arrayContaining([
        ['Tax cuts help.', '1', '0'],
        ['Critics object.', '0', '1'],
        [desk.arabic, '1', '0'],
      ]),
    );
  });

  it('has coders in rows, in columns or together, as the unit is usually counted', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Coding');
    expect(field('Several coders').textContent).toBe('A row for each coder');
    await choose(galley, 'A row for each', 'Document');
    expect(field('Several coders').textContent).toBe('Together in one row');
    await sized(/^documents: 2 rows/u);
    await choose(galley, 'Several coders', 'Side by side in columns');
    await waitFor(() => expect(desk.shownTable().head).toContain('n: Frames / Conflict (Ben)'));
    await choose(galley, 'Several coders', 'A row for each coder');
    // Both coded “port”, Ada alone the other.
    await sized(/^documents: 3 rows/u);
    await exported(galley);
    expect(await cells(galley, 'documents.csv', 'document', 'coder', 'status')).toEqual(
      expect.arrayContaining([
        ['port', 'Ada', 'done'],
        ['port', 'Ben', 'working'],
        ['خبر', 'Ada', 'working'],
      ]),
    );
  });

  it('measures codes as 0 or 1, counts or shares, with those below or without', async ({ galley }) => {
    const { port, war } = await newStudy(galley);
    await galley.newCoding(port, 'Roe', war);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Document');
    const ofPort = async (): Promise<Record<string, string>> => {
      await exported(galley);
      return (await desk.written(galley, 'documents.csv')).find((row) => row['document'] === 'port') ?? {};
    };
    await toggle(galley, 'With the codes below each');
    // Frames itself and Conflict below it; war twice, once within the other.
    expect(await ofPort()).toMatchObject({ 'n: Frames': '2', 'n: Frames / Conflict': '1', 'n: حرب': '2' });
    await openExport(galley);
    await choose(galley, 'A row for each', 'Document');
    await choose(galley, 'Codes as', '0 or 1');
    expect(await ofPort()).toMatchObject({ 'has: Frames': '1', 'has: حرب': '1' });
    await openExport(galley);
    await choose(galley, 'A row for each', 'Document');
    await choose(galley, 'Codes as', 'Share of characters');
    // “Minister Roe agrees.” has 20 of 52 characters, and “Roe” lies in it.
    expect(Number((await ofPort())['share: حرب'])).toBeCloseTo(20 / 52, 6);
  });

  it('leaves out the columns that are not ticked', async ({ galley }) => {
    const study = await newStudy(galley);
    await desk.newFacts(galley, study);
    const ask = { scope: 'document', name: 'tone', level: 'text' } as const;
    const { id: variable } = await galley.client.call('variables.create', ask);
    await galley.client.call('answers.set', { document: study.port, variable, value: 'calm' });
    await openExport(galley);
    await choose(galley, 'A row for each', 'Paragraph');
    const has = (...names: string[]) =>
      waitFor(() => {
        const { head } = desk.shownTable();
        const known = ['site', 'tone', 'text', 'n: Frames'];
        expect(known.filter((name) => head.includes(name))).toEqual(names);
      });
    await has('site', 'tone', 'text', 'n: Frames');
    await toggle(galley, 'Article facts');
    await has('tone', 'text', 'n: Frames');
    await toggle(galley, 'Answers');
    await has('text', 'n: Frames');
    await toggle(galley, 'Words of the passage');
    await has('n: Frames');
    await choose(galley, 'Codes as', 'No columns');
    await has();
    expect(isOffered('With the codes below each')).toBe(false);
    await choose(galley, 'A row for each', 'Document');
    expect(isOffered('Words of the passage')).toBe(false);
    await choose(galley, 'A row for each', 'Coding');
    expect(isAsked('Codes as')).toBe(false);
  });

  it('of many rows shows the first twelve and counts all', async ({ galley }) => {
    await galley.newArticle('long', Array.from({ length: 40 }, (_, at) => `Paragraph ${at + 1}.`).join('\n\n'));
    await openExport(galley);
    await choose(galley, 'A row for each', 'Paragraph');
    await sized(/^paragraphs: 40 rows/u);
    const { head, rows } = desk.shownTable();
    expect(rows).toHaveLength(12);
    expect(rows.at(-1)?.[head.indexOf('text')]).toBe('Paragraph 12.');
    const region = screen.getByRole('region', { name: 'First rows of the table' });
    await galley.tabTo(region);
  });
});

describe('writing', () => {
  it('waits for a format, and says so', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    await toggle(galley, /^CSV,/u);
    screen.getByText('Choose a format.');
    expect(run().disabled).toBe(true);
    expect([isOffered(/^For Excel/u), isOffered(/^Raw cells/u)]).toEqual([false, false]);
    await toggle(galley, /^TSV/u);
    expect(screen.queryByText('Choose a format.')).toBeNull();
    expect(isOffered(/^For Excel/u)).toBe(true);
    await exported(galley);
    const [, ...lines] = readFileSync(join(await placeOf(galley), 'codings.tsv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.split('\t').length > 5)).toEqual([true, true, true, true]);
    expect(existsSync(join(await placeOf(galley), 'codings.csv'))).toBe(false);
  });

  it('adds a mark for Excel and leaves cells raw where that is ticked', async ({ galley }) => {
    const study = await newStudy(galley);
    const sum = await galley.newArticle('sum', '=1+1 is two.');
    await galley.newCoding(sum, '=1+1', study.frames);
    const quotes = async (): Promise<unknown[]> => (await cells(galley, 'codings.csv', 'quote')).flat();
    const isMarked = async (): Promise<boolean> =>
      readFileSync(join(await placeOf(galley), 'codings.csv'))
        .subarray(0, 3)
        .toString('hex') === 'efbbbf';
    await openExport(galley);
    await exported(galley);
    expect(await quotes()).toContain("'=1+1");
    expect(await isMarked()).toBe(false);
    await openExport(galley);
    await toggle(galley, /^For Excel/u);
    await toggle(galley, /^Raw cells/u);
    await exported(galley);
    expect(await quotes()).toContain('=1+1');
    expect(await isMarked()).toBe(true);
  });

  it('writes annotation files into a folder of each format, and offers the same formats the next time', async ({
    galley,
  }) => {
    await newStudy(galley);
    await openExport(galley);
    await toggle(galley, /^JSON Lines/u);
    await toggle(galley, /^brat/u);
    const words = await exported(galley);
    // Two articles with two files each, and what is beside them.
    expect(words).toMatch(/brat \(\d+ files\)/u);
    const place = await placeOf(galley);
    const marks = readdirSync(join(place, 'brat'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ann'),
    );
    expect(marks).toHaveLength(2);
    const lines = readFileSync(join(place, 'codings.jsonl'), 'utf8').trimEnd().split('\n');
    const codes = lines.map((line) => (JSON.parse(line) as { code: string }).code);
    expect(codes.toSorted()).toEqual(['Frames', 'Frames', 'Frames / Conflict', 'حرب'].toSorted());
    await openExport(galley);
    await waitFor(() => expect(box(/^brat/u).checked).toBe(true));
    expect([box(/^JSON Lines/u).checked, box(/^CSV,/u).checked, box(/^TSV/u).checked]).toEqual([true, true, false]);
  });

  it('asks before it replaces files of others, and leaves them where the answer is no', async ({ galley }) => {
    await newStudy(galley);
    const place = await placeOf(galley);
    mkdirSync(place, { recursive: true });
    const foreign = join(place, 'codings.csv');
    writeFileSync(foreign, 'mine');
    const ask = async (): Promise<HTMLElement> => {
      await openExport(galley);
      await galley.pressButton('Export');
      return screen.findByRole('alertdialog', { name: 'Replace 1 file?' });
    };
    const list = within(await ask()).getByRole('list', { name: 'Files that would be replaced' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['codings.csv']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Export data' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(readFileSync(foreign, 'utf8')).toBe('mine');
    expect(existsSync(join(place, 'documents.csv'))).toBe(false);
    await galley.pressButton('Replace', await ask());
    await galley.closed();
    await desk.noticed(/^Exported codings\.csv \(4 rows\)/u);
    expect(await desk.written(galley, 'codings.csv')).toHaveLength(4);
  });

  it('goes to the folder that is chosen, which is offered the next time', async ({ galley }) => {
    await newStudy(galley);
    mkdirSync(join(galley.folder, 'Results'));
    const dialog = await openExport(galley);
    await toFolder(galley, dialog, 'Results');
    await exported(galley);
    expect(await placeOf(galley)).toBe(join(galley.folder, 'Results'));
    expect(await desk.written(galley, 'codings.csv')).toHaveLength(4);
    await openExport(galley);
  });

  it('says why where it cannot write', async ({ galley }) => {
    await newStudy(galley);
    const place = await placeOf(galley);
    mkdirSync(join(place, '..'), { recursive: true });
    writeFileSync(place, 'a file where the folder should be');
    await openExport(galley);
    await galley.pressButton('Export');
    await galley.closed();
    await desk.noticed(/Choose another folder/u);
    expect(readFileSync(place, 'utf8')).toBe('a file where the folder should be');
  });

  it('is left by Escape and by Cancel with nothing written', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Paragraph');
    await galley.press('{Escape}');
    await galley.closed();
    await openExport(galley);
    // What was filled in before is forgotten.
    expect(field('A row for each').textContent).toBe('Coding + document');
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(existsSync(await placeOf(galley))).toBe(false);
  });
});

describe('in a blind round', () => {
  it('says that the files hold own work alone, and writes no other', async ({ galley }) => {
    const study = await newStudy(galley);
    await desk.goBlind(galley, study);
    const dialog = await openExport(galley);
    expect(within(dialog).getByRole('note').textContent).toBe(
      'You code blind in “Blind”: the files hold your own work alone, and their dictionaries say so.',
    );
    await sized(/^codings: 3 rows/u);
    await choose(galley, 'A row for each', 'Coding');
    expect(await desk.offers(galley, 'Several coders')).not.toContain('The agreed version alone');
    expect(await desk.offers(galley, 'Coder')).toEqual(['All coders', 'Ada']);
    await sized(/^codings: 3 rows/u);
    expect(desk.preview().textContent).not.toContain('Critics object.');
    await exported(galley);
    const file = readFileSync(join(await placeOf(galley), 'codings.csv'), 'utf8');
    expect(file).not.toContain('Ben');
    expect((await cells(galley, 'codings.csv', 'coder')).flat()).toEqual(['Ada', 'Ada', 'Ada']);
    await desk.noticed('Only the work of Ada, who codes in a blind round.');
  });

  it('says why the table of a saved export with the work of others is not shown', async ({ galley }) => {
    const study = await newStudy(galley);
    const { client } = galley;
    const filters = { coders: [study.ben] };
    const table = { unit: 'coding', coders: 'rows', filters } as const;
    await client.call('recipes.save', { name: 'Ben', formats: ['csv'], table });
    await desk.goBlind(galley, study);
    await openExport(galley);
    await choose(galley, 'Saved exports', 'Ben');
    const alert = await within(desk.preview()).findByRole('alert');
    expect(alert.textContent).toContain('an export holds your own work alone');
    expect(screen.queryByRole('table')).toBeNull();
    // Their name is not told, and the choice can be taken back.
    expect(field('Coder').textContent).toBe('No longer there');
    await desk.tick(galley, 'Coder', 'No longer there');
    await sized(/^codings: 3 rows/u);
  });
});
