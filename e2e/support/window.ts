import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The parts of the window, by the names that people and screen readers know them by. */
export function parts(page: Page) {
  const drawer = page.getByRole('region', { name: 'Drawer' });
  return {
    documents: page.getByRole('region', { name: 'Documents' }),
    reader: page.getByRole('textbox', { name: 'Article text' }),
    codes: page.getByRole('region', { name: 'Codes' }),
    tree: page.getByRole('treegrid', { name: 'Codes' }),
    drawer,
    segments: drawer.getByRole('tabpanel', { name: 'Segments' }),
    picker: page.getByRole('dialog', { name: 'Choose a code' }),
    status: page.getByRole('contentinfo', { name: 'Status' }),
    report: page.getByRole('dialog', { name: 'Import report' }),
  };
}

/** Drops files and folders (absolute paths) on the middle of the window, as a hand would. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
}

/** Makes a new project in the projects folder, by keyboard. */
export async function newProject(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /^New project/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(parts(page).documents).toBeVisible();
}

/** Answers “Who is coding?”, which is asked once. */
export async function identify(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Who is coding?' });
  await dialog.getByRole('textbox', { name: 'Your name or initials' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** The rows of a list of the window. */
export function rows(list: Locator): Locator {
  return list.getByRole('row').or(list.getByRole('option'));
}

/** Opens the first document of the list by keyboard, and goes to its text. */
export async function openFirstDocument(page: Page): Promise<void> {
  const { documents, reader } = parts(page);
  await expect(async () => {
    await page.keyboard.press('Alt+1');
    await expect(documents.getByRole('listbox')).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(reader).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(reader).toBeFocused();
}

/** Gives the selected passage a code by its name, which is made where there is none, and goes on in the text. */
export async function applyByName(page: Page, code: string): Promise<void> {
  const { picker, reader } = parts(page);
  await expect(picker).toBeVisible();
  await picker.getByRole('combobox', { name: 'Code' }).fill(code);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(reader).toBeFocused();
}

/** Exports tables in the formats that are set, into the folder that is offered. */
export async function exportData(page: Page): Promise<void> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export data' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Exported');
  await expect(dialog).toBeHidden();
}

/** How many codings the list of segments counts. */
export async function segmentCount(page: Page): Promise<number> {
  const label = await parts(page).segments.getByRole('status').textContent();
  return Number(/\d+/u.exec(label ?? '')?.[0] ?? '0');
}

/** Opens the sample project from the welcome screen. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Open the sample project/u }).click();
  await expect(rows(parts(page).documents)).toHaveCount(8);
}

/** Opens a document of the list by a part of its name, and goes to its text. */
export async function openDocument(page: Page, name: string | RegExp): Promise<void> {
  const { documents, reader } = parts(page);
  const row = documents.getByRole('option', { name });
  await row.dblclick();
  // Until it is there, keys act on the article before.
  await expect(row).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+2');
  await expect(reader).toBeFocused();
}

/** Presses a button by key, as somebody does who sees that it can be pressed: the key would be lost on one that waits. */
export async function pressButton(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press('Enter');
}

/** Opens the import dialog as a native menu does, whose click the page does not count as one of its own. */
export async function openImportDialog(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'userActivation', { value: { isActive: false }, configurable: true });
  });
  await page.keyboard.press('Control+i');
  // The property of the prototype counts again.
  await page.evaluate(() => void Reflect.deleteProperty(navigator, 'userActivation'));
  return page.getByRole('dialog', { name: 'Import', exact: true });
}
