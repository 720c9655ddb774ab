/** What is done at a passage by the pointer: drawing over words, the bar, the menu, dragging codes and words; and by the menu key. */
import type { Locator, Page } from '@playwright/test';
import { applyByName, identify, openSample, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const passageBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'What can be done with this passage' });
const codingBar = (page: Page): Locator => page.getByRole('toolbar', { name: /^What can be done with this coding/u });
const menu = (page: Page): Locator => page.getByRole('menu', { name: 'What can be done here' });
const another = (page: Page): Locator => page.getByRole('dialog', { name: 'Choose another code' });
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });
/** The list of segments says of the article's codings: code and words. */
const segment = (page: Page, code: string, words: string): Locator =>
  parts(page)
    .segments.getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: code, exact: true }) })
    .filter({ hasText: words });

type Place = { x: number; y: number };

/** Where a letter of these words stands on screen: its first quarter, so that the letter itself is meant. */
async function placeOf(page: Page, words: string, letter = 0): Promise<Place> {
  return page.evaluate(
    ([wanted, at]) => {
      const text = document.querySelector('.cm-content');
      const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const found = node.textContent?.indexOf(wanted) ?? -1;
        if (found < 0) continue;
        const range = document.createRange();
        range.setStart(node, found + at);
        range.setEnd(node, found + at + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 4, y: top + height / 2 };
      }
      throw new Error(`the text does not show “${wanted}”`);
    },
    [words, letter] as const,
  );
}

