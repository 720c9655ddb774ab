import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { useDocumentSelection } from '../../../state/documentSelection.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { choose, hold, isDisabled, newArticles } from '../testCorpus.ts';
import { list, option, selectedNames, shownNames, toList, under } from './testDocuments.ts';
import { DocumentsPanel } from './DocumentsPanel.tsx';

/** The panel with these articles, the focus in the list. */
async function shown(galley: TestWindow, ...names: string[]): Promise<Id[]> {
  const articles = await newArticles(galley, ...names);
  galley.show(<DocumentsPanel />);
  await waitFor(() => expect(shownNames()).toEqual(names));
  await toList(galley);
  return articles;
}

/** Waits until a document is in the reader, and the list shows that. */
const isOpen = (name: string): Promise<void> =>
  waitFor(() => {
    expect(useRecords.getState().open?.document.name).toBe(name);
    expect(option(name).getAttribute('aria-current')).toBe('true');
  });

describe('the list of documents', () => {
  it('says that there are none, and how to bring some in', async ({ galley }) => {
    galley.show(<DocumentsPanel />);
    expect(await screen.findByText('No articles yet')).toBeTruthy();
    expect(screen.getByText(/^Drop files or folders anywhere in this window/u)).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
    const [first = ''] = await newArticles(galley, 'one');
    await waitFor(() => expect(shownNames()).toEqual(['one']));
    await galley.client.call('documents.remove', { documents: [first] });
    expect(await screen.findByText('No articles yet')).toBeTruthy();
  });

  it('says of each its length, how far one is, and its codings', async ({ galley }) => {
    const [one = '', two = ''] = await shown(galley, 'one', 'two');
    await galley.newCoding(one, 'The text', await galley.newCode('War'));
    await galley.client.call('progress.set', { document: two, status: 'done' });
    await waitFor(() => expect(within(option('one')).getByLabelText('1 coding').textContent).toBe('1'));
    expect(within(option('two')).getByLabelText('not yet coded').textContent).toBe('0');
    await waitFor(() => expect(within(option('two')).getByRole('img', { name: 'Done' })).toBeTruthy());
    // “The text of one.” and a line end
    expect(option('one').textContent).toContain('17 characters');
    expect(screen.getByLabelText('2 documents').textContent).toBe('2');
  });

  it('says outlet and date where they are known', async ({ galley }) => {
    const [one = ''] = await shown(galley, 'one');
    await galley.client.call('documents.setFact', { document: one, variable: 'site', value: 'القدس' });
    await galley.client.call('documents.setFact', { document: one, variable: 'date', value: '2024-03-14' });
    await waitFor(() => expect(option('one').textContent).toContain('القدس · 14 Mar'));
    expect(option('one').textContent).not.toContain('characters');
  });

  it('does not tell of the work of others that a blind round hides', async ({ galley }) => {
    const { client } = galley;
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two');
    const code = await galley.newCode('War');
    await galley.newCoding(one, 'The text', code);
    await galley.actAs('Ben');
    for (const article of [one, two]) {
      await galley.newCoding(article, 'text of', code);
      await galley.newCoding(article, 'The', code);
    }
    await galley.actAs('Ada');
    const coders = (await client.call('coders.list', {})).map(({ id }) => id);
    await client.call('rounds.create', { name: 'Blind', kind: 'main', mode: 'blind', documents: [one], coders });
    galley.show(<DocumentsPanel />);
    // in “one” Ada sees her own coding of three, in “two” both of Ben’s
    await waitFor(() => expect(within(option('one')).getByLabelText('1 coding')).toBeTruthy());
    expect(within(option('two')).getByLabelText('2 codings')).toBeTruthy();
  });
});

