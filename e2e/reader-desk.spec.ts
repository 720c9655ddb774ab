/** The desk for people who code all day: links between codings, corrected texts, two coders side by side, blind rounds. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { harbour, makeBlind, makeDeskProject } from './support/deskProject.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { applyByName, identify, openDocument, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-desk-'));
const made = join(place, 'Made.galley');
const file = join(place, 'Desk.galley');

test.use({ files: [file] });
test.setTimeout(150_000);
test.beforeAll(() => makeDeskProject(place, made));
test.beforeEach(() => copyFileSync(made, file));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Says who codes, and opens the article that both have coded. */
async function begin(page: Page, coder: string): Promise<void> {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, coder);
  await openDocument(page, 'harbour');
}

test('two codings are linked by a relation, which leads from one to the other', async ({ workbench: { page } }) => {
  await begin(page, 'Ada');
  const { status } = parts(page);
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+l');
  const dialog = page.getByRole('dialog', { name: 'Link the coding' });
  await expect(dialog.getByRole('textbox', { name: 'Relation' })).toBeFocused();
  await page.keyboard.type('is answered by');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('searchbox', { name: 'Filter codings' })).toBeFocused();
  await page.keyboard.type('no money');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expectSoundInBoth(page, 'link dialog');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(status).toContainText('Undo: Link “is answered by”');

  await page.keyboard.press('Control+Shift+m');
  const links = page.getByRole('list', { name: 'Links' });
  const link = links.getByRole('button', { name: /^From this coding: is answered by ?Claim ?The port authority/u });
  await expect(link).toBeVisible();
  await expectSoundInBoth(page, 'list of links');
  await link.press('Enter');
  await expect(page.getByRole('heading', { name: 'Claim' })).toBeVisible();
  await expect(parts(page).reader).toBeFocused();
  await expect(
    links.getByRole('button', { name: /^To this coding: is answered by ?Conflict ?The cranes stand still/u }),
  ).toBeVisible();

  await page.keyboard.press('Alt+l');
  await expect(dialog.getByRole('textbox', { name: 'Relation' })).toHaveValue('is answered by');
  await expect(dialog.getByRole('option', { name: 'is answered by' })).toBeVisible();
  await page.keyboard.press('Escape');
  await pressButton(links.getByRole('button', { name: 'Remove link: is answered by Conflict' }));
  await expect(links).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(links.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(links).toBeHidden();
});

