/** Keys are the user's: each can be changed, a key that is taken says whose it is, and everything shows the new one. */
import type { Locator, Page } from '@playwright/test';
import { expectSoundInBoth } from './support/sound.ts';
import { openSample, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

/** Opens the page where keys are changed, by keyboard. */
async function changeKeys(page: Page): Promise<Locator> {
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change keys' });
  await expect(dialog.getByRole('searchbox', { name: 'Find an action or a key' })).toBeFocused();
  return dialog;
}

/** Begins to change the key of an action, and presses one. */
async function press(page: Page, dialog: Locator, action: string, keys: string): Promise<void> {
  await pressButton(dialog.getByRole('button', { name: `Change the key of “${action}”` }));
  await expect(dialog.getByRole('button', { name: `Press the new key of “${action}”` })).toBeFocused();
  await page.keyboard.press(keys);
}

function row(dialog: Locator, action: string): Locator {
  return dialog
    .getByRole('listitem')
    .filter({ has: dialog.page().getByRole('button', { name: `Change the key of “${action}”` }) });
}

test('a key is changed by keyboard, works, is shown everywhere and is there after a reload', async ({
  workbench: { page },
}) => {
  await openSample(page);
  let dialog = await changeKeys(page);
  await press(page, dialog, 'Command palette', 'Control+b');
  await expect(row(dialog, 'Command palette').getByText('Ctrl B')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Change the key of “Command palette”' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Search or run a command/u })).toContainText('Ctrl B');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(parts(page).documents).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeHidden();

  dialog = await changeKeys(page);
  await pressButton(dialog.getByRole('button', { name: 'Back to the usual key of “Command palette”' }));
  await expect(row(dialog, 'Command palette').getByText('Ctrl K')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
});

test('a key that is taken says whose it is, and is taken over only when told to', async ({ workbench: { page } }) => {
  await openSample(page);
  const dialog = await changeKeys(page);
  await press(page, dialog, 'Verify project', 'Control+Shift+h');
  await expect(dialog.getByRole('alert')).toContainText('Ctrl+Shift+H belongs to “History”');
  await pressButton(dialog.getByRole('button', { name: 'Leave it' }));
  await expect(row(dialog, 'Verify project').getByText('no key')).toBeVisible();

  await press(page, dialog, 'Verify project', 'Control+Shift+h');
  await expect(dialog.getByRole('button', { name: 'Take Ctrl+Shift+H over' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(dialog, 'Verify project').getByText('Ctrl Shift H')).toBeVisible();
  await expect(row(dialog, 'History').getByText('no key')).toBeVisible();

  // Going back to the usual key asks as well, for it has an owner now.
  await pressButton(dialog.getByRole('button', { name: 'Back to the usual key of “History”' }));
  await expect(dialog.getByRole('alert')).toContainText('belongs to “Verify project”');
  await pressButton(dialog.getByRole('button', { name: 'Leave it' }));
  await pressButton(dialog.getByRole('button', { name: 'All keys as they came' }));
  await expect(row(dialog, 'History').getByText('Ctrl Shift H')).toBeVisible();
  await expect(row(dialog, 'Verify project').getByText('no key')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'All keys as they came' })).toBeDisabled();
});

test('keys that browsers, texts and lists need are refused with a reason', async ({ workbench: { page } }) => {
  await openSample(page);
  const dialog = await changeKeys(page);
  await press(page, dialog, 'Verify project', 'Control+l');
  await expect(dialog.getByRole('alert')).toHaveText('Browsers and systems keep this key for themselves.');
  await page.keyboard.press('j');
  await expect(dialog.getByRole('alert')).toContainText('Letters choose a code');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('alert')).toContainText('Lists, fields and buttons need this key');
  await page.keyboard.press('Control+Alt+e');
  await expect(dialog.getByRole('alert')).toContainText('Ctrl and Alt together');
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(row(dialog, 'Verify project').getByText('no key')).toBeVisible();
  await expect(dialog).toBeVisible();
});

test('the page of keys is sound for assistive technology, light and dark', async ({ workbench: { page } }) => {
  await openSample(page);
  const dialog = await changeKeys(page);
  await press(page, dialog, 'Find in text', 'Alt+Shift+f');
  await press(page, dialog, 'Next coding', 'Control+l');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expectSoundInBoth(page, 'keys');
});
