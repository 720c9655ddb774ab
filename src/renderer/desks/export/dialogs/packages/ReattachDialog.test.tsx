import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import { arabic, fillForPackage, strike, writePackage } from '../../../../../main/services/testPackage.ts';
import { currentProject } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';
import { noticed } from '../../testExport.ts';

/** Where projects are kept, with a package of two articles and four codings, and a folder of these texts. */
async function packed(
  galley: TestWindow,
  texts: Record<string, string> = { strike, arabic },
  quote = 0,
): Promise<string> {
  await fillForPackage(galley);
  const shelf = join(galley.folder, 'projects');
  mkdirSync(join(shelf, 'texts'), { recursive: true });
  await writePackage(galley, 'p.zip', { quote });
  copyFileSync(join(galley.folder, 'p.zip'), join(shelf, 'p.zip'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(shelf, 'texts', `${name}.txt`), text);
  return shelf;
}

/** Opens the dialog, and the package in it by keys. */
async function openPackage(galley: TestWindow): Promise<HTMLElement> {
  const dialog = await galley.open({ kind: 'reattach' });
  await within(dialog).findByRole('option', { name: /^p\.zip/u });
  await galley.press('p.z{Enter}');
  await within(dialog).findByRole('textbox', { name: 'Name of the new project' });
  return dialog;
}

/** Chooses the folder of texts, names the project and goes on to the report. */
async function attach(galley: TestWindow, dialog: HTMLElement): Promise<HTMLElement> {
  await galley.fill('Name of the new project', 'Back again');
  await galley.pressButton('Change…', dialog);
  await within(dialog).findByRole('option', { name: /^texts/u });
  await galley.press('tex{Enter}');
  await within(within(dialog).getByRole('group', { name: 'Folder of texts' })).findByTitle(/texts$/u);
  await galley.pressButton('Re-attach', dialog);
  return screen.findByRole('dialog', { name: 'Texts and codings' }, { timeout: 30_000 });
}

/** Every coding as the open project exports it, read by a reader that is not ours. */
async function codingsOf(galley: TestWindow, folder: string): Promise<unknown[]> {
  const path = join(galley.folder, folder);
  await galley.client.run('exports.run', { folder: galley.app.grants.grant(path), formats: ['csv'] });
  const rows: Record<string, string>[] = parse(readFileSync(join(path, 'codings.csv')), { columns: true });
  const columns = ['document', 'code', 'coder', 'start', 'end', 'quote', 'site', 'tone'];
  return rows.map((row) => columns.map((column) => row[column]));
}

const items = (report: HTMLElement, list: string): (string | null)[] =>
  within(within(report).getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((one) => one.textContent);

const main = (name: string): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });

