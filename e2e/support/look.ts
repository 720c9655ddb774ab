import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { windowSize } from './shots.ts';

/** Where the pictures of all states go. They are for looking at, and are not kept with the program. */
const looksFolder = resolve(import.meta.dirname, '..', '..', 'dist', 'looks');

/** A state of the window, by the name of its pictures; from one state the next may go on. */
export type State = {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
};

const narrow = { width: 900, height: 900 };

async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 6; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

async function picture(page: Page, name: string): Promise<void> {
  await settle(page);
  writeFileSync(join(looksFolder, `${name}.png`), await page.screenshot({ animations: 'disabled', scale: 'css' }));
}

/** Takes pictures of a state in light, in dark, and in a narrow window, and says which. */
async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(narrow);
  await picture(page, `${name}-narrow`);
  await page.setViewportSize(windowSize);
  await settle(page);
  process.stdout.write(`dist/looks/${name}\n`);
}

/** Shuts what is open over the window. */
async function clear(page: Page): Promise<void> {
  const over = page.locator('[role=dialog], [role=alertdialog], [role=menu], [data-trigger] [role=listbox]');
  for (let press = 0; press < 4 && (await over.count()) > 0; press++) await page.keyboard.press('Escape');
}

/** Takes pictures of a state, named by its area and itself. */
export async function takePictures(page: Page, name: string): Promise<void> {
  mkdirSync(looksFolder, { recursive: true });
  rmSync(join(looksFolder, `${name}.png`), { force: true });
  await pictures(page, name);
}

/** Brings a state about, on a busy machine with a second try; null, or why it could not. */
async function reached(page: Page, open: State['open']): Promise<string | null> {
  try {
    await open(page);
    return null;
  } catch {
    await clear(page);
  }
  try {
    await open(page);
    return null;
  } catch (error) {
    return String(error);
  }
}

/**
 * Goes through the states of one window and looks at each. One that cannot be reached is told, looked at as it is, and the next one is
 * tried.
 */
export async function lookAt(
  page: Page,
  area: string,
  states: readonly State[],
  look: (page: Page, name: string) => Promise<void>,
): Promise<string[]> {
  page.setDefaultTimeout(10_000);
  const failed: string[] = [];
  for (const { name, open } of states) {
    const full = `${area}-${name}`;
    const problem = await reached(page, open);
    if (problem !== null) {
      failed.push(full);
      process.stderr.write(`${full}: ${problem}\n`);
    }
    await settle(page);
    await look(page, full);
    await clear(page);
  }
  return failed;
}

/** How the names of actions are written in the palette: as they are, or in the language that is shown. */
const written = { as: (words: string): string => words };

/** Lets `act` type what an action is called in another language. */
export function actIn(language: (words: string) => string): void {
  written.as = language;
}

/** Does an action from the command palette. */
export async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  await page.keyboard.type(written.as(words));
  await page.keyboard.press('Enter');
}
