import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { useUi } from '../../state/ui.ts';
import {
  codeRow,
  isMarked,
  kept,
  nameField,
  outline,
  paths,
  rowHasFocus,
  showCodes,
  toRow,
  tree,
  shownRow,
  makeThemes,
} from './testCodes.tsx';

/** Actors with Unions and Parties below it, and Claims. */
async function smallCodebook(galley: TestWindow) {
  const actors = await galley.newCode('Actors');
  const unions = await galley.newCode('Unions', actors);
  const parties = await galley.newCode('Parties', actors);
  const claims = await galley.newCode('Claims');
  showCodes(galley);
  await shownRow('Claims');
  return { actors, unions, parties, claims };
}

const undone = ({ client }: TestWindow): Promise<unknown> => client.call('history.undo', {});

describe('going about in the tree of codes', () => {
  it('goes from row to row, to both ends, and folds what is below', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Actors');
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(codeRow('Unions')));
    await galley.press('{End}');
    await waitFor(() => expect(document.activeElement).toBe(codeRow('Claims')));
    await galley.press('{Home}');
    await waitFor(() => expect(document.activeElement).toBe(codeRow('Actors')));
    await galley.press('{ArrowLeft}');
    expect(outline()).toEqual(['Actors', 'Claims']);
    expect(codeRow('Actors').getAttribute('aria-expanded')).toBe('false');
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(codeRow('Claims')));
    await galley.press('{Home}{ArrowRight}');
    expect(outline()).toEqual(['Actors', '  Unions', '  Parties', 'Claims']);
  });

  it('finds no code by its first letter, because letters are acts', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Actors');
    await galley.press('u');
    await waitFor(() => expect(document.activeElement).toBe(codeRow('Actors')));
  });

  it('counts the passages of a code with those of the codes below it', async ({ galley }) => {
    const { actors, unions } = await smallCodebook(galley);
    const article = await galley.newArticle('one', 'War is peace. War is over.\n');
    await galley.newCoding(article, 'War', actors);
    await galley.newCoding(article, 'peace', unions);
    await galley.newCoding(article, 'over', unions);
    // Actors: one of its own and two of Unions; Claims has none, and no number.
    await waitFor(() => within(codeRow('Actors')).getByTitle('3 passages, codes below included'));
    expect(within(codeRow('Unions')).getByText('2')).toBeTruthy();
    expect(within(codeRow('Claims')).queryByText(/\d/u)).toBeNull();
    await undone(galley);
    await waitFor(() => within(codeRow('Unions')).getByTitle('1 passage, codes below included'));
  });

  it('shows names of other scripts as they run, each in a direction of its own', async ({ galley }) => {
    await galley.newCode('الصراع بين النقابة والشركة');
    showCodes(galley);
    const name = within(await shownRow('الصراع بين النقابة والشركة')).getByText(/الصراع/u);
    expect(name.tagName).toBe('BDI');
  });
});

