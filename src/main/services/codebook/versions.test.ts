import { describe, expect, test } from 'vitest';
import { utf16 } from '../../../shared/text/offsets.ts';
import { TestCodebook } from '../testCodebook.ts';

const book = new TestCodebook();
const { call, makeCode, annotate, asOneStep } = book;

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
    const answer = await call('answers.set', { document: book.article, variable: variable.id, value: 'sharp' });
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
    await book.project.code([{ document: 'a', start: 0, end: 4, code: 'Tone' }]);
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
