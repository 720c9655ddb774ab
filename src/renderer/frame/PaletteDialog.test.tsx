import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { openReadOnly } from '../testing/readOnly.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { loadStatus } from '../state/load.ts';
import { useRecords } from '../state/records.ts';
import { useSettings } from '../state/settings.ts';
import { useUi } from '../state/ui.ts';

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
    await screen.findByText('No command or article of that name.');
    expect(current()).toBeNull();
    await galley.press('{Enter}');
    screen.getByRole('dialog', { name: 'Command palette' });
  });

  it('goes by one Escape, also with something typed', async ({ galley }) => {
    await palette(galley);
    await galley.press('thdark{Escape}');
    await galley.closed();
    expect((await galley.client.call('settings.read', {})).theme).toBe('system');
  });
});
