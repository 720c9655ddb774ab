/** While a blind round gives a document to a coder, nothing that the program answers or announces tells of others' work. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangedEvent } from '../../../shared/api/events.ts';
import { personalKey } from '../../../shared/api/settings.ts';
import type { Id } from '../../../shared/model/records.ts';
import { codeWords, createBlindProject } from '../testBlindRound.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let call: TestProject['client']['call'];
/** `blind` is in the blind round; `open` is not. */
let blind: Id;
let open: Id;
let claim: Id;
let tone: Id;
let heard: ChangedEvent[];

const page = { offset: 0, limit: 100 };
async function code(document: Id, quote: string, use: Id = claim) {
  return await codeWords(project, document, quote, use);
}

function act(name: string): Promise<unknown> {
  return call('coders.identify', { name });
}

beforeEach(async () => {
  ({ project, blind, open, claim, tone } = await createBlindProject());
  ({ call } = project.client);
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

  test('the log and undo are as if others had done nothing', async () => {
    const { undo } = await call('history.state', {});
    expect(undo).toMatchObject({ label: 'Code “Claim”', coder: 'Ada' });
    const { total, entries } = await call('history.list', page);
    const ben = entries.filter(({ coder }) => coder === 'Ben').map(({ label }) => label);
    expect(ben).toEqual(['Create round “Blind”']);
    expect(total).toBe(entries.length);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => total - index));
    expect((await call('history.list', { offset: 2, limit: 2 })).entries).toEqual(entries.slice(2, 4));
    await code(blind, 'crews');
    expect((await call('history.list', { offset: 0, limit: 1 })).entries).toMatchObject([{ seq: total + 1 }]);
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

  test('what would touch the work of others is refused by rule, whatever others did', async () => {
    const more = await call('codes.create', { name: 'More', parent: null });
    const entity = await call('entities.create', { list: 'People', name: 'Nobody' });
    const refused = { code: 'conflict', message: expect.stringContaining('blind round') as string };
    for (const attempt of [
      () => call('codes.removal', { code: more.id }),
      () => call('codes.remove', { code: more.id }),
      () => call('codes.mergePreview', { source: more.id, target: claim }),
      () => call('codes.merge', { source: more.id, target: claim }),
      () => call('variables.removal', { variable: tone }),
      () => call('variables.remove', { variable: tone }),
      () => call('variables.update', { variable: tone, level: 'date' }),
      () => call('entities.remove', { entity: entity.id }),
      () => call('documents.removal', { documents: [open, blind] }),
      () => call('documents.remove', { documents: [blind] }),
      () => project.client.run('agreed.start', {}),
    ]) {
      await expect(attempt()).rejects.toMatchObject(refused);
    }
    // Taking back what others’ work may rest on is such an act, too.
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'conflict' });
    await call('variables.update', { variable: tone, label: 'Tone' });
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

  test('how coders agree is not told, neither in figures nor by places', async () => {
    const { client, app, folder } = project;
    const out = { draws: 0, folder: app.grants.grant(folder) };
    for (const attempt of [
      () => client.run('reliability.cell', { row: claim, column: 'nothing' }),
      () => client.run('reliability.confusion', {}),
      () => client.run('reliability.run', { draws: 0 }),
      () => client.run('reliability.run', { draws: 0, codes: [claim] }),
      () => client.run('reliability.export', { ...out, files: ['csv'] }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
    }
    await act('Dora');
    expect((await client.run('reliability.run', { draws: 0 })).spans?.placesAndCodes.value).toBeTypeOf('number');
  });

  test('tasks that others started, and where they read last, are theirs', async () => {
    await call('coders.add', { name: 'Dora' });
    await act('Dora');
    await project.client.run('reliability.run', { draws: 0 });
    const dora = (await call('project.status', {})).coder?.id ?? null;
    const layout = { [personalKey(dora, 'readingPositions')]: `${blind}:21`, drawerOpen: true };
    expect((await call('settings.write', { layout })).layout).toEqual(layout);
    const methods = async () => (await call('tasks.list', {})).map(({ method }) => method);
    expect(await methods()).toContain('reliability.run');
    await act('Ada');
    expect(await methods()).not.toContain('reliability.run');
    expect((await call('settings.read', {})).layout).toEqual({ drawerOpen: true });
    await act('Dora');
    expect((await call('settings.read', {})).layout).toEqual(layout);
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
    const place = (document: Id) => ({ place: { document, start: 0, end: 8 } });
    await call('disagreements.discuss', { ...place(open), memo: 'Look again.' });
    // The answer would hold what others said of the place.
    for (const attempt of [
      () => call('disagreements.discuss', { ...place(blind), memo: 'What is it?' }),
      () => call('disagreements.mark', { ...place(blind), mark: 'slip' }),
      () => call('disagreements.resolve', place(blind)),
      () => call('disagreements.reopen', place(blind)),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
    }
    const told = heard.flatMap(({ tables }) => tables.disagreement?.changed.map(({ document }) => document) ?? []);
    expect(told).toEqual([open]);
  });

  test('a text is not corrected, which would show every coding of it', async () => {
    const content = 'The port reopened on Tuesday.\n';
    const { client } = project;
    await expect(client.run('texts.compare', { document: blind, content })).rejects.toMatchObject({ code: 'conflict' });
    await expect(call('texts.correct', { document: blind, content, reason: '', decisions: [] })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await client.run('texts.compare', { document: open, content })).annotations).toHaveLength(3);
  });

  test('numbers of the project, of the agreed version and of a removal leave out what is hidden', async () => {
    expect(await call('project.stats', {})).toMatchObject({ documents: 2, annotations: 4, answers: 1, coders: 2 });
    await act('Dora');
    for (const document of [blind, open]) {
      const codings = [{ code: claim, start: 0, end: 8 }];
      await call('disagreements.resolve', { place: { document, start: 0, end: 8 }, codings });
      await call('disagreements.mark', { place: { document, start: 9, end: 12 }, mark: 'slip' });
    }
    const all = { documents: 2, codings: 2, open: 2, resolved: 2 };
    expect(await call('agreed.read', {})).toMatchObject(all);
    expect(await call('project.stats', {})).toMatchObject({ annotations: 8, answers: 2 });
    await act('Ada');
    expect(await call('agreed.read', {})).toMatchObject({ documents: 1, codings: 1, open: 1, resolved: 1 });
    expect(await call('project.stats', {})).toMatchObject({ annotations: 5, answers: 1 });
    expect(await call('documents.removal', { documents: [open] })).toMatchObject({
      annotations: 4,
      shares: [
        { coder: 'Agreed version', records: 1 },
        { coder: 'Ben', records: 2 },
      ],
    });
  });

  test('whose work goes with what is removed or merged is told to who is not blind', async () => {
    const more = await call('codes.create', { name: 'More', parent: null });
    await act('Dora');
    const shares = [
      { coder: 'Ada', records: 2 },
      { coder: 'Ben', records: 4 },
    ];
    expect(await call('codes.removal', { code: claim })).toMatchObject({ annotations: 6, documents: 2, shares });
    expect(await call('codes.mergePreview', { source: claim, target: more.id })).toMatchObject({ moved: 6, shares });
    const answers = { answers: 2, shares: [{ coder: 'Ben', records: 2 }] };
    expect(await call('variables.removal', { variable: tone })).toEqual(answers);
  });

  test('a coder whom no blind round concerns sees all', async () => {
    await act('Dora');
    expect(await counts()).toEqual([3, 3]);
    expect((await call('documents.open', { document: blind })).annotations.rows).toHaveLength(3);
    expect((await call('history.list', page)).entries.filter(({ coder }) => coder === 'Ben')).toHaveLength(9);
  });
});
