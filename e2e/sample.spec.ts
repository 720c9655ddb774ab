/** The sample project: overlapping codings, text from right to left, and everything that is done to one coding. */
import type { Locator, Page } from '@playwright/test';
import { applyByName, identify, openDocument, openSample, parts, segmentCount } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const english = /^Dockers halt Port Vellin/u;
const arabic = /حين يُصبح الليلُ/u;

/** The names beside the text. */
function margin(page: Page): Locator {
  return page.getByRole('group', { name: 'Codings beside the text' });
}

/** What the browser says is selected, as one line. */
async function selected(page: Page): Promise<string> {
  const text = await page.evaluate(() => getSelection()?.toString() ?? '');
  return text.replace(/\s+/gu, ' ').trim();
}

/** Acts as the coder of the sample, whose codings are then one's own. */
async function beAdaBerg(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, 'Ada Berg');
  await backToText(page);
}

/** The side panel's memo of the active coding. */
function memo(page: Page) {
  const panel = page.getByRole('tabpanel', { name: 'Memo' });
  return {
    panel,
    field: panel.getByRole('textbox', { name: 'Memo on this coding' }),
    quote: panel.getByRole('blockquote', { name: 'Coded passage' }),
  };
}

async function openMemo(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+m');
  await expect(memo(page).field).toBeFocused();
}

async function backToText(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await expect(parts(page).reader).toBeFocused();
}

test('the sample shows overlapping codings by name and by tint', async ({ workbench: { page } }) => {
  await openSample(page);
  await openDocument(page, english);
  await expect.poll(() => segmentCount(page)).toBe(18);
  const names = margin(page).getByRole('button');
  await expect(names).toHaveText(['Conflict · AB', 'Conflict · NS']);
  // Further down, four codings by two coders lie over one another; one code both have given just alike.
  for (let number = 0; number < 5; number++) await page.keyboard.press('F8');
  await expect(names.filter({ hasText: 'Union, quoted' })).toHaveText(['Union, quoted · AB NS']);
  await expect(names.filter({ hasText: 'Human interest' }).first()).toBeVisible();
  await expect(names.filter({ hasText: 'Loaded language' }).first()).toBeVisible();
  const boxes = await names.evaluateAll((buttons) =>
    buttons.map((button) => button.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
  );
  boxes.sort((one, other) => one.top - other.top);
  for (const [at, { top }] of boxes.entries()) {
    expect(top, 'no name covers another').toBeGreaterThanOrEqual((boxes[at - 1]?.bottom ?? 0) - 1);
  }
  await expect(parts(page).status).toContainText('Nothing to undo');
});

test('Arabic text is read and coded from right to left', async ({ workbench: { page } }) => {
  const { reader, segments } = parts(page);
  await openSample(page);
  await openDocument(page, arabic);
  await expect(reader).toHaveAttribute('dir', 'rtl');
  await expect.poll(() => segmentCount(page)).toBe(9);

  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  const passage = await selected(page);
  expect(passage).toMatch(/^\p{Script=Arabic}|^[«"“]/u);
  await page.keyboard.press('Enter');
  await identify(page, 'Lea');
  await applyByName(page, 'Waiting');
  await expect.poll(() => segmentCount(page)).toBe(10);
  const row = segments.getByRole('row').filter({ hasText: 'Waiting' });
  await expect(row).toContainText('Lea');
  await expect(row.getByText(passage, { exact: true })).toBeVisible();
  await expect(parts(page).status).toContainText('Undo: Code “Waiting”');
});

test('a segment leads to its passage, and a memo on it survives a reload', async ({ workbench: { page } }) => {
  const { segments, reader } = parts(page);
  await openSample(page);
  await openDocument(page, english);
  await expect.poll(() => segmentCount(page)).toBe(18);
  await segments.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(reader).toBeVisible();
  const last = segments.getByRole('row').last();
  const quote = (await last.getByRole('gridcell').nth(1).innerText()).trim();
  await backToText(page);
  await openMemo(page);
  await expect(memo(page).quote).toHaveText(quote);
  await expect(reader.getByText(quote.slice(0, 12)).first()).toBeInViewport();
  await memo(page).field.fill('Quoted second hand?\nزيارة 👩‍👩‍👧');
  // Nobody has said who acts, so the coding is another's.
  await page.keyboard.press('Alt+2');
  const question = page.getByRole('alertdialog', { name: /^Change the work of/u });
  await question.getByRole('button', { name: 'Change it' }).press('Enter');
  await expect(question).toBeHidden();
  await backToText(page);
  await expect(parts(page).status).toContainText('Undo: Memo on “');

  await page.reload();
  await expect.poll(() => segmentCount(page)).toBe(18);
  await segments.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await backToText(page);
  await openMemo(page);
  await expect(memo(page).field).toHaveValue('Quoted second hand?\nزيارة 👩‍👩‍👧');
});

test('the boundaries of a coding move by key, and it can be removed', async ({ workbench: { page } }) => {
  const { status, segments } = parts(page);
  await openSample(page);
  await openDocument(page, english);
  await expect.poll(() => segmentCount(page)).toBe(18);
  await beAdaBerg(page);
  await page.keyboard.press('F8');
  const first = segments.getByRole('row').nth(1);
  const quote = first.getByRole('gridcell').nth(1);
  await expect(first).toContainText('308–457');

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(quote).toHaveText(/^VELLIN – The cranes/u);
  await expect(status).toContainText('Undo: Change boundaries of “Conflict”');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(first).toContainText('308–457');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(quote).toHaveText(/handing out$/u);
  await page.keyboard.press('Alt+Home');
  await expect(first).toContainText('307–450');
  for (let number = 0; number < 4; number++) {
    await page.keyboard.press('Control+z');
  }
  await expect(first).toContainText('308–457');
  await expect(status).toContainText('Nothing to undo');

  await page.keyboard.press('Delete');
  await expect.poll(() => segmentCount(page)).toBe(17);
  await expect(status).toContainText('Undo: Remove coding “Conflict”');
  await page.keyboard.press('Control+z');
  await expect.poll(() => segmentCount(page)).toBe(18);
  await expect(first).toContainText('308–457');
});

test('a click right after scrolling leaves the list where it is', async ({ workbench: { page } }) => {
  await openSample(page);
  // Low, but not so low that the drawer is shut the next time that something is drawn.
  await page.setViewportSize({ width: 1440, height: 610 });
  const { documents } = parts(page);
  // All rows are there, and the window is as low as it was asked to be: more rows than fit.
  await expect(documents.getByRole('option')).toHaveCount(8);
  const list = documents.getByRole('listbox');
  await expect.poll(() => list.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeGreaterThan(100);
  // Within one task, so that nobody has heard of the scrolling when the click comes.
  const [before, after] = await list.evaluate(async (box) => {
    const sixth = [...box.querySelectorAll<HTMLElement>('[role=option]')][5];
    box.scrollTop = 220;
    const scrolled = box.scrollTop;
    sixth?.click();
    for (let frame = 0; frame < 4; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    return [scrolled, box.scrollTop];
  });
  await expect(documents.getByRole('option').nth(5)).toHaveAttribute('aria-selected', 'true');
  expect(before).toBeGreaterThan(100);
  expect(after).toBe(before);
});
