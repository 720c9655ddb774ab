/** The whole job in a real browser: import by drop, code by keyboard only, reload, undo and redo all, export, compare. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { byCodePoints, readCsv } from './support/csv.ts';
import { exportsOf } from './support/exports.ts';
import { drop, identify, newProject, openFirstDocument, parts, rows } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const passages = 30;

/** Two articles with more than thirty sentences between them, and characters on which offsets slip elsewhere. */
const articles = {
  'harbour.txt': sentences('Harbour', 20, 'The crew 👩‍👩‍👧‍👦 waved 🇩🇪 flags'),
  'hamlet.txt': sentences('Hamlet', 20, 'Zürich, naïve e\u0301lan, 東京'),
};

function sentences(topic: string, count: number, flourish: string): string {
  const lines = Array.from(
    { length: count },
    (_, number) =>
      `${topic} sentence ${number + 1} says that ${number % 3 === 0 ? flourish : 'nothing happened'} today.`,
  );
  const paragraphs = [lines.slice(0, 7), lines.slice(7, 14), lines.slice(14)].map((part) => part.join(' '));
  return `${topic} news\n\n${paragraphs.join('\n\n')}\n`;
}

async function codings(page: Page): Promise<number> {
  const label = await parts(page).segments.getByRole('status').textContent();
  return Number(/\d+/u.exec(label ?? '')?.[0] ?? '0');
}

async function segmentTexts(page: Page): Promise<string[]> {
  return await rows(parts(page).segments).allInnerTexts();
}

/** Codes the sentences of an article one after the other, with new codes, codes by name and pinned digits. */
async function codeArticle(page: Page, count: number, coder: string | null): Promise<void> {
  const { picker, reader } = parts(page);
  for (let number = 0; number < count; number++) {
    await page.keyboard.press('Alt+ArrowDown');
    // The picker opens with Enter, or with the first letter of a code.
    await page.keyboard.press(number % 2 === 0 ? 'Enter' : 'c');
    if (number === 0 && coder !== null) {
      await identify(page, coder);
    }
    await expect(picker).toBeVisible();
    const field = picker.getByRole('combobox', { name: 'Code' });
    await field.fill(`Code ${number % 4}`);
    await page.keyboard.press('Enter');
    await expect(picker).toBeHidden();
    await expect(reader).toBeFocused();
  }
}

test('a whole study, from dropped files to checked tables', async ({ workbench: { page, home, folder } }) => {
  test.setTimeout(240_000);
  const { documents, report, segments, status } = parts(page);
  await newProject(page, 'Whole job');
  const input = join(folder, 'input');
  mkdirSync(input);
  for (const [name, content] of Object.entries(articles)) writeFileSync(join(input, name), content);
  await drop(page, [input]);
  await expect(report).toContainText('2 documents imported');
  await page.keyboard.press('Escape');
  await expect(rows(documents)).toHaveCount(2);

  // From here on there is no mouse.
  await openFirstDocument(page);
  await codeArticle(page, 15, 'Ada');
  await expect.poll(() => codings(page)).toBe(15);
  await page.keyboard.press('Alt+PageDown');
  await expect(parts(page).reader).toContainText('Harbour sentence 1 ');
  await page.keyboard.press('Alt+2');
  await codeArticle(page, 15, null);
  await expect.poll(() => codings(page)).toBe(15);

  // A reload loses nothing.
  await page.reload();
  await expect(rows(documents)).toHaveCount(2);
  await openFirstDocument(page);
  await expect.poll(() => codings(page)).toBe(15);
  const before = await segmentTexts(page);

  await undoAndRedoAll(page);
  await expect.poll(() => codings(page)).toBe(15);
  expect(await segmentTexts(page)).toEqual(before);
  await expect(status).toContainText('Saved');
  await expect(segments).toBeVisible();

  await exportAndCompare(page, exportsOf(home, 'Whole job'));
});

async function undoAndRedoAll(page: Page): Promise<void> {
  const { status, documents } = parts(page);
  for (let number = 0; number < passages; number++) {
    await expect(status).toContainText(/Undo: Code “Code/u);
    await page.keyboard.press('Control+z');
    await expect(documents).toContainText(/./u);
  }
  await expect(status).toContainText('Undo: Import 2 documents');
  await expect.poll(() => codings(page)).toBe(0);
  for (let number = 0; number < passages; number++) await page.keyboard.press('Control+Shift+z');
  await expect(status).toContainText(/Undo: Code “Code/u);
}

async function exportAndCompare(page: Page, folder: string): Promise<void> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export data' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Exported');
  const found = readCsv(readFileSync(join(folder, 'codings.csv')));
  expect(found).toHaveLength(passages);
  for (const row of found) {
    const text = articles[`${row['document'] ?? ''}.txt` as keyof typeof articles];
    const quote = row['quote'] ?? '';
    expect(byCodePoints(text, Number(row['start']), Number(row['end']))).toBe(quote);
    expect(row['coder']).toBe('Ada');
    expect(quote.trim()).toBe(quote);
  }
  const perCode = Object.fromEntries(
    [0, 1, 2, 3].map((code) => [`Code ${code}`, found.filter((row) => row['code'] === `Code ${code}`).length]),
  );
  expect(perCode).toEqual({ 'Code 0': 8, 'Code 1': 8, 'Code 2': 8, 'Code 3': 6 });
  const quotes = found.map((row) => row['quote']);
  expect(quotes.filter((quote, place) => quotes.indexOf(quote) !== place)).toEqual([]);
}
