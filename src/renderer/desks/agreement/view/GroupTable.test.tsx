import { screen, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { answerAs, markAs, measure, newArticles, newQuestion, table } from '../testAgreement.tsx';

const names = ['t1', 't2', 't3', 't4', 't5', 't6'];

/** Six articles, three of each outlet; answers 111000 by Ada, 110100 by Ben. */
async function twoOutlets(galley: TestWindow, outlets: readonly (string | null)[]): Promise<string> {
  const articles = await newArticles(galley, names);
  for (const [at, value] of outlets.entries())
    if (value !== null)
      await galley.client.call('documents.setFact', { document: articles[at] ?? '', variable: 'site', value });
  await newQuestion(galley, 'conflict', 'interval');
  for (const [coder, line] of [
    ['Ada', '111000'],
    ['Ben', '110100'],
  ] as const)
    await answerAs(
      galley,
      coder,
      'conflict',
      names.map((name, at) => [name, line[at] ?? null]),
    );
  const facts = await galley.client.call('variables.list', {});
  return facts.find(({ name }) => name === 'site')?.id ?? '';
}

/** Each row of the table, cell by cell. */
const rows = (inside: HTMLElement): string[][] =>
  within(inside)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

describe('figures by a fact', () => {
  it('are those of the articles of each value', async ({ galley }) => {
    const by = await twoOutlets(galley, ['Herald', 'Herald', 'Herald', 'Post', 'Post', 'Post']);
    await measure(galley, { of: 'variables', by });
    // Two of three alike, five values of six alike: D_o = 1/3, D_e = 2·5·1 / (6·5) = 1/3, α = 0.
    expect(rows(table('By Outlet'))).toEqual([
      ['Herald3 articles', 'conflict', '3', '.000', '', 'not reliable', '67 %'],
      ['Post3 articles', 'conflict', '3', '.000', '', 'not reliable', '67 %'],
    ]);
    // All six: D_o = 1/3, D_e = 6/11, α = 1 − 11/18.
    expect(rows(table('Agreement of each one, worst first'))[0]?.[3]).toBe('.389');
  });

  it('say where the fact is not known, and why a figure of so little is undefined', async ({ galley }) => {
    const by = await twoOutlets(galley, [null, null, 'صدى', 'صدى', 'صدى', 'صدى']);
    await measure(galley, { of: 'variables', by });
    const [unknown, known] = rows(table('By Outlet'));
    expect(unknown).toEqual([
      'not known2 articles',
      'conflict',
      '2',
      'undefined: every value is the same, so the coders were never put to the test',
      '100 %',
    ]);
    // Of four articles two alike; values 2 and 6: D_o = 1/2, D_e = 2·2·6 / (8·7) = 3/7, α = 1 − 7/6.
    expect(known?.slice(0, 4)).toEqual(['صدى4 articles', 'conflict', '4', '−.167']);
  });

  it('are uα where passages are measured', async ({ galley }) => {
    const articles = await newArticles(galley, ['a', 'b'], (name) => name.repeat(100));
    for (const [at, value] of ['Herald', 'Post'].entries())
      await galley.client.call('documents.setFact', { document: articles[at] ?? '', variable: 'site', value });
    await markAs(galley, 'Ada', ['a', 0, 10, 'A'], ['b', 0, 10, 'A']);
    await markAs(galley, 'Ben', ['a', 0, 10, 'A'], ['b', 50, 60, 'A']);
    const facts = await galley.client.call('variables.list', {});
    await measure(galley, { by: facts.find(({ name }) => name === 'site')?.id ?? '' });
    const [herald, post] = rows(table('By Outlet'));
    expect(herald?.slice(0, 4)).toEqual(['Herald1 article', 'uα', '1', '1.000']);
    // Ten characters each and none in common: worse than chance.
    expect(post?.[3]).toMatch(/^−/u);
    expect(post?.at(-1)).toBe('0 %');
  });

  it('are not there where no fact is chosen', async ({ galley }) => {
    await twoOutlets(galley, ['Herald', 'Herald', 'Herald', 'Post', 'Post', 'Post']);
    await measure(galley, { of: 'variables' });
    expect(screen.queryByRole('table', { name: 'By Outlet' })).toBeNull();
  });
});
