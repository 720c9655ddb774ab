/** Lists of names that questions pick from: added to, described, renamed and cleared where nobody names them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFormProject } from './support/formProject.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { identify, openDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-names-'));
const file = join(place, 'Names.galley');

test.use({ files: [file] });
test.beforeEach(() => makeFormProject(place, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

test('a name is added, described and renamed, and one that answers use stays', async ({ workbench: { page } }) => {
  test.setTimeout(120_000);
  const { documents, status } = parts(page);
  await expect(documents.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, 'Ada');
  await openDocument(page, 'alpha');
  await page.keyboard.press('Alt+5');
  const actor = page.getByRole('region', { name: 'Article form' }).getByRole('combobox', { name: /Who acts first/u });
  await actor.fill('Dockers');
  await actor.press('Enter');
  await expect(status).toContainText('Undo: Answer “actor”');

  await page.keyboard.press('Alt+6');
  await page.getByRole('region', { name: 'Variables' }).getByRole('button', { name: 'Lists of names…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Lists of names' });
  const names = dialog.getByRole('list', { name: 'Names in Actors' });
  await expect(names.getByRole('listitem')).toContainText(['Dockers’ union', 'Port authority']);
  await expect(dialog.getByRole('textbox', { name: 'Another name' })).toBeFocused();
  await page.keyboard.type('Harbour master');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('3 names');
  await dialog.getByRole('button', { name: 'Change Harbour master' }).press('Enter');

  const form = page.getByRole('dialog', { name: 'Change “Harbour master”' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Name' }).fill('Harbour mistress');
  // What is known of others in the list is asked of this one, too.
  await expect(form.getByRole('textbox', { name: 'What 1' })).toHaveValue('kind');
  await form.getByRole('textbox', { name: 'Value 1' }).fill('official');
  await form.getByRole('button', { name: 'Add a line' }).press('Enter');
  await form.getByRole('textbox', { name: 'What 2' }).fill('kind');
  await expect(form).toContainText('“kind” stands there twice.');
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'What 2' }).fill('country');
  await form.getByRole('textbox', { name: 'Value 2' }).fill('Norway');
  await expectSoundInBoth(page, 'a name');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  const changed = names.getByRole('listitem').filter({ hasText: 'Harbour mistress' });
  await expect(changed).toContainText('kind: official · country: Norway');
  await page.screenshot({ path: test.info().outputPath('names.png') });

  // The name in the answer stays, and says why; the others go.
  await dialog.getByRole('button', { name: 'Remove Dockers’ union' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('1 answer names “Dockers’ union”');
  await dialog.getByRole('button', { name: 'Remove Port authority' }).press('Enter');
  await expect(names.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(status).toContainText('Undo: Remove “Port authority” from Actors');
});

test('an example in words of one’s own is changed where it stands', async ({ workbench: { page } }) => {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Alt+6');
  const code = page.getByRole('form', { name: 'Code' });
  await page.getByRole('main', { name: 'Codebook' }).getByRole('row', { name: 'Claim' }).click();
  await code.getByRole('textbox', { name: 'New example' }).fill('They want moore.');
  await page.keyboard.press('Enter');
  const examples = code.getByRole('list', { name: 'Examples' });
  await examples.getByRole('button', { name: 'Change the example “They want moore.”' }).press('Enter');
  await expect(examples.getByRole('textbox', { name: 'Words of the example' })).toBeFocused();
  await examples.getByRole('textbox').fill('They want more.');
  await page.keyboard.press('Enter');
  await expect(examples.getByRole('listitem')).toHaveText(/They want more\./u);
  await expect(parts(page).status).toContainText('example');
});
