import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect } from 'vitest';
import { uploadLimit } from '../../shared/api/carrier.ts';
import { useRecords } from '../state/records.ts';
import { useTasks } from '../state/tasks.ts';
import { useUi } from '../state/ui.ts';
import type { IncomingFile } from '../state/incoming.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { askForFiles, askForFolder } from './filePicker.ts';
import { importFiles } from './importing.ts';
import { cancelTask } from './tasks.ts';

const incoming = (path: string, text: string): IncomingFile => ({ file: new File([text], path), path });

const names = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('documents.list', { offset: 0, limit: 1000 })).rows.map(({ name }) => name);

describe('files that the user hands to the window', () => {
  it('become articles in their order; the first opens, and the report offers to undo', async ({ galley }) => {
    galley.show(null);
    await importFiles([incoming('b.txt', 'Second.\n'), incoming('ا.txt', 'الأول.\n')]);
    expect(await names(galley)).toEqual(['b', 'ا']);
    expect(useRecords.getState().open?.text).toBe('Second.\n');
    const dialog = await screen.findByRole('dialog', { name: 'Import report' });
    within(dialog).getByText('2 documents imported');
    await galley.pressButton('Undo import', dialog);
    await waitFor(async () => expect(await names(galley)).toEqual([]));
  });

  it('leave the article alone that is open', async ({ galley }) => {
    const article = await galley.newArticle('one', 'War.\n');
    await galley.openArticle(article);
    await importFiles([incoming('two.txt', 'Peace.\n')]);
    expect(useRecords.getState().open?.document.id).toBe(article);
  });

  it('are refused one by one, with the reason, before and after they are read', async ({ galley }) => {
    const large = new File([], 'large.txt');
    Object.defineProperty(large, 'size', { value: uploadLimit + 1 });
    galley.show(null);
    await importFiles(
      [{ file: large, path: 'large.txt' }, incoming('photo.png', '\u0000\u0001PNG'), incoming('c.txt', 'C.\n')],
      {
        unreadable: [{ path: 'locked.txt', reason: 'cannot be read (permission denied)' }],
      },
    );
    expect(await names(galley)).toEqual(['c']);
    const { dialog } = useUi.getState();
    if (dialog?.kind !== 'importReport') throw new Error('there is no report');
    expect(dialog.report.refused.map(({ path }) => path)).toEqual(['locked.txt', 'large.txt', 'photo.png']);
    await screen.findByText('cannot be read (permission denied)');
  });

  it('make no step where all were refused', async ({ galley }) => {
    const before = await galley.client.call('history.state', {});
    await importFiles([], { unreadable: [{ path: 'locked.txt', reason: 'cannot be read' }] });
    expect(useUi.getState().dialog).toMatchObject({ kind: 'importReport', step: null });
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });

  it('are none where nothing was in what was dropped', async ({ galley }) => {
    galley.show(null);
    await importFiles([]);
    await screen.findByText('There was no file to import in what you dropped.');
    expect(useUi.getState().dialog).toBeNull();
  });

  it('wait for a new project where none is open', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
    const files = [incoming('one.txt', 'War.\n')];
    await importFiles(files);
    expect(useUi.getState().dialog).toMatchObject({ kind: 'newProject', files });
  });

  it('are read a few at a time, as a task that can be cancelled, and then none is imported', async ({ galley }) => {
    const { fetch } = globalThis;
    let asked = 0;
    globalThis.fetch = (...request) => {
      asked += 1;
      const [task] = useTasks.getState().tasks;
      if (asked === 3 && task) cancelTask(task);
      return fetch(...request);
    };
    const files = Array.from({ length: 9 }, (_, at) => incoming(`${at}.txt`, `${at}\n`));
    await importFiles(files);
    // Three were under way; none is begun after that.
    expect(asked).toBe(3);
    expect(useTasks.getState().tasks[0]).toMatchObject({ method: 'reading', state: 'cancelled', total: 9 });
    expect(await names(galley)).toEqual([]);
    expect(useUi.getState()).toMatchObject({ dialog: null, notices: [] });
  });
});

describe('the browser’s picker', () => {
  const lendKeys = (isActive: boolean): void => {
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive } });
  };
  afterEach(() => void Reflect.deleteProperty(navigator, 'userActivation'));

  it('opens for files of the known kinds, and those that are picked are imported', async ({ galley }) => {
    lendKeys(true);
    galley.show(null);
    askForFiles();
    const picker = screen.getByLabelText<HTMLInputElement>('Files to import');
    expect(picker.accept.split(',')).toContain('.txt');
    await galley.user.upload(picker, [new File(['Ten.\n'], '10.txt'), new File(['Two.\n'], '2.txt')]);
    await waitFor(async () => expect(await names(galley)).toEqual(['2', '10']));
    expect(screen.queryByLabelText('Files to import')).toBeNull();
  });

  it('for a folder takes folders', ({ galley }) => {
    lendKeys(true);
    galley.show(null);
    askForFolder();
    askForFolder();
    // One at a time: the one before is gone.
    expect(screen.getAllByLabelText('Folder to import')).toHaveLength(1);
    document.getElementById('import-folder')?.remove();
  });

  it('does not open by a native menu, which no browser allows: the window asks itself', ({ galley }) => {
    lendKeys(false);
    galley.show(null);
    askForFolder();
    expect(screen.queryByLabelText('Folder to import')).toBeNull();
    expect(useUi.getState().dialog).toEqual({ kind: 'import' });
  });
});
