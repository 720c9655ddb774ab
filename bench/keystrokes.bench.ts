/** Counts the key presses of a job: ten articles, eight codings and twelve answers each, each article done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/main/store/database.ts';
import { record } from '../src/main/store/journal.ts';
import { insertVariable } from '../src/main/store/rows/variable.ts';
import { article } from './lib/articles.ts';
import { question } from './lib/listProject.ts';
import { makeProject } from './lib/project.ts';
import { writeSection } from './lib/results.ts';
import { openBrowser, openWorkbench } from './lib/window.ts';

const articles = 10;
const codings = 8;
const answers = 12;

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const project = join(folder, 'job.galley');
makeProject(
  project,
  () => Array.from({ length: articles }, (_, at) => ({ name: `Document ${at}`, text: article(at, 2400), codings: 0 })),
  { coders: 0, codes: codings + 1 },
);
const store = openStore(project);
record(store.db, { kind: 'command', method: 'bench', coder: null, at: 0 }, () => {
  for (let number = 0; number < answers; number++) insertVariable(store.db, question(number), 0);
  return { label: 'Make questions', output: null };
});
store.close();

const browser = await openBrowser();
try {
  const { page, end } = await openWorkbench(browser, join(folder, 'home'), project);
  const list = page.getByRole('region', { name: 'Documents' });
  await page.getByRole('textbox', { name: 'Article text' }).waitFor();
  let count = 0;
  const press = async (keys: string): Promise<void> => {
    count++;
    await page.keyboard.press(keys);
  };
  await press('Alt+2');
  for (let at = 0; at < articles; at++) {
    const row = list.getByRole('option', { name: `Document ${at}`, exact: false }).first();
    for (let number = 1; number <= codings; number++) {
      await press('Alt+ArrowDown'); // the next sentence
      await press(String(number));
    }
    await page.getByText(`${codings} in this article`).waitFor();
    await press('Alt+5');
    for (let number = 1; number <= answers; number++) {
      await press(String(1 + (number % 5)));
      await page.getByText(`${number} of ${answers} answered`).waitFor();
      if (number < answers) await press('Enter');
    }
    await press('Alt+d'); // done, and on to the next
    await row.getByRole('img', { name: 'Done' }).waitFor();
    if (at < articles - 1) await page.getByText('0 in this article').waitFor();
  }
  const work = articles * (codings + answers);
  writeSection('Key presses for a job', [
    `${articles} articles, in each ${codings} sentences with a code of their own and ${answers} answers, every article marked done: **${count} key presses**,`,
    `${(count / articles).toFixed(1)} an article, ${(count / work).toFixed(2)} for each coding or answer. A combination counts as one; the mouse is not touched.`,
  ]);
  await end();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
