import { join } from 'node:path';
import type { Page } from 'playwright';
import { galley } from './commandLine.ts';
import { shoot, windowSize, withWindow } from './shots.ts';
import { identify, openDocument, openSample, parts } from './window.ts';

type Named = { id: string; name: string };
type Call = (method: string, input: object) => unknown;

const choices = (...labels: string[]) => labels.map((label, at) => ({ value: at + 1, label }));

/** Questions about the article, two of them under a heading. */
const questions = [
  {
    name: 'topic',
    label: 'What is the article about?',
    help: 'The subject of most of its paragraphs.',
    level: 'nominal',
    required: true,
    choices: choices('The dispute itself', 'Its consequences', 'The people concerned'),
  },
  { name: 'Actors / First to speak', level: 'entity', entityList: 'Actors' },
  {
    name: 'Actors / Their stance',
    level: 'ordinal',
    choices: choices('Against the new rosters', 'Undecided', 'For the new rosters'),
  },
  {
    name: 'frames',
    label: 'Which frames occur?',
    level: 'multiple',
    choices: [
      ...choices('Conflict', 'Economic consequences', 'Human interest'),
      { value: 99, label: 'None', missing: true },
    ],
  },
  { name: 'sources', label: 'How many sources are quoted?', level: 'ratio', minimum: 0, maximum: 50, choices: [] },
];

/** Gives the sample project questions, rules, two versions of its codebook and some answers by Ada Berg. */
function furnish(home: string, file: string): void {
  const call: Call = (method, input) =>
    galley(home, 'call', file, method, JSON.stringify(input), '--coder', 'Ada Berg');
  // What these methods answer.
  const [loaded] = (call('codes.list', {}) as { codes: Named[] }).codes.filter(
    ({ name }) => name === 'Loaded language',
  );
  const { rows } = call('documents.list', { offset: 0, limit: 8 }) as { rows: Named[] };
  const made = questions.map((fields) => call('variables.create', { scope: 'document', ...fields }) as Named);
  const union = call('entities.create', { list: 'Actors', name: 'Dockers’ union' }) as Named;
  call('versions.publish', { note: 'Agreed after the training round.' });
  const given = [1, union.id, 1, [1, 2]];
  given.forEach((value, at) => call('answers.set', { document: rows[0]?.id, variable: made[at]?.id, value }));
  rows.slice(1, 4).forEach(({ id }) => call('answers.set', { document: id, variable: made[0]?.id, value: 2 }));
  rows.slice(1, 3).forEach(({ id }) => call('progress.set', { document: id, status: 'done' }));
  call('codes.update', {
    code: loaded?.id,
    include: 'Words that judge where a plain word was at hand: “gag order”, “ransom”.',
    exclude: 'Judging words in a quotation, unless the article takes them up.',
  });
  call('versions.publish', { note: 'Quotations are left out of Loaded language.' });
}

async function codebookShots(page: Page): Promise<void> {
  await page.keyboard.press('Alt+6');
  const main = page.getByRole('main', { name: 'Codebook' });
  await main.getByRole('row', { name: 'Loaded language' }).click();
  await main.getByRole('button', { name: 'Still right' }).first().waitFor({ timeout: 15_000 });
  await shoot(page, 'codebook');
}

async function formShots(page: Page): Promise<void> {
  await page.keyboard.press('Alt+1');
  await openDocument(page, /^Dockers halt/u);
  await page.keyboard.press('Alt+5');
  await page.getByRole('region', { name: 'Article form' }).getByRole('radio', { name: 'Its consequences' }).waitFor();
  await shoot(page, 'form');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'form-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 900, height: 900 });
  await page.keyboard.press('Alt+5');
  await shoot(page, 'form-narrow');
  await page.setViewportSize(windowSize);
}

/** Pictures of the codebook view and the form. */
export async function deskShots(folder: string): Promise<void> {
  const home = join(folder, 'home');
  await withWindow(home, [], openSample);
  const file = join(home, 'projects', 'Harbour strike (sample).galley');
  furnish(home, file);
  await withWindow(home, [file], async (page) => {
    await parts(page).documents.getByRole('option').first().waitFor();
    await page.getByRole('button', { name: 'Who is coding?' }).click();
    await identify(page, 'Ada Berg');
    await codebookShots(page);
    await formShots(page);
  });
}
