import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The parts of the Reliability view. */
export function view(page: Page) {
  const main = page.getByRole('main', { name: 'Reliability' });
  return {
    main,
    form: main.getByRole('region', { name: 'What to measure' }),
    questions: main.getByRole('table', { name: 'Passages, all codes together' }),
    codes: main.getByRole('table', { name: 'Each code against the rest, worst first' }),
    values: main.getByRole('table', { name: 'Agreement of each one, worst first' }),
    agreed: main.getByRole('region', { name: 'Agreed version' }).first(),
    methods: main.getByRole('region', { name: 'For the methods section' }),
  };
}

/** Chooses an entry of a select by keyboard alone: it takes the focus, opens, and goes to the entry by its letters. */
export async function choose(page: Page, label: string, entry: string): Promise<void> {
  const select = view(page).form.getByRole('button', { name: label }).first();
  await select.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: label })).toBeVisible();
  await page.keyboard.type(entry);
  await expect(page.getByRole('option', { name: entry })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(select).toContainText(entry);
}

/** The row of a table whose head names it. */
export function row(table: Locator, name: string): Locator {
  return table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });
}
