/** Searching all texts, where there are more hits than anybody asked for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectSoundInBoth } from './support/sound.ts';
import { drop, identify, newProject, openSample, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

async function newProjectByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New project' }).getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Each word is a hit, and two pages and a half are filled. */
const words = 2500;

test('a list of hits goes on where it ends, by keyboard alone', async ({ workbench: { page, folder } }) => {
  await newProject(page, 'Search');
  const lines = Array.from({ length: words }, (_, index) => `The harbour of day ${index + 1} was shut.`);
  writeFileSync(join(folder, 'harbour.txt'), lines.join('\n'));
  await drop(page, [join(folder, 'harbour.txt')]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(parts(page).report).toBeHidden();
  await page.keyboard.press('Control+Shift+f');
  const panel = page.getByRole('tabpanel', { name: 'Search' });
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('2,500 hits for “harbour”, the first 1,000 are listed');
  await expectSoundInBoth(page, 'hits');
  const hits = panel.getByRole('listbox', { name: 'Hits' });
  await hits.focus();
  await page.keyboard.press('ArrowDown');
  await expect(hits.getByRole('option', { selected: true })).toHaveAttribute('aria-setsize', '2500');
  for (const last of ['1000', '2000', '2500']) {
    await page.keyboard.press('End');
    await expect(hits.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', last);
    // The next page comes where the last one ends.
    await expect(panel).toContainText(last === '1000' ? 'the first 2,000 are listed' : '2,500 hits for “harbour”');
    if (last !== '1000') await expect(panel).not.toContainText('are listed');
  }
  await page.keyboard.press('Enter');
  await expect(parts(page).reader).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('harbour');

  await newProjectByKeys(page, 'Other');
  await page.keyboard.press('Control+Shift+f');
  await expect(panel.getByRole('searchbox')).toHaveValue('');
  await expect(panel).not.toContainText('harbour');
});

test('all hits are coded after a review in a small window, by keyboard alone', async ({ workbench: { page } }) => {
  await openSample(page);
  await page.setViewportSize({ width: 1024, height: 640 });
  await page.keyboard.press('Control+Shift+f');
  const panel = page.getByRole('tabpanel', { name: 'Search' });
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('strike');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('13 hits for “strike”');
  await pressButton(panel.getByRole('button', { name: 'Code all hits…' }));
  await identify(page, 'Ada');
  const dialog = page.getByRole('dialog', { name: 'Code all hits' });
  await expect(dialog.getByRole('button', { name: /^Code: / })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('conf');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('13 passages in 5 documents will be coded');
  await expectSoundInBoth(page, 'code all hits');
  const list = dialog.getByRole('listbox', { name: 'Hits to code' });
  await list.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  const last = list.locator('[aria-posinset="13"]');
  await expect(last).toHaveAttribute('aria-selected', 'false');
  await expect(last).toBeInViewport({ ratio: 1 });
  // All of the dialog is in the window, its list has room, and nothing of it is cut.
  const submit = dialog.getByRole('button', { name: 'Code 12 passages' });
  await expect(submit).toBeInViewport({ ratio: 1 });
  expect((await list.boundingBox())?.height).toBeGreaterThan(200);
  expect(await dialog.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  await pressButton(submit);
  await expect(dialog).toBeHidden();
  await expect(panel.getByRole('button', { name: 'Code all hits…' })).toBeFocused();
  await expect(page.getByText('12 passages in 5 documents coded “Frames / Conflict”')).toBeVisible();
});
