import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const as = (name: string) => project.client.call('coders.identify', { name });

async function ids(): Promise<{
  codes: Record<string, Id>;
  coders: Record<string, Id>;
  documents: Record<string, Id>;
}> {
  const { codes } = await project.client.call('codes.list', {});
  const coders = await project.client.call('coders.list', {});
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 100 });
  const byName = (list: readonly { name: string; id: Id }[]) =>
    Object.fromEntries(list.map((one) => [one.name, one.id]));
  return { codes: byName(codes), coders: byName(coders), documents: byName(rows) };
}

/** Ada and Ben on “one two three four five”: the same A, two codes on “three”, and one C that only Ben sees. */
async function twoCoders(): Promise<void> {
  await project.importFiles(project.put('a.txt', 'one two three four five'));
  await as('Ada');
  await project.code([
    { document: 'a', start: 0, end: 3, code: 'A' },
    { document: 'a', start: 8, end: 13, code: 'A' },
  ]);
  await as('Ben');
  await project.code([
    { document: 'a', start: 0, end: 3, code: 'A' },
    { document: 'a', start: 9, end: 13, code: 'B' },
    { document: 'a', start: 19, end: 23, code: 'C' },
  ]);
}

describe('the confusion matrix', () => {
  test('of two coders counts the places where one said this and the other that', async () => {
    await twoCoders();
    const { codes, coders } = await ids();
    const pair = [coders.Ada ?? '', coders.Ben ?? ''] as [Id, Id];
    const matrix = await project.client.run('reliability.confusion', { coders: pair });
    expect(matrix.categories.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'no code']);
    expect(matrix.counts).toEqual([
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ]);
    expect(matrix.characters?.[0]).toEqual([3, 5, 0, 0]);
    expect([matrix.places, matrix.agreeing]).toEqual([3, 1]);

    const cell = await project.client.run('reliability.cell', {
      coders: pair,
      row: codes.A ?? '',
      column: codes.B ?? '',
    });
    expect(cell.total).toBe(1);
    const [unit] = cell.units;
    expect(unit).toMatchObject({
      span: { start: 8, end: 13 },
      quote: 'three',
      before: 'one two ',
      after: ' four five',
    });
    expect(unit?.sides.map(({ coder, codings }) => [coder.name, codings.map(({ code }) => code)])).toEqual([
      ['Ada', [codes.A]],
      ['Ben', [codes.B]],
    ]);
    expect(unit?.mark).toBeNull();
  });

  test('of all coders is symmetric, and its cells open from either side', async () => {
    await twoCoders();
    const { codes } = await ids();
    const { counts } = await project.client.run('reliability.confusion', {});
    counts.forEach((row, i) => row.forEach((count, j) => expect(count).toBe(counts[j]?.[i])));
    const key = { row: codes.C ?? '', column: 'nothing' };
    const cell = await project.client.run('reliability.cell', key);
    const turned = await project.client.run('reliability.cell', { row: key.column, column: key.row });
    expect(cell.units.map(({ quote }) => quote)).toEqual(['five']);
    expect(turned).toEqual(cell);
  });

  test('of sentences holds the codes of a sentence against each other', async () => {
    await twoCoders();
    const { counts, categories } = await project.client.run('reliability.confusion', { unit: 'sentence' });
    expect(categories.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'no code']);
    // One sentence: both gave A; Ada gave nothing that Ben's B and C could be held against.
    expect(counts).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 1],
      [0, 1, 1, 0],
    ]);
  });

  test('of a variable has its values, what is absent, and what has no answer', async () => {
    await project.importFiles(...['a', 'b', 'c'].map((name) => project.put(`${name}.txt`, `Text ${name}.`)));
    const { documents } = await ids();
    const tone = await project.client.call('variables.create', {
      scope: 'document',
      name: 'tone',
      level: 'nominal',
      choices: [
        { value: 1, label: 'good' },
        { value: 2, label: 'bad' },
      ],
    });
    const answer = (name: string, said: { state: 'given' | 'absent'; value: number | null }) =>
      project.client.call('answers.set', {
        document: documents[name] ?? '',
        annotation: null,
        variable: tone.id,
        ...said,
      });
    await as('Ada');
    for (const name of ['a', 'b', 'c']) await answer(name, { state: 'given', value: 1 });
    await as('Ben');
    await answer('a', { state: 'given', value: 2 });
    await answer('b', { state: 'absent', value: null });
    await answer('c', { state: 'given', value: 1 });
    const { coders } = await ids();
    const pair = [coders.Ada ?? '', coders.Ben ?? ''] as [Id, Id];
    const matrix = await project.client.run('reliability.confusion', { variable: tone.id, coders: pair });
    expect(matrix.categories.map(({ label }) => label)).toEqual(['1 good', '2 bad', 'absent', 'no answer']);
    expect(matrix.counts[0]).toEqual([1, 1, 1, 0]);
    const cell = await project.client.run('reliability.cell', {
      variable: tone.id,
      coders: pair,
      row: 'value:1',
      column: 'value:2',
    });
    expect(
      cell.units.map(({ documentName, sides }) => [documentName, sides.map((side) => side.answer?.words)]),
    ).toEqual([['a', ['good', 'bad']]]);
    const place = { document: documents.a ?? '', variable: tone.id };
    await project.client.call('disagreements.resolve', { place, answer: { state: 'given', value: 2 } });
    const again = await project.client.run('reliability.cell', {
      variable: tone.id,
      row: 'value:1',
      column: 'value:2',
    });
    expect(again.units[0]?.agreed?.answer?.value).toBe(2);
    expect(again.units[0]?.mark?.resolver).toBe(coders.Ben);
  });
});

