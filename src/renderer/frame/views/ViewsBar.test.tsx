import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { useSettings } from '../../state/settings.ts';
import { useUi } from '../../state/ui.ts';
import { ViewsBar } from './ViewsBar.tsx';

const settings = ({ client }: TestWindow) => client.call('settings.read', {});
const buttons = (): (string | null)[] =>
  screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

/** Chooses a line of the menu by its first letters. */
async function appearance(galley: TestWindow, letters: string): Promise<void> {
  await galley.pressButton('Appearance');
  await screen.findByRole('menu', { name: 'Appearance' });
  await galley.press(`${letters}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

describe('the bar at the edge', () => {
  it('shows what the window is about now, and changes it', async ({ galley }) => {
    galley.show(<ViewsBar columns={3} />);
    const code = screen.getByRole('button', { name: 'Code', current: 'page' });
    await galley.pressButton('Codebook');
    await screen.findByRole('button', { name: 'Codebook', current: 'page' });
    expect(code.hasAttribute('aria-current')).toBe(false);
    await galley.pressButton('Reliability');
    expect(useUi.getState().view).toBe('reliability');
    await galley.pressButton('Code');
    expect(useUi.getState()).toMatchObject({ view: 'code', pane: 'reader' });
  });

  it('leads to the columns in a narrow window alone, and only where there are columns', async ({ galley }) => {
    galley.show(<ViewsBar columns={1} />);
    await galley.pressButton('Documents');
    expect(useUi.getState().pane).toBe('documents');
    await galley.pressButton('Codes');
    expect(useUi.getState().pane).toBe('codes');
    act(() => useUi.setState({ view: 'codebook' }));
    expect(buttons()).not.toContain('Documents');
  });

  it('leads to the documents and the text where there is room for the codes beside either', async ({ galley }) => {
    galley.show(<ViewsBar columns={2} />);
    act(() => useUi.setState({ pane: 'codes' }));
    expect(buttons()).not.toContain('Codes');
    expect(screen.getByRole('button', { name: 'Reader' }).dataset['on']).toBe('true');
    await galley.pressButton('Documents');
    expect(useUi.getState().pane).toBe('documents');
  });

  it('has no buttons for columns where there is room for all', ({ galley }) => {
    galley.show(<ViewsBar columns={3} />);
    expect(buttons()).not.toContain('Documents');
    expect(buttons()).toEqual(expect.arrayContaining(['Import files', 'Keys', 'Appearance']));
  });

  it('opens the picker of files and the list of keys', async ({ galley }) => {
    Object.defineProperty(navigator, 'userActivation', { value: { isActive: true }, configurable: true }); // jsdom has none
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'userActivation'));
    galley.show(<ViewsBar columns={3} />);
    await galley.pressButton('Keys');
    await screen.findByRole('dialog', { name: 'Keys' });
    await galley.press('{Escape}');
    await galley.closed();
    await galley.pressButton('Import files');
    const picker = screen.getByLabelText<HTMLInputElement>('Files to import');
    expect([picker.type, picker.multiple]).toEqual(['file', true]);
    await galley.user.upload(picker, new File(['War is peace.\n'], 'one.txt'));
    await screen.findByRole('dialog', { name: 'Import report' });
    expect((await galley.client.call('project.stats', {})).documents).toBe(1);
  });

  it('sets the theme, marks the one that is set, and the machine remembers it', async ({ galley }) => {
    galley.show(<ViewsBar columns={3} />);
    await appearance(galley, 'Theme: d');
    await waitFor(async () => expect((await settings(galley)).theme).toBe('dark'));
    await galley.pressButton('Appearance');
    const themes = within(await screen.findByRole('menu')).getAllByRole('menuitem', { name: /^Theme/u });
    expect(themes.map(({ ariaLabel, textContent }) => ariaLabel ?? textContent)).toEqual([
      'Theme: as the system',
      'Theme: light',
      'Theme: dark ✓',
    ]);
    await galley.press('{Escape}');
    expect((await settings(galley)).theme).toBe('dark');
  });

  it('makes text larger and lines longer by a step, up to the largest, and as usual again', async ({ galley }) => {
    galley.show(<ViewsBar columns={3} />);
    await appearance(galley, 'Larger');
    await appearance(galley, 'Longer');
    await waitFor(async () => expect(await settings(galley)).toMatchObject({ textSize: 18, measure: 75 }));
    act(() => useSettings.setState({ textSize: 32, measure: 120 }));
    await appearance(galley, 'Larger');
    await appearance(galley, 'Longer');
    await waitFor(async () => expect(await settings(galley)).toMatchObject({ textSize: 32, measure: 120 }));
    act(() => useSettings.setState({ textSize: 12, measure: 40 }));
    await appearance(galley, 'Smaller');
    await appearance(galley, 'Shorter');
    await waitFor(async () => expect(await settings(galley)).toMatchObject({ textSize: 12, measure: 40 }));
    await appearance(galley, 'Text in');
    await appearance(galley, 'Lines of');
    await waitFor(async () => expect(await settings(galley)).toMatchObject({ textSize: 17, measure: 70 }));
  });
});
