/** Undo takes back one's own acts; an act on which others' later acts rest stays, and it is said whose. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { createTestApp } from '../../app/testApp.ts';
import { codeWords, createBlindProject } from '../testBlindRound.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let call: TestProject['client']['call'];
let open: Id;
let claim: Id;
let tone: Id;

beforeEach(async () => {
  ({ project, open, claim, tone } = await createBlindProject());
  ({ call } = project.client);
  const [round] = await call('rounds.list', {});
  await call('rounds.remove', { round: round?.id ?? '' });
});
afterEach(() => project.end());

const act = (name: string): Promise<unknown> => call('coders.identify', { name });
const code = (quote: string, use = claim): Promise<{ id: Id }> => codeWords(project, open, quote, use);

async function quotes(): Promise<string[]> {
  const { rows } = await call('segments.list', { document: open, offset: 0, limit: 100 });
  return rows.map(({ quote }) => quote);
}

describe('Undo', () => {
  test('passes over what others did since, and takes back one’s own', async () => {
    await code('port');
    await act('Ben');
    await code('crews');
    await act('Ada');
    expect((await call('history.state', {})).undo).toMatchObject({ label: 'Code “Claim”', coder: 'Ada' });
    expect(await call('history.undo', {})).toMatchObject({ label: 'Code “Claim”' });
    expect(await quotes()).toEqual(expect.arrayContaining(['crews']));
    expect(await quotes()).not.toContain('port');
    await call('history.redo', {});
    expect(await quotes()).toEqual(expect.arrayContaining(['crews', 'port']));
  });

  test('is over for a newcomer, whatever others did', async () => {
    await act('Zoe');
    expect(await call('history.state', {})).toEqual({ undo: null, redo: null });
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  test('keeps what others may still bring back when somebody else acts', async () => {
    await act('Ben');
    await code('crews');
    await call('history.undo', {});
    await act('Ada');
    await code('port');
    expect((await call('history.state', {})).redo).toBeNull();
    await act('Ben');
    expect((await call('history.state', {})).redo).toMatchObject({ coder: 'Ben' });
    await call('history.redo', {});
    expect(await quotes()).toEqual(expect.arrayContaining(['crews', 'port']));
    await act('Ada');
    expect((await call('history.state', {})).undo).toMatchObject({ coder: 'Ada' });
  });

  test('takes back what nobody in particular did, and “whoever’s” is for nobody alone', async () => {
    const { app, folder } = project;
    await act('Ada');
    await code('port');
    await call('project.close', {});
    // Nobody has said here who acts, as on the command line.
    const nobody = createTestApp();
    await nobody.client.call('project.open', { file: nobody.app.grants.grant(`${folder}/Test.galley`) });
    await nobody.client.call('codes.create', { name: 'Nobody’s', parent: null });
    await nobody.client.call('history.undo', {});
    await nobody.client.call('history.redo', {});
    await nobody.client.call('project.close', {});
    await call('project.open', { file: app.grants.grant(`${folder}/Test.galley`) });
    expect((await call('history.state', {})).undo).toMatchObject({ label: 'Create code “Nobody’s”', coder: null });
    await call('history.undo', {});
    expect((await call('history.state', {})).undo).toMatchObject({ label: 'Code “Claim”', coder: 'Ada' });
    await expect(call('history.undo', { whose: 'anybody' })).rejects.toMatchObject({ code: 'bad-input' });
    await call('project.close', {});
    await nobody.client.call('project.open', { file: nobody.app.grants.grant(`${folder}/Test.galley`) });
    await expect(nobody.client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' });
    expect(await nobody.client.call('history.undo', { whose: 'anybody' })).toMatchObject({ label: 'Code “Claim”' });
    await nobody.client.call('history.redo', { whose: 'anybody' });
    await nobody.end();
    await call('project.open', { file: app.grants.grant(`${folder}/Test.galley`) });
  });
});

/** What Ada does first, and what Ben then does that rests on it. */
const resting: { name: string; ada(): Promise<unknown>; ben(made: unknown): Promise<unknown> }[] = [
  {
    name: 'a code with which another has coded',
    ada: () => call('codes.create', { name: 'Port', parent: null }),
    ben: (made) => code('crews', (made as { id: Id }).id),
  },
  {
    name: 'a code whose name another has given since',
    ada: async () => {
      const { id } = await call('codes.create', { name: 'Port', parent: null });
      return await call('codes.remove', { code: id });
    },
    ben: () => call('codes.create', { name: 'Port', parent: null }),
  },
  {
    name: 'a rule of a code that another has written anew',
    ada: () => call('codes.update', { code: claim, definition: 'What is claimed.' }),
    ben: () => call('codes.update', { code: claim, include: 'Claims of parties.' }),
  },
  {
    name: 'an entity that an answer of another names',
    ada: async () => {
      const one = await call('variables.create', {
        scope: 'document',
        name: 'who',
        level: 'entity',
        entityList: 'People',
      });
      const { id } = await call('entities.create', { list: 'People', name: 'The mayor' });
      return { variable: one.id, id };
    },
    ben: (made) => {
      const { variable, id } = made as { variable: Id; id: Id };
      return call('answers.set', { document: open, variable, value: id });
    },
  },
  {
    name: 'a variable on which a rule of another’s variable rests',
    ada: () => call('variables.create', { scope: 'document', name: 'asked', level: 'text' }),
    ben: (made) =>
      call('variables.create', {
        scope: 'document',
        name: 'then',
        level: 'text',
        showIf: { match: 'all', tests: [{ variable: (made as { id: Id }).id, is: 'answered' }] },
      }),
  },
  {
    name: 'a text in which another has coded since',
    ada: async () => {
      const { annotations } = await project.client.run('texts.compare', { document: open, content: 'The port.\n' });
      const decisions = annotations.map(({ annotation }) => ({ annotation, place: null }));
      return await call('texts.correct', { document: open, content: 'The port.\n', reason: '', decisions });
    },
    ben: () => call('annotations.create', { document: open, code: claim, start: 4, end: 8 }),
  },
];