describe('a disagreement', () => {
  const spanOf = async () => ({ document: (await ids()).documents.a ?? '', start: 8, end: 13 });

  test('is marked and discussed, each one step back', async () => {
    await twoCoders();
    const place = await spanOf();
    await project.client.call('disagreements.mark', { place, mark: 'unclear-rule' });
    await project.client.call('disagreements.discuss', { place, memo: 'B needs an example.' });
    const list = () => project.client.call('disagreements.list', {});
    expect((await list()).rows).toMatchObject([
      { mark: 'unclear-rule', memo: 'B needs an example.', words: 'three', documentName: 'a', resolverName: null },
    ]);
    const discussed = () => project.client.call('disagreements.list', { discussed: true });
    expect((await discussed()).total).toBe(1);
    await project.client.call('history.undo', {});
    expect((await discussed()).total).toBe(0);
    expect((await list()).rows).toMatchObject([{ mark: 'unclear-rule', memo: '' }]);
    await project.client.call('history.undo', {});
    expect((await list()).total).toBe(0);
  });

  test('that says nothing any more is gone', async () => {
    await twoCoders();
    const place = await spanOf();
    await project.client.call('disagreements.mark', { place, mark: 'slip' });
    expect(await project.client.call('disagreements.mark', { place, mark: null })).toBeNull();
    expect((await project.client.call('disagreements.list', {})).total).toBe(0);
  });

  test('leaves the counts as people have coded, and is counted apart; what goes with a code or article is all', async () => {
    await twoCoders();
    const { codes } = await ids();
    const { rows } = await project.client.call('documents.list', { offset: 0, limit: 9 });
    const document = rows[0]?.id ?? '';
    const code = codes.A ?? '';
    const asked = [{}, { document }, { code }, { code, document }];
    const counts = async () => {
      const list = await project.client.call('documents.list', { offset: 0, limit: 9 });
      const segments = await Promise.all(
        asked.map((what) => project.client.call('segments.list', { ...what, offset: 0, limit: 99 })),
      );
      return {
        tally: (await project.client.call('codes.list', {})).tally,
        documents: list.rows.map(({ annotations }) => annotations),
        people: segments.map(({ total, agreed }) => total - agreed),
        agreed: segments.map(({ agreed }) => agreed),
        listed: segments.map((answer) => answer.rows.length - answer.total),
        withCode: (await project.client.call('codes.removal', { code })).annotations,
        withArticle: (await project.client.call('documents.removal', { documents: [document] })).annotations,
      };
    };
    const before = await counts();
    expect(before.agreed).toEqual([0, 0, 0, 0]);
    const taken = await project.client.run('agreed.start', {});
    expect(taken).toMatchObject({ codings: 1 });
    expect(await counts()).toEqual({
      ...before,
      agreed: [1, 1, 1, 1],
      withCode: before.withCode + 1,
      withArticle: before.withArticle + 1,
    });
    const coder = taken.coder.id;
    expect(await project.client.call('segments.list', { coder, offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      agreed: 1,
    });
    await project.client.call('history.undo', {});
    expect(await counts()).toEqual(before);
    await project.client.call('history.redo', {});
    expect((await counts()).people).toEqual(before.people);
  });

  test('is settled into the agreed version by the person who acts, as one step', async () => {
    await twoCoders();
    const { codes, coders } = await ids();
    const place = await spanOf();
    const taken = await project.client.run('agreed.start', {});
    expect(taken).toMatchObject({ documents: 1, codings: 1, answers: 0, coder: { kind: 'agreed' } });
    const settled = await project.client.call('disagreements.resolve', {
      place,
      codes: [codes.A ?? '', codes.B ?? ''],
      codings: [{ code: codes.B ?? '', start: 9, end: 13 }],
    });
    expect(settled.resolver).toBe(coders.Ben);
    const held = async () =>
      (await project.client.call('segments.list', { coder: taken.coder.id, offset: 0, limit: 9 })).rows.map((row) => [
        row.quote,
        row.code,
      ]);
    expect(await held()).toEqual([
      ['one', codes.A],
      ['hree', codes.B],
    ]);
    // Settled anew: the other code gives way, what lies elsewhere stays.
    await project.client.call('disagreements.resolve', { place, codes: [codes.B ?? ''], codings: [] });
    expect(await held()).toEqual([['one', codes.A]]);
    await project.client.call('history.undo', {});
    await project.client.call('history.undo', {});
    expect(await held()).toEqual([['one', codes.A]]);
    expect((await project.client.call('disagreements.list', {})).total).toBe(0);
    await project.client.call('history.undo', {});
    expect((await project.client.call('agreed.read', {})).coder).toBeNull();
  });

  test('refuses a coding that lies elsewhere', async () => {
    await twoCoders();
    const { codes } = await ids();
    const far = { place: await spanOf(), codings: [{ code: codes.A ?? '', start: 19, end: 23 }] };
    await expect(project.client.call('disagreements.resolve', far)).rejects.toThrow('outside the passage');
  });

  test('goes with its document, and follows its passage into a corrected text', async () => {
    await twoCoders();
    const { documents } = await ids();
    const place = await spanOf();
    const document = documents.a ?? '';
    await project.client.call('disagreements.mark', { place, mark: 'slip' });
    const content = 'Now: one two three four five';
    const { annotations } = await project.client.run('texts.compare', { document, content });
    await project.client.call('texts.correct', {
      document,
      content,
      reason: 'a word was missing',
      decisions: annotations.map(({ annotation, place: to }) => ({
        annotation,
        place: to && { start: to.start, end: to.end },
      })),
    });
    expect((await project.client.call('disagreements.list', {})).rows).toMatchObject([
      { words: 'three', span: { start: 13, end: 18 } },
    ]);
    await project.client.call('documents.remove', { documents: [document] });
    expect((await project.client.call('disagreements.list', {})).total).toBe(0);
  });
});

describe('the agreed version', () => {
  test('is no coder: agreement is the same with it and without', async () => {
    await twoCoders();
    const before = await project.client.run('reliability.run', { draws: 0 });
    await project.client.run('agreed.start', {});
    expect(await project.client.run('reliability.run', { draws: 0 })).toEqual(before);
  });

  test('takes nothing over twice, and a person of its name is another', async () => {
    await twoCoders();
    await project.client.run('agreed.start', {});
    expect(await project.client.run('agreed.start', {})).toMatchObject({ codings: 0, answers: 0 });
    const agreed = (await project.client.call('agreed.read', {})).coder;
    const person = await as(agreed?.name ?? '');
    expect(person.kind).toBe('person');
    expect(person.id).not.toBe(agreed?.id);
  });
});
