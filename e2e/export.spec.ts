/** The choice of what goes into a table: rows, columns and coders, the look at it before, and exports that are kept. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { galley } from './support/commandLine.ts';
import { readCsv } from './support/csv.ts';
import { exportsOf } from './support/exports.ts';
import { expectSound, inTheme } from './support/sound.ts';
import { openSample, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

async function openDialog(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export data' });
  await expect(dialog.getByRole('status')).toContainText(/\d rows/u);
  return dialog;
}

/** A choice's button is called by what is chosen, then by its label. */
function fieldOf(dialog: Locator, label: string): Locator {
  return dialog.getByRole('button', { name: new RegExp(`${label}$`, 'u') });
}

async function choose(page: Page, dialog: Locator, field: string, option: string): Promise<void> {
  await fieldOf(dialog, field).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Ticks entries of a choice of several; beside values of facts stands the number of their articles. */
async function tick(page: Page, dialog: Locator, field: string, options: readonly string[]): Promise<void> {
  await fieldOf(dialog, field).click();
  for (const name of options) {
    const option = page
      .getByRole('listbox', { name: field })
      .getByRole('option', { name: new RegExp(`^${name}( \\d+)?$`, 'u') });
    await option.click();
    await expect(option).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: field })).toBeHidden();
}

/** Every coding of the sample project, as the command line writes it. */
function exportAll(home: string): Record<string, string>[] {
  const folder = join(home, 'all');
  galley(join(home, 'command-line'), 'export', join(home, 'projects', 'Harbour strike (sample).galley'), folder);
  return readCsv(readFileSync(join(folder, 'codings.csv')));
}

test('a table is chosen, looked at and written', async ({ workbench: { page, home } }) => {
  await openSample(page);
  const dialog = await openDialog(page);
  await expect(dialog.getByRole('status')).toContainText(/codings: \d+ rows, \d+ columns/u);
  await choose(page, dialog, 'A row for each', 'Paragraph');
  await choose(page, dialog, 'Codes as', '0 or 1');
  await expect(dialog.getByRole('status')).toContainText(/paragraphs: \d+ rows/u);
  const table = dialog.getByRole('region', { name: 'First rows of the table' });
  await expect(table.getByRole('columnheader', { name: 'paragraph' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: /^has: / }).first()).toBeAttached();
  const [, rows] = /paragraphs: ([\d,]+) rows/u.exec((await dialog.getByRole('status').textContent()) ?? '') ?? [];
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('paragraphs.csv');
  const file = join(exportsOf(home), 'paragraphs.csv');
  expect(existsSync(file)).toBe(true);
  expect(readCsv(readFileSync(file))).toHaveLength(Number(rows?.replace(',', '')));
});

test('a folder of its own, formats that are kept, and a question before what is not ours is replaced', async ({
  workbench: { page, home },
}) => {
  await openSample(page);
  let dialog = await openDialog(page);
  await expect(dialog.getByRole('group', { name: 'Folder', exact: true })).toContainText(exportsOf(home));
  await dialog.getByRole('checkbox', { name: /^JSON Lines/u }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('codings.jsonl');
  await expect(notices).toContainText(exportsOf(home));
  await expect(notices.getByRole('button', { name: /^(?:Show folder|Copy path)$/u })).toBeVisible();
  await notices.getByRole('button', { name: 'Dismiss' }).click();

  const mine = join(exportsOf(home), 'codings.csv');
  writeFileSync(mine, 'mine');
  dialog = await openDialog(page);
  await expect(dialog.getByRole('checkbox', { name: /^JSON Lines/u })).toBeChecked();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const question = page.getByRole('alertdialog', { name: 'Replace 1 file?' });
  await expect(question.getByRole('list', { name: 'Files that would be replaced' })).toHaveText('codings.csv');
  await expect(question).toContainText(exportsOf(home));
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    await expectSound(page, `the question, ${colorScheme}`);
  }
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  expect(readFileSync(mine, 'utf8')).toBe('mine');

  dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await question.getByRole('button', { name: 'Replace' }).click();
  await expect(notices).toContainText('codings.csv');
  expect(readCsv(readFileSync(mine)).length).toBeGreaterThan(50);
  await expectSound(page, 'the notice');
});

