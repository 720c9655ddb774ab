import type { Page } from 'playwright';
import { act } from '../support/look.ts';
import type { State } from '../support/look.ts';
import { parts, identify } from '../support/window.ts';

const main = (page: Page) => page.getByRole('main', { name: 'Reliability' });

async function choose(page: Page, label: string, entry: string | RegExp): Promise<void> {
  await main(page).getByRole('button', { name: label }).first().press('Enter');
  await page.getByRole('option', { name: entry }).press('Enter');
}

async function measured(page: Page): Promise<void> {
  await page.keyboard.press('Alt+m');
  await main(page)
    .getByRole('heading', { name: /two or more coders/u })
    .waitFor({ timeout: 60_000 });
}

const scrolled = (page: Page, name: string | RegExp): Promise<void> =>
  main(page)
    .getByRole('heading', { name })
    .first()
    .evaluate((heading) => heading.scrollIntoView());

/** Agreement: what is asked, its figures, and the way down to the words. */
export const reliabilityStates: readonly State[] = [
  {
    name: 'empty',
    open: async (page) => {
      await parts(page).documents.getByRole('option').first().waitFor();
      await page.getByRole('button', { name: 'Who is coding?' }).click();
      await identify(page, 'Cleo');
      await page.keyboard.press('Alt+1');
      await page.keyboard.press('Home');
      for (let more = 0; more < 7; more++) await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Alt+7');
      await choose(page, 'Articles', /selected articles/u);
    },
  },
  { name: 'some-codes', open: async (page) => choose(page, 'Which codes', 'Only those chosen below') },
  {
    name: 'running',
    open: async (page) => {
      await choose(page, 'Which codes', 'All codes');
      await main(page).getByRole('textbox', { name: 'Draws' }).fill('100000');
      await page.keyboard.press('Alt+m');
      await main(page).getByRole('button', { name: 'Cancel' }).waitFor();
    },
  },
  {
    name: 'passages',
    open: async (page) => {
      const cancel = main(page).getByRole('button', { name: 'Cancel' });
      // It may be done by itself meanwhile.
      if ((await cancel.count()) > 0) await cancel.click({ timeout: 1000 }).catch(() => undefined);
      await main(page).getByRole('textbox', { name: 'Draws' }).fill('500');
      await page.keyboard.press('Tab');
      await measured(page);
    },
  },
  { name: 'passages-codes', open: async (page) => scrolled(page, /Each code against/u) },
  { name: 'passages-pairs', open: async (page) => scrolled(page, /By pair/u) },
  { name: 'passages-marked', open: async (page) => scrolled(page, /Marked/u) },
  {
    name: 'confusion',
    open: async (page) =>
      main(page)
        .getByRole('button', { name: /^Who said what: Frames \/ Economic/u })
        .first()
        .press('Enter'),
  },
  {
    name: 'places',
    open: async (page) => {
      await main(page)
        .getByRole('grid')
        .getByRole('button', { name: /[1-9] places?$/u })
        .last()
        .press('Enter');
      await main(page).getByRole('region', { name: 'Places' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'place-memo',
    open: async (page) => {
      const place = main(page).getByRole('region', { name: 'Places' }).getByRole('listitem').first();
      await place.focus();
      await page.keyboard.press('u');
      await page.keyboard.press('m');
      await page.keyboard.type('Who is responsible: the firm, or the state that owns it?');
    },
  },
  {
    name: 'place-settled',
    open: async (page) => {
      await page.keyboard.press('Tab');
      const place = main(page).getByRole('region', { name: 'Places' }).getByRole('listitem').first();
      await place.focus();
      await page.keyboard.press('1');
      await place.getByText(/Settled by/u).waitFor();
    },
  },
  {
    name: 'start-agreed',
    open: async (page) => {
      await main(page).getByRole('button', { name: 'All figures' }).click();
      await act(page, 'Start the agreed');
    },
  },
  {
    name: 'agreed',
    open: async (page) => {
      await act(page, 'Start the agreed');
      await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
      await measured(page);
      await scrolled(page, /agreed version/iu);
    },
  },
  { name: 'export', open: async (page) => main(page).getByRole('button', { name: 'Export…' }).press('Enter') },
  { name: 'help', open: async (page) => act(page, 'What the agreement figures') },
  {
    name: 'paragraphs',
    open: async (page) => {
      await choose(page, 'Unit', 'Paragraphs');
      await measured(page);
    },
  },
  {
    name: 'characters',
    open: async (page) => {
      await choose(page, 'Unit', 'Characters');
      await measured(page);
    },
  },
  {
    name: 'variables',
    open: async (page) => {
      await choose(page, 'Measure', 'Article variables');
      await choose(page, 'Also by', /Outlet/u);
      await measured(page);
    },
  },
  {
    name: 'variable-details',
    open: async (page) =>
      main(page)
        .getByRole('button', { name: /^More about/u })
        .first()
        .press('Enter'),
  },
  { name: 'variable-groups', open: async (page) => scrolled(page, /^By Outlet/u) },
  {
    name: 'variable-confusion',
    open: async (page) =>
      main(page)
        .getByRole('button', { name: /^Who said what/u })
        .first()
        .press('Enter'),
  },
];
