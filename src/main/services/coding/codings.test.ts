import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('flag.txt', '🇳🇴 goes first. Then the rest.'));
});
afterEach(() => project.end());

const stats = (): Promise<object> => project.client.call('project.stats', {});

describe('Codings from a file', () => {
  test('are one step, which creates what codes are missing and says which', async () => {
    const result = await project.code([
      { document: 'flag', start: 0, end: 2, code: 'Signs / Flags', quote: '🇳🇴' },
      { document: 'flag', start: 3, end: 7, code: 'Acts', memo: 'a memo' },
    ]);
    expect(result).toEqual({ annotations: 2, present: 0, codes: ['Signs', 'Signs / Flags', 'Acts'] });
    const segments = await project.client.call('segments.list', { offset: 0, limit: 10 });
    expect(segments.rows.map(({ start, end, quote, memo }) => ({ start, end, quote, memo }))).toEqual([
      { start: 0, end: 4, quote: '🇳🇴', memo: '' },
      { start: 5, end: 9, quote: 'goes', memo: 'a memo' },
    ]);
    expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    expect((await project.client.call('history.undo', {})).label).toBe('Code 2 passages from codings.jsonl');
    expect(await stats()).toMatchObject({ codes: 0, annotations: 0, coders: 0 });
    await project.client.call('history.redo', {});
    expect(await stats()).toMatchObject({ codes: 3, annotations: 2, coders: 1 });
  });

  test('that are there already are passed over, and leave no step when there are no others', async () => {
    const coding = { document: 'flag', start: 3, end: 7, code: 'Acts' };
    await project.code([coding]);
    const before = await project.client.call('history.state', {});
    expect(await project.code([coding, coding])).toEqual({ annotations: 0, present: 2, codes: [] });
    expect(await project.client.call('history.state', {})).toEqual(before);
  });

  test('may name their document by its id', async () => {
    const [document] = (await project.client.call('documents.list', { offset: 0, limit: 1 })).rows;
    expect(await project.code([{ document: document?.id, start: 0, end: 2, code: 'C' }])).toMatchObject({
      annotations: 1,
    });
  });

  test('may jump from document to document: the first line at fault is named, and new codes come in the order of the file', async () => {
    for (const name of ['b', 'c']) await project.importFiles(project.put(`${name}.txt`, `Text of ${name}.`));
    const at = (document: string, start: number, end: number, code: string): object => ({ document, start, end, code });
    const lines = [at('c', 0, 4, 'Z'), at('flag', 0, 2, 'M'), at('c', 0, 7, 'A'), at('b', 0, 4, 'Z')];
    const atFault = (document: string): object => at(document, 0, 1000, 'New');
    for (const later of [atFault('flag'), at('nowhere', 0, 1, 'New'), at('b', 3, 3, 'New')]) {
      await expect(project.code([...lines, atFault('c'), later])).rejects.toMatchObject({ details: { line: 5 } });
    }
    expect(await project.code(lines)).toEqual({ annotations: 4, present: 0, codes: ['Z', 'M', 'A'] });
    const { rows } = await project.client.call('segments.list', { offset: 0, limit: 10 });
    expect(rows.map(({ quote }) => quote)).toEqual(['🇳🇴', 'Text', 'Text', 'Text of']);
  });

  const good = { document: 'flag', start: 3, end: 7, code: 'Acts' };
  test.each([
    [
      { ...good, quote: 'went' },
      'line 2: the quote “went” is not what stands at its offsets (code points), which is “goes”',
    ],
    [{ ...good, end: 1000 }, 'line 2: end (1000) lies outside the text, which has 29 characters (code points)'],
    [{ ...good, end: 3 }, 'line 2: end (3) must be greater than start (3)'],
    [{ ...good, document: 'flags' }, 'line 2: there is no document “flags”'],
    [{ ...good, code: 'A /' }, 'line 2: code: '],
    [{ ...good, start: '3' }, 'line 2: start: '],
  ])('at fault are named by their line and change nothing: %j', async (coding, message) => {
    await expect(project.code([good, coding])).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining(`codings.jsonl: ${message}`) as string,
    });
    expect(await stats()).toMatchObject({ codes: 0, annotations: 0, coders: 0 });
  });

  test('are refused with strict when a code is unknown', async () => {
    await project.client.call('codes.create', { name: 'Acts' });
    await expect(project.code([good, { ...good, code: 'Acts / Moves' }], { strict: true })).rejects.toThrow(
      'line 2: there is no code “Acts / Moves”',
    );
    expect(await project.code([good], { strict: true })).toMatchObject({ annotations: 1, codes: [] });
  });

  test('are refused when their document’s name is not its alone', async () => {
    const { rows } = await project.client.call('documents.list', { offset: 0, limit: 1 });
    await project.importFiles(project.put('other.txt', 'other'));
    const { rows: all } = await project.client.call('documents.list', { offset: 1, limit: 1 });
    await project.client.call('documents.rename', { document: all[0]?.id ?? '', name: rows[0]?.name ?? '' });
    await expect(project.code([good])).rejects.toThrow(
      'line 1: 2 documents are named “flag”; name the one you mean by its id',
    );
  });
});
