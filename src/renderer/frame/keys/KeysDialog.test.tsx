import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { useSettings } from '../../state/settings.ts';
import { useUi } from '../../state/ui.ts';

const written = async ({ client }: TestWindow) => (await client.call('settings.read', {})).keys;
const find = 'Find an action or a key';

/** Opens the page where keys are changed, as a coder does. */
async function changeKeys(galley: TestWindow): Promise<HTMLElement> {
  await galley.open({ kind: 'keys' });
  await galley.press('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Change keys' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: find })));
  return dialog;
}

const row = (action: string): HTMLElement =>
  screen
    .getAllByRole('listitem')
    .find((item) => within(item).queryByRole('button', { name: `Change the key of “${action}”` })) ?? document.body;
/** Narrows the list down. Pasted, because with each letter that is typed all the rows are drawn again. */
async function narrow(galley: TestWindow, text: string): Promise<void> {
  await galley.tabTo(screen.getByRole('searchbox', { name: find }));
  await galley.press('{Control>}a{/Control}');
  await galley.user.paste(text);
}

/** Goes to an action and presses a key for it. */
async function record(galley: TestWindow, action: string, keys: string): Promise<void> {
  await narrow(galley, action);
  await galley.pressButton(`Change the key of “${action}”`);
  expect(document.activeElement).toBe(
    screen.getByRole('button', { name: `Press the new key of “${action}”. Escape leaves it as it is.` }),
  );
  await galley.press(keys);
}

