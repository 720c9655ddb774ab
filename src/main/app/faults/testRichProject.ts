import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../../shared/api/client.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createTestApp } from '../testApp.ts';

const text = 'The port reopened on Monday 🚢. Nobody was hurt. The mayor thanked the crews, and said why.\n';
const page = `<html><head><title>Strike</title></head><body><article><h1>Strike</h1>${'<p>Two hundred dockers walked out before dawn, the union said. Nobody returned.</p>'.repeat(9)}</article></body></html>`;

type Documents = { first: Id; second: Id; page: Id };

/** Makes a small project with records of every kind, texts and originals of every packing, and acts taken back and brought back. */
export async function makeRichProject(folder: string): Promise<string> {
  const input = join(folder, 'input');
  mkdirSync(input, { recursive: true });
  writeFileSync(join(input, 'a.txt'), text);
  writeFileSync(join(input, 'b.txt'), `${text}And more.\r\n`);
  writeFileSync(join(input, 'c.html'), page);
  const { app, client, end } = createTestApp({ workers: 1 });
  try {
    await client.call('project.create', { folder: app.grants.grant(folder), name: 'Rich' });
    await client.call('coders.identify', { name: 'Ben' });
    await client.run('imports.start', { files: [app.grants.grant(input)] });
    const { rows } = await client.call('documents.list', { offset: 0, limit: 9 });
    const [first = '', second = '', third = ''] = rows.map(({ id }) => id);
    await fillCodebook(client);
    await fillDesk(client, { first, second, page: third });
    await turnBackAndForth(client, first);
    await client.call('project.close', {});
  } finally {
    await end();
  }
  return join(folder, 'Rich.galley');
}

async function codeNamed(client: Client, name: string): Promise<Id> {
  const { codes } = await client.call('codes.list', {});
  return codes.find((code) => code.name === name)?.id ?? '';
}

async function fillCodebook(client: Client): Promise<void> {
  const { call } = client;
  const frame = (await call('codes.create', { name: 'Frame', parent: null })).id;
  const conflict = (await call('codes.create', { name: 'Conflict', parent: frame })).id;
  const actor = (await call('codes.create', { name: 'Actor', parent: null })).id;
  await call('codes.update', { code: conflict, definition: 'Two sides that want what only one can have.', key: '3' });
  const set = await call('exclusiveSets.create', { name: 'One of these', rule: 'warn' });
  await call('codes.update', { code: actor, exclusiveSet: set.id, include: 'Persons and groups', exclude: 'Places' });
  await call('examples.create', { code: conflict, quote: 'They walked out before dawn.' });
  await call('variables.create', { scope: 'document', name: 'tone', label: 'Tone of the article', level: 'text' });
  await call('variables.create', { scope: 'document', name: 'length', level: 'ratio', minimum: 0.5, maximum: 90.25 });
  await call('variables.create', { scope: 'document', name: 'speaker', level: 'entity', entityList: 'People' });
  await call('variables.create', { scope: 'passage', code: actor, name: 'who', level: 'text', help: 'By name' });
  await call('entities.create', { list: 'People', name: 'The mayor', attributes: { party: 'none' } });
  await call('versions.publish', { note: 'For the pilot' });
}

async function fillDesk(client: Client, { first, second, page: third }: Documents): Promise<void> {
  const { call } = client;
  const [conflict, actor] = [await codeNamed(client, 'Conflict'), await codeNamed(client, 'Actor')];
  const code = (document: Id, from: number, to: number, of: Id) =>
    call('annotations.create', { document, code: of, start: from, end: to });
  const one = await code(first, 0, 8, actor);
  const two = await code(first, 32, 47, conflict);
  await code(second, 4, 17, conflict);
  await call('annotations.setMemo', { annotation: one.id, memo: 'Is a port an actor? To be discussed.' });
  await call('links.create', { source: one.id, target: two.id, relation: 'leads to' });
  const variables = await call('variables.list', {});
  const variable = (name: string): Id => variables.find((each) => each.name === name)?.id ?? '';
  await call('answers.set', {
    document: first,
    variable: variable('tone'),
    value: 'calm',
    evidence: [{ start: 0, end: 8 }],
  });
  await call('answers.set', { document: first, variable: variable('length'), value: 12.625 });
  await call('answers.set', { document: first, annotation: one.id, variable: variable('who'), value: 'the port' });
  await call('documents.setFact', { document: third, variable: 'site', value: 'Coast Wire' });
  await call('progress.set', { document: second, status: 'set-aside', reason: 'Too short to say.' });
  await call('coders.identify', { name: 'Ada' });
  await code(first, 4, 17, conflict);
  await call('answers.set', { document: first, variable: variable('tone'), value: 'alarmed' });
  await call('disagreements.discuss', { place: { document: first, variable: variable('tone') }, memo: 'Both fit.' });
  const coders = (await call('coders.list', {})).map(({ id }) => id);
  const round = { name: 'Pilot', kind: 'training', mode: 'open', note: 'Mark all actors.' } as const;
  await call('rounds.create', { ...round, documents: [first, third], coders });
  await call('recipes.save', { name: 'For R', formats: ['csv'] });
  await call('texts.correct', {
    document: second,
    content: `${text}And no more.\n`,
    reason: 'A misprint',
    decisions: [],
  }).catch(async () => {
    const { annotations } = await client.run('texts.compare', { document: second, content: `${text}And no more.\n` });
    const decisions = annotations.map(({ annotation, place }) => ({
      annotation,
      place: place && { start: place.start, end: place.end },
    }));
    await call('texts.correct', {
      document: second,
      content: `${text}And no more.\n`,
      reason: 'A misprint',
      decisions,
    });
  });
}

/** Ends with acts in force, an act to bring back, and one that was overtaken. */
async function turnBackAndForth(client: Client, document: Id): Promise<void> {
  const { call } = client;
  const actor = await codeNamed(client, 'Actor');
  for (let place = 50; place < 70; place += 2) {
    await call('annotations.create', { document, code: actor, start: place, end: place + 9 });
  }
  for (let time = 0; time < 4; time++) await call('history.undo', {});
  await call('history.redo', {});
  await call('codes.create', { name: 'Overtakes', parent: null });
  for (const memo of ['first', 'second', 'third']) {
    const { rows } = await call('segments.list', { offset: 0, limit: 1 });
    await call('annotations.setMemo', {
      annotation: rows[0]?.id ?? '',
      memo: `The ${memo} thought about it.`,
      confirmed: true,
    });
  }
  await call('history.undo', {});
}
