/** The table of segments: its heads stand over their columns and over no row, selecting moves nothing, and all is to be seen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { madeOnce } from './support/madeOnce.ts';
import { codeAs, textStudy } from './support/reliabilityProject.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-segments-'));
const file = join(place, 'Table.galley');
test.use({ files: [file] });
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

const texts = {
  mina: 'توقف عمال الميناء عن العمل في السادسة. وقالت الوزارة إن ذلك خيانة للميناء، وقالت النقابة إن أحدا لم يسألهم. '.repeat(
    4,
  ),
  gangkou: '码头工人六点停止了工作。部里说这是对港口的背叛，工会说没有人问过他们。'.repeat(8),
  quay: 'The dockers stopped work at six, and nobody had asked them about it. '.repeat(40),
};

const codings = [
  { document: 'mina', start: 0, end: 300, code: 'Conflict' },
  { document: 'gangkou', start: 0, end: 250, code: '冲突' },
  ...Array.from({ length: 40 }, (_, at) => ({
    document: 'quay',
    start: at * 69,
    end: at * 69 + 30,
    code: 'إطار الصراع',
  })),
];

test.beforeEach(async ({ workbench: { page } }) => {
  await page.getByRole('button', { name: /Which segments$/u }).click();
  await page.getByRole('option', { name: 'Whole project' }).click();
  await expect(parts(page).segments.getByRole('status')).toHaveText('42 in this project');
});

test.beforeAll(() =>
  madeOnce(file, () => {
    codeAs(textStudy(place, file, texts), 'Ada', codings);
  }),
);

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Segments' });
const head = (page: Page, name: string): Locator => grid(page).getByRole('columnheader', { name, exact: true });

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('it is not on screen');
  return box;
}

/** The row that keys act on. */
async function cursorRow(page: Page): Promise<Locator> {
  return page.locator(`[id="${await grid(page).getAttribute('aria-activedescendant')}"]`);
}

test('keys bring rows into sight below the heads, which stand over their columns', async ({ workbench: { page } }) => {
  await grid(page).focus();
  const [list, heads] = [await boxOf(grid(page)), await boxOf(head(page, 'Code'))];
  for (const key of [
    ...Array<string>(14).fill('ArrowDown'),
    'End',
    ...Array<string>(9).fill('ArrowUp'),
    'PageUp',
    'Home',
  ]) {
    await page.keyboard.press(key);
    const row = await boxOf(await cursorRow(page));
    expect(row.y).toBeGreaterThanOrEqual(heads.y + heads.height - 1);
    expect(row.y + row.height).toBeLessThanOrEqual(list.y + list.height + 1);
  }
  const cells = (await cursorRow(page)).getByRole('gridcell');
  for (const [at, name] of ['Code', 'Quotation', 'Coder', 'Document', 'Characters'].entries()) {
    const label = await boxOf(head(page, name).getByText(name));
    expect(Math.abs(label.x - (await boxOf(cells.nth(at))).x)).toBeLessThan(1.5);
  }
});

test('selecting moves no row, and the longest quotation stays on its line', async ({ workbench: { page } }) => {
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 640 });
    await grid(page).focus();
    await page.keyboard.press('Home');
    const before = await boxOf(await cursorRow(page));
    await page.keyboard.press('Space');
    await expect(parts(page).segments.getByRole('status')).toHaveText('1 selected');
    expect(await boxOf(await cursorRow(page))).toEqual(before);
    const bar = page.getByRole('toolbar', { name: 'Selected codings' });
    expect((await boxOf(bar)).height).toBeLessThan(36);
    const quotes = grid(page).locator('[dir=auto]');
    for (const at of [0, 1]) {
      const quote = await boxOf(quotes.nth(at));
      expect(quote.height).toBeLessThan(30);
      expect(quote.width).toBeGreaterThan(100);
    }
    expect(await quotes.nth(0).evaluate((quote) => getComputedStyle(quote).direction)).toBe('rtl');
    await page.keyboard.press('Escape');
  }
});

test('what is selected is to be seen, in light, in dark and in forced colours', async ({ workbench: { page } }) => {
  await grid(page).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(head(page, 'Code')).toHaveAttribute('aria-sort', 'ascending');
  await expectSoundInBoth(page, 'several segments are selected');
  await page.emulateMedia({ forcedColors: 'active' });
  const ground = (part: Locator): Promise<string> => part.evaluate((one) => getComputedStyle(one).backgroundColor);
  const selected = grid(page).getByRole('row', { selected: true }).first();
  await expect(selected).toBeVisible();
  expect(await ground(selected)).not.toBe(await ground(page.locator('body')));
});
