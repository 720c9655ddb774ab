/** The choice of what goes into a table: rows, columns and coders, the look at it before, and exports that are kept. */
import { AxeBuilder } from '@axe-core/playwright';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openSample } from './support/window.ts';
import { readCsv } from './support/csv.ts';
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
  const file = join(home, 'projects', 'paragraphs.csv');
  expect(existsSync(file)).toBe(true);
  expect(readCsv(readFileSync(file))).toHaveLength(Number(rows?.replace(',', '')));
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
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  dialog = await openDialog(page);
  await choose(page, dialog, 'Saved exports', 'Weekly');
  await expect(fieldOf(dialog, 'A row for each')).toContainText('Sentence');
  await expect(fieldOf(dialog, 'Several coders')).toContainText('Side by side');
  await expect(dialog.getByRole('status')).toContainText('sentences:');
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

test('all of it is done from the keyboard, and nothing stands in the way of a screen reader', async ({
  workbench: { page },
}) => {
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});