/** Does an action from the command palette. */
async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('a text is corrected: nothing moves before every doubtful coding is decided on', async ({
  workbench: { page },
}) => {
  await begin(page, 'Ada');
  const { reader, status, segments } = parts(page);
  await act(page, 'correct the text');
  const dialog = page.getByRole('dialog', { name: 'Correct the text of “harbour”' });
  const copy = dialog.getByRole('textbox', { name: 'Corrected text' });
  await expect(copy).toBeFocused();
  await expect(copy).toHaveValue(harbour);
  await expect(dialog.getByRole('button', { name: 'Compare' })).toBeDisabled();
  const corrected = harbour
    .replace('a rise of eight per cent', 'a raise of nine per cent')
    .replace(' Ships wait outside the breakwater.', '');
  await copy.fill(corrected);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Checked against the printed page');
  await expectSoundInBoth(page, 'correct text');
  await page.keyboard.press('Escape');
  await act(page, 'correct the text');
  await expect(copy, 'a correction that was begun is kept').toHaveValue(corrected);
  await pressButton(dialog.getByRole('button', { name: 'Compare' }));

  await expect(dialog.getByRole('deletion').filter({ hasText: 'Ships wait' })).toBeVisible();
  await expect(dialog.getByRole('insertion').filter({ hasText: 'nine' })).toBeVisible();
  await expect(dialog).toContainText('4 codings keep words and place for certain.');
  const rows = dialog.getByRole('list', { name: 'Codings to decide on' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  const commit = dialog.getByRole('button', { name: /^Correct the text/u });
  await expect(commit).toBeDisabled();
  await expect(rows.nth(0)).toContainText('The union asks for a raise of nine per cent.');
  await expectSoundInBoth(page, 'review of a correction');
  await rows.nth(0).focus();
  await page.keyboard.press('k');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('r');
  await expect(rows.nth(2)).toContainText('not in the corrected text');
  await expect(commit).toBeDisabled();
  await page.keyboard.press('r');
  await expect(dialog.getByRole('status')).toHaveText('All decided.');
  await commit.press('Enter');
  await expect(dialog).toBeHidden();

  await expect(reader).toContainText('a raise of nine per cent');
  await expect(reader).not.toContainText('Ships wait');
  await expect(status).toContainText('Undo: Correct the text of “harbour”');
  await expect(segments.getByRole('status')).toContainText('5 in this article');
  await page.getByRole('tab', { name: 'Article' }).click();
  const versions = page.getByRole('list', { name: 'Earlier texts' });
  await expect(versions.getByRole('listitem')).toHaveText(/Version 1.*Checked against the printed page.*by Ada/u);
  await expectSoundInBoth(page, 'earlier texts');

  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+z');
  await expect(reader).toContainText('Ships wait outside the breakwater.');
  await expect(segments.getByRole('status')).toContainText('7 in this article');
  await expect(versions).toBeHidden();
});

test('a coding in doubt is placed elsewhere in the corrected text, by keys and by mouse', async ({
  workbench: { page },
}) => {
  await begin(page, 'Ada');
  const { status, segments } = parts(page);
  await act(page, 'correct the text');
  const dialog = page.getByRole('dialog', { name: 'Correct the text of “harbour”' });
  const corrected = harbour
    .replace('a rise of eight per cent', 'a raise of nine per cent')
    .replace(' Ships wait outside the breakwater.', '');
  await dialog.getByRole('textbox', { name: 'Corrected text' }).fill(corrected);
  await dialog.getByRole('button', { name: 'Compare' }).press('Enter');
  const rows = dialog.getByRole('list', { name: 'Codings to decide on' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);

  // By keys: the proposed place is selected; Shift with arrows takes two words less of it.
  await rows.nth(0).focus();
  await page.keyboard.press('p');
  const text = dialog.getByRole('textbox', { name: 'Corrected text, to select the passage in' });
  await expect(text).toBeFocused();
  await expect(rows.nth(0).getByRole('status')).toHaveText('Selected: “The union asks for a raise of nine per cent.”');
  await page.keyboard.type('nothing is written');
  await expect(text).toHaveValue(corrected);
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('p');
  for (let press = 0; press < ' nine per cent.'.length; press++) await page.keyboard.press('Shift+ArrowLeft');
  await expectSoundInBoth(page, 'a place is chosen');
  await page.keyboard.press('Enter');
  await expect(text).toBeHidden();
  await expect(rows.nth(0)).toContainText('will be');
  await expect(rows.nth(0).locator('mark')).toHaveText('The union asks for a raise of');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');

  // By mouse: the words of this one are gone, and it opens where they stood.
  await rows.nth(2).getByRole('button', { name: 'Place elsewhere…' }).click();
  await expect(rows.nth(2).getByRole('button', { name: 'Place at selection' })).toBeDisabled();
  const caret = await text.evaluate((field: HTMLTextAreaElement) => field.selectionStart);
  expect(corrected.slice(0, caret)).toMatch(/no money left\.$/u);
  await text.click({ clickCount: 3, position: { x: 40, y: 40 } });
  const words = await text.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(words.trim()).not.toBe('');
  await rows.nth(2).getByRole('button', { name: 'Place at selection' }).click();
  await expect(rows.nth(2).locator('mark')).toHaveText(words);
  await expect(dialog.getByRole('status')).toHaveText('All decided.');
  await dialog.getByRole('button', { name: /^Correct the text/u }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(segments.getByRole('status')).toContainText('7 in this article');
  await expect(segments).toContainText('The union asks for a raise of');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+z');
  await expect(segments.getByRole('status')).toContainText('7 in this article');
  await expect(status).not.toContainText('Undo: Correct the text');
});

/** The names in a margin, whatever rows they have found. */
async function namesIn(margin: Locator): Promise<string[]> {
  return (await margin.getByRole('button').allTextContents()).toSorted();
}

test('two coders stand side by side, and a key leads from difference to difference', async ({
  workbench: { page },
}) => {
  await begin(page, 'Ada');
  await page.keyboard.press('Alt+b');
  const bar = page.getByRole('region', { name: 'Two coders side by side' });
  await expect(bar.getByRole('button', { name: /Coder on the left/u })).toContainText('Ada');
  await expect(bar.getByRole('button', { name: /Coder on the right/u })).toContainText('Ben');
  await expect(bar.getByRole('status')).toHaveText('1 coding the same, 4 differences');
  const ada = page.getByRole('group', { name: 'Codings by Ada' });
  const ben = page.getByRole('group', { name: 'Codings by Ben' });
  await expect.poll(() => namesIn(ada)).toEqual(['Claim', 'Claim', 'Conflict', 'Human interest']);
  await expect.poll(() => namesIn(ben)).toEqual(['Claim', 'Conflict', 'Conflict']);
  const [left, text, right] = await Promise.all(
    [ada, parts(page).reader, ben].map(async (part) => (await part.boundingBox()) ?? { x: 0, width: 0 }),
  );
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((text?.x ?? 0) + 1);
  expect(right?.x ?? 0).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0) - 1);
  await expectSoundInBoth(page, 'side by side');

  const said = [
    '1 of 4 Boundaries differ: Claim',
    '2 of 4 Only Ada: Claim',
    '3 of 4 Only Ben: Conflict',
    '4 of 4 Only Ada: Human interest',
    '1 of 4 Boundaries differ: Claim',
  ];
  for (const words of said) {
    await page.keyboard.press('F9');
    await expect(bar.getByRole('status')).toHaveText(words);
  }
  await expectSoundInBoth(page, 'a difference');
  await page.keyboard.press('Shift+F9');
  await expect(bar.getByRole('status')).toHaveText('4 of 4 Only Ada: Human interest');

  await pressButton(page.getByRole('button', { name: 'Show codings…' }));
  await page
    .getByRole('menuitemcheckbox', { name: 'Claim' })
    .or(page.getByRole('menuitem', { name: 'Claim' }))
    .click();
  await expect.poll(() => namesIn(ada)).toEqual(['Claim', 'Claim']);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('F9');
  await expect(bar.getByRole('status')).toHaveText(/of 2/u);

  await page.keyboard.press('Alt+b');
  await expect(bar).toBeHidden();
  await expect(page.getByRole('group', { name: 'Codings beside the text' })).toBeVisible();
});

test('focus mode leaves the text alone, with what was selected, until Escape', async ({ workbench: { page } }) => {
  await begin(page, 'Ada');
  const { documents, reader, drawer } = parts(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+z');
  await expect(documents).toBeHidden();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden();
  await expect(reader).toBeFocused();
  await expect(page.getByRole('group', { name: 'Codings beside the text' })).toBeVisible();
  await expectSoundInBoth(page, 'focus mode');
  // The sentence is still selected: a key codes it.
  await page.keyboard.press('Enter');
  await applyByName(page, 'Tone');
  await expect(page.getByRole('group', { name: 'Codings beside the text' })).toContainText('Tone');
  for (let press = 0; press < 3 && !(await documents.isVisible()); press++) await page.keyboard.press('Escape');
  await expect(documents).toBeVisible();
  await expect(reader).toBeFocused();
  await page.keyboard.press('Alt+z');
  await expect(documents).toBeHidden();
  await page.keyboard.press('Alt+3');
  await expect(parts(page).codes).toBeVisible();
});

test('a coding is isolated by pointer and key; text size, measure and find do what they say', async ({
  workbench: { page },
}) => {
  await begin(page, 'Ada');
  const { reader } = parts(page);
  const margin = page.getByRole('group', { name: 'Codings beside the text' });
  const dimmed = margin.getByRole('button').and(page.locator('.dim'));
  await margin.getByRole('button', { name: /^Human interest/u }).hover();
  // Seven codings, of which two of two coders are drawn as one.
  await expect(dimmed).toHaveCount(5);
  await page.mouse.move(700, 5);
  await expect(dimmed).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(dimmed).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(dimmed).toHaveCount(0);

  const look = () =>
    reader.evaluate((element) => ({ size: getComputedStyle(element).fontSize, width: element.clientWidth }));
  const usual = await look();
  await page.keyboard.press('Alt+Equal');
  await expect.poll(look).not.toMatchObject({ size: usual.size });
  await page.keyboard.press('Alt+0');
  await expect.poll(look).toEqual(usual);
  for (let press = 0; press < 4; press++) await page.keyboard.press('Alt+Shift+w');
  await expect.poll(async () => (await look()).width).toBeLessThan(usual.width);

  await page.keyboard.press('Control+f');
  await pressButton(page.getByRole('button', { name: 'Regular expression' }));
  await page
    .getByRole('textbox', { name: 'Find in text' })
    .or(page.getByRole('searchbox', { name: 'Find in text' }))
    .fill('the (northern|port)');
  const find = page.getByRole('search').or(page.locator('.galley-find'));
  await expect(find.first()).toContainText(/2 matches|of 2/u);
  await page.keyboard.press('Enter');
  await expect(find.first()).toContainText(/[12] of 2/u);
});

test.describe('in a blind round', () => {
  test.beforeAll(() => makeBlind(place, made));

  test('a coder sees nothing of the others’ work, until the other coder sits down', async ({ workbench: { page } }) => {
    await begin(page, 'Ben');
    const { documents, segments, status, tree, drawer } = parts(page);
    const margin = page.getByRole('group', { name: 'Codings beside the text' });
    await expect(status.getByRole('note')).toHaveText('Blind: Reliability');
    await expect(page.getByRole('region', { name: 'Reader' }).getByRole('note')).toHaveText('Blind: Reliability');
    await expect.poll(() => namesIn(margin)).toEqual(['Claim', 'Conflict', 'Conflict']);
    await expect(documents.getByRole('option', { name: /harbour/u })).toContainText('3');
    await expect(segments.getByRole('status')).toContainText('3 in this article');
    await expect(tree.getByRole('row', { name: 'Claim', exact: true })).toContainText('1');
    await expect(tree.getByRole('row', { name: 'Human interest', exact: true })).not.toContainText('1');
    await page.keyboard.press('Control+Shift+h');
    await expect(drawer).toContainText('Ben.jsonl');
    await expect(drawer).not.toContainText('Ada.jsonl');
    await expectSoundInBoth(page, 'blind');

    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Alt+b');
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('Two coders cannot be compared in a blind round.');
    await act(page, 'export data');
    const exporting = page.getByRole('dialog', { name: 'Export data' });
    await expect(exporting.getByRole('note')).toContainText('the files hold your own work alone');
    await expect(exporting).toContainText('3 rows');
    await page.keyboard.press('Escape');
    await act(page, 'correct the text');
    await expect(notices).toContainText('In a blind round a text cannot be corrected');

    // A new coding counts on from what may be seen.
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await applyByName(page, 'Claim');
    await expect(tree.getByRole('row', { name: 'Claim', exact: true })).toContainText('2');
    await expect(documents.getByRole('option', { name: /harbour/u })).toContainText('4');

    await act(page, 'who is coding');
    await identify(page, 'Ada');
    await expect.poll(() => namesIn(margin)).toEqual(['Claim', 'Claim', 'Conflict', 'Human interest']);
    await expect(tree.getByRole('row', { name: 'Human interest', exact: true })).toContainText('1');
    await expect(status).toContainText('(by Ada)');
  });
});
