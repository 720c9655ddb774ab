/** The codebook desk by keyboard: templates, splitting, exclusive sets, examples, show-if rules, and work to check. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { applyByName, drop, identify, newProject, openFirstDocument, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

function view(page: Page) {
  const main = page.getByRole('main', { name: 'Codebook' });
  return {
    main,
    form: main.getByRole('form', { name: 'Code', exact: true }),
    variables: main.getByRole('region', { name: 'Variables' }),
    versions: main.getByRole('region', { name: 'Versions' }),
  };
}

const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

function codeRow(page: Page, name: string): Locator {
  return parts(page).tree.getByRole('row', { name, exact: true });
}

/** Opens the codebook view with the focus in its tree. */
async function goToCodebook(page: Page): Promise<void> {
  await page.keyboard.press('Alt+6');
  await expect(view(page).main).toBeVisible();
}

/** Goes to a code in the tree by its filter or by keys, as a hand on the keyboard would. */
async function chooseCode(page: Page, name: string): Promise<void> {
  await codeRow(page, name).click();
  await expect(view(page).form.getByRole('textbox', { name: 'Name' })).toHaveValue(name.replace(/, archived$/u, ''));
}

const article = 'First sentence of it. Second sentence of it. Third sentence of it. Fourth sentence of it.\n';

/** A project with one article of four sentences, coded by Ada: the codes in order, one for each sentence. */
async function codedProject(page: Page, folder: string, codes: readonly string[]): Promise<void> {
  await newProject(page, 'Codebook desk');
  const file = join(folder, 'one.txt');
  writeFileSync(file, article);
  await drop(page, [file]);
  await expect(parts(page).report).toBeVisible();
  await page.keyboard.press('Escape');
  await openFirstDocument(page);
  for (const [at, code] of codes.entries()) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    if (at === 0) await identify(page, 'Ada');
    await applyByName(page, code);
    await expect(codeRow(page, code)).toBeVisible();
  }
}

async function publish(page: Page, note: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Publish codebook version');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Publish version/u });
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type(note);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Publish version' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('a template is chosen and added by keyboard, with its source in sight', async ({ workbench: { page } }) => {
  await newProject(page, 'Templates');
  await goToCodebook(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Add template');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add template' });
  const list = dialog.getByRole('listbox', { name: 'Templates' });
  await expect(list.getByRole('option')).toHaveCount(8);
  await expect(list.getByRole('option').first()).toBeFocused();
  await expect(dialog.getByText(/Semetko/u)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.getByText(/Entman/u)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(notices(page)).toContainText('5 codes added');
  await expect(parts(page).status).toContainText('Undo: Add template “Four framing functions”');
});

test('codings are split off, codes that are archived are given by no key', async ({ workbench: { page, folder } }) => {
  test.setTimeout(120_000);
  await codedProject(page, folder, ['Claims', 'Claims', 'Figures']);
  await goToCodebook(page);
  await chooseCode(page, 'Claims');
  await page.keyboard.press('Alt+6');
  await expect(codeRow(page, 'Claims')).toBeFocused();
  await page.keyboard.press('Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Split “Claims”' });
  await expect(dialog.getByRole('textbox', { name: 'Name of the new code' })).toBeFocused();
  await page.keyboard.type('Promises');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('checkbox', { name: /^First sentence/u })).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Move 1 coding' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(codeRow(page, 'Promises')).toContainText('1');
  await expect(codeRow(page, 'Claims')).toContainText('1');
  await expect(view(page).form.getByRole('textbox', { name: 'Name' })).toHaveValue('Promises');

  // Pinned to a digit, then archived: the digit is free, and the tree says what the code is.
  await page.keyboard.press('Alt+6');
  await expect(codeRow(page, 'Promises')).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.press('7');
  await expect(codeRow(page, 'Promises')).toContainText('7');
  await page.keyboard.press('a');
  const archived = codeRow(page, 'Promises, archived');
  await expect(archived).toContainText('archived');
  await expect(archived).not.toContainText('7');
  await archived.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Bring back' })).toBeVisible();
  await page.keyboard.press('Escape');

  // The last code that was given is “Figures”: archived too, it is not given again, by key, by digit or by click.
  await chooseCode(page, 'Figures');
  await page.keyboard.press('Alt+6');
  await expect(codeRow(page, 'Figures')).toBeFocused();
  await page.keyboard.press('a');
  await expect(codeRow(page, 'Figures, archived')).toBeVisible();
  await openFirstDocument(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('.');
  await expect(notices(page)).toContainText('“Figures” is archived');
  await page.keyboard.press('7');
  await expect(notices(page)).toContainText('No code is pinned to 7');
  await codeRow(page, 'Figures, archived').click();
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Enter');
  const { picker } = parts(page);
  await expect(picker.getByRole('option')).toHaveText([/Claims/u]);
  await page.keyboard.press('Escape');
  await expect(codeRow(page, 'Figures, archived')).toContainText('1');
});

