import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { Button } from './Button.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { Menu } from './Menu.tsx';
import type { MenuEntry } from './Menu.tsx';

type Run = (act: string) => void;

const entriesFor = (run: Run): MenuEntry[] => [
  { id: 'rename', label: 'Rename…', keys: 'F2', run: () => run('rename') },
  { id: 'merge', label: 'Merge…', isDisabled: true, run: () => run('merge') },
  null,
  { id: 'split', label: 'Split…', run: () => run('split') },
  { id: 'name', label: 'By name', isChecked: true, run: () => run('name') },
  { id: 'size', label: 'By size', isChecked: false, run: () => run('size') },
  { id: 'remove', label: 'Remove', isDanger: true, run: () => run('remove') },
];

const focused = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

/** Opens a menu by its button, and says what ran in it. */
async function openMenu(galley: TestWindow): Promise<string[]> {
  const ran: string[] = [];
  const entries = (): MenuEntry[] => entriesFor((act) => void ran.push(act));
  galley.show(<Menu trigger={<Button>More</Button>} entries={entries} />);
  await galley.pressButton('More');
  await screen.findByRole('menu', { name: 'More' });
  return ran;
}

const shut = (): Promise<void> => waitFor(() => expect(screen.queryByRole('menu')).toBeNull());

describe('a menu', () => {
  it('lists what can be done, what cannot, its keys, and which setting is in force', async ({ galley }) => {
    await openMenu(galley);
    const items = screen.getAllByRole('menuitem');
    expect(items.map((item) => item.getAttribute('aria-label') ?? item.textContent)).toEqual([
      'Rename…F2',
      'Merge…',
      'Split…',
      'By name ✓',
      'By size',
      'Remove',
    ]);
    expect(items.map((item) => item.getAttribute('aria-disabled') === 'true')).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(screen.getAllByRole('separator').length).toBe(1);
  });

  it('is gone through by the arrow keys, past what cannot be done and round the ends', async ({ galley }) => {
    await openMenu(galley);
    const passed = [focused()];
    for (const key of ['{ArrowDown}', '{ArrowUp}', '{ArrowUp}', '{ArrowDown}', '{End}', '{Home}']) {
      await galley.press(key);
      passed.push(focused());
    }
    expect(passed).toEqual(['Rename…F2', 'Split…', 'Rename…F2', 'Remove', 'Rename…F2', 'Remove', 'Rename…F2']);
  });

  it('goes to what is typed, does it on Enter, shuts, and gives the focus back', async ({ galley }) => {
    const ran = await openMenu(galley);
    await galley.press('by s');
    expect(focused()).toBe('By size');
    await galley.press('{Enter}');
    await shut();
    expect(ran).toEqual(['size']);
    await waitFor(() => expect(focused()).toBe('More'));
  });

  it('does nothing on Escape', async ({ galley }) => {
    const ran = await openMenu(galley);
    await galley.press('{ArrowDown}{Escape}');
    await shut();
    expect(ran).toEqual([]);
    await waitFor(() => expect(focused()).toBe('More'));
  });

  it('asks what can be done whenever it opens', async ({ galley }) => {
    let count = 0;
    const entries = (): MenuEntry[] => [{ id: 'act', label: `Undo ${(count += 1)}`, run: () => undefined }];
    galley.show(<Menu trigger={<Button>More</Button>} entries={entries} />);
    expect(count).toBe(0);
    await galley.pressButton('More');
    const first = (await screen.findByRole('menuitem')).textContent;
    await galley.press('{Escape}');
    await shut();
    await waitFor(() => expect(focused()).toBe('More'));
    // The menu that goes gives the focus back once more in a later frame, which would shut the next one.
    await act(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await galley.press('{ArrowDown}');
    expect((await screen.findByRole('menuitem')).textContent).not.toBe(first);
  });
});

describe('a menu at a place', () => {
  type Place = { x: number; y: number } | null;

  function Row({ run, onClose }: { run: Run; onClose: () => void }) {
    const [at, setAt] = useState<Place>(null);
    const close = (): void => {
      setAt(null);
      onClose();
    };
    return (
      <>
        <Button onPress={() => setAt({ x: 30, y: 40 })}>Row</Button>
        <ContextMenu label="Row acts" at={at} entries={() => entriesFor(run)} onClose={close} />
      </>
    );
  }

  it('opens with its first entry, and is shut before the act is done', async ({ galley }) => {
    const told: string[] = [];
    galley.show(<Row run={(act) => void told.push(act)} onClose={() => void told.push('shut')} />);
    expect(screen.queryByRole('menu')).toBeNull();
    await galley.pressButton('Row');
    const menu = await screen.findByRole('menu', { name: 'Row acts' });
    expect(within(menu).getAllByRole('menuitem')[0]).toBe(document.activeElement);
    await galley.press('{ArrowDown}{Enter}');
    await shut();
    expect(told.slice(0, 2)).toEqual(['shut', 'split']);
    expect(told.filter((act) => act === 'split').length).toBe(1);
  });

  it('is shut by Escape, with nothing done', async ({ galley }) => {
    const run = vi.fn<Run>();
    const closed = vi.fn<() => void>();
    galley.show(<Row run={run} onClose={closed} />);
    await galley.pressButton('Row');
    await screen.findByRole('menu');
    await galley.press('{Escape}');
    await shut();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(run).not.toHaveBeenCalled();
  });
});
