import { screen } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { Checkbox } from './Checkbox.tsx';
import { Held, descriptionOf } from './testControl.tsx';

describe('a box to tick', () => {
  it('is ticked and unticked by Space, and by nothing that Enter does', async ({ galley }) => {
    const changed = vi.fn<(isSelected: boolean) => void>();
    galley.show(
      <Held initial={false} onChange={changed}>
        {(isSelected, onChange) => (
          <Checkbox isSelected={isSelected} onChange={onChange} note="Others see it, too.">
            Blind
          </Checkbox>
        )}
      </Held>,
    );
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Blind' });
    expect(descriptionOf(box)).toBe('Others see it, too.');
    await galley.tabTo(box);
    await galley.press(' ');
    expect(box.checked).toBe(true);
    await galley.press('{Enter}');
    await galley.press(' ');
    expect(box.checked).toBe(false);
    expect(changed.mock.calls).toEqual([[true], [false]]);
  });

  it('keeps its state while it is disabled', async ({ galley }) => {
    const changed = vi.fn<(isSelected: boolean) => void>();
    galley.show(
      <Checkbox isSelected onChange={changed} isDisabled>
        Blind
      </Checkbox>,
    );
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Blind' });
    await galley.user.click(box);
    expect([box.checked, box.disabled]).toEqual([true, true]);
    expect(changed).not.toHaveBeenCalled();
  });
});
