import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnyEvent, ChangedEvent } from '../../../shared/api/events.ts';
import type { Annotation, Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const text = 'The port reopened on Monday. Nobody was hurt. The mayor thanked the crews.\n';

/** Imports documents that hold `text` and a line of their own, and answers with their ids. */
async function documents(...names: string[]): Promise<Id[]> {
  await project.importFiles(...names.map((name) => project.put(`${name}.txt`, `${text}${name}\n`)));
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 1000 });
  return rows.map(({ id }) => id);
}

function codeNamed(name: string): Promise<Id> {
  return project.client.call('codes.create', { name, parent: null }).then(({ id }) => id);
}

function apply(document: Id, code: Id, quote: string): Promise<Annotation> {
  const start = text.indexOf(quote);
  return project.client.call('annotations.create', { document, code, start, end: start + quote.length });
}

/** The events that an act makes. */
async function changesOf(act: () => Promise<unknown>): Promise<ChangedEvent[]> {
  const heard: ChangedEvent[] = [];
  const stop = project.app.listen((event: AnyEvent) => {
    if (event.event === 'changed') heard.push(event.data);
  });
  await act();
  stop();
  return heard;
}

async function whoCodes(name: string): Promise<Id> {
  await project.client.call('coders.identify', { name });
  const coders = await project.client.call('coders.list', {});
  const known = coders.find((coder) => coder.name === name);
  if (known) return known.id;
  throw new Error(`${name} has not coded yet`);
}

describe('Uniting codings', () => {
  test('leaves the first over all the words, with memos, answers and links of the others, as one step', async () => {
    const [document = ''] = await documents('one');
    const code = await codeNamed('Event');
    const variable = await project.client.call('variables.create', {
      scope: 'passage',
      code,
      name: 'place',
      level: 'text',
    });
    const first = await apply(document, code, 'port reopened');
    const second = await apply(document, code, 'reopened on Monday');
    const far = await apply(document, await codeNamed('Actor'), 'The mayor');
    await project.client.call('annotations.setMemo', { annotation: first.id, memo: 'harbour' });
    await project.client.call('annotations.setMemo', { annotation: second.id, memo: 'when?' });
    await project.client.call('answers.set', {
      document,
      annotation: second.id,
      variable: variable.id,
      value: 'Varna',
    });
    await project.client.call('links.create', { source: second.id, target: far.id, relation: 'before' });
    await project.client.call('links.create', { source: first.id, target: second.id, relation: 'same' });

    const united = await project.client.call('annotations.unite', { annotations: [first.id, second.id] });
    expect(united).toMatchObject({ id: first.id, start: first.start, end: second.end, memo: 'harbour\nwhen?' });
    const open = await project.client.call('documents.open', { document });
    expect(open.annotations.rows.map(([id]) => id).sort()).toEqual([first.id, far.id].sort());
    expect(open.answers).toMatchObject([{ annotation: first.id, value: 'Varna' }]);
    expect(open.links).toMatchObject([{ source: first.id, target: far.id, relation: 'before' }]);
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);

    await project.client.call('history.undo', {});
    const back = await project.client.call('documents.open', { document });
    expect(back.annotations.rows).toHaveLength(3);
    expect(back.links).toHaveLength(2);
    expect(back.answers).toMatchObject([{ annotation: second.id }]);
  });

  test('is refused for different codes, texts or answers, for one alone, and where a twin stands', async () => {
    const [one = '', two = ''] = await documents('one', 'two');
    const [code, other] = [await codeNamed('Event'), await codeNamed('Actor')];
    const first = await apply(one, code, 'port reopened');
    const second = await apply(one, code, 'reopened on Monday');
    const strange = await apply(one, other, 'The mayor');
    const away = await apply(two, code, 'The port');
    const unite = (...annotations: Id[]) => project.client.call('annotations.unite', { annotations });
    await expect(unite(first.id, strange.id)).rejects.toMatchObject({ code: 'bad-input', message: /codes/ });
    await expect(unite(first.id, away.id)).rejects.toMatchObject({ code: 'bad-input', message: /texts/ });
    await expect(unite(first.id, first.id)).rejects.toMatchObject({ code: 'bad-input', message: /two or more/ });
    await apply(one, code, 'port reopened on Monday');
    await expect(unite(first.id, second.id)).rejects.toMatchObject({ code: 'already-coded' });
    const { id: variable } = await project.client.call('variables.create', {
      scope: 'passage',
      code,
      name: 'place',
      level: 'text',
    });
    for (const [annotation, value] of [
      [first.id, 'Varna'],
      [second.id, 'Burgas'],
    ] as const) {
      await project.client.call('answers.set', { document: one, annotation, variable, value });
    }
    await expect(unite(first.id, second.id)).rejects.toMatchObject({ code: 'conflict', message: /“place”/ });
  });
});

