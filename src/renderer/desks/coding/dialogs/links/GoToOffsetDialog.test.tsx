import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { reader } from '../../../../actions/readerHandle.ts';
import { it } from '../../../../testing/inWindow.ts';
import { harbour, read, selectedWords } from '../../testReading.tsx';

const caret = (): number | undefined => reader()?.caret();
const go = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Go' });

describe('going to an offset', () => {
  it('puts the caret there, in the text, by the key, a number and Enter', async ({ galley }) => {
    const { text } = await read(galley, harbour);
    await galley.press('{Control>}g{/Control}');
    await screen.findByRole('dialog', { name: 'Go to offset' });
    await galley.press('30{Enter}');
    await galley.closed();
    await waitFor(() => expect(caret()).toBe(30));
    await waitFor(() => expect(document.activeElement).toBe(text));
    await galley.press(' ');
    expect(selectedWords()).toBe('The crews went home.');
  });

  it('counts in whole characters, as data files do', async ({ galley }) => {
    await read(galley, '🚢🚢 sail.\n');
    await galley.press('{Control>}g{/Control}3{Enter}');
    await galley.closed();
    await waitFor(() => expect(caret()).toBe(5)); // each ship is two units of UTF-16: 2 × 2 + 1
  });

  it('takes the end of the text, and nothing behind it', async ({ galley }) => {
    await read(galley, harbour);
    await galley.press('{Control>}g{/Control}');
    await screen.findByRole('dialog');
    expect(screen.getByText('In characters from the beginning, 0 to 65.')).toBeDefined();
    expect(go().disabled).toBe(true);
    await galley.press('66');
    expect(go().disabled).toBe(true);
    await galley.press('{Enter}');
    expect(screen.getByRole('dialog')).toBeDefined();
    await galley.press('{Backspace}5');
    expect(go().disabled).toBe(false);
    await galley.press('{Enter}');
    await galley.closed();
    await waitFor(() => expect(caret()).toBe(65));
  });

  it.for(['-1', '1.5', 'ten', '1e1', '٣'])('does not take “%s” for a place', async (typed, { galley }) => {
    await read(galley, harbour);
    await galley.open({ kind: 'goToOffset' });
    await galley.press(`${typed}{Enter}`);
    expect(go().disabled).toBe(true);
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it.for(['Escape', 'Cancel', 'Close'])('stays where it was on %s', async (how, { galley }) => {
    await read(galley, harbour);
    await galley.press(' {Control>}g{/Control}');
    const dialog = await screen.findByRole('dialog');
    await galley.press('30');
    if (how === 'Escape') await galley.press('{Escape}');
    else await galley.pressButton(how, dialog);
    await galley.closed();
    expect(selectedWords()).toBe('War is peace.');
  });
});
