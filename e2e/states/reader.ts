import type { Page } from 'playwright';
import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { identify, openDocument, parts } from '../support/window.ts';

const times = async (count: number, act: () => Promise<void>): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await act();
};

/** Opens an article of the list wherever it stands. */
async function article(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Escape');
  await openDocument(page, name);
}

const press = (page: Page, keys: string) => (): Promise<void> => page.keyboard.press(keys);

/** The coding window: text, margin, lists beside it, and what opens over them. */
export const readerStates: readonly State[] = [
  { name: 'no-article', open: async (page) => parts(page).documents.getByRole('option').first().waitFor() },
  {
    name: 'who-is-coding',
    open: async (page) => page.getByRole('button', { name: 'Who is coding?' }).click(),
  },
  {
    name: 'overlaps',
    open: async (page) => {
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Ada Berg');
      await article(page, /^01-dockers/u);
      await times(3, press(page, 'F8'));
    },
  },
  { name: 'selection', open: async (page) => times(3, press(page, 'Alt+ArrowDown')) },
  {
    name: 'picker',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Enter');
      await parts(page).picker.waitFor();
    },
  },
  {
    name: 'picker-new',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      // The picker of the state before gives the focus back when it is gone.
      await parts(page).reader.and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Enter');
      await parts(page).picker.waitFor();
      await page.keyboard.type('cla');
    },
  },
  {
    name: 'forty-codes',
    open: async (page) => {
      await article(page, 'forty-codes');
      await times(2, press(page, 'F8'));
    },
  },
  {
    name: 'forty-codes-more',
    open: async (page) => page.getByRole('button', { name: /more/iu }).first().click(),
  },
  {
    name: 'japanese',
    open: async (page) => {
      await article(page, /^港湾/u);
      await times(2, press(page, 'F8'));
    },
  },
  {
    name: 'mixed',
    open: async (page) => {
      await article(page, /^ميناء/u);
      await press(page, 'F8')();
    },
  },
  {
    name: 'arabic',
    open: async (page) => {
      await article(page, /^07-rai/u);
      await times(2, press(page, 'F8'));
    },
  },
  { name: 'long-name', open: async (page) => article(page, /^Ports authority/u) },
  { name: 'one-word', open: async (page) => article(page, 'one-word') },
  {
    name: 'long-report-end',
    open: async (page) => {
      await article(page, 'long-report');
      await page.keyboard.press('Control+End');
    },
  },
  {
    name: 'find',
    open: async (page) => {
      await article(page, /^01-dockers/u);
      await page.keyboard.press('Control+f');
      await page
        .getByRole('searchbox', { name: 'Find in text' })
        .or(page.getByRole('textbox', { name: 'Find in text' }))
        .fill('the');
    },
  },
  {
    name: 'filter-menu',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Show codings/u }).click();
    },
  },
  {
    name: 'filtered',
    open: async (page) => {
      await page.getByRole('button', { name: /^Show codings/u }).click();
      await page.getByRole('menuitem', { name: 'By Ben Carter' }).click();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'compare',
    open: async (page) => {
      await article(page, /^01-dockers/u);
      await page.getByRole('button', { name: /^Show codings/u }).click();
      await page.getByRole('menuitem', { name: /^All codings/u }).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+b');
      await page.getByRole('region', { name: 'Two coders side by side' }).waitFor();
      await times(2, press(page, 'F9'));
    },
  },
  {
    name: 'focus',
    open: async (page) => {
      await page.keyboard.press('Alt+b');
      await page.keyboard.press('Alt+z');
    },
  },
  {
    name: 'link',
    open: async (page) => {
      await page.keyboard.press('Alt+z');
      await page.keyboard.press('Alt+2');
      await press(page, 'F8')();
      await page.keyboard.press('Alt+l');
      await page.getByRole('dialog', { name: 'Link the coding' }).waitFor();
      await page.keyboard.type('is answered by');
    },
  },
  {
    name: 'memo-links',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+l');
      await page.keyboard.type('is answered by');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+Shift+m');
      await page.keyboard.type(
        'Is this the reproach itself, or a report of it? Compare the second article, where the same words are in quotation marks.',
      );
      await page.keyboard.press('Alt+2');
    },
  },
  { name: 'article-tab', open: async (page) => page.getByRole('tab', { name: 'Article' }).click() },
  {
    name: 'segments-project',
    open: async (page) => {
      await page.keyboard.press('Alt+3');
      await parts(page)
        .segments.getByRole('button', { name: /This article/u })
        .click();
      await page.getByRole('option', { name: 'Whole project' }).click();
    },
  },
  {
    name: 'segments-filter',
    open: async (page) =>
      parts(page)
        .segments.getByRole('button', { name: /All codes|Codes/u })
        .first()
        .click(),
  },
  {
    name: 'search',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+f');
      await page.keyboard.type('strike');
      await page.keyboard.press('Enter');
      await parts(page)
        .drawer.getByText(/hits? for/u)
        .waitFor();
    },
  },
  {
    name: 'search-code',
    open: async (page) => {
      const { drawer } = parts(page);
      await page.keyboard.press('Control+Shift+f');
      await drawer.getByRole('searchbox').fill('strike');
      await page.keyboard.press('Enter');
      await drawer.getByRole('button', { name: /^Code all hits/u }).click();
      await page.getByRole('dialog').getByRole('listbox').waitFor();
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+h');
    },
  },
  { name: 'tasks', open: async (page) => page.keyboard.press('Control+Shift+y') },
  {
    name: 'code-menu',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+s');
      await parts(page).tree.getByRole('row', { name: 'Conflict' }).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'code-focus',
    open: async (page) => {
      await page.keyboard.press('Alt+3');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'code-rename',
    open: async (page) => page.keyboard.press('F2'),
  },
  {
    name: 'header-menu',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page
        .getByRole('button', { name: /^Project/u })
        .first()
        .click();
    },
  },
  { name: 'appearance', open: async (page) => page.getByRole('button', { name: 'Appearance' }).click() },
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ports');
    },
  },
  {
    name: 'go-to-offset',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Control+g');
    },
  },
  {
    name: 'correct',
    open: async (page) => {
      await act(page, 'correct the text');
      await page.getByRole('textbox', { name: 'Corrected text' }).waitFor();
    },
  },
  {
    name: 'correct-review',
    open: async (page) => {
      await act(page, 'correct the text');
      const dialog = page.getByRole('dialog', { name: /^Correct the text/u });
      const copy = dialog.getByRole('textbox', { name: 'Corrected text' });
      const text = await copy.inputValue();
      await copy.fill(`${text.slice(0, 130)}and nobody knows why ${text.slice(190, 410)}${text.slice(700)}`);
      await dialog.getByRole('textbox', { name: 'Reason' }).fill('Checked against the printed page');
      await dialog.getByRole('button', { name: 'Compare' }).click();
      await dialog.getByRole('button', { name: /^Correct the text/u }).waitFor();
    },
  },
];
