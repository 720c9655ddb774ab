/** A project without its texts, written and joined with the same files again, in the window. */
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { exportsOf } from './support/exports.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { openSample, parts, rows } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const texts = resolve(import.meta.dirname, '..', 'resources', 'sample', 'articles');

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

test('a package is written, and joined with the same files in a new project', async ({ workbench: { page, home } }) => {
  test.setTimeout(120_000);
  await openSample(page);
  await palette(page, 'Package without texts');
  const writing = page.getByRole('dialog', { name: 'Package without texts' });
  await writing.getByRole('textbox', { name: 'File name' }).fill('sample.zip');
  const quote = writing.getByRole('textbox', { name: /^Longest quotation/u });
  await quote.fill('many');
  await expect(writing.getByRole('button', { name: 'Write package' })).toBeDisabled();
  await quote.fill('40');
  await expectSoundInBoth(page, 'package');
  await writing.getByRole('button', { name: 'Write package' }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('sample.zip:');
  expect(readdirSync(exportsOf(home))).toContain('sample.zip');

  cpSync(join(exportsOf(home), 'sample.zip'), join(home, 'projects', 'sample.zip'));
  cpSync(texts, join(home, 'projects', 'texts'), { recursive: true });
  await palette(page, 'Re-attach a package');
  const attaching = page.getByRole('dialog', { name: 'Re-attach a package' });
  await attaching.getByRole('option', { name: 'sample.zip' }).click();
  await expectSoundInBoth(page, 'choose');
  await attaching.getByRole('button', { name: 'Open' }).click();
  await attaching.getByRole('textbox', { name: 'Name of the new project' }).fill('Back again');
  await expect(attaching).toContainText('quotations up to 40 characters');
  await attaching.getByRole('button', { name: 'Change…' }).click();
  await attaching.getByRole('option', { name: 'texts' }).dblclick();
  await expect(attaching.getByRole('group', { name: 'Folder of texts' })).toContainText('/texts');
  await expectSoundInBoth(page, 'texts');
  await attaching.getByRole('button', { name: 'Re-attach' }).click();

  const report = page.getByRole('dialog', { name: 'Texts and codings' });
  await expect(report).toContainText(/\d+ placed where they were, 0 by their words, 0 not placed/u, {
    timeout: 60_000,
  });
  await expect(report.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(8);
  await expectSoundInBoth(page, 'report');
  await page.keyboard.press('Escape');
  await expect(rows(parts(page).documents)).toHaveCount(8);
});
