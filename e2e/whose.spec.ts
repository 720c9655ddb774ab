/** Two coders at one project: whose work is changed is asked, undo is one's own, and in a blind round there is nothing to touch. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeBlind, makeDeskProject } from './support/deskProject.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { applyByName, identify, openDocument, parts, segmentCount } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-whose-'));
const made = join(place, 'Made.galley');
const file = join(place, 'Whose.galley');

test.use({ files: [file] });
test.beforeAll(() => makeDeskProject(place, made));
test.beforeEach(() => copyFileSync(made, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

async function begin(page: Page, coder: string): Promise<void> {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, coder);
  await openDocument(page, 'harbour');
}

/** Goes to the last coding of the list, which is Ada's, and back into the text. */
async function goToLast(page: Page): Promise<void> {
  await parts(page).segments.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+2');
  await expect(parts(page).reader).toBeFocused();
}

test('Delete on a colleague’s coding asks and names her; Escape and Enter keep it', async ({ workbench: { page } }) => {
  await begin(page, 'Ben');
  await expect.poll(() => segmentCount(page)).toBe(7);
  const question = page.getByRole('alertdialog', { name: 'Change the work of Ada?' });
  await goToLast(page);
  await page.keyboard.press('Delete');
  await expect(question).toContainText('1 coding or link by Ada');
  await expectSoundInBoth(page, 'question');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(parts(page).reader).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(parts(page).reader).toBeFocused();
  expect(await segmentCount(page)).toBe(7);

  await page.keyboard.press('Delete');
  await question.getByRole('button', { name: 'Change it' }).press('Enter');
  await expect.poll(() => segmentCount(page)).toBe(6);
  const { status } = parts(page);
  await expect(status).toContainText('Undo: Remove coding “Human interest” (by Ben)');
  await page.keyboard.press('Control+z');
  await expect.poll(() => segmentCount(page)).toBe(7);
});

/** Lets somebody else act. */
async function beginAs(page: Page, coder: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type('who is coding');
  await page.keyboard.press('Enter');
  await identify(page, coder);
}

/** Codes the paragraph below with “Claim”. */
async function codeBelow(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await expect(parts(page).reader).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await applyByName(page, 'Claim');
}

test('Ctrl+Z takes back one’s own act, not that of who coded since', async ({ workbench: { page } }) => {
  const { status } = parts(page);
  await begin(page, 'Ada');
  await codeBelow(page);
  await expect.poll(() => segmentCount(page)).toBe(8);
  await beginAs(page, 'Zoe');
  await codeBelow(page);
  await expect.poll(() => segmentCount(page)).toBe(9);
  await expect(status).toContainText('Undo: Code “Claim” (by Zoe)');
  await beginAs(page, 'Ada');
  await expect(status).toContainText('Undo: Code “Claim” (by Ada)');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+z');
  await expect.poll(() => segmentCount(page)).toBe(8);
  const { segments } = parts(page);
  await expect(segments.getByRole('row').filter({ hasText: 'Zoe' })).toHaveCount(1);
  // What Ada read in made the codes with which others have coded since.
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(/by (Ben|Zoe) came later and rests on it/u);
  expect(await segmentCount(page)).toBe(8);
});

test.describe('in a blind round', () => {
  test.beforeAll(() => makeBlind(place, made));

  test('nothing of others is offered to be changed, and codes are not removed', async ({ workbench: { page } }) => {
    await begin(page, 'Ben');
    const { status, tree } = parts(page);
    await expect.poll(() => segmentCount(page)).toBe(3);
    await goToLast(page);
    await page.keyboard.press('Delete');
    await expect.poll(() => segmentCount(page)).toBe(2);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(status).toContainText('(by Ben)');
    await page.keyboard.press('Control+z');
    await expect.poll(() => segmentCount(page)).toBe(3);
    await tree.getByRole('row', { name: 'Human interest', exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Remove/u }).click();
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('You have articles in a blind round, so no code is removed');
  });
});
