import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useUi } from '../../state/ui.ts';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { codeRow, kept, nameField, paths, rowHasFocus, showCodes, toRow, shownRow } from './testCodes.tsx';

/** War with Civil war below it, and Peace, pinned to 3; the focus is on War. */
async function warAndPeace(galley: TestWindow) {
  const war = await galley.newCode('War');
  const civil = await galley.newCode('Civil war', war);
  const peace = await galley.newCode('Peace');
  await galley.client.call('codes.update', { code: peace, key: '3' });
  showCodes(galley);
  await toRow(galley, 'War');
  return { war, civil, peace };
}

const undone = ({ client }: TestWindow): Promise<unknown> => client.call('history.undo', {});

const selectedOption = (within_: HTMLElement): string | null =>
  within(within_).getByRole('option', { selected: true }).getAttribute('aria-label');

describe('choosing a colour', () => {
  it('begins at the one it has, goes by arrows over hues and patterns, and takes by Enter', async ({ galley }) => {
    await warAndPeace(galley);
    const { hue, pattern } = await kept(galley, 'War');
    expect([hue, pattern]).toEqual([1, 'plain']);
    await galley.press('c');
    const dialog = await screen.findByRole('dialog', { name: 'Colour of War' });
    // Twelve hues, plain and striped.
    expect(within(dialog).getAllByRole('option')).toHaveLength(24);
    expect(selectedOption(dialog)).toBe('Red');
    await galley.press('{End}{Enter}');
    await galley.closed();
    await rowHasFocus('War');
    expect(await kept(galley, 'War')).toMatchObject({ hue: 12, pattern: 'striped' });
    await undone(galley);
    expect(await kept(galley, 'War')).toMatchObject({ hue, pattern });
  });

  it('makes no step of the same colour or of Escape', async ({ galley }) => {
    await warAndPeace(galley);
    const before = await galley.client.call('history.state', {});
    for (const key of ['{Enter}', '{End}{Escape}']) {
      await galley.press('c');
      await screen.findByRole('dialog', { name: 'Colour of War' });
      await galley.press(key);
      await galley.closed();
      await rowHasFocus('War');
    }
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });

  it('finds a colour by its name', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.press('c');
    await screen.findByRole('dialog', { name: 'Colour of War' });
    await galley.press('mag{Enter}');
    await galley.closed();
    // Magenta is the sixth of the hues.
    expect(await kept(galley, 'War')).toMatchObject({ hue: 6, pattern: 'plain' });
  });
});

describe('pinning to a digit', () => {
  it('lists the digits in the order of the keyboard, with who has them', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.press('p');
    const dialog = await screen.findByRole('dialog', { name: 'Digit for War' });
    const rows = within(dialog).getAllByRole('option');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      ...['1', '2', '3Peace', '4', '5', '6', '7', '8', '9', '0', 'No digit'],
    ]);
    expect(within(dialog).getByRole('option', { selected: true }).textContent).toBe('No digit');
  });

  it('takes the digit that is pressed, from the code that had it', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.press('p');
    await screen.findByRole('dialog', { name: 'Digit for War' });
    await galley.press('3');
    await galley.closed();
    await rowHasFocus('War');
    await waitFor(async () => expect((await kept(galley, 'War')).key).toBe('3'));
    expect((await kept(galley, 'Peace')).key).toBeNull();
    await within(codeRow('War')).findByText('3');
    await undone(galley);
    expect((await kept(galley, 'War')).key).toBeNull();
    expect((await kept(galley, 'Peace')).key).toBe('3');
  });

  it('takes the digit away by Delete, and leaves it on Escape', async ({ galley }) => {
    await warAndPeace(galley);
    await toRow(galley, 'Peace');
    await galley.press('p');
    await screen.findByRole('dialog', { name: 'Digit for Peace' });
    await galley.press('{Home}{Escape}');
    await galley.closed();
    expect((await kept(galley, 'Peace')).key).toBe('3');
    await rowHasFocus('Peace');
    await galley.press('p');
    await screen.findByRole('dialog', { name: 'Digit for Peace' });
    await galley.press('{Delete}');
    await galley.closed();
    await waitFor(async () => expect((await kept(galley, 'Peace')).key).toBeNull());
  });

  it('takes by arrows and Enter; the digit it has makes no step', async ({ galley }) => {
    await warAndPeace(galley);
    await toRow(galley, 'Peace');
    const before = await galley.client.call('history.state', {});
    await galley.press('p');
    await screen.findByRole('dialog', { name: 'Digit for Peace' });
    await galley.press('{Enter}');
    await galley.closed();
    await rowHasFocus('Peace');
    expect(await galley.client.call('history.state', {})).toEqual(before);
    await galley.press('p');
    await screen.findByRole('dialog', { name: 'Digit for Peace' });
    await galley.press('{ArrowDown}{ArrowDown}{Enter}');
    await galley.closed();
    await waitFor(async () => expect((await kept(galley, 'Peace')).key).toBe('5'));
  });
});

