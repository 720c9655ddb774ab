import { screen, waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { NameField } from './NameField.tsx';
import type { NamedEntry } from './NameField.tsx';
import { Held } from './testControl.tsx';

const people: NamedEntry[] = [
  { id: '1', name: 'Şule Yılmaz' },
  { id: '2', name: 'José Álvarez' },
  { id: '3', name: 'ياسر عرفات' },
  { id: '4', name: 'Ana José' },
];

function showField(galley: TestWindow, entries = people, initial = '') {
  const selected = vi.fn<(id: string) => void>();
  galley.show(
    <>
      <Held initial={initial} onChange={selected}>
        {(id, onSelect) => (
          <NameField label="Person" openLabel="All people" entries={entries} selected={id} onSelect={onSelect} />
        )}
      </Held>
      <button>next</button>
    </>,
  );
  return selected;
}

const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('combobox', { name: 'Person' });
const listed = (): (string | null)[] => screen.queryAllByRole('option').map((option) => option.textContent);

describe('a field for a name', () => {
  it('opens with the focus, and finds by parts of a name in any order, whatever their case', async ({ galley }) => {
    const selected = showField(galley);
    await galley.tabTo(field());
    await waitFor(() => expect(listed()).toEqual(people.map(({ name }) => name)));
    await galley.press('ÁLV jose\u0301'); // the accent written apart
    await waitFor(() => expect(listed()).toEqual(['José Álvarez']));
    await galley.press('{ArrowDown}{Enter}');
    expect(selected.mock.calls.at(-1)).toEqual(['2']);
    await waitFor(() => expect(field().value).toBe('José Álvarez'));
    expect(listed()).toEqual([]);
  });

  it('finds in a script that runs to the left, in a field that runs as what is in it', async ({ galley }) => {
    const selected = showField(galley);
    expect(field().dir).toBe('auto');
    await galley.tabTo(field());
    await galley.press('عرف{ArrowDown}{Enter}');
    expect(selected.mock.calls.at(-1)).toEqual(['3']);
  });

  it('chooses nobody once it is emptied', async ({ galley }) => {
    const selected = showField(galley, people, '2');
    expect(field().value).toBe('José Álvarez');
    await galley.tabTo(field());
    await galley.user.clear(field());
    expect(selected.mock.calls.at(-1)).toEqual(['']);
    await galley.press('{Tab}');
    expect(field().value).toBe('');
  });

  it('shows the chosen name again when what was typed is nobody’s and the focus goes on', async ({ galley }) => {
    const selected = showField(galley, people, '2');
    await galley.tabTo(field());
    await galley.press('{End}ovic');
    expect(field().value).toBe('José Álvarezovic');
    await galley.tabTo(screen.getByText('next'));
    await waitFor(() => expect(field().value).toBe('José Álvarez'));
    expect(selected.mock.calls.every(([id]) => id === '2')).toBe(true);
  });

  it('shows the chosen name again on Escape', async ({ galley }) => {
    const selected = showField(galley, people, '2');
    await galley.tabTo(field());
    await galley.press('{End}x{Escape}');
    await waitFor(() => expect(field().value).toBe('José Álvarez'));
    expect(selected.mock.calls.every(([id]) => id === '2')).toBe(true);
    expect(listed()).toEqual([]);
  });

  it('lists fifty of many, and finds the others', async ({ galley }) => {
    const many = Array.from({ length: 300 }, (_, place) => ({ id: String(place), name: `Person ${place}` }));
    const selected = showField(galley, many);
    await galley.tabTo(field());
    await waitFor(() => expect(listed().length).toBe(50));
    await galley.press('299');
    await waitFor(() => expect(listed()).toEqual(['Person 299']));
    await galley.press('{ArrowDown}{Enter}');
    expect(selected.mock.calls.at(-1)).toEqual(['299']);
  });
});
