import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import { harbour, makeBlind, pinnedCodes, read, readArticle, selectedWords, tinted } from '../testReading.tsx';
import { ReaderPanel } from './ReaderPanel.tsx';

describe('without an article', () => {
  it('a new project offers to import files or a folder', async ({ galley }) => {
    galley.show(<ReaderPanel />);
    expect(await screen.findByText('This project is empty')).toBeDefined();
    const buttons = screen.getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Import files…', 'Import folder…']);
    for (const button of buttons) await galley.tabTo(button);
  });

  it('a project that can only be read offers no import', async ({ galley }) => {
    await openReadOnly(galley);
    galley.show(<ReaderPanel />);
    expect(await screen.findByText('This project is empty')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('one with articles asks to choose one, and tells the key that selects', async ({ galley }) => {
    await galley.newArticle('one', harbour);
    galley.show(<ReaderPanel />);
    expect(await screen.findByText('Choose an article to read it')).toBeDefined();
    expect(
      screen.getByText('Pick one from the list. Space selects a sentence, any letter opens the codes.'),
    ).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('tells no key where that of selecting has been taken away', async ({ galley }) => {
    await galley.newArticle('one', harbour);
    await galley.client.call('settings.write', { keys: { 'select.sentence': [] } });
    galley.show(<ReaderPanel />);
    await screen.findByText('Pick one from the list. Any letter opens the codes.');
  });
});

describe('the facts above the text', () => {
  const factsShown = (): Record<string, string> => {
    const list = screen.getByLabelText('Article facts');
    const terms = within(list).getAllByRole('term');
    const values = within(list).getAllByRole('definition');
    return Object.fromEntries(terms.map((term, at) => [term.textContent, values[at]?.textContent ?? '']));
  };

  it('are those that are known and short, and the characters of the text', async ({ galley }) => {
    const article = await galley.newArticle('one', 'Überfahrt 🚢\n');
    const facts = { site: 'Hafenblatt', date: '2024-03-09', headline: 'Too long for a line', author: 'ليلى' };
    for (const [variable, value] of Object.entries(facts))
      await galley.client.call('documents.setFact', { document: article, variable, value });
    await readArticle(galley, article);
    await waitFor(() => expect(Object.values(factsShown())).toContain('ليلى'));
    const shown = factsShown();
    expect(Object.values(shown)).not.toContain('Too long for a line');
    expect(Object.values(shown)).toContain('Hafenblatt');
    expect(Object.values(shown)).toContain('9 March 2024');
    // Ü b e r f a h r t, blank, ship, line end: 12 characters, though the ship takes two units.
    expect(shown['Characters']).toBe('12');
  });

  it('follow what is written about the article', async ({ galley }) => {
    const { article } = await read(galley, harbour);
    expect(Object.values(factsShown())).not.toContain('Bo Berg');
    await galley.client.call('documents.setFact', { document: article, variable: 'author', value: 'Bo Berg' });
    await waitFor(() => expect(Object.values(factsShown())).toContain('Bo Berg'));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(Object.values(factsShown())).not.toContain('Bo Berg'));
  });

  it('count the codings as they come and go', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    await read(galley, harbour);
    expect(screen.getByText('0 codings')).toBeDefined();
    await galley.press(' 1');
    await screen.findByText('1 coding');
    await galley.press('{Delete}');
    await screen.findByText('0 codings');
  });

  it('say in a blind round that it is one, and keep the number of the others’ codings back', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    await galley.actAs('Ben');
    await galley.newCoding(article, 'War is over.', war);
    await galley.client.call('coders.add', { name: 'Ada' });
    await galley.actAs('Ada');
    await makeBlind(galley, article);
    const { text } = await readArticle(galley, article);
    expect((await screen.findByRole('note')).textContent).toBe('Blind: May');
    expect(screen.getByText('0 codings')).toBeDefined();
    expect(tinted(text)).toBe('');
    await galley.press(' 1');
    await screen.findByText('1 coding');
    expect(screen.queryByText(/ of /u)).toBeNull();
    await galley.press('{F8}{F8}');
    await waitFor(() => expect(tinted(text)).toBe('War is peace.'));
    await galley.actAs('Ben');
    await waitFor(() => expect(tinted(text)).toBe('War is over.'));
  });
});

describe('the text', () => {
  it('is a text box that is only read, in the direction of its language', async ({ galley }) => {
    const { text } = await read(galley, 'الحرب سلام.\n');
    expect(text.getAttribute('aria-readonly')).toBe('true');
    expect(text.getAttribute('dir')).toBe('rtl');
    expect(text.getAttribute('aria-description')).toBe('one');
    expect(screen.getByRole('region', { name: 'Reader' })).toBeDefined();
  });

  it('takes no letters', async ({ galley }) => {
    const { text } = await read(galley, harbour);
    await galley.press('xyz{Backspace}{Delete}{Enter}');
    expect(text.textContent).toBe(harbour.replaceAll('\n', ''));
  });

  it('gives way to that of another article, with nothing selected or chosen', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const other = await galley.newArticle('other', 'Rain all day.\n');
    await galley.newCoding(other, 'Rain', war);
    const { text } = await read(galley, harbour);
    await galley.press(' ');
    await galley.openArticle(other);
    await waitFor(() => expect(text.textContent).toBe('Rain all day.'));
    expect(selectedWords()).toBeNull();
    expect(tinted(text)).toBe('Rain');
  });

  it('tints what others code meanwhile, and no more what is undone', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const { article, text } = await read(galley, harbour);
    await galley.newCoding(article, 'crews', war);
    await waitFor(() => expect(tinted(text)).toBe('crews'));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(tinted(text)).toBe(''));
  });

  it('loses the tints of a code that is removed', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'crews', war);
    const { text } = await readArticle(galley, article);
    await waitFor(() => expect(tinted(text)).toBe('crews'));
    await galley.client.call('codes.remove', { code: war });
    await waitFor(() => expect(tinted(text)).toBe(''));
  });
});

describe('stepping from coding to coding', () => {
  it('goes round by F8, backwards with Shift, and Escape lets go', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    const ids: string[] = [];
    for (const words of ['War', 'crews', 'hurt']) ids.push(await galley.newCoding(article, words, war));
    await readArticle(galley, article);
    const chosen = (): number => ids.indexOf(useUi.getState().activeAnnotation ?? '');
    const seen: number[] = [];
    for (const keys of ['{F8}', '{F8}', '{F8}', '{F8}', '{Shift>}{F8}{/Shift}']) {
      await galley.press(keys);
      seen.push(chosen());
    }
    expect(seen).toEqual([0, 1, 2, 0, 2]);
    await galley.press('{Escape}');
    expect(useUi.getState().activeAnnotation).toBeNull();
    expect(useRecords.getState().open?.annotations.size).toBe(3);
  });

  it('does nothing in a text without codings', async ({ galley }) => {
    await read(galley, harbour);
    await galley.press('{F8}');
    expect(useUi.getState().activeAnnotation).toBeNull();
  });
});
