import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

const project = async ({ client }: TestWindow) => (await client.call('project.status', {})).project;
const incoming = (name: string, text: string) => ({ path: name, file: new File([text], name) });

/** The text of the dialog's folder, once it is known. */
async function folderShown(dialog: HTMLElement): Promise<string> {
  const group = within(dialog).getByRole('group', { name: 'Folder' });
  await waitFor(() => expect(group.textContent).toContain('projects'));
  return group.textContent;
}

describe('a new project', () => {
  it('is made in the folder of projects and opened, and the one before is closed', async ({ galley }) => {
    const { id } = (await project(galley)) ?? {};
    const dialog = await galley.open({ kind: 'newProject', files: [] });
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText('Name')));
    expect(await folderShown(dialog)).toContain(join(galley.folder, 'projects'));
    await galley.press(' Hafenstreik 2024 {Enter}');
    await galley.closed();
    const made = await project(galley);
    expect(made).toMatchObject({ name: 'Hafenstreik 2024', fileName: 'Hafenstreik 2024.galley' });
    expect(made?.id).not.toBe(id);
    expect(existsSync(join(galley.folder, 'projects', 'Hafenstreik 2024.galley'))).toBe(true);
  });

  it('takes in the files that it was asked for, and says before how many', async ({ galley }) => {
    const files = [incoming('one.txt', 'War is peace.\n'), incoming('اثنان.txt', 'الحرب سلام.\n')];
    const dialog = await galley.open({ kind: 'newProject', files });
    within(dialog).getByText('2 files will be imported into it.');
    await folderShown(dialog);
    await galley.press('Study{Enter}');
    const report = await screen.findByRole('dialog', { name: 'Import report' });
    within(report).getByText(/^2 documents imported/u);
    const { rows } = await galley.client.call('documents.list', { offset: 0, limit: 9 });
    expect(rows.map(({ name }) => name)).toEqual(['one', 'اثنان']);
    expect((await project(galley))?.name).toBe('Study');
  });

  it('says nothing of files where there are none', async ({ galley }) => {
    const dialog = await galley.open({ kind: 'newProject', files: [] });
    expect(within(dialog).queryByText(/will be imported/u)).toBeNull();
  });

  it('needs a name', async ({ galley }) => {
    const dialog = await galley.open({ kind: 'newProject', files: [] });
    const create = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Create' });
    expect(create.disabled).toBe(true);
    await galley.press('   {Enter}');
    expect(create.disabled).toBe(true);
    await galley.press('A');
    expect(create.disabled).toBe(false);
    expect((await project(galley))?.name).toBe('Test');
  });

  it('never takes the place of a file: the dialog stays with what was typed, and says why', async ({ galley }) => {
    mkdirSync(join(galley.folder, 'projects'), { recursive: true });
    galley.put(join('projects', 'Study.galley'), 'a letter');
    const dialog = await galley.open({ kind: 'newProject', files: [] });
    await folderShown(dialog);
    await galley.press('Study{Enter}');
    const notice = await screen.findByRole('alert', { hidden: true });
    expect(notice.textContent).toContain('Study.galley');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Name').value).toBe('Study');
    expect((await project(galley))?.name).toBe('Test');
  });

  it('is made in another folder, chosen by keys', async ({ galley }) => {
    mkdirSync(join(galley.folder, 'projects', 'Presse'), { recursive: true });
    const dialog = await galley.open({ kind: 'newProject', files: [] });
    await folderShown(dialog);
    await galley.fill('Name', 'Study');
    await galley.pressButton('Change…', dialog);
    expect(within(dialog).getByRole('button', { name: 'Change…' }).getAttribute('aria-expanded')).toBe('true');
    const option = await within(dialog).findByRole('option', { name: /^Presse/u });
    await galley.tabTo(option);
    await galley.press('{Enter}');
    const group = within(dialog).getByRole('group', { name: 'Folder' });
    await waitFor(() => expect(group.textContent).toContain(join('projects', 'Presse')));
    await within(dialog).findByText('No folders in this folder.');
    await galley.tabTo(within(dialog).getByLabelText('Name'));
    await galley.press('{Enter}');
    await galley.closed();
    expect((await project(galley))?.folder).toBe(join(galley.folder, 'projects', 'Presse'));
  });

  it('is not made on Escape and Cancel', async ({ galley }) => {
    for (const leave of [() => galley.press('{Escape}'), () => galley.pressButton('Cancel')]) {
      await galley.open({ kind: 'newProject', files: [] });
      await galley.press('Study');
      await leave();
      await galley.closed();
    }
    expect((await project(galley))?.name).toBe('Test');
    expect(existsSync(join(galley.folder, 'projects', 'Study.galley'))).toBe(false);
  });
});
