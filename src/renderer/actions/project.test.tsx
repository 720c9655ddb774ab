import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { currentProject, useRecords } from '../state/records.ts';
import { notify, useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import {
  chooseCodebook,
  chooseProject,
  closeProject,
  createProject,
  exportCodebook,
  identify,
  importCodebook,
  openProject,
  openSample,
  redo,
  undo,
  verifyProject,
} from './project.ts';
import { withCoder } from './withCoder.ts';

const notices = (): string[] => useUi.getState().notices.map(({ kind, text }) => `${kind}: ${text}`);
const granted = (galley: TestWindow, path: string) => galley.app.grants.grant(path);

describe('a project', () => {
  it('is made, and what was said of the one before is gone', async ({ galley }) => {
    await galley.newCode('War');
    notify('error', 'Something about the old one');
    const folder = granted(galley, galley.folder);
    expect(await createProject(folder, 'الميناء', [])).toBe(true);
    expect(currentProject()?.name).toBe('الميناء');
    expect(existsSync(join(galley.folder, 'الميناء.galley'))).toBe(true);
    expect(useRecords.getState().codes.size).toBe(0);
    expect(notices()).toEqual([]);
  });

  it('is not made over another one: the open one stays, and a notice says why', async ({ galley }) => {
    await galley.newCode('War');
    await galley.client.call('coders.list', {});
    const { id } = currentProject() ?? {};
    expect(await createProject(granted(galley, galley.folder), 'Test', [])).toBe(false);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toMatch(/^error: .*Test\.galley/u);
    expect(currentProject()?.id).toBe(id);
    expect((await galley.client.call('codes.list', {})).codes).toHaveLength(1);
  });

  it('is closed and opened again, with the article that was read last', async ({ galley }) => {
    await galley.newArticle('one', 'War is peace.\n');
    const second = await galley.newArticle('two', 'War is over.\n');
    await galley.openArticle(second);
    await closeProject();
    expect(currentProject()).toBeNull();
    expect(useRecords.getState().open).toBeNull();
    expect(await openProject(granted(galley, join(galley.folder, 'Test.galley')))).toBe(true);
    expect(currentProject()?.name).toBe('Test');
    await waitFor(() =>
      expect(useRecords.getState().open).toMatchObject({ document: { id: second }, text: 'War is over.\n' }),
    );
  });

  it('that is none is not opened; its backups are offered beside what is wrong', async ({ galley }) => {
    const file = galley.put('letter.galley', 'Dear Sir');
    galley.show(null);
    expect(await openProject(granted(galley, file))).toBe(false);
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('letter.galley');
    await galley.pressButton('Backups…', notice);
    await waitFor(() => expect(useUi.getState().dialog).toMatchObject({ kind: 'backups' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that has gone offers no backups where none is known to be of use', async ({ galley }) => {
    const gone = granted(galley, join(galley.folder, 'gone.galley'));
    expect(await openProject(gone)).toBe(false);
    expect(notices()).toHaveLength(1);
  });

  it('is chosen in a dialog of the window where the machine lends none', async () => {
    await chooseProject();
    expect(useUi.getState().dialog).toEqual({ kind: 'openProject' });
    await chooseCodebook();
    expect(useUi.getState().dialog).toEqual({ kind: 'importCodebook' });
  });

  it('of which eight articles are a sample opens on the first of them', async ({ galley }) => {
    await openSample();
    const { rows, total } = await galley.client.call('documents.list', { offset: 0, limit: 100 });
    expect(total).toBe(8);
    expect(useRecords.getState().open?.document.id).toBe(rows[0]?.id);
  });
});

describe('who codes', () => {
  it('is asked before what needs to know it, which is then done', async ({ galley }) => {
    await createProject(granted(galley, galley.folder), 'Fresh', []);
    // A coder stays who they are in a new project of the same machine, so it is taken back first.
    useRecords.setState(({ status }) => ({ status: status && { ...status, coder: null } }));
    const done: string[] = [];
    withCoder(() => done.push('at first'));
    expect(done).toEqual([]);
    const { dialog } = useUi.getState();
    if (dialog?.kind !== 'coder') throw new Error('nobody asks who codes');
    expect(await identify('Bo', dialog.then)).toBe(true);
    expect(done).toEqual(['at first']);
    expect(useUi.getState().dialog).toBeNull();
    expect(useRecords.getState().status?.coder?.name).toBe('Bo');
    withCoder(() => done.push('at once'));
    expect(done).toEqual(['at first', 'at once']);
  });

  it('is nobody by an empty name, and what waited is not done', async ({ galley }) => {
    const done: string[] = [];
    expect(await identify('  ', () => done.push('done'))).toBe(false);
    expect(done).toEqual([]);
    expect((await galley.client.call('project.status', {})).coder?.name).toBe('Ada');
    expect(notices()).toHaveLength(1);
  });
});

describe('a step', () => {
  it('is taken back and brought back; where there is none, a notice says so', async ({ galley }) => {
    await galley.newCode('War');
    const names = async () => (await galley.client.call('codes.list', {})).codes.map(({ name }) => name);
    await undo();
    expect(await names()).toEqual([]);
    await redo();
    expect(await names()).toEqual(['War']);
    await redo();
    expect(await names()).toEqual(['War']);
    expect(notices()).toHaveLength(1);
  });
});

describe('a codebook file', () => {
  it('is read, and a notice counts what it brought', async ({ galley }) => {
    await galley.newCode('War');
    const file = galley.put('book.csv', 'path,definition\nWar,Fighting\nWar / Civil war,At home\nPeace,\n');
    galley.show(null);
    await importCodebook(granted(galley, file));
    expect(notices()).toEqual(['info: 2 codes created, 1 updated.']);
    const { codes } = await galley.client.call('codes.list', {});
    expect(codes.map(({ name, definition }) => `${name}: ${definition}`).toSorted()).toEqual([
      'Civil war: At home',
      'Peace: ',
      'War: Fighting',
    ]);
    await undo();
    expect((await galley.client.call('codes.list', {})).codes).toHaveLength(1);
  });

  it('with faults changes nothing, and they are listed', async ({ galley }) => {
    const file = galley.put('book.csv', 'path,definition\nWar / ,x\n');
    await importCodebook(granted(galley, file));
    const { dialog } = useUi.getState();
    if (dialog?.kind !== 'codebookFaults') throw new Error('no faults are shown');
    expect(dialog.faults.length).toBeGreaterThan(0);
    expect((await galley.client.call('codes.list', {})).codes).toEqual([]);
  });

  it('is written, and replaces a file that is not of this project only when that is meant', async ({ galley }) => {
    await galley.newCode('War');
    const folder = join(galley.folder, 'out');
    mkdirSync(folder);
    writeFileSync(join(folder, 'book.csv'), 'mine');
    galley.show(null);
    await exportCodebook(granted(galley, folder), 'book.csv');
    const dialog = await screen.findByRole('alertdialog');
    within(dialog).getByText('book.csv');
    await galley.press('{Escape}');
    await galley.closed();
    expect(readFileSync(join(folder, 'book.csv'), 'utf8')).toBe('mine');
    await exportCodebook(granted(galley, folder), 'book.csv');
    await galley.pressButton('Replace', await screen.findByRole('alertdialog'));
    await screen.findByText('book.csv: 1 code written.');
    expect(readFileSync(join(folder, 'book.csv'), 'utf8')).toContain('War');
    expect(useUi.getState().notices.at(-1)?.place?.label).toBe(folder);
    // What an earlier export wrote is replaced without a word.
    await exportCodebook(granted(galley, folder), 'book.csv');
    expect(useUi.getState().dialog).toBeNull();
  });
});

describe('verifying', () => {
  it('says that all is well, and since when', async ({ galley }) => {
    await galley.newArticle('one', 'War is peace.\n');
    await verifyProject();
    expect(useUi.getState().dialog).toEqual({ kind: 'verify', problems: [] });
    expect(useUi.getState().verifiedAt).not.toBeNull();
  });
});
