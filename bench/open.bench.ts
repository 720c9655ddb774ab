/** Opening and scrolling a text of 5 MB with 20,000 codings, against a bare editor with the same text and none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { article } from './lib/articles.ts';
import { serveBareReader } from './lib/bareReader.ts';
import { alternate, quantile } from './lib/measure.ts';
import { clickToPainted, scroll } from './lib/painted.ts';
import type { Frames } from './lib/painted.ts';
import { makeProject } from './lib/project.ts';
import { writeSection } from './lib/results.ts';
import { openQuietBrowser } from './lib/quietPage.ts';
import type { QuietPage } from './lib/quietPage.ts';
import { load, startHost } from './lib/window.ts';

const rounds = 11;
const scrollRounds = 3;
const framesInRound = 240;
const steps = [40, 120, 900] as const;
const codings = 20_000;
const texts = { large: article(1, 4_450_000), small: article(2, 4000) };
const beginnings = { large: 'Article 1:', small: 'Article 2:' };

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const browser = await openQuietBrowser();

type Size = { width: number; line: number; height: number };

/** The size of the program's reader, for the bare editor to have the same. */
async function sizeOf(page: QuietPage): Promise<Size> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.cm-scroller');
    const content = document.querySelector('.cm-content');
    if (!scroller || !content) throw new Error('there is no reader');
    const { width, height } = scroller.getBoundingClientRect();
    return { width, height, line: content.getBoundingClientRect().width };
  }, null);
}

/** Clicks the element of this selector that says `text`; waits until it is there. */
async function clickOn(page: QuietPage, selector: string, text: string): Promise<void> {
  const place = await page.evaluate(
    async ({ selector, text }) => {
      for (;;) {
        const elements = Array.from(document.querySelectorAll(selector));
        const box = elements.find((element) => element.textContent.startsWith(text))?.getBoundingClientRect();
        if (box) return { x: box.x + 20, y: box.y + box.height / 2 };
        await new Promise((tick) => setTimeout(tick, 50));
      }
    },
    { selector, text },
  );
  await page.click(place.x, place.y);
}

async function openBoth(program: QuietPage, bare: QuietPage) {
  const inProgram = async (which: 'large' | 'small'): Promise<number> => {
    await program.bringToFront();
    const elements = which === 'large' ? ['.galley-tint', '.galley-bracket'] : [];
    return clickToPainted(program, { beginning: beginnings[which], elements }, () =>
      clickOn(program, '[role=option]', which),
    );
  };
  const inBare = async (which: 'large' | 'small'): Promise<number> => {
    await bare.bringToFront();
    const shown = { beginning: beginnings[which], elements: [] };
    return clickToPainted(bare, shown, () => clickOn(bare, 'button', which));
  };
  const times = await alternate(
    rounds,
    async () => {
      await inProgram('small');
      return inProgram('large');
    },
    async () => {
      await inBare('small');
      return inBare('large');
    },
  );
  return times;
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

async function scrollBoth(program: QuietPage, bare: QuietPage, step: number): Promise<string> {
  const frames: Record<'program' | 'bare', Frames> = {
    program: { deltas: [], work: [] },
    bare: { deltas: [], work: [] },
  };
  for (let round = 0; round <= scrollRounds; round++) {
    for (const [name, page] of [
      ['program', program],
      ['bare', bare],
    ] as const) {
      await page.bringToFront();
      const { deltas, work } = await scroll(page, step, framesInRound);
      if (round === 0) continue; // warms up
      frames[name].deltas.push(...deltas);
      frames[name].work.push(...work);
    }
  }
  const p95 = (values: readonly number[]): number => quantile(sorted(values), 0.95);
  const [a, b] = [p95(frames.program.deltas), p95(frames.bare.deltas)];
  const [c, d] = [p95(frames.program.work), p95(frames.bare.work)];
  return `| ${step} px | ${a.toFixed(1)} | ${b.toFixed(1)} | **${(a / b).toFixed(2)}** | ${c.toFixed(1)} | ${d.toFixed(1)} |`;
}

try {
  const project = join(folder, 'large.galley');
  makeProject(
    project,
    () => [
      { name: 'small', text: texts.small, codings: 10 },
      { name: 'large', text: texts.large, codings },
    ],
    { coders: 4, codes: 60 },
  );
  const host = await startHost(join(folder, 'home'), project);
  const program = await browser.open(host.address);
  await clickOn(program, '[role=option]', 'small');
  await clickOn(program, '.galley-tint', '');
  const size = await sizeOf(program);
  const server = await serveBareReader(join(folder, 'bare'), texts);
  const query = new URLSearchParams(Object.entries(size).map(([name, value]) => [name, String(value)]));
  const bare = await browser.open(`${server.address}?${query.toString()}`);
  const [ours, theirs] = await openBoth(program, bare);
  const rows: string[] = [];
  for (const step of steps) rows.push(await scrollBoth(program, bare, step));
  const bytes = (Buffer.byteLength(texts.large) / 1e6).toFixed(1);
  const line = (name: string, { median, least, most }: typeof ours): string =>
    `| ${name} | ${median.toFixed(0)} | ${least.toFixed(0)} | ${most.toFixed(0)} |`;
  writeSection('Opening and scrolling a text with 20,000 codings', [
    `A text of ${bytes} MB with ${codings} codings by 4 coders with 60 codes, from the click in the list of documents until the end of the frame`,
    `that draws text, tints and brackets; ${rounds} runs in turn with the baseline: bare CodeMirror that fetches the same text on a click,`,
    `in the same face and measure, with nothing coded. Headless Chromium at 60 frames a second; ${load()}.`,
    '',
    '| | median | least | most |',
    '| --- | ---: | ---: | ---: |',
    line('program', ours),
    line('baseline', theirs),
    '',
    `**Ratio ${(ours.median / theirs.median).toFixed(2)}** (bar: at most 2).`,
    '',
    `Scrolling by so many pixels a frame, ${scrollRounds} × ${framesInRound} frames each: 95th percentile of the times from frame to frame (bar:`,
    'at most 1.3 times), and of the work within a frame, which does not wait for the next tick.',
    '',
    '| step | program | baseline | ratio | work, program | work, baseline |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ]);
  await host.end();
  server.end();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
