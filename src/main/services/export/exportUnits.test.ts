import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../shared/api/contract.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

type TableWish = NonNullable<Arguments<'exports.run'>['table']>;

let project: TestProject;
/** Ids by name: of documents, codes, variables and coders. */
let ids: Record<string, Id>;

/**
 * Two articles, two coders. Offsets by counting: the sentences of “one” are [0,14), [15,30) and, in the second paragraph,
 * [32,52); the whole text has 52 characters.
 *
 * Ada, one: Frames on the first sentence, Frames / Conflict on the second, Claim on the third; done with both articles.
 * Ben, one: Frames / Conflict on the first paragraph, Claim on the third sentence; has not begun with “two”.
 */
const texts = { one: 'Tax cuts help. Critics object.\n\nMinister Roe agrees.', two: 'Nothing here.' };

beforeEach(async () => {
  project = await createTestProject();
  ids = {};
  const { client } = project;
  await project.importFiles(project.put('one.txt', texts.one), project.put('two.txt', texts.two));
  for (const { id, name } of (await client.call('documents.list', { offset: 0, limit: 9 })).rows) ids[name] = id;
  const code = async (name: string, parent: string | null = null): Promise<void> => {
    ids[name] = (await client.call('codes.create', { name, parent: parent === null ? null : id(parent) })).id;
  };
  await code('Frames');
  await code('Conflict', 'Frames');
  await code('Claim');
  await askQuestions();
  ids['Ada'] = (await client.call('coders.identify', { name: 'Ada' })).id;
  await coding('Frames', 0, 14);
  await coding('Conflict', 15, 30);
  await answer('stance', 1, await coding('Claim', 32, 52));
  await answer('tone', 2);
  await answer('reason', 'because');
  await answer('topics', [1, 2]);
  await answer('day', '2026-03-01');
  await answer(
    'person',
    (await client.call('entities.create', { list: 'people', name: 'Roe', attributes: { party: 'A' } })).id,
  );
  await client.call('answers.set', { document: id('two'), variable: id('tone'), value: 99 });
  for (const document of ['one', 'two']) await client.call('progress.set', { document: id(document), status: 'done' });
  ids['Ben'] = (await client.call('coders.identify', { name: 'Ben' })).id;
  await coding('Conflict', 0, 30);
  await answer('stance', 2, await coding('Claim', 32, 52));
  await answer('tone', 2);
  await answer('reason', 'of old');
  await answer('tone', 1); // the reason is asked for no longer
  await client.call('answers.set', { document: id('one'), variable: id('topics'), state: 'absent' });
});
afterEach(() => project.end());

