import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { loadStatus } from '../../../state/load.ts';
import { it } from '../../../testing/inWindow.ts';
import * as desk from '../testExport.ts';
import { box, choose, exported, field, newStudy, openExport, toFolder, toggle } from '../testExport.ts';

describe('the export dialog', () => {
  it('goes back to the dialog with all that was chosen where files in the way are to stay', async ({ galley }) => {
    await newStudy(galley);
    const other = join(galley.folder, 'Results');
    mkdirSync(other);
    writeFileSync(join(other, 'paragraphs.tsv'), 'mine');
    const dialog = await openExport(galley);
    await choose(galley, 'A row for each', 'Paragraph');
    await choose(galley, 'Codes as', '0 or 1');
    await desk.tick(galley, 'Coder', 'Ben');
    await toggle(galley, 'Article facts');
    await toggle(galley, /^TSV/u);
    await toFolder(galley, dialog, 'Results');
    await galley.pressButton('Export');
    await screen.findByRole('alertdialog', { name: 'Replace 1 file?' });
    await galley.press('{Escape}');
    const again = await screen.findByRole('dialog', { name: 'Export data' });
    expect(['A row for each', 'Codes as', 'Coder'].map((name) => field(name).textContent)).toEqual([
      'Paragraph',
      '0 or 1',
      'Ben',
    ]);
    expect([box('Article facts').checked, box(/^TSV/u).checked, box(/^CSV,/u).checked]).toEqual([false, true, true]);
    await within(again).findByTitle(other);
    await waitFor(() => expect(again.contains(document.activeElement)).toBe(true));
    await galley.pressButton('Export');
    await galley.pressButton('Replace', await screen.findByRole('alertdialog'));
    await galley.closed();
    await desk.noticed(/paragraphs\.tsv/u);
    expect(readFileSync(join(other, 'paragraphs.tsv'), 'utf8')).not.toBe('mine');
  });

  it('writes nothing to the folder that is shown while the path of another is typed', async ({ galley }) => {
    await newStudy(galley);
    const other = join(galley.folder, 'Results');
    mkdirSync(other);
    const dialog = await openExport(galley);
    await galley.pressButton('Change…', dialog);
    await galley.fill('Path', other, dialog);
    await galley.pressButton('Export', dialog);
    expect(screen.queryByRole('dialog', { name: 'Export data' })).not.toBeNull();
    expect(document.activeElement).toBe(within(dialog).getByRole('textbox', { name: 'Path' }));
    await galley.press('{Enter}');
    await within(dialog).findByTitle(other);
    await exported(galley);
    expect(readFileSync(join(other, 'codings.csv'), 'utf8')).not.toBe('');
  });

  it('begins the next time with what was chosen the last time, and a project of its own with the usual', async ({
    galley,
  }) => {
    await newStudy(galley);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Document');
    await choose(galley, 'Several coders', 'Side by side in columns');
    await desk.tick(galley, 'Status', 'Done');
    await toggle(galley, /^For Excel/u);
    await exported(galley);
    await openExport(galley);
    await waitFor(() => expect(field('A row for each').textContent).toBe('Document'));
    expect(field('Several coders').textContent).toBe('Side by side in columns');
    // Which rows were meant then is not taken for what is meant now.
    expect(field('Status').textContent).toBe('Any status');
    expect(box(/^For Excel/u).checked).toBe(true);
    await galley.press('{Escape}');
    await galley.closed();
    await galley.client.call('project.create', { folder: null, name: 'Second' });
    await act(loadStatus);
    await openExport(galley);
    await waitFor(() => expect(screen.queryAllByTitle(/Second/u)).not.toHaveLength(0));
    expect(field('A row for each').textContent).toBe('Coding + document');
  });
});
