import { screen, waitFor, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { Dialog } from './Dialog.tsx';

type Town = { id: string; name: string };

const towns: readonly Town[] = ['Ankara', 'Berlin', 'Bergen', 'Córdoba', 'القاهرة'].map((name) => ({
  id: name.toLowerCase(),
  name,
}));

type Told = {
  change: (name: string) => void;
  choose: (name: string) => void;
  close: () => void;
  /** The words about an empty list are shown. */
  nothing: () => void;
};
type ChoosingProps = { told: Told; items: readonly Town[]; initial: string | null; autoFocus: boolean };

function NoTowns({ onShown }: { onShown: () => void }) {
  useEffect(onShown, [onShown]);
  return <p>There are no towns.</p>;
}

/** A dialog with the list and a button before it; each row counts how often a town was selected. */
function Choosing({ told, items, initial, autoFocus }: ChoosingProps) {
  const [selected, setSelected] = useState(initial);
  const [isOpen, setIsOpen] = useState(true);
  const [changes, setChanges] = useState(0);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => {
        setIsOpen(false);
        told.close();
      }}
      title="Towns"
      footer={<output>{selected ?? 'none'}</output>}
    >
      <button type="button">Before</button>
      <ChoiceList
        label="Town"
        items={items}
        textOf={({ name }) => name}
        selected={selected}
        onChange={({ id, name }) => {
          setSelected(id);
          // Not by a function: a row that was drawn before would count from there.
          setChanges(changes + 1);
          told.change(name);
        }}
        onChosen={({ name }) => told.choose(name)}
        autoFocus={autoFocus}
        none={<NoTowns onShown={told.nothing} />}
      >
        {({ name }) => (
          <>
            {name} <span data-testid="changes">{changes}</span>
          </>
        )}
      </ChoiceList>
    </Dialog>
  );
}

/** Shows the list; its first town is selected unless it is said otherwise. */
function choosing(galley: TestWindow, given: Partial<ChoosingProps> = {}) {
  const told = {
    change: vi.fn<Told['change']>(),
    choose: vi.fn<Told['choose']>(),
    close: vi.fn<Told['close']>(),
    nothing: vi.fn<Told['nothing']>(),
  };
  galley.show(<Choosing told={told} items={towns} initial="ankara" autoFocus {...given} />);
  return told;
}

const option = (name: string): HTMLElement => screen.getByRole('option', { name: new RegExp(`^${name}`, 'u') });
const selected = (): string => screen.getByRole('status').textContent;
const hasFocus = (name: string): Promise<void> => waitFor(() => expect(document.activeElement).toBe(option(name)));

describe('a list from which one is chosen', () => {
  it('has a name, and tells which item is selected', ({ galley }) => {
    choosing(galley, { initial: 'bergen' });
    const list = screen.getByRole('listbox', { name: 'Town' });
    expect(within(list).getAllByRole('option')).toHaveLength(5);
    expect(within(list).getByRole('option', { selected: true })).toBe(option('Bergen'));
  });

  it('selects by arrows, Home and End, each once', async ({ galley }) => {
    const { change, choose } = choosing(galley);
    await hasFocus('Ankara');
    for (const key of ['{ArrowDown}', '{End}', '{ArrowUp}', '{Home}']) await galley.press(key);
    expect(change.mock.calls).toEqual([['Berlin'], ['القاهرة'], ['Córdoba'], ['Ankara']]);
    await hasFocus('Ankara');
    expect(choose).not.toHaveBeenCalled();
  });

  it('selects by typed letters too, and Enter chooses what they found', async ({ galley }) => {
    const { choose } = choosing(galley);
    await hasFocus('Ankara');
    await galley.press('ber');
    expect(selected()).toBe('berlin');
    await galley.press('g');
    expect(selected()).toBe('bergen');
    expect(option('Bergen').getAttribute('aria-selected')).toBe('true');
    await hasFocus('Bergen');
    await galley.press('{Enter}');
    expect(choose.mock.calls).toEqual([['Bergen']]);
    expect(selected()).toBe('bergen');
  });

  it('leaves Escape to the dialog, with what is selected as it was', async ({ galley }) => {
    const { change, close } = choosing(galley);
    await hasFocus('Ankara');
    await galley.press('{ArrowDown}{Escape}');
    await galley.closed();
    expect(close).toHaveBeenCalledTimes(1);
    expect(change.mock.calls).toEqual([['Berlin']]);
  });

  it('keeps what is selected when that is pressed again', async ({ galley }) => {
    const { choose } = choosing(galley);
    await hasFocus('Ankara');
    await galley.press('{ArrowDown} ');
    expect(selected()).toBe('berlin');
    await galley.user.click(option('Berlin'));
    expect(selected()).toBe('berlin');
    expect(choose).not.toHaveBeenCalled();
  });

  it('selects by a click, and chooses by a double click what stays selected', async ({ galley }) => {
    const { choose } = choosing(galley);
    await galley.user.click(option('Córdoba'));
    expect(selected()).toBe('córdoba');
    expect(choose).not.toHaveBeenCalled();
    await galley.user.dblClick(option('Bergen'));
    expect(choose.mock.calls).toEqual([['Bergen']]);
    expect(selected()).toBe('bergen');
  });

  it('draws its rows anew with what they show, and calls what it was given last', async ({ galley }) => {
    choosing(galley);
    await hasFocus('Ankara');
    const counts = (): Set<string> => new Set(screen.getAllByTestId('changes').map(({ textContent }) => textContent));
    expect([...counts()]).toEqual(['0']);
    await galley.press('{ArrowDown}');
    expect([...counts()]).toEqual(['1']);
    await galley.press('c');
    expect([...counts()]).toEqual(['2']);
  });
});

describe('where the focus begins', () => {
  it('is the selected item', async ({ galley }) => {
    choosing(galley, { initial: 'córdoba' });
    await hasFocus('Córdoba');
  });

  it('is the first item where none is selected, which then is', async ({ galley }) => {
    choosing(galley, { initial: null });
    await hasFocus('Ankara');
    expect(selected()).toBe('ankara');
  });

  it('is elsewhere, with nothing selected, where it is not asked for', async ({ galley }) => {
    const { change } = choosing(galley, { initial: null, autoFocus: false });
    await galley.tabTo(screen.getByRole('button', { name: 'Before' }));
    expect(change).not.toHaveBeenCalled();
    await galley.press('{Tab}');
    await hasFocus('Ankara');
    expect(selected()).toBe('ankara');
  });

  it('is the list itself where that is empty, and Tab leads out of it', async ({ galley }) => {
    choosing(galley, { items: [], initial: null });
    const list = screen.getByRole('listbox', { name: 'Town' });
    within(list).getByText('There are no towns.');
    await waitFor(() => expect(document.activeElement).toBe(list));
    await galley.press('{Shift>}{Tab}{/Shift}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Before' }));
  });

  it('shows no words about nothing while there is something', async ({ galley }) => {
    const { nothing } = choosing(galley);
    await hasFocus('Ankara');
    expect(nothing).not.toHaveBeenCalled();
  });
});
