import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments, Result } from '../../../shared/api/contract.ts';
import type { ChangedEvent } from '../../../shared/api/events.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Choice } from '../../../shared/model/variables.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let documents: Id[];

beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(
    project.put('a.txt', 'The harbour 👩‍🚒 opened on Tuesday.'),
    project.put('b.txt', 'The council debated.'),
    project.put('c.txt', 'Nobody came.'),
  );
  documents = (await project.client.call('documents.list', { offset: 0, limit: 9 })).rows.map(({ id }) => id);
});
afterEach(() => project.end());

const choice = (value: number, label: string, missing = false): Choice => ({ value, label, missing, help: '' });
const choices = [choice(1, 'yes'), choice(2, 'no'), choice(99, 'unclear', true)];

const at = (index: number): Id => documents[index] ?? '';
const create = (input: Arguments<'variables.create'>): Promise<Result<'variables.create'>> =>
  project.client.call('variables.create', input);
const ask = (name: string, change: Partial<Arguments<'variables.create'>> = {}): Promise<Result<'variables.create'>> =>
  create({ scope: 'document', name, level: 'nominal', choices, ...change });
const set = (variable: Id, value: number | string | number[], document = at(0)): Promise<Result<'answers.set'>> =>
  project.client.call('answers.set', { document, variable, value });
const open = (document = at(0)): Promise<Result<'documents.open'>> =>
  project.client.call('documents.open', { document });

async function claim(): Promise<{ code: Id; annotation: Id }> {
  const { id: annotation, code } = await project.client.call('annotations.create', {
    document: at(0),
    start: 4,
    end: 11,
    code: { name: 'Claim', parent: null },
  });
  return { code, annotation };
}