function id(name: string): Id {
  const found = ids[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

async function askQuestions(): Promise<void> {
  const ask = async (name: string, wish: Omit<Arguments<'variables.create'>, 'name'>): Promise<void> => {
    ids[name] = (await project.client.call('variables.create', { name, ...wish })).id;
  };
  const scope = 'document';
  const choices = [
    { value: 1, label: 'low' },
    { value: 2, label: 'high' },
    { value: 99, label: 'cannot tell', missing: true },
  ];
  await ask('tone', { scope, level: 'ordinal', label: 'Which tone?', choices });
  const tests = [{ variable: id('tone'), is: 'equal' as const, value: 2 }];
  await ask('reason', { scope, level: 'text', showIf: { match: 'all', tests } });
  const topics = [
    { value: 1, label: 'Economy' },
    { value: 2, label: 'Climate' },
  ];
  await ask('topics', { scope, level: 'multiple', choices: topics });
  await ask('day', { scope, level: 'date' });
  await ask('person', { scope, level: 'entity', entityList: 'people' });
  const stances = [
    { value: 1, label: 'pro' },
    { value: 2, label: 'contra' },
  ];
  await ask('stance', { scope: 'passage', code: id('Claim'), level: 'nominal', choices: stances });
}

async function coding(code: string, start: number, end: number): Promise<Id> {
  return (await project.client.call('annotations.create', { document: id('one'), code: id(code), start, end })).id;
}

async function answer(
  variable: string,
  value: number | string | number[],
  annotation: Id | null = null,
): Promise<void> {
  await project.client.call('answers.set', { document: id('one'), annotation, variable: id(variable), value });
}

/** Writes the table as CSV and reads it with an independent reader: the cells of these columns, row by row. */
async function table(wish: TableWish, columns: readonly string[]): Promise<(string | undefined)[][]> {
  const rows = await records(wish);
  for (const column of columns) expect(Object.keys(rows[0] ?? {})).toContain(column);
  return rows.map((row) => columns.map((column) => row[column]));
}

async function records(wish: TableWish, name = `${wish.unit}s`): Promise<Record<string, string>[]> {
  const folder = project.app.grants.grant(join(project.folder, 'out'));
  const { files } = await project.client.run('exports.run', { folder, formats: ['csv'], table: wish });
  expect(files.map((file) => file.name)).toEqual([`${wish.unit}s.csv`, `${wish.unit}s.dictionary.csv`]);
  return parse(readFileSync(join(project.folder, 'out', `${name}.csv`)), { columns: true });
}

const [conflict, rolled] = ['n: Frames / Conflict', 'n: Frames'];

describe('Rows of documents', () => {
  test('have one for each coder who began, with empty cells for what was not answered', async () => {
    const wish: TableWish = { unit: 'document', coders: 'rows', columns: { rollUp: true } };
    expect(await table(wish, ['document', 'coder', 'status', rolled, conflict, 'n: Claim', 'tone', 'reason'])).toEqual([
      ['one', 'Ada', 'done', '2', '1', '1', '2', 'because'],
      ['one', 'Ben', 'working', '1', '1', '1', '1', '-9'],
      ['two', 'Ada', 'done', '0', '0', '0', '99', '-9'],
    ]);
    expect(await table(wish, ['topics: Economy', 'topics: Climate', 'day', 'person', 'person: party'])).toEqual([
      ['1', '1', '2026-03-01', 'Roe', 'A'],
      ['-8', '-8', '', '', ''],
      ['', '', '', '', ''],
    ]);
  });

  test('have the columns of every coder side by side, empty where a coder has not begun', async () => {
    const wish: TableWish = { unit: 'document', coders: 'columns', columns: { codes: 'binary' } };
    const columns = ['document', 'coders', 'has: Frames (Ada)', 'has: Frames (Ben)', 'tone (Ada)', 'reason (Ben)'];
    expect(await table(wish, columns)).toEqual([
      ['one', '2', '1', '0', '2', '-9'],
      ['two', '1', '0', '', '99', ''],
    ]);
  });

  test('have what the coders have together, and say where they differ', async () => {
    const wish: TableWish = { unit: 'document', coders: 'pooled', columns: { codes: 'count' } };
    expect(await table(wish, ['document', 'coders', 'n: Frames', conflict, 'tone', 'topics: Economy', 'day'])).toEqual([
      ['one', '2', '1', '2', '-7', '-7', '2026-03-01'],
      ['two', '1', '0', '0', '99', '', ''],
    ]);
  });

  test('measure the share of characters that a code has, twice coded ones once', async () => {
    const wish: TableWish = { unit: 'document', coders: 'pooled', columns: { codes: 'share', rollUp: true } };
    const [one] = await table(wish, ['share: Frames', 'share: Frames / Conflict', 'share: Claim']);
    // Frames with Conflict: [0,14) + [15,30) of Ada and [0,30) of Ben are 30 of 52 characters.
    expect(one?.map(Number)).toEqual([30 / 52, 30 / 52, 20 / 52]);
  });
});

describe('Rows of paragraphs and sentences', () => {
  test('count the codings that touch a paragraph', async () => {
    const wish: TableWish = { unit: 'paragraph', coders: 'pooled' };
    const columns = ['document', 'paragraph', 'start', 'end', 'text', 'n: Frames', conflict, 'n: Claim'];
    expect(await table(wish, columns)).toEqual([
      ['one', '1', '0', '30', 'Tax cuts help. Critics object.', '1', '2', '0'],
      ['one', '2', '32', '52', 'Minister Roe agrees.', '0', '0', '2'],
      ['two', '1', '0', '13', 'Nothing here.', '0', '0', '0'],
    ]);
  });

  test('have one for each sentence and coder', async () => {
    const wish: TableWish = { unit: 'sentence', coders: 'rows', columns: { codes: 'binary', answers: false } };
    expect(
      await table(wish, ['document', 'sentence', 'start', 'coder', 'has: Frames', `has: Frames / Conflict`]),
    ).toEqual([
      ['one', '1', '0', 'Ada', '1', '0'],
      ['one', '1', '0', 'Ben', '0', '1'],
      ['one', '2', '15', 'Ada', '0', '1'],
      ['one', '2', '15', 'Ben', '0', '1'],
      ['one', '3', '32', 'Ada', '0', '0'],
      ['one', '3', '32', 'Ben', '0', '0'],
      ['two', '1', '0', 'Ada', '0', '0'],
    ]);
  });

  test('have coders side by side', async () => {
    const wish: TableWish = { unit: 'sentence', coders: 'columns', columns: { codes: 'share', rollUp: true } };
    expect(await table(wish, ['document', 'sentence', 'share: Frames (Ada)', 'share: Frames (Ben)'])).toEqual([
      ['one', '1', '1', '1'],
      ['one', '2', '1', '1'],
      ['one', '3', '0', '0'],
      ['two', '1', '0', ''],
    ]);
  });
});

describe('Rows of codings and statements', () => {
  test('have one for each coding, with its coder’s answers about the article', async () => {
    const columns = ['document', 'code', 'coder', 'start', 'end', 'quote', 'tone'];
    expect(await table({ unit: 'coding', coders: 'rows' }, columns)).toEqual([
      ['one', 'Frames', 'Ada', '0', '14', 'Tax cuts help.', '2'],
      ['one', 'Frames / Conflict', 'Ben', '0', '30', 'Tax cuts help. Critics object.', '1'],
      ['one', 'Frames / Conflict', 'Ada', '15', '30', 'Critics object.', '2'],
      ['one', 'Claim', 'Ada', '32', '52', 'Minister Roe agrees.', '2'],
      ['one', 'Claim', 'Ben', '32', '52', 'Minister Roe agrees.', '1'],
    ]);
  });

  test('have one for each passage and code, with the coders who made it', async () => {
    const wish = (coders: 'columns' | 'pooled'): TableWish => ({ unit: 'coding', coders, columns: { answers: false } });
    expect(await table(wish('pooled'), ['code', 'start', 'coders', 'coder_names'])).toEqual([
      ['Frames', '0', '1', 'Ada'],
      ['Frames / Conflict', '0', '1', 'Ben'],
      ['Frames / Conflict', '15', '1', 'Ada'],
      ['Claim', '32', '2', expect.stringMatching(/^(Ada; Ben|Ben; Ada)$/u)],
    ]);
    expect(await table(wish('columns'), ['code', 'start', 'coded (Ada)', 'coded (Ben)'])).toEqual([
      ['Frames', '0', '1', '0'],
      ['Frames / Conflict', '0', '0', '1'],
      ['Frames / Conflict', '15', '1', '0'],
      ['Claim', '32', '1', '1'],
    ]);
  });

  test('leave out of statements the codings of codes without questions', async () => {
    expect(await table({ unit: 'statement', coders: 'rows' }, ['code', 'coder', 'quote', 'stance', 'tone'])).toEqual([
      ['Claim', 'Ada', 'Minister Roe agrees.', '1', '2'],
      ['Claim', 'Ben', 'Minister Roe agrees.', '2', '1'],
    ]);
    expect(await table({ unit: 'statement', coders: 'columns' }, ['code', 'stance (Ada)', 'stance (Ben)'])).toEqual([
      ['Claim', '1', '2'],
    ]);
    expect(await table({ unit: 'statement', coders: 'pooled' }, ['code', 'coders', 'stance'])).toEqual([
      ['Claim', '2', '-7'],
    ]);
  });
});

describe('The rows', () => {
  const columns = ['document', 'code', 'coder'];
  const codings = (filters: NonNullable<TableWish['filters']>) =>
    table({ unit: 'coding', coders: 'rows', filters }, columns);

  test('are those of the documents, coders and codes that are asked for, codes with all below them', async () => {
    expect(await codings({ coders: [id('Ben')] })).toEqual([
      ['one', 'Frames / Conflict', 'Ben'],
      ['one', 'Claim', 'Ben'],
    ]);
    expect(await codings({ codes: [id('Frames')], coders: [id('Ada')] })).toEqual([
      ['one', 'Frames', 'Ada'],
      ['one', 'Frames / Conflict', 'Ada'],
    ]);
    const documents = await table({ unit: 'document', coders: 'pooled', filters: { documents: [id('two')] } }, [
      'document',
    ]);
    expect(documents).toEqual([['two']]);
  });

  test('are those of coders who are so far, or whom a round gave the document', async () => {
    expect(await codings({ statuses: ['done'], codes: [id('Claim')] })).toEqual([['one', 'Claim', 'Ada']]);
    const round = await project.client.call('rounds.create', {
      ...{ name: 'Pilot', kind: 'reliability', mode: 'open' },
      ...{ documents: [id('one')], coders: [id('Ben')] },
    });
    expect(await codings({ rounds: [round.id], codes: [id('Claim')] })).toEqual([['one', 'Claim', 'Ben']]);
    const wish: TableWish = { unit: 'document', coders: 'pooled', filters: { statuses: ['working'] } };
    expect(await table(wish, ['document', 'coders'])).toEqual([['one', '1']]);
  });

  test('are those of the articles with such a fact', async () => {
    const { client } = project;
    await client.call('documents.setFact', { document: id('two'), variable: 'outlet', value: 'Coast Wire' });
    const fact = (await client.call('variables.list', {})).find(({ name }) => name === 'outlet');
    const where = [{ variable: fact?.id ?? '', value: 'Coast Wire' }];
    expect(await table({ unit: 'document', coders: 'pooled', filters: { where } }, ['document', 'outlet'])).toEqual([
      ['two', 'Coast Wire'],
    ]);
  });

  test('are those of rounds, days, numbers and values, several of a kind widening the choice', async () => {
    const { client } = project;
    const facts = [
      ['one', 'date', '2026-03-01'],
      ['two', 'date', '2026-03-31T09:30:00Z'],
      ['one', 'outlet', 'Harbour Echo'],
      ['two', 'outlet', 'Coast Wire'],
    ] as const;
    for (const [document, variable, value] of facts) {
      await client.call('documents.setFact', { document: id(document), variable, value });
    }
    const pages = await client.call('variables.create', { scope: 'fact', name: 'pages', level: 'ratio' });
    await client.call('documents.setFact', { document: id('one'), variable: 'pages', value: '9' });
    const known = await client.call('variables.list', {});
    const fact = (name: string): Id => known.find((one) => one.name === name && one.scope === 'fact')?.id ?? '';
    const found = async (...where: NonNullable<NonNullable<TableWish['filters']>['where']>): Promise<unknown> =>
      (await records({ unit: 'document', coders: 'pooled', filters: { where } })).map(({ document }) => document);
    const [date, outlet] = [fact('date'), fact('outlet')];
    expect(await found({ variable: date, from: '2026-03-01', to: '2026-03-31' })).toEqual(['one', 'two']);
    expect(await found({ variable: date, from: '2026-03-02', to: null })).toEqual(['two']);
    expect(await found({ variable: date, from: null, to: '2026-03-30' })).toEqual(['one']);
    expect(await found({ variable: pages.id, from: '10', to: null })).toEqual([]); // 9 is less, though its digits are more
    expect(await found({ variable: pages.id, from: null, to: '10' })).toEqual(['one']); // that of “two” is not known
    expect(await found({ variable: pages.id, value: '' })).toEqual(['two']);
    const both = ['Coast Wire', 'Harbour Echo'].map((value) => ({ variable: outlet, value }));
    expect(await found(...both)).toEqual(['one', 'two']);
    expect(await found(...both, { variable: date, from: '2026-03-02', to: null })).toEqual(['two']);
    await expect(found({ variable: date, from: '30 March', to: null })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('“30 March” is not a day') as string,
    });
    expect(await client.call('documents.factValues', { variable: pages.id })).toEqual({
      ...{ total: 1, unknown: 1 },
      values: [{ value: '9', documents: 1 }],
    });

    const rounds: Id[] = [];
    for (const [name, coder] of [
      ['Pilot', 'Ada'],
      ['Main', 'Ben'],
    ] as const) {
      const given = { documents: [id('one')], coders: [id(coder)] };
      rounds.push((await client.call('rounds.create', { name, kind: 'main', mode: 'open', ...given })).id);
    }
    expect(await codings({ rounds, codes: [id('Claim')] })).toEqual([
      ['one', 'Claim', 'Ada'],
      ['one', 'Claim', 'Ben'],
    ]);
  });

  test('may be none, and the table has its header and dictionary all the same', async () => {
    expect(await records({ unit: 'coding', coders: 'rows', filters: { documents: [] } })).toEqual([]);
    expect(readFileSync(join(project.folder, 'out', 'codings.csv'), 'utf8')).toMatch(/^document,document_id,/u);
  });

  test('are refused where the choice names what is gone', async () => {
    await expect(codings({ codes: [id('Ada')] })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('a code that is no longer in the project') as string,
    });
  });
});

