import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { describe, expect } from 'vitest';
import type { FilePurpose, FileRef } from '../../shared/api/files.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { FileBrowser } from './FileBrowser.tsx';

/** A browser, and what it tells. The marked and the chosen file are told by what the program has under their names. */
function Browsing({ galley, purpose, folder }: { galley: TestWindow; purpose: FilePurpose; folder: FileRef }) {
  const [told, setTold] = useState({ folder: '', marked: '', chosen: '' });
  const path = useCallback((file: FileRef | null) => (file === null ? '' : galley.app.grants.path(file)), [galley]);
  return (
    <>
      <FileBrowser
        purpose={purpose}
        folder={folder}
        onFolder={useCallback(({ label }) => setTold((now) => ({ ...now, folder: label })), [])}
        onMark={useCallback((file: FileRef | null) => setTold((now) => ({ ...now, marked: path(file) })), [path])}
        onFile={(file) => setTold((now) => ({ ...now, chosen: path(file) }))}
      />
      <output aria-label="Folder">{told.folder}</output>
      <output aria-label="Marked">{told.marked}</output>
      <output aria-label="Chosen">{told.chosen}</output>
    </>
  );
}

/** Shows a folder that holds `part 10`, `part 2` (with `inner.galley` in it), `b.galley`, `a.galley`, `note.txt` and a hidden file. */
async function browse(galley: TestWindow, purpose: FilePurpose = 'open-project'): Promise<string> {
  const top = join(galley.folder, 'shelf');
  mkdirSync(join(top, 'part 10'), { recursive: true });
  mkdirSync(join(top, 'part 2'));
  for (const name of ['b.galley', 'a.galley', 'note.txt', '.hidden.galley', 'part 2/inner.galley'])
    writeFileSync(join(top, name), '');
  const folder = galley.app.grants.grant(top);
  galley.show(<Browsing galley={galley} purpose={purpose} folder={folder} />);
  await screen.findByRole('listbox', { name: 'Files and folders' });
  return top;
}

/** The name of an entry, which stands in its row before date and size. */
const nameOf = (row: Element | null): string | null | undefined =>
  row?.getAttribute('role') === 'option' ? row.querySelector('[title]')?.getAttribute('title') : row?.textContent;
const entries = (): (string | null | undefined)[] => screen.queryAllByRole('option').map(nameOf);
const told = (name: string): string | null => screen.getByRole('status', { name }).textContent;
const focused = (): string | null | undefined => nameOf(document.activeElement);

describe('choosing a file', () => {
  it('says that it reads until the program has answered', async ({ galley }) => {
    galley.show(<Browsing galley={galley} purpose="open-project" folder={galley.app.grants.grant(galley.folder)} />);
    screen.getByText('Reading the folder…');
    await screen.findByRole('option', { name: /^Test\.galley/u });
    expect(screen.queryByText('Reading the folder…')).toBeNull();
  });

  it('lists folders first, numbers by their value, and only what suits', async ({ galley }) => {
    await browse(galley);
    expect(entries()).toEqual(['part 2', 'part 10', 'a.galley', 'b.galley']);
  });

  it('begins on the first file that suits, so that Enter takes it', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('a.galley'));
    expect(told('Marked')).toBe(join(top, 'a.galley'));
    await galley.press('{Enter}');
    expect(told('Chosen')).toBe(join(top, 'a.galley'));
  });

  it('shows when entries were changed and how large files are, by name or the newest first', async ({ galley }) => {
    const top = join(galley.folder, 'shelf');
    mkdirSync(join(top, 'part'), { recursive: true });
    writeFileSync(join(top, 'a.galley'), 'x'.repeat(1200));
    writeFileSync(join(top, 'b.galley'), '');
    utimesSync(join(top, 'a.galley'), new Date('2024-03-12T14:05'), new Date('2024-03-12T14:05'));
    galley.show(<Browsing galley={galley} purpose="open-project" folder={galley.app.grants.grant(top)} />);
    const row = await screen.findByRole('option', { name: 'a.galley 12 Mar 2024, 14:05 1.2 kB' });
    await waitFor(() => expect(document.activeElement).toBe(row));
    await galley.pressButton('Newest first');
    expect(entries()).toEqual(['part', 'b.galley', 'a.galley']);
    await galley.pressButton('Newest first');
    expect(entries()).toEqual(['part', 'a.galley', 'b.galley']);
  });

  it('goes by arrows and by letters, tells what is marked, and chooses by Enter', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('a.galley'));
    await galley.press('{End}');
    await waitFor(() => expect(told('Marked')).toBe(join(top, 'b.galley')));
    await galley.press('{Home}');
    // A folder is nothing to open a project from.
    await waitFor(() => expect(told('Marked')).toBe(''));
    await galley.press('a');
    expect(focused()).toBe('a.galley');
    await galley.press('{Enter}');
    expect(told('Chosen')).toBe(join(top, 'a.galley'));
  });

  it('goes into a folder by Enter and out by Backspace, on the folder that was left', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('a.galley'));
    await galley.press('{Home}{Enter}');
    await waitFor(() => expect(entries()).toEqual(['inner.galley']));
    expect(told('Folder')).toBe(join(top, 'part 2'));
    await waitFor(() => expect(focused()).toBe('inner.galley'));
    expect(told('Chosen')).toBe('');
    await galley.press('{ArrowDown} ');
    await galley.press('{Backspace}');
    await waitFor(() => expect(told('Folder')).toBe(top));
    expect(told('Marked')).toBe('');
    await waitFor(() => expect(focused()).toBe('part 2'));
  });

  it('shows the way up: the folders around it, by name', async ({ galley }) => {
    await browse(galley);
    await waitFor(() => expect(focused()).toBe('a.galley'));
    await galley.press('{Home}{Enter}');
    await waitFor(() => expect(entries()).toEqual(['inner.galley']));
    await galley.pressButton('shelf');
    await waitFor(() => expect(entries()).toHaveLength(4));
    await galley.pressButton('Enclosing folders');
    await waitFor(() => expect(told('Folder')).toBe(galley.folder));
  });

  it('says of an empty folder that there is nothing, and still goes back', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('a.galley'));
    await galley.press('{ArrowUp}{Enter}');
    await screen.findByText('Nothing to choose in this folder.');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listbox'));
    await galley.press('{Backspace}');
    await waitFor(() => expect(told('Folder')).toBe(top));
  });

  it('stays in the folder, and says why, when another one has gone meanwhile', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('a.galley'));
    rmSync(join(top, 'part 2'), { recursive: true });
    await galley.press('{Home}{Enter}');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain(join(top, 'part 2'));
    expect(told('Folder')).toBe(top);
  });
});

