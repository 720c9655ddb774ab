import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { runAction } from '../../../actions/registry.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { caughtUp, newArticles, newQuestion } from '../testAgreement.tsx';
import { MarkedList } from './MarkedList.tsx';

const text = 'one two three four five';

/** Four places in two articles: an unclear rule, a slip that is discussed, a question, and one that Ada settled. */
async function fourPlaces(galley: TestWindow): Promise<{ a: Id; b: Id }> {
  const [a = '', b = ''] = await newArticles(galley, ['a', 'b'], (name) => `${text} ${name}`);
  const variable = await newQuestion(galley, 'tone', 'interval');
  const { client } = galley;
  await client.call('disagreements.mark', { place: { document: a, start: 0, end: 3 }, mark: 'unclear-rule' });
  await client.call('disagreements.mark', { place: { document: a, start: 8, end: 13 }, mark: 'slip' });
  await client.call('disagreements.discuss', { place: { document: a, start: 8, end: 13 }, memo: 'Why not?' });
  await client.call('disagreements.discuss', { place: { document: b, variable }, memo: 'ما النبرة؟' });
  await client.call('disagreements.resolve', { place: { document: b, start: 0, end: 7 } });
  await caughtUp(galley);
  return { a, b };
}

const region = (): HTMLElement => screen.getByRole('region', { name: 'Marked disagreements' });

const items = (): HTMLElement[] =>
  within(region())
    .queryAllByRole('listitem')
    .map((item) => within(item).getByRole('button'));

async function show(galley: TestWindow): Promise<void> {
  galley.show(<MarkedList />);
  await screen.findByRole('region', { name: 'Marked disagreements' });
}

async function filter(galley: TestWindow, name: string): Promise<void> {
  await galley.tabTo(within(region()).getByRole('button', { name: / Which ones$/u }));
  await galley.press('{Enter}');
  await screen.findAllByRole('option');
  await galley.press(`${name}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
}

describe('the list of marked disagreements', () => {
  it('is not there while nothing is marked', async ({ galley }) => {
    const [document = ''] = await newArticles(galley, ['a']);
    galley.show(<MarkedList />);
    await galley.client.call('disagreements.mark', { place: { document, start: 0, end: 4 }, mark: 'slip' });
    await screen.findByRole('region', { name: 'Marked disagreements' });
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Marked disagreements' })).toBeNull());
  });

  it('says of each what it is about, in the order of articles and texts', async ({ galley }) => {
    await fourPlaces(galley);
    await show(galley);
    expect(within(region()).getByRole('status').textContent).toBe('4 places');
    const words = items().map(({ textContent }) => textContent);
    expect(words).toHaveLength(4);
    expect(words.slice(0, 2)).toEqual(['aUnclear ruleone', 'aSlipDiscussedthreeWhy not?']);
    expect(words.slice(2)).toContain('bDiscussedtoneما النبرة؟');
    expect(words.slice(2)).toContain('bSettled by Adaone two');
  });

  it('is narrowed to those of a kind', async ({ galley }) => {
    await fourPlaces(galley);
    await show(galley);
    const counts = {
      'Unclear rule': '1 place',
      Slip: '1 place',
      Discussed: '2 places',
      Settled: '1 place',
      Open: '3 places',
    };
    for (const [name, count] of Object.entries(counts)) {
      await filter(galley, name);
      await waitFor(() => expect(within(region()).getByRole('status').textContent, name).toBe(count));
    }
  });

  it('stays, and says so, where none is of the kind', async ({ galley }) => {
    const [document = ''] = await newArticles(galley, ['a']);
    await galley.client.call('disagreements.mark', { place: { document, start: 0, end: 4 }, mark: 'slip' });
    await caughtUp(galley);
    await show(galley);
    await filter(galley, 'Settled');
    await within(region()).findByText('No disagreement of this kind is marked.');
    expect(within(region()).getByRole('status').textContent).toBe('0 places');
    expect(items()).toEqual([]);
  });

  it('is one tab stop, walked by arrows, Home and End', async ({ galley }) => {
    await fourPlaces(galley);
    await show(galley);
    const [first, second, , last] = items();
    await galley.tabTo(first ?? region());
    await galley.press('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(first));
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(second));
    await galley.press('{End}');
    await waitFor(() => expect(document.activeElement).toBe(last));
    await galley.press('{Home}');
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(items().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
  });

  it('opens the article of a place, and is left there', async ({ galley }) => {
    await fourPlaces(galley);
    await show(galley);
    await galley.tabTo(items()[0] ?? region());
    await galley.press('{ArrowDown}{Enter}');
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('a'));
    expect(useUi.getState().view).toBe('code');
    await waitFor(() => expect(items().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1]));
  });

  it('is fifty places long at first', async ({ galley }) => {
    const [document = ''] = await newArticles(galley, ['a'], () => 'x'.repeat(60));
    for (let start = 0; start < 52; start += 1)
      await galley.client.call('disagreements.mark', { place: { document, start, end: start + 1 }, mark: 'slip' });
    await caughtUp(galley);
    await show(galley);
    await waitFor(() => expect(items()).toHaveLength(50));
    expect(within(region()).getByRole('status').textContent).toBe('52 places');
    await galley.pressButton('Show more', region());
    await waitFor(() => expect(items()).toHaveLength(52));
    expect(within(region()).queryByRole('button', { name: 'Show more' })).toBeNull();
  });
});

describe('going from one marked disagreement to the next', () => {
  const at = (): string | undefined => useRecords.getState().open?.document.name;

  it('opens each in turn, and says where the list ends', async ({ galley }) => {
    await fourPlaces(galley);
    await show(galley);
    await galley.press('{Alt>}g{/Alt}');
    await waitFor(() => expect(items().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]));
    expect(at()).toBe('a');
    // Keys that come faster than articles open count all the same.
    await galley.press('{Alt>}ggg{/Alt}');
    await waitFor(() => expect(items().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, 0]));
    expect(at()).toBe('b');
    await galley.press('{Alt>}g{/Alt}');
    await screen.findByText('This is the last marked disagreement of the list.');
    await galley.press('{Alt>}{Shift>}G{/Shift}{/Alt}');
    await waitFor(() => expect(items().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1]));
  });

  it('begins at the end when it goes backwards, among those that are listed', async ({ galley }) => {
    await fourPlaces(galley);
    await show(galley);
    await filter(galley, 'Unclear rule');
    await waitFor(() => expect(items()).toHaveLength(1));
    runAction('reliability.previousMarked');
    await waitFor(() => expect(at()).toBe('a'));
    runAction('reliability.previousMarked');
    await screen.findByText('This is the first marked disagreement of the list.');
  });

  it('says so where nothing is marked', async ({ galley }) => {
    await newArticles(galley, ['a']);
    galley.show(null);
    await galley.press('{Alt>}g{/Alt}');
    await screen.findByText('No disagreement of this kind is marked.');
  });
});
