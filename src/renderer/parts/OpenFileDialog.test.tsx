import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { openProject } from '../actions/project.ts';
import { currentProject } from '../state/records.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { OpenFileDialog } from './OpenFileDialog.tsx';

/** Where projects are kept: a folder, a broken project, Ferry, which is open, and Harbour; and the dialog for opening one. */
async function showDialog(galley: TestWindow, onClose: () => void = () => undefined): Promise<HTMLElement> {
  for (const name of ['Harbour', 'Ferry']) await galley.client.call('project.create', { folder: null, name });
  await waitFor(() => expect(currentProject()?.name).toBe('Ferry'));
  mkdirSync(join(galley.folder, 'projects', 'Old ones'));
  galley.put(join('projects', 'Broken.galley'), 'This is a text.');
  galley.show(<OpenFileDialog title="Open project" purpose="open-project" onOpen={openProject} onClose={onClose} />);
  const dialog = screen.getByRole('dialog', { name: 'Open project' });
  await within(dialog).findByRole('option', { name: /^Harbour\.galley/u });
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Broken\.galley/u));
  return dialog;
}

const openButton = (dialog: HTMLElement): HTMLButtonElement =>
  within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Open' });

describe('choosing a file to open', () => {
  it('offers nothing to open until a file is marked, and opens it by the button', async ({ galley }) => {
    const dialog = await showDialog(galley);
    // The first file is marked from the start; a folder is nothing to open.
    await galley.press('{Home}');
    expect(openButton(dialog).disabled).toBe(true);
    await galley.press('ha');
    await waitFor(() => expect(openButton(dialog).disabled).toBe(false));
    await galley.pressButton('Open', dialog);
    await waitFor(() => expect(currentProject()?.name).toBe('Harbour'));
    expect((await galley.client.call('project.status', {})).project?.name).toBe('Harbour');
  });

  it('opens by Enter on the file', async ({ galley }) => {
    await showDialog(galley);
    await galley.press('{End}{Enter}');
    await waitFor(() => expect(currentProject()?.name).toBe('Harbour'));
  });

  it('opens nothing that was marked before a path was typed, until Enter has gone there', async ({ galley }) => {
    const dialog = await showDialog(galley);
    await galley.press('{End}');
    expect(openButton(dialog).disabled).toBe(false);
    const typed = join(galley.folder, 'projects', 'Harbour.galley');
    await galley.fill('Path', typed, dialog);
    within(dialog).getByText('Enter goes to this path.');
    expect(openButton(dialog).disabled).toBe(true);
    await galley.press('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Harbour\.galley/u));
    await galley.pressButton('Open', dialog);
    await waitFor(() => expect(currentProject()?.name).toBe('Harbour'));
  });

  it('opens nothing on Cancel or Escape', async ({ galley }) => {
    let closed = 0;
    const dialog = await showDialog(galley, () => (closed += 1));
    await galley.pressButton('Cancel', dialog);
    expect(closed).toBe(1);
    await galley.press('{Escape}');
    expect(closed).toBe(2);
    expect(currentProject()?.name).toBe('Ferry');
  });

  it('says when the file is no project, and offers its backups', async ({ galley }) => {
    await showDialog(galley);
    await galley.press('{Enter}');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Broken.galley');
    within(notice).getByRole('button', { name: 'Backups…' });
    expect(currentProject()?.name).toBe('Ferry');
  });
});
