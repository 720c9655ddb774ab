import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useUi } from '../../state/ui.ts';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';

import type { TestWindow } from '../../testing/testWindow.tsx';
import {
  codeRow,
  kept,
  outline,
  paths,
  rowHasFocus,
  showCodes,
  toRow,
  tree,
  shownRow,
  makeThemes,
} from './testCodes.tsx';

describe('coding from the tree', () => {
  const text = 'War is peace. War is over.\n';

  /** War, pinned to 1, and Peace; “War” is selected in an open article. */
  async function withPassage(galley: TestWindow) {
    const war = await galley.newCode('War');
    const peace = await galley.newCode('Peace');
    await galley.client.call('codes.update', { code: war, key: '1' });
    const article = await galley.newArticle('one', text);
    await galley.openArticle(article);
    showCodes(galley);
    await shownRow('Peace');
    act(() => useUi.setState({ selection: { start: 0, end: 3 } }));
    const coded = async (): Promise<string[]> => {
      const { annotations } = await galley.client.call('documents.open', { document: article });
      return annotations.rows.map(
        ([, start, end, code]) => `${text.slice(start, end)} ${annotations.codes[code] ?? ''}`,
      );
    };
    return { war, peace, coded };
  }

  it('applies the code of the row by Enter', async ({ galley }) => {
    const { peace, coded } = await withPassage(galley);
    await toRow(galley, 'Peace');
    await galley.press('{Enter}');
    await waitFor(async () => expect(await coded()).toEqual([`War ${peace}`]));
    await galley.client.call('history.undo', {});
    expect(await coded()).toEqual([]);
  });

  it('applies the code of a digit wherever the focus is, also by an Arabic digit', async ({ galley }) => {
    const { war, coded } = await withPassage(galley);
    await toRow(galley, 'Peace');
    fireEvent.keyDown(codeRow('Peace'), { key: '١', code: 'Digit1' });
    await waitFor(async () => expect(await coded()).toEqual([`War ${war}`]));
  });

  it('applies nothing by a digit that no code has, nor where no passage is selected', async ({ galley }) => {
    const { coded } = await withPassage(galley);
    await toRow(galley, 'Peace');
    await galley.press('7');
    act(() => useUi.setState({ selection: null }));
    await galley.press('1{Enter}');
    expect(await coded()).toEqual([]);
    // A row that cannot be applied is chosen.
    expect(codeRow('Peace').getAttribute('aria-selected')).toBe('true');
  });
});

describe('the filter of a large codebook', () => {
  /** Frames with 17 codes below it. */
  async function largeCodebook(galley: TestWindow): Promise<HTMLInputElement> {
    const frames = await galley.newCode('Frames');
    await galley.newCode('Conflict', frames);
    await galley.newCode('Économie', frames);
    await makeThemes(galley, 15, 'Frames / ');
    showCodes(galley);
    return await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Filter codes' });
  }
  const status = (): string | null => screen.getAllByRole('status')[0]?.textContent ?? null;

  it('takes the place of the title from sixteen codes on', async ({ galley }) => {
    await makeThemes(galley, 15);
    showCodes(galley);
    screen.getByRole('heading', { name: 'Codes' });
    expect(screen.queryByRole('searchbox')).toBeNull();
    await galley.newCode('One more');
    await screen.findByRole('searchbox', { name: 'Filter codes' });
    expect(screen.queryByRole('heading', { name: 'Codes' })).toBeNull();
  });

  it('is reached by /, keeps what matches with what is above it, and says how many', async ({ galley }) => {
    const field = await largeCodebook(galley);
    await toRow(galley, 'Frames');
    await galley.press('/');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.press('CONFL');
    await waitFor(() => expect(outline()).toEqual(['Frames', '  Conflict']));
    expect(status()).toBe('1 of 18');
    await galley.press('{ArrowDown}');
    await rowHasFocus('Frames');
    await galley.press('{ArrowDown}{Delete}');
    await screen.findByRole('alertdialog', { name: 'Remove “Conflict”?' });
  });

  it('finds words of the path in any order', async ({ galley }) => {
    const field = await largeCodebook(galley);
    await galley.tabTo(field);
    await galley.press('15 frames');
    await waitFor(() => expect(outline()).toEqual(['Frames', '  Theme 15']));
    await galley.press('{Enter}');
    await rowHasFocus('Frames');
  });

  it('says when nothing matches, stays where it is then, and shows all again on Escape', async ({ galley }) => {
    const field = await largeCodebook(galley);
    await galley.tabTo(field);
    await galley.press('zebra');
    await screen.findByText('No code matches “zebra”.');
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.press('{Escape}');
    expect(field.value).toBe('');
    await waitFor(() => expect(outline().slice(0, 2)).toEqual(['Frames', '  Conflict']));
    expect(screen.queryByText('No code matches “zebra”.')).toBeNull();
  });

  it('shows what a fold hides, and lets nothing be moved meanwhile', async ({ galley }) => {
    const field = await largeCodebook(galley);
    const before = await galley.client.call('history.state', {});
    await toRow(galley, 'Frames');
    await galley.press('{ArrowLeft}/theme');
    await waitFor(() => expect(outline()[1]).toBe('  Theme 1'));
    await galley.press('{ArrowDown}');
    await rowHasFocus('Frames');
    await galley.press('{ArrowDown}{ArrowDown}');
    await rowHasFocus('Theme 2');
    await galley.press('{Alt>}{ArrowUp}{ArrowLeft}{/Alt}');
    expect(await galley.client.call('history.state', {})).toEqual(before);
    await galley.tabTo(field);
    await galley.press('{Escape}');
    await waitFor(() => expect(outline()).toEqual(['Frames']));
  });

  it('is emptied by a new code, which would be hidden else', async ({ galley }) => {
    const field = await largeCodebook(galley);
    await galley.tabTo(field);
    await galley.press('confl');
    await waitFor(() => expect(outline()).toHaveLength(2));
    await galley.pressButton('New code');
    expect(field.value).toBe('');
    await waitFor(() =>
      expect(document.activeElement).toBe(within(tree()).getByRole('textbox', { name: 'Code name' })),
    );
  });
});

