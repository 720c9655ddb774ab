import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { reader } from '../../../actions/readerHandle.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { harbour, read, selectedWords } from '../testReading.tsx';
import type { Reading } from '../testReading.tsx';

const picker = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Choose a code' });
const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox', { name: 'Code' });
const options = (): string[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const marked = (): string => screen.getByRole('option', { selected: true }).textContent;

/** Opens the picker at the first sentence by Enter, or by typing. */
async function opened(galley: TestWindow, keys = '{Enter}', text = harbour): Promise<Reading> {
  const reading = await read(galley, text);
  await galley.press(` ${keys}`);
  await picker();
  return reading;
}

describe('the code picker', () => {
  it('gives the passage the code that a few letters find, and the focus back to the text', async ({ galley }) => {
    for (const name of ['War', 'Crew', 'Economy']) await galley.newCode(name);
    const { codedAs, text } = await opened(galley);
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await galley.press('eco{Enter}');
    await codedAs('Economy: War is peace.');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(text));
    expect(selectedWords()).toBe('War is peace.');
  });

  it('opens with the letter that was typed in the text', async ({ galley }) => {
    for (const name of ['War', 'Crew']) await galley.newCode(name);
    const { codedAs } = await opened(galley, 'c');
    expect(field().value).toBe('c');
    await galley.press('rew{Enter}');
    await codedAs('Crew: War is peace.');
  });

  it('does not open while nothing is selected', async ({ galley }) => {
    await galley.newCode('War');
    await read(galley, harbour);
    await galley.press('w{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says which passage it is about, on one line', async ({ galley }) => {
    await opened(galley, '{Alt>}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{/Alt}{Enter}');
    const dialog = await picker();
    expect(within(dialog).getByText(/^code “/u).textContent).toMatch(/^code “\u2068War is peace\. War is …\u2069”$/u);
  });

  it.for(['{Escape}', '{Tab}'])('codes nothing on %s, and gives the focus back', async (key, { galley }) => {
    await galley.newCode('War');
    const { coded, text } = await opened(galley, 'w');
    await galley.press(key);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(text));
    expect(selectedWords()).toBe('War is peace.');
    expect(await coded()).toEqual([]);
  });

  it('goes through the codes by arrows, round both ends', async ({ galley }) => {
    for (const name of ['War', 'Crew', 'Peace']) await galley.newCode(name);
    const { codedAs } = await opened(galley);
    const seen = [marked()];
    for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowUp}']) {
      await galley.press(key);
      seen.push(marked());
    }
    expect(seen).toEqual(
      ['War', 'Crew', 'Peace', 'War', 'Peace'].map((name) => expect.stringContaining(name) as string),
    );
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    await galley.press('{Enter}');
    await codedAs('Peace: War is peace.');
  });

  it('lists first what was used last, then what is pinned, and no archived code', async ({ galley }) => {
    const [, pinned, used, archived] = [
      await galley.newCode('Plain'),
      await galley.newCode('Pinned'),
      await galley.newCode('Used'),
      await galley.newCode('Archived'),
    ];
    await galley.client.call('codes.update', { code: pinned, key: '4' });
    await galley.client.call('codes.update', { code: archived, archived: true });
    const { codedAs } = await opened(galley);
    await galley.press('used{Enter}');
    await codedAs('Used: War is peace.');
    await waitFor(() => expect(useUi.getState().recentCodes).toEqual([used]));
    await galley.press('{Alt>}{ArrowDown}{/Alt}{Enter}');
    await picker();
    expect(options()).toEqual([
      expect.stringContaining('Used'),
      expect.stringContaining('Pinned'),
      expect.stringContaining('Plain'),
    ]);
    await galley.press('archived');
    expect(options()).toEqual([expect.stringContaining('New code “archived”')]);
  });

  it('makes a code of what is typed, under the code whose path is typed before it', async ({ galley }) => {
    const frames = await galley.newCode('Frames');
    const { codedAs } = await opened(galley);
    await galley.press('Frames / Conflict');
    expect(options().at(-1)).toContain('New code “Conflict” under Frames');
    await galley.press('{Control>}{Enter}{/Control}');
    await codedAs('Conflict: War is peace.');
    const made = (await galley.client.call('codes.list', {})).codes.find(({ name }) => name === 'Conflict');
    expect(made?.parent).toBe(frames);
    await galley.client.call('history.undo', {});
    expect((await galley.client.call('codes.list', {})).codes.map(({ name }) => name)).toEqual(['Frames']);
    await codedAs();
  });

  it('makes the first code of an empty codebook by Enter', async ({ galley }) => {
    const { codedAs } = await opened(galley);
    expect(screen.getByText('No codes yet. Type a name to make one.')).toBeDefined();
    await galley.press('{Enter}');
    expect(field().value).toBe(''); // still open: there is nothing to take
    await galley.press('حرب{Enter}');
    await codedAs('حرب: War is peace.');
  });

  it('makes no second code of a name that is there', async ({ galley }) => {
    await galley.newCode('War');
    const { codedAs } = await opened(galley);
    await galley.press('War');
    expect(options()).toEqual([expect.stringContaining('War')]);
    await galley.press('{Control>}{Enter}{/Control}');
    expect(field().value).toBe('War'); // still open: there is nothing to make
    await galley.press('{Enter}');
    await codedAs('War: War is peace.');
  });

  it('says what it found, and that a long codebook has more', async ({ galley }) => {
    for (let at = 1; at <= 32; at += 1) await galley.newCode(`Theme ${at}`);
    await opened(galley);
    expect(options()).toHaveLength(30);
    expect(screen.getByText('2 more: type to find them')).toBeDefined();
    await galley.press('{PageDown}');
    expect(marked()).toContain('Theme 9'); // a page is eight rows
    await galley.press('{PageUp}{PageUp}');
    expect(marked()).toMatch(/Theme 1(?!\d)/u);
    await galley.press('Theme 32');
    expect(options()).toEqual([expect.stringContaining('Theme 32')]);
    expect(screen.queryByText(/more: type/u)).toBeNull();
    expect(within(await picker()).getByRole('status').textContent).toBe('1 code');
  });

  it('goes when its passage goes, and leaves the keys to the window', async ({ galley }) => {
    await galley.newCode('War');
    await opened(galley);
    act(() => reader()?.select(0, 0, { focus: true }));
    await waitFor(() => expect(useUi.getState().picker).toBeNull());
    await galley.closed();
    await galley.press(' {Enter}');
    await picker();
  });

  it('knows a code that is made while it is open', async ({ galley }) => {
    const { codedAs } = await opened(galley);
    await galley.newCode('Late');
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(1));
    await galley.press('late');
    await screen.findByRole('option', { name: /Late/u });
    await galley.press('{Enter}');
    await codedAs('Late: War is peace.');
  });

  it('shuts at a click elsewhere, and what was clicked keeps the focus', async ({ galley }) => {
    await galley.newCode('War');
    const { coded } = await opened(galley);
    const button = screen.getByRole('button', { name: 'Show codings…' });
    await galley.user.click(button);
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(await coded()).toEqual([]);
  });
});
