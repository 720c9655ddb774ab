/** While a blind round gives a document to a coder, nothing that the program answers or announces tells of others' work. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangedEvent } from '../../shared/api/events.ts';
import type { Id } from '../../shared/model/records.ts';
import { othersWork } from '../store/sight.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

let project: TestProject;
let call: TestProject['client']['call'];
/** `blind` is in the blind round; `open` is not. */
let blind: Id;
let open: Id;
let claim: Id;
let heard: ChangedEvent[];

const page = { offset: 0, limit: 100 };
const text = 'The port reopened on Monday. Nobody was hurt. The mayor thanked the crews.\n';

async function code(document: Id, quote: string, use: Id = claim) {
  const start = text.indexOf(quote);
  return await call('annotations.create', { document, code: use, start, end: start + quote.length });
}

function act(name: string): Promise<unknown> {
  return call('coders.identify', { name });
}

/** Ada codes once in each document, Ben twice in each, links and answers; then both get the first one in a blind round. */
beforeEach(async () => {
  project = await createTestProject();
  ({ call } = project.client);
  await project.importFiles(project.put('blind.txt', text), project.put('open.txt', `${text}Open.\n`));
  const { rows } = await call('documents.list', page);
  [blind = '', open = ''] = rows.map(({ id }) => id);
  claim = (await call('codes.create', { name: 'Claim', parent: null })).id;
  const variable = await call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
  for (const document of [blind, open]) await code(document, 'Nobody');
  await act('Ben');
  for (const document of [blind, open]) {
    const one = await code(document, 'Monday');
    const other = await code(document, 'mayor');
    await call('links.create', { source: one.id, target: other.id, relation: 'leads to' });
    await call('answers.set', { document, variable: variable.id, value: 'calm' });
  }
  const coders = (await call('coders.list', {})).map(({ id }) => id);
  await call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind', documents: [blind], coders });
  await act('Ada');
  heard = [];
  project.app.listen((event) => {
    if (event.event === 'changed') heard.push(event.data);
  });
});
afterEach(() => project.end());

async function counts(): Promise<number[]> {
  const { rows } = await call('documents.list', page);
  return rows.map(({ annotations }) => annotations);
}

