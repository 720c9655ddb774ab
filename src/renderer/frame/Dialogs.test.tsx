import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { createTestApp } from '../../main/app/testApp.ts';
import { actions } from '../../shared/actions.ts';
import { send } from '../actions/ask.ts';
import { exportCodebook } from '../actions/project.ts';
import { setClient } from '../state/client.ts';
import { openDialog } from '../state/ui.ts';
import { allBindings, allDrawerTabs, allRegions, allSideTabs, allViews } from './allDesks.ts';

describe('what the desks bring', () => {
  it('has something to do for each action of the table, and for no other', () => {
    expect(Object.keys(allBindings).sort()).toEqual(actions.map(({ id }) => id).sort());
  });

  it('has no view, tab or region twice', () => {
    for (const ids of [allViews, allSideTabs, allDrawerTabs].map((things) => things.map(({ id }) => id)))
      expect(new Set<string>(ids).size).toBe(ids.length);
    expect(new Set(allRegions).size).toBe(allRegions.length);
  });
});

describe('the dialog that is open', () => {
  it('is one: another takes its place, and gets what it was opened for', async ({ galley }) => {
    await galley.open({ kind: 'renameProject', name: 'First' });
    act(() => openDialog({ kind: 'newProject', files: [] }));
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    screen.getByRole('dialog', { name: 'New project' });
    act(() => openDialog({ kind: 'renameProject', name: 'Second' }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Second'));
  });

  it('gives the focus back to where it was', async ({ galley }) => {
    galley.show(<button type="button">Here</button>);
    await galley.tabTo(screen.getByRole('button', { name: 'Here' }));
    await galley.open({ kind: 'palette' });
    await galley.press('{Escape}');
    await galley.closed();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Here'));
  });
});

describe('replacing files that no export wrote', () => {
  const codebook = (galley: TestWindow) => exportCodebook(galley.app.grants.grant(galley.folder), 'book.csv');
  const content = async (galley: TestWindow): Promise<string> => {
    const { readFile } = await import('node:fs/promises');
    return readFile(join(galley.folder, 'book.csv'), 'utf8');
  };

  it('is asked about, beginning at Cancel, which leaves them', async ({ galley }) => {
    await galley.newCode('War');
    writeFileSync(join(galley.folder, 'book.csv'), 'a letter');
    galley.show(null);
    void codebook(galley);
    const dialog = await screen.findByRole('alertdialog', { name: 'Replace 1 file?' });
    within(dialog).getByText(galley.folder);
    const list = within(dialog).getByRole('list', { name: 'Files that would be replaced' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['book.csv']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await galley.press('{Enter}');
    await galley.closed();
    expect(await content(galley)).toBe('a letter');
  });

  it('is done on a yes, and the next time nothing is asked', async ({ galley }) => {
    await galley.newCode('War');
    writeFileSync(join(galley.folder, 'book.csv'), 'a letter');
    galley.show(null);
    void codebook(galley);
    await galley.pressButton('Replace', await screen.findByRole('alertdialog'));
    await galley.closed();
    await screen.findByText('book.csv: 1 code written.');
    expect(await content(galley)).toContain('War');
    await galley.newCode('Peace');
    await act(() => codebook(galley));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(await content(galley)).toContain('Peace');
  });

  it('lists the first twelve and counts the rest', async ({ galley }) => {
    const files = Array.from({ length: 1015 }, (_, index) => `${index + 1} خبر.csv`);
    const onReplace = vi.fn(() => Promise.resolve());
    await galley.open({ kind: 'replaceFiles', onReplace, folder: '/exports', files });
    screen.getByRole('alertdialog', { name: 'Replace 1,015 files?' });
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items).toHaveLength(13);
    expect(items.at(-2)?.textContent).toBe('12 خبر.csv');
    expect(items.at(-1)?.textContent).toBe('and 1,003 more'); // 1015 − 12
    await galley.press('{Escape}');
    await galley.closed();
    expect(onReplace).not.toHaveBeenCalled();
  });
});

describe('changing the work of another coder', () => {
  /** Ben’s coding, which Ada is about to remove. */
  async function removing(galley: TestWindow) {
    const war = await galley.newCode('War');
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.actAs('Ben');
    const coding = await galley.newCoding(article, 'peace', war);
    await galley.actAs('Ada');
    galley.show(null);
    const done = send('annotations.remove', { annotations: [coding] });
    const dialog = await screen.findByRole('alertdialog', { name: 'Change the work of Ben?' });
    return { dialog, done };
  }
  const codings = async ({ client }: TestWindow) => (await client.call('project.stats', {})).annotations;

  it('is asked about, and Enter at first gives up', async ({ galley }) => {
    const { dialog, done } = await removing(galley);
    within(dialog).getByText('This changes or removes 1 coding or link by Ben, not yours.');
    within(dialog).getByText('You can undo it as your own step.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await galley.press('{Enter}');
    await galley.closed();
    expect(await done).toBeUndefined();
    expect(await codings(galley)).toBe(1);
  });

  it('is given up by Escape, too', async ({ galley }) => {
    const { done } = await removing(galley);
    await galley.press('{Escape}');
    await galley.closed();
    expect(await done).toBeUndefined();
    expect(await codings(galley)).toBe(1);
  });

  it('is done when it is meant, as one’s own step, which undo takes back', async ({ galley }) => {
    const { dialog, done } = await removing(galley);
    await galley.pressButton('Change it', dialog);
    await galley.closed();
    expect(await done).toEqual({});
    expect(await codings(galley)).toBe(0);
    const { coder } = await galley.client.call('history.undo', {});
    expect(coder).toBe('Ada');
    expect(await codings(galley)).toBe(1);
  });
});

describe('whose work is part of the program', () => {
  /** A program that was built of these packages. */
  function builtOf(galley: TestWindow, list: object[] | null): void {
    const file = join(galley.folder, 'notices.json');
    if (list) writeFileSync(file, JSON.stringify(list));
    const built = createTestApp({ noticesFiles: [file] });
    onTestFinished(() => built.end());
    setClient(built.client);
  }

  it('is listed by name with version, licence and wording, or with a word that there is none', async ({ galley }) => {
    builtOf(galley, [
      { name: 'zod', version: '4.1.0', licence: 'MIT', text: 'Permission is hereby granted' },
      { name: 'noto', version: '2.0', licence: 'OFL-1.1', text: '' },
    ]);
    await galley.open({ kind: 'notices' });
    const list = await screen.findByRole('list', { name: 'Packages and fonts' });
    const items = within(list).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'noto 2.0OFL-1.1The package brings no wording of its licence.',
      'zod 4.1.0MITPermission is hereby granted',
    ]);
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('cannot be told by a program that was not built, which says so', async ({ galley }) => {
    builtOf(galley, null);
    await galley.open({ kind: 'notices' });
    expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain('notices.json');
    screen.getByText('Reading the list…');
  });
});
