import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation, Code, Id } from '../../shared/model/records.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

let project: TestProject;
let article: Id;
let other: Id;

beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(
    project.put('a.txt', 'The minister said no. The union said yes 👩‍🚒. Nobody asked the drivers.'),
    project.put('b.txt', 'Another day, another strike in the harbour of the city.'),
  );
  const { rows } = await project.client.call('documents.list', { filter: '', offset: 0, limit: 10 });
  [article = '', other = ''] = rows.map(({ id }) => id);
});
afterEach(() => project.end());

const call: TestProject['client']['call'] = (method, input) => project.client.call(method, input);

function makeCode(name: string, parent: Id | null = null): Promise<Code> {
  return call('codes.create', { name, parent });
}

function annotate(code: Id, start: number, end: number, document = article): Promise<Annotation> {
  return call('annotations.create', { document, start: utf16(start), end: utf16(end), code });
}

async function codings(document = article): Promise<{ code: Id; start: number; end: number; memo: string; id: Id }[]> {
  const { codes, rows } = (await call('documents.open', { document })).annotations;
  return rows.map(([id, start, end, code, , memo]) => ({ id, start, end, code: codes[code] ?? '', memo }));
}

/** What a person can see of the whole project. */
async function everything(): Promise<unknown> {
  const { codes, tally } = await call('codes.list', {});
  const open = await Promise.all([article, other].map((document) => call('documents.open', { document })));
  return {
    codes,
    tally,
    examples: await call('examples.list', {}),
    sets: await call('exclusiveSets.list', {}),
    versions: await call('versions.list', {}),
    variables: await call('variables.list', {}),
    annotations: open.map(({ annotations }) => annotations),
    answers: open.map(({ answers }) => answers.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    links: open.map(({ links }) => links),
  };
}

/** Runs an act and makes sure that it is one step, which undo takes back and redo brings back whole. */
async function asOneStep<T>(label: string, act: () => Promise<T>): Promise<T> {
  const before = await everything();
  const result = await act();
  const after = await everything();
  expect(after).not.toEqual(before);
  expect((await call('history.undo', {})).label).toBe(label);
  expect(await everything()).toEqual(before);
  await call('history.redo', {});
  expect(await everything()).toEqual(after);
  return result;
}

describe('Merging a code into another', () => {
  test('moves its codings, and lets fall together those that the other has at the same place', async () => {
    const [source, target] = [await makeCode('No'), await makeCode('Refusal')];
    const mine = await annotate(source.id, 0, 12);
    const its = await annotate(target.id, 0, 12);
    await annotate(source.id, 13, 20);
    const elsewhere = await annotate(source.id, 0, 7, other);
    await call('annotations.setMemo', { annotation: mine.id, memo: 'from the source' });
    await call('annotations.setMemo', { annotation: its.id, memo: 'from the target' });
    const counts = { moved: 2, doubled: 1, documents: 2, children: 0, variables: 0, examples: 0 };
    const pair = { source: source.id, target: target.id };
    expect(await call('codes.mergePreview', pair)).toEqual(counts);
    expect(await asOneStep('Merge “No” into “Refusal”', () => call('codes.merge', pair))).toEqual(counts);
    expect(await codings()).toMatchObject([
      { id: its.id, start: 0, code: target.id, memo: 'from the target\nfrom the source' },
      { start: 13, code: target.id },
    ]);
    expect(await codings(other)).toMatchObject([{ id: elsewhere.id, code: target.id }]);
    const { codes, tally } = await call('codes.list', {});
    expect(codes.map(({ name }) => name)).toEqual(['Refusal']);
    expect(tally).toEqual({ [target.id]: 3 });
  });

  test('moves answers to where there are none, and repoints links', async () => {
    const [source, target, third] = [await makeCode('A'), await makeCode('B'), await makeCode('C')];
    const ask = (code: Id, name: string): Promise<{ id: Id }> =>
      call('variables.create', { scope: 'passage', code, name, level: 'text' });
    const [stance, tone] = [await ask(source.id, 'stance'), await ask(source.id, 'tone')];
    const itsStance = await ask(target.id, 'stance');
    const [mine, its, far] = [
      await annotate(source.id, 0, 12),
      await annotate(target.id, 0, 12),
      await annotate(third.id, 20, 30),
    ];
    const say = (annotation: Id, variable: Id, value: string): Promise<unknown> =>
      call('answers.set', { document: article, annotation, variable, value });
    await say(mine.id, stance.id, 'lost');
    await say(mine.id, tone.id, 'kept');
    await say(its.id, itsStance.id, 'stays');
    await call('links.create', { source: mine.id, target: far.id, relation: 'causes' });
    await call('links.create', { source: mine.id, target: its.id, relation: 'repeats' });
    await asOneStep('Merge “A” into “B”', () => call('codes.merge', { source: source.id, target: target.id }));
    const open = await call('documents.open', { document: article });
    expect(open.answers.map(({ annotation, variable, value }) => [annotation, variable, value]).sort()).toEqual(
      [
        [its.id, itsStance.id, 'stays'],
        [its.id, tone.id, 'kept'],
      ].sort(),
    );
    expect(open.links).toMatchObject([{ source: its.id, target: far.id, relation: 'causes' }]);
    const variables = await call('variables.list', {});
    expect(
      variables
        .filter(({ code }) => code === target.id)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['stance', 'tone']);
  });

  test('puts the codes below it under the other, and merges those of one name', async () => {
    const [source, target] = [await makeCode('A'), await makeCode('B')];
    const [same, its] = [await makeCode('x', source.id), await makeCode('x', target.id)];
    const child = await makeCode('y', source.id);
    await annotate(same.id, 0, 3);
    await call('examples.create', { code: same.id, quote: 'words' });
    const done = await asOneStep('Merge “A” into “B”', () =>
      call('codes.merge', { source: source.id, target: target.id }),
    );
    expect(done).toMatchObject({ moved: 1, children: 2, examples: 1 });
    const { codes } = await call('codes.list', {});
    expect(codes.map(({ id, parent }) => [id, parent]).sort()).toEqual(
      [
        [target.id, null],
        [its.id, target.id],
        [child.id, target.id],
      ].sort(),
    );
    expect(await call('examples.list', {})).toMatchObject([{ code: its.id, quote: 'words' }]);
  });

  test('into the code above it leaves a code of its own name', async () => {
    const top = await makeCode('Top');
    const middle = await makeCode('Same', top.id);
    const low = await makeCode('Same', middle.id);
    await asOneStep('Merge “Same” into “Top”', () => call('codes.merge', { source: middle.id, target: top.id }));
    const { codes } = await call('codes.list', {});
    expect(codes.map(({ id, name, parent }) => [id, name, parent])).toContainEqual([low.id, 'Same', top.id]);
  });

  test('below itself, or into itself, is refused', async () => {
    const top = await makeCode('Top');
    const low = await makeCode('Low', top.id);
    for (const method of ['codes.merge', 'codes.mergePreview'] as const) {
      for (const target of [low.id, top.id]) {
        await expect(call(method, { source: top.id, target })).rejects.toMatchObject({ code: 'conflict' });
      }
    }
  });

  test('gives the digit and the rules that the other does not have', async () => {
    const [source, target] = [await makeCode('A'), await makeCode('B')];
    await call('codes.update', { code: source.id, key: '4', definition: 'its own', include: 'all of it' });
    await call('codes.update', { code: target.id, definition: 'stays' });
    await asOneStep('Merge “A” into “B”', () => call('codes.merge', { source: source.id, target: target.id }));
    const { codes } = await call('codes.list', {});
    expect(codes).toMatchObject([{ key: '4', definition: 'stays', include: 'all of it' }]);
  });
});

describe('Splitting a code', () => {
  test('gives the picked codings to a new code, with their answers', async () => {
    const code = await makeCode('Mixed');
    const variable = await call('variables.create', { scope: 'passage', code: code.id, name: 'tone', level: 'text' });
    const [first, second] = [await annotate(code.id, 0, 5), await annotate(code.id, 6, 9)];
    for (const { id } of [first, second]) {
      await call('answers.set', { document: article, annotation: id, variable: variable.id, value: 'sharp' });
    }
    const made = await asOneStep('Split “Part” from “Mixed”', () =>
      call('codes.split', { code: code.id, annotations: [second.id], into: { name: 'Part', parent: null } }),
    );
    expect((await codings()).map(({ id, code: its }) => [id, its])).toEqual([
      [first.id, code.id],
      [second.id, made.id],
    ]);
    const copy = (await call('variables.list', {})).find((one) => one.code === made.id);
    expect(copy).toMatchObject({ name: 'tone', level: 'text' });
    const { answers } = await call('documents.open', { document: article });
    expect(answers.find(({ annotation }) => annotation === second.id)).toMatchObject({
      variable: copy?.id,
      value: 'sharp',
    });
    expect(answers.find(({ annotation }) => annotation === first.id)).toMatchObject({ variable: variable.id });
  });

  test('of codings that have another code is refused', async () => {
    const [code, wrong] = [await makeCode('A'), await makeCode('B')];
    const { id } = await annotate(wrong.id, 0, 5);
    const act = call('codes.split', { code: code.id, annotations: [id], into: wrong.id });
    await expect(act).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('Codes that exclude each other', () => {
  async function exclusive(rule: 'warn' | 'refuse'): Promise<[Code, Code]> {
    const set = await call('exclusiveSets.create', { name: 'Side', rule });
    const codes: [Code, Code] = [await makeCode('For'), await makeCode('Against')];
    for (const { id } of codes) await call('codes.update', { code: id, exclusiveSet: set.id });
    return codes;
  }

  test('are refused on the same words of one coder, and named', async () => {
    const [yes, no] = await exclusive('refuse');
    await annotate(yes.id, 0, 10);
    await expect(annotate(no.id, 9, 12)).rejects.toMatchObject({
      code: 'conflict',
      message: '“Against” and “For” exclude each other (Side): some of these words have “For” already.',
    });
    const beside = await annotate(no.id, 10, 12);
    const wider = call('annotations.update', { annotation: beside.id, start: utf16(8) });
    await expect(wider).rejects.toMatchObject({ code: 'conflict' });
    await call('coders.identify', { name: 'Ben' });
    await annotate(no.id, 0, 10);
    await expect(project.code([{ document: 'a', start: 0, end: 4, code: 'For' }])).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('are allowed where the set only warns', async () => {
    const [yes, no] = await exclusive('warn');
    await annotate(yes.id, 0, 10);
    await annotate(no.id, 0, 10);
    expect(await codings()).toHaveLength(2);
  });

  test('are not brought together by a merge', async () => {
    const [yes, no] = await exclusive('refuse');
    const free = await makeCode('Free');
    await annotate(yes.id, 0, 10);
    await annotate(free.id, 5, 12);
    const act = call('codes.merge', { source: free.id, target: no.id });
    await expect(act).rejects.toMatchObject({ code: 'conflict', details: { overlaps: 1 } });
    expect((await call('codes.list', {})).codes).toHaveLength(3);
  });

  test('stay when their set is removed, in one step', async () => {
    await exclusive('refuse');
    const [set] = await call('exclusiveSets.list', {});
    await asOneStep('Remove set “Side”', () => call('exclusiveSets.remove', { set: set?.id ?? '' }));
    const { codes } = await call('codes.list', {});
    expect(codes).toMatchObject([{ exclusiveSet: null }, { exclusiveSet: null }]);
  });
});

describe('Examples', () => {
  test('take their words from the text, whole characters only', async () => {
    const code = await makeCode('Union');
    const anchor = { document: article, start: utf16(22), end: utf16(42) };
    const example = await asOneStep('Add example to “Union”', () => call('examples.create', { code: code.id, anchor }));
    expect(example.quote).toBe('The union said yes 👩‍🚒');
    await asOneStep('Change example of “Union”', () =>
      call('examples.update', { example: example.id, quote: 'said yes' }),
    );
    expect(await call('examples.list', {})).toMatchObject([{ quote: 'said yes', anchor: null }]);
    await asOneStep('Remove example of “Union”', () => call('examples.remove', { example: example.id }));
  });

  test('keep their words when their document goes', async () => {
    const code = await makeCode('Union');
    await call('examples.create', { code: code.id, anchor: { document: other, start: utf16(0), end: utf16(7) } });
    await call('documents.remove', { documents: [other] });
    expect(await call('examples.list', {})).toMatchObject([{ quote: 'Another', anchor: null }]);
    await call('history.undo', {});
    expect(await call('examples.list', {})).toMatchObject([{ anchor: { document: other, start: 0, end: 7 } }]);
  });
});

describe('Removing a code', () => {
  test('takes all that hangs on it, and says so before', async () => {
    const top = await makeCode('Top');
    const low = await makeCode('Low', top.id);
    const variable = await call('variables.create', { scope: 'passage', code: low.id, name: 'tone', level: 'text' });
    const { id } = await annotate(low.id, 0, 5);
    const keep = await annotate((await makeCode('Keep')).id, 6, 9);
    await call('answers.set', { document: article, annotation: id, variable: variable.id, value: 'x' });
    await call('links.create', { source: keep.id, target: id, relation: 'causes' });
    await call('examples.create', { code: low.id, quote: 'words' });
    const counts = { codes: 2, annotations: 1, documents: 1, variables: 1, answers: 1, examples: 1 };
    expect(await call('codes.removal', { code: top.id })).toEqual(counts);
    expect(await asOneStep('Remove code “Top”', () => call('codes.remove', { code: top.id }))).toEqual(counts);
  });

  test('or archiving it: an archived code keeps its codings and gives up its digit', async () => {
    const code = await makeCode('Old');
    await call('codes.update', { code: code.id, key: '3' });
    await annotate(code.id, 0, 5);
    const act = (): Promise<Code> => call('codes.update', { code: code.id, archived: true });
    expect(await asOneStep('Archive code “Old”', act)).toMatchObject({ archived: true, key: null });
    expect(await codings()).toHaveLength(1);
  });
});

describe('Versions of the codebook', () => {
  test('stamp work, tell what changed, list what was made before, and confirm it', async () => {
    const [tone, topic] = [await makeCode('Tone'), await makeCode('Topic')];
    const publish = (note: string): Promise<{ number: number }> => call('versions.publish', { note });
    expect(await asOneStep('Publish codebook version 1', () => publish('first'))).toMatchObject({ number: 1 });
    await expect(publish('again')).rejects.toMatchObject({ code: 'conflict' });
    const [first, second, third] = [
      await annotate(tone.id, 0, 5),
      await annotate(tone.id, 6, 9),
      await annotate(topic.id, 0, 5),
    ];
    await call('codes.update', { code: tone.id, definition: 'How it sounds', hue: 7 });
    expect(await call('versions.difference', { from: 1, to: null })).toEqual([
      {
        kind: 'changed',
        subject: 'code',
        id: tone.id,
        name: 'Tone',
        field: 'definition',
        before: '',
        after: 'How it sounds',
      },
      expect.objectContaining({ field: 'color', after: '7' }),
    ]);
    await publish('second');
    const stale = (more: object = {}) => call('versions.stale', { before: 2, offset: 0, limit: 10, ...more });
    const listed = await stale();
    expect(listed.rows.map(({ id, version }) => [id, version])).toEqual([
      [first.id, 1],
      [second.id, 1],
    ]);
    expect(listed).toMatchObject({ total: 2, rows: [{ quote: 'The m', changes: [{ field: 'definition' }] }, {}] });
    expect((await stale({ changedOnly: false })).rows.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
    expect((await stale({ offset: 1, limit: 1 })).rows.map(({ id }) => id)).toEqual([second.id]);
    expect((await stale({ coder: first.id })).total).toBe(0);
    // “Still right”, and changing it, both take a coding off the list.
    expect(await call('versions.confirm', { annotations: [first.id] })).toEqual({ version: 2 });
    await call('annotations.update', { annotation: second.id, end: utf16(10) });
    expect((await stale()).total).toBe(0);
    await call('history.undo', {});
    await call('history.undo', {});
    expect((await stale()).total).toBe(2);
    expect((await call('versions.list', {})).map(({ number, note, coder }) => [number, note, coder])).toEqual([
      [2, 'second', 'Ada'],
      [1, 'first', 'Ada'],
    ]);
  });

  test('take work from before the first version as made under it, until a rule changes', async () => {
    const [tone, topic] = [await makeCode('Tone'), await makeCode('Topic')];
    const early = await annotate(tone.id, 0, 5);
    await annotate(topic.id, 0, 5);
    const stale = (before: number, more: object = {}) =>
      call('versions.stale', { before, offset: 0, limit: 10, ...more });
    await call('versions.publish', { note: '' });
    expect((await stale(1)).total).toBe(0);
    expect((await stale(1, { changedOnly: false })).rows.map(({ version }) => version)).toEqual([0, 0]);
    await call('codes.update', { code: tone.id, exclude: 'Quotations' });
    await call('versions.publish', { note: '' });
    expect((await stale(2)).rows).toMatchObject([{ id: early.id, version: 0, changes: [{ field: 'exclude' }] }]);
  });

  test('list article answers whose question changed', async () => {
    const variable = await call('variables.create', { scope: 'document', name: 'tone', level: 'text', label: 'Tone?' });
    await call('versions.publish', { note: '' });
    const answer = await call('answers.set', { document: article, variable: variable.id, value: 'sharp' });
    await call('variables.update', { variable: variable.id, label: 'Tone of the headline?' });
    await call('versions.publish', { note: '' });
    const window = { before: 2, offset: 0, limit: 10 };
    expect(await call('versions.stale', window)).toMatchObject({
      total: 1,
      rows: [],
      answers: [{ id: answer.id, version: 1 }],
    });
    await call('versions.confirm', { answers: [answer.id] });
    expect((await call('versions.stale', window)).total).toBe(0);
  });

  test('that codings from a file are stamped with', async () => {
    await makeCode('Tone');
    await call('versions.publish', { note: '' });
    await project.code([{ document: 'a', start: 0, end: 4, code: 'Tone' }]);
    await call('codes.create', { name: 'More' });
    await call('versions.publish', { note: '' });
    const { rows } = await call('versions.stale', { before: 2, changedOnly: false, offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ version: 1 }]);
  });
});

describe('A template', () => {
  test('adds its codes and variables, as one step, and leaves what is there as it is', async () => {
    const templates = await call('templates.list', {});
    expect(templates.length).toBeGreaterThanOrEqual(8);
    for (const { id, title, codes, variables } of templates) {
      const before = (await call('variables.list', {})).length;
      const added = await asOneStep(`Add template “${title}”`, () => call('templates.add', { template: id }));
      expect(added.codes).toEqual(expect.arrayContaining(codes));
      expect(added.variables).toHaveLength(variables.length);
      expect((await call('variables.list', {})).length - before).toBe(variables.length);
      const [first] = (await call('codes.list', {})).codes;
      if (first) await call('codes.update', { code: first.id, definition: 'My own words' });
      expect(await call('templates.add', { template: id })).toEqual({ codes: [], variables: [] });
      if (first) expect((await call('codes.list', {})).codes[0]).toMatchObject({ definition: 'My own words' });
    }
    await expect(call('templates.add', { template: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
