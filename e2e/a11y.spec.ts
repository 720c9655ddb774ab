/** What axe finds in the states of the window: nothing serious, nothing critical, in light and in dark. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFormProject } from './support/formProject.ts';
import { expectSound, inTheme } from './support/sound.ts';
import { drop, identify, newProject, openDocument, openSample, parts, segmentCount } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

test('where less motion is wished for, nothing moves that has no movement of its own', async ({
  workbench: { page },
}) => {
  await expect(page.getByRole('button', { name: /^New project/u })).toBeVisible();
  await inTheme(page, 'light');
  // A transition of every change, however short, keeps lists that are shut waiting for its end.
  const moving = await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement('p'));
    place.getBoundingClientRect();
    place.style.opacity = '0';
    return place.getAnimations().length;
  });
  expect(moving).toBe(0);
});

test('the welcome screen and its dialogs', async ({ workbench: { page } }) => {
  const start = page.getByRole('button', { name: /^New project/u });
  await expect(start).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    await expectSound(page, `welcome, ${colorScheme}`);
    await start.click();
    await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
    await expectSound(page, `new project, ${colorScheme}`);
    await page.keyboard.press('Escape');
    // What the program is made with, fonts too, each with the wording of its licence.
    await page.getByRole('button', { name: 'What Galley is made with' }).press('Enter');
    const list = page.getByRole('dialog').getByRole('list', { name: 'Packages and fonts' });
    const faces = list.getByRole('listitem').filter({ hasText: 'OFL-1.1' });
    await expect(faces).toHaveCount(3);
    for (const name of ['react ', 'better-sqlite3 ', '@codemirror/view ', 'jsdom '])
      await expect(list.getByText(name, { exact: false }).first()).toBeVisible();
    await faces.first().locator('summary').press('Enter');
    await expect(faces.first().getByText('SIL OPEN FONT LICENSE', { exact: false }).first()).toBeVisible();
    await expectSound(page, `notices, ${colorScheme}`);
    await page.keyboard.press('Escape');
  }
});

test('the coding window and its dialogs', async ({ workbench: { page } }) => {
  test.setTimeout(180_000);
  await openSample(page);
  await openDocument(page, /^Dockers halt/u);
  await expect.poll(() => segmentCount(page)).toBe(18);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    await expectSound(page, `coding, ${colorScheme}`);
    await page.keyboard.press('Alt+2');
    for (let number = 0; number < 3; number++) await page.keyboard.press('F8');
    await expectSound(page, `a coding is active, ${colorScheme}`);
    await page.keyboard.press('Escape');
    const dialogs = [
      { keys: 'Control+k', name: 'Command palette' },
      { keys: 'F1', name: 'Keys' },
      { keys: 'Control+e', name: 'Export data' },
    ];
    for (const { keys, name } of dialogs) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      await expectSound(page, `${name}, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.getByRole('button', { name: 'Who is coding?' }).click();
    await expect(page.getByRole('dialog', { name: 'Who is coding?' })).toBeVisible();
    await expectSound(page, `who is coding, ${colorScheme}`);
    await page.keyboard.press('Escape');
  }
});

test('the import report', async ({ workbench: { page, folder } }) => {
  await newProject(page, 'Report');
  writeFileSync(join(folder, 'one.txt'), 'One sentence.\n');
  writeFileSync(join(folder, 'none.txt'), '');
  await drop(page, [join(folder, 'one.txt'), join(folder, 'none.txt')]);
  await expect(parts(page).report).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    await expectSound(page, `import report, ${colorScheme}`);
  }
});

test.describe('with a codebook and a form', () => {
  const place = mkdtempSync(join(tmpdir(), 'galley-a11y-'));
  const file = join(place, 'Form.galley');
  test.use({ files: [file] });
  test.beforeEach(() => makeFormProject(place, file));
  test.afterAll(() => rmSync(place, { recursive: true, force: true }));

  /** Opens something, looks at it in both themes, and shuts it with Escape. */
  async function look(page: Page, state: string, open: () => Promise<void>): Promise<void> {
    await open();
    for (const colorScheme of ['light', 'dark'] as const) {
      await inTheme(page, colorScheme);
      await expectSound(page, `${state}, ${colorScheme}`);
    }
    // A list that was chosen from is gone, whenever less motion was wished for.
    await expect(page.getByRole('listbox').filter({ hasText: 'New set…' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  async function run(page: Page, name: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }

  async function begin(page: Page): Promise<void> {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(3);
    await page.getByRole('button', { name: 'Who is coding?' }).click();
    await identify(page, 'Ada');
    await openDocument(page, 'alpha');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('1');
    await expect(parts(page).tree.getByRole('row', { name: 'Claim' })).toContainText('1');
  }

  test('the form and what it asks', async ({ workbench: { page } }) => {
    test.setTimeout(180_000);
    await begin(page);
    await look(page, 'form', () => page.keyboard.press('Alt+5'));
    await page.keyboard.press('Alt+5');
    await look(page, 'form with missing answers', async () => {
      await page.keyboard.press('Alt+Shift+d');
      await expect(page.getByRole('region', { name: /answers are missing/u })).toBeVisible();
    });
    await look(page, 'set aside', () => page.keyboard.press('Alt+Shift+s'));
    await look(page, 'agreement', () => page.keyboard.press('Alt+7'));
  });

  test('the codebook and its dialogs', async ({ workbench: { page } }) => {
    test.setTimeout(300_000);
    await begin(page);
    await page.keyboard.press('Alt+6');
    const main = page.getByRole('main', { name: 'Codebook' });
    const button = (name: string | RegExp) => main.getByRole('button', { name, exact: true });
    await expect(button('Split…')).toBeVisible();
    await look(page, 'new set', async () => {
      await main.getByRole('button', { name: /Exclusive set/u }).click();
      await page.getByRole('option', { name: 'New set…' }).click();
    });
    await look(page, 'merge', () => button('Merge…').click());
    await look(page, 'split', () => button('Split…').click());
    await look(page, 'remove a code', () => button('Remove…').click());
    await look(page, 'templates', () => button('Add template').click());
    await look(page, 'a variable with choices and a rule', () => button('tone').click());
    await look(page, 'a variable with a range', () => button('sources').click());
    await look(page, 'a variable with a list of names', () => button('actor').click());
    await look(page, 'publish', () => button('Publish version').click());
    await run(page, 'Publish codebook version');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish version' }).click();
    await main.getByRole('textbox', { name: 'Definition' }).fill('What somebody holds to be true.');
    await button('Archive').click();
    await expect(button('Bring back')).toBeVisible();
    await run(page, 'Publish codebook version');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish version' }).click();
    await expect(main.getByRole('list', { name: 'Made before version 2' }).getByRole('listitem')).toHaveCount(1);
    await look(page, 'codebook with an archived code, versions and work to check', async () => {
      await page.keyboard.press('Alt+6');
    });
    await look(page, 'difference', () => button('What changed in version 2').click());
    await look(page, 'change the code', () => button('Change code…').click());
  });
});
