/** Codebook files at fault: every fault in a line of its own, in the window and on the command line, and nothing changed. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newProject, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const cli = resolve(import.meta.dirname, '..', 'out', 'main', 'cli.js');
const bomb = '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<CodeBook>&b;</CodeBook>';

/** Files with the places of their faults, in order. */
const faulty = [
  { name: 'circle.csv', content: 'parent,name\nB,A\nA,B\n', places: ['row 2:'] },
  { name: 'doubled.csv', content: 'path\nA\nB\nA\nB\n', places: ['row 4:', 'row 5:'] },
  { name: 'missing-parent.csv', content: 'parent,name\n,A\nZ,W\n', places: ['row 3:'] },
  {
    name: 'unknown-level.json',
    content: JSON.stringify({
      galley: 'codebook',
      version: 2,
      codes: [{ path: 'A' }],
      variables: [{ scope: 'document', name: 'tone', level: 'ratioo' }],
    }),
    places: ['variable 1:'],
  },
  { name: 'broken.qdc', content: '<CodeBook>\n<Codes></CodeBook></Codes>', places: ['line 2:'] },
  { name: 'bomb.qdc', content: bomb, places: ['line 2:'] },
] as const;

test('are refused whole, with a line for every fault', async ({ workbench: { page, home, folder } }) => {
  test.setTimeout(120_000);
  await newProject(page, 'Faults');
  for (const { name, content } of faulty) writeFileSync(join(home, 'projects', name), content);
  for (const { name, places } of faulty) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Import codebook');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Import codebook' });
    await dialog.getByText(name, { exact: true }).dblclick();
    const refused = page.getByRole('dialog', { name: 'The codebook was not read' });
    const lines = refused.getByRole('list', { name: 'Faults' }).getByRole('listitem');
    await expect(lines, name).toHaveCount(places.length);
    for (const [at, place] of places.entries()) await expect(lines.nth(at), name).toContainText(place);
    await expect(refused).toContainText('Nothing was changed.');
    await page.keyboard.press('Enter');
    await expect(refused).toBeHidden();
    await expect(parts(page).status).toContainText('Nothing to undo');
  }

  const env = { ...process.env, GALLEY_HOME: join(folder, 'command-line') };
  const project = join(folder, 'Faults.galley');
  const galley = (...words: string[]): string =>
    execFileSync(process.execPath, [cli, ...words], { env, encoding: 'utf8', stdio: 'pipe' });
  galley('new', project);
  for (const { name, places } of faulty) {
    let said = '';
    try {
      galley('codebook', 'import', project, join(home, 'projects', name));
    } catch (error) {
      said = String(error instanceof Error && 'stderr' in error ? error.stderr : error);
    }
    for (const place of places) expect(said, name).toContain(place);
  }
  expect(JSON.parse(galley('stats', project, '--json'))).toMatchObject({ codes: 0 });
});
