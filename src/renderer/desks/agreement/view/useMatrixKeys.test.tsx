import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import userEvent from '@testing-library/user-event';
import { useMatrixKeys } from './useMatrixKeys.ts';

/** A matrix drawn as text: a letter is a cell that can be entered, a point an empty one. */
function Matrix({ rows, first }: { rows: readonly string[]; first: { row: number; column: number } }) {
  const keys = useMatrixKeys(first);
  return (
    <div role="group" onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
      {rows.flatMap((line, row) =>
        Array.from(line).map((name, column) =>
          name === '.' ? null : (
            <button
              key={name}
              type="button"
              data-row={row}
              data-column={column}
              tabIndex={keys.tabIndexOf({ row, column })}
            >
              {name}
            </button>
          ),
        ),
      )}
      <button type="button">beside</button>
    </div>
  );
}

afterEach(cleanup);

const at = (): string | null | undefined => document.activeElement?.textContent;

/** Shows a matrix, enters it by Tab, and tells where each key leads. */
async function walk(rows: readonly string[], first: [number, number], ...keys: string[]) {
  const user = userEvent.setup();
  render(<Matrix rows={rows} first={{ row: first[0], column: first[1] }} />);
  await user.tab();
  const places = [at()];
  for (const key of keys) {
    await user.keyboard(key);
    places.push(at());
  }
  return { places, user };
}

describe('the keys of a matrix', () => {
  test('begin where they are told to', async () => {
    expect((await walk(['ab', 'cd'], [1, 1])).places).toEqual(['d']);
  });

  test('go one cell in each direction, and no further than the edge', async () => {
    const { places } = await walk(
      ['ab', 'cd'],
      [0, 0],
      '{ArrowUp}',
      '{ArrowRight}',
      '{ArrowDown}',
      '{ArrowLeft}',
      '{ArrowLeft}',
    );
    expect(places).toEqual(['a', 'a', 'b', 'd', 'c', 'c']);
  });

  test('pass over empty cells in the same line', async () => {
    expect((await walk(['a..b'], [0, 0], '{ArrowRight}')).places).toEqual(['a', 'b']);
  });

  test('go to the nearest in whatever line comes next where their own is empty', async () => {
    // Down from a: column 0 is empty below; c is one column away, b two.
    expect((await walk(['a..', '..b', '.c.'], [0, 0], '{ArrowDown}')).places).toEqual(['a', 'c']);
  });

  test('go to the first and last cell by Home and End', async () => {
    expect((await walk(['.ab', 'cd.'], [0, 2], '{Home}', '{End}')).places).toEqual(['b', 'a', 'd']);
  });

  test('leave keys with Ctrl, Alt, Shift and Meta to others', async () => {
    const held = ['Control', 'Alt', 'Shift', 'Meta'].map((key) => `{${key}>}{ArrowRight}{End}{/${key}}`);
    expect((await walk(['ab'], [0, 0], ...held)).places).toEqual(['a', 'a', 'a', 'a', 'a']);
  });

  test('make one tab stop of it, which is where the focus was last', async () => {
    const { user } = await walk(['ab', 'cd'], [0, 0], '{End}');
    await user.tab();
    expect(at()).toBe('beside');
    // Keys beside the cells are none of the matrix.
    await user.keyboard('{Home}');
    expect(at()).toBe('beside');
    await user.tab({ shift: true });
    expect(at()).toBe('d');
    expect(screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(2);
  });
});