describe('re-attaching a package', () => {
  it('gives a new project with all codings where they were', async ({ galley }) => {
    await packed(galley);
    const before = await codingsOf(galley, 'before');
    const dialog = await openPackage(galley);
    within(dialog).getByText(/^2 documents, 4 codings, no quotations\. Written by Galley /u);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the new project' }).value).toBe('Test');
    const report = await attach(galley, dialog);
    within(report).getByText('4 placed where they were, 0 by their words, 0 not placed.');
    expect(items(report, 'Documents').toSorted()).toEqual([
      'arabicsame text, 2 of 2 codings',
      'strikesame text, 2 of 2 codings',
    ]);
    expect(within(report).queryByRole('list', { name: 'Not placed' })).toBeNull();
    expect(within(report).queryByText(/answers pointed at/u)).toBeNull();
    await waitFor(() => expect(currentProject()?.name).toBe('Back again'));
    expect(before).toHaveLength(4);
    expect(await codingsOf(galley, 'after')).toEqual(before);
    await galley.press('{Enter}');
    await galley.closed();
  });

  it('finds codings by their words in another version of a text, and says what it did not find', async ({ galley }) => {
    const texts = { strike: `Update: talks began.\n\n${strike}`, other: 'Nobody knows this one.\n' };
    await packed(galley, texts, 40);
    const dialog = await openPackage(galley);
    within(dialog).getByText(/quotations up to 40 characters/u);
    const report = await attach(galley, dialog);
    // Both of “strike” by their words; those of “arabic” wait for a text.
    within(report).getByText(
      '0 placed where they were, 2 by their words, 2 not placed (2 in documents that were not found).',
    );
    within(report).getByText('1 passage that answers pointed at could not be placed.');
    expect(items(report, 'Documents').toSorted()).toEqual([
      'arabicnot found, 0 of 2 codings',
      expect.stringMatching(/^strike.*, 2 of 2 codings$/u),
    ]);
    expect(items(report, 'Files that the package does not know')).toEqual(['other']);
    const { rows } = await galley.client.call('documents.list', { offset: 0, limit: 9 });
    expect(rows.map(({ name }) => name)).toEqual(['strike']);
    const quotes = (await codingsOf(galley, 'after')).flat();
    expect(quotes).toEqual(expect.arrayContaining(['Two hundred dockers ', 'Nobody returned.']));
  });

  it('takes nothing before a package is marked, and no project without a name', async ({ galley }) => {
    await packed(galley);
    const dialog = await galley.open({ kind: 'reattach' });
    within(dialog).getByText('Makes a new project of a package and the texts of the same files.');
    // A folder is no package.
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^p\.zip/u));
    await galley.press('{Home}');
    expect(main('Open').disabled).toBe(true);
    await galley.press('{End}');
    await waitFor(() => expect(main('Open').disabled).toBe(false));
    await galley.pressButton('Open', dialog);
    const name = await within(dialog).findByRole('textbox', { name: 'Name of the new project' });
    await waitFor(() => expect(document.activeElement).toBe(name));
    await waitFor(() => expect(main('Re-attach').disabled).toBe(false));
    await galley.fill('Name of the new project', '  ');
    expect(main('Re-attach').disabled).toBe(true);
  });

  it('says what is wrong with a file that is no package, and waits for another', async ({ galley }) => {
    const shelf = await packed(galley);
    writeFileSync(join(shelf, 'broken.zip'), 'no zip');
    const dialog = await galley.open({ kind: 'reattach' });
    await within(dialog).findByRole('option', { name: /^broken\.zip/u });
    await galley.press('bro{Enter}');
    await noticed(/^This is no package: it is not a zip file\./u);
    within(dialog).getByRole('option', { name: /^p\.zip/u });
    expect(currentProject()?.name).toBe('Test');
  });

  it('says so where no text of the folder belongs to the package', async ({ galley }) => {
    await packed(galley, { other: 'Nobody knows this one.\n' });
    const dialog = await openPackage(galley);
    await galley.pressButton('Change…', dialog);
    await within(dialog).findByRole('option', { name: /^texts/u });
    await galley.press('tex{Enter}');
    await within(dialog).findByTitle(/texts$/u);
    await galley.pressButton('Re-attach', dialog);
    await galley.closed();
    await noticed(/^None of the files is an article of this package\. 2 are wanted, such as “(?:arabic|strike)”\.$/u);
    expect(screen.queryByRole('dialog', { name: 'Texts and codings' })).toBeNull();
  });

  it('makes no project of a folder without texts, and says which folder that is', async ({ galley }) => {
    const shelf = await packed(galley, {});
    writeFileSync(join(shelf, 'texts', 'table.xlsx'), 'no text');
    const dialog = await openPackage(galley);
    await galley.pressButton('Change…', dialog);
    await within(dialog).findByRole('option', { name: /^texts/u });
    await galley.press('tex{Enter}');
    await within(dialog).findByTitle(/texts$/u);
    await galley.pressButton('Re-attach', dialog);
    await noticed(/^There is no text in .*texts\. Choose the folder that has the 2 articles of this package\.$/u);
    expect(screen.getByRole('dialog', { name: 'Re-attach a package' })).toBe(dialog);
    expect(currentProject()?.name).toBe('Test');
    expect(readdirSync(shelf).filter((name) => name.endsWith('.galley'))).toEqual([]);
  });

  it('proposes a name that no project has yet, and Enter in its field goes on', async ({ galley }) => {
    const shelf = await packed(galley);
    for (const name of ['Test.galley', 'Test 2.galley']) writeFileSync(join(shelf, name), '');
    const dialog = await openPackage(galley);
    const name = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Name of the new project' });
    expect(name.value).toBe('Test 3');
    await galley.pressButton('Change…', dialog);
    await within(dialog).findByRole('option', { name: /^texts/u });
    await galley.press('tex{Enter}');
    await within(dialog).findByTitle(/texts$/u);
    await galley.tabTo(name);
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Texts and codings' }, { timeout: 30_000 });
    expect(currentProject()?.name).toBe('Test 3');
  });

  it('is left by Escape and Cancel with the open project as it was', async ({ galley }) => {
    const shelf = await packed(galley);
    await openPackage(galley);
    await galley.pressButton('Cancel');
    await galley.closed();
    await galley.open({ kind: 'reattach' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(currentProject()?.name).toBe('Test');
    expect(existsSync(join(shelf, 'Test.galley'))).toBe(false);
  });
});
