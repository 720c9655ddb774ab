import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { goToDrawer } from '../../../actions/view.ts';
import { App } from '../../../frame/App.tsx';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { openReadOnly } from '../../../testing/readOnly.ts';
import { canCodeHits } from '../actions/searching.ts';
import { useSearch } from '../state/search.ts';
import { hold, isDisabled, noticed } from '../testCorpus.ts';
import { SearchPanel } from './SearchPanel.tsx';

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Hits' });
const hits = (): HTMLElement[] => within(list()).getAllByRole('option');
const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search all texts' });

/** The place of the hit under the cursor, from 1; null: none yet. */
function cursor(): number | null {
  const row = document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
  return row && Number(row.getAttribute('aria-posinset'));
}

/** Articles on war, and the panel with what is found for these words. */
async function sought(galley: TestWindow, query: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await galley.newArticle(name, text);
  galley.show(<SearchPanel />);
  await galley.fill('Search all texts', query);
  await galley.press('{Enter}');
}

const onWar = { one: 'War is peace.\nNo war, no word.\n', two: 'After the war.\n', three: 'Peace.\n' };

describe('searching all texts', () => {
  it('says what it is for before anything was sought, and nothing is sought for blanks', async ({ galley }) => {
    galley.show(<SearchPanel />);
    expect(screen.getByText('Find words in all articles')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Search' });
    expect(isDisabled(button)).toBe(true);
    await galley.fill('Search all texts', '   ');
    await galley.press('{Enter}');
    expect(isDisabled(button)).toBe(true);
    expect(screen.getByText('Find words in all articles')).toBeTruthy();
  });

  it('lists the hits with what stands round them and where, in the order of documents', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    expect(hits().map(({ textContent }) => textContent)).toEqual([
      // a line end is a blank in a row
      'War is peace. No war, no word.\u00a0one',
      'War is peace. No\u00a0war, no word.\u00a0one',
      'After the\u00a0war.\u00a0two',
    ]);
    expect(hits().map((row) => within(row).getByRole('mark').textContent)).toEqual(['War', 'war', 'war']);
    expect(hits()[0]?.getAttribute('aria-setsize')).toBe('3');
  });

  it('keeps to capitals where that is ticked, and searches anew at once', async ({ galley }) => {
    await sought(galley, 'War', onWar);
    await screen.findByText('3 hits for “War”');
    await galley.tabTo(screen.getByRole('checkbox', { name: 'Match case' }));
    await galley.press(' ');
    await screen.findByText('1 hit for “War”');
    expect(hits()).toHaveLength(1);
    await galley.press(' ');
    await screen.findByText('3 hits for “War”');
  });

  it('finds whole words alone where that is ticked, and says how it looks for words', async ({ galley }) => {
    const described = (): string =>
      document.getElementById(field().getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent ?? '';
    await sought(galley, 'war', { one: 'War, warm, prewar.\n' });
    await screen.findByText('3 hits for “war”');
    expect(described()).toBe(
      'Looked for as it stands, without wildcards; capitals and small letters are alike; within longer words, too.',
    );
    await galley.tabTo(screen.getByRole('checkbox', { name: 'Whole words' }));
    await galley.press(' ');
    await screen.findByText('1 hit for “war”');
    expect(described()).toMatch(/; whole words only\.$/u);
    await galley.tabTo(screen.getByRole('checkbox', { name: 'Match case' }));
    await galley.press(' ');
    expect(await screen.findByText('“war” does not occur in any text.')).toBeTruthy();
    expect(described()).toMatch(/; capitals and small letters are told apart; whole words only\.$/u);
    await galley.press(' ');
    await screen.findByText('1 hit for “war”');
  });

  it('says where there is no hit', async ({ galley }) => {
    await sought(galley, 'Frieden', onWar);
    expect(await screen.findByText('“Frieden” does not occur in any text.')).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('finds words in scripts that run from the right, and takes them as they stand', async ({ galley }) => {
    await sought(galley, 'السلام', { سلام: 'لا حرب بعد السلام.\n', 'a.b': 'axb a.b\n' });
    await screen.findByText('1 hit for “السلام”');
    expect(screen.getByTitle('سلام').dir).toBe('auto');
    await galley.fill('Search all texts', 'a.b');
    await galley.pressButton('Search');
    // a full stop is no wildcard
    await screen.findByText('1 hit for “a.b”');
  });

  it('is emptied by Escape, and what was found stays until the next search', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    await galley.tabTo(field());
    await galley.press('{Escape}');
    expect(field().value).toBe('');
    expect(hits()).toHaveLength(3);
    await galley.fill('Search all texts', 'word');
    await galley.press('{Enter}');
    await screen.findByText('1 hit for “word”');
  });

  it('says that it is at it', async ({ galley }) => {
    const answer = hold(galley, 'search.text');
    await sought(galley, 'war', onWar);
    expect(screen.getByText('Searching…')).toBeTruthy();
    answer();
    await screen.findByText('3 hits for “war”');
    expect(screen.queryByText('Searching…')).toBeNull();
  });

  it('is forgotten with its project', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    await galley.client.call('project.close', {});
    await waitFor(() => expect(field().value).toBe(''));
    expect(screen.getByText('Find words in all articles')).toBeTruthy();
  });
});

describe('going through the hits', () => {
  it('goes by keys without opening, to both ends and no further', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    await galley.tabTo(list());
    expect(cursor()).toBeNull();
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['End', 3],
      ['ArrowDown', 3],
      ['ArrowUp', 2],
      ['Home', 1],
      ['PageDown', 3],
      ['PageUp', 1],
      ['ArrowUp', 1],
    ] as const) {
      await galley.press(`{${key}}`);
      expect(cursor(), key).toBe(place);
    }
    expect(useRecords.getState().open).toBeNull();
  });

  it('opens the article by the blank, and keeps the focus in the list', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    await galley.tabTo(list());
    await galley.press('{End} ');
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('two'));
    await waitFor(() => expect(document.activeElement).toBe(list()));
  });

  it('opens the first one on Enter before it was gone through, and any by a click', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    await galley.tabTo(list());
    await galley.press('{Enter}');
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('one'));
    const [, , third] = hits();
    if (third) await galley.user.click(third);
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('two'));
    expect(cursor()).toBe(3);
  });

  it('says so when the article has gone meanwhile', async ({ galley }) => {
    await sought(galley, 'after', onWar);
    await screen.findByText('1 hit for “after”');
    const [, two = ''] = await galley.client.call('documents.ids', {});
    await galley.client.call('documents.remove', { documents: [two] });
    await galley.tabTo(list());
    await galley.press('{Enter}');
    await noticed('This document is no longer in the project.');
  });

  it('begins at the top again with another search', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    await galley.tabTo(list());
    await galley.press('{End}');
    await galley.fill('Search all texts', 'peace');
    await galley.press('{Enter}');
    await screen.findByText('2 hits for “peace”');
    expect(cursor()).toBeNull();
  });

  it('selects the words in the reader, which has the focus then', async ({ galley }) => {
    await galley.newArticle('one', onWar.one);
    galley.show(<App />);
    goToDrawer('search');
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await galley.press('war{Enter}');
    await screen.findByText('2 hits for “war”');
    await galley.tabTo(list());
    await galley.press('{End}{Enter}');
    const start = onWar.one.indexOf('war');
    await waitFor(() => expect(useUi.getState().selection).toMatchObject({ start, end: start + 3 }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
  });
});