describe('An act of one’s own on which another’s later act rests', () => {
  for (const { name, ada, ben } of resting) {
    test(`stays, and it is said whose that is: ${name}`, async () => {
      const made = await ada();
      const { undo } = await call('history.state', {});
      expect(undo?.coder).toBe('Ada');
      await act('Ben');
      await ben(made);
      await act('Ada');
      const before = await call('codes.list', {});
      await expect(call('history.undo', {})).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Ben') as string,
        details: { coder: 'Ben' },
      });
      expect(await call('codes.list', {})).toEqual(before);
      // Once Ben has taken his act back, nothing is in the way.
      await act('Ben');
      await call('history.undo', {});
      await act('Ada');
      expect((await call('history.undo', {})).label).toBe(undo?.label);
      expect((await project.client.run('project.verify', {})).problems).toEqual([]);
    });
  }

  test('is not brought back either: an answer that no longer fits, a coding in another text', async () => {
    await call('answers.set', { document: open, variable: tone, value: 'calm' });
    await call('history.undo', {});
    await act('Ben');
    await call('answers.clear', { document: open, variable: tone });
    const others = await call('documents.list', { offset: 0, limit: 9 });
    for (const { id } of others.rows) await call('answers.clear', { document: id, variable: tone });
    await call('variables.update', { variable: tone, level: 'ratio' });
    await act('Ada');
    await expect(call('history.redo', {})).rejects.toMatchObject({ code: 'conflict', details: { coder: 'Ben' } });

    await code('thanked');
    await call('history.undo', {});
    await act('Ben');
    const { annotations } = await project.client.run('texts.compare', { document: open, content: 'Short.\n' });
    const decisions = annotations.map(({ annotation }) => ({ annotation, place: null }));
    await call('texts.correct', { document: open, content: 'Short.\n', reason: '', decisions });
    await act('Ada');
    await expect(call('history.redo', {})).rejects.toMatchObject({ code: 'conflict', details: { coder: 'Ben' } });
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  });

  test('is not brought back into a circle of codes', async () => {
    const one = await call('codes.create', { name: 'One', parent: null });
    const two = await call('codes.create', { name: 'Two', parent: null });
    await call('codes.move', { code: one.id, parent: two.id, before: null });
    await call('history.undo', {});
    await act('Ben');
    await call('codes.move', { code: two.id, parent: one.id, before: null });
    await act('Ada');
    await expect(call('history.redo', {})).rejects.toMatchObject({ code: 'conflict', details: { coder: 'Ben' } });
  });

  test('is not taken back from under what others answered, named or put below since', async () => {
    const refused = async (): Promise<void> => {
      await act('Ada');
      const before = await call('variables.list', {});
      await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'conflict', details: { coder: 'Ben' } });
      expect(await call('variables.list', {})).toEqual(before);
    };
    const choice = (value: number) => ({ value, label: `choice ${value}` });
    const about = { scope: 'document', name: 'topic', level: 'nominal' } as const;
    const { id: topic } = await call('variables.create', { ...about, choices: [choice(1), choice(2)] });
    await call('variables.update', { variable: topic, choices: [choice(1), choice(2), choice(3)] });
    await act('Ben');
    await call('answers.set', { document: open, variable: topic, value: 3 });
    await refused();

    const number = { scope: 'document', name: 'heat', level: 'ratio' } as const;
    const { id: heat } = await call('variables.create', { ...number, maximum: 5 });
    await call('variables.update', { variable: heat, maximum: 10 });
    await act('Ben');
    await call('answers.set', { document: open, variable: heat, value: 9 });
    await refused();

    const { id: first } = await call('codes.create', { name: 'Protest', parent: null });
    await call('codes.update', { code: first, name: 'Unrest' });
    await act('Ben');
    await call('codes.create', { name: 'Pro\u00adtest', parent: null });
    await refused();

    const chain = async (top: Id | null, levels: number): Promise<Id[]> => {
      const made: Id[] = [];
      for (let level = 0; level < levels; level++)
        made.push((await call('codes.create', { name: `L${level}`, parent: made.at(-1) ?? top })).id);
      return made;
    };
    const long = await chain((await call('codes.create', { name: 'Long', parent: null })).id, 60);
    const { id: moved } = await call('codes.create', { name: 'Moved', parent: long.at(-1) ?? null });
    await call('codes.move', { code: moved, parent: null, before: null });
    await act('Ben');
    await chain(moved, 60);
    await refused();
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  });
});
