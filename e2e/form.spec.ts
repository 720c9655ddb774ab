/** The article form: every question answered by keyboard, and nothing that is typed ever lands in another article. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeFormProject } from './support/formProject.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { identify, openDocument, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-form-'));
const file = join(place, 'Form.galley');

test.use({ files: [file] });
test.beforeEach(() => makeFormProject(place, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

function formOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Article form' });
}

/** Says who codes, and goes to the form of the first article. */
async function begin(page: Page): Promise<Locator> {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, 'Ada');
  await openDocument(page, 'alpha');
  await page.keyboard.press('Alt+5');
  const form = formOf(page);
  await expect(form.getByRole('radio', { name: 'Labour' })).toBeFocused();
  return form;
}

async function expectSaved(page: Page, label: string): Promise<void> {
  await expect(parts(page).status).toContainText(`Undo: ${label}`);
}

test('a whole article is answered, evidenced and done without a mouse', async ({ workbench: { page } }) => {
  const form = await begin(page);
  await expect(form.getByRole('radiogroup', { name: 'How does it speak of the strike?' })).toHaveCount(0);

  await page.keyboard.press('1');
  await expect(form.getByRole('radio', { name: 'Labour' })).toBeChecked();
  await expectSaved(page, 'Answer “topic”');
  await expect(form.getByRole('radio', { name: 'In work' })).toBeChecked();
  const tone = form.getByRole('radiogroup', { name: 'How does it speak of the strike?' });
  await expect(tone).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tone.getByRole('radio', { name: 'Against' })).toBeFocused();
  await page.keyboard.press('2');
  await expect(tone.getByRole('radio', { name: 'Neutral' })).toBeChecked();

  await page.keyboard.press('Enter');
  const frames = form.getByRole('group', { name: 'Which frames occur?' });
  await expect(frames.getByRole('checkbox', { name: 'Conflict' })).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await expect(frames.getByRole('checkbox', { name: 'Economy' })).toBeChecked();
  await expect(frames.getByRole('checkbox', { name: 'Conflict' })).toBeChecked();
  await page.keyboard.press('4');
  await expect(frames.getByRole('checkbox', { name: 'None fits' })).toBeChecked();
  await expect(frames.getByRole('checkbox', { name: 'Economy' })).not.toBeChecked();

  await page.keyboard.press('Enter');
  const sources = form.getByRole('textbox', { name: 'How many sources speak?' });
  await expect(sources).toBeFocused();
  await page.keyboard.type('51');
  await expect(form.getByText(/51 is outside its range/u)).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(form.getByText(/is outside its range/u)).toBeHidden();
  await expect(sources).toHaveValue('5');

  await page.keyboard.press('Enter');
  await page.keyboard.type('2024-02-30');
  await expect(form.getByText('there is no day 2024-02-30')).toBeVisible();
  await page.keyboard.press('Alt+a');
  await expect(form.getByRole('textbox', { name: 'On which day did it happen?' })).toHaveValue('');
  await expectSaved(page, 'Answer “event_day”');

  await page.keyboard.press('Enter');
  await page.keyboard.type('Two lines,\n');
  await page.keyboard.press('Shift+Tab');
  await expectSaved(page, 'Answer “remark”');

  await form.getByRole('combobox', { name: 'Who acts first?' }).focus();
  await page.keyboard.type('dock');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox')).toHaveValue('Dockers’ union');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Night watch');
  await expect(form.getByRole('option', { name: 'Add “Night watch” to Actors' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox')).toHaveValue('Night watch');
  await expectSaved(page, 'Answer “actor”');
  await expect(form.getByText('left open: Low')).toBeVisible();

  // Evidence for the last question: select in the reader, point, and go back by key.
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+e');
  const evidence = form.getByRole('list', { name: 'Passages for Who acts first?' });
  await expect(evidence.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Alt+5');
  await expect(form.getByRole('combobox')).toBeFocused();

  await page.keyboard.press('Alt+d');
  await expect(parts(page).reader).toBeFocused();
  await expect(parts(page).documents.getByRole('option', { name: 'bravo' })).toHaveAttribute('aria-selected', 'true');
  await openDocument(page, 'alpha');
  await expect(form.getByRole('radio', { name: 'Done' })).toBeChecked();
  await expect(form.getByRole('radio', { name: 'Low' })).toBeChecked();
});

test('what is typed stays with its article when the article is switched at once', async ({ workbench: { page } }) => {
  const form = await begin(page);
  const remark = form.getByRole('textbox', { name: 'Remarks' });
  await remark.focus();
  await page.keyboard.type('for alpha');
  await page.keyboard.press('Alt+PageDown');
  await expect(parts(page).documents.getByRole('option', { name: 'bravo' })).toHaveAttribute('aria-selected', 'true');
  await expect(remark).toHaveValue('');
  await remark.focus();
  await page.keyboard.type('for bravo');
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageUp');
  await expect(parts(page).documents.getByRole('option', { name: 'bravo' })).toHaveAttribute('aria-selected', 'true');
  await expect(remark).toHaveValue('for bravo');
  await page.keyboard.press('Alt+PageUp');
  await expect(remark).toHaveValue('for alpha');
  await openDocument(page, 'charlie');
  await expect(remark).toHaveValue('');
  await remark.focus();
  await page.keyboard.type('for charlie');
  await page.reload();
  await openDocument(page, 'charlie');
  await page.keyboard.press('Alt+5');
  await expect(remark).toHaveValue('for charlie');
  await openDocument(page, 'alpha');
  await expect(remark).toHaveValue('for alpha');
});

test('a choice of one article is not shown in the next, and a key that comes late does not choose there', async ({
  workbench: { page },
}) => {
  const form = await begin(page);
  const low = form.getByRole('radio', { name: 'Low' });
  await low.focus();
  await page.keyboard.press('1');
  await expect(low).toBeChecked();
  // Without the keyboard, which would move the focus out of the form by itself.
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-region=documents] [role=option]')];
    rows.find((row) => row.textContent.includes('bravo'))?.click();
  });
  await expect(parts(page).documents.getByRole('option', { name: 'bravo' })).toHaveAttribute('aria-selected', 'true');
  await expect(low).not.toBeChecked();
  await expect(form.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('1');
  await openDocument(page, 'alpha');
  await expect(low).toBeChecked();
  await openDocument(page, 'bravo');
  await expect(low).not.toBeChecked();
});

