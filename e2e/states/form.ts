import type { Page } from 'playwright';
import { parts, identify, openDocument } from '../support/window.ts';
import type { State } from '../support/look.ts';

const form = (page: Page) => page.getByRole('region', { name: 'Article form' });
const toForm = async (page: Page): Promise<void> => page.keyboard.press('Alt+5');

/** The questions about an article and its passages. */
export const formStates: readonly State[] = [
  {
    name: 'answered',
    open: async (page) => {
      await parts(page).documents.getByRole('option').first().waitFor();
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Ada Berg');
      await openDocument(page, /^01-dockers/u);
      await toForm(page);
    },
  },
  {
    name: 'second',
    open: async (page) => {
      await toForm(page);
      for (let at = 0; at < 4; at++) await page.keyboard.press('Enter');
    },
  },
  {
    name: 'end',
    open: async (page) => {
      await toForm(page);
      await form(page).getByRole('textbox', { name: 'Remarks' }).focus();
    },
  },
  {
    name: 'out-of-range',
    open: async (page) => {
      await toForm(page);
      await form(page).getByRole('textbox', { name: 'How heated is the language (−5 to 5)?' }).fill('51');
      await form(page).getByRole('textbox', { name: 'On which day did it happen?' }).fill('2024-02-30');
      await page.keyboard.press('Shift+Tab');
    },
  },
  {
    name: 'entity',
    open: async (page) => {
      await toForm(page);
      await form(page).getByRole('textbox', { name: 'How heated is the language (−5 to 5)?' }).fill('');
      await form(page).getByRole('textbox', { name: 'On which day did it happen?' }).fill('');
      await form(page).getByRole('combobox').focus();
      await page.keyboard.type('o');
    },
  },
  {
    name: 'answer-menu',
    open: async (page) => {
      await toForm(page);
      await page.keyboard.press('Escape');
      await form(page)
        .getByRole('button', { name: /^Answer to What is the article/u })
        .click();
    },
  },
  {
    name: 'evidence',
    open: async (page) => {
      await toForm(page);
      await form(page).getByRole('radio', { name: 'Its consequences' }).focus();
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+e');
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+e');
    },
  },
  {
    name: 'missing',
    open: async (page) => {
      await openDocument(page, /^06-interview/u);
      await page.keyboard.press('Alt+d');
      await form(page).getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'passage',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Control+Home');
      // Only a coding of her own has questions for her.
      const about = form(page).getByRole('region', { name: 'About this passage' });
      for (let step = 0; step < 30 && !(await about.isVisible()); step++) {
        await page.keyboard.press('F8');
        await page.waitForTimeout(150);
      }
      await about.waitFor();
      await toForm(page);
    },
  },
  {
    name: 'set-aside',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+Shift+s');
    },
  },
  {
    name: 'set-aside-article',
    open: async (page) => {
      await openDocument(page, /^04-who/u);
      await toForm(page);
    },
  },
  { name: 'order-menu', open: async (page) => form(page).getByRole('button', { name: 'Order of articles' }).click() },
];