test('an export is saved under a name, taken up again, renamed and removed', async ({ workbench: { page } }) => {
  await openSample(page);
  let dialog = await openDialog(page);
  await choose(page, dialog, 'A row for each', 'Sentence');
  await choose(page, dialog, 'Several coders', 'Side by side in columns');
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the saved export' }).fill('Weekly');
  await page.keyboard.press('Enter');
  await expect(fieldOf(dialog, 'Saved exports')).toContainText('Weekly');
  await expect(dialog.getByRole('button', { name: 'Save…' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  dialog = await openDialog(page);
  await choose(page, dialog, 'Saved exports', 'Weekly');
  await expect(fieldOf(dialog, 'A row for each')).toContainText('Sentence');
  await expect(fieldOf(dialog, 'Several coders')).toContainText('Side by side');
  await expect(dialog.getByRole('status')).toContainText('sentences:');
  await choose(page, dialog, 'Several coders', 'A row for each coder');
  await expect(fieldOf(dialog, 'Saved exports')).toContainText('Weekly (changed)');
  await choose(page, dialog, 'Several coders', 'Side by side in columns');
  await expect(fieldOf(dialog, 'Saved exports')).not.toContainText('changed');
  await dialog.getByRole('button', { name: 'Rename…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the saved export' }).fill('Monthly');
  await page.keyboard.press('Enter');
  await expect(fieldOf(dialog, 'Saved exports')).toContainText('Monthly');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(fieldOf(dialog, 'Saved exports')).toContainText('Not saved');
});

test('the rows of the choice before stay in full ink while the next ones are counted', async ({
  workbench: { page },
}) => {
  await openSample(page);
  const dialog = await openDialog(page);
  await page.evaluate(() => {
    const looks: { isBusy: boolean; opacity: number }[] = [];
    Object.assign(globalThis, { looks });
    const look = (): void => {
      const table = document.querySelector('[role=dialog] table');
      let opacity = 1;
      for (let at = table; at !== null; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      if (table) looks.push({ isBusy: table.closest('[aria-busy=true]') !== null, opacity });
    };
    new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, childList: true });
  });
  await choose(page, dialog, 'A row for each', 'Sentence');
  await expect(dialog.getByRole('status')).toContainText('sentences:');
  const busy = await page.evaluate(() =>
    // what the recorder above keeps
    (globalThis as unknown as { looks: { isBusy: boolean; opacity: number }[] }).looks.filter(({ isBusy }) => isBusy),
  );
  expect(busy.length).toBeGreaterThan(0);
  expect(busy.filter(({ opacity }) => opacity < 1)).toEqual([]);
});

test('rows are chosen by several coders, codes, outlets and days, kept, taken up again and written', async ({
  workbench: { page, home },
}) => {
  test.setTimeout(90_000);
  await openSample(page);
  let dialog = await openDialog(page);
  await choose(page, dialog, 'A row for each', 'Coding');
  await tick(page, dialog, 'Coder', ['Ada Berg', 'Noor Saleh']);
  await tick(page, dialog, 'Code', ['Claims', 'Frames / Conflict']);
  await choose(page, dialog, 'Article facts', 'Outlet');
  await tick(page, dialog, 'Outlet', ['Coast Wire', 'Harbour Echo']);
  await choose(page, dialog, 'Article facts', 'Date');
  const days = dialog.getByRole('group', { name: 'Date' });
  await days.getByRole('textbox', { name: 'From' }).fill('2024-03-1');
  await days.getByRole('textbox', { name: 'To' }).fill('2024-03-19');
  await expect(days).toContainText('Write YYYY-MM-DD.');
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await days.getByRole('textbox', { name: 'From' }).fill('2024-03-14');

  const all = exportAll(home);
  const wanted = all.filter(
    ({ code = '', site = '', date = '' }) =>
      (code.startsWith('Claims / ') || code === 'Frames / Conflict') &&
      ['Coast Wire', 'Harbour Echo'].includes(site) &&
      date >= '2024-03-14' &&
      date <= '2024-03-19',
  );
  expect(wanted.length).toBeGreaterThan(3);
  expect(wanted.length).toBeLessThan(all.length / 2);
  await expect(dialog.getByRole('status')).toContainText(`codings: ${wanted.length} rows`);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the saved export' }).fill('Claims of the second week');
  await page.keyboard.press('Enter');
  await expect(fieldOf(dialog, 'Saved exports')).toContainText('Claims of the second week');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  dialog = await openDialog(page);
  await choose(page, dialog, 'Saved exports', 'Claims of the second week');
  await expect(fieldOf(dialog, 'Coder')).toContainText('2: Ada Berg, Noor Saleh');
  await expect(fieldOf(dialog, 'Code')).toContainText('2: Frames / Conflict, Claims');
  await expect(fieldOf(dialog, 'Outlet')).toContainText('2: Coast Wire, Harbour Echo');
  await expect(dialog.getByRole('textbox', { name: 'From' })).toHaveValue('2024-03-14');
  await expect(dialog.getByRole('textbox', { name: 'To' })).toHaveValue('2024-03-19');
  await expect(dialog.getByRole('status')).toContainText(`codings: ${wanted.length} rows`);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('codings.csv');
  const written = readCsv(readFileSync(join(exportsOf(home), 'codings.csv')));
  expect(written.map(({ start, quote }) => [start, quote])).toEqual(wanted.map(({ start, quote }) => [start, quote]));
});

test('Parquet is split by a fact into a folder for each of its values', async ({ workbench: { page, home } }) => {
  await openSample(page);
  const dialog = await openDialog(page);
  await dialog.getByRole('checkbox', { name: /^CSV/u }).focus();
  await page.keyboard.press('Space');
  await expect(dialog).toContainText('Choose a format.');
  await dialog.getByRole('checkbox', { name: /^Parquet/u }).focus();
  await page.keyboard.press('Space');
  await choose(page, dialog, 'Split by', 'section');
  await choose(page, dialog, 'A row for each', 'Coding');
  await choose(page, dialog, 'Split by', 'coder');
  await choose(page, dialog, 'A row for each', 'Document'); // coders stand together in one row: no such column
  await expect(dialog.getByRole('alert')).toContainText('This table has no column “coder”');
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await choose(page, dialog, 'Split by', 'site');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('documents.parquet');
  const folders = readdirSync(join(exportsOf(home), 'documents.parquet'));
  const outlets = new Set(exportAll(home).map(({ site }) => site));
  expect(folders.map((name) => decodeURIComponent(name)).sort()).toEqual(
    [...outlets].map((site) => `site=${site}`).sort(),
  );
});

test('only the articles that are selected in the list are exported', async ({ workbench: { page } }) => {
  await openSample(page);
  const { documents } = parts(page);
  await documents.getByRole('option').nth(1).click();
  await documents
    .getByRole('option')
    .nth(3)
    .click({ modifiers: ['Shift'] });
  const dialog = await openDialog(page);
  await choose(page, dialog, 'A row for each', 'Document');
  await choose(page, dialog, 'Articles', '3 articles selected in the list');
  await expect(dialog.getByRole('status')).toContainText('documents: 3 rows');
});

test('all of it is done from the keyboard', async ({ workbench: { page } }) => {
  await openSample(page);
  const dialog = await openDialog(page);
  const unit = fieldOf(dialog, 'A row for each');
  await unit.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(unit).toContainText('Document');
  await expect(dialog.getByRole('status')).toContainText('documents: 8 rows');
  await dialog.getByRole('checkbox', { name: 'Article facts' }).focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('checkbox', { name: 'Article facts' })).not.toBeChecked();

  const status = fieldOf(dialog, 'Status');
  await status.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Status' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(status).toContainText('2: To do, Set aside');
  await expect(status).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(status).toContainText('Any status');

  const code = fieldOf(dialog, 'Code');
  await code.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('conf');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(code).toContainText('Frames / Conflict');

  const facts = fieldOf(dialog, 'Article facts');
  await facts.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Article facts' })).toBeVisible();
  await page.keyboard.type('S');
  await page.keyboard.press('Enter');
  const section = fieldOf(dialog, 'Section');
  await expect(section).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Section' })).toBeVisible();
  await page.keyboard.type('L');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(section).toContainText('Labour');
  await expect(dialog.getByRole('status')).toContainText('documents: 1 row');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Article facts' })).toBeHidden();
  await expect(facts).toBeFocused();
});

test('letters typed into a list go to its values, however late these come', async ({ workbench: { page } }) => {
  test.skip(test.info().project.name === 'electron', 'there is no socket to hold an answer back in');
  let late: (() => void) | undefined;
  await page.routeWebSocket(/./u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!message.toString().includes('documents.factValues')) server.send(message);
      else late = () => server.send(message);
    });
  });
  await page.reload();
  await openSample(page);
  const dialog = await openDialog(page);
  await choose(page, dialog, 'A row for each', 'Document');
  await choose(page, dialog, 'Article facts', 'Section');
  const section = fieldOf(dialog, 'Section');
  await expect(section).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => late !== undefined).toBe(true);
  await expect(page.getByRole('listbox', { name: 'Section' })).toHaveCount(0);
  late?.();
  await expect(page.getByRole('listbox', { name: 'Section' })).toBeVisible();
  await page.keyboard.type('L');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(section).toContainText('Labour');
});

test('nothing stands in the way of a screen reader, in light and dark, in a wide and a narrow window', async ({
  workbench: { page },
}) => {
  await openSample(page);
  const dialog = await openDialog(page);
  await choose(page, dialog, 'A row for each', 'Coding');
  await dialog.getByRole('checkbox', { name: /^Parquet/u }).focus();
  await page.keyboard.press('Space');
  for (const fact of ['Outlet', 'Date']) await choose(page, dialog, 'Article facts', fact);
  await dialog.getByRole('textbox', { name: 'From' }).fill('soon');
  await dialog.getByRole('textbox', { name: 'To' }).focus();
  await expect(dialog).toContainText('Write YYYY-MM-DD.');
  const looks = [
    { width: 1440, colorScheme: 'light', isOpen: true },
    { width: 900, colorScheme: 'dark', isOpen: false },
  ] as const;
  for (const { width, colorScheme, isOpen } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await inTheme(page, colorScheme);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await expectSound(page, `${width} px, ${colorScheme}`);
    if (!isOpen) continue;
    await fieldOf(dialog, 'Code').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
    await expectSound(page, `${width} px, ${colorScheme}, with an open list`);
    await page.keyboard.press('Escape');
  }
});
