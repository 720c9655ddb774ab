/** The codebook panel: everything that is done to a code, by keyboard and by mouse, and undone again. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { exportsOf } from './support/exports.ts';
import {
  applyByName,
  drop,
  identify,
  newProject,
  openFirstDocument,
  parts,
  pressButton,
  segmentCount,
} from './support/window.ts';
import { expect, test } from './support/workbench.ts';

function codeRow(page: Page, name: string): Locator {
  return parts(page).tree.getByRole('row', { name, exact: true });
}

async function focusCodes(page: Page): Promise<void> {
  await page.keyboard.press('Alt+3');
  await expect
    .poll(() => parts(page).tree.evaluate((tree) => tree.contains(document.activeElement)), 'the codes have the focus')
    .toBe(true);
}

/** Goes to a code's row by keyboard. */
async function toCode(page: Page, name: string): Promise<void> {
  await focusCodes(page);
  await page.keyboard.press('Home');
  await expect(async () => {
    if (await codeRow(page, name).evaluate((row) => row === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
    await expect(codeRow(page, name)).toBeFocused({ timeout: 300 });
  }).toPass();
}

async function createCode(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+k');
  const field = parts(page).codes.getByRole('textbox', { name: 'Code name' });
  await expect(field).toBeFocused();
  await field.fill(name);
  await page.keyboard.press('Enter');
  await expect(codeRow(page, name)).toBeVisible();
}

/** The codes as the tree shows them, each with its level. */
async function outline(page: Page): Promise<string[]> {
  return await parts(page)
    .tree.getByRole('row')
    .evaluateAll((found) =>
      found.map((row) => `${row.getAttribute('aria-level') ?? ''} ${row.querySelector('bdi')?.textContent ?? ''}`),
    );
}

async function expectUndo(page: Page, label: string): Promise<void> {
  await expect(parts(page).status).toContainText(`Undo: ${label}`);
}

test('codes are made, named, nested, coloured, pinned, used and removed', async ({ workbench: { page, folder } }) => {
  const { report, codes, reader, status } = parts(page);
  await newProject(page, 'Codebook');
  const file = join(folder, 'one.txt');
  writeFileSync(file, 'First sentence of it. Second sentence of it. Third sentence of it.\n');
  await drop(page, [file]);
  await expect(report).toBeVisible();
  await page.keyboard.press('Escape');

  for (const name of ['Actors', 'Claims', 'Unions', 'Figures']) await createCode(page, name);
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '1 Claims', '1 Unions', '1 Figures']);

  await toCode(page, 'Unions');
  await page.keyboard.press('F2');
  await codes.getByRole('textbox', { name: 'Code name' }).fill('Labour unions');
  await page.keyboard.press('Enter');
  await expectUndo(page, 'Rename');

  // By keyboard: up past Claims, then in under Actors.
  await toCode(page, 'Labour unions');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '1 Labour unions', '1 Claims', '1 Figures']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '2 Labour unions', '1 Claims', '1 Figures']);

  // By mouse: Figures dropped on Claims.
  await dragOnto(codeRow(page, 'Figures'), codeRow(page, 'Claims'));
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '2 Labour unions', '1 Claims', '2 Figures']);
  await expectUndo(page, 'Move code “Figures”');

  await toCode(page, 'Figures');
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Colour of Figures' }).getByRole('option', { name: 'Rose, striped' }).click();
  await expectUndo(page, 'Recolour');

  await toCode(page, 'Figures');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Digit for Figures' })).toBeVisible();
  await page.keyboard.press('7');
  await expectUndo(page, 'Pin');

  await openFirstDocument(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('7');
  await identify(page, 'Ada');
  await expect.poll(() => segmentCount(page)).toBe(1);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('7');
  await expect.poll(() => segmentCount(page)).toBe(2);
  await expect(reader).toBeFocused();

  await toCode(page, 'Claims');
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Remove “Claims”?' });
  await expect(dialog).toContainText('1 code below it and 2 codings in 1 document go with it.');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '2 Labour unions']);
  await expect.poll(() => segmentCount(page)).toBe(0);

  const steps = 1 + 2 + 1 + 1 + 1 + 2 + 1 + 4;
  for (let number = 0; number < steps; number++) await page.keyboard.press('Control+z');
  await expectUndo(page, 'Import');
  await expect(codes).toContainText('No codes yet');
  for (let number = 0; number < steps - 1; number++) await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '2 Labour unions', '1 Claims', '2 Figures']);
  await expect.poll(() => segmentCount(page)).toBe(2);
  await expect(codeRow(page, 'Figures')).toContainText('7');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => outline(page)).toEqual(['1 Actors', '2 Labour unions']);
  await expect(status).toContainText('Undo: Remove code “Claims”');
});

