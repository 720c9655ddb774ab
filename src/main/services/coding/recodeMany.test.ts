import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostAtOnce } from '../../../shared/api/annotations.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let document: Id;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('port.txt', 'The port reopened on Monday. Nobody was hurt.\n'));
  [document = ''] = await project.client.call('documents.ids', {});
});
afterEach(() => project.end());

const call: TestProject['client']['call'] = (...asked) => project.client.call(...asked);

const newCode = async (name: string): Promise<Id> => (await call('codes.create', { name, parent: null })).id;

const code = async (given: Id, start: number, end: number): Promise<Id> =>
  (await call('annotations.create', { document, code: given, start, end })).id;

/** All codings, as `code start`, in the order of the text. */
async function coded(): Promise<string[]> {
  const names = new Map((await call('codes.list', {})).codes.map(({ id, name }) => [id, name]));
  const { rows } = await call('segments.list', { offset: 0, limit: 100 });
  return rows.map((row) => `${names.get(row.code)} ${row.start}`);
}

async function isSound(): Promise<void> {
  expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
}

describe('Another code for many codings', () => {
  test('is one step, which is taken back and done again as a whole', async () => {
    const [event, place, mood] = [await newCode('Event'), await newCode('Place'), await newCode('Mood')];
    const codings = [await code(event, 0, 8), await code(mood, 9, 17), await code(place, 21, 27)];
    const told = await call('annotations.recodeMany', { annotations: [...codings, codings[0] ?? ''], code: place });
    expect(told).toEqual({ code: place, changed: 2, same: 1, present: 0, excluded: 0, removedAnswers: 0 });
    expect(await coded()).toEqual(['Place 0', 'Place 9', 'Place 21']);
    expect((await call('codes.list', {})).tally).toMatchObject({ [place]: 3 });
    await isSound();
    expect((await call('history.undo', {})).label).toBe('Change the code of 2 codings to “Place”');
    expect(await coded()).toEqual(['Event 0', 'Mood 9', 'Place 21']);
    await call('history.redo', {});
    expect(await coded()).toEqual(['Place 0', 'Place 9', 'Place 21']);
    await isSound();
  });

  test('leaves no step where nothing changes', async () => {
    const event = await newCode('Event');
    const coding = await code(event, 0, 8);
    const before = await call('history.state', {});
    expect(await call('annotations.recodeMany', { annotations: [coding], code: event })).toMatchObject({
      changed: 0,
      same: 1,
    });
    expect(await call('history.state', {})).toEqual(before);
  });

  test('leaves what would double a coding of the same words, and counts it', async () => {
    const [event, place, mood] = [await newCode('Event'), await newCode('Place'), await newCode('Mood')];
    const doubled = [await code(event, 0, 8), await code(mood, 9, 17), await code(event, 9, 17)];
    await code(place, 0, 8);
    const told = await call('annotations.recodeMany', { annotations: doubled, code: place });
    // Of the two that would be alike the first that was named changes.
    expect(told).toMatchObject({ changed: 1, same: 0, present: 2 });
    expect((await coded()).sort()).toEqual(['Event 0', 'Event 9', 'Place 0', 'Place 9']);
    await isSound();
  });

  test('takes the words of another coder for no double', async () => {
    const [event, place] = [await newCode('Event'), await newCode('Place')];
    await call('coders.identify', { name: 'Ben' });
    await code(place, 0, 8);
    await call('coders.identify', { name: 'Ada' });
    const told = await call('annotations.recodeMany', { annotations: [await code(event, 0, 8)], code: place });
    expect(told).toMatchObject({ changed: 1, present: 0 });
  });

  test('leaves what a code that stays excludes, judged by what will be', async () => {
    const [left, right, none] = [await newCode('Left'), await newCode('Right'), await newCode('None')];
    const codings = [
      await code(left, 0, 8), // overlaps the next, which changes likewise
      await code(left, 4, 17),
      await code(none, 21, 27), // overlaps one that stays
      await code(none, 29, 35), // overlaps one that cannot change, because of its twin
    ];
    await code(left, 24, 30);
    const set = await call('exclusiveSets.create', { name: 'Sides', rule: 'refuse' });
    for (const one of [left, right]) await call('codes.update', { code: one, exclusiveSet: set.id });
    expect(await call('annotations.recodeMany', { annotations: codings, code: right })).toMatchObject({
      changed: 2,
      present: 0,
      excluded: 2,
    });
    expect(await coded()).toEqual(['Right 0', 'Right 4', 'None 21', 'Left 24', 'None 29']);
    await isSound();
  });

  test('keeps the answers that the code asks for alike, and says how many went', async () => {
    const [event, place] = [await newCode('Event'), await newCode('Place')];
    const ask = async (of: Id, name: string, level: 'text' | 'interval'): Promise<Id> =>
      (await call('variables.create', { scope: 'passage', code: of, name, level })).id;
    const [where, sure] = [await ask(event, 'where', 'text'), await ask(event, 'sure', 'interval')];
    const whereElse = await ask(place, 'where', 'text');
    const codings = [await code(event, 0, 8), await code(event, 9, 17)];
    for (const annotation of codings) {
      await call('answers.set', { document, annotation, variable: where, value: 'Vellin' });
      await call('answers.set', { document, annotation, variable: sure, value: 3 });
    }
    const told = await call('annotations.recodeMany', { annotations: codings, code: place });
    expect(told).toMatchObject({ changed: 2, removedAnswers: 2 });
    const answered = async (): Promise<Id[]> =>
      (await call('documents.open', { document })).answers.map(({ variable }) => variable);
    expect(await answered()).toEqual([whereElse, whereElse]);
    await isSound();
    await call('history.undo', {});
    expect((await answered()).sort()).toEqual([where, where, sure, sure].sort());
    await isSound();
  });

  test('stamps with the version of the codebook what changes, and nothing else', async () => {
    const [event, place] = [await newCode('Event'), await newCode('Place')];
    const codings = [await code(event, 0, 8), await code(place, 9, 17)];
    await call('versions.publish', { note: '' });
    await call('annotations.recodeMany', { annotations: codings, code: place });
    const stale = await call('versions.stale', { before: 1, changedOnly: false, offset: 0, limit: 10 });
    expect(stale.rows.map(({ start }) => start)).toEqual([9]);
  });

  test('may be one that the same act makes', async () => {
    const coding = await code(await newCode('Event'), 0, 8);
    await call('annotations.recodeMany', { annotations: [coding], code: { name: 'Return', parent: null } });
    expect(await coded()).toEqual(['Return 0']);
    expect((await call('history.undo', {})).label).toBe('Change code to “Return”');
    expect((await call('codes.list', {})).codes.map(({ name }) => name)).toEqual(['Event']);
  });

  test('asks before the work of others, counts what would change alone, and refuses an archived code', async () => {
    const [event, place] = [await newCode('Event'), await newCode('Place')];
    const codings = [await code(event, 0, 8), await code(place, 9, 17)];
    await call('coders.identify', { name: 'Ben' });
    codings.push(await code(event, 21, 27));
    const act = { annotations: codings, code: place };
    await expect(call('annotations.recodeMany', act)).rejects.toMatchObject({
      code: 'others-work',
      details: { coder: 'Ada', records: 1 },
    });
    expect(await coded()).toEqual(['Event 0', 'Place 9', 'Event 21']);
    expect(await call('annotations.recodeMany', { ...act, confirmed: true })).toMatchObject({ changed: 2, same: 1 });
    await call('codes.update', { code: event, archived: true });
    await expect(call('annotations.recodeMany', { ...act, code: event, confirmed: true })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('Acts on many codings', () => {
  test('take so many, refuse more with words, and change nothing where one is gone', async () => {
    const event = await newCode('Event');
    const coding = await code(event, 0, 8);
    const gone = '0190b5a0-0000-7000-8000-000000000000';
    const many = Array.from(
      { length: mostAtOnce + 1 },
      (_, at) => `0190b5a0-0000-7000-8000-${String(at).padStart(12, '0')}`,
    );
    for (const method of ['annotations.remove', 'annotations.recodeMany'] as const) {
      const act = (annotations: Id[]): Promise<unknown> =>
        method === 'annotations.remove'
          ? call(method, { annotations })
          : call(method, { annotations, code: { name: 'New', parent: null } });
      await expect(act(many)).rejects.toMatchObject({ code: 'bad-input' });
      await expect(act(many)).rejects.toThrow('takes up to 50,000 codings at once, and these are 50,001');
      await expect(act([coding, gone])).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await coded()).toEqual(['Event 0']);
    expect((await call('codes.list', {})).codes).toHaveLength(1);
  });
});