describe('the menu of a code', () => {
  const openMenu = async (galley: TestWindow): Promise<HTMLElement> => {
    await galley.press('{Shift>}{F10}{/Shift}');
    return await screen.findByRole('menu');
  };
  const canDo = (menu: HTMLElement, ...acts: RegExp[]): boolean[] =>
    acts.map((name) => within(menu).getByRole('menuitem', { name }).getAttribute('aria-disabled') !== 'true');

  it('offers what can be done to this code now', async ({ galley }) => {
    await warAndPeace(galley);
    // The first of two, at the top level; nothing is selected in the text.
    const menu = await openMenu(galley);
    const moves = [/^Move up/u, /^Move down/u, /^Move under/u, /^Move out/u];
    expect(canDo(menu, ...moves)).toEqual([false, true, false, false]);
    expect(canDo(menu, /^Apply/u, /^Show its segments/u, /^Rename/u, /^Remove/u)).toEqual([false, true, true, true]);
    await galley.press('{Escape}');
    await rowHasFocus('War');
    await toRow(galley, 'Civil war');
    expect(canDo(await openMenu(galley), ...moves)).toEqual([false, false, false, true]);
  });

  it('renames from the menu: the field takes the focus after the menu has gone', async ({ galley }) => {
    await warAndPeace(galley);
    await openMenu(galley);
    await galley.press('Ren{Enter}');
    await nameField();
    await galley.press('Conflict{Enter}');
    await rowHasFocus('Conflict');
    expect(await paths(galley)).toEqual(['Conflict', 'Conflict / Civil war', 'Peace']);
  });

  it('opens by the button in the row, at whose code it then acts', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.user.click(within(codeRow('Peace')).getByRole('button', { name: 'More about Peace' }));
    await screen.findByRole('menu', { name: 'Peace' });
    await galley.press('Move up{Enter}');
    await waitFor(async () => expect(await paths(galley)).toEqual(['Peace', 'War', 'War / Civil war']));
  });

  it('opens at the pointer by the right button', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.user.pointer({ keys: '[MouseRight]', target: codeRow('Civil war') });
    await screen.findByRole('menu', { name: 'Civil war' });
    // Away from the menu, the row that it was opened for is the selected one.
    await galley.press('{Escape}');
    await shownRow('Civil war');
    expect(codeRow('Civil war').getAttribute('aria-selected')).toBe('true');
  });

  it('archives and brings back, and an archived code is neither applied nor pinned', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.press('a');
    const row = await shownRow('War, archived');
    await waitFor(() => expect(document.activeElement).toBe(row));
    expect(within(row).getByText('archived')).toBeTruthy();
    expect(canDo(await openMenu(galley), /^Pin/u, /^Bring back/u)).toEqual([false, true]);
    await galley.press('Bring{Enter}');
    await shownRow('War');
    expect((await kept(galley, 'War')).archived).toBe(false);
  });
});

describe('acts that open dialogs', () => {
  it('asks before a code is removed; Escape leaves it and gives the focus back', async ({ galley }) => {
    await warAndPeace(galley);
    await galley.press('{Delete}');
    await screen.findByRole('alertdialog', { name: 'Remove “War”?' });
    await galley.press('{Escape}');
    await galley.closed();
    await rowHasFocus('War');
    expect(await paths(galley)).toEqual(['War', 'War / Civil war', 'Peace']);
    await galley.press('{Delete}');
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove “War”?' });
    await within(dialog).findByText('1 code below it goes with it; none has been used.');
    await galley.pressButton('Remove', dialog);
    await rowHasFocus('Peace');
    expect(await paths(galley)).toEqual(['Peace']);
    await undone(galley);
    expect(await paths(galley)).toEqual(['War', 'War / Civil war', 'Peace']);
  });

  it('merges by M and splits by Shift+S', async ({ galley }) => {
    const { war } = await warAndPeace(galley);
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.newCoding(article, 'War', war);
    for (const [keys, kind] of [
      ['m', 'mergeCode'],
      ['{Shift>}S{/Shift}', 'splitCode'],
    ] as const) {
      await galley.press(keys);
      await screen.findByRole('dialog');
      expect(useUi.getState().dialog).toMatchObject({ kind, code: war });
      await galley.press('{Escape}');
      await galley.closed();
      await rowHasFocus('War');
    }
  });

  it('shows the segments of a code by S', async ({ galley }) => {
    await warAndPeace(galley);
    act(() => useUi.setState({ drawerTab: 'history' }));
    await galley.press('s');
    expect(useUi.getState().drawerTab).toBe('segments');
  });
});
