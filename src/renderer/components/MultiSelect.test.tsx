import { screen, waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { MultiSelect } from './MultiSelect.tsx';
import type { MultiSelectProps } from './MultiSelect.tsx';
import { Held } from './testControl.tsx';

const few = ['Open', 'Being coded', 'Done'].map((label) => ({ id: label, label }));
const many = [
  'Ankara',
  'Berlin',
  'Córdoba',
  'Dakar',
  'Essen',
  'Fez',
  'Genova',
  'Hanoi',
  'Izmir',
  'Jena',
  'القاهرة',
].map((label) => ({ id: label, label, note: '3' }));

type Given = Partial<MultiSelectProps> & { initial?: string[] };

const choice = (given: Given, chosen: readonly string[], onChange: (chosen: string[]) => void) => (
  <MultiSelect
    label="Status"
    entries={few}
    anyLabel="Any"
    severalLabel={(labels) => labels.join(' or ')}
    searchLabel="Find a status"
    clearLabel="Clear"
    noneLabel="No status is called so."
    {...given}
    chosen={chosen}
    onChange={onChange}
  />
);

function showChoice(galley: TestWindow, { initial = [], ...given }: Given = {}) {
  const changed = vi.fn<(chosen: string[]) => void>();
  galley.show(
    <Held initial={initial} onChange={changed}>
      {(chosen, onChange) => choice(given, chosen, onChange)}
    </Held>,
  );
  return changed;
}

const button = (): HTMLElement => screen.getByRole('button', { name: /Status/u });
const words = (): string | null => button().textContent;
const shut = (): Promise<void> => waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
const options = (): (string | null)[] => screen.getAllByRole('option').map((option) => option.textContent);
const ticked = (): (string | null)[] =>
  screen.getAllByRole('option', { selected: true }).map((option) => option.textContent);

async function open(galley: TestWindow): Promise<void> {
  const opener = button(); // it is hidden from screen readers while its list is open
  await galley.tabTo(opener);
  await galley.press('{Enter}');
  await screen.findByRole('listbox');
  // A list that is searched has the focus in its field, another one on an entry.
  await waitFor(() => expect(document.activeElement).not.toBe(opener));
}

describe('a choice of several', () => {
  it('ticks by Enter and stays open, the entry for no choice giving way to the first', async ({ galley }) => {
    const changed = showChoice(galley);
    expect(words()).toBe('Any');
    await open(galley);
    expect(options()).toEqual(['Any', 'Open', 'Being coded', 'Done']);
    expect(ticked()).toEqual(['Any']);
    await galley.press('{ArrowDown}{Enter}{End}{Enter}');
    expect(ticked()).toEqual(['Open', 'Done']);
    await galley.press('{Escape}');
    await shut();
    expect(changed.mock.calls).toEqual([[['Open']], [['Open', 'Done']]]);
    expect(words()).toBe('Open or Done');
    await waitFor(() => expect(document.activeElement).toBe(button()));
  });

  it('takes all back by the entry for no choice, and by unticking the last', async ({ galley }) => {
    const changed = showChoice(galley, { initial: ['Open', 'Done'] });
    await open(galley);
    await galley.press('{Home}{Enter}');
    expect(changed).toHaveBeenLastCalledWith([]);
    expect(ticked()).toEqual(['Any']);
    await galley.press('d{Enter}');
    expect(changed).toHaveBeenLastCalledWith(['Done']);
    await galley.press('{Enter}');
    expect(changed).toHaveBeenLastCalledWith([]);
    await galley.press('{Escape}');
    await shut();
    expect(words()).toBe('Any');
  });

  it('says the one that is chosen, and passes over what is not in the list any more', ({ galley }) => {
    showChoice(galley, { initial: ['gone', 'Done'] });
    expect(words()).toBe('Done');
  });

  it('stays shut while it is disabled', async ({ galley }) => {
    showChoice(galley, { isDisabled: true });
    await galley.user.click(button());
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('opens only once its entries have come', async ({ galley }) => {
    galley.show(
      <Held initial={true}>
        {(isPending, setPending) => (
          <>
            {choice({ isPending }, [], () => undefined)}
            <button onFocus={() => setPending(false)}>the entries come</button>
          </>
        )}
      </Held>,
    );
    await galley.tabTo(button());
    await galley.press('{Enter}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await galley.press('{Tab}');
    expect(await screen.findByRole('listbox')).toBeTruthy();
  });
});

describe('a long choice of several', () => {
  it('finds by what is typed, whatever the accents and case, and ticks what is found', async ({ galley }) => {
    const changed = showChoice(galley, { entries: many });
    await open(galley);
    const field = screen.getByRole('combobox', { name: 'Find a status' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.press('CORD');
    await waitFor(() => expect(options()).toEqual(['Córdoba3']));
    await galley.press('{ArrowDown}{Enter}');
    expect(changed).toHaveBeenLastCalledWith(['Córdoba']);
    await waitFor(() => expect(document.activeElement).toBe(field));
    await galley.user.clear(field);
    await galley.press('القا');
    await waitFor(() => expect(options()).toEqual(['القاهرة3']));
    await galley.press('{ArrowDown}{Enter}');
    expect(changed).toHaveBeenLastCalledWith(['Córdoba', 'القاهرة']);
  });

  it('says so when nothing is called like that, and keeps what is chosen', async ({ galley }) => {
    const changed = showChoice(galley, { entries: many, initial: ['Fez'] });
    await open(galley);
    await galley.press('xyz');
    await screen.findByText('No status is called so.');
    await galley.press('{Enter}{Escape}{Escape}');
    await shut();
    expect(changed).not.toHaveBeenCalled();
    expect(words()).toBe('Fez');
  });
});
