/** The whole window in a language of strange letters, with what people wrote in Cyrillic ones: any other word is not translated. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pseudo } from '../scripts/pseudo.ts';
import { makeBlind, makeDeskProject } from './support/deskProject.ts';
import { makeFullProject } from './support/fullProject.ts';
import { actIn, lookAt } from './support/look.ts';
import { areas } from './support/looks.ts';
import { writeInCyrillic } from './support/pseudo/data.ts';
import { findInPseudo } from './support/pseudo/locators.ts';
import { buildPseudo } from './support/pseudo/program.ts';
import { shownTexts, untranslatedWords } from './support/pseudo/shown.ts';
import { expect, serve, stop, test } from './support/workbench.ts';

/**
 * States that show what is not the program’s: licences, published codebooks, files with names and texts of their own, names of
 * columns (of all that is written in Cyrillic letters the journal says that it was otherwise).
 */
const ofOthers: ReadonlySet<string> = new Set([
  'welcome-notices',
  'codebook-templates',
  'welcome-report',
  'welcome-imported',
  'project-verify',
]);

const projectsOf = (folder: string) => ({ full: join(folder, 'Full.galley'), blind: join(folder, 'Blind.galley') });

let place: string;
let program: string;

test.beforeAll(() => {
  test.setTimeout(300_000);
  place = mkdtempSync(join(tmpdir(), 'galley-pseudo-'));
  program = buildPseudo();
  const files = projectsOf(place);
  makeFullProject(place, files.full);
  makeDeskProject(place, files.blind);
  makeBlind(place, files.blind);
  for (const file of Object.values(files)) writeInCyrillic(file);
  actIn(pseudo);
});
test.afterAll(() => {
  actIn((words) => words);
  rmSync(place, { recursive: true, force: true });
});

for (const { area, states, project } of areas) {
  test(`no word of ${area} is untranslated`, async ({ browser }) => {
    test.setTimeout(300_000);
    const home = join(place, String(areas.findIndex((one) => one.area === area)));
    mkdirSync(join(home, 'projects'), { recursive: true });
    writeFileSync(join(home, 'projects', 'faulty.csv'), 'path\n1\n2\n1\n2\n');
    const file = join(home, '1.galley');
    if (project !== 'none') copyFileSync(projectsOf(place)[project], file);
    const { host, address } = await serve(home, project === 'none' ? [] : [file], program);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const undo = findInPseudo(page);
    const found = new Map<string, string>();
    try {
      await page.goto(address);
      const failed = await lookAt(page, area, states, async (_, state) => {
        if (ofOthers.has(state)) return;
        for (const text of await shownTexts(page)) {
          if (untranslatedWords(text).length > 0 && !found.has(text)) found.set(text, state);
        }
      });
      expect(
        [...found].map(([text, state]) => `${state}: ${untranslatedWords(text).join(' ')} in ${text.slice(0, 200)}`),
      ).toEqual([]);
      expect(failed, 'every state is reached').toEqual([]);
    } finally {
      undo();
      await context.close();
      await stop(host);
    }
  });
}