describe('what a code means, under the tree', () => {
  async function warSelected(galley: TestWindow, definition = ''): Promise<HTMLElement> {
    const code = await galley.newCode('War');
    await galley.client.call('codes.update', { code, definition });
    showCodes(galley);
    await toRow(galley, 'War');
    return await screen.findByRole('group', { name: 'Definition of War' });
  }
  const editor = (): Promise<HTMLTextAreaElement> =>
    screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Definition of War' });

  it('says that there is none, and takes one by its button', async ({ galley }) => {
    const panel = await warSelected(galley);
    within(panel).getByText('No definition yet.');
    await galley.pressButton('Write one', panel);
    await waitFor(async () => expect(document.activeElement).toBe(await editor()));
    await galley.press('Armed{Enter}fighting.{Control>}{Enter}{/Control}');
    await rowHasFocus('War');
    await within(panel).findByText(/^Armed\s+fighting\.$/u);
    expect((await kept(galley, 'War')).definition).toBe('Armed\nfighting.');
    await galley.client.call('history.undo', {});
    await within(panel).findByText('No definition yet.');
  });

  it('goes on at its end by D; Escape leaves it as it was', async ({ galley }) => {
    await warSelected(galley, 'القتال');
    const before = await galley.client.call('history.state', {});
    await galley.press('d');
    const field = await editor();
    expect([field.value, field.selectionStart]).toEqual(['القتال', 6]);
    await galley.press(' المسلح{Escape}');
    await rowHasFocus('War');
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });

  it('saves when the field is left, and makes no step of blanks', async ({ galley }) => {
    await warSelected(galley, 'Fighting.');
    const before = await galley.client.call('history.state', {});
    await galley.press('d');
    await editor();
    await galley.press('  {Control>}{Enter}{/Control}');
    await rowHasFocus('War');
    expect(await galley.client.call('history.state', {})).toEqual(before);
    await galley.press('d');
    await editor();
    await galley.press(' Armed.');
    await galley.user.tab();
    await waitFor(async () => expect((await kept(galley, 'War')).definition).toBe('Fighting. Armed.'));
  });
});

describe('a project that can only be read', () => {
  it('shows codes and what they mean, and lets nothing be done to them but look', async ({ galley }) => {
    const war = await galley.newCode('War');
    await galley.client.call('codes.update', { code: war, definition: 'Fighting.', key: '1' });
    await galley.newCode('Peace');
    await openReadOnly(galley);
    showCodes(galley);
    await toRow(galley, 'War');
    expect(screen.queryByRole('button', { name: 'New code' })).toBeNull();
    const panel = screen.getByRole('group', { name: 'Definition of War' });
    within(panel).getByText('Fighting.');
    expect(within(panel).queryByRole('button')).toBeNull();
    for (const keys of ['{F2}', 'c', 'p', 'd', 'n', 'a', 'm', '{Delete}', '{Alt>}{ArrowDown}{/Alt}'])
      await galley.press(keys);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(await paths(galley)).toEqual(['War', 'Peace']);
    await galley.press('{ArrowDown}');
    await rowHasFocus('Peace');
    // Nothing is known of Peace, and nothing can be written.
    expect(screen.queryByRole('group', { name: /^Definition/u })).toBeNull();
    await galley.press('{Shift>}{F10}{/Shift}');
    const items = within(await screen.findByRole('menu', { name: 'Peace' })).getAllByRole('menuitem');
    const can = items.filter((item) => item.getAttribute('aria-disabled') !== 'true');
    expect(can.map(({ textContent }) => textContent)).toEqual(['Show its segmentsS']);
  });

  it('says so where there are no codes', async ({ galley }) => {
    await openReadOnly(galley);
    showCodes(galley);
    await screen.findByText('This project has no codes.');
  });
});
