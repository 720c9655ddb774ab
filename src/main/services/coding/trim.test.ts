import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let documents: Id[];
let code: Id;
const text = 'The port reopened.\n\n\u00a0 Nobody was hurt.  \n\t\n';
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('a.txt', text), project.put('b.txt', `${text}And more.\n`));
  documents = await project.client.call('documents.ids', {});
  code = (await project.client.call('codes.create', { name: 'Event' })).id;
});
afterEach(() => project.end());

async function codeSpan(start: number, end: number, document = documents[0] ?? ''): Promise<Id> {
  return (await project.client.call('annotations.create', { document, code, start, end })).id;
}

const quotes = async (): Promise<string[]> =>
  (await project.client.call('segments.list', { offset: 0, limit: 100 })).rows.map(({ quote }) => quote);

describe('Codings with blanks at their ends', () => {
  test('are found with their places before and after, in one document or all; those of blanks alone are counted', async () => {
    const ends = await codeSpan(0, 20);
    await codeSpan(4, 8);
    const both = await codeSpan(18, 43);
    await codeSpan(18, 22);
    const other = await codeSpan(3, 9, documents[1]);
    const all = await project.client.run('codings.untrimmed', { document: null });
    expect(all).toMatchObject({ total: 3, blank: 1 });
    expect(
      all.rows.map(({ annotation, start, end, trimmed, quote, name }) => [
        annotation,
        start,
        end,
        trimmed,
        quote,
        name,
      ]),
    ).toEqual([
      [ends, 0, 20, [0, 18], 'The port reopened.', 'a'],
      [both, 18, 43, [22, 38], 'Nobody was hurt.', 'a'],
      [other, 3, 9, [4, 8], 'port', 'b'],
    ]);
    const one = await project.client.run('codings.untrimmed', { document: documents[1] ?? '' });
    expect(one.rows.map(({ annotation }) => annotation)).toEqual([other]);
  });

  test('of other coders are theirs to trim', async () => {
    const mine = await codeSpan(0, 20);
    await project.client.call('coders.identify', { name: 'Ben' });
    await codeSpan(4, 9);
    const found = await project.client.run('codings.untrimmed', { document: null });
    expect(found.rows.map(({ quote }) => quote)).toEqual(['port']);
    const trimmed = project.client.call('codings.trim', { annotations: [mine] });
    await expect(trimmed).rejects.toMatchObject({ code: 'others-work' });
  });

  test('are trimmed in one step, which undo takes back; what would double another coding stays and is told', async () => {
    const first = await codeSpan(0, 20);
    const twin = await codeSpan(3, 9);
    await codeSpan(4, 8);
    const clean = await codeSpan(9, 17);
    const blank = await codeSpan(18, 22);
    const before = await quotes();
    const done = await project.client.call('codings.trim', { annotations: [first, twin, clean, blank, first] });
    expect(done).toEqual({ trimmed: 1, doubles: 1 });
    expect(await quotes()).toEqual(['The port reopened.', ' port ', 'port', 'reopened', '\n\n\u00a0 ']);
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
    expect((await project.client.call('history.undo', {})).label).toBe('Trim 1 coding');
    expect(await quotes()).toEqual(before);
    await project.client.call('history.redo', {});
    expect((await quotes())[0]).toBe('The port reopened.');
  });
});
