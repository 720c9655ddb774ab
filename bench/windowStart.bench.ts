/** How long the window takes from the start of the program until it is painted, and what memory the program then holds. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { serve, stop } from '../e2e/support/workbench.ts';
import { nodePlatform } from '../src/main/app/folders.ts';
import { remember } from '../src/main/app/settings.ts';
import { newId } from '../src/main/store/ids.ts';
import { writeSection } from './lib/results.ts';
import { load, openBrowser } from './lib/window.ts';

const root = resolve(import.meta.dirname, '..');
/** Another built program to compare with, such as that of the commit before: its folder. */
const other = process.env['GALLEY_BENCH_OTHER'];
const turns = 15;
/** How long the program stands idle before its memory is read, in milliseconds. */
const idle = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-window-'));

type Program = { name: string; home: string; file: string; folder: string };

/** The sample project as this program makes it: the window asks for it, so a window of its own makes it. */
async function prepared(browser: Browser, name: string, program: string): Promise<Program> {
  const home = join(folder, name);
  const platform = nodePlatform('test', '0.0.0', { settingsFolder: join(home, 'settings') });
  remember(platform).write({ coder: { id: newId(), name: 'Ada', kind: 'person' } });
  const { host, address } = await serve(home, [], program);
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page
    .getByRole('button', { name: /sample/iu })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Article text' }).waitFor();
  await page.context().close();
  await stop(host);
  const made = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('.galley'));
  if (made === undefined) throw new Error('the sample project was not made');
  const file = join(folder, `${name}.galley`);
  cpSync(join(home, made), file);
  return { name, home, file, folder: program };
}

type Shown = { time: number; close(): Promise<void> };

/** Shows a page. `time`: milliseconds from the start of the navigation until the frame is drawn that holds what was asked for. */
async function painted(browser: Browser, address: string, selectors: readonly string[]): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript((shown) => {
    const done = new Promise<number>((tell) => {
      const look = (): void => {
        if (!shown.every((selector) => document.querySelector(selector))) {
          requestAnimationFrame(look);
          return;
        }
        const channel = new MessageChannel();
        channel.port1.onmessage = () => tell(performance.now());
        channel.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { paintedAt: done });
  }, selectors);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  const time = await page.evaluate(() => (window as unknown as { paintedAt: Promise<number> }).paintedAt);
  return { time, close: () => context.close() };
}

/** What the process of the program holds in memory of its own, in MiB (proportional set size, Linux). */
function memoryOf(process: number): number {
  const [, kilobytes = 'NaN'] = /^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const workbench = ['[role="option"]', '.cm-line', '[role="treegrid"] [role="row"]'];
const browser = await openBrowser();
const empty = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>Empty</title><p>Nothing.</p>');
});
await new Promise<void>((listening) => empty.listen(0, '127.0.0.1', listening));
const emptyAddress = `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`; // it listens

try {
  const programs = [
    await prepared(browser, 'this', root),
    ...(other === undefined ? [] : [await prepared(browser, 'other', other)]),
  ];
  const times = new Map<string, { up: number[]; shown: number[]; memory: number[] }>();
  for (const { name } of programs) times.set(name, { up: [], shown: [], memory: [] });
  const bare: number[] = [];
  // In turn, so that a noisy moment meets all; the first turn, which fills the cache of what Node compiles, does not count.
  for (let turn = 0; turn <= turns; turn++) {
    const nothing = await painted(browser, emptyAddress, ['p']);
    await nothing.close();
    if (turn > 0) bare.push(nothing.time);
    for (const { name, home, file, folder: program } of programs) {
      const begun = performance.now();
      const { host, address } = await serve(home, [file], program);
      const up = performance.now() - begun;
      const shown = await painted(browser, address, workbench);
      const own = times.get(name);
      if (turn > 0 && own !== undefined) {
        own.up.push(up);
        own.shown.push(shown.time);
        if (turn > turns - 3 && host.pid !== undefined) {
          await new Promise((later) => setTimeout(later, idle));
          own.memory.push(memoryOf(host.pid));
        }
      }
      await shown.close();
      await stop(host);
    }
  }
  const page = median(bare);
  const rows = programs.map(({ name }) => {
    const { up = [], shown = [], memory = [] } = times.get(name) ?? {};
    const together = median(up.map((time, at) => time + (shown[at] ?? NaN))) - page;
    return { name, cells: [median(up), median(shown), together], memory: median(memory) };
  });
  const [own, before] = rows;
  const ratio =
    own && before
      ? `\n**Start to painted: ${((own.cells[2] ?? NaN) / (before.cells[2] ?? NaN)).toFixed(2)} of the other program’s; memory: ${(own.memory / before.memory).toFixed(2)}** (bars: 0.6).`
      : '';
  writeSection('Starting the window', [
    `The sample project, ${turns} starts in turn, medians in milliseconds: from the start of the program's process until it listens, and from the`,
    `navigation until documents, text and codes are painted, in a browser that runs already and knows nothing of the program. Together`,
    `less the ${page.toFixed(0)} ms that an empty page takes. Memory: proportional set size of the program's process (core and threads), the window`,
    `open and idle for ${idle / 1000} s; ${load()}.`,
    '',
    '| | listens | painted | together | memory, MiB |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ name, cells, memory }) =>
        `| ${name === 'this' ? 'Galley' : 'the other program'} | ${cells.map((cell) => cell.toFixed(0)).join(' | ')} | ${memory.toFixed(0)} |`,
    ),
    ratio,
  ]);
} finally {
  await browser.close();
  empty.close();
  rmSync(folder, { recursive: true, force: true });
}
