import { screen, waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { Select } from './Select.tsx';
import { Held } from './testControl.tsx';

const entries = ['Name', 'Date', 'Size', 'نوع'].map((label) => ({ id: label.toLowerCase(), label }));

function showSelect(galley: TestWindow, isDisabled = false): (id: string) => void {
  const chosen = vi.fn<(id: string) => void>();
  galley.show(
    <Held initial="date" onChange={chosen}>
      {(selected, onSelect) => (
        <Select label="Order" entries={entries} selected={selected} onSelect={onSelect} isDisabled={isDisabled} />
      )}
    </Held>,
  );
  return chosen;
}

const button = (): HTMLElement => screen.getByRole('button', { name: /Order/u });
const shut = (): Promise<void> => waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
const focused = (): string | null | undefined => document.activeElement?.textContent;

describe('a choice of one', () => {
  it('says what it is for and what is chosen, and opens at that', async ({ galley }) => {
    const chosen = showSelect(galley);
    expect(button().textContent).toContain('Date');
    await galley.tabTo(button());
    await galley.press('{Enter}');
    await screen.findByRole('listbox');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(
      entries.map(({ label }) => label),
    );
    await waitFor(() => expect(focused()).toBe('Date'));
    expect(screen.getByRole('option', { name: 'Date' }).getAttribute('aria-selected')).toBe('true');
    await galley.press('{ArrowDown}{Enter}');
    await shut();
    expect(chosen).toHaveBeenCalledExactlyOnceWith('size');
    expect(button().textContent).toContain('Size');
    await waitFor(() => expect(document.activeElement).toBe(button()));
  });

  it('goes to the ends by Home and End, and to what is typed, in any script', async ({ galley }) => {
    const chosen = showSelect(galley);
    await galley.tabTo(button());
    await galley.press(' ');
    await screen.findByRole('listbox');
    await waitFor(() => expect(focused()).toBe('Date'));
    await galley.press('{End}');
    expect(focused()).toBe('نوع');
    await galley.press('{Home}');
    expect(focused()).toBe('Name');
    await galley.press('نو');
    expect(focused()).toBe('نوع');
    await galley.press('{Enter}');
    await shut();
    expect(chosen).toHaveBeenCalledExactlyOnceWith('نوع');
  });

  it('leaves all as it was on Escape', async ({ galley }) => {
    const chosen = showSelect(galley);
    await galley.tabTo(button());
    await galley.press('{ArrowDown}');
    await screen.findByRole('listbox');
    await galley.press('{End}{Escape}');
    await shut();
    expect(chosen).not.toHaveBeenCalled();
    expect(button().textContent).toContain('Date');
    await waitFor(() => expect(document.activeElement).toBe(button()));
  });

  it('stays shut while it is disabled', async ({ galley }) => {
    showSelect(galley, true);
    await galley.user.click(button());
    await galley.press('{Tab}{Enter}{ArrowDown}');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
