import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';

import { Header } from './Header.tsx';

/** Opens the menu of the project by keys. */
async function openMenu(galley: TestWindow, name = 'Test'): Promise<HTMLElement> {
  await galley.pressButton(`Project ${name}`);
  return screen.findByRole('menu');
}

describe('the head of the window', () => {
  it('names project and coder, also after either is another', async ({ galley }) => {
    galley.show(<Header />);
    screen.getByRole('heading', { level: 1, name: 'Test' });
    screen.getByRole('button', { name: 'Coder: Ada' });
    await galley.client.call('project.rename', { name: 'إضراب الميناء' });
    await screen.findByRole('heading', { level: 1, name: 'إضراب الميناء' });
    await galley.actAs('大野');
    await screen.findByRole('button', { name: 'Coder: 大野' });
  });

  it('asks who codes by the coder’s name', async ({ galley }) => {
    galley.show(<Header />);
    await galley.pressButton('Coder: Ada');
    await screen.findByRole('dialog', { name: 'Who is coding?' });
    await galley.fill('Your name or initials', 'Ben');
    await galley.press('{Enter}');
    await galley.closed();
    await screen.findByRole('button', { name: 'Coder: Ben' });
  });

  it('opens the palette by its button and shows the key for it, which may be another one', async ({ galley }) => {
    galley.show(<Header />);
    expect(screen.getByRole('button', { name: /^Search or run a command/u }).textContent).toContain('Ctrl K');
    await galley.client.call('settings.write', { keys: { 'view.palette': ['Mod+B'] } });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Search or run a command/u }).textContent).toContain('Ctrl B'),
    );
    await galley.client.call('settings.write', { keys: { 'view.palette': [] } });
    const button = await screen.findByRole('button', { name: 'Search or run a command' });
    await galley.tabTo(button);
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Command palette' });
  });

  it('renames the project from its menu, and gives the focus back to the menu’s button', async ({ galley }) => {
    galley.show(<Header />);
    await openMenu(galley);
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Rename the project' });
    await galley.fill('Name', 'Strike');
    await galley.press('{Enter}');
    await galley.closed();
    const button = await screen.findByRole('button', { name: 'Project Strike' });
    await waitFor(() => expect(document.activeElement).toBe(button));
    expect((await galley.client.call('project.status', {})).project?.name).toBe('Strike');
  });

  it('has the acts of a project in its menu, found by their first letters and shut by Escape', async ({ galley }) => {
    galley.show(<Header />);
    const menu = await openMenu(galley);
    expect(document.activeElement?.textContent).toContain('Rename project…');
    for (const name of [/^New project/u, /^Import files/u, /^Backups/u, /^Verify project/u])
      within(menu).getByRole('menuitem', { name });
    expect(within(menu).getAllByRole('separator').length).toBeGreaterThan(1);
    await galley.press('ver');
    expect(document.activeElement?.textContent).toContain('Verify project');
    await galley.press('{Home}');
    expect(document.activeElement?.textContent).toContain('Rename project…');
    await galley.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect((await galley.client.call('project.status', {})).project?.name).toBe('Test');
  });

  it('says that a project is read-only, and why, and does not offer to rename it', async ({ galley }) => {
    await openReadOnly(galley);
    galley.show(<Header />);
    expect(screen.getByText('Read-only').title).not.toBe('');
    await openMenu(galley);
    const rename = screen.getByRole('menuitem', { name: /^Rename project/u });
    expect(rename.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).not.toBe(rename);
  });
});