describe('making a code', () => {
  it('begins with an empty codebook, and says what to do', async ({ galley }) => {
    showCodes(galley);
    expect(screen.getByText('No codes yet')).toBeTruthy();
    expect(screen.getByText('Select a passage and press Enter, or make a code here.')).toBeTruthy();
    await galley.pressButton('New code');
    await nameField();
    await galley.press('Actors{Enter}');
    await rowHasFocus('Actors');
    expect(await paths(galley)).toEqual(['Actors']);
    await undone(galley);
    await screen.findByText('No codes yet');
  });

  it('puts it beside the code by N, inside it by Shift+N, and gives the new row the focus', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Unions');
    await galley.press('n');
    await nameField();
    await galley.press('Firms{Enter}');
    await rowHasFocus('Firms');
    await galley.press('{Shift>}N{/Shift}');
    await nameField();
    await galley.press('Shipping lines{Enter}');
    await rowHasFocus('Shipping lines');
    const all = ['Actors', 'Actors / Unions', 'Actors / Parties', 'Actors / Firms', 'Actors / Firms / Shipping lines'];
    expect(await paths(galley)).toEqual([...all, 'Claims']);
    await undone(galley);
    await undone(galley);
    expect(await paths(galley)).toEqual([...all.slice(0, 3), 'Claims']);
  });

  it('unfolds the code that the new one comes under', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Actors');
    await galley.press('{ArrowLeft}');
    expect(outline()).toEqual(['Actors', 'Claims']);
    await galley.press('{Shift>}{Insert}{/Shift}');
    await nameField();
    await galley.press('Firms{Enter}');
    await rowHasFocus('Firms');
    expect(outline()).toEqual(['Actors', '  Unions', '  Parties', '  Firms', 'Claims']);
  });

  it('is begun by the button, whether the tree had the focus before or not', async ({ galley }) => {
    await smallCodebook(galley);
    await galley.pressButton('New code');
    await nameField();
    await galley.press('Sources{Enter}');
    await rowHasFocus('Sources');
    await galley.user.tab({ shift: true });
    await galley.pressButton('New code');
    await nameField();
    await galley.press('Tone{Enter}');
    await rowHasFocus('Tone');
    expect((await paths(galley)).slice(-2)).toEqual(['Sources', 'Tone']);
  });

  it('comes into sight at the end of a long codebook, of which only rows in sight are drawn', async ({ galley }) => {
    await makeThemes(galley, 60);
    showCodes(galley);
    await toRow(galley, 'Theme 1');
    expect(outline()).not.toContain('Theme 60');
    await galley.press('n');
    await nameField();
    await galley.press('The last{Enter}');
    await rowHasFocus('The last');
  });

  it('makes nothing on Escape or of an empty name, and gives the focus back', async ({ galley }) => {
    await smallCodebook(galley);
    for (const keys of ['Firms{Escape}', '{Enter}', '   {Enter}']) {
      await toRow(galley, 'Claims');
      await galley.press('n');
      await nameField();
      await galley.press(keys);
      await rowHasFocus('Claims');
    }
    expect(await paths(galley)).toEqual(['Actors', 'Actors / Unions', 'Actors / Parties', 'Claims']);
  });

  it('makes a code of each pasted line in one step, and names the lines that are codes already', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Actors');
    await galley.press('{Shift>}n{/Shift}');
    await nameField();
    await galley.user.paste('Courts\r\n\n  Unions \nChurches\nCourts\n');
    await waitFor(() => expect(outline()).toContain('  Churches'));
    expect(await paths(galley)).toEqual([
      'Actors',
      'Actors / Unions',
      'Actors / Parties',
      'Actors / Courts',
      'Actors / Churches',
      'Claims',
    ]);
    await screen.findByText('One of the pasted lines is a code here already: “Unions”.');
    await rowHasFocus('Courts');
    const { label } = await galley.client.call('history.undo', {});
    expect(label).toBe('Create 2 codes');
  });

  it('says which of the pasted lines cannot be a name, and makes none', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Claims');
    await galley.press('n');
    const field = await nameField();
    await galley.user.paste('Courts\nChurch / State\n');
    expect(screen.getByText('Line 2 of what was pasted: A name cannot contain “ / ”')).toBeTruthy();
    await galley.user.paste('Courts');
    expect(field.value).toBe('Courts');
    await galley.press('{Escape}');
    expect(await paths(galley)).toHaveLength(4);
  });

  it('takes a sound name when the field is left, and no name that is taken', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Claims');
    await galley.press('n');
    await nameField();
    await galley.press('Actors');
    await galley.user.tab();
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Code name' })).toBeNull());
    await toRow(galley, 'Claims');
    await galley.press('n');
    await nameField();
    await galley.press('Figures');
    await galley.user.tab();
    await shownRow('Figures');
    expect(await paths(galley)).toEqual(['Actors', 'Actors / Unions', 'Actors / Parties', 'Claims', 'Figures']);
  });
});

describe('renaming a code', () => {
  it('takes the new name by Enter, keeps the focus on its row, and can be undone', async ({ galley }) => {
    const { unions } = await smallCodebook(galley);
    await toRow(galley, 'Unions');
    await galley.press('{F2}');
    const field = await nameField();
    expect(field.value).toBe('Unions');
    // The old name is selected, so that typing replaces it.
    await galley.press('النقابات{Enter}');
    await rowHasFocus('النقابات');
    expect((await kept(galley, 'النقابات')).id).toBe(unions);
    await undone(galley);
    await shownRow('Unions');
  });

  it('says what is wrong with a name, and keeps the field open until it is mended', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Unions');
    await galley.press('{F2}');
    const field = await nameField();
    const status = (): string | null => within(tree()).getByRole('status').textContent;
    await galley.press('Parties{Enter}');
    expect(status()).toBe('A code here already has this name');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await galley.user.clear(field);
    await galley.press('Unions / Parties{Enter}');
    expect(status()).toBe('A name cannot contain “ / ”');
    await galley.user.clear(field);
    await galley.user.paste('x'.repeat(301));
    await galley.press('{Enter}');
    expect(status()).toBe('A name has at most 300 characters');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.press('{Backspace}{Enter}');
    await rowHasFocus('x'.repeat(300));
    expect(await paths(galley)).toContain(`Actors / ${'x'.repeat(300)}`);
  });

  it('leaves the name on Escape, and makes no step of the same name', async ({ galley }) => {
    await smallCodebook(galley);
    const before = await galley.client.call('history.state', {});
    await toRow(galley, 'Parties');
    await galley.press('{F2}');
    await nameField();
    await galley.press('Firms{Escape}');
    await rowHasFocus('Parties');
    await galley.press('{F2}');
    await nameField();
    await galley.press('{Enter}');
    await rowHasFocus('Parties');
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });
});

