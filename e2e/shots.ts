/**
 * Writes the pictures of the documentation to docs/shots/, and pictures of every state of the window, light, dark and
 * narrow, to dist/looks/: `npm run shots`. With names of areas (`npm run shots -- reader form`) only the states of these.
 * Needs a build and a Chromium.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { deskShots } from './support/deskShots.ts';
import { exportShots } from './support/exportShots.ts';
import { looks } from './support/looks.ts';
import { shoot, shotsFolder, windowSize, withFolder, withWindow } from './support/shots.ts';
import { drop, identify, newProject, openDocument, openSample, parts, segmentCount } from './support/window.ts';

async function sampleShots(page: Page): Promise<void> {
  const { reader, codes, picker, segments } = parts(page);
  await openSample(page);
  await openDocument(page, /^Dockers halt/u);
  while ((await segmentCount(page)) !== 18) await page.waitForFunction(() => true);
  await page.keyboard.press('Control+Home');
  await shoot(page, 'coding-light');
  for (let number = 0; number < 5; number++) await page.keyboard.press('F8');
  await shoot(page, 'overlaps');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await identify(page, 'Ada Berg');
  await picker.waitFor();
  await page.keyboard.type('re');
  await shoot(page, 'picker');
  await page.keyboard.press('Escape');
  await picker.waitFor({ state: 'hidden' });

  await codes.getByRole('row', { name: 'Human interest' }).click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await shoot(page, 'codes-menu');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  await page.keyboard.type('co');
  await shoot(page, 'palette');
  await page.keyboard.press('Escape');

  await segments.getByRole('button', { name: /This article/u }).click();
  await page.getByRole('option', { name: 'Whole project' }).click();
  await segments.getByText('70 in this project').waitFor();
  await shoot(page, 'segments');
  await segments.getByRole('button', { name: /Whole project/u }).click();
  await page.getByRole('option', { name: 'This article' }).click();

  await openDocument(page, /حين يُصبح الليلُ/u);
  await reader.and(page.locator('[dir=rtl]')).waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await shoot(page, 'arabic');

  await openDocument(page, /^Dockers halt/u);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (let number = 0; number < 5; number++) await page.keyboard.press('F8');
  await shoot(page, 'coding-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 900, height: 900 });
  await shoot(page, 'coding-narrow');
  await page.setViewportSize(windowSize);
}

async function importShot(page: Page, folder: string): Promise<void> {
  await newProject(page, 'Regional press');
  const input = join(folder, 'articles');
  mkdirSync(input);
  const article = `Ferry stays\n\n${'The council has kept the evening ferry for another winter. '.repeat(20)}\n`;
  writeFileSync(join(input, 'ferry-stays.txt'), article);
  writeFileSync(join(input, 'ferry-stays-again.txt'), article);
  writeFileSync(join(input, 'windows-line-ends.txt'), article.replaceAll('ferry', 'bus').replaceAll('\n', '\r\n'));
  writeFileSync(join(input, 'cafe.txt'), Buffer.from(article.replaceAll('ferry', 'café'), 'latin1'));
  writeFileSync(join(input, 'nothing-in-it.txt'), '');
  writeFileSync(join(input, 'photograph.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
  writeFileSync(join(input, 'table.pdf'), '%PDF-1.7\n');
  await drop(page, [input]);
  await parts(page).report.waitFor();
  await shoot(page, 'import-report');
}

async function documentationShots(): Promise<void> {
  mkdirSync(shotsFolder, { recursive: true });
  await withFolder((folder) =>
    withWindow(join(folder, 'home'), [], async (page) => {
      await page.getByRole('heading', { name: 'Galley' }).waitFor();
      await shoot(page, 'welcome');
      await sampleShots(page);
      await exportShots(page);
    }),
  );
  await withFolder((folder) => withWindow(join(folder, 'home'), [], (page) => importShot(page, folder)));
  await withFolder(deskShots);
}

const areas = process.argv.slice(2);
if (areas.length === 0) await documentationShots();
await withFolder(async (folder) => {
  const failed = await looks(folder, areas);
  if (failed.length === 0) return;
  process.stderr.write(`Not reached: ${failed.join(', ')}\n`);
  process.exitCode = 1;
});
