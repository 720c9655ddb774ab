import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { drop, newProject, openImportDialog, parts } from '../support/window.ts';

/** A folder of files, most of which can be read. */
function someFiles(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-looks-'));
  const article = `Ferry stays\n\n${'The council has kept the evening ferry for another winter. '.repeat(200)}\n`;
  for (let at = 0; at < count; at++)
    writeFileSync(join(folder, `article-${String(at)}.txt`), `${article}${String(at)}`);
  writeFileSync(join(folder, 'twice.txt'), `${article}0`);
  writeFileSync(join(folder, 'cafe.txt'), Buffer.from(article.replaceAll('ferry', 'café'), 'latin1'));
  writeFileSync(join(folder, 'nothing-in-it.txt'), '');
  writeFileSync(
    join(folder, 'photograph-of-the-northern-quay-on-the-first-morning-after-the-strike.txt'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
  );
  writeFileSync(join(folder, 'table.pdf'), '%PDF-1.7\n');
  return folder;
}

/** From the first window to the first articles. */
export const welcomeStates: readonly State[] = [
  { name: 'first', open: (page) => page.getByRole('heading', { name: 'Galley' }).waitFor() },
  {
    name: 'open',
    open: (page) =>
      page
        .getByRole('button', { name: /^Open project/u })
        .first()
        .click(),
  },
  {
    name: 'new',
    open: (page) =>
      page
        .getByRole('button', { name: /^New project/u })
        .first()
        .click(),
  },
  {
    name: 'notices',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'What Galley is made with' }).click();
      await page.getByRole('listitem').filter({ hasText: 'OFL-1.1' }).first().locator('summary').click();
    },
  },
  { name: 'empty', open: (page) => newProject(page, 'Regional press') },
  {
    name: 'import',
    open: async (page) => {
      await openImportDialog(page);
      await page.keyboard.press('Shift+Tab');
    },
  },
  { name: 'empty-form', open: (page) => page.keyboard.press('Alt+5') },
  { name: 'empty-codebook', open: (page) => page.keyboard.press('Alt+6') },
  { name: 'empty-reliability', open: (page) => page.keyboard.press('Alt+7') },
  {
    name: 'empty-drawer',
    open: async (page) => {
      await page.getByRole('button', { name: 'Code', exact: true }).click();
      await page.keyboard.press('Control+Shift+h');
    },
  },
  {
    name: 'importing',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+y');
      await drop(page, [someFiles(1500)]);
      await parts(page).drawer.getByRole('progressbar').first().waitFor();
    },
  },
  { name: 'report', open: (page) => parts(page).report.waitFor({ timeout: 120_000 }) },
  { name: 'imported', open: (page) => parts(page).documents.getByRole('option').first().waitFor() },
  {
    name: 'recent',
    open: async (page) => {
      await act(page, 'Close project');
      await page.getByRole('heading', { name: 'Galley' }).waitFor();
    },
  },
];
