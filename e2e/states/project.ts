import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { parts, identify } from '../support/window.ts';

/** What concerns the project as a whole. */
export const projectStates: readonly State[] = [
  {
    name: 'keys',
    open: async (page) => {
      await parts(page).documents.getByRole('option').first().waitFor();
      await page.keyboard.press('F1');
    },
  },
  {
    name: 'keys-change',
    open: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').getByRole('tab').last().click();
    },
  },
  {
    name: 'keys-found',
    open: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').getByRole('tab').last().click();
      await page.getByRole('dialog').getByRole('searchbox').fill('coding');
    },
  },
  { name: 'verify', open: async (page) => act(page, 'Verify project') },
  { name: 'import', open: async (page) => page.keyboard.press('Control+i') },
  { name: 'open', open: async (page) => page.keyboard.press('Control+o') },
  { name: 'new', open: async (page) => page.keyboard.press('Control+n') },
  { name: 'package', open: async (page) => act(page, 'Package without') },
  { name: 'reattach', open: async (page) => act(page, 'Re-attach') },
  { name: 'coder', open: async (page) => act(page, 'Who is coding') },
  {
    name: 'rename-project',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Project/u })
        .first()
        .click();
      await page.getByRole('menuitem', { name: /Rename/u }).click();
    },
  },
  {
    name: 'notice',
    open: async (page) => {
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Cleo');
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+l');
    },
  },
  { name: 'export', open: async (page) => page.keyboard.press('Control+e') },
  {
    name: 'export-annotations',
    open: async (page) => {
      await page.keyboard.press('Control+e');
      await page.getByRole('dialog').getByRole('checkbox').last().scrollIntoViewIfNeeded();
    },
  },
];
