/** The codebook view: rules, variables, published versions, merging, and the work to check after a rule has changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectSound } from './support/sound.ts';
import { applyByName, drop, identify, newProject, openFirstDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

function view(page: Page) {
  const main = page.getByRole('main', { name: 'Codebook' });
  return {
    main,
    form: main.getByRole('form', { name: 'Code', exact: true }),
    variables: main.getByRole('region', { name: 'Variables' }),
    versions: main.getByRole('region', { name: 'Versions' }),
  };
}

function codeRow(page: Page, name: string): Locator {
  return parts(page).tree.getByRole('row', { name, exact: true });
}

/** A project with one article, in which a sentence has “Claims” and the next one “Figures”. */
async function codedProject(page: Page, folder: string): Promise<void> {
  await newProject(page, 'Codebook view');
  const file = join(folder, 'one.txt');
  writeFileSync(file, 'First sentence of it. Second sentence of it. Third sentence of it.\n');
  await drop(page, [file]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Escape');
  await openFirstDocument(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await identify(page, 'Ada');
  await applyByName(page, 'Claims');
  await expect(codeRow(page, 'Claims')).toContainText('1');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await applyByName(page, 'Figures');
  await expect(codeRow(page, 'Figures')).toContainText('1');
}

async function publish(page: Page, number: number, note: string): Promise<void> {
  await view(page).versions.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog', { name: `Publish version ${number}` });
  await dialog.getByRole('textbox', { name: 'Note' }).fill(note);
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expect(dialog).toBeHidden();
  await expect(view(page).versions.getByRole('list', { name: 'Versions' })).toContainText(note);
}

test('variables, versions, work to check and merging', async ({ workbench: { page, folder } }) => {
  test.setTimeout(120_000);
  await codedProject(page, folder);
  const { form, variables, main } = view(page);
  await page.keyboard.press('Alt+6');
  await expect(main).toBeVisible();

  await variables.getByRole('button', { name: 'New article variable' }).click();
  const dialog = page.getByRole('dialog', { name: 'New variable' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('tone');
  await dialog.getByRole('textbox', { name: 'Question' }).fill('How does the article sound?');
  for (const [at, label] of ['Negative', 'Positive'].entries()) {
    await dialog.getByRole('button', { name: 'Add choice' }).click();
    await dialog.getByRole('textbox', { name: `Label of choice ${at + 1}` }).fill(label);
  }
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
  await expect(variables.getByRole('list', { name: 'About the article' })).toContainText('tone');

  await codeRow(page, 'Claims').click();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Claims');
  await publish(page, 1, 'First rules');

  await form.getByRole('textbox', { name: 'Definition' }).fill('A statement that can be true or false.');
  await form.getByRole('textbox', { name: 'Include' }).focus();
  await expect(parts(page).status).toContainText('Undo: ');
  await publish(page, 2, 'Claims defined');
  const stale = main.getByRole('list', { name: 'Made before version 2' });
  // Both codings were made before any version, but only the rules of one have changed since the first.
  await expect(stale.getByRole('listitem')).toHaveCount(1);
  await main.getByRole('checkbox', { name: 'Also where no rule changed' }).focus();
  await page.keyboard.press('Space');
  await expect(stale.getByRole('listitem')).toHaveCount(2);
  await stale.getByRole('listitem').first().focus();
  await page.keyboard.press('s');
  await expect(stale.getByRole('listitem')).toHaveCount(1);
  await expect(stale.getByRole('listitem')).toBeFocused();
  await page.keyboard.press('s');
  await expect(stale.getByRole('listitem')).toHaveCount(0);

  await expectSound(page, 'codebook');

  await form.getByRole('button', { name: 'Merge…' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge “Claims”' });
  await merge.getByRole('searchbox', { name: 'Filter codes' }).fill('fig');
  await merge.getByRole('option', { name: 'Figures' }).click();
  await expect(merge.getByRole('status')).toContainText('1 coding in 1 article move');
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(codeRow(page, 'Claims')).toBeHidden();
  await expect(codeRow(page, 'Figures')).toContainText('2');
  await page.keyboard.press('Control+z');
  await expect(codeRow(page, 'Claims')).toContainText('1');
});
