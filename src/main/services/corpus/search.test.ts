import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../../shared/api/contract.ts';
import type { Hit, HitCursor } from '../../../shared/api/search.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

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

  test('finds joined letters once, whole, and goes on behind them on the next page', async () => {
    await project.importFiles(project.put('a.txt', 'Oﬃce, ﬀ, staff'));
    const expected = [
      { start: 1, quote: 'ﬃ' },
      { start: 6, quote: 'ﬀ' },
      { start: 12, quote: 'f' },
      { start: 13, quote: 'f' },
    ];
    const told = (hits: readonly Hit[]): unknown => hits.map(({ start, quote }) => ({ start, quote }));
    const whole = await search('f');
    expect([told(whole.hits), whole.total]).toEqual([expected, 4]);
    const hits: Hit[] = [];
    for (let after: HitCursor | null = null, pages = 0; pages < 4; pages++) {
      const page: Awaited<ReturnType<typeof run>> = await search('f', { limit: 1, after });
      hits.push(...page.hits);
      after = page.next;
    }
    expect(told(hits)).toEqual(expected);
  });

  test('takes every sign of the query as it stands', async () => {
    const signs = 'a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o/p-q';
    await project.importFiles(project.put('a.txt', `axb ${signs}`));
    expect((await search(signs)).hits.map(({ start }) => start)).toEqual([4]);
    expect((await search('.*')).total).toBe(0);
  });

  test('of whole words passes over what is part of a longer word, and pages go on behind it', async () => {
    await project.importFiles(
      project.put('a.txt', 'War, warm, prewar; WAR\u00ad! The U.S. war.com'),
      project.put('b.txt', 'ba a a; Offi\u00adce, o\ufb03ce, O\u0308l, Erdo\u0308l'),
    );
    const told = async (query: string, options: object = {}): Promise<unknown[]> => {
      const { hits, total } = await search(query, { wholeWords: true, ...options });
      expect(total).toBe(hits.length);
      return hits.map(({ name, start, quote }) => [name, start, quote]);
    };
    expect(await told('war')).toEqual([
      ['a', 0, 'War'],
      ['a', 19, 'WAR'],
    ]);
    expect(await told('war', { caseSensitive: true })).toEqual([]);
    expect(await told('u.s.')).toEqual([['a', 29, 'U.S.']]);
    expect(await told('war.')).toEqual([]);
    expect(await told('a a')).toEqual([['b', 3, 'a a']]); // one that is cut begins before it
    expect(await told('office')).toEqual([
      ['b', 8, 'Offi\u00adce'],
      ['b', 17, 'o\ufb03ce'],
    ]);
    expect(await told('ffi')).toEqual([]);
    expect(await told('öl')).toEqual([['b', 23, 'O\u0308l']]);
    const first = await search('war', { wholeWords: true, limit: 1 });
    expect(first).toMatchObject({ total: 2, hits: [{ start: 0 }] });
    expect(await search('war', { wholeWords: true, limit: 1, after: first.next })).toMatchObject({
      total: 1,
      hits: [{ start: 19 }],
      next: null,
    });
  });

  test('of whole words takes the dictionary in the language of the text', async () => {
    await project.importFiles(project.put('zh.txt', '我们学习中国历史'));
    expect((await search('中国', { wholeWords: true })).hits.map(({ start }) => start)).toEqual([4]);
    expect((await search('国历', { wholeWords: true })).total).toBe(0);
    expect((await search('国历')).total).toBe(1);
  });

  test('shows no half of a character before or after a hit', async () => {
    await project.importFiles(project.put('a.txt', `x${'👍'.repeat(40)}hit${'👍'.repeat(29)}x${'👍'.repeat(9)}`));
    const [hit] = (await search('hit')).hits;
    expect(hit?.before.isWellFormed() && hit.after.isWellFormed()).toBe(true);
    expect(hit?.before).toBe('👍'.repeat(30));
  });

  test('comes in pages, which together are what one page is', async () => {
    const texts = ['so and cafe\u0301s, so', 's\u00ado, none', 'So, so, SO', '', 'so'];
    await project.importFiles(...texts.map((text, index) => project.put(`${index}.txt`, text)));
    const whole = await search('so');
    expect([whole.total, whole.next]).toEqual([7, null]);
    for (const limit of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const hits: Hit[] = [];
      for (let after: HitCursor | null = null; ;) {
        const page: Result<'search.text'> = await search('so', { limit, after });
        expect(page.total).toBe(7 - hits.length);
        expect(await search('so', { limit, after, count: false })).toEqual({ ...page, total: page.hits.length });
        hits.push(...page.hits);
        after = page.next;
        if (after === null) break;
        expect(page.hits).toHaveLength(limit);
      }
      expect(hits).toEqual(whole.hits);
    }
  });

  test('goes on among documents that came in or went meanwhile, and repeats no hit', async () => {
    await project.importFiles(...['a', 'b', 'c'].map((name) => project.put(`${name}.txt`, `so, so: ${name}`)));
    const { rows } = await project.client.call('documents.list', { offset: 0, limit: 3 });
    const { next } = await search('so', { limit: 3 });
    await project.importFiles(project.put('d.txt', 'so: d'));
    const ids = rows.map(({ id }) => id);
    await project.client.call('documents.remove', { documents: [ids[0] ?? '', ids[2] ?? ''] });
    const { hits } = await search('so', { after: next });
    expect(hits.map(({ name, start }) => [name, start])).toEqual([
      ['b', 4],
      ['d', 0],
    ]);
    await project.client.call('documents.remove', { documents: [ids[1] ?? ''] });
    await expect(search('so', { after: next })).rejects.toMatchObject({ code: 'conflict' });
    await project.client.call('history.undo', {});
    await project.client.call('texts.correct', {
      document: ids[1] ?? '',
      content: 'so, so, so: b',
      reason: '',
      decisions: [],
    });
    await expect(search('so', { after: next })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('lists no more than asked for but counts all', async () => {
    await project.importFiles(project.put('a.txt', 'so '.repeat(2500)));
    const { total, hits } = await search('so', { limit: 10 });
    expect([total, hits.length]).toEqual([2500, 10]);
  });
});
