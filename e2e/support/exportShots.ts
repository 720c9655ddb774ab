import type { Locator, Page } from 'playwright';
import { shoot, windowSize } from './shots.ts';

/** Opens a choice of the dialog, which is called by what is chosen and then by its label, and takes these entries. */
async function choose(page: Page, dialog: Locator, field: string, ...entries: string[]): Promise<void> {
  await dialog.getByRole('button', { name: new RegExp(`${field}$`, 'u') }).click();
  const list = page.getByRole('listbox', { name: field });
  const isMany = (await list.getAttribute('aria-multiselectable')) === 'true';
  for (const entry of entries) await list.getByRole('option', { name: new RegExp(`^${entry}( \\d+)?$`, 'u') }).click();
  if (isMany) await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
}

/** Pictures of the export dialog, with the sample project open. */
export async function exportShots(page: Page): Promise<void> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export data' });
  const counted = (words: RegExp): Promise<void> => dialog.getByRole('status').getByText(words).waitFor();
  await counted(/\d rows/u);
  await choose(page, dialog, 'A row for each', 'Paragraph');
  await choose(page, dialog, 'Codes as', '0 or 1');
  await choose(page, dialog, 'Code', 'Frames', 'Sources');
  await choose(page, dialog, 'Article facts', 'Outlet');
  await choose(page, dialog, 'Outlet', 'Coast Wire', 'Harbour Echo');
  await choose(page, dialog, 'Article facts', 'Date');
  await dialog.getByRole('textbox', { name: 'From' }).fill('2024-03-14');
  await dialog.getByRole('textbox', { name: 'To' }).fill('2024-03-31');
  await dialog.getByText('Parquet, for').click();
  await choose(page, dialog, 'Split by', 'site');
  await counted(/paragraphs: \d+ rows/u);
  await shoot(page, 'export');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'export-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 900, height: 900 });
  await shoot(page, 'export-narrow');
  await page.setViewportSize(windowSize);
  await page.keyboard.press('Escape');
}