test('exclusive sets warn or refuse', async ({ workbench: { page, folder } }) => {
  await codedProject(page, folder, ['Claims', 'Figures']);
  await goToCodebook(page);
  const { form } = view(page);
  await chooseCode(page, 'Claims');
  await form.getByRole('button', { name: /Exclusive set/u }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('New set');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /New set/u });
  await expect(dialog.getByRole('textbox', { name: 'Name of the set' })).toBeFocused();
  await page.keyboard.type('Kinds');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await chooseCode(page, 'Figures');
  await form.getByRole('button', { name: /Exclusive set/u }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kinds');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: /Rule of Kinds/u })).toBeVisible();

  // “Figures” stands on the second sentence; “Claims” on the same words is said to exclude it.
  await openFirstDocument(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await applyByName(page, 'Claims');
  await expect(notices(page)).toContainText('exclude each other (Kinds)');
  await page.keyboard.press('Control+z');
  await expect(codeRow(page, 'Claims')).toContainText('1');

  await goToCodebook(page);
  await form.getByRole('button', { name: /Rule of Kinds/u }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Refuse');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: /Rule of Kinds/u })).toContainText('Refuse');
  await openFirstDocument(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await applyByName(page, 'Claims');
  await expect(notices(page)).toContainText('Kinds');
  await expect(codeRow(page, 'Claims')).toContainText('1');
});

test('a passage is taken as an example, and leads back to its place', async ({ workbench: { page, folder } }) => {
  await codedProject(page, folder, ['Claims']);
  await page.keyboard.press('Alt+x');
  await expect(notices(page)).toContainText('Taken as an example of “Claims”.');
  await page.keyboard.press('Control+End');
  await goToCodebook(page);
  const { form } = view(page);
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Claims');
  const example = form.getByRole('button', { name: 'Show in the text: First sentence of it.' });
  await form.getByRole('textbox', { name: 'New example' }).focus();
  await page.keyboard.type('The best in the world.');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('list', { name: 'Examples' }).getByRole('listitem')).toHaveCount(2);
  await example.focus();
  await page.keyboard.press('Enter');
  await expect(parts(page).reader).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('First sentence of it.');
});

test('a variable with explained choices, a rule and a name to fall back on', async ({
  workbench: { page, folder },
}) => {
  test.setTimeout(120_000);
  await codedProject(page, folder, []);
  await goToCodebook(page);
  const { variables } = view(page);
  const dialog = page.getByRole('dialog', { name: /variable/iu });
  const field = (name: string): Locator => dialog.getByRole('textbox', { name, exact: true });
  const begin = async (name: string, level: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('New variable');
    await page.keyboard.press('Enter');
    await expect(field('Name')).toBeFocused();
    await page.keyboard.type(name);
    await dialog.getByRole('button', { name: /^Level|Level$/u }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(level);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: /Level/u })).toContainText(level);
  };
  const save = async (): Promise<void> => {
    await field('Name').focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };
  const listed = variables.getByRole('list', { name: 'About the article' });

  await begin('topic', 'One choice');
  for (const [at, label] of ['Strike', 'Weather'].entries()) {
    await pressButton(dialog.getByRole('button', { name: 'Add choice' }));
    await field(`Label of choice ${at + 1}`).fill(label);
  }
  await pressButton(dialog.getByRole('button', { name: 'Explain choice 1' }));
  await expect(field('Help for choice 1')).toBeFocused();
  await page.keyboard.type('Work is laid down on purpose.');
  await save();
  await expect(listed).toContainText('topic');

  await begin('actor', 'Name from a list');
  await save();

  await begin('tone', 'Number, interval');
  await field('At least').fill('-2');
  await field('At most').fill('2');
  await pressButton(dialog.getByRole('button', { name: 'Add missing code' }));
  await field('Label of choice 1').fill('Cannot tell');
  await pressButton(dialog.getByRole('button', { name: 'Add condition' }));
  await expect(dialog.getByRole('button', { name: /Value of condition 1/u })).toContainText('1 · Strike');
  await pressButton(dialog.getByRole('button', { name: 'Add condition' }));
  await pressButton(dialog.getByRole('button', { name: /Variable of condition 2/u }));
  await page.keyboard.type('actor');
  await page.keyboard.press('Enter');
  await pressButton(dialog.getByRole('button', { name: /Test of condition 2/u }));
  await page.keyboard.type('is answered');
  await page.keyboard.press('Enter');
  await pressButton(dialog.getByRole('button', { name: /How many must hold/u }));
  await page.keyboard.type('One of');
  await page.keyboard.press('Enter');
  await save();

  // The rule is there again when it is edited, and another test of it is chosen.
  await pressButton(listed.getByRole('button', { name: 'tone', exact: true }));
  await expect(dialog.getByRole('button', { name: /Value of condition 1/u })).toContainText('1 · Strike');
  await expect(dialog.getByRole('button', { name: /Test of condition 2/u })).toContainText('is answered');
  await expect(dialog.getByRole('button', { name: /How many must hold/u })).toContainText('One of these holds');
  await expect(field('Number of choice 1')).toHaveValue('99');
  await pressButton(dialog.getByRole('button', { name: 'Remove condition 2' }));
  await save();
  await expect(parts(page).status).toContainText('Undo: ');

  // The form asks it only of articles about a strike; there a name is added to the list of actors.
  await openFirstDocument(page);
  await page.keyboard.press('Alt+5');
  const form = page.getByRole('region', { name: 'Article form' });
  const strike = form.getByRole('radio', { name: 'Strike' });
  await expect(strike).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'tone' })).toHaveCount(0);
  await page.keyboard.press('1');
  await identify(page, 'Ada');
  await page.keyboard.press('Alt+5');
  await expect(strike).toBeFocused();
  await page.keyboard.press('1');
  await expect(form.getByRole('textbox', { name: 'tone' })).toBeVisible();
  await form.getByRole('combobox', { name: 'actor' }).focus();
  await page.keyboard.type('Dockers');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'actor' })).toHaveValue('Dockers');

  await goToCodebook(page);
  await pressButton(listed.getByRole('button', { name: 'actor', exact: true }));
  const fallback = dialog.getByRole('combobox', { name: 'If left open' });
  await fallback.focus();
  await page.keyboard.type('dock');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(fallback).toHaveValue('Dockers');
  await save();
  await pressButton(listed.getByRole('button', { name: 'actor', exact: true }));
  await expect(fallback).toHaveValue('Dockers');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('work to check is opened, changed and confirmed by key', async ({ workbench: { page, folder } }) => {
  test.setTimeout(120_000);
  await codedProject(page, folder, ['Claims', 'Claims', 'Figures']);
  await goToCodebook(page);
  await publish(page, 'First rules');
  const { main, form } = view(page);
  await expect(main.getByRole('list', { name: 'Made before version 1' }).getByRole('listitem')).toHaveCount(0);
  await main.getByRole('checkbox', { name: 'Also where no rule changed' }).focus();
  await page.keyboard.press('Space');
  await expect(main.getByRole('list', { name: 'Made before version 1' }).getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Space');

  await chooseCode(page, 'Claims');
  await form.getByRole('textbox', { name: 'Exclude' }).fill('Promises');
  await page.keyboard.press('Tab');
  await publish(page, 'Promises are no claims');
  const stale = main.getByRole('list', { name: 'Made before version 2' }).getByRole('listitem');
  await expect(stale).toHaveCount(2);
  await expect(stale.first()).toContainText('Exclude: empty → “Promises”');
  await stale.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(stale.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(parts(page).reader).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Second sentence of it.');
  await goToCodebook(page);

  await stale.nth(1).focus();
  await page.keyboard.press('c');
  const recode = page.getByRole('dialog', { name: 'Change the code' });
  await expect(recode.getByRole('searchbox', { name: 'Filter codes' })).toBeFocused();
  await page.keyboard.type('fig');
  await page.keyboard.press('Enter');
  await expect(recode.getByRole('option', { name: 'Figures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(recode).toBeHidden();
  await expect(stale).toHaveCount(1);
  await expect(stale.first()).toBeFocused();
  await page.keyboard.press('s');
  await expect(stale).toHaveCount(0);
  await expect(codeRow(page, 'Figures')).toContainText('2');
});