describe('moving a code by keys', () => {
  it('goes in, out, up and down, and keeps the focus', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Claims');
    const moved = async (key: string, expected: string[]): Promise<void> => {
      await galley.press(`{Alt>}{${key}}{/Alt}`);
      await waitFor(() => expect(outline()).toEqual(expected));
      await rowHasFocus('Claims');
    };
    await moved('ArrowRight', ['Actors', '  Unions', '  Parties', '  Claims']);
    await moved('ArrowUp', ['Actors', '  Unions', '  Claims', '  Parties']);
    await moved('ArrowDown', ['Actors', '  Unions', '  Parties', '  Claims']);
    await moved('ArrowLeft', ['Actors', '  Unions', '  Parties', 'Claims']);
    await moved('ArrowUp', ['Claims', 'Actors', '  Unions', '  Parties']);
    expect(await paths(galley)).toEqual(['Claims', 'Actors', 'Actors / Unions', 'Actors / Parties']);
    await undone(galley);
    await waitFor(() => expect(outline()).toEqual(['Actors', '  Unions', '  Parties', 'Claims']));
  });

  it('stays at the ends', async ({ galley }) => {
    await smallCodebook(galley);
    const before = await galley.client.call('history.state', {});
    await toRow(galley, 'Actors');
    await galley.press('{Alt>}{ArrowUp}{ArrowLeft}{ArrowRight}{/Alt}');
    await toRow(galley, 'Claims');
    await galley.press('{Alt>}{ArrowDown}{/Alt}');
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });

  it('says why it does not go under a code that has one of its name', async ({ galley }) => {
    const { actors } = await smallCodebook(galley);
    await galley.newCode('Claims', actors);
    await waitFor(() => expect(outline()).toContain('  Claims'));
    await toRow(galley, 'Actors');
    await galley.press('{End}{Alt>}{ArrowRight}{/Alt}');
    const notice = await screen.findByRole('alert');
    within(notice).getByText('There is a code “Actors / Claims” already. Give this one another name.');
    expect(outline()).toEqual(['Actors', '  Unions', '  Parties', '  Claims', 'Claims']);
  });
});

describe('dragging a code by keys', () => {
  it('drops it behind another one, a level down, or leaves it where it was on Escape', async ({ galley }) => {
    await smallCodebook(galley);
    await toRow(galley, 'Claims');
    const isAt = (place: string): Promise<void> =>
      waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(place));
    const take = async (): Promise<void> => {
      await galley.tabTo(within(codeRow('Claims')).getByRole('button', { name: 'Drag Claims' }));
      await galley.press('{Enter}');
      await isAt('Insert after Claims');
      // Behind Actors, where it is already, then behind Parties.
      await galley.press('{ArrowUp}');
      await isAt('Insert between Actors and Claims');
      await galley.press('{ArrowUp}');
      await isAt('Insert after Parties');
    };
    await take();
    await galley.press('{Escape}');
    await rowHasFocus('Claims');
    await waitFor(() => expect(outline()).toEqual(['Actors', '  Unions', '  Parties', 'Claims']));
    await take();
    await galley.press('{Enter}');
    await rowHasFocus('Claims');
    expect(await paths(galley)).toEqual(['Actors', 'Actors / Unions', 'Actors / Parties', 'Actors / Claims']);
    await undone(galley);
    await waitFor(() => expect(outline()).toEqual(['Actors', '  Unions', '  Parties', 'Claims']));
  });
});

describe('the code that is selected', () => {
  it('takes no focus from a name that is being written', async ({ galley }) => {
    const { claims } = await smallCodebook(galley);
    await toRow(galley, 'Claims');
    // The row that moves is still to take the focus when the field for the name opens.
    await galley.press('{Alt>}{ArrowUp}{/Alt}n');
    await galley.press('Frames');
    const field = await nameField();
    await galley.press('{Enter}');
    expect(field.value).toBe('Frames');
    await rowHasFocus('Frames');
    expect(await kept(galley, 'Claims')).toMatchObject({ id: claims, position: expect.any(Number) as number });
  });

  it('is that of the coding which is chosen in the text', async ({ galley }) => {
    const { parties } = await smallCodebook(galley);
    const article = await galley.newArticle('one', 'War is peace.\n');
    const coding = await galley.newCoding(article, 'War', parties);
    await galley.openArticle(article);
    act(() => useUi.setState({ activeAnnotation: coding }));
    await waitFor(() => expect(isMarked('Parties')).toBe(true));
    expect(isMarked('Claims')).toBe(false);
    // Tab then comes to its row, which is the selected one.
    await galley.tabTo(codeRow('Parties'));
    await waitFor(() => expect(codeRow('Parties').getAttribute('aria-selected')).toBe('true'));
  });

  it('is the neighbour of one that was removed, which also takes the focus', async ({ galley }) => {
    const { unions } = await smallCodebook(galley);
    await toRow(galley, 'Unions');
    await galley.client.call('codes.remove', { code: unions });
    await rowHasFocus('Parties');
    expect(codeRow('Parties').getAttribute('aria-selected')).toBe('true');
  });
});
