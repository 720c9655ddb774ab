/** Applying a code by a digit key in a project with 1,000,000 codings, against the same in a project with one document. */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { quantile } from './lib/measure.ts';
import { codingsEach, documents, longArticle, millionProject, millionWishes, people } from './lib/millionCodings.ts';
import { pressToPainted } from './lib/painted.ts';
import { makeProject } from './lib/project.ts';
import { writeSection } from './lib/results.ts';
import { load, openBrowser, openWorkbench } from './lib/window.ts';

const presses = 80;
const inTurn = 10;
/** Brings the next sentence under the selection, then times the digit key that codes it. */
async function applyNext(page: Page, digit: number): Promise<number> {
  await page.keyboard.press('Alt+ArrowDown');
  await page.waitForTimeout(150); // a reader's pause: the last act's lists have been read again
  return pressToPainted(page, () => page.keyboard.press(String(digit)));
}

async function ready(page: Page): Promise<void> {
  const reader = page.getByRole('textbox', { name: 'Article text' });
  await reader.waitFor();
  await page.keyboard.press('Alt+2');
  for (let warm = 0; warm < 5; warm++) await applyNext(page, 0);
}

function describe(values: readonly number[]): { middle: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { middle: quantile(sorted, 0.5), high: quantile(sorted, 0.95) };
}

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const made = millionProject();
const large = join(folder, 'large.galley');
copyFileSync(made, large);
const empty = join(folder, 'empty.galley');
makeProject(empty, () => [{ name: 'Document 0', text: longArticle, codings: 0 }], people);
const plain = join(folder, 'plain.galley');
makeProject(plain, () => Array.from(millionWishes(), (wish) => ({ ...wish, codings: 0 })), people);
const beyondTexts = statSync(large).size - statSync(plain).size;
rmSync(plain);

const browser = await openBrowser();
try {
  const inLarge = await openWorkbench(browser, join(folder, 'home-large'), large);
  const inEmpty = await openWorkbench(browser, join(folder, 'home-empty'), empty);
  const times: Record<'large' | 'empty', number[]> = { large: [], empty: [] };
  for (const { page } of [inLarge, inEmpty]) {
    await page.bringToFront();
    await ready(page);
  }
  while (times.large.length < presses) {
    for (const [name, { page }] of [
      ['large', inLarge],
      ['empty', inEmpty],
    ] as const) {
      await page.bringToFront();
      for (let press = 0; press < inTurn; press++) times[name].push(await applyNext(page, press));
    }
  }
  const [a, b] = [describe(times.large), describe(times.empty)];
  const count = documents * codingsEach;
  const row = (name: string, { middle, high }: typeof a): string =>
    `| ${name} | ${middle.toFixed(1)} | ${high.toFixed(1)} |`;
  writeSection('Applying a code among 1,000,000 codings', [
    `From the key press of a digit until the frame is drawn that shows the new coding with its bracket and its name; ${presses} presses`,
    `on successive sentences in each project, ${inTurn} in turn. One project has ${documents} documents with ${codingsEach} codings each, the other one document`,
    `and no coding. Headless Chromium at 60 frames a second (a frame is 16.7 ms); ${load()}.`,
    '',
    '| | median | 95th percentile |',
    '| --- | ---: | ---: |',
    row('1,000,000 codings', a),
    row('empty project', b),
    '',
    `**95th percentile ${a.high.toFixed(1)} ms** (bar: at most 50), **ratio ${(a.high / b.high).toFixed(2)}** (bar: at most 1.5).`,
    '',
    `The file: ${(statSync(made).size / 1e6).toFixed(0)} MB, of which ${(beyondTexts / 1e6).toFixed(0)} MB are codings and their history: **${(beyondTexts / count).toFixed(0)} bytes a coding** (bar: 1,000).`,
  ]);
  await inLarge.end();
  await inEmpty.end();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
