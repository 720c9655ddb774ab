/** Writes pictures of the main states to docs/shots/: `npm run shots`. Needs a build and a Chromium. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { testBrowser } from '../scripts/browser.ts';
import { withFewColours } from './support/png.ts';
import { drop, identify, newProject, openDocument, openSample, parts, segmentCount } from './support/window.ts';
import { serve } from './support/workbench.ts';

const target = resolve(import.meta.dirname, '..', 'docs', 'shots');
const size = { width: 1440, height: 900 };

/** Takes the picture once letters are loaded and nothing moves. The caret blinks, so it is left out. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await page.mouse.move(size.width / 2, 2);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  writeFileSync(join(target, `${name}.png`), withFewColours(picture));
  process.stdout.write(`docs/shots/${name}.png\n`);
}

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
  await page.setViewportSize(size);
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

async function withWindow(act: (page: Page, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-shots-'));
  const executablePath = testBrowser();
  const { host, address } = await serve(join(folder, 'home'), []);
  const browser = await chromium.launch({
    ...(executablePath !== null && { executablePath }),
    // Grey letters make smaller pictures than letters with coloured edges.
    args: ['--disable-gpu', '--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ viewport: size, colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await page.getByRole('heading', { name: 'Galley' }).waitFor();
    await act(page, folder);
  } finally {
    await browser.close();
    host.kill('SIGINT');
    await new Promise((ended) => host.once('close', ended));
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(target, { recursive: true });
await withWindow(async (page) => {
  await shoot(page, 'welcome');
  await sampleShots(page);
});
await withWindow(importShot);