describe('more hits than one page lists', () => {
  /** Comes to the last row; no page of a test scrolls by itself. */
  function scrollDown(): void {
    list().scrollTop = hits().length === 0 ? 0 : 1000 * 29;
    fireEvent.scroll(list());
  }

  const many = { one: 'go '.repeat(1200) };

  it('come when one gets to the last of them', async ({ galley }) => {
    await sought(galley, 'go', many);
    await screen.findByText('1,200 hits for “go”, the first 1,000 are listed, more follow at their end');
    expect(useSearch.getState().result?.hits).toHaveLength(1000);
    expect(hits().length).toBeLessThan(60);
    expect(hits()[0]?.getAttribute('aria-setsize')).toBe('1200');
    scrollDown();
    await screen.findByText('1,200 hits for “go”');
    const found = useSearch.getState().result?.hits ?? [];
    // three letters and signs for each, and none twice
    expect(found.map(({ start }) => start)).toEqual(Array.from({ length: 1200 }, (_, at) => at * 3));
  });

  it('do not come from a text that has changed, and those that are listed stay', async ({ galley }) => {
    await sought(galley, 'go', many);
    await screen.findByText(/^1,200 hits/u);
    const [one = ''] = await galley.client.call('documents.ids', {});
    await galley.client.call('texts.correct', { document: one, content: 'go\n', reason: '', decisions: [] });
    scrollDown();
    await noticed('The article in which these hits ended was removed or its text corrected. Search again.');
    expect(useSearch.getState().result?.hits).toHaveLength(1000);
    expect(useSearch.getState().running).toBe(false);
  });
});

describe('coding what was found', () => {
  it('asks which of all hits, those that are not listed yet among them', async ({ galley }) => {
    await sought(galley, 'go', { one: 'go '.repeat(1200) });
    await screen.findByText(/^1,200 hits/u);
    await galley.pressButton('Code all hits…');
    const dialog = await screen.findByRole('dialog', { name: 'Code all hits' });
    await within(dialog).findByText('1,200 of 1,200 hits ticked');
    expect(useSearch.getState().result?.hits).toHaveLength(1200);
    await galley.press('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Code all hits…' })));
  });

  it('is offered where there are hits and the project takes changes', async ({ galley }) => {
    const offered = (): boolean => screen.queryByRole('button', { name: 'Code all hits…' }) !== null;
    await sought(galley, 'Frieden', onWar);
    await screen.findByText('“Frieden” does not occur in any text.');
    expect([offered(), canCodeHits()]).toEqual([false, false]);
    await galley.fill('Search all texts', 'war');
    await galley.press('{Enter}');
    await screen.findByText('3 hits for “war”');
    expect([offered(), canCodeHits()]).toEqual([true, true]);
    await openReadOnly(galley);
    await galley.fill('Search all texts', 'war');
    await galley.press('{Enter}');
    await screen.findByText('3 hits for “war”');
    expect([offered(), canCodeHits()]).toEqual([false, false]);
  });

  it('is refused with words where there are more than one act codes', async ({ galley }) => {
    await sought(galley, 'war', onWar);
    await screen.findByText('3 hits for “war”');
    const { result } = useSearch.getState();
    act(() => useSearch.setState({ result: result && { ...result, total: 50_001 } }));
    await galley.pressButton('Code all hits…');
    await noticed(/^One act codes at most 50,000 hits, and there are 50,001\./u);
    expect(useUi.getState().dialog).toBeNull();
  });

  it('tells when the texts changed before all hits were listed', async ({ galley }) => {
    await sought(galley, 'go', { one: 'go '.repeat(1200) });
    await screen.findByText(/^1,200 hits/u);
    const [one = ''] = await galley.client.call('documents.ids', {});
    await galley.client.call('texts.correct', { document: one, content: 'go\n', reason: '', decisions: [] });
    await galley.pressButton('Code all hits…');
    await noticed('The article in which these hits ended was removed or its text corrected. Search again.');
    expect(useUi.getState().dialog).toBeNull();
  });
});
