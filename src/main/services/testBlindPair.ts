import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../shared/api/client.ts';
import type { Id } from '../../shared/model/records.ts';
import { createTestApp } from '../app/testApp.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

const words = 'The port reopened on Monday. Nobody was hurt. The mayor thanked the crews.\n';

/** What both projects hold. `blind` and `second` are Ada's in a blind round; `own` are her records. */
export type Ground = {
  blind: Id;
  second: Id;
  open: Id;
  ada: Id;
  ben: Id;
  claim: Id;
  part: Id;
  spare: Id;
  tone: Id;
  topic: Id;
  who: Id;
  sure: Id;
  site: Id;
  mayor: Id;
  union: Id;
  set: Id;
  example: Id;
  round: Id;
  training: Id;
  recipe: Id;
  own: { coding: Id; other: Id; openCoding: Id; answer: Id; link: Id };
  bens: { openCoding: Id };
};

/** Ids of what others did in the blind documents: they are in one of the two projects only. */
export type Hidden = { coding: Id; other: Id; doras: Id; answer: Id; link: Id };

export type BlindPair = {
  folder: string;
  /** Project files: without and with the work of others in the blind documents. */
  without: string;
  with: string;
  ground: Ground;
  hidden: Hidden;
  end(): void;
};

type Call = Client['call'];

async function code(call: Call, document: Id, quote: string, use: Id): Promise<Id> {
  const start = words.indexOf(quote);
  return (await call('annotations.create', { document, code: use, start, end: start + quote.length })).id;
}

async function makeCodebook(call: Call) {
  const claim = (await call('codes.create', { name: 'Claim', parent: null })).id;
  const part = (await call('codes.create', { name: 'Part', parent: claim })).id;
  const spare = (await call('codes.create', { name: 'Spare', parent: null })).id;
  const set = (await call('exclusiveSets.create', { name: 'One only', rule: 'warn' })).id;
  await call('codes.update', { code: spare, exclusiveSet: set });
  const example = (await call('examples.create', { code: claim, quote: 'It is so.' })).id;
  const tone = (await call('variables.create', { scope: 'document', name: 'tone', level: 'text' })).id;
  const choices = [1, 2, 3].map((value) => ({ value, label: `Choice ${value}` }));
  const topic = (await call('variables.create', { scope: 'document', name: 'topic', level: 'nominal', choices })).id;
  const entity = { scope: 'document', name: 'who', level: 'entity', entityList: 'People' } as const;
  const who = (await call('variables.create', entity)).id;
  const passage = { scope: 'passage', code: claim, name: 'sure', level: 'nominal', choices } as const;
  const sure = (await call('variables.create', passage)).id;
  const mayor = (await call('entities.create', { list: 'People', name: 'The mayor' })).id;
  const union = (await call('entities.create', { list: 'People', name: 'The union' })).id;
  return { claim, part, spare, set, example, tone, topic, who, sure, mayor, union };
}

