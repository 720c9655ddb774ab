import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

const project = async ({ client }: TestWindow) => (await client.call('project.status', {})).project;
/** What is listed, without date and size. */
const nameOf = ({ textContent }: HTMLElement): string => textContent.replace(/ \d\d:\d\d .*$/u, '');
const optionNames = (): string[] => screen.getAllByRole('option').map(nameOf);
const marked = (): string[] =>
  screen
    .getAllByRole('option')
    .filter((option) => option.getAttribute('aria-selected') === 'true')
    .map(nameOf);

/** Beside the project that is open, a folder of projects: Alpha and Beta, a folder Presse with Gamma, and a letter. */
async function projectsToOpen(galley: TestWindow): Promise<HTMLElement> {
  const place = (folder: string): string => galley.app.grants.grant(folder);
  const projects = join(galley.folder, 'projects');
  mkdirSync(join(projects, 'Presse'), { recursive: true });
  for (const name of ['Alpha', 'Beta']) await galley.client.call('project.create', { folder: place(projects), name });
  await galley.client.call('project.create', { folder: place(join(projects, 'Presse')), name: 'Gamma' });
  await galley.client.call('project.open', { file: place(join(galley.folder, 'Test.galley')) });
  galley.put(join('projects', 'letter.txt'), 'Dear all');
  const dialog = await galley.open({ kind: 'openProject' });
  await within(dialog).findByRole('option', { name: /^Alpha\.galley/u });
  return dialog;
}

describe('opening a project', () => {
  it('lists folders and projects of the folder of projects, and no other files', async ({ galley }) => {
    await projectsToOpen(galley);
    expect(optionNames()).toEqual(['Presse', 'Alpha.galley', 'Beta.galley']);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('option', { name: /^Alpha/u })));
  });

  it('opens the one under the cursor by Enter', async ({ galley }) => {
    await projectsToOpen(galley);
    await galley.press('{End}{Enter}');
    await galley.closed();
    expect((await project(galley))?.name).toBe('Beta');
  });

  it('finds one by its first letters, and Open is for a file alone', async ({ galley }) => {
    const dialog = await projectsToOpen(galley);
    const open = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Open' });
    await galley.press('be');
    await waitFor(() => expect(marked()).toEqual(['Beta.galley']));
    expect(open.disabled).toBe(false);
    await galley.press('{Home}');
    expect(open.disabled).toBe(true);
    await galley.press('{ArrowDown}');
    await galley.pressButton('Open', dialog);
    await galley.closed();
    expect((await project(galley))?.name).toBe('Alpha');
  });

  it('goes into a folder by Enter and out of it by Backspace', async ({ galley }) => {
    const dialog = await projectsToOpen(galley);
    await galley.press('{Home}{Enter}');
    const gamma = await within(dialog).findByRole('option', { name: /^Gamma\.galley/u });
    await waitFor(() => expect(document.activeElement).toBe(gamma));
    await galley.press('{Backspace}');
    await within(dialog).findByRole('option', { name: /^Presse/u });
    await galley.press('{Home}{Enter}');
    await within(dialog).findByRole('option', { name: /^Gamma\.galley/u });
    await galley.press('{Enter}');
    await galley.closed();
    expect((await project(galley))?.name).toBe('Gamma');
  });

  it('says what is wrong with a file that is no project, and offers its backups', async ({ galley }) => {
    galley.put('letter.galley', 'a letter');
    const dialog = await projectsToOpen(galley);
    await galley.press('{Backspace}');
    await within(dialog).findByRole('option', { name: /^letter\.galley/u });
    await galley.press('lett{Enter}');
    const notice = await screen.findByRole('alert', { hidden: true });
    expect(notice.textContent).toContain('letter.galley');
    expect((await project(galley))?.name).toBe('Test');
    expect(screen.getByRole('dialog', { name: 'Open project' })).toBe(dialog);
    await galley.pressButton('Cancel', dialog);
    await galley.closed();
    await galley.pressButton('Backups…');
    await screen.findByRole('dialog', { name: 'Backups' });
    await screen.findByText(/^There are no backups of this project/u);
  });

  it('leaves the open project open on Escape and Cancel', async ({ galley }) => {
    const first = await projectsToOpen(galley);
    expect(within(first).getByRole('listbox').contains(document.activeElement)).toBe(true);
    await galley.press('{End}{Escape}');
    await galley.closed();
    const dialog = await galley.open({ kind: 'openProject' });
    await within(dialog).findByRole('option', { name: /^Beta\.galley/u });
    await galley.press('{End}');
    await galley.pressButton('Cancel', dialog);
    await galley.closed();
    expect((await project(galley))?.name).toBe('Test');
  });
});