describe('typing a path', () => {
  const field = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Path' });

  it('goes to a folder, from the shown one, and the focus into its list', async ({ galley }) => {
    const top = await browse(galley);
    expect(field().value).toBe(top);
    await galley.fill('Path', 'part 2');
    await galley.press('{Enter}');
    await waitFor(() => expect(focused()).toBe('inner.galley'));
    expect(field().value).toBe(join(top, 'part 2'));
    expect(told('Folder')).toBe(join(top, 'part 2'));
    // Backspace in the field is the field's.
    await galley.fill('Path', '..');
    await galley.press('{Backspace}{Backspace}');
    expect([told('Folder'), field().value]).toEqual([join(top, 'part 2'), '']);
  });

  it('marks a file that suits, pasted with the marks around it, so that Enter takes it', async ({ galley }) => {
    const top = await browse(galley);
    await galley.fill('Path', `"${join(top, 'b.galley')}"`);
    await galley.pressButton('Go');
    await waitFor(() => expect(focused()).toBe('b.galley'));
    expect(told('Marked')).toBe(join(top, 'b.galley'));
    await galley.press('{Enter}');
    expect(told('Chosen')).toBe(join(top, 'b.galley'));
  });

  it('says what is wrong with it, and stays where it was', async ({ galley }) => {
    const top = await browse(galley);
    await galley.fill('Path', 'nowhere');
    await galley.press('{Enter}');
    await screen.findByText(`There is nothing at ${join(top, 'nowhere')}. Check the path.`);
    expect(document.activeElement).toBe(field());
    await galley.fill('Path', 'note.txt');
    await galley.press('{Enter}');
    await screen.findByText(`${join(top, 'note.txt')} is not a Galley project (.galley). Choose another one.`);
    expect(told('Folder')).toBe(top);
    await galley.press('{Backspace}');
    expect(screen.queryByText(/is not a Galley project/u)).toBeNull();
  });

  it('grants no file that the list would not offer', async ({ galley }) => {
    const top = await browse(galley, 'export-folder');
    const ask = galley.client.call('files.browse', {
      folder: galley.app.grants.grant(top),
      purpose: 'export-folder',
      typed: 'a.galley',
    });
    await expect(ask).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('choosing a folder', () => {
  it('lists folders alone, and says when there is none', async ({ galley }) => {
    await browse(galley, 'export-folder');
    expect(entries()).toEqual(['part 2', 'part 10']);
    await waitFor(() => expect(focused()).toBe('part 2'));
    await galley.press('{Enter}');
    await screen.findByText('No folders in this folder.');
  });
});

describe('at the top of the disk', () => {
  it('there is no way up', async ({ galley }) => {
    galley.show(<Browsing galley={galley} purpose="export-folder" folder={galley.app.grants.grant('/')} />);
    const up = await screen.findByRole<HTMLButtonElement>('button', { name: 'Enclosing folders' });
    expect(up.disabled).toBe(true);
    await galley.press('{Backspace}');
    expect(told('Folder')).toBe('/');
  });
});
