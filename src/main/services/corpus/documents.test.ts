import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let ids: Id[];
beforeEach(async () => {
  project = await createTestProject();
  const names = ['alpha', 'bravo', 'charlie', 'delta'];
  await project.importFiles(...names.map((name) => project.put(`${name}.txt`, `The ${name} harbour is shut.\n`)));
  ids = await project.client.call('documents.ids', {});
});
afterEach(() => project.end());

const choice = (value: number, label: string) => ({ value, label, missing: false });

describe('The ids of the list', () => {
  test('come in its order, by window, and by every filter', async () => {
    const { rows } = await project.client.call('documents.list', { offset: 0, limit: 100 });
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect(await project.client.call('documents.ids', { offset: 1, limit: 2 })).toEqual(ids.slice(1, 3));
    expect(await project.client.call('documents.ids', { filter: 'char' })).toEqual(ids.slice(2, 3));
  });

  test('can be asked for by one of several values, which the list may hold among others', async () => {
    const { id: variable } = await project.client.call('variables.create', {
      scope: 'document',
      name: 'frames',
      level: 'multiple',
      choices: [choice(1, 'Conflict'), choice(2, 'Economy'), choice(12, 'Morality')],
    });
    const answers = [[1], [1, 2], [12]];
    for (const [index, value] of answers.entries()) {
      await project.client.call('answers.set', { document: ids[index] ?? '', annotation: null, variable, value });
    }
    const found = (value: number | number[] | null) =>
      project.client.call('documents.ids', { where: [{ variable, value }] });
    expect(await found(1)).toEqual(ids.slice(0, 2));
    expect(await found(2)).toEqual(ids.slice(1, 2));
    expect(await found([1])).toEqual(ids.slice(0, 1));
    expect(await found(null)).toEqual(ids.slice(3));
  });
});

describe('The status of many documents', () => {
  test('is one step, and undone as one', async () => {
    const reason = 'Not about the harbour';
    const set = { documents: ids.slice(1), status: 'set-aside', reason } as const;
    expect(await project.client.call('progress.setMany', set)).toEqual({ changed: 3, incomplete: 0 });
    expect(await project.client.call('documents.ids', { status: 'set-aside' })).toEqual(ids.slice(1));
    expect(await project.client.call('progress.setMany', set)).toEqual({ changed: 0, incomplete: 0 });
    const { undo } = await project.client.call('history.state', {});
    expect(undo?.label).toBe('Set 3 documents aside');
    await project.client.call('history.undo', {});
    expect(await project.client.call('documents.ids', { status: 'to-do' })).toEqual(ids);
  });

  test('leaves those as they are that are not complete, and says how many', async () => {
    const { id: variable } = await project.client.call('variables.create', {
      scope: 'document',
      name: 'topic',
      level: 'nominal',
      required: true,
      choices: [choice(1, 'Labour')],
    });
    await project.client.call('answers.set', { document: ids[2] ?? '', annotation: null, variable, value: 1 });
    const done = await project.client.call('progress.setMany', { documents: ids, status: 'done' });
    expect(done).toEqual({ changed: 1, incomplete: 3 });
    expect(await project.client.call('documents.ids', { status: 'done' })).toEqual(ids.slice(2, 3));
  });

  test('needs a reason to be set aside', async () => {
    await expect(
      project.client.call('progress.setMany', { documents: ids, status: 'set-aside' }),
    ).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('Assignments', () => {
  test('go from some coders or some documents, or from all, and come back by undo', async () => {
    const ben = await project.client.call('coders.add', { name: 'Ben' });
    const cleo = await project.client.call('coders.add', { name: 'Cleo' });
    expect(await project.client.call('coders.add', { name: 'Ben' })).toEqual(ben);
    const round = await project.client.call('rounds.create', {
      name: 'Pilot',
      kind: 'training',
      mode: 'open',
      documents: ids,
      coders: [ben.id, cleo.id],
    });
    const take = (input: { documents?: Id[]; coders?: Id[] }) =>
      project.client.call('rounds.unassign', { round: round.id, ...input });
    expect(await take({ documents: ids.slice(0, 1), coders: [ben.id] })).toEqual({ assignments: 1 });
    expect(await take({ documents: ids.slice(0, 1) })).toEqual({ assignments: 1 });
    expect(await project.client.call('documents.ids', { round: round.id })).toEqual(ids.slice(1));
    expect(await take({ coders: [cleo.id] })).toEqual({ assignments: 3 });
    expect(await project.client.call('rounds.list', {})).toMatchObject([{ documents: 3, coders: [ben.id] }]);
    expect(await take({})).toEqual({ assignments: 3 });
    for (let step = 0; step < 4; step++) await project.client.call('history.undo', {});
    expect(await project.client.call('rounds.list', {})).toMatchObject([{ documents: 4, coders: [ben.id, cleo.id] }]);
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  });
});
