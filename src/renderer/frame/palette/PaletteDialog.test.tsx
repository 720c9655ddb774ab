import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { loadStatus } from '../../state/load.ts';
import { useRecords } from '../../state/records.ts';
import { useSettings } from '../../state/settings.ts';
import { ReaderPanel } from '../../desks/coding/reader/ReaderPanel.tsx';
import { useUi } from '../../state/ui.ts';

const palette = (galley: TestWindow): Promise<HTMLElement> => galley.open({ kind: 'palette' });
const items = (group: string): string[] =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('menuitem')
    .map(({ textContent }) => textContent);
/** What Enter would do: the field keeps the focus and names it. */
const current = (): string | null => {
  const id = screen.getByRole('searchbox').getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
};
/** Waits until Enter would do that, and presses it. */
async function doIt(galley: TestWindow, name: string): Promise<void> {
  await waitFor(() => expect(current()).toBe(name));
  await galley.press('{Enter}');
}

describe('the command palette', () => {
  it('opens by its key with the focus in its field, and lists what can be done with the keys for it', async ({
    galley,
  }) => {
    galley.show(null);
    await galley.press('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search or run a command' })),
    );
    const commands = items('Commands');
    expect(commands[0]).toBe('New project…Ctrl N');
    expect(commands).toContain('Theme: dark');
    expect(commands.some((text) => text.startsWith('Command palette'))).toBe(false);
  });

  it('leaves out what cannot be done now', async ({ galley }) => {
    await openReadOnly(galley);
    await palette(galley);
    const commands = items('Commands').join('\n');
    expect(commands).toContain('Verify project');
    expect(commands).not.toMatch(/^(?:Undo|Import files)/mu);
  });

  it('calls undo by what it would undo', async ({ galley }) => {
    await galley.newCode('War');
    await waitFor(() => expect(useRecords.getState().history.undo?.label).toBe('Create code “War”'));
    await palette(galley);
    await galley.press('undo');
    await doIt(galley, 'Undo: Create code “War” (by Ada)Ctrl Z');
    await galley.closed();
    await waitFor(async () => expect((await galley.client.call('codes.list', {})).codes).toEqual([]));
  });

  it('finds a command by some of its letters and runs it by Enter', async ({ galley }) => {
    await palette(galley);
    await galley.press('thdark');
    await waitFor(() => expect(items('Commands')).toEqual(['Theme: dark']));
    await doIt(galley, 'Theme: dark');
    await galley.closed();
    await waitFor(() => expect(useSettings.getState().theme).toBe('dark'));
    await waitFor(async () => expect((await galley.client.call('settings.read', {})).theme).toBe('dark'));
  });

  it('opens the dialog of a command, which then has the focus', async ({ galley }) => {
    await palette(galley);
    await galley.press('who is cod');
    await doIt(galley, 'Who is coding…');
    await screen.findByRole('dialog', { name: 'Who is coding?' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Your name or initials')));
  });

  it('finds articles by name, at most six, and opens one', async ({ galley }) => {
    for (let index = 1; index <= 7; index++) await galley.newArticle(`Hafen ${index}`, `Streik am Tag ${index}.\n`);
    await galley.newArticle('إضراب الميناء', 'يضرب العمال.\n');
    await palette(galley);
    await galley.press('hafen');
    await waitFor(() => expect(items('Documents')).toHaveLength(6));
    await galley.press('{Control>}a{/Control}إضراب');
    await waitFor(() => expect(items('Documents')).toEqual(['إضراب الميناء']));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Commands' })).toBeNull());
    await doIt(galley, 'إضراب الميناء');
    await galley.closed();
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('إضراب الميناء'));
  });

  it('searches all texts for what was typed, as the last thing it offers', async ({ galley }) => {
    await galley.newArticle('one', 'Nothing but zyx here.\n');
    await palette(galley);
    await galley.press(' zyx ');
    await screen.findByRole('menuitem', { name: 'Search all texts for “zyx”' });
    await galley.press('{End}');
    await doIt(galley, 'Search all texts for “zyx”');
    await galley.closed();
    await waitFor(() => expect(useUi.getState().drawerTab).toBe('search'));
    await waitFor(async () => {
      const tasks = await galley.client.call('tasks.list', {});
      expect(tasks.map(({ label }) => label).join()).toContain('zyx');
    });
  });

  it('says so where nothing has that name, and there are no texts to search', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await act(loadStatus);
    await palette(galley);
    await galley.press('qqqq');
    await screen.findByText(/^Nothing found for “qqqq”\. Try one word/u);
    expect(current()).toBeNull();
    await galley.press('{Enter}');
    screen.getByRole('dialog', { name: 'Command palette' });
  });

  it('finds a command by another word for it, and says by which', async ({ galley }) => {
    await palette(galley);
    await galley.press('prefer');
    await waitFor(() => expect(items('Commands')).toContain('Theme: darkmatches “preferences”'));
    await galley.press('{Control>}a{/Control}spss');
    await doIt(galley, 'Export data…matches “spss”Ctrl E');
    await screen.findByRole('dialog', { name: 'Export data' });
  });

  it('marks the letters of a name that matched', async ({ galley }) => {
    await palette(galley);
    await galley.press('th da');
    const row = await screen.findByRole('menuitem', { name: 'Theme: dark' });
    expect(Array.from(row.querySelectorAll('mark'), ({ textContent }) => textContent)).toEqual(['Th', 'da']);
  });

  it('says that there is nothing to save', async ({ galley }) => {
    await palette(galley);
    await galley.press('save');
    expect((await screen.findByText(/^Everything is saved at once/u)).getAttribute('role')).toBe('status');
  });

  it('names what cannot be done now that was meant more than what can be', async ({ galley }) => {
    await palette(galley);
    await galley.press('merge the');
    await screen.findByText('Not possible at the moment: Merge the code…');
    await galley.press('{Control>}a{/Control}undo');
    await screen.findByText(/^Not possible at the moment: Undo/u);
    await galley.press('{Control>}a{/Control}theme dark');
    await waitFor(() => expect(screen.queryByText(/^Not possible/u)).toBeNull());
  });

  it('begins with what was done last from it, also in another window', async ({ galley }) => {
    await palette(galley);
    expect(screen.queryByRole('group', { name: 'Recent commands' })).toBeNull();
    await galley.press('theme dark');
    await doIt(galley, 'Theme: dark');
    await galley.closed();
    await palette(galley);
    await galley.press('larger');
    await doIt(galley, 'Larger textAlt +');
    await galley.closed();
    await waitFor(async () =>
      expect(Object.values((await galley.client.call('settings.read', {})).layout)).toContain(
        'view.textLarger view.theme.dark',
      ),
    );
    await palette(galley);
    expect(items('Recent commands')).toEqual(['Larger textAlt +', 'Theme: dark']);
    expect(items('Commands')).not.toContain('Theme: dark');
    await galley.press('{ArrowDown}');
    await doIt(galley, 'Larger textAlt +');
  });

  it('shows a code where no passage is selected', async ({ galley }) => {
    const above = await galley.newCode('Frames');
    const code = await galley.newCode('Conflict', above);
    galley.show(<div data-region="side" tabIndex={-1} />);
    useUi.setState({ sideTab: 'memo' });
    await palette(galley);
    await galley.press('confl');
    await doIt(galley, 'Frames / Conflictshow in Codes');
    await galley.closed();
    await waitFor(() => expect(useUi.getState()).toMatchObject({ sideTab: 'codes', shownCode: { code } }));
  });

  it('applies a code to the passage that is selected', async ({ galley }) => {
    const code = await galley.newCode('Conflict');
    const article = await galley.newArticle('one', 'Critics object.\n');
    await galley.openArticle(article);
    const select = (): void => act(() => useUi.setState({ selection: { start: 0, end: 7 } }));
    select();
    await palette(galley);
    await galley.press('confl');
    // The text is not on screen: nobody sees what is selected in it.
    await waitFor(() => expect(current()).toBe('Conflictshow in Codes'));
    await galley.press('{Escape}');
    await galley.closed();
    galley.show(<ReaderPanel />);
    await screen.findByRole('textbox', { name: 'Article text' });
    select();
    await palette(galley);
    await galley.press('confl');
    await doIt(galley, 'Conflictapply to the selection');
    await waitFor(() => {
      const codings = [...(useRecords.getState().open?.annotations.values() ?? [])];
      expect(codings.map((one) => [one.code, one.start, one.end])).toEqual([[code, 0, 7]]);
    });
  });

  it('does not apply an archived code', async ({ galley }) => {
    const code = await galley.newCode('Conflict');
    await galley.client.call('codes.update', { code, archived: true });
    await galley.openArticle(await galley.newArticle('one', 'Critics object.\n'));
    useUi.setState({ selection: { start: 0, end: 7 } });
    await waitFor(() => expect(useRecords.getState().codes.get(code)?.archived).toBe(true));
    await palette(galley);
    await galley.press('confl');
    await waitFor(() => expect(current()).toBe('Conflictshow in Codes'));
  });

  it('shows no article that no longer fits, though the program has not answered yet', async ({ galley }) => {
    await galley.newArticle('harbour', 'a\n');
    await galley.newArticle('hospital', 'b\n');
    await palette(galley);
    await galley.press('h');
    await waitFor(() => expect(items('Documents')).toEqual(['harbour', 'hospital']));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ho' } });
    expect(items('Documents')).toEqual(['hospital']);
  });

  it('renames the project and the open article', async ({ galley }) => {
    await galley.openArticle(await galley.newArticle('one', 'a\n'));
    await palette(galley);
    await galley.press('rename');
    await waitFor(() =>
      expect(items('Commands').slice(0, 2)).toEqual(['Rename project…', 'Rename the open document…']),
    );
    await galley.press('{ArrowDown}');
    await doIt(galley, 'Rename the open document…');
    await screen.findByRole('dialog', { name: 'Rename the document' });
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('one');
  });

  it('goes by one Escape, also with something typed', async ({ galley }) => {
    await palette(galley);
    await galley.press('thdark{Escape}');
    await galley.closed();
    expect((await galley.client.call('settings.read', {})).theme).toBe('system');
  });
});
