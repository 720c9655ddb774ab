/** The list of 50,000 documents in the window: shown, filtered by words and by a variable, scrolled. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pressToChanged } from './lib/changed.ts';
import { documents, listProject } from './lib/listProject.ts';
import { quantile } from './lib/measure.ts';
import { writeSection } from './lib/results.ts';
import { load, openBrowser, openWorkbench } from './lib/window.ts';

const rounds = 30;
const frames = 300;
const step = 480; // CSS pixels a frame: ten rows

async function show(page: Page): Promise<number> {
  await page.keyboard.press('Alt+6');
  await page.getByRole('listbox', { name: 'Documents' }).waitFor({ state: 'hidden' });
  return pressToChanged(page, 'list', () => page.keyboard.press('Alt+1'));
}

/** Types the first letter of a filter. */
async function filterByWords(page: Page, round: number): Promise<number> {
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('');
  await page.waitForTimeout(400);
  return pressToChanged(page, 'rows', () => page.keyboard.press('abcdefghi'[round % 9] ?? 'a'));
}

async function beginVariable(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('');
  await page.keyboard.press('Control+Shift+L');
  const filter = page.getByRole('dialog', { name: 'Filter documents' });
  await filter.getByRole('button', { name: /Add a question or a fact/u }).press('Enter');
  await page.getByRole('option', { name: 'v7', exact: true }).press('Enter');
  await filter.getByRole('button', { name: /Value of v7/u }).waitFor();
}

/** Chooses another value of the variable. */
async function filterByVariable(page: Page, round: number): Promise<number> {
  await page.getByRole('button', { name: /Value of v7/u }).press('Enter');
  const option = page.getByRole('option', { name: `Choice ${1 + (round % 5)}`, exact: true });
  await option.focus();
  await page.waitForTimeout(150);
  return pressToChanged(page, 'rows', () => page.keyboard.press('Enter'));
}

/** Times from frame to frame while the list is scrolled. */
async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    async ({ count, by }) => {
      const list = document.querySelector(`[data-region='documents'] [role=listbox]`);
      if (!list) throw new Error('there is no list to scroll');
      const deltas: number[] = [];
      await new Promise<void>((done) => {
        let before = 0;
        const tick = (now: number): void => {
          if (before > 0) deltas.push(now - before);
          before = now;
          list.scrollTop += by;
          if (deltas.length < count) requestAnimationFrame(tick);
          else done();
        };
        requestAnimationFrame(tick);
      });
      return deltas;
    },
    { count: frames, by: step },
  );
}

async function repeat(act: (round: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) times.push(await act(round));
  return times.slice(1); // the first warms up
}

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const project = join(folder, 'list.galley');
copyFileSync(listProject(), project);
const browser = await openBrowser();
try {
  const { page, end } = await openWorkbench(browser, join(folder, 'home'), project);
  await page.getByRole('textbox', { name: 'Article text' }).waitFor();
  const measured: [string, number[]][] = [['shown again', await repeat(() => show(page))]];
  await page.getByRole('searchbox', { name: 'Filter documents' }).focus();
  measured.push(['filtered by words', await repeat((round) => filterByWords(page, round))]);
  await beginVariable(page);
  measured.push(['filtered by a variable', await repeat((round) => filterByVariable(page, round))]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Remove the filter/u }).press('Enter');
  await page.waitForTimeout(500);
  measured.push(['a frame of scrolling', await scroll(page)]);
  const row = ([name, times]: [string, number[]]): string => {
    const sorted = times.toSorted((a, b) => a - b);
    return `| ${name} | ${quantile(sorted, 0.5).toFixed(1)} | ${quantile(sorted, 0.95).toFixed(1)} |`;
  };
  writeSection('The list of 50,000 documents in the window', [
    `From the key press to the end of the frame that draws the rows; ${rounds} of each, with another filter every time, in a list of`,
    `${documents.toLocaleString('en')} documents. Then ${frames} frames of scrolling by ${step} pixels each; ${load()}.`,
    '',
    '| | median | 95th percentile |',
    '| --- | ---: | ---: |',
    ...measured.map(row),
    '',
    'Bars: 100 ms at the 95th percentile, for scrolling 33 ms.',
  ]);
  await end();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