describe('The dictionary', () => {
  test('has the level, the labels and the missing codes of every question', async () => {
    await records({ unit: 'document', coders: 'pooled' });
    const rows: Record<string, string>[] = parse(
      readFileSync(join(project.folder, 'out', 'documents.dictionary.csv')),
      {
        columns: true,
      },
    );
    expect(rows.find(({ column }) => column === 'tone')).toMatchObject({
      ...{ label: 'Which tone?', type: 'integer', level: 'ordinal', source: 'article question' },
      ...{
        values: '1 = low; 2 = high',
        missing: '99 = cannot tell; -8 = absent; -9 = not applicable; -7 = coders differ',
      },
    });
    expect(rows.find(({ column }) => column === 'day')).toMatchObject({ type: 'date', level: 'scale' });
  });
});

describe('A preview', () => {
  test('has the first rows, and counts all rows and columns of what would be written', async () => {
    const wish: TableWish = { unit: 'sentence', coders: 'rows' };
    const all = await records(wish);
    const preview = await project.client.run('exports.preview', { table: wish, limit: 2 });
    expect(preview.totals).toEqual({ rows: 7, columns: Object.keys(all[0] ?? {}).length });
    expect(preview.columns.map(({ name }) => name)).toEqual(Object.keys(all[0] ?? {}));
    expect(preview.rows.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(
      all.slice(0, 2).map((row) => Object.values(row)),
    );
  });

  test('says what Parquet can be split by: what both of the usual tables have, or what the table has of few values', async () => {
    await project.client.call('documents.setFact', { document: id('two'), variable: 'outlet', value: 'Coast Wire' });
    const splits = async (table: TableWish | null): Promise<string[]> =>
      (await project.client.run('exports.preview', { table })).splits;
    expect(await splits(null)).toEqual(['document', 'outlet']);
    const wish: TableWish = { unit: 'statement', coders: 'rows' };
    const asked = ['stance', 'tone', 'reason', 'topics: Economy', 'topics: Climate', 'day', 'person'];
    expect(await splits(wish)).toEqual(['document', 'outlet', 'code', 'coder', ...asked]);
  });
});
