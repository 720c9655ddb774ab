import type { Page } from 'playwright';
import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { parts, identify } from '../support/window.ts';

const main = (page: Page) => page.getByRole('main', { name: 'Codebook' });
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name, exact: true });
const pick = async (page: Page, name: string): Promise<void> =>
  parts(page).tree.getByRole('row', { name, exact: true }).click();

/** The codebook view and its dialogs. */
export const codebookStates: readonly State[] = [
  {
    name: 'view',
    open: async (page) => {
      await parts(page).documents.getByRole('option').first().waitFor();
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Ada Berg');
      await page.keyboard.press('Alt+6');
      await pick(page, 'Conflict');
      await main(page).getByRole('button', { name: 'Still right' }).first().waitFor();
    },
  },
  {
    name: 'long-code',
    open: async (page) =>
      parts(page)
        .tree.getByRole('row', { name: /^Attribution/u })
        .click(),
  },
  {
    name: 'archived',
    open: async (page) =>
      parts(page)
        .tree.getByRole('row', { name: /^Loaded/u })
        .click(),
  },
  { name: 'arabic-code', open: async (page) => parts(page).tree.getByRole('row', { name: /^إطار/u }).click() },
  {
    name: 'code-with-variables',
    open: async (page) => {
      await pick(page, 'Claim');
      await main(page)
        .getByRole('button', { name: /^concept/u })
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
  { name: 'stale', open: async (page) => main(page).getByRole('button', { name: 'Still right' }).first().focus() },
  {
    name: 'merge',
    open: async (page) => {
      await pick(page, 'Claim');
      await button(page, 'Merge…').click();
    },
  },
  {
    name: 'merge-chosen',
    open: async (page) => {
      await pick(page, 'Claim');
      await button(page, 'Merge…').click();
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /Conflict/u })
        .first()
        .click();
    },
  },
  {
    name: 'split',
    open: async (page) => {
      await pick(page, 'Conflict');
      await button(page, 'Split…').click();
    },
  },
  { name: 'remove', open: async (page) => button(page, 'Remove…').click() },
  { name: 'recode', open: async (page) => button(page, 'Change code…').first().click() },
  {
    name: 'new-set',
    open: async (page) => {
      await main(page)
        .getByRole('button', { name: /Exclusive set/u })
        .click();
      await page.getByRole('option', { name: 'New set…' }).click();
    },
  },
  { name: 'templates', open: async (page) => button(page, 'Add template').click() },
  { name: 'variable-choices', open: async (page) => button(page, 'topic').click() },
  { name: 'variable-rule', open: async (page) => button(page, 'tone').click() },
  { name: 'variable-range', open: async (page) => button(page, 'sources').click() },
  {
    name: 'variable-list',
    open: async (page) => {
      const all = main(page).getByRole('button', { name: /^Show all/u });
      if ((await all.count()) > 0) await all.first().click();
      await button(page, 'Actors / first').click();
    },
  },
  {
    name: 'variable-new',
    open: async (page) => main(page).getByRole('button', { name: 'New article variable' }).click(),
  },
  { name: 'publish', open: async (page) => button(page, 'Publish version').click() },
  { name: 'difference', open: async (page) => button(page, 'What changed in version 2').click() },
  { name: 'import', open: async (page) => act(page, 'Import codebook') },
  { name: 'export', open: async (page) => act(page, 'Export codebook') },
  {
    name: 'faults',
    open: async (page) => {
      await act(page, 'Import codebook');
      await page.getByRole('dialog', { name: 'Import codebook' }).getByText('faulty.csv', { exact: true }).dblclick();
      await page.getByRole('dialog', { name: 'The codebook was not read' }).waitFor();
    },
  },
];
