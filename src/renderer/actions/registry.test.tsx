import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { ActionId } from '../../shared/actions.ts';
import { useSettings } from '../state/settings.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { menuOf } from './menus.ts';
import { isActionId, isEnabled, labelOf, paletteActions, runAction, runFromMenu } from './registry.ts';
import { keyTextOf, keysOf } from './shownKeys.ts';

/** The text size that a key changes: what of an action can be seen without the whole window. */
const size = (): number => useSettings.getState().textSize;
const { textSize: usual } = useSettings.getInitialState();

/** A field, a box to tick, and a text that is like the reader. */
function showFields(galley: TestWindow): void {
  galley.show(
    <>
      <input aria-label="Field" />
      <input type="checkbox" aria-label="Box" />
      <div data-reader>
        <div role="textbox" tabIndex={0} aria-label="Text" />
      </div>
    </>,
  );
}

describe('the one handler of keys', () => {
  it('does what a key means, wherever the focus is', async ({ galley }) => {
    showFields(galley);
    await galley.press('{Alt>}+{/Alt}');
    expect(size()).toBe(usual + 1);
    await galley.tabTo(screen.getByRole('textbox', { name: 'Field' }));
    await galley.press('{Alt>}+{/Alt}');
    expect(size()).toBe(usual + 2);
    await galley.press('{Alt>}[Digit0]{/Alt}');
    expect(size()).toBe(usual);
  });

  it('leaves to a text field what writes or edits text, and to a box what does not', async ({ galley }) => {
    await galley.newCode('War');
    showFields(galley);
    await galley.tabTo(screen.getByRole('textbox', { name: 'Field' }));
    await galley.press('?{Control>}z{/Control}');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Field' }).value).toBe('?');
    expect(useUi.getState().dialog).toBeNull();
    expect((await galley.client.call('codes.list', {})).codes).toHaveLength(1);
    await galley.tabTo(screen.getByRole('checkbox', { name: 'Box' }));
    await galley.press('?');
    expect(useUi.getState().dialog).toMatchObject({ kind: 'keys' });
  });

  it('does nothing while a dialog is open, nor when the key was taken or is being composed', async ({ galley }) => {
    showFields(galley);
    act(() => openDialog({ kind: 'verify', problems: [] }));
    await galley.press('{Alt>}+{/Alt}');
    expect(size()).toBe(usual);
    await galley.press('{Escape}');
    await galley.closed();
    const box = screen.getByRole('checkbox', { name: 'Box' });
    fireEvent.keyDown(box, { key: '+', altKey: true, isComposing: true });
    box.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    fireEvent.keyDown(box, { key: '?' });
    expect(size()).toBe(usual);
    expect(useUi.getState().dialog).toBeNull();
  });

  it('does the reader’s keys in the reader alone', ({ galley }) => {
    showFields(galley);
    const outside = fireEvent.keyDown(screen.getByRole('checkbox', { name: 'Box' }), { key: ' ' });
    // Not prevented: the box keeps its own meaning of Space.
    expect(outside).toBe(true);
  });

  it('goes by the keys that the user has set, and shows these', async ({ galley }) => {
    showFields(galley);
    act(() => useSettings.setState({ keys: { 'view.textLarger': ['F4'], 'view.textSmaller': [] } }));
    await galley.press('{F4}{Alt>}+-{/Alt}');
    expect(size()).toBe(usual + 1);
    expect(keysOf('view.textLarger')).toBe('F4');
    expect(keysOf('view.textSmaller')).toBeUndefined();
    expect(keyTextOf('view.textSmaller')).toBeUndefined();
    expect(keyTextOf('view.textReset')).toBe('Alt+0');
  });
});

describe('an action', () => {
  it('is named and can be done as things stand', async ({ galley }) => {
    expect(labelOf('edit.undo')).toMatch(/^Undo/u);
    expect(isEnabled('edit.redo')).toBe(false);
    expect(runAction('edit.redo')).toBe(false);
    await galley.newCode('War');
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(isEnabled('edit.redo')).toBe(true));
    expect(labelOf('edit.redo')).toContain('“War”');
    expect(runAction('edit.redo')).toBe(true);
    expect(isActionId('edit.redo')).toBe(true);
    expect(isActionId('edit.redoo')).toBe(false);
  });

  it('of a native menu waits for no dialog that is open', ({ galley }) => {
    showFields(galley);
    act(() => openDialog({ kind: 'verify', problems: [] }));
    act(() => runFromMenu('view.textLarger'));
    expect(size()).toBe(usual);
    act(() => useUi.setState({ dialog: null }));
    act(() => runFromMenu('view.textLarger'));
    expect(size()).toBe(usual + 1);
  });

  it('is in the palette while it can be done, and in its menu always', async ({ galley }) => {
    const listed = (id: ActionId): boolean => paletteActions().possible.some((action) => action.id === id);
    expect(listed('project.close')).toBe(true);
    // Nothing is selected in a text, so no code can be applied.
    expect(listed('code.pick')).toBe(false);
    const find = (id: ActionId) => menuOf('code').find((entry) => entry?.id === id);
    expect(find('code.pick')).toMatchObject({ label: 'Apply a code…', isDisabled: true });
    await galley.client.call('project.close', {});
    await galley.press(' ');
    expect(menuOf('file').find((entry) => entry?.id === 'project.new')).toMatchObject({ isDisabled: false });
  });
});

describe('a menu', () => {
  it('has the groups of its actions parted by lines, and none at its ends', ({ galley }) => {
    showFields(galley);
    const entries = menuOf('view').map((entry) => entry?.id ?? null);
    expect(entries[0]).toBe('view.palette');
    expect(entries.at(-1)).not.toBeNull();
    expect(entries.some((id, at) => id === null && entries[at + 1] === null)).toBe(false);
    // The palette stands alone in the first group.
    expect(entries[1]).toBeNull();
  });

  it('does its act, and shows the key that is in force', async ({ galley }) => {
    showFields(galley);
    const larger = menuOf('view').find((entry) => entry?.id === 'view.textLarger');
    expect(larger?.keys).toBe('Alt+Plus');
    act(() => larger?.run());
    expect(size()).toBe(usual + 1);
    expect((await galley.client.call('settings.read', {})).textSize).toBe(usual + 1);
  });
});