test('the questions of a passage give the focus to those of the passage that is chosen next', async ({
  workbench: { page },
}) => {
  const form = await begin(page);
  await page.keyboard.press('Alt+2');
  for (const count of [1, 2]) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('1');
    await expect(parts(page).segments.getByText(`${count} in this article`)).toBeVisible();
  }
  const passage = form.getByRole('region', { name: 'About this passage' });
  await expect(passage).toContainText('Dockers want more pay.');
  await page.keyboard.press('Alt+5');
  await expect(passage.getByRole('radio', { name: 'For', exact: true })).toBeFocused();
  // Without the keyboard and the mouse, which would move the focus by themselves.
  await parts(page)
    .segments.getByText('harbour is shut')
    .evaluate((row: HTMLElement) => row.click());
  await expect(passage).toContainText('harbour is shut');
  await expect(passage.getByRole('radio', { name: 'For', exact: true })).toBeFocused();
  await page.keyboard.press('2');
  await expect(passage.getByRole('radio', { name: 'Against' })).toBeChecked();
});

test('an article is not done while answers are missing, and the list leads to each of them', async ({
  workbench: { page },
}) => {
  const form = await begin(page);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('1');
  await expect(parts(page).segments.getByText('1 in this article')).toBeVisible();
  const passage = form.getByRole('region', { name: 'About this passage' });
  await expect(passage).toBeVisible();
  await page.keyboard.press('Alt+Shift+d');
  const missing = form.getByRole('region', { name: '2 answers are missing' });
  await expect(missing.getByRole('button', { name: 'What is the article about?' })).toBeFocused();
  await pressButton(missing.getByRole('button', { name: 'Is it for or against? (a passage)' }));
  await expect(passage.getByRole('radio', { name: 'For', exact: true })).toBeFocused();
  await page.keyboard.press('2');
  await expect(form.getByRole('region', { name: '1 answer is missing' })).toBeVisible();
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('Alt+n');
  await expect(form.getByRole('radio', { name: 'Labour' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(form.getByRole('region', { name: /missing/u })).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+d');
  await expect(form.getByRole('radio', { name: 'Done' })).toBeChecked();

  await page.keyboard.press('Alt+Shift+s');
  const dialog = page.getByRole('dialog', { name: 'Set this article aside' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A duplicate');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('radio', { name: 'Set aside' })).toBeChecked();
  await expect(form.getByText('A duplicate')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(form.getByRole('radio', { name: 'Done' })).toBeChecked();
});

test('the form is sound for assistive technology, light and dark', async ({ workbench: { page } }) => {
  const form = await begin(page);
  await page.keyboard.press('1');
  await form.getByRole('combobox').focus();
  await page.keyboard.type('o');
  await expectSoundInBoth(page, 'form');
});