describe('In a blind round', () => {
  test('a document holds only the work of the coder who opens it', async () => {
    const seen = await call('documents.open', { document: blind });
    expect(seen.annotations.rows).toHaveLength(1);
    expect([seen.answers, seen.links]).toEqual([[], []]);
    expect(new Set(seen.progress.map(({ coder }) => coder)).size).toBe(1);
    const other = await call('documents.open', { document: open });
    expect(other.annotations.rows).toHaveLength(3);
    expect([other.answers.length, other.links.length]).toEqual([1, 1]);
  });

  test('counts and segments leave out what is hidden', async () => {
    expect(await counts()).toEqual([1, 3]);
    expect((await call('codes.list', {})).tally).toEqual({ [claim]: 4 });
    const whole = await call('segments.list', page);
    expect([whole.total, whole.rows.length]).toEqual([4, 4]);
    const one = await call('segments.list', { ...page, document: blind, code: claim });
    expect([one.total, one.rows.length]).toEqual([1, 1]);
    expect((await call('segments.list', { ...page, document: blind })).total).toBe(1);
  });

  test('others’ codings do not make a document coded', async () => {
    await act('Cem');
    await code(open, 'crews');
    const cem = (await call('coders.list', {})).find(({ name }) => name === 'Cem')?.id ?? '';
    await call('rounds.create', { name: 'Cem', kind: 'reliability', mode: 'blind', documents: [blind], coders: [cem] });
    expect(await call('documents.neighbour', { document: open, step: -1, uncoded: true })).toBe(blind);
  });

  test('the log and undo do not say what others did', async () => {
    const { undo } = await call('history.state', {});
    expect(undo?.label).toBe('Create round “Blind”');
    const { entries } = await call('history.list', page);
    const labels = (who: string): string[] => entries.filter(({ coder }) => coder === who).map(({ label }) => label);
    expect(labels('Ben').filter((label) => label === othersWork)).toHaveLength(8);
    expect(labels('Ada')).not.toContain(othersWork);
  });

  test('events tell of own work with the numbers that may be seen', async () => {
    const made = await code(blind, 'crews');
    expect(heard.at(-1)).toMatchObject({
      tally: { codes: { [claim]: 5 }, documents: { [blind]: 2 } },
      tables: { annotation: { changed: [{ id: made.id }] } },
    });
    await call('annotations.remove', { annotations: [made.id] });
    expect(heard.at(-1)?.tally).toMatchObject({ codes: { [claim]: 4 }, documents: { [blind]: 1 } });
  });

  test('an act on all codings of a code names only those that may be seen', async () => {
    const more = await call('codes.create', { name: 'More', parent: null });
    await call('codes.merge', { source: claim, target: more.id });
    const { tally, tables } = heard.at(-1) ?? {};
    expect(tally).toMatchObject({ codes: { [claim]: 0, [more.id]: 4 } });
    expect(tables?.annotation?.changed).toHaveLength(4);
    await call('history.undo', {});
    expect(heard.at(-1)?.tally.codes).toEqual({ [claim]: 4, [more.id]: 0 });
  });

  test('the round’s end shows everything, and every client is told to ask again', async () => {
    const [round] = await call('rounds.list', {});
    await call('rounds.update', { round: round?.id ?? '', mode: 'open' });
    expect(heard.at(-1)).toMatchObject({ tally: { reset: true }, tables: { annotation: { reset: true } } });
    expect(await counts()).toEqual([3, 3]);
    expect((await call('codes.list', {})).tally).toEqual({ [claim]: 6 });
    await call('history.undo', {});
    expect(heard.at(-1)).toMatchObject({ tally: { reset: true }, tables: { annotation: { reset: true } } });
    expect(await counts()).toEqual([1, 3]);
  });

  test('who said what where is refused, and the figures stay', async () => {
    const { client, app, folder } = project;
    await expect(client.run('reliability.cell', { row: claim, column: 'nothing' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(client.run('reliability.confusion', { documents: [blind] })).rejects.toMatchObject({
      code: 'conflict',
    });
    const out = { draws: 0, folder: app.grants.grant(folder) };
    await expect(client.run('reliability.export', { ...out, files: ['csv', 'units'] })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await client.run('reliability.run', { draws: 0 })).spans?.placesAndCodes.value).toBeTypeOf('number');
    expect((await client.run('reliability.export', { ...out, files: ['csv'] })).files).toEqual(['agreement.csv']);
  });

  test('what others say about disagreements there is neither listed nor announced', async () => {
    await act('Dora');
    for (const document of [blind, open]) {
      await call('disagreements.mark', { place: { document, start: 0, end: 8 }, mark: 'slip' });
    }
    expect((await call('disagreements.list', {})).total).toBe(2);
    await act('Ada');
    const { total, rows } = await call('disagreements.list', {});
    expect([total, rows.map(({ document }) => document)]).toEqual([1, [open]]);
    heard = [];
    for (const document of [blind, open]) {
      await call('disagreements.discuss', { place: { document, start: 0, end: 8 }, memo: 'Look again.' });
    }
    const told = heard.flatMap(({ tables }) => tables.disagreement?.changed.map(({ document }) => document) ?? []);
    expect(told).toEqual([open]);
  });

  test('a coder whom no blind round concerns sees all', async () => {
    await act('Dora');
    expect(await counts()).toEqual([3, 3]);
    expect((await call('documents.open', { document: blind })).annotations.rows).toHaveLength(3);
    expect((await call('history.list', page)).entries.map(({ label }) => label)).not.toContain(othersWork);
  });
});
