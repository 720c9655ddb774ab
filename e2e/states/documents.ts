import type { Page } from 'playwright';
import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { parts, identify, openDocument } from '../support/window.ts';

const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

/** The list of documents, its filters, many at once, rounds. */
export const documentsStates: readonly State[] = [
  {
    name: 'statuses',
    open: async (page) => {
      await parts(page).documents.getByRole('option').first().waitFor();
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Ada Berg');
      await openDocument(page, /^02-six/u);
      await page.keyboard.press('Alt+1');
    },
  },
  {
    name: 'list-end',
    open: async (page) => {
      await page.keyboard.press('Alt+1');
      await page.keyboard.press('End');
    },
  },
  {
    name: 'status-menu',
    open: async (page) => {
      await page.keyboard.press('Alt+1');
      await parts(page)
        .documents.getByRole('button', { name: /Only one status/u })
        .click();
    },
  },
  {
    name: 'filter',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+l');
      const filter = page.getByRole('dialog', { name: 'Filter documents' });
      await filter.getByRole('button', { name: /Add a question or a fact/u }).press('Enter');
      await option(page, 'What is the article about?').press('Enter');
      await filter.getByRole('button', { name: /Value of/u }).press('Enter');
      await option(page, 'The dispute itself').press('Enter');
    },
  },
  {
    name: 'filtered',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+l');
      const filter = page.getByRole('dialog', { name: 'Filter documents' });
      await filter
        .getByRole('button', { name: /^Any round|Round/u })
        .first()
        .press('Enter');
      await option(page, /Reliability test/u).press('Enter');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'no-match',
    open: async (page) => {
      await page.keyboard.press('Alt+1');
      await parts(page).documents.getByRole('searchbox').fill('zzz');
    },
  },
  {
    name: 'selected',
    open: async (page) => {
      await parts(page).documents.getByRole('searchbox').fill('');
      for (const button of (
        await parts(page)
          .documents.getByRole('button', { name: /^Remove the filter/u })
          .all()
      ).toReversed())
        await button.press('Enter');
      await page.keyboard.press('Alt+1');
      await page.keyboard.press('Home');
      for (let more = 0; more < 4; more++) await page.keyboard.press('Shift+ArrowDown');
    },
  },
  {
    name: 'document-menu',
    open: async (page) => {
      await page.keyboard.press('Alt+1');
      await parts(page).documents.getByRole('option').nth(1).click({ button: 'right' });
    },
  },
  { name: 'many-status', open: async (page) => act(page, 'Status of the selected') },
  { name: 'assign', open: async (page) => act(page, 'Give the selected') },
  { name: 'remove', open: async (page) => act(page, 'Remove the selected') },
  { name: 'rounds', open: async (page) => act(page, 'Rounds…') },
  {
    name: 'new-round',
    open: async (page) => {
      await act(page, 'Rounds…');
      await page.getByRole('button', { name: 'New round…' }).click();
    },
  },
  {
    name: 'edit-round',
    open: async (page) => {
      await act(page, 'Rounds…');
      await page.getByRole('button', { name: /^Change Reliability/u }).click();
    },
  },
];
