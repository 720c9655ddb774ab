import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';

import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { StaleList } from './StaleList.tsx';

const words = 'One is said. Two is said. Three is said. Four is kept.\n';

/**
 * Three codings and an answer of version 1, whose rules version 2 changed, and a coding of a code that stayed as it was.
 * The codings come in the order of the text, the answer last.
 */
async function changed(galley: TestWindow) {
  const { call } = galley.client;
  const [claims, kept] = [await galley.newCode('Claims'), await galley.newCode('Kept')];
  const tone = (await call('variables.create', { scope: 'document', name: 'tone', level: 'text' })).id;
  await call('versions.publish', { note: '' });
  const article = await galley.newArticle('one', words);
  const codings: Id[] = [];
  for (const word of ['One', 'Two', 'Three']) codings.push(await galley.newCoding(article, word, claims));
  await galley.newCoding(article, 'Four', kept);
  await call('answers.set', { document: article, variable: tone, value: 'calm' });
  await call('codes.update', { code: claims, include: 'Said by name.' });
  await call('variables.update', { variable: tone, label: 'كيف يبدو؟' });
  await call('versions.publish', { note: '' });
  return { article, claims, kept, codings };
}

async function show(galley: TestWindow): Promise<void> {
  galley.show(<StaleList readOnly={useRecords.getState().status?.project?.readOnly ?? true} />);
  await screen.findByRole('region', { name: 'Made before version 2' });
}

const rows = (): HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Made before version 2' })).queryAllByRole('listitem');
/** What each row is about. */
const quotes = (): (string | null | undefined)[] => rows().map((row) => row.firstElementChild?.textContent);
const shows = async (...expected: string[]): Promise<void> => {
  await waitFor(() => expect(quotes()).toEqual(expected));
};
const row = (quote: string): HTMLElement => {
  const found = rows().find((one) => one.firstElementChild?.textContent === quote);
  if (!found) throw new Error(`there is no row “${quote}”`);
  return found;
};
const tally = (): string | null => screen.getByRole('status').textContent;

async function staleQuotes({ client }: TestWindow): Promise<string[]> {
  const stale = await client.call('versions.stale', { before: 2, offset: 0, limit: 9 });
  return stale.rows.map(({ quote }) => quote);
}

const tone = 'كيف يبدو؟';