async function dragOnto(from: Locator, to: Locator): Promise<void> {
  await from.dragTo(to, { sourcePosition: { x: 60, y: 12 }, targetPosition: { x: 60, y: 13 } });
}

/** Begins a project of one article of two sentences, and opens the picker for the first of them. */
async function beginPicking(page: Page, folder: string): Promise<void> {
  await newProject(page, 'Picker');
  const file = join(folder, 'one.txt');
  writeFileSync(file, 'First sentence of it. Second sentence of it.\n');
  await drop(page, [file]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Escape');
  await openFirstDocument(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await identify(page, 'Ada');
}

test('a code made in the picker can be used at once', async ({ workbench: { page, folder } }) => {
  await beginPicking(page, folder);
  await applyByName(page, 'Fresh');
  await expect(codeRow(page, 'Fresh')).toContainText('1');
});

test('a mouse that rests where the picker opens marks nothing in it', async ({ workbench: { page, folder } }) => {
  await beginPicking(page, folder);
  await applyByName(page, 'Claims');
  await page.keyboard.press('Enter');
  await applyByName(page, 'Voices');
  await expect(codeRow(page, 'Voices')).toContainText('1');
  await page.keyboard.press('Enter');
  const options = parts(page).picker.getByRole('option');
  await expect(options).toHaveCount(2);
  // Browsers tell of a pointer that rests where the list appears as of one that has moved by nothing.
  await options.last().dispatchEvent('pointermove', { movementX: 0, movementY: 0 });
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await options.last().hover();
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
});

test('a codebook is exported in any format, which first says what it does not keep', async ({ workbench }) => {
  const { page, home } = workbench;
  await newProject(page, 'Formats');
  await createCode(page, 'Figures');
  await toCode(page, 'Figures');
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Colour of Figures' }).getByRole('option', { name: 'Rose, striped' }).click();
  await expectUndo(page, 'Recolour');
  const dialog = page.getByRole('dialog', { name: 'Export codebook' });
  const lost = dialog.getByRole('list', { name: 'What this format does not keep' });
  const formats = [
    { ending: 'csv', label: /^CSV/u, says: [] },
    { ending: 'json', label: /^JSON/u, says: [] },
    { ending: 'qdc', label: /^REFI-QDA/u, says: ['1 code loses its stripes.'] },
    { ending: 'html', label: /^Web page/u, says: ['This document is for people: Galley cannot read it back.'] },
    { ending: 'docx', label: /^Word/u, says: ['This document is for people: Galley cannot read it back.'] },
  ];
  for (const { ending, label, says } of formats) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Export codebook');
    await page.keyboard.press('Enter');
    await pressButton(dialog.getByRole('button', { name: 'Format' }));
    await page.getByRole('option', { name: label }).press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue(`codebook.${ending}`);
    if (says.length === 0) await expect(dialog).toContainText('Keeps everything');
    else await expect(lost.getByRole('listitem')).toHaveText(says);
    await pressButton(dialog.getByRole('button', { name: 'Export', exact: true }));
    await expect(dialog).toBeHidden();
    await expect.poll(() => existsSync(join(exportsOf(home, 'Formats'), `codebook.${ending}`)), ending).toBe(true);
  }
});
