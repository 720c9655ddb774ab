/** A content analysis without a mouse: two coders, three articles, a codebook that changes while they work. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { galley } from './support/commandLine.ts';
import { readCsv } from './support/csv.ts';
import { applyByName, identify, openFirstDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const corpus = resolve(import.meta.dirname, '..', '..', 'shared', 'corpus', 'articles');
const scraped = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.txt')) : [];
const place = mkdtempSync(join(tmpdir(), 'galley-desk-'));
const file = join(place, 'Desk.galley');

test.use({ files: [file] });
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Texts for where there are no scraped articles. */
const written = ['ferry', 'market', 'school'].map((about) => ({
  name: `${about}.txt`,
  text: `The ${about} will close in May, says the mayor. Parents protest. “Nobody asked us,” says Dora Lund.\n\nThe council meets again on Monday. It has heard all sides. A decision is due in spring.\n`,
}));

function articles(): string[] {
  if (scraped.length >= 3) return scraped.slice(0, 3).map((name) => join(corpus, name));
  return written.map(({ name, text }) => {
    writeFileSync(join(place, name), text);
    return join(place, name);
  });
}

const home = join(place, 'command-line');
const command = (...words: string[]): unknown => galley(home, ...words);

/** The tables that the command line exports, as they stand on the disk while the window has the project open. */
function tables(name: string): { codings: Record<string, string>[]; files: Record<string, string> } {
  const out = join(place, name);
  command('export', file, out, '--format', 'csv');
  const csv = readdirSync(out).filter((one) => one.endsWith('.csv'));
  return {
    codings: readCsv(readFileSync(join(out, 'codings.csv'))),
    files: Object.fromEntries(csv.map((one) => [one, readFileSync(join(out, one), 'utf8')])),
  };
}

const formOf = (page: Page): Locator => page.getByRole('region', { name: 'Article form' });
const codebook = (page: Page): Locator => page.getByRole('main', { name: 'Codebook' });
const undoOf = (page: Page): Locator => parts(page).status;

/** Runs a command of the palette by its name. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function addTemplate(page: Page, title: string): Promise<void> {
  await run(page, 'Add template');
  const dialog = page.getByRole('dialog', { name: 'Add template' });
  const option = dialog.getByRole('option', { name: title });
  await expect(dialog.getByRole('option').first()).toBeFocused();
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(undoOf(page)).toContainText(`Undo: Add template “${title}”`);
}

async function publish(page: Page, number: number, note: string): Promise<void> {
  await run(page, 'Publish codebook version');
  const dialog = page.getByRole('dialog', { name: `Publish version ${number}` });
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type(note);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(undoOf(page)).toContainText(`Undo: Publish codebook version ${number}`);
}

type Statement = { actor: string; concept: string; agrees: boolean };

/** Codes the next sentence as a statement and answers what is asked of it: who says what, and for or against. */
async function statement(page: Page, { actor, concept, agrees }: Statement): Promise<void> {
  const { reader } = parts(page);
  const passage = formOf(page).getByRole('region', { name: 'About this passage' });
  await page.keyboard.press('Alt+2');
  await expect(reader).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await applyByName(page, 'Statement');
  await expect(undoOf(page)).toContainText('Undo: Code “Statement”');
  await page.keyboard.press('Alt+5');
  await expect(passage.getByRole('combobox', { name: 'Who makes the statement?' })).toBeFocused();
  await page.keyboard.type(actor);
  await page.keyboard.press('Enter');
  await expect(passage.getByRole('combobox', { name: 'Who makes the statement?' })).toHaveValue(actor);
  await page.keyboard.press('Enter');
  await expect(passage.getByRole('combobox', { name: 'For which organisation?' })).toBeFocused();
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('Enter');
  const field = passage.getByRole('combobox', { name: 'On which concept?' });
  await expect(field).toBeFocused();
  await page.keyboard.type(concept);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(concept);
  await page.keyboard.press('Enter');
  await page.keyboard.press(agrees ? '2' : '1');
  await expect(passage.getByRole('radio', { name: agrees ? 'Agrees' : 'Disagrees', exact: true })).toBeChecked();
}