async function draw(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');

test.beforeEach(async ({ workbench: { page } }) => {
  await openSample(page);
  await parts(page).documents.getByRole('option').first().dblclick();
  await expect(parts(page).reader).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(parts(page).reader).toBeFocused();
});

test('drawing over words selects whole ones without blanks, and with Alt what was drawn', async ({
  workbench: { page },
}) => {
  const [from, to] = [await placeOf(page, 'shares', 2), await placeOf(page, 'Share Post', 8)];
  await draw(page, from, to);
  await expect.poll(() => selected(page)).toBe('shares\nShare Post');
  await page.mouse.click(from.x, from.y);
  await draw(page, await placeOf(page, 'min read', 3), await placeOf(page, 'min read', 5));
  await expect.poll(() => selected(page)).toBe('read');
  await page.mouse.click(from.x, from.y);
  await page.keyboard.down('Alt');
  await draw(page, await placeOf(page, 'min read', 1), await placeOf(page, 'min read', 6));
  await page.keyboard.up('Alt');
  await expect.poll(() => selected(page)).toBe('in re');
});

test('a bar at the passage applies the codes that were used last, and changes, remarks on and removes a coding', async ({
  workbench: { page },
}) => {
  await draw(page, await placeOf(page, 'min read'), await placeOf(page, 'min read', 7));
  await passageBar(page).getByRole('button', { name: 'Apply a code…' }).click();
  await identify(page, 'Eva');
  await applyByName(page, 'Remedy');
  await expect(segment(page, 'Remedy', 'min read')).toHaveCount(1);
  await draw(page, await placeOf(page, 'COAST WIRE'), await placeOf(page, 'COAST WIRE', 9));
  await passageBar(page).getByRole('button', { name: 'Apply “Remedy”' }).click();
  await expect(segment(page, 'Remedy', 'COAST WIRE')).toHaveCount(1);
  await expect(passageBar(page)).toBeHidden();
  await expect(parts(page).reader).toBeFocused();
  // A click on its tint, with nothing selected, chooses the coding.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const { x, y } = await placeOf(page, 'COAST WIRE', 3);
  await page.mouse.click(x, y);
  await codingBar(page).getByRole('button', { name: 'Remedy: change the code' }).click();
  await another(page).getByRole('combobox', { name: 'Code' }).fill('Conflict');
  await page.keyboard.press('Enter');
  await expect(segment(page, 'Conflict', 'COAST WIRE')).toHaveCount(1);
  await expect(segment(page, 'Remedy', 'COAST WIRE')).toHaveCount(0);
  await page.mouse.click(x, y);
  await page.mouse.click(x, y + 200);
  await page.mouse.click(x, y);
  await codingBar(page).getByRole('button', { name: 'Memo' }).click();
  await expect(page.getByRole('textbox', { name: 'Memo' })).toBeFocused();
  await page.mouse.click(x, y + 200);
  await page.mouse.click(x, y);
  await codingBar(page).getByRole('button', { name: 'Remove' }).click();
  await expect(segment(page, 'Conflict', 'COAST WIRE')).toHaveCount(0);
  await expect(parts(page).reader).toBeFocused();
});

test('the bar goes with the next key, with scrolling and with a press elsewhere', async ({ workbench: { page } }) => {
  const words = async (): Promise<void> => {
    await page.mouse.click((await placeOf(page, '214 shares')).x, (await placeOf(page, '214 shares')).y);
    await draw(page, await placeOf(page, 'min read'), await placeOf(page, 'min read', 7));
    await expect(passageBar(page)).toBeVisible();
  };
  await words();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(passageBar(page)).toBeHidden();
  await words();
  await page.mouse.wheel(0, 40);
  await expect(passageBar(page)).toBeHidden();
  await words();
  await parts(page).codes.getByText('Conflict').click();
  await expect(passageBar(page)).toBeHidden();
});

test('the right button opens a menu at a passage, at a tint and at a name beside the text', async ({
  workbench: { page },
}) => {
  const words = await placeOf(page, 'min read', 1);
  await page.mouse.click(words.x, words.y, { button: 'right' });
  await expect(menu(page).getByRole('menuitem').first()).toContainText('Select the sentence');
  await page.keyboard.press('Enter');
  await expect.poll(() => selected(page)).toContain('min read');
  await page.mouse.click(words.x, words.y, { button: 'right' });
  await menu(page).getByRole('menuitem', { name: 'Apply a code…' }).click();
  await identify(page, 'Eva');
  await applyByName(page, 'Remedy');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const tint = await placeOf(page, 'The cranes of', 5);
  await page.mouse.click(tint.x, tint.y, { button: 'right' });
  await expect(menu(page).getByRole('menuitem', { name: 'Change the code “Conflict”…' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(parts(page).reader).toBeFocused();
  await page.locator('.galley-margin .galley-name', { hasText: 'Remedy' }).click({ button: 'right' });
  await menu(page).getByRole('menuitem', { name: 'Remove the coding' }).click();
  await expect(segment(page, 'Remedy', 'min read')).toHaveCount(0);
});

test('the menu key and Shift+F10 open it where the keys are, and F2 changes the code', async ({
  workbench: { page },
}) => {
  await page.keyboard.press('Shift+F10');
  await expect(menu(page).getByRole('menuitem').first()).toContainText('Select the sentence');
  await page.keyboard.press('Escape');
  await expect(parts(page).reader).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ContextMenu');
  await expect(menu(page).getByRole('menuitem', { name: 'Copy with its source' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await identify(page, 'Eva');
  await applyByName(page, 'Remedy');
  await page.keyboard.press('F2');
  await another(page).getByRole('combobox', { name: 'Code' }).fill('Conflict');
  await page.keyboard.press('Enter');
  await expect(segment(page, 'Conflict', 'Skip to main content')).toHaveCount(1);
  await expect(parts(page).reader).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(segment(page, 'Remedy', 'Skip to main content')).toHaveCount(1);
});

test('a code that is dragged onto the text is applied to the sentence there, and words to the code they fall on', async ({
  workbench: { page },
}) => {
  await page.keyboard.press('Alt+2');
  const row = parts(page).tree.getByRole('row', { name: /Economic consequences/u });
  const from = await row.boundingBox();
  const to = await placeOf(page, 'min read', 2);
  await page.mouse.move((from?.x ?? 0) + 80, (from?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 30, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(async () => {
    await page.mouse.move(to.x + 1, to.y); // a browser tells of a drag now and then
    await page.mouse.move(to.x, to.y);
    await expect(page.locator('.galley-held')).toHaveText('3 min read', { timeout: 200 });
  }).toPass();
  await page.mouse.up();
  await identify(page, 'Eva');
  await expect(segment(page, 'Economic consequences', '3 min read')).toHaveCount(1);
  await expect(page.locator('.galley-held')).toHaveCount(0);
  await draw(page, await placeOf(page, 'COAST WIRE'), await placeOf(page, 'COAST WIRE', 9));
  await expect.poll(() => selected(page)).toBe('COAST WIRE');
  const words = await placeOf(page, 'COAST WIRE', 3);
  const remedy = await parts(page)
    .tree.getByRole('row', { name: /Remedy/u })
    .boundingBox();
  await page.mouse.move(words.x, words.y);
  await page.mouse.down();
  await page.waitForTimeout(300); // held: words are dragged, and not selected anew
  await page.mouse.move(words.x + 30, words.y + 10, { steps: 4 });
  await page.mouse.move((remedy?.x ?? 0) + 80, (remedy?.y ?? 0) + 12, { steps: 8 });
  await page.mouse.up();
  await expect(segment(page, 'Remedy', 'COAST WIRE')).toHaveCount(1);
});

test('a letter, a digit or a click on a code says what is missing where nothing is selected', async ({
  workbench: { page },
}) => {
  const advice = 'Select a passage first: draw over the text, or press Space for the sentence.';
  for (const key of ['w', '1']) {
    await page.keyboard.press(key);
    await expect(notices(page)).toContainText(advice);
    await notices(page).getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(notices(page)).toBeEmpty();
    await page.keyboard.press('Alt+2');
  }
  await parts(page).tree.getByText('Remedy').click();
  await expect(notices(page)).toContainText(advice);
});