describe('going through the list by keys', () => {
  it('opens the document on which the cursor rests', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three');
    await galley.press('{ArrowDown}');
    expect(under()).toBe('one');
    await isOpen('one');
    await galley.press('{ArrowDown}{ArrowDown}');
    expect(under()).toBe('three');
    await isOpen('three');
    expect(option('one').getAttribute('aria-current')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(list()));
  });

  it('goes to both ends and no further', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three');
    await galley.press('{End}');
    expect(under()).toBe('three');
    await galley.press('{ArrowDown}');
    expect(under()).toBe('three');
    await galley.press('{Home}');
    expect(under()).toBe('one');
    await galley.press('{ArrowUp}');
    expect(under()).toBe('one');
  });

  it('goes by pages, and draws only rows near the cursor', async ({ galley }) => {
    const files = Array.from({ length: 130 }, (_, at) => galley.put(`a${at + 1}.txt`, `Text ${at + 1}.\n`));
    await galley.importFiles(...files);
    galley.show(<DocumentsPanel />);
    await screen.findByLabelText('130 documents');
    await toList(galley);
    await galley.press('{Home}');
    await galley.press('{PageDown}');
    // 600 pixels hold 12 rows of 48; a page is one less, so that a row stays in sight
    await waitFor(() => expect(under()).toBe('a12'));
    await galley.press('{PageUp}');
    await waitFor(() => expect(under()).toBe('a1'));
    expect(within(list()).getAllByRole('option').length).toBeLessThan(40);
    expect(option('a1').getAttribute('aria-setsize')).toBe('130');
    expect(option('a1').getAttribute('aria-posinset')).toBe('1');
  });

  it('follows a document that is opened from elsewhere', async ({ galley }) => {
    const [, , three = ''] = await shown(galley, 'one', 'two', 'three');
    await galley.openArticle(three);
    await waitFor(() => expect(under()).toBe('three'));
    await galley.press('{ArrowUp}');
    expect(under()).toBe('two');
  });

  it('stays where it was moved to when a document comes on which it rested before', async ({ galley }) => {
    const [one = ''] = await shown(galley, 'one', 'two', 'three');
    const been: (string | null)[] = [];
    const observer = new MutationObserver(() => been.push(under()));
    observer.observe(list(), { attributeFilter: ['aria-activedescendant'] });
    onTestFinished(() => observer.disconnect());
    const answer = hold(galley, 'documents.open');
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(useRecords.getState().opening).toBe(one));
    await galley.press('{ArrowDown}');
    answer();
    await isOpen('two');
    expect(been).toEqual(['one', 'two']);
  });

  it('opens at once on Enter', async ({ galley }) => {
    await shown(galley, 'one', 'two');
    await galley.press('{End}{Enter}');
    await isOpen('two');
  });
});

describe('selecting documents', () => {
  it('takes from the cursor on with Shift, and all with Ctrl+A; Escape leaves the open one', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three', 'four');
    await galley.press('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => expect(selectedNames()).toEqual(['two', 'three']));
    expect(screen.getByRole('toolbar', { name: 'Selected documents' }).textContent).toContain('2 selected');
    // back over the row where it began
    await galley.press('{Shift>}{Home}{/Shift}');
    await waitFor(() => expect(selectedNames()).toEqual(['one', 'two']));
    await galley.press('{Control>}a{/Control}');
    await waitFor(() => expect(selectedNames()).toEqual(['one', 'two', 'three', 'four']));
    await galley.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
    expect(useDocumentSelection.getState().ids.size).toBe(0);
  });

  it('adds and takes out single ones with the blank', async ({ galley }) => {
    const [one = ''] = await shown(galley, 'one', 'two', 'three');
    await galley.openArticle(one);
    await waitFor(() => expect(under()).toBe('one'));
    await galley.press('{End}');
    await isOpen('three');
    // the open one is chosen while none is, so the first blank takes another to it
    await galley.press('{ArrowUp} ');
    await waitFor(() => expect(selectedNames()).toEqual(['two', 'three']));
    await galley.press('{Control>} {/Control}');
    await waitFor(() => expect(selectedNames()).toEqual(['three']));
  });

  it('selects what the filter leaves, drawn or not', async ({ galley }) => {
    const articles = await shown(galley, 'one', 'two', 'ten');
    await galley.fill('Filter documents', 't');
    await waitFor(() => expect(shownNames()).toEqual(['two', 'ten']));
    await toList(galley);
    await galley.press('{Control>}a{/Control}');
    await waitFor(() => expect([...useDocumentSelection.getState().ids]).toEqual(articles.slice(1)));
  });

  it('is lost when the cursor goes on, and by its own button', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three');
    await galley.press('{Home}{Shift>}{End}{/Shift}');
    await waitFor(() => expect(selectedNames()).toHaveLength(3));
    await galley.press('{ArrowUp}');
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
    await galley.press('{Control>}a{/Control}');
    await galley.pressButton('Select only the open document');
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  });

  it.for([
    ['Status…', 'dialog', 'Set the status of 2 documents'],
    ['Round…', 'dialog', 'Give 2 documents to a round'],
    ['Remove…', 'alertdialog', 'Remove 2 documents?'],
  ] as const)('leads to what is done with all of them: %s', async ([button, role, title], { galley }) => {
    await shown(galley, 'one', 'two');
    await galley.press('{Control>}a{/Control}');
    await galley.pressButton(button, await screen.findByRole('toolbar', { name: 'Selected documents' }));
    expect(await screen.findByRole(role, { name: title })).toBeTruthy();
  });

  it('can be looked at, and not acted on, where nothing can be changed', async ({ galley }) => {
    await newArticles(galley, 'one', 'two');
    await openReadOnly(galley);
    galley.show(<DocumentsPanel />);
    await waitFor(() => expect(shownNames()).toEqual(['one', 'two']));
    await toList(galley);
    await galley.press('{Control>}a{/Control}');
    const bar = await screen.findByRole('toolbar', { name: 'Selected documents' });
    for (const name of ['Status…', 'Round…', 'Remove…'])
      expect(isDisabled(within(bar).getByRole('button', { name })), name).toBe(true);
    await galley.press('{Home}{F2}{Delete}');
    expect(screen.queryByRole('dialog') ?? screen.queryByRole('alertdialog')).toBeNull();
  });
});