describe('the list of keys', () => {
  it('shows each action that has a key with it, by menu, and what keys do in single lists', async ({ galley }) => {
    await galley.open({ kind: 'keys' });
    const sheet = screen.getByRole('group', { name: 'Keys' });
    for (const name of [
      'Move',
      'Edit and select',
      'Coding',
      'Window',
      'Project',
      'In the list of codes',
      'On a disagreement',
    ])
      within(sheet).getByRole('heading', { level: 3, name });
    const keysOf = (action: string): string | null | undefined =>
      within(sheet).getByText(action, { selector: 'dt' }).nextElementSibling?.textContent;
    expect(keysOf('Command palette')).toBe('Ctrl K');
    expect(keysOf('Redo')).toBe('Ctrl Shift ZCtrl Y');
    expect(keysOf('Next sentence')).toBe('Alt ↓');
    expect(keysOf('Choose a code for the selection')).toBe('Any letter');
  });

  it('leaves out actions without a key, and shows those that were changed as they are now', async ({ galley }) => {
    await galley.client.call('settings.write', { keys: { 'view.palette': [], 'project.verify': ['Alt+Q'] } });
    await galley.open({ kind: 'keys' });
    const sheet = screen.getByRole('group', { name: 'Keys' });
    await waitFor(() => expect(within(sheet).queryByText('Command palette')).toBeNull());
    expect(within(sheet).getByText('Verify project').nextElementSibling?.textContent).toBe('Alt Q');
    expect(within(sheet).queryByText('Close project')).toBeNull();
  });

  it('can be scrolled by keys, and goes by Escape', async ({ galley }) => {
    await galley.open({ kind: 'keys' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change keys…'));
    await galley.tabTo(screen.getByRole('group', { name: 'Keys' }));
    await galley.press('{Escape}');
    await galley.closed();
  });
});

describe('changing keys', () => {
  it('gives an action the key that is pressed: it works, is kept and is said', async ({ galley }) => {
    await changeKeys(galley);
    await record(galley, 'Verify project', '{Alt>}q{/Alt}');
    await waitFor(async () => expect(await written(galley)).toEqual({ 'project.verify': ['Alt+Q'] }));
    within(row('Verify project')).getByText('Alt Q');
    within(row('Verify project')).getByText('changed');
    expect(within(row('Verify project')).getByRole('status').textContent).toBe('“Verify project” has Alt+Q now.');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the key of “Verify project”' })),
    );
    await galley.press('{Escape}');
    await galley.closed();
    await galley.press('{Alt>}q{/Alt}');
    await screen.findByRole('dialog', { name: 'Project verified' });
  });

  it('refuses keys that others need, and says why, until Escape gives up', async ({ galley }) => {
    const refused = [
      ['{Control>}l{/Control}', 'Browsers and systems keep this key for themselves.'],
      ['j', 'Letters choose a code and digits apply one. Hold Alt or Ctrl.'],
      ['{ArrowDown}', 'Lists, fields and buttons need this key. Hold Alt or Ctrl.'],
      ['{Control>}{Alt>}e{/Alt}{/Control}', 'Ctrl and Alt together type characters on many keyboards.'],
      ['{Control>}c{/Control}', 'Texts and fields need this key to copy, cut, paste and select.'],
      ['{Control>}{Home}{/Control}', 'The caret in the text needs this key. Hold Alt.'],
      ['ß', 'This key is not the same on every keyboard.'],
    ] as const;
    await changeKeys(galley);
    await record(galley, 'Verify project', '{Shift}');
    expect(screen.queryByRole('alert')).toBeNull(); // a key that is held alone is not one yet
    for (const [keys, why] of refused) {
      await galley.press(keys);
      expect(screen.getByRole('alert').textContent).toBe(why);
      const recorder = screen.getByRole('button', { name: /^Press the new key/u, description: why });
      await waitFor(() => expect(document.activeElement).toBe(recorder));
    }
    await galley.press('{Escape}');
    expect(screen.queryByRole('alert')).toBeNull();
    within(row('Verify project')).getByText('no key');
    screen.getByRole('dialog', { name: 'Change keys' });
    expect(await written(galley)).toEqual({});
  });

  it('says whose a key is, and takes it over only when told to', async ({ galley }) => {
    await changeKeys(galley);
    const history = '{Control>}{Shift>}h{/Shift}{/Control}';
    await record(galley, 'Verify project', history);
    expect(screen.getByRole('alert').textContent).toContain(
      'Ctrl+Shift+H belongs to “History”, which would have no other key.',
    );
    await galley.pressButton('Leave it');
    within(row('Verify project')).getByText('no key');
    expect(await written(galley)).toEqual({});
    await record(galley, 'Verify project', history);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Take Ctrl+Shift+H over'));
    await galley.press('{Enter}');
    await waitFor(async () =>
      expect(await written(galley)).toEqual({ 'project.verify': ['Mod+Shift+H'], 'view.history': [] }),
    );
    await narrow(galley, 'History');
    within(row('History')).getByText('no key');
  });

  it('tells an owner that keeps another key from one that would have none', async ({ galley }) => {
    await changeKeys(galley);
    await record(galley, 'Verify project', '{Control>}y{/Control}'); // Redo has Ctrl+Shift+Z besides
    expect(screen.getByRole('alert').textContent).toContain('Ctrl+Y belongs to “Redo”, which keeps its other key.');
    await galley.press('{Enter}');
    await waitFor(async () =>
      expect(await written(galley)).toEqual({ 'project.verify': ['Mod+Y'], 'edit.redo': ['Mod+Shift+Z'] }),
    );
  });

  it('asks as well before a usual key is taken back from who has it now', async ({ galley }) => {
    await galley.client.call('settings.write', { keys: { 'project.verify': ['Mod+Shift+H'], 'view.history': [] } });
    await waitFor(() => expect(Object.keys(useSettings.getState().keys)).toHaveLength(2));
    await changeKeys(galley);
    await narrow(galley, 'History');
    await galley.pressButton('Back to the usual key of “History”');
    expect(screen.getByRole('alert').textContent).toContain('belongs to “Verify project”');
    await galley.pressButton('Take Ctrl+Shift+H over');
    // Verify project has no key as it came, so that it is as it came again.
    await waitFor(async () => expect(await written(galley)).toEqual({}));
  });

  it('takes a key from an action, and gives it back', async ({ galley }) => {
    await changeKeys(galley);
    await narrow(galley, 'Command palette');
    const buttons = (name: string): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });
    expect(buttons('Back to the usual key of “Command palette”').disabled).toBe(true);
    await galley.pressButton('No key for “Command palette”');
    await waitFor(async () => expect(await written(galley)).toEqual({ 'view.palette': [] }));
    await within(row('Command palette')).findByText('no key');
    expect(buttons('No key for “Command palette”').disabled).toBe(true);
    expect(within(row('Command palette')).getByRole('status').textContent).toBe('“Command palette” has no key now.');
    await galley.pressButton('Back to the usual key of “Command palette”');
    await waitFor(async () => expect(await written(galley)).toEqual({}));
    await within(row('Command palette')).findByText('Ctrl K');
  });

  it('brings all keys back as they came, where any was changed', async ({ galley }) => {
    await changeKeys(galley);
    await narrow(galley, 'palette');
    const all = screen.getByRole<HTMLButtonElement>('button', { name: 'All keys as they came' });
    expect(all.disabled).toBe(true);
    await galley.client.call('settings.write', { keys: { 'view.palette': ['Mod+B'], 'help.keys': [] } });
    await waitFor(() => expect(all.disabled).toBe(false));
    await galley.pressButton('All keys as they came');
    await waitFor(async () => expect(await written(galley)).toEqual({}));
    expect(all.disabled).toBe(true);
  });

  it('finds actions by name and by key, and says where there are none', async ({ galley }) => {
    await changeKeys(galley);
    const found = (): number => screen.queryAllByRole('button', { name: /^Change the key of/u }).length;
    const all = found();
    await narrow(galley, 'ctrl+k');
    screen.getByRole('button', { name: 'Change the key of “Command palette”' });
    expect(found()).toBe(1);
    await narrow(galley, 'theme');
    expect(found()).toBe(3); // as the system, light, dark
    await narrow(galley, 'qqqq');
    screen.getByText('No action and no key of that name.');
    expect(found()).toBe(0);
    await galley.press('{Escape}');
    expect(found()).toBe(all);
    screen.getByRole('dialog', { name: 'Change keys' });
  });

  it('stops waiting for a key when Tab goes on, and Done comes back to the list', async ({ galley }) => {
    await changeKeys(galley);
    await narrow(galley, 'Verify project');
    await galley.pressButton('Change the key of “Verify project”');
    await galley.press('{Tab}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Press the new key/u })).toBeNull());
    await galley.pressButton('Done');
    await screen.findByRole('dialog', { name: 'Keys' });
    expect(await written(galley)).toEqual({});
    act(() => useUi.setState({ dialog: null }));
  });
});
