import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

function search(query: string, options: object = {}): ReturnType<typeof run> {
  return run({ query, ...options });
}
async function run(input: { query: string }) {
  return project.client.run('search.text', input);
}

describe('A search', () => {
  test('finds in all documents, in their order, with offsets in both counts', async () => {
    await project.importFiles(project.put('a.txt', '👍👍 Peace, peace.'), project.put('b.txt', 'PEACE'));
    const { total, hits } = await search('peace');
    expect(total).toBe(3);
    expect(hits.map(({ name, start, end, codePoints, quote }) => ({ name, start, end, codePoints, quote }))).toEqual([
      { name: 'a', start: 5, end: 10, codePoints: { start: 3, end: 8 }, quote: 'Peace' },
      { name: 'a', start: 12, end: 17, codePoints: { start: 10, end: 15 }, quote: 'peace' },
      { name: 'b', start: 0, end: 5, codePoints: { start: 0, end: 5 }, quote: 'PEACE' },
    ]);
    expect(hits[0]).toMatchObject({ before: '👍👍 ', after: ', peace.' });
  });

  test('tells cases apart when asked to', async () => {
    await project.importFiles(project.put('a.txt', 'Peace, peace'));
    expect((await search('peace', { caseSensitive: true })).hits.map(({ start }) => start)).toEqual([7]);
  });

  test('keeps offsets right past letters that change their length in lower case', async () => {
    // U+0130 becomes two code units in lower case; sixty of them would shift every offset by sixty.
    const text = `${'İ'.repeat(60)} Haber ΣΊΣΥΦΟΣ straße`;
    await project.importFiles(project.put('a.txt', text));
    for (const [query, found] of [
      ['haber', 'Haber'],
      ['σίσυφος', 'ΣΊΣΥΦΟΣ'],
      ['STRAßE', 'straße'],
    ] as const) {
      const { hits } = await search(query);
      expect(hits.map(({ quote, start }) => ({ quote, start }))).toEqual([
        { quote: found, start: text.indexOf(found) },
      ]);
    }
  });

  test('finds what looks the same, and says where it stands', async () => {
    const text = 'Das Unter\u00adnehmen, une e\u0301conomie, 10\u00a0000.';
    await project.importFiles(project.put('a.txt', text));
    for (const [query, found] of [
      ['unternehmen', 'Unter\u00adnehmen'],
      ['Économie', 'e\u0301conomie'],
      ['10 000', '10\u00a0000'],
      ['\u00ad', '\u00ad'],
    ] as const) {
      const { hits } = await search(query);
      expect(hits.map(({ quote, start }) => ({ quote, start }))).toEqual([
        { quote: found, start: text.indexOf(found) },
      ]);
    }
  });

  test('takes every sign of the query as it stands', async () => {
    const signs = 'a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o/p-q';
    await project.importFiles(project.put('a.txt', `axb ${signs}`));
    expect((await search(signs)).hits.map(({ start }) => start)).toEqual([4]);
    expect((await search('.*')).total).toBe(0);
  });

  test('shows no half of a character before or after a hit', async () => {
    await project.importFiles(project.put('a.txt', `x${'👍'.repeat(40)}hit${'👍'.repeat(29)}x${'👍'.repeat(9)}`));
    const [hit] = (await search('hit')).hits;
    expect(hit?.before.isWellFormed() && hit.after.isWellFormed()).toBe(true);
    expect(hit?.before).toBe('👍'.repeat(30));
  });

  test('lists no more than asked for but counts all', async () => {
    await project.importFiles(project.put('a.txt', 'so '.repeat(2500)));
    const { total, hits } = await search('so', { limit: 10 });
    expect([total, hits.length]).toEqual([2500, 10]);
  });
});