/** Everybody’s project: a codebook, work of Ada in all documents and of others in the open one, and rounds. */
async function makeGround(project: TestProject): Promise<Ground> {
  const { call } = project.client;
  const files = ['blind', 'second', 'open'].map((name) => project.put(`${name}.txt`, `${words}${name}.\n`));
  await project.importFiles(...files);
  const { rows } = await call('documents.list', { offset: 0, limit: 9 });
  const [blind = '', second = '', open = ''] = rows.map(({ id }) => id);
  const book = await makeCodebook(call);
  for (const document of [blind, second, open])
    await call('documents.setFact', { document, variable: 'site', value: 'Leeds' });
  const site = (await call('variables.list', {})).find(({ scope }) => scope === 'fact')?.id ?? '';
  await call('versions.publish', { note: 'First' });
  const coding = await code(call, blind, 'Nobody', book.claim);
  const other = await code(call, blind, 'crews', book.claim);
  await code(call, second, 'Monday', book.spare);
  const openCoding = await code(call, open, 'Nobody', book.claim);
  const answer = (await call('answers.set', { document: blind, variable: book.topic, value: 1 })).id;
  await call('answers.set', { document: blind, annotation: coding, variable: book.sure, value: 2 });
  const link = (await call('links.create', { source: coding, target: other, relation: 'see' })).id;
  await call('codes.update', { code: book.claim, include: 'Claims.' });
  await call('versions.publish', { note: 'Second' });
  const recipe = (await call('recipes.save', { name: 'Usual', formats: ['csv'] })).id;
  await call('coders.identify', { name: 'Ben' });
  const bensOpen = await code(call, open, 'Monday', book.claim);
  await call('answers.set', { document: open, variable: book.tone, value: 'calm' });
  await call('disagreements.mark', { place: { document: open, start: 0, end: 8 }, mark: 'slip' });
  for (const name of ['Cem', 'Dora']) await call('coders.add', { name });
  const coders = await call('coders.list', {});
  const idOf = (name: string): Id => coders.find((coder) => coder.name === name)?.id ?? '';
  const [ada, ben, cem] = [idOf('Ada'), idOf('Ben'), idOf('Cem')];
  const documents = [blind, second];
  const round = await call('rounds.create', {
    name: 'Blind',
    kind: 'reliability',
    mode: 'blind',
    documents,
    coders: [ada, ben, cem],
  });
  const training = await call('rounds.create', {
    name: 'Training',
    kind: 'training',
    mode: 'open',
    documents: [open],
    coders: [ada, ben],
  });
  const own = { coding, other, openCoding, answer, link };
  return {
    ...{ blind, second, open, ada, ben, site, recipe, own, ...book },
    ...{ round: round.id, training: training.id, bens: { openCoding: bensOpen } },
  };
}

/** What Ben, Cem and Dora do in the documents that Ada codes blind. */
async function addHiddenWork(call: Call, ground: Ground): Promise<Hidden> {
  const { blind, second, claim, part, spare, tone, topic, who, sure, mayor } = ground;
  await call('coders.identify', { name: 'Ben' });
  const coding = await code(call, blind, 'Monday', claim);
  const other = await code(call, blind, 'mayor', part);
  await code(call, second, 'Nobody was hurt', spare);
  await call('annotations.setMemo', { annotation: coding, memo: 'A secret memo' });
  const link = (await call('links.create', { source: coding, target: other, relation: 'secretly leads to' })).id;
  await call('answers.set', { document: blind, variable: tone, value: 'secretly angry' });
  const answer = (await call('answers.set', { document: blind, variable: topic, value: 3 })).id;
  await call('answers.set', { document: blind, variable: who, value: mayor });
  await call('answers.set', { document: blind, annotation: coding, variable: sure, value: 3 });
  await call('progress.set', { document: blind, status: 'done' });
  await call('progress.set', { document: second, status: 'set-aside', reason: 'A secret reason' });
  await call('coders.identify', { name: 'Cem' });
  await code(call, blind, 'Nobody', claim);
  await code(call, second, 'port', part);
  await call('history.undo', {});
  await call('history.redo', {});
  await call('coders.identify', { name: 'Dora' });
  const doras = await code(call, blind, 'thanked', claim);
  await call('disagreements.mark', { place: { document: blind, start: 0, end: 8 }, mark: 'unclear-rule' });
  const settled = { document: blind, start: 21, end: 27 };
  const codings = [{ code: claim, start: 21, end: 27 }];
  await call('disagreements.resolve', { place: settled, codes: [claim], codings });
  const answered = { state: 'given', value: 3 } as const;
  await call('disagreements.resolve', { place: { document: second, variable: topic }, answer: answered });
  await call('versions.confirm', { annotations: [doras] });
  return { coding, other, doras, answer, link };
}

/** Two project files that differ in nothing but what others did in the blind documents. */
export async function createBlindPair(): Promise<BlindPair> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-blind-'));
  mkdirSync(folder, { recursive: true });
  const [without, beside] = [join(folder, 'without.galley'), join(folder, 'with.galley')];
  const project = await createTestProject();
  const ground = await makeGround(project);
  await project.client.call('project.close', {});
  const base = join(project.folder, 'Test.galley');
  copyFileSync(base, without);
  copyFileSync(base, beside);
  await project.end();
  const others = createTestApp();
  await others.client.call('project.open', { file: others.app.grants.grant(beside) });
  const hidden = await addHiddenWork(others.client.call, ground);
  await others.end();
  return { folder, without, with: beside, ground, hidden, end: () => rmSync(folder, { recursive: true }) };
}