describe('Links', () => {
  test('join two codings of one text by a name, once for each coder, and are told to windows', async () => {
    const [one = '', two = ''] = await documents('one', 'two');
    const code = await codeNamed('Event');
    const source = (await apply(one, code, 'port')).id;
    const target = (await apply(one, code, 'mayor')).id;
    const away = (await apply(two, code, 'mayor')).id;
    const create = (from: Id, to: Id, relation: string) =>
      project.client.call('links.create', { source: from, target: to, relation });
    const [event] = await changesOf(() => create(source, target, 'leads to'));
    const link = event?.tables.link?.changed[0];
    expect(link).toMatchObject({ document: one, source, target, relation: 'leads to' });
    await create(target, source, 'leads to');
    await create(source, target, 'contradicts');
    expect(await project.client.call('links.relations', {})).toEqual(['leads to', 'contradicts']);
    await expect(create(source, target, 'leads to')).rejects.toMatchObject({ code: 'conflict' });
    await expect(create(source, source, 'x')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(create(source, away, 'x')).rejects.toMatchObject({ code: 'bad-input', message: /one text/ });

    const [gone] = await changesOf(() => project.client.call('links.remove', { link: link?.id ?? '' }));
    expect(gone?.tables.link?.removed).toEqual([link?.id]);
    await project.client.call('annotations.remove', { annotations: [source] });
    expect((await project.client.call('documents.open', { document: one })).links).toEqual([]);
    await project.client.call('documents.remove', { documents: [one] });
  });
});

describe('Rounds', () => {
  test('give documents to coders, once each, and are told to windows', async () => {
    const [one = '', two = '', three = ''] = await documents('one', 'two', 'three');
    const code = await codeNamed('Event');
    await apply(one, code, 'port');
    const ada = await whoCodes('Ada');
    await project.client.call('coders.identify', { name: 'Ben' });
    await apply(one, code, 'mayor');
    const ben = await whoCodes('Ben');
    const [event] = await changesOf(() =>
      project.client.call('rounds.create', {
        name: 'Pretest',
        kind: 'training',
        mode: 'blind',
        documents: [one, two, two],
        coders: [ada, ben],
      }),
    );
    expect(event?.tables).toMatchObject({ round: { reset: true }, assignment: { reset: true } });
    const [round] = await project.client.call('rounds.list', {});
    expect(round).toMatchObject({ name: 'Pretest', documents: 2, coders: [ada, ben], position: 0 });
    const id = round?.id ?? '';
    const assign = (assigned: Id[], coders: Id[]) =>
      project.client.call('rounds.assign', { round: id, documents: assigned, coders });
    expect(await assign([two, three], [ben])).toEqual({ assignments: 1 });
    expect((await project.client.call('documents.open', { document: three })).assignments).toEqual([
      { round: id, coder: ben },
    ]);
    await project.client.call('rounds.update', { round: id, name: 'Training', mode: 'open' });
    expect(await project.client.call('rounds.list', {})).toMatchObject([
      { name: 'Training', kind: 'training', mode: 'open', documents: 3 },
    ]);

    await project.client.call('documents.remove', { documents: [three] });
    expect(await project.client.call('rounds.list', {})).toMatchObject([{ documents: 2 }]);
    await project.client.call('rounds.remove', { round: id });
    expect(await project.client.call('rounds.list', {})).toEqual([]);
    await project.client.call('history.undo', {});
    await project.client.call('history.undo', {});
    expect(await project.client.call('rounds.list', {})).toMatchObject([{ documents: 3 }]);
  });

  test('keep a note, which is changed like their name and comes back with undo', async () => {
    const note = 'Twelve articles, to learn the rules.\nAsk before marking irony.';
    const made = await project.client.call('rounds.create', { name: 'Training', kind: 'training', mode: 'open', note });
    const notes = async () => (await project.client.call('rounds.list', {})).map((round) => round.note);
    await project.client.call('rounds.create', { name: 'Main', kind: 'main', mode: 'blind' });
    expect(await notes()).toEqual([note, '']);
    await project.client.call('rounds.update', { round: made.id, note: 'Done.' });
    expect(await notes()).toEqual(['Done.', '']);
    await project.client.call('history.undo', {});
    expect(await notes()).toEqual([note, '']);
    const long = 'x'.repeat(5001);
    await expect(project.client.call('rounds.update', { round: made.id, note: long })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  test('refuse a doubled name, and what the project does not know', async () => {
    const [one = ''] = await documents('one');
    const unknown = '00000000-0000-7000-8000-000000000000';
    const create = (name: string, given: Id[] = [], coders: Id[] = []) =>
      project.client.call('rounds.create', { name, kind: 'main', mode: 'open', documents: given, coders });
    await create('First');
    await expect(create('First')).rejects.toMatchObject({ code: 'conflict' });
    await expect(create('Second', [unknown])).rejects.toMatchObject({ code: 'not-found', message: /document/ });
    await expect(create('Second', [one], [unknown])).rejects.toMatchObject({ code: 'not-found', message: /coder/ });
    expect(await project.client.call('rounds.list', {})).toHaveLength(1);
    await expect(project.client.call('rounds.remove', { round: unknown })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('filter the list of codings by what the round gives to their coders', async () => {
    const [one = '', two = ''] = await documents('one', 'two');
    const code = await codeNamed('Event');
    const wanted = await apply(one, code, 'port');
    await apply(two, code, 'port');
    const ada = await whoCodes('Ada');
    await project.client.call('coders.identify', { name: 'Ben' });
    await apply(one, code, 'mayor');
    const { id: round } = await project.client.call('rounds.create', {
      name: 'R',
      kind: 'reliability',
      mode: 'blind',
      documents: [one],
      coders: [ada],
    });
    const list = await project.client.call('segments.list', { round, offset: 0, limit: 10 });
    expect(list.total).toBe(1);
    expect(list.rows.map(({ id }) => id)).toEqual([wanted.id]);
    expect(await project.client.call('segments.list', { round, code, document: two, offset: 0, limit: 10 })).toEqual({
      total: 0,
      agreed: 0,
      rows: [],
    });
  });

  test('give 2,000 documents to ten coders in one step', async () => {
    const files = Array.from({ length: 2000 }, (_, index) => project.put(`d${index}.txt`, `Text ${index}.\n`));
    await project.importFiles(...files);
    const ids: Id[] = [];
    for (let offset = 0; offset < 2000; offset += 1000) {
      const { rows } = await project.client.call('documents.list', { offset, limit: 1000 });
      ids.push(...rows.map(({ id }) => id));
    }
    const code = await codeNamed('Event');
    const coders: Id[] = [];
    for (let index = 0; index < 10; index++) {
      await project.client.call('coders.identify', { name: `Coder ${index}` });
      const document = ids[index] ?? '';
      await project.client.call('annotations.create', { document, code, start: 0, end: 4 });
      coders.push(await whoCodes(`Coder ${index}`));
    }
    const { id: round } = await project.client.call('rounds.create', { name: 'All', kind: 'main', mode: 'open' });
    expect(await project.client.call('rounds.assign', { round, documents: ids, coders })).toEqual({
      assignments: 20_000,
    });
    expect(await project.client.call('rounds.list', {})).toMatchObject([{ documents: 2000 }]);
  }, 60_000);
});
