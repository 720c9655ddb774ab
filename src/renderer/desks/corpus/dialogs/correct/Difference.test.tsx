import { screen } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../../testing/inWindow.ts';
import type { Comparison } from '../../actions/correct.ts';
import { Difference } from './Difference.tsx';

const difference = (): HTMLElement => screen.getByRole('region', { name: 'Difference' });

const changes = (count: number): Comparison['changes'] =>
  Array.from({ length: count }, (_, at) => ({ kind: at % 2 === 0 ? 'removed' : 'same', text: `<${at}>` }));

describe('the difference of two texts', () => {
  it('strikes out and underlines, and says so to whoever does not see that', ({ galley }) => {
    galley.show(
      <Difference
        changes={[
          { kind: 'same', text: 'The ' },
          { kind: 'removed', text: 'old' },
          { kind: 'added', text: 'new' },
          { kind: 'same', text: ' port.' },
        ]}
      />,
    );
    expect(screen.getByRole('deletion').textContent).toBe('taken out: old');
    expect(screen.getByRole('insertion').textContent).toBe('put in: new');
    expect(difference().textContent).toBe('The taken out: oldput in: new port.');
  });

  it('shortens what is the same to its ends beside a change', ({ galley }) => {
    const same = 'a'.repeat(200) + 'b'.repeat(200);
    galley.show(
      <Difference
        changes={[
          { kind: 'same', text: same },
          { kind: 'removed', text: 'x' },
          { kind: 'same', text: same },
          { kind: 'added', text: 'y' },
          { kind: 'same', text: same },
        ]}
      />,
    );
    // 90 characters beside each change: the end of the first, both ends of the second, the beginning of the third
    const [head, tail] = ['a'.repeat(90), 'b'.repeat(90)];
    expect(difference().textContent).toBe(` … ${tail}taken out: x${head} … ${tail}put in: y${head} … `);
  });

  it('leaves a stretch whole that is hardly longer than its ends', ({ galley }) => {
    const same = 'a'.repeat(200); // 2 × 90 and 20 for the gap
    galley.show(
      <Difference
        changes={[
          { kind: 'removed', text: 'x' },
          { kind: 'same', text: same },
        ]}
      />,
    );
    expect(difference().textContent).toBe(`taken out: x${same}`);
  });

  it('draws 600 pieces, and counts the changes behind them', ({ galley }) => {
    galley.show(<Difference changes={changes(607)} />);
    // behind the 600th stand the pieces 600 to 606, of which 600, 602, 604, 606 are changes
    expect(screen.getByText('4 further changes not shown here.')).toBeTruthy();
    expect(screen.getAllByRole('deletion')).toHaveLength(300);
  });

  it('says nothing of further changes where there are none', ({ galley }) => {
    galley.show(<Difference changes={changes(600)} />);
    expect(screen.queryByText(/not shown here/u)).toBeNull();
  });

  it('can be scrolled by keys: it takes the focus', async ({ galley }) => {
    galley.show(<Difference changes={changes(3)} />);
    await galley.tabTo(difference());
    expect(difference().dir).toBe('auto');
  });
});
