import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { identify, openDocument, parts } from '../support/window.ts';

/** What a coder sees in a blind round. */
export const blindStates: readonly State[] = [
  {
    name: 'reader',
    open: async (page) => {
      await parts(page).documents.getByRole('option').first().waitFor();
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Ben');
      await openDocument(page, 'harbour');
      await page.keyboard.press('F8');
    },
  },
  { name: 'history', open: (page) => page.keyboard.press('Control+Shift+h') },
  {
    name: 'refused',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+b');
    },
  },
  {
    name: 'reliability',
    open: async (page) => {
      await page.keyboard.press('Alt+7');
      await page.keyboard.press('Alt+m');
      await page.getByRole('region', { name: 'Notices' }).getByText('You have articles in a blind round').waitFor();
    },
  },
  { name: 'rounds', open: (page) => act(page, 'Rounds…') },
];
