import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Recipe } from '../../../../shared/api/recipes.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import * as desk from '../testExport.ts';
import { choose, field, newFacts, newStudy, openExport, sized, toggle } from '../testExport.ts';

/** The exports that the project keeps. */
const kept = ({ client }: TestWindow): Promise<readonly Recipe[]> => client.call('recipes.list', {});

const names = async (galley: TestWindow): Promise<string[]> => (await kept(galley)).map(({ name }) => name);

const button = (name: string): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });

const nameField = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the saved export' });

/** Presses Save… or Rename…, types a name and Enter. */
async function keepAs(galley: TestWindow, name: string, by = 'Save…'): Promise<void> {
  await galley.pressButton(by);
  await waitFor(() => expect(document.activeElement).toBe(nameField()));
  await galley.user.clear(nameField());
  await galley.press(`${name}{Enter}`);
  await waitFor(() => expect(field('Saved exports').textContent).toBe(name));
}

describe('saved exports', () => {
  it('are none at first: there is nothing to take up, rename or remove', async ({ galley }) => {
    await openExport(galley);
    expect(field('Saved exports').textContent).toBe('Not saved');
    expect(field('Saved exports').disabled).toBe(true);
    expect([button('Rename…').disabled, button('Remove').disabled, button('Save…').disabled]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('keep all that is filled in, and fill it in again', async ({ galley }) => {
    const study = await newStudy(galley);
    await newFacts(galley, study);
    await openExport(galley);
    await choose(galley, 'A row for each', 'Sentence');
    await choose(galley, 'Several coders', 'A row for each coder');
    await choose(galley, 'Codes as', 'Share of characters');
    await toggle(galley, 'With the codes below each');
    await toggle(galley, 'Answers');
    await desk.tick(galley, 'Coder', 'Ben', 'Ada');
    await desk.tick(galley, 'Code', 'حرب');
    await desk.tick(galley, 'Status', 'Done');
    await choose(galley, 'Article facts', 'pages');
    await galley.fill('From', '5');
    await toggle(galley, /^Parquet/u);
    await toggle(galley, /^For Excel/u);
    await keepAs(galley, 'أسبوعي');
    const [recipe] = await kept(galley);
    expect(recipe).toMatchObject({ name: 'أسبوعي', formats: ['csv', 'parquet'], byteOrderMark: true, raw: false });
    expect(recipe?.table).toMatchObject({
      unit: 'sentence',
      coders: 'rows',
      columns: { facts: true, answers: false, codes: 'share', rollUp: true, text: true },
      filters: { documents: null, statuses: ['done'], rounds: [], codes: [study.war] },
    });
    expect(new Set(recipe?.table?.filters.coders)).toEqual(new Set([study.ada, study.ben]));
    expect(recipe?.table?.filters.where).toEqual([expect.objectContaining({ from: '5', to: null })]);
    await galley.press('{Escape}');
    await galley.closed();
    await openExport(galley);
    expect(field('A row for each').textContent).toBe('Coding + document');
    await choose(galley, 'Saved exports', 'أسبوعي');
    expect(
      ['A row for each', 'Several coders', 'Codes as', 'Coder', 'Code', 'Status'].map(
        (label) => field(label).textContent,
      ),
    ).toEqual(['Sentence', 'A row for each coder', 'Share of characters', '2: Ada, Ben', 'حرب', 'Done']);
    expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('5');
    expect([desk.box('Answers').checked, desk.box(/^Parquet/u).checked]).toEqual([false, true]);
    expect(field('Saved exports').textContent).toBe('أسبوعي');
  });

  it('tell when the choices are no longer what was saved', async ({ galley }) => {
    await openExport(galley);
    await keepAs(galley, 'Weekly');
    await toggle(galley, /^TSV/u);
    expect(field('Saved exports').textContent).toBe('Weekly (changed)');
    await toggle(galley, /^TSV/u);
    expect(field('Saved exports').textContent).toBe('Weekly');
    await choose(galley, 'A row for each', 'Document');
    expect(field('Saved exports').textContent).toBe('Weekly (changed)');
    // Saved again under its name, it takes the place of the one before.
    await keepAs(galley, 'Weekly');
    expect((await kept(galley)).map(({ name, table }) => [name, table?.unit])).toEqual([['Weekly', 'document']]);
    // Not saved: the choices stay.
    await choose(galley, 'Saved exports', 'Not saved');
    expect(field('A row for each').textContent).toBe('Document');
  });

  it('are renamed, but not to a name that is taken', async ({ galley }) => {
    await openExport(galley);
    await keepAs(galley, 'Weekly');
    await keepAs(galley, 'Final');
    await galley.pressButton('Rename…');
    expect(nameField().value).toBe('Final');
    await galley.fill('Name of the saved export', 'Weekly');
    await galley.press('{Enter}');
    await desk.noticed('An export is called “Weekly” already. Choose another name.');
    // The field stays for another name.
    await waitFor(() => expect(document.activeElement).toBe(nameField()));
    expect(await names(galley)).toEqual(['Final', 'Weekly']);
    await galley.fill('Name of the saved export', 'Monthly');
    await galley.press('{Enter}');
    await waitFor(() => expect(field('Saved exports').textContent).toBe('Monthly'));
    expect(await names(galley)).toEqual(['Monthly', 'Weekly']);
    await waitFor(() => expect(document.activeElement).toBe(button('Save…')));
    await galley.client.call('history.undo', {});
    expect(await names(galley)).toEqual(['Final', 'Weekly']);
  });

  it('are removed, and come back by undo', async ({ galley }) => {
    await openExport(galley);
    await keepAs(galley, 'Weekly');
    await galley.pressButton('Remove');
    await waitFor(() => expect(field('Saved exports').textContent).toBe('Not saved'));
    expect(await names(galley)).toEqual([]);
    await waitFor(() => expect(field('Saved exports').disabled).toBe(true));
    expect(button('Remove').disabled).toBe(true);
    await galley.client.call('history.undo', {});
    expect(await names(galley)).toEqual(['Weekly']);
  });

  it('are not saved without a name, nor when the field is left by Escape or Cancel', async ({ galley }) => {
    await openExport(galley);
    for (const leave of ['{Escape}', '{Tab}{Tab}{Enter}']) {
      await galley.pressButton('Save…');
      expect(button('Save').disabled).toBe(true);
      await galley.press('   {Enter}');
      await galley.press(`{Backspace>3/}Weekly${leave}`);
      // The field closes, not the dialog.
      await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Name of the saved export' })).toBeNull());
      screen.getByRole('dialog', { name: 'Export data' });
      await waitFor(() => expect(document.activeElement).toBe(button('Save…')));
    }
    expect(await names(galley)).toEqual([]);
  });

  it('are not made of what cannot be exported', async ({ galley }) => {
    await openExport(galley);
    await toggle(galley, /^CSV,/u);
    expect(button('Save…').disabled).toBe(true);
    await toggle(galley, /^CSV,/u);
    expect(button('Save…').disabled).toBe(false);
  });

  it('that somebody removed meanwhile are not renamed', async ({ galley }) => {
    await openExport(galley);
    await keepAs(galley, 'Weekly');
    for (const { id } of await kept(galley)) await galley.client.call('recipes.remove', { recipe: id });
    await galley.pressButton('Rename…');
    await galley.fill('Name of the saved export', 'Monthly');
    await galley.press('{Enter}');
    await desk.noticed('This saved export is no longer in the project.');
    expect(await names(galley)).toEqual([]);
  });
});

describe('splitting Parquet', () => {
  it('is asked once Parquet is chosen, by columns that the table has', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    expect(screen.queryByRole('button', { name: /Split by$/u })).toBeNull();
    await toggle(galley, /^CSV,/u);
    await toggle(galley, /^Parquet/u);
    await choose(galley, 'A row for each', 'Coding');
    await sized(/^codings: 4 rows/u);
    const offered = await desk.offers(galley, 'Split by');
    expect(offered[0]).toBe('Nothing: one file');
    expect(offered).toEqual(expect.arrayContaining(['coder', 'code']));
    await choose(galley, 'Split by', 'coder');
    await desk.exported(galley);
    const place = await desk.placeOf(galley);
    expect(desk.foldersIn(place)).toEqual(expect.arrayContaining(['coder=Ada', 'coder=Ben']));
  });

  it('by a column that another table does not have is refused in words', async ({ galley }) => {
    await newStudy(galley);
    await openExport(galley);
    await toggle(galley, /^Parquet/u);
    await choose(galley, 'A row for each', 'Coding');
    await sized(/^codings: 4 rows/u);
    await choose(galley, 'Split by', 'code');
    await choose(galley, 'A row for each', 'Document');
    await screen.findByText('This table has no column “code”. Split it by another, or write one file.');
    expect(desk.run().disabled).toBe(true);
    // Without Parquet the column does not matter.
    await toggle(galley, /^Parquet/u);
    expect(desk.run().disabled).toBe(false);
    await toggle(galley, /^Parquet/u);
    await choose(galley, 'Split by', 'Nothing: one file');
    expect(desk.run().disabled).toBe(false);
    expect(screen.queryByText(/^This table has no column/u)).toBeNull();
  });
});
