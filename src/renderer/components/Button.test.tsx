import { screen, waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { descriptionOf } from './testControl.tsx';

describe('a button', () => {
  it('is pressed by Enter and by Space', async ({ galley }) => {
    const press = vi.fn<() => void>();
    galley.show(
      <Button variant="primary" icon={<svg aria-hidden="true" />} onPress={() => press()}>
        Merge
      </Button>,
    );
    await galley.pressButton('Merge');
    await galley.press(' ');
    expect(press).toHaveBeenCalledTimes(2);
  });

  it('that is disabled is passed over by Tab and does nothing', async ({ galley }) => {
    const press = vi.fn<() => void>();
    galley.show(
      <>
        <Button isDisabled onPress={() => press()}>
          Merge
        </Button>
        <Button onPress={() => undefined}>Cancel</Button>
      </>,
    );
    await galley.press('{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
    await galley.user.click(screen.getByRole('button', { name: 'Merge' }));
    expect(press).not.toHaveBeenCalled();
  });
});

describe('a button that is only a sign', () => {
  const sign = <svg aria-hidden="true" />;

  it('is called what it does, and says it with its key once the focus comes', async ({ galley }) => {
    const press = vi.fn<() => void>();
    galley.show(<IconButton label="Search" keys="Mod+Shift+K" icon={sign} onPress={() => press()} />);
    const button = screen.getByRole('button', { name: 'Search' });
    expect(screen.queryByRole('tooltip')).toBeNull();
    await galley.tabTo(button);
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip.textContent).toBe('SearchCtrl Shift K');
    expect(descriptionOf(button)).toBe('SearchCtrl Shift K');
    await galley.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
    await galley.press('{Enter}');
    expect(press).toHaveBeenCalledTimes(1);
  });

  it('puts its words away when the focus goes on', async ({ galley }) => {
    galley.show(
      <>
        <IconButton label="First" icon={sign} />
        <IconButton label="Second" icon={sign} isDisabled />
        <IconButton label="Third" icon={sign} />
      </>,
    );
    await galley.press('{Tab}');
    expect((await screen.findByRole('tooltip')).textContent).toBe('First');
    await galley.press('{Tab}');
    await waitFor(() => expect(screen.getAllByRole('tooltip').map((tip) => tip.textContent)).toEqual(['Third']));
  });
});
