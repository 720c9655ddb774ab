/** Scraped articles as they come: dropped as a folder, coded by keyboard, exported, and checked against their files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { byCodePoints, readCsv } from './support/csv.ts';
import {
  applyByName,
  drop,
  exportData,
  identify,
  openFirstDocument,
  parts,
  rows,
  segmentCount,
} from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const corpus = resolve(import.meta.dirname, '..', '..', 'shared', 'corpus', 'articles');
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.txt')) : [];

/** What is selected, and the code that it gets. */
const passages = [
  { keys: ['Alt+ArrowDown'], code: 'Actor' },
  { keys: ['Alt+ArrowDown', 'Alt+Shift+ArrowDown'], code: 'Claim' },
  { keys: ['Control+ArrowDown'], code: 'Frame' },
  { keys: ['Alt+ArrowDown', 'Control+Shift+ArrowLeft'], code: 'Actor' },
];

/** The text of a file as a project keeps it: without byte order mark, lines ending in LF. */
function textOf(name: string): string {
  const bytes = readFileSync(join(corpus, name), 'utf8');
  return bytes.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
}

async function codeArticle(page: Page, coder: string | null): Promise<void> {
  for (const [number, { keys, code }] of passages.entries()) {
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    if (coder !== null && number === 0) await identify(page, coder);
    await applyByName(page, code);
  }
  await expect.poll(() => segmentCount(page)).toBe(passages.length);
}

/** The file of a document: that of its name, or where the name says nothing, the one that begins with the headline. */
function fileOf(document = ''): string {
  const file = files.find((name) => name === `${document}.txt` || textOf(name).trimStart().startsWith(document));
  if (file === undefined) throw new Error(`no article is called “${document}”`);
  return file;
}

test('scraped articles keep every quotation at its offsets', async ({ workbench: { page, home } }) => {
  test.skip(files.length === 0, 'the scraped articles are not on this machine');
  test.setTimeout(120_000);
  const { documents, report } = parts(page);

  await expect(page.getByRole('heading', { name: 'Galley' })).toBeVisible();
  await drop(page, [corpus]);
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Scraped');
  await page.keyboard.press('Enter');
  await expect(report).toContainText(`${files.length} documents imported`);
  await page.keyboard.press('Escape');
  await expect(rows(documents)).toHaveCount(files.length);

  await openFirstDocument(page);
  for (const [number] of files.entries()) {
    await codeArticle(page, number === 0 ? 'Ada' : null);
    if (number === files.length - 1) break;
    await page.keyboard.press('Alt+PageDown');
    await expect.poll(() => segmentCount(page)).toBe(0);
    await page.keyboard.press('Alt+2');
  }

  await exportData(page);
  const codings = readCsv(readFileSync(join(home, 'projects', 'Exports', 'Scraped', 'codings.csv')));
  expect(codings).toHaveLength(files.length * passages.length);
  for (const { document, start, end, quote } of codings) {
    expect(byCodePoints(textOf(fileOf(document)), Number(start), Number(end))).toBe(quote);
    expect(quote?.trim()).not.toBe('');
  }
  for (const file of files) {
    const codes = codings.filter(({ document }) => fileOf(document) === file).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['Actor', 'Claim', 'Frame']));
  }
});
