import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import type { Locator, Page } from 'playwright';
import { testBrowser } from '../../scripts/browser.ts';
import { withFewColours } from './png.ts';
import { serve } from './workbench.ts';

export const shotsFolder = resolve(import.meta.dirname, '..', '..', 'docs', 'shots');
export const windowSize = { width: 1440, height: 900 };

/** Takes a picture of the window, or a part of it, once letters are loaded and nothing moves. The caret blinks, so it is left out. */
export async function shoot(page: Page, name: string, part?: Locator): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await page.mouse.move(windowSize.width / 2, 2);
  const picture = await (part ?? page).screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  writeFileSync(join(shotsFolder, `${name}.png`), withFewColours(picture));
  process.stdout.write(`docs/shots/${name}.png\n`);
}

/** A folder for as long as `act` runs. */
export async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-shots-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Shows the program (in its folder), started with these files and with its settings in `home`, until `act` is done. */
export async function withWindow(
  home: string,
  files: readonly string[],
  act: (page: Page) => Promise<void>,
  program?: string,
): Promise<void> {
  const executablePath = testBrowser();
  const { host, address } = await serve(home, files, program);
  const browser = await chromium.launch({
    ...(executablePath !== null && { executablePath }),
    // Grey letters make smaller pictures than letters with coloured edges.
    args: ['--disable-gpu', '--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ viewport: windowSize, colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await act(page);
  } finally {
    await browser.close();
    host.kill('SIGINT');
    await new Promise((ended) => host.once('close', ended));
  }
}