describe('the list of work to check', () => {
  it('is not there before the codebook was published', async ({ galley }) => {
    await galley.newCode('Claims');
    galley.show(<StaleList readOnly={false} />);
    expect(screen.queryByRole('region', { name: /^Made before/u })).toBeNull();
  });

  it('says what was made under which rules, and what of them changed', async ({ galley }) => {
    await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    expect(tally()).toBe('4 codings and answers to check');
    expect(row('One').textContent).toContain('Claims · one · in version 1');
    expect(row('One').textContent).toContain('Claims: Include: empty → “Said by name.”');
    expect(row(tone).textContent).toContain('in version 1');
    expect((row(tone).firstElementChild as HTMLElement).dir).toBe('auto'); // a row begins with what it is about
    screen.getByText('Enter opens the passage, S says it is still right, C changes its code.');
  });

  it('is worked off by keys: S, and the focus goes on to the next, or back from the last', async ({ galley }) => {
    await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    await galley.tabTo(row('One'));
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(row('Two')));
    await galley.press('s');
    await shows('One', 'Three', tone);
    await waitFor(() => expect(document.activeElement).toBe(row('Three')));
    expect(await staleQuotes(galley)).toEqual(['One', 'Three']);
    await galley.press('{ArrowDown}s');
    await shows('One', 'Three');
    await waitFor(() => expect(document.activeElement).toBe(row('Three')));
    await galley.press('{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(row('One')));
    await galley.press('S');
    await shows('Three');
    await galley.client.call('history.undo', {});
    await shows('One', 'Three');
  });

  it('is worked off by buttons too, and keeps the focus', async ({ galley }) => {
    await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    await galley.pressButton('Still right', row('Two'));
    await shows('One', 'Three', tone);
    await waitFor(() => expect(document.activeElement).toBe(row('Three')));
    await galley.pressButton('All 3 are still right');
    await waitFor(() => expect(tally()).toMatch(/^Nothing to check:/u));
    expect(rows()).toEqual([]);
    expect(screen.queryByRole('button', { name: /still right$/u })).toBeNull();
    await galley.client.call('history.undo', {});
    await shows('One', 'Three', tone);
  });

  it('changes the code of a coding by C, which is judged anew then', async ({ galley }) => {
    const { article, kept } = await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    await galley.tabTo(row('Two'));
    await galley.press('c');
    await screen.findByRole('dialog', { name: 'Change the code' });
    await galley.press('{Escape}');
    await galley.closed();
    await waitFor(() => expect(document.activeElement).toBe(row('Two')));
    await galley.press('c');
    await screen.findByRole('dialog', { name: 'Change the code' });
    await galley.press('kept{Enter}{Enter}');
    await galley.closed();
    await shows('One', 'Three', tone);
    const { rows: all } = await galley.client.call('segments.list', {
      document: article,
      code: kept,
      offset: 0,
      limit: 9,
    });
    expect(all.map(({ quote }) => quote).toSorted()).toEqual(['Four', 'Two']);
  });

  it('opens the passage of a coding, and the article of an answer, by Enter', async ({ galley }) => {
    const { article } = await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    for (const quote of ['Three', tone]) {
      useUi.setState({ view: 'codebook' });
      await galley.tabTo(row(quote));
      await galley.press('{Enter}');
      await waitFor(() => expect(useUi.getState().view).toBe('code'));
      expect(useRecords.getState().open?.document.id).toBe(article);
    }
    expect(useCodebookFocus.getState().staleRow).toBe(row(tone).dataset['work']);
  });

  it('leaves keys with Control alone, and letters that are no act', async ({ galley }) => {
    await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    await galley.tabTo(row('One'));
    await galley.press('{Control>}s{/Control}x{Alt>}s{/Alt}{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(row('One')));
    await galley.press('{Tab}s');
    expect(await staleQuotes(galley)).toEqual(['One', 'Two', 'Three']);
  });

  it('holds on request what no changed rule touches', async ({ galley }) => {
    await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    const more = screen.getByRole('checkbox', { name: 'Also where no rule changed' });
    await galley.tabTo(more);
    await galley.press(' ');
    await shows('One', 'Two', 'Three', 'Four', tone);
    expect(tally()).toBe('5 codings and answers to check');
    await galley.pressButton('All 5 are still right');
    await waitFor(() =>
      expect(tally()).toBe('All that you coded was made, or checked again, under the newest version.'),
    );
  });

  it('is each coder’s own', async ({ galley }) => {
    const { article, claims } = await changed(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    await galley.actAs('Ben');
    await waitFor(() => expect(tally()).toMatch(/^Nothing to check:/u));
    await galley.newCoding(article, 'Four', claims);
    await galley.actAs('Ada');
    await shows('One', 'Two', 'Three', tone);
  });

  it('shows fifty at a time', async ({ galley }) => {
    const claims = await galley.newCode('Claims');
    await galley.client.call('versions.publish', { note: '' });
    const text = Array.from({ length: 60 }, (_, at) => `w${at + 1}`).join(' ');
    await galley.importFiles(galley.put('long.txt', `${text}\n`));
    let start = 0;
    const codings = text.split(' ').map((quote) => {
      const coding = { document: 'long', start, end: start + quote.length, code: 'Claims', quote };
      start += quote.length + 1;
      return coding;
    });
    await galley.code(codings);
    await galley.client.call('codes.update', { code: claims, exclude: 'Rumours.' });
    await galley.client.call('versions.publish', { note: '' });
    await show(galley);
    await waitFor(() => expect(tally()).toBe('60 codings and answers to check'));
    expect(rows()).toHaveLength(50);
    screen.getByRole('button', { name: 'All 50 are still right' });
    // It stands behind all the rows.
    const more = screen.getByRole('button', { name: 'Show more' });
    while (document.activeElement !== more) await galley.user.tab({ shift: true });
    await galley.press('{Enter}');
    await waitFor(() => expect(rows()).toHaveLength(60));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    screen.getByRole('button', { name: 'All 60 are still right' });
  });

  it('is only read in a project that is', async ({ galley }) => {
    await changed(galley);
    await openReadOnly(galley);
    await show(galley);
    await shows('One', 'Two', 'Three', tone);
    screen.getByText('Enter opens the passage.');
    expect(
      within(row('One'))
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Open']);
    await galley.tabTo(row('One'));
    await galley.press('sc');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await staleQuotes(galley)).toEqual(['One', 'Two', 'Three']);
  });
});
