import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

const entries = (): (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const told = (name: string): string | null => screen.getByRole('status', { name }).textContent;
const focused = (): string | null | undefined => document.activeElement?.textContent;

describe('choosing a file', () => {
  it('says that it reads until the program has answered', async ({ galley }) => {
    galley.show(<Browsing galley={galley} purpose="open-project" folder={galley.app.grants.grant(galley.folder)} />);
    screen.getByText('Reading the folder…');
    await screen.findByRole('option', { name: 'Test.galley' });
    expect(screen.queryByText('Reading the folder…')).toBeNull();
  });

  it('lists folders first, numbers by their value, and only what suits', async ({ galley }) => {
    await browse(galley);
    expect(entries()).toEqual(['part 2', 'part 10', 'a.galley', 'b.galley']);
    await waitFor(() => expect(focused()).toBe('part 2'));
  });

  it('goes by arrows and by letters, tells what is marked, and chooses by Enter', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('part 2'));
    expect(told('Marked')).toBe('');
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

  it('goes into a folder by Enter and out by Backspace, and forgets what was marked', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('part 2'));
    await galley.press('{Enter}');
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
    await waitFor(() => expect(focused()).toBe('part 2'));
    await galley.press('{Enter}');
    await waitFor(() => expect(entries()).toEqual(['inner.galley']));
    await galley.pressButton('shelf');
    await waitFor(() => expect(entries()).toHaveLength(4));
    await galley.pressButton('Enclosing folders');
    await waitFor(() => expect(told('Folder')).toBe(galley.folder));
  });

  it('says of an empty folder that there is nothing, and still goes back', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('part 2'));
    await galley.press('{ArrowDown}{Enter}');
    await screen.findByText('Nothing to choose in this folder.');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listbox'));
    await galley.press('{Backspace}');
    await waitFor(() => expect(told('Folder')).toBe(top));
  });

  it('stays in the folder, and says why, when another one has gone meanwhile', async ({ galley }) => {
    const top = await browse(galley);
    await waitFor(() => expect(focused()).toBe('part 2'));
    rmSync(join(top, 'part 2'), { recursive: true });
    await galley.press('{Enter}');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain(join(top, 'part 2'));
    expect(told('Folder')).toBe(top);
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
