import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { parts, identify } from '../support/window.ts';

/** What opens a dialog, until it is there. */
const dialog =
  (open: State['open']): State['open'] =>
  async (page) => {
    await open(page);
    await page.getByRole('dialog').first().waitFor();
  };

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
      await page.getByRole('dialog').getByRole('button', { name: 'Change keys…' }).click();
    },
  },
  {
    name: 'keys-found',
    open: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').getByRole('button', { name: 'Change keys…' }).click();
      await page.getByRole('dialog').getByRole('searchbox').fill('coding');
    },
  },
  { name: 'verify', open: dialog((page) => act(page, 'Verify project')) },
  { name: 'backups', open: dialog((page) => page.keyboard.press('Alt+r')) },
  { name: 'open', open: dialog((page) => page.keyboard.press('Control+o')) },
  { name: 'new', open: dialog((page) => page.keyboard.press('Control+n')) },
  { name: 'package', open: dialog((page) => act(page, 'Package without')) },
  { name: 'reattach', open: dialog((page) => act(page, 'Re-attach')) },
  { name: 'coder', open: dialog((page) => act(page, 'Who is coding')) },
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
  { name: 'export', open: dialog((page) => page.keyboard.press('Control+e')) },
  {
    name: 'export-annotations',
    open: async (page) => {
      await page.keyboard.press('Control+e');
      await page.getByRole('dialog').getByRole('checkbox').last().scrollIntoViewIfNeeded();
    },
  },
];
