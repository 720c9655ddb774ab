import { describe, expect, test } from 'vitest';
import type { Annotation, Code, Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { TestCodebook } from '../testCodebook.ts';

const book = new TestCodebook();
const { call, makeCode, annotate, codings, asOneStep } = book;

describe('Merging a code into another', () => {
  test('moves its codings, and lets fall together those that the other has at the same place', async () => {
    const [source, target] = [await makeCode('No'), await makeCode('Refusal')];
    const mine = await annotate(source.id, 0, 12);
    const its = await annotate(target.id, 0, 12);
    await annotate(source.id, 13, 20);
    const elsewhere = await annotate(source.id, 0, 7, book.other);
    await call('annotations.setMemo', { annotation: mine.id, memo: 'from the source' });
    await call('annotations.setMemo', { annotation: its.id, memo: 'from the target' });
    const counts = { moved: 2, doubled: 1, documents: 2, children: 0, variables: 0, examples: 0 };
    const pair = { source: source.id, target: target.id };
    expect(await call('codes.mergePreview', pair)).toMatchObject(counts);
    expect(await asOneStep('Merge “No” into “Refusal”', () => call('codes.merge', pair))).toEqual(counts);
    expect(await codings()).toMatchObject([
      { id: its.id, start: 0, code: target.id, memo: 'from the target\nfrom the source' },
      { start: 13, code: target.id },
    ]);
    expect(await codings(book.other)).toMatchObject([{ id: elsewhere.id, code: target.id }]);
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
      call('answers.set', { document: book.article, annotation, variable, value });
    await say(mine.id, stance.id, 'lost');
    await say(mine.id, tone.id, 'kept');
    await say(its.id, itsStance.id, 'stays');
    await call('links.create', { source: mine.id, target: far.id, relation: 'causes' });
    await call('links.create', { source: mine.id, target: its.id, relation: 'repeats' });
    await asOneStep('Merge “A” into “B”', () => call('codes.merge', { source: source.id, target: target.id }));
    const open = await call('documents.open', { document: book.article });
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

describe('Coding with a name', () => {
  const apply = (start: number, end: number, name: string): Promise<Annotation> =>
    call('annotations.create', { document: book.article, start, end, code: { name, parent: null } });

  test('makes the code once, and takes the one that is there from then on', async () => {
    const first = await apply(0, 12, 'New');
    const second = await apply(13, 20, 'New');
    expect(second.code).toBe(first.code);
    const { codes, tally } = await call('codes.list', {});
    expect(codes.map(({ name }) => name)).toEqual(['New']);
    expect(tally).toEqual({ [first.code]: 2 });
  });

  test('of an archived code is refused, with the way out', async () => {
    const { code } = await apply(0, 12, 'Old');
    await call('codes.update', { code, archived: true });
    await expect(apply(13, 20, 'Old')).rejects.toThrow('There is an archived code “Old”.');
    expect(await codings()).toHaveLength(1);
  });
});

describe('Splitting a code', () => {
  test('gives the picked codings to a new code, with their answers', async () => {
    const code = await makeCode('Mixed');
    const variable = await call('variables.create', { scope: 'passage', code: code.id, name: 'tone', level: 'text' });
    const [first, second] = [await annotate(code.id, 0, 5), await annotate(code.id, 6, 9)];
    for (const { id } of [first, second]) {
      await call('answers.set', { document: book.article, annotation: id, variable: variable.id, value: 'sharp' });
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
    const { answers } = await call('documents.open', { document: book.article });
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
    await expect(book.project.code([{ document: 'a', start: 0, end: 4, code: 'For' }])).rejects.toMatchObject({
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
    const anchor = { document: book.article, start: utf16(22), end: utf16(42) };
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
    await call('examples.create', { code: code.id, anchor: { document: book.other, start: utf16(0), end: utf16(7) } });
    await call('documents.remove', { documents: [book.other] });
    expect(await call('examples.list', {})).toMatchObject([{ quote: 'Another', anchor: null }]);
    await call('history.undo', {});
    expect(await call('examples.list', {})).toMatchObject([{ anchor: { document: book.other, start: 0, end: 7 } }]);
  });
});

describe('Removing a code', () => {
  test('takes all that hangs on it, and says so before', async () => {
    const top = await makeCode('Top');
    const low = await makeCode('Low', top.id);
    const variable = await call('variables.create', { scope: 'passage', code: low.id, name: 'tone', level: 'text' });
    const { id } = await annotate(low.id, 0, 5);
    const keep = await annotate((await makeCode('Keep')).id, 6, 9);
    await call('answers.set', { document: book.article, annotation: id, variable: variable.id, value: 'x' });
    await call('links.create', { source: keep.id, target: id, relation: 'causes' });
    await call('examples.create', { code: low.id, quote: 'words' });
    const counts = { codes: 2, annotations: 1, documents: 1, variables: 1, answers: 1, examples: 1 };
    expect(await call('codes.removal', { code: top.id })).toMatchObject(counts);
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
