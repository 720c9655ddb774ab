import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Id } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { FormPanel } from './FormPanel.tsx';

/** Four articles, the first of them open in the form. */
async function fourArticles(galley: TestWindow): Promise<Id[]> {
  const articles: Id[] = [];
  for (const name of ['a', 'b', 'c', 'd']) articles.push(await galley.newArticle(name, `Text of ${name}.\n`));
  await galley.openArticle(articles[0] ?? '');
  galley.show(<FormPanel />);
  return articles;
}

const openNow = (): string | undefined => useRecords.getState().open?.document.name;
const statusOf = async ({ client }: TestWindow, document: Id | undefined) =>
  (await client.call('documents.open', { document: document ?? '' })).progress.map(({ status }) => status);

/** Opens the menu of orders, and answers with the entry that is in force. */
async function openOrders(galley: TestWindow): Promise<string | null> {
  await galley.pressButton('Order of articles');
  await screen.findByRole('menu', { name: 'Order of articles' });
  return screen.getByRole('menuitem', { name: /✓$/u }).getAttribute('aria-label');
}

async function takeOrder(galley: TestWindow, letters: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('menu').contains(document.activeElement)).toBe(true));
  await galley.press(`${letters}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

describe('the way on', () => {
  it('marks an article done and opens the next in the list, round the end, past what is done', async ({ galley }) => {
    const [a, b, c, d] = await fourArticles(galley);
    await galley.client.call('progress.set', { document: b ?? '', status: 'done' });
    await galley.client.call('progress.set', { document: c ?? '', status: 'set-aside', reason: 'A duplicate' });
    await galley.press('{Alt>}t{/Alt}');
    await waitFor(() => expect(openNow()).toBe('d'));
    expect(await statusOf(galley, a)).toEqual([]);
    await galley.pressButton('Done, next article');
    await waitFor(() => expect(openNow()).toBe('a'));
    expect(await statusOf(galley, d)).toEqual(['done']);
    await galley.pressButton('Next article');
    await screen.findByText('This is the last article that is left to do.');
    expect(openNow()).toBe('a');
    await galley.press('{Alt>}d{/Alt}');
    await screen.findByText('Nothing is left to do: every article is done or set aside.');
    expect(await statusOf(galley, a)).toEqual(['done']);
    await galley.client.call('history.undo', {});
    expect(await statusOf(galley, a)).toEqual([]);
  });

  it('follows an order by chance that its seed fixes, and says the seed', async ({ galley }) => {
    const [a] = await fourArticles(galley);
    expect(await openOrders(galley)).toBe('As in the list ✓');
    await takeOrder(galley, 'At');
    expect(await openOrders(galley)).toBe('At random (seed 1) ✓');
    await takeOrder(galley, 'Another');
    expect(await openOrders(galley)).toBe('At random (seed 2) ✓');
    await galley.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    const next = await galley.client.call('progress.next', { document: a ?? null, order: 'random', seed: 2 });
    await galley.pressButton('Next article');
    await waitFor(() => expect(useRecords.getState().open?.document.id).toBe(next));
    await waitFor(async () => {
      const { layout } = await galley.client.call('settings.read', {});
      expect([layout.articleOrder, layout.articleSeed]).toEqual(['random', 2]);
    });
    await openOrders(galley);
    await takeOrder(galley, 'As');
    expect(await openOrders(galley)).toBe('As in the list ✓');
  });

  it('leads through every article once before one comes again, at random too', async ({ galley }) => {
    const articles = await fourArticles(galley);
    await openOrders(galley);
    await takeOrder(galley, 'At');
    const seen = [openNow()];
    for (let step = 1; step < articles.length; step += 1) {
      await galley.press('{Alt>}d{/Alt}');
      await waitFor(() => expect(seen).not.toContain(openNow()));
      seen.push(openNow());
    }
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });
});
