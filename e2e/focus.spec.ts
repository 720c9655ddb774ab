/** Where the focus is when what had it goes: never on the page itself, where keys are lost. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { drop, newProject, openFirstDocument, openSample, parts, pressButton, rows } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

/** Runs an action by its name in the palette. */
async function palette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type(name);
  await expect(dialog.getByText(name).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Waits until the focus is inside something, and stays there. */
async function expectInside(place: Locator): Promise<void> {
  const where = (): Promise<string> =>
    place.evaluate((element) => {
      const focused = document.activeElement ?? document.body;
      return focused !== document.body && element.contains(focused) ? 'inside' : focused.outerHTML.slice(0, 200);
    });
  await expect.poll(where).toBe('inside');
  // Whatever still gives the focus back has done so.
  await place.page().evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(await where()).toBe('inside');
}

const readerPart = (page: Page): Locator => page.getByRole('region', { name: 'Reader' });
const start = (page: Page): Locator => page.getByRole('region', { name: 'Start' });

test('a project that is made begins with what the reader offers, and one that is opened with its documents', async ({
  workbench: { page },
}) => {
  await newProject(page, 'Study');
  await expectInside(readerPart(page).getByRole('button').first());
  await palette(page, 'Close project');
  await expectInside(start(page));
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^Study/u }).focus();
  await page.keyboard.press('Enter');
  await expectInside(readerPart(page));
  await palette(page, 'Close project');
  await pressButton(page.getByRole('button', { name: /^Open the sample project/u }));
  await expect(rows(parts(page).documents)).toHaveCount(8);
  await expectInside(parts(page).documents);
});

test('a project that is opened from the list of files begins with its documents', async ({ workbench: { page } }) => {
  await openSample(page);
  await palette(page, 'Close project');
  await pressButton(page.getByRole('button', { name: /^Open project/u }));
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(parts(page).documents)).toHaveCount(8);
  await expectInside(parts(page).documents);
});

test('closing an import report leads to the first article, which is open then', async ({
  workbench: { page, folder },
}) => {
  const input = join(folder, 'texts');
  mkdirSync(input);
  for (const name of ['one', 'two']) writeFileSync(join(input, `${name}.txt`), `${name} says so.\n`);
  writeFileSync(join(input, 'empty.txt'), '');
  await newProject(page, 'Study');
  await drop(page, [input]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(parts(page).report).toBeHidden();
  await expectInside(readerPart(page));
});

test('a project that was restored has the focus where it was', async ({ workbench: { page, folder } }) => {
  await newProject(page, 'Study');
  await palette(page, 'Close project');
  await page.getByRole('button', { name: /^Study/u }).click();
  await expect(parts(page).documents).toBeVisible();
  writeFileSync(join(folder, 'one.txt'), 'One says so.\n');
  await drop(page, [join(folder, 'one.txt')]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(parts(page).report).toBeHidden();
  await palette(page, 'Close project');
  await page.getByRole('button', { name: /^Study/u }).click();
  await expect(parts(page).documents).toBeVisible();
  await openFirstDocument(page);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await pressButton(page.getByRole('button', { name: 'Restore in place' }));
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Study (before restore');
  await expectInside(parts(page).documents.or(readerPart(page)).first());
});

test('the focus stays in the window when a package is written, a dialog is cancelled and the last notice goes', async ({
  workbench: { page },
}) => {
  await openSample(page);
  await openFirstDocument(page);
  await palette(page, 'Package without texts');
  const writing = page.getByRole('dialog', { name: 'Package without texts' });
  await pressButton(writing.getByRole('button', { name: 'Write package' }));
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('.zip:');
  await expect(writing).toBeHidden();
  await expectInside(readerPart(page));
  await pressButton(notices.getByRole('button', { name: 'Dismiss' }));
  await expect(notices.getByRole('button')).toHaveCount(0);
  await expectInside(readerPart(page));
  await palette(page, 'Re-attach a package');
  await expect(page.getByRole('dialog', { name: 'Re-attach a package' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectInside(readerPart(page));
});

test('who clicks on nothing is left alone', async ({ workbench: { page } }) => {
  await openSample(page);
  await openFirstDocument(page);
  await palette(page, 'Close project');
  await expectInside(start(page));
  await page.getByRole('heading', { name: 'Galley', level: 1 }).click();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});
