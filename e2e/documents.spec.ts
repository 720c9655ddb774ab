/** Many documents at once: filtered by answers and rounds, selected by keyboard and mouse, given to coders, set aside, removed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { makeFormProject } from './support/formProject.ts';
import { expectSound, inTheme } from './support/sound.ts';
import { identify, openDocument, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-documents-'));
const file = join(place, 'Documents.galley');

test.use({ files: [file] });
test.beforeEach(() => makeFormProject(place, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

function selected(page: Page): Locator {
  return parts(page).documents.getByRole('option', { selected: true });
}

/** Says who codes, and puts the focus on the first document of the list. */
async function begin(page: Page): Promise<Locator> {
  const { documents } = parts(page);
  await expect(documents.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, 'Ada');
  await openDocument(page, 'alpha');
  await page.keyboard.press('Alt+1');
  await expect(documents.getByRole('listbox')).toBeFocused();
  return documents;
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

test('documents are selected by keyboard and mouse, and a click or an arrow ends the selection', async ({
  workbench: { page },
}) => {
  const documents = await begin(page);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(page)).toHaveCount(2);
  await expect(documents.getByRole('toolbar', { name: 'Selected documents' })).toContainText('2 selected');
  await page.keyboard.press('Control+a');
  await expect(selected(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveText([/alpha/u]);

  await documents.getByRole('option', { name: 'charlie' }).click({ modifiers: ['Control'] });
  await expect(selected(page)).toHaveText([/alpha/u, /charlie/u]);
  await documents.getByRole('option', { name: 'alpha' }).click({ modifiers: ['Control'] });
  await expect(selected(page)).toHaveText([/charlie/u]);
  await documents.getByRole('option', { name: 'bravo' }).click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(2);
  await documents.getByRole('option', { name: 'bravo' }).click();
  await expect(selected(page)).toHaveText([/bravo/u]);
  await expect(documents.getByRole('toolbar')).toHaveCount(0);
});

test('selected documents get a status, and go and come back as one', async ({ workbench: { page } }) => {
  const documents = await begin(page);
  await page.keyboard.press('Shift+End');
  await command(page, 'Status of the selected');
  const dialog = page.getByRole('dialog', { name: 'Set the status of 3 documents' });
  await pressButton(dialog.getByRole('button', { name: /Status/u }));
  await page.getByRole('option', { name: 'Set aside' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Duplicates');
  await page.keyboard.press('Enter');
  await expect(documents.getByRole('img', { name: 'Set aside' })).toHaveCount(3);
  await expect(parts(page).status).toContainText('Undo: Set 3 documents aside');

  await page.keyboard.press('Alt+1');
  await expect(documents.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('Delete');
  const removal = page.getByRole('alertdialog', { name: 'Remove 3 documents?' });
  // What goes with them is counted first.
  await expect(removal.getByRole('button', { name: 'Remove' })).toBeEnabled();
  await pressButton(removal.getByRole('button', { name: 'Remove' }));
  await expect(documents.getByText('No articles yet')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(documents.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(documents.getByRole('img', { name: 'Set aside' })).toHaveCount(0);
});

test('the list shows only documents with an answer, or without one', async ({ workbench: { page } }) => {
  const documents = await begin(page);
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('2');
  await expect(parts(page).status).toContainText('Undo: Answer “topic”');

  await command(page, 'Filter documents by');
  const filter = page.getByRole('dialog', { name: 'Filter documents' });
  await pressButton(filter.getByRole('button', { name: /Add a question or a fact/u }));
  await page.getByRole('option', { name: 'What is the article about?' }).press('Enter');
  await expect(documents.getByRole('option')).toHaveCount(2);
  await pressButton(filter.getByRole('button', { name: /Value of What is the article about/u }));
  await page.getByRole('option', { name: 'Trade' }).press('Enter');
  await expect(documents.getByRole('option')).toHaveText([/alpha/u]);
  await page.keyboard.press('Escape');
  await expect(filter).toBeHidden();
  await pressButton(documents.getByRole('button', { name: 'Remove the filter What is the article about? Trade' }));
  await expect(documents.getByRole('option')).toHaveCount(3);
});

test('a round is made of selected documents, given to coders, shown, changed and removed', async ({
  workbench: { page },
}) => {
  const documents = await begin(page);
  await page.keyboard.press('Shift+ArrowDown');
  await pressButton(documents.getByRole('button', { name: 'Round…' }));
  const giving = page.getByRole('dialog', { name: 'Give 2 documents to a round' });
  await giving.getByRole('textbox', { name: 'Name', exact: true }).fill('Pilot');
  await giving.getByRole('textbox', { name: 'Another coder' }).fill('Ben');
  await page.keyboard.press('Enter');
  await expect(giving.getByRole('checkbox', { name: 'Ben' })).toBeChecked();
  await pressButton(giving.getByRole('button', { name: 'Create round' }));
  await expect(giving).toBeHidden();

  await command(page, 'Rounds');
  const rounds = page.getByRole('dialog', { name: 'Rounds' });
  await expect(rounds.getByRole('listitem')).toContainText('Pilot');
  await expect(rounds.getByRole('listitem')).toContainText('2 documents, Ben');
  await pressButton(rounds.getByRole('button', { name: 'Show the documents of Pilot' }));
  await expect(documents.getByRole('option')).toHaveText([/alpha/u, /bravo/u]);

  // Taking one document away from its only coder takes it out of the round.
  await documents.getByRole('option', { name: 'bravo' }).click();
  await command(page, 'Give the selected');
  const taking = page.getByRole('dialog', { name: 'Give 1 document to a round' });
  await pressButton(taking.getByRole('button', { name: 'Take from coders' }));
  await expect(documents.getByRole('option')).toHaveText([/alpha/u]);
  await page.keyboard.press('Control+z');
  await expect(documents.getByRole('option')).toHaveCount(2);

  await command(page, 'Rounds');
  await pressButton(rounds.getByRole('button', { name: 'Change Pilot' }));
  const form = page.getByRole('dialog', { name: 'Change the round' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Training week');
  await form.getByRole('textbox', { name: 'Note' }).fill('Twelve articles, to learn the rules.');
  await form.getByRole('checkbox', { name: 'Ben' }).press('Space');
  await page.keyboard.press('Enter');
  await expect(rounds.getByRole('listitem')).toContainText('Training week');
  await expect(rounds.getByRole('listitem')).toContainText('Twelve articles, to learn the rules.');
  await expect(rounds.getByRole('listitem')).toContainText('0 documents, given to nobody');
  await pressButton(rounds.getByRole('button', { name: 'Remove Training week' }));
  await expect(rounds.getByText('There are no rounds yet.')).toBeVisible();
});

test('filter, selection and rounds are sound for assistive technology, light and dark', async ({
  workbench: { page },
}) => {
  test.setTimeout(120_000);
  const documents = await begin(page);
  await page.keyboard.press('Control+a');
  await expect(documents.getByRole('toolbar')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme);
    for (const name of ['Give the selected', 'Rounds', 'Status of the selected']) {
      await command(page, name);
      await expect(page.getByRole('dialog').last()).toBeVisible();
      await expectSound(page, `${name}, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
});