describe('An answer', () => {
  test('is kept, begins the work on the article, and goes back to “not yet coded”, step by step', async () => {
    const { id: variable } = await ask('local');
    const answer = await set(variable, 2);
    expect(answer).toMatchObject({ state: 'given', value: 2, annotation: null, version: 0 });
    const opened = await open();
    expect(opened.answers).toEqual([answer]);
    expect(opened.progress).toMatchObject([{ status: 'working', reason: '' }]);
    expect((await open(at(1))).answers).toEqual([]);
    await set(variable, 1);
    expect((await open()).answers).toEqual([{ ...answer, value: 1 }]);
    await project.client.call('answers.clear', { document: at(0), variable });
    expect((await open()).answers).toEqual([]);
    for (let steps = 0; steps < 3; steps++) await project.client.call('history.undo', {});
    expect(await open()).toMatchObject({ answers: [], progress: [] });
    for (let steps = 0; steps < 2; steps++) await project.client.call('history.redo', {});
    expect((await open()).answers).toEqual([{ ...answer, value: 1 }]);
  });

  test('is told to the window with the progress that it began, article facts apart', async () => {
    const { id: variable } = await ask('local');
    const events: ChangedEvent[] = [];
    project.app.listen((event) => {
      if (event.event === 'changed') events.push(event.data);
    });
    const answer = await set(variable, 2);
    await project.client.call('documents.setFact', { document: at(0), variable: 'site', value: 'taz' });
    expect(events[0]?.tables).toMatchObject({
      answer: { changed: [answer] },
      progress: { changed: [{ status: 'working' }] },
    });
    expect(events[0]?.tables.fact).toBeUndefined();
    expect(events[1]?.tables.fact).toEqual({ reset: false, documents: [at(0)] });
    expect(events[1]?.tables.answer).toBeUndefined();
  });

  test('that the variable does not allow is refused at the contract, with what is allowed', async () => {
    const { id: local } = await ask('local');
    const { id: share } = await ask('share', { level: 'ratio', choices: [], minimum: 0, maximum: 100 });
    await expect(set(local, 3)).rejects.toMatchObject({
      code: 'bad-input',
      details: { variable: local, allowed: '1 yes, 2 no, 99 unclear' },
    });
    await expect(set(share, 101)).rejects.toMatchObject({
      code: 'bad-input',
      message: '“share”: 101 is outside its range (0 to 100).',
      details: { allowed: '0 to 100' },
    });
    await expect(set(share, -0.5)).rejects.toThrow('“share”: -0.5 is outside its range (0 to 100).');
    expect((await open()).answers).toEqual([]);
    await expect(set(share, 'ten')).rejects.toMatchObject({ code: 'bad-input' });
    const absent = { document: at(0), variable: local, state: 'absent' as const };
    await expect(project.client.call('answers.set', { ...absent, value: 1 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await project.client.call('answers.set', absent)).toMatchObject({ state: 'absent', value: null });
    await expect(set('00000000-0000-7000-8000-000000000000', 1)).rejects.toMatchObject({ code: 'not-found' });
    expect((await open(at(1))).progress).toEqual([]);
  });

  test('points at passages, moved outward to whole characters, which stay when only the value changes', async () => {
    const { id: variable } = await ask('local');
    const evidence = [{ start: utf16(13), end: utf16(14) }];
    const call = { document: at(0), variable, value: 1, evidence };
    const { evidence: kept } = await project.client.call('answers.set', call);
    expect(kept).toEqual([{ start: 12, end: 17 }]);
    expect((await set(variable, 2)).evidence).toEqual(kept);
    const outside = [{ start: utf16(0), end: utf16(900) }];
    await expect(project.client.call('answers.set', { ...call, evidence: outside })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  test('about a passage is its coder’s, and only to the questions of its code', async () => {
    const { code, annotation } = await claim();
    const { id: variable } = await create({ scope: 'passage', code, name: 'actor', level: 'text' });
    const { id: other } = await ask('local');
    const call = { document: at(0), annotation, variable, value: 'Ada' };
    expect(await project.client.call('answers.set', call)).toMatchObject({ annotation, value: 'Ada' });
    await expect(project.client.call('answers.set', { ...call, variable: other, value: 1 })).rejects.toThrow(
      'passages',
    );
    await expect(project.client.call('answers.set', { ...call, document: at(1) })).rejects.toMatchObject({
      code: 'not-found',
    });
    await project.client.call('coders.identify', { name: 'Ben' });
    await expect(project.client.call('answers.set', call)).rejects.toThrow('another coder');
    await expect(project.client.call('answers.clear', { document: at(0), annotation, variable })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    await project.client.call('documents.remove', { documents: [at(0)] });
    await project.client.call('history.undo', {});
    expect((await open()).answers).toHaveLength(1);
  });

  test('of two coders stands side by side', async () => {
    const { id: variable } = await ask('local');
    await set(variable, 1);
    await project.client.call('coders.identify', { name: 'Ben' });
    await set(variable, 2);
    expect((await open()).answers.map(({ value }) => value).sort()).toEqual([1, 2]);
    expect((await open()).progress).toHaveLength(2);
  });
});

describe('A variable', () => {
  test('does not change so that answers no longer fit', async () => {
    const { id: variable } = await ask('local');
    await set(variable, 2);
    const update = (change: object): Promise<unknown> =>
      project.client.call('variables.update', { variable, ...change });
    await expect(update({ choices: [choice(1, 'yes')] })).rejects.toMatchObject({
      code: 'conflict',
      details: { answers: 1 },
    });
    await expect(update({ level: 'text' })).rejects.toMatchObject({ code: 'conflict' });
    await update({ level: 'ordinal', choices: [...choices, choice(3, 'mixed')], name: 'nearby' });
    await expect(ask('nearby')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('moves among the others, and takes its answers and the rules that ask it along when it goes', async () => {
    const first = await ask('first');
    const showIf = { match: 'all' as const, tests: [{ variable: first.id, is: 'equal' as const, value: 1 }] };
    const second = await ask('second', { showIf });
    await project.client.call('variables.move', { variable: second.id, before: first.id });
    const names = async (): Promise<string[]> =>
      (await project.client.call('variables.list', {})).filter(({ scope }) => scope !== 'fact').map(({ name }) => name);
    expect(await names()).toEqual(['second', 'first']);
    await set(first.id, 1);
    expect(await project.client.call('variables.removal', { variable: first.id })).toMatchObject({ answers: 1 });
    await project.client.call('variables.remove', { variable: first.id });
    expect(await names()).toEqual(['second']);
    const kept = (await project.client.call('variables.list', {})).find(({ id }) => id === second.id);
    expect(kept?.showIf).toBeNull();
    await project.client.call('history.undo', {});
    expect((await open()).answers).toHaveLength(1);
  });

  test('of a list knows its entries, which stay while answers name them', async () => {
    const { id: variable } = await create({ scope: 'document', name: 'who', level: 'entity', entityList: 'People' });
    const ada = await project.client.call('entities.create', {
      list: 'People',
      name: 'Ada',
      attributes: { role: 'MP' },
    });
    const again = { list: 'People', name: 'Ada' };
    await expect(project.client.call('entities.create', again)).rejects.toMatchObject({ code: 'conflict' });
    await set(variable, ada.id);
    await expect(project.client.call('entities.remove', { entity: ada.id })).rejects.toMatchObject({
      code: 'conflict',
      details: { answers: 1 },
    });
    await project.client.call('entities.update', { entity: ada.id, name: 'Ada L.' });
    expect(await project.client.call('entities.list', {})).toEqual([{ ...ada, name: 'Ada L.' }]);
    await project.client.call('answers.clear', { document: at(0), variable });
    await project.client.call('entities.remove', { entity: ada.id });
    expect(await project.client.call('entities.list', {})).toEqual([]);
  });
});

describe('An article', () => {
  const done = (document = at(0)): Promise<Result<'progress.set'>> =>
    project.client.call('progress.set', { document, status: 'done' });

  test('is done once every required question that is asked has an answer; fallbacks are written then', async () => {
    const local = await ask('local', { required: true, label: 'Is it local?' });
    const showIf = { match: 'all' as const, tests: [{ variable: local.id, is: 'equal' as const, value: 1 }] };
    const where = await ask('where', { level: 'text', required: true, showIf });
    const photo = await ask('photo', { required: true, fallback: 2 });
    await expect(done()).rejects.toMatchObject({ code: 'incomplete', details: { missing: 'Is it local?' } });
    expect((await open()).answers).toEqual([]);
    await set(local.id, 1);
    expect(await project.client.call('progress.missing', { document: at(0) })).toEqual([
      { variable: where.id, annotation: null, label: 'where' },
    ]);
    await set(where.id, 'Bremen');
    await set(local.id, 2);
    expect(await done()).toMatchObject({ status: 'done' });
    const answers = new Map((await open()).answers.map(({ variable, value }) => [variable, value]));
    // What was said while the question was asked is kept.
    expect(answers).toEqual(
      new Map<Id, unknown>([
        [local.id, 2],
        [where.id, 'Bremen'],
        [photo.id, 2],
      ]),
    );
    expect((await project.client.call('history.undo', {})).label).toBe('Mark “a” done');
    expect((await open()).answers).toHaveLength(2);
  });

  test('is set aside with a reason, and can be put back', async () => {
    const aside = { document: at(0), status: 'set-aside' as const };
    await expect(project.client.call('progress.set', aside)).rejects.toMatchObject({ code: 'bad-input' });
    await project.client.call('progress.set', { ...aside, reason: ' too short ' });
    expect((await open()).progress).toMatchObject([{ status: 'set-aside', reason: 'too short' }]);
    expect(await project.client.call('progress.set', { document: at(0), status: 'to-do' })).toBeNull();
    expect((await open()).progress).toEqual([]);
  });

  test('follows another by the list or in the order of a seed, round the end, past what is done', async () => {
    const next = (document: Id | null, order: 'list' | 'random' = 'list', seed = 1): Promise<Id | null> =>
      project.client.call('progress.next', { document, order, seed });
    expect(await next(null)).toBe(at(0));
    expect(await next(at(2))).toBe(at(0));
    const walk = async (seed: number): Promise<(Id | null)[]> => {
      const first = await next(null, 'random', seed);
      const second = await next(first, 'random', seed);
      return [first, second, await next(second, 'random', seed)];
    };
    for (const seed of [1, 2, 3, 4]) {
      const order = await walk(seed);
      expect(await walk(seed)).toEqual(order);
      expect([...order].sort()).toEqual([...documents].sort());
      expect(await next(order[2] ?? null, 'random', seed)).toBe(order[0]);
    }
    await done(at(1));
    expect(await next(at(0))).toBe(at(2));
    await project.client.call('progress.set', { document: at(2), status: 'set-aside', reason: 'no' });
    await done(at(0));
    expect(await next(at(0))).toBeNull();
    expect(await next(at(0), 'random')).toBeNull();
    await project.client.call('history.undo', {});
    expect(await next(at(1), 'random')).toBe(at(0));
  });
});

describe('The document list', () => {
  const list = async (input: Omit<Arguments<'documents.list'>, 'offset' | 'limit'>): Promise<string> => {
    const page = await project.client.call('documents.list', { ...input, offset: 0, limit: 9 });
    expect(page.all).toBe(3);
    expect(page.total).toBe(page.rows.length);
    return page.rows.map(({ name }) => name).join('');
  };

  test('is filtered by status, answers, facts and words, and follows every change and undo', async () => {
    const { id: local } = await ask('local');
    await project.client.call('documents.setFact', { document: at(1), variable: 'site', value: 'Die Zeit' });
    const site = (await project.client.call('variables.list', {})).find(({ name }) => name === 'site')?.id ?? '';
    expect(await list({ filter: 'ZEIT' })).toBe('b');
    expect(await list({ where: [{ variable: site, value: 'Die Zeit' }] })).toBe('b');
    expect(await list({ where: [{ variable: site, value: null }] })).toBe('ac');
    expect(await list({ status: 'to-do' })).toBe('abc');
    await set(local, 1, at(1));
    await set(local, 2, at(2));
    expect(await list({ status: 'to-do' })).toBe('a');
    expect(await list({ status: 'working' })).toBe('bc');
    expect(await list({ where: [{ variable: local, value: 1 }] })).toBe('b');
    expect(await list({ where: [{ variable: local, value: null }] })).toBe('a');
    expect(await list({ status: 'working', filter: 'zeit', where: [{ variable: local, value: 2 }] })).toBe('');
    const { rows } = await project.client.call('documents.list', { offset: 0, limit: 9 });
    expect(rows.map(({ status }) => status)).toEqual(['to-do', 'working', 'working']);
    await project.client.call('history.undo', {});
    expect(await list({ status: 'to-do' })).toBe('ac');
    await project.client.call('documents.rename', { document: at(0), name: 'zeit' });
    expect(await list({ filter: 'zeit' })).toBe('zeitb');
    await project.client.call('documents.setFact', { document: at(1), variable: 'site', value: null });
    expect(await list({ filter: 'zeit' })).toBe('zeit');
    await project.client.call('coders.identify', { name: 'Ben' });
    expect(await list({ status: 'to-do' })).toBe('zeitbc');
    expect(await list({ where: [{ variable: local, value: 1 }] })).toBe('');
  });

  test('keeps its order when documents go and come back', async () => {
    expect(await list({ filter: 'txt' })).toBe('');
    await project.client.call('documents.remove', { documents: [at(1)] });
    const page = await project.client.call('documents.list', { status: 'to-do', offset: 0, limit: 9 });
    expect(page.rows.map(({ name }) => name)).toEqual(['a', 'c']);
    await project.client.call('history.undo', {});
    expect(await list({ status: 'to-do' })).toBe('abc');
  });
});

describe('A table of answers', () => {
  const read = (content: string | Buffer): Promise<Result<'answers.import'>> =>
    project.client.run('answers.import', { file: project.app.grants.grant(project.put('answers.csv', content)) });

  test('gives answers as one step, and those that are there already are counted', async () => {
    const { id: local } = await ask('local');
    await ask('topics', { level: 'multiple' });
    const table = 'document,variable,value\na,local,no\nb,local,99\nc,local,(absent)\na,topics,yes; 2\n';
    expect(await read(table)).toEqual({ answers: 4, present: 0 });
    expect(await read(table)).toEqual({ answers: 0, present: 4 });
    expect((await project.client.call('project.stats', {})).answers).toBe(4);
    expect((await open()).answers.find(({ variable }) => variable === local)?.value).toBe(2);
    expect((await open(at(2))).answers).toMatchObject([{ state: 'absent', value: null }]);
    expect((await project.client.call('history.undo', {})).label).toBe('Give 4 answers from answers.csv');
    expect((await project.client.call('project.stats', {})).answers).toBe(0);
  });

  test.each([
    ['', 'answers.csv is empty.'],
    [
      Buffer.from('document,variable,value\na,caf\xe9,1\n', 'latin1'),
      'answers.csv is not UTF-8. Save it as UTF-8 (Excel: “CSV UTF-8”) and try again.',
    ],
  ])('that cannot be read as a text is named once', async (content, message) => {
    await expect(read(content)).rejects.toMatchObject({ message });
  });

  test('with faults tells each with its row, and changes nothing', async () => {
    await ask('local');
    await ask('share', { level: 'ratio', choices: [], minimum: 0, maximum: 1 });
    await create({ scope: 'fact', name: 'desk', level: 'text' });
    const rows = [
      'a,local,1',
      'z,local,1',
      'a,lokal,1',
      'b,local,maybe',
      'b,share,2',
      'a,local,2',
      'b,desk,x',
      'c,local,',
    ];
    await expect(read(`document,variable,value\n${rows.join('\n')}\n`)).rejects.toMatchObject({
      code: 'file-damaged',
      message:
        'answers.csv: row 3: there is no document “z” (and 6 more: row 4, row 5, row 6, row 7, row 8 …). Nothing was changed.',
      details: {
        faults: [
          'row 3: there is no document “z”',
          'row 4: there is no variable “lokal”',
          'row 5: “local”: “maybe” is none of its values (1 yes, 2 no, 99 unclear)',
          'row 6: “share”: 2 is outside its range (0 to 1)',
          'row 7: “local” of “a” is answered in row 2 already',
          'row 8: “desk” is an article fact, not a question to a coder',
          'row 9: “local”: there is no value; leave the row out, or write (absent) or (not applicable)',
        ].join('\n'),
      },
    });
    expect((await project.client.call('project.stats', {})).answers).toBe(0);
    await expect(read('document,value\na,1\n')).rejects.toThrow('row 1: there is no column “variable”');
  });
});
