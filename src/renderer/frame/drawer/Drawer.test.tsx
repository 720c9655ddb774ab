import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { putTask } from '../../state/tasks.ts';
import { useSettings } from '../../state/settings.ts';
import { useUi } from '../../state/ui.ts';
import { Drawer } from './Drawer.tsx';

const names = ['Segments', 'Search', 'History', 'Tasks'];

describe('the drawer', () => {
  it('goes through its tabs by arrows, Home and End', async ({ galley }) => {
    galley.show(<Drawer isOpen />);
    const tabs = within(screen.getByRole('tablist', { name: 'Drawer' }));
    expect(tabs.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(names);
    await galley.tabTo(tabs.getByRole('tab', { name: 'Segments', selected: true }));
    await galley.press('{ArrowRight}{ArrowRight}');
    tabs.getByRole('tab', { name: 'History', selected: true });
    await screen.findByRole('list', { name: 'History' });
    await galley.press('{End}');
    tabs.getByRole('tab', { name: 'Tasks', selected: true });
    screen.getByText('Nothing is running');
    await galley.press('{Home}');
    expect(useUi.getState().drawerTab).toBe('segments');
    await waitFor(() => expect(document.activeElement).toBe(tabs.getByRole('tab', { name: 'Segments' })));
  });

  it('shows beside the name of Tasks how many run', ({ galley }) => {
    galley.show(<Drawer isOpen={false} />);
    const task = { id: 'A', method: 'search.run', label: 'Search', done: 0, total: 0, left: null, started: 0 };
    act(() => putTask({ ...task, state: 'running' }));
    screen.getByRole('tab', { name: /^Tasks\s*1$/u });
    act(() => putTask({ ...task, state: 'done' }));
    screen.getByRole('tab', { name: 'Tasks' });
  });

  it('is shut and opened by its button, and that is remembered on this machine', async ({ galley }) => {
    act(() => useSettings.setState({ layout: { drawerOpen: true } }));
    galley.show(<Drawer isOpen />);
    const button = screen.getByRole('button', { name: 'Shut the drawer' });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await galley.tabTo(button);
    await galley.press('{Enter}');
    await waitFor(async () =>
      expect((await galley.client.call('settings.read', {})).layout).toMatchObject({ drawerOpen: false }),
    );
  });

  it('shows only the names of its tabs while it is shut, and a tab opens it', async ({ galley }) => {
    act(() => useSettings.setState({ layout: { drawerOpen: false } }));
    galley.show(<Drawer isOpen={false} />);
    screen.getByRole('button', { name: 'Open the drawer', expanded: false });
    expect(screen.queryByRole('list')).toBeNull();
    await galley.tabTo(screen.getByRole('tab', { name: 'Segments' }));
    await galley.press('{ArrowRight}');
    expect(useUi.getState().drawerTab).toBe('search');
    expect(useSettings.getState().layout['drawerOpen']).toBe(true);
  });
});
