/** Key to painted for what a coder does all day, in a project of 50,000 articles and 1,000,000 codings, against an empty one. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pressToChanged } from './lib/changed.ts';
import { makeDeskProject } from './lib/deskProject.ts';
import { quantile } from './lib/measure.ts';
import { pressToPainted } from './lib/painted.ts';
import { writeSection } from './lib/results.ts';
import { load, openBrowser, openWorkbench } from './lib/window.ts';

const documents = 50_000;
const codingsEach = 20;
const fewDocuments = 100;
const presses = 50;
const inTurn = 10;
/** A reader's pause: what follows an act, such as lists that are read again, is over by then. */
const pause = 150;

type Act = { name: string; prepare: (page: Page) => Promise<void>; time: (page: Page, at: number) => Promise<number> };

const acts: Act[] = [
  {
    name: 'apply a code',
    prepare: (page) => page.keyboard.press('Alt+2'),
    time: async (page, at) => {
      await page.keyboard.press('Alt+ArrowDown');
      await page.waitForTimeout(pause);
      return pressToPainted(page, () => page.keyboard.press(String(at % 10)));
    },
  },
  {
    name: 'answer a variable',
    prepare: async (page) => {
      await page.keyboard.press('Alt+5');
      await page.getByRole('radio').first().waitFor();
    },
    time: async (page, at) => {
      await page.keyboard.press('Alt+n'); // the next question without an answer
      await page.waitForTimeout(pause);
      return pressToChanged(page, 'answer', () => page.keyboard.press(String(1 + (at % 5))));
    },
  },
  {
    name: 'next article',
    prepare: (page) => page.keyboard.press('Alt+2'),
    time: async (page) => {
      await page.waitForTimeout(pause);
      return pressToChanged(page, 'article', () => page.keyboard.press('Alt+PageDown'));
    },
  },
];

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'bench');
const made = join(cache, 'desk-2.galley');
makeDeskProject(made, documents, codingsEach);
const large = join(folder, 'large.galley');
copyFileSync(made, large);
const empty = join(folder, 'empty.galley');
makeDeskProject(empty, fewDocuments, 0);

const browser = await openBrowser();
try {
  const projects = [
    await openWorkbench(browser, join(folder, 'home-large'), large),
    await openWorkbench(browser, join(folder, 'home-empty'), empty),
  ];
  const rows: string[] = [];
  const bars: string[] = [];
  for (const { name, prepare, time } of acts) {
    const times: number[][] = projects.map(() => []);
    for (let turn = 0; turn * inTurn < presses; turn++) {
      for (const [index, { page }] of projects.entries()) {
        await page.bringToFront();
        await page.getByRole('textbox', { name: 'Article text' }).waitFor();
        await prepare(page);
        await time(page, 0); // warms up
        for (let press = 0; press < inTurn; press++) times[index]?.push(await time(page, press));
      }
    }
    const [high, low] = times.map((values) =>
      quantile(
        values.toSorted((a, b) => a - b),
        0.95,
      ),
    );
    const [middle, base] = times.map((values) =>
      quantile(
        values.toSorted((a, b) => a - b),
        0.5,
      ),
    );
    const figures = [middle, high, base, low].map((value = NaN) => value.toFixed(1));
    rows.push(`| ${name} | ${figures.join(' | ')} |`);
    bars.push(`${name} ${((high ?? NaN) / (low ?? NaN)).toFixed(2)}`);
  }
  writeSection('A coder’s keys in a large project', [
    `From the key press until the frame is drawn that shows what it does; ${presses} presses of each in each project, ${inTurn} in turn.`,
    `One project has ${documents.toLocaleString('en')} articles, ${(documents * codingsEach).toLocaleString('en')} codings and 60 questions, the other ${fewDocuments} articles, 60 questions and no coding.`,
    `Headless Chromium at 60 frames a second (a frame is 16.7 ms); ${load()}.`,
    '',
    '| | median | 95th percentile | median, empty | 95th percentile, empty |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `95th percentiles as ratios: **${bars.join(', ')}** (bars: at most 50 ms, at most 1.5).`,
  ]);
  for (const { end } of projects) await end();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
