/** The desk for people who code all day: links between codings, corrected texts, two coders side by side, blind rounds. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeDeskProject } from './support/deskProject.ts';
import { identify, openDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-desk-'));
const made = join(place, 'Made.galley');
const file = join(place, 'Desk.galley');

test.use({ files: [file] });
test.setTimeout(150_000);
test.beforeAll(() => makeDeskProject(place, made));
test.beforeEach(() => copyFileSync(made, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Finds nothing serious, in light and in dark. */
async function expectSound(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const about = serious.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
    expect.soft(about, `${state}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${state.replaceAll(' ', '-')}-${colorScheme}.png`) });
  }
}

/** Says who codes, and opens the article that both have coded. */
async function begin(page: Page, coder: string): Promise<void> {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, coder);
  await openDocument(page, 'harbour');
}

test('two codings are linked by a relation, which leads from one to the other', async ({ workbench: { page } }) => {
  await begin(page, 'Ada');
  const { status } = parts(page);
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+l');
  const dialog = page.getByRole('dialog', { name: 'Link the coding' });
  await expect(dialog.getByRole('textbox', { name: 'Relation' })).toBeFocused();
  await page.keyboard.type('is answered by');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('searchbox', { name: 'Filter codings' })).toBeFocused();
  await page.keyboard.type('no money');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expectSound(page, 'link dialog');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(status).toContainText('Undo: Link “is answered by”');

  await page.keyboard.press('Control+Shift+m');
  const links = page.getByRole('list', { name: 'Links' });
  const link = links.getByRole('button', { name: /^From this coding: is answered by ?Claim ?The port authority/u });
  await expect(link).toBeVisible();
  await expectSound(page, 'list of links');
  await link.press('Enter');
  await expect(page.getByRole('heading', { name: 'Claim' })).toBeVisible();
  await expect(parts(page).reader).toBeFocused();
  await expect(
    links.getByRole('button', { name: /^To this coding: is answered by ?Conflict ?The cranes stand still/u }),
  ).toBeVisible();

  await page.keyboard.press('Alt+l');
  await expect(dialog.getByRole('textbox', { name: 'Relation' })).toHaveValue('is answered by');
  await expect(dialog.getByRole('option', { name: 'is answered by' })).toBeVisible();
  await page.keyboard.press('Escape');
  await links.getByRole('button', { name: 'Remove link: is answered by Conflict' }).press('Enter');
  await expect(links).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(links.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(links).toBeHidden();
});