/** Answers the form of the article and goes on to the next article, which takes one key. */
async function finish(page: Page, tone: string): Promise<void> {
  const form = formOf(page);
  await page.keyboard.press('Alt+n');
  const answers = form.getByRole('radiogroup', { name: /^How does the article evaluate/u }).getByRole('radio');
  await expect(answers.first()).toBeFocused();
  await page.keyboard.press(tone);
  await expect(answers.nth(Number(tone) - 1)).toBeChecked();
  await page.keyboard.press('Alt+d');
}

/** The open article, by its row in the list. */
const openRow = (page: Page): Locator => parts(page).documents.getByRole('option', { selected: true });

/** One coder goes through all articles; the window is loaded again in the middle of the second. */
async function codeAll(page: Page, coder: string, tones: readonly string[]): Promise<void> {
  await run(page, 'Who is coding');
  await identify(page, coder);
  await openFirstDocument(page);
  for (const [at, tone] of tones.entries()) {
    const row = parts(page).documents.getByRole('option').nth(at);
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await statement(page, { actor: 'The mayor', concept: 'It must close', agrees: true });
    if (at === 1) {
      await page.reload();
      await expect(parts(page).documents.getByRole('option')).toHaveCount(tones.length);
      // The article that was open comes back by itself.
      await expect(row).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Alt+1');
      await expect(parts(page).documents.getByRole('listbox')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(openRow(page)).toHaveCount(1);
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+ArrowDown');
    }
    await statement(page, { actor: `A parent, says ${coder}`, concept: 'It must close', agrees: false });
    await finish(page, tone);
    await expect(
      row
        .getByText(/done/iu)
        .or(row.getByRole('img', { name: /done/iu }))
        .first(),
    ).toBeVisible();
  }
}

/** What the file on the disk holds, as the command line tells it; and that all of it is sound. */
function onDisk(): unknown {
  expect(command('verify', file, '--json')).toEqual({ ok: true, problems: [] });
  return command('stats', file, '--json');
}

/** Loads the window again; what the file holds must be what it held. */
async function reload(page: Page): Promise<void> {
  const before = onDisk();
  await page.reload();
  await expect(parts(page).documents.getByRole('option')).toHaveCount(3);
  expect(onDisk()).toEqual(before);
}

async function chooseCode(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+6');
  const row = parts(page).tree.getByRole('row', { name, exact: true });
  await expect(parts(page).tree.getByRole('row').and(page.locator(':focus'))).toHaveCount(1);
  for (let steps = 0; steps < 10 && !(await row.evaluate((one) => one === document.activeElement)); steps++) {
    await page.keyboard.press(steps === 0 ? 'Home' : 'ArrowDown');
  }
  await expect(row).toBeFocused();
}

/** Changes a rule of “Statement”, publishes it, and works off what the acting coder made before. */
async function changeRule(page: Page): Promise<void> {
  await chooseCode(page, 'Statement');
  await page.keyboard.press('d');
  const definition = codebook(page).getByRole('textbox', { name: 'Definition' });
  await expect(definition).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Headlines count too.');
  await page.keyboard.press('Tab');
  await expect(undoOf(page)).toContainText('Undo: Define “Statement”');
  await publish(page, 2, 'Headlines count');
}

const staleRows = (page: Page): Locator =>
  codebook(page).getByRole('list', { name: 'Made before version 2' }).getByRole('listitem');

/** Opens the first passage to check, comes back, and says of each that it is still right. */
async function checkWork(page: Page, count: number): Promise<void> {
  await page.keyboard.press('Alt+k');
  await expect(staleRows(page)).toHaveCount(count);
  await expect(staleRows(page).first()).toBeFocused();
  await expect(staleRows(page).first()).toContainText('Headlines count too.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(parts(page).reader).toBeFocused();
  await page.keyboard.press('Alt+k');
  await expect(staleRows(page).nth(1)).toBeFocused();
  for (let left = count; left > 0; left--) {
    await expect(staleRows(page)).toHaveCount(left);
    await expect(staleRows(page).and(page.locator(':focus'))).toHaveCount(1);
    await page.keyboard.press('s');
  }
  await expect(staleRows(page)).toHaveCount(0);
}

/** Says that the work of the other coder is meant to change, too. */
async function mean(page: Page): Promise<void> {
  const question = page.getByRole('alertdialog', { name: 'Change the work of Ben?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
}

/** Splits two codings off “Statement”, makes a code to merge them into, and archives what is left. */
async function rearrange(page: Page): Promise<void> {
  const { tree } = parts(page);
  const row = (name: string): Locator => tree.getByRole('row', { name, exact: true });
  await chooseCode(page, 'Statement');
  await page.keyboard.press('Shift+S');
  const split = page.getByRole('dialog', { name: 'Split “Statement”' });
  await expect(split.getByRole('textbox', { name: 'Name of the new code' })).toBeFocused();
  await page.keyboard.type('Protest');
  // The codings to choose from are asked for.
  await expect(split.getByRole('checkbox').nth(1)).toBeVisible();
  for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Space', 'Enter']) await page.keyboard.press(key);
  await expect(split).toBeHidden();
  await mean(page);
  await expect(row('Protest')).toContainText('2');
  await expect(row('Statement')).toContainText('10');

  await chooseCode(page, 'Statement');
  await page.keyboard.press('n');
  await page.keyboard.type('Voices');
  await page.keyboard.press('Enter');
  await expect(row('Voices')).toBeFocused();
  await chooseCode(page, 'Protest');
  await page.keyboard.press('m');
  const merge = page.getByRole('dialog', { name: 'Merge “Protest”' });
  await expect(merge.getByRole('searchbox', { name: 'Filter codes' })).toBeFocused();
  await page.keyboard.type('voi');
  await page.keyboard.press('Enter');
  await expect(merge.getByRole('status')).toContainText('2 codings in');
  await page.keyboard.press('Enter');
  await expect(merge).toBeHidden();
  await expect(row('Protest')).toBeHidden();
  await expect(row('Voices')).toContainText('2');
  await chooseCode(page, 'Statement');
  await page.keyboard.press('a');
  await expect(row('Statement, archived')).toBeVisible();
}

/**
 * Takes everything back, down to the empty project, and brings it back. One coder alone cannot: the work of the other is not
 * hers to take back, so nobody in particular does it, while no window has the project open.
 */
function undoAndRedoAll(): void {
  const script = join(import.meta.dirname, 'support', 'undoAndRedoAll.ts');
  const { undone, redone, between } = JSON.parse(
    execFileSync(process.execPath, [script, file], { encoding: 'utf8' }),
  ) as {
    undone: number;
    redone: number;
    between: object;
  }; // what the script prints
  expect(between).toMatchObject({ documents: 0, codes: 0, annotations: 0, answers: 0 });
  expect(redone).toBe(undone);
}

test(`three articles (${scraped.length >= 3 ? 'scraped' : 'written for this'}) are coded by two coders by keyboard alone`, async ({
  workbench: { page },
}) => {
  test.setTimeout(420_000);
  await expect(parts(page).documents.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Alt+6');
  await addTemplate(page, 'Tone (−2 … +2)');
  await addTemplate(page, 'Discourse-network statements');
  await run(page, 'Who is coding');
  await identify(page, 'Ada');
  await publish(page, 1, 'Pilot is over');

  await codeAll(page, 'Ada', ['1', '2', '3']);
  await reload(page);
  await codeAll(page, 'Ben', ['1', '2', '5']);
  // Each article: two statements with four answers and the tone, from each of two coders.
  expect(onDisk()).toMatchObject({ documents: 3, annotations: 12, coders: 2, answers: 2 * 3 * (2 * 4 + 1) });

  await changeRule(page);
  await checkWork(page, 6);
  await run(page, 'Who is coding');
  await identify(page, 'Ada');
  await checkWork(page, 6);
  await reload(page);

  await rearrange(page);
  const before = tables('before');
  expect(before.codings).toHaveLength(12);
  expect(new Set(before.codings.map(({ coder }) => coder))).toEqual(new Set(['Ada', 'Ben']));
  expect(before.codings.filter(({ code }) => code === 'Voices')).toHaveLength(2);
  const held = onDisk();
  await expect(undoOf(page)).toContainText('Undo: Archive code “Statement”');
  await run(page, 'Close project');
  await expect(page.getByRole('heading', { name: 'Galley' })).toBeVisible();
  undoAndRedoAll();
  expect(onDisk()).toEqual(held);
  expect(tables('after').files).toEqual(before.files);
});

test.beforeEach(() => {
  for (const name of [file, `${file}-lock`]) rmSync(name, { force: true });
  command('new', file);
  command('import', file, ...articles());
});
