/** What the window works for a key press that applies a code: script, style and layout, in the project of a coder at work. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { serve, stop } from '../e2e/support/workbench.ts';
import { nodePlatform } from '../src/main/app/folders.ts';
import { remember } from '../src/main/app/settings.ts';
import { newId } from '../src/main/store/ids.ts';
import { article } from './lib/articles.ts';
import { quantile } from './lib/measure.ts';
import { pressToPainted } from './lib/painted.ts';
import { writeSection } from './lib/results.ts';
import { load, openBrowser, openPage } from './lib/window.ts';

const root = resolve(import.meta.dirname, '..');
/** Another built program to compare with, such as that of the commit before: its folder. */
const other = process.env['GALLEY_BENCH_OTHER'];
const documents = 40;
const codes = 10;
const presses = 60;
const inTurn = 10;
/** A reader's pause: what follows an act, such as lists that are read again, is over by then. */
const pause = 150;

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-press-'));

/** A project of the program's own making: files of an older one stay as they are. */
function makeProject(program: string, path: string, home: string): void {
  const galley = (...words: string[]): string =>
    execFileSync(process.execPath, [join(program, 'out', 'main', 'cli.js'), ...words], {
      env: { ...process.env, GALLEY_HOME: home, NODE_COMPILE_CACHE: undefined },
      encoding: 'utf8',
    });
  const texts = join(folder, 'texts');
  mkdirSync(texts, { recursive: true });
  for (let number = 0; number < documents; number++) {
    writeFileSync(
      join(texts, `a${String(number).padStart(3, '0')}.txt`),
      article(number, number === 0 ? 24_000 : 4000),
    );
  }
  galley('new', path);
  galley('import', path, texts);
  for (let code = 0; code < codes; code++) {
    const made = JSON.parse(galley('call', path, 'codes.create', `{"name":"Code ${code}"}`)) as { id: string };
    galley('call', path, 'codes.update', JSON.stringify({ code: made.id, key: String(code) }));
  }
}

/** What the page has worked so far, in milliseconds. */
type Work = { script: number; style: number; layout: number; tasks: number };

async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
  return {
    script: of('ScriptDuration'),
    style: of('RecalcStyleDuration'),
    layout: of('LayoutDuration'),
    tasks: of('TaskDuration'),
  };
}

type Window = { name: string; page: Page; session: CDPSession; works: Work[]; times: number[]; end(): Promise<void> };

const browser = await openBrowser();

async function openWindow(name: string, program: string): Promise<Window> {
  const home = join(folder, name);
  const path = join(folder, `${name}.galley`);
  makeProject(program, path, home);
  const platform = nodePlatform('test', '0.0.0', { settingsFolder: join(home, 'settings') });
  remember(platform).write({ coder: { id: newId(), name: 'Ada', kind: 'person' } });
  const { host, address } = await serve(home, [path], program);
  const page = await openPage(browser, address);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.getByRole('textbox', { name: 'Article text' }).waitFor();
  await page.keyboard.press('Alt+2');
  const end = async (): Promise<void> => {
    await page.context().close();
    await stop(host);
  };
  return { name, page, session, works: [], times: [], end };
}

/** Applies a code to the next sentence. The work is counted from the press until the pause after it is over. */
async function press({ page, session }: Window, at: number): Promise<{ work: Work; time: number }> {
  await page.keyboard.press('Alt+ArrowDown');
  await page.waitForTimeout(pause);
  const before = await workOf(session);
  const time = await pressToPainted(page, () => page.keyboard.press(String(at % codes)));
  await page.waitForTimeout(pause);
  const after = await workOf(session);
  const kinds = Object.keys(after) as (keyof Work)[]; // its own names
  return { work: Object.fromEntries(kinds.map((kind) => [kind, after[kind] - before[kind]])) as Work, time };
}

function middle(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

try {
  const windows = [await openWindow('this', root), ...(other === undefined ? [] : [await openWindow('other', other)])];
  for (let turn = 0; turn * inTurn < presses; turn++) {
    for (const window of windows) {
      await window.page.bringToFront();
      if (turn === 0) for (let warm = 0; warm < 5; warm++) await press(window, warm);
      for (let at = 0; at < inTurn; at++) {
        const { work, time } = await press(window, at);
        window.works.push(work);
        window.times.push(time);
      }
    }
  }
  const rows = windows.map(({ name, works, times }) => {
    const of = (kind: keyof Work): number => middle(works.map((work) => work[kind]));
    const [script, style, layout, tasks] = [of('script'), of('style'), of('layout'), of('tasks')];
    const high = quantile(
      times.toSorted((a, b) => a - b),
      0.95,
    );
    return {
      name,
      sum: script + style + layout,
      cells: [script, style, layout, script + style + layout, tasks, middle(times), high],
    };
  });
  const [own, before] = rows;
  const ratio =
    own && before
      ? `\n**Script, style and layout: ${(own.sum / before.sum).toFixed(2)} of the other program’s** (bar: 0.5).`
      : '';
  writeSection('Work of a key press', [
    `A digit codes the next sentence, ${presses} times, ${inTurn} in turn, in a project of ${documents} articles and ${codes} codes. What Chromium counts for the`,
    `page from the press until ${pause} ms after the coding is painted, medians in milliseconds; key to painted beside it; ${load()}.`,
    '',
    '| | script | style | layout | together | all tasks | to painted | 95th percentile |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, cells }) =>
        `| ${name === 'this' ? 'Galley' : 'the other program'} | ${cells.map((cell) => cell.toFixed(1)).join(' | ')} |`,
    ),
    ratio,
  ]);
  for (const window of windows) await window.end();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
