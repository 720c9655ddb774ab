/** Small windows and large zooms: text and codes part last, the drawer leaves room, nothing covers the project's menu. */
import type { Locator, Page } from '@playwright/test';
import { identify, openSample, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const views = (page: Page): Locator => page.getByRole('navigation', { name: 'Views' });
const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/** Whether a press in the middle of something is a press on it. */
async function isUncovered(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(hit);
  });
}

test.beforeEach(async ({ workbench: { page } }) => openSample(page));

test('1,280 pixels at 125 % code by a click on a code beside the text', async ({ workbench: { page } }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  const { reader, tree, segments, drawer, documents } = parts(page);
  await expect(reader).toBeVisible();
  await expect(tree).toBeVisible();
  await expect(documents).toBeHidden();
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Space');
  await tree.getByText('Remedy').click();
  await identify(page, 'Eva');
  await expect(segments.getByRole('row').filter({ hasText: 'Skip to main content' })).toHaveCount(1);
  const columns = await boxOf(page.getByRole('main', { name: 'Code' }));
  expect((await boxOf(drawer)).height / columns.height).toBeLessThan(0.36);
  // The documents come in place of the text, the codes stay.
  await views(page).getByRole('button', { name: 'Documents' }).click();
  await expect(documents).toBeVisible();
  await expect(tree).toBeVisible();
  await expect(reader).toBeHidden();
  await page.keyboard.press('Alt+3');
  await expect(tree.locator(':focus')).toHaveCount(1);
  await expect(reader).toBeVisible();
});

test('a drawer that was drawn large takes a third of a low window', async ({ workbench: { page } }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const { drawer } = parts(page);
  const edge = await boxOf(page.getByRole('separator', { name: 'Resize: Drawer' }));
  await page.mouse.move(edge.x + 200, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 200, 420, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(drawer)).height).toBeGreaterThan(500);
  await page.setViewportSize({ width: 1280, height: 700 });
  const columns = await boxOf(page.getByRole('main', { name: 'Code' }));
  await expect.poll(async () => (await boxOf(drawer)).height / columns.height).toBeLessThan(0.36);
});

for (const [zoom, width, height] of [
  ['200 %', 720, 450],
  ['400 %', 360, 225],
] as const)
  test(`${zoom}: the project’s menu, the views and the codes can be pressed and read`, async ({
    workbench: { page },
  }) => {
    await page.setViewportSize({ width, height });
    const menu = page.getByRole('button', { name: /^Project/u });
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('w'); // brings a notice
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Select a passage first');
    expect(await isUncovered(menu)).toBe(true);
    expect((await boxOf(menu)).width).toBeGreaterThan(80);
    await page.keyboard.press('Alt+3');
    const row = parts(page).tree.getByRole('row').first();
    await expect(row).toBeVisible();
    expect(await isUncovered(row)).toBe(true);
    for (const view of ['Codebook', 'Reliability', 'Code']) {
      const button = views(page).getByRole('button', { name: view, exact: true });
      await button.click();
      await expect(button).toHaveAttribute('aria-current', 'page');
    }
    // What stands lowest in the bar is scrolled to.
    const appearance = views(page).getByRole('button', { name: 'Appearance' });
    await appearance.click();
    await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeInViewport();
  });