describe('acting on a row', () => {
  it('renames by F2', async ({ galley }) => {
    const [, two = ''] = await shown(galley, 'one', 'two');
    await galley.press('{End}{F2}');
    await screen.findByRole('dialog', { name: 'Rename the document' });
    await galley.fill('Name', 'second');
    await galley.press('{Enter}');
    await waitFor(() => expect(shownNames()).toEqual(['one', 'second']));
    const { document: kept } = await galley.client.call('documents.open', { document: two, text: false });
    expect(kept.name).toBe('second');
    await waitFor(() => expect(document.activeElement).toBe(list()));
  });

  it('asks by Delete, and gives back what was taken by undo', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three');
    await galley.press('{Home}{ArrowDown}{Delete}');
    await screen.findByRole('alertdialog', { name: 'Remove “two”?' });
    await screen.findByText('No codings go with it.');
    await galley.pressButton('Remove');
    await waitFor(() => expect(shownNames()).toEqual(['one', 'three']));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(shownNames()).toEqual(['one', 'two', 'three']));
  });

  it('asks about all that are selected on one of them, about that one alone on another', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three');
    await galley.press('{Home}{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => expect(selectedNames()).toEqual(['one', 'two']));
    await galley.press('{Delete}');
    await screen.findByRole('alertdialog', { name: 'Remove 2 documents?' });
    await galley.press('{Escape}');
    await galley.closed();
    await galley.user.pointer({ keys: '[MouseRight]', target: option('three') });
    const menu = await screen.findByRole('menu', { name: 'Document' });
    await galley.user.click(within(menu).getByRole('menuitem', { name: /^Remove/u }));
    await screen.findByRole('alertdialog', { name: 'Remove “three”?' });
  });

  it('has a menu by key, of one document', async ({ galley }) => {
    await shown(galley, 'one', 'two');
    await galley.press('{End}{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu', { name: 'Document' });
    const entries = within(menu).getAllByRole('menuitem');
    expect(entries.map((entry) => entry.textContent)).toEqual([
      expect.stringMatching(/^Open/u),
      expect.stringMatching(/^Rename…/u),
      expect.stringMatching(/^Remove…/u),
    ]);
    await galley.press('{Home}{ArrowDown}{Enter}');
    await screen.findByRole('dialog', { name: 'Rename the document' });
  });

  it('has a menu of all that are selected on one of them', async ({ galley }) => {
    await shown(galley, 'one', 'two');
    await galley.press('{Home}{Shift>}{End}{/Shift}');
    await waitFor(() => expect(selectedNames()).toHaveLength(2));
    await galley.press('{ContextMenu}');
    const menu = await screen.findByRole('menu', { name: 'Document' });
    expect(within(menu).queryByRole('menuitem', { name: /^Rename/u })).toBeNull();
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(3);
  });
});

describe('using the mouse on the list', () => {
  it('opens by a click, adds with Ctrl, and selects up to a row with Shift', async ({ galley }) => {
    await shown(galley, 'one', 'two', 'three', 'four');
    const { user } = galley;
    await user.click(option('one'));
    await isOpen('one');
    await user.keyboard('{Control>}');
    await user.click(option('three'));
    await user.keyboard('{/Control}');
    await waitFor(() => expect(selectedNames()).toEqual(['one', 'three']));
    await user.keyboard('{Shift>}');
    await user.click(option('four'));
    await user.keyboard('{/Shift}');
    await waitFor(() => expect(selectedNames()).toEqual(['three', 'four']));
  });
});

describe('the list and the acting coder', () => {
  it('shows one status alone, which is that of whoever acts', async ({ galley }) => {
    const [one = ''] = await shown(galley, 'one', 'two');
    await galley.client.call('progress.set', { document: one, status: 'done' });
    await choose(galley, 'Only one status', 'Done');
    await waitFor(() => expect(shownNames()).toEqual(['one']));
    expect(screen.getByLabelText('1 of 2 documents').textContent).toBe('1 of 2');
    await galley.actAs('Ben');
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
    await galley.pressButton('Clear the filter');
    await waitFor(() => expect(shownNames()).toEqual(['one', 'two']));
    expect(screen.getByRole('button', { name: 'Any status Only one status' })).toBeTruthy();
  });
});
