import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { useSettings } from '../state/settings.ts';
import { useUi } from '../state/ui.ts';
import { Workbench } from './Workbench.tsx';

const here = (): string | null | undefined =>
  document.activeElement?.closest('[data-region]')?.getAttribute('data-region');
const at = (region: string): Promise<void> => waitFor(() => expect(here()).toBe(region));

/** The window on an article that is open. */
async function workbench(galley: TestWindow): Promise<void> {
  await galley.newCode('War');
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  await galley.openArticle(article);
  galley.show(<Workbench />);
  await screen.findByRole('textbox', { name: 'Article text' });
}

describe('the window with a project open', () => {
  it('has its parts by name, with edges between them that can be moved', async ({ galley }) => {
    await workbench(galley);
    screen.getByRole('button', { name: 'Coder: Ada' });
    screen.getByRole('navigation', { name: 'Views' });
    screen.getByRole('contentinfo', { name: 'Status' });
    const main = within(screen.getByRole('main', { name: 'Code' }));
    for (const name of ['Documents', 'Reader', 'Side panel', 'Drawer']) main.getByRole('region', { name });
    for (const name of ['Documents', 'Codes', 'Drawer']) main.getByRole('separator', { name: `Resize: ${name}` });
  });

  it('goes round its parts by F6, and back by Shift and F6', async ({ galley }) => {
    await workbench(galley);
    await galley.press('{Alt>}1{/Alt}');
    await at('documents');
    for (const region of ['reader', 'side', 'drawer', 'documents']) {
      await galley.press('{F6}');
      await at(region);
    }
    for (const region of ['drawer', 'side', 'reader']) {
      await galley.press('{Shift>}{F6}{/Shift}');
      await at(region);
    }
  });

  it('goes to each part by its digit, and opens the drawer for that', async ({ galley }) => {
    act(() => useSettings.setState({ layout: { drawerOpen: false } }));
    await workbench(galley);
    screen.getByRole('button', { name: 'Open the drawer' });
    await galley.press('{Alt>}4{/Alt}');
    await at('drawer');
    screen.getByRole('button', { name: 'Shut the drawer' });
    await galley.press('{Alt>}3{/Alt}');
    await at('side');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
    await galley.press('{Alt>}2{/Alt}');
    await at('reader');
  });

  it('opens tabs of the drawer by their keys, with the focus where one goes on', async ({ galley }) => {
    await workbench(galley);
    const press = (letter: string): Promise<void> => galley.press(`{Control>}{Shift>}${letter}{/Shift}{/Control}`);
    await press('h');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'History', selected: true })),
    );
    await press('y');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Tasks', selected: true })),
    );
    await press('f');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search all texts' })),
    );
  });

  it('shows the text alone in focus mode, and all again on Escape, the caret in the text both times', async ({
    galley,
  }) => {
    await workbench(galley);
    const text = (): HTMLElement => screen.getByRole('textbox', { name: 'Article text' });
    await galley.press('{Alt>}2{/Alt}');
    await at('reader');
    await galley.press('{Alt>}z{/Alt}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Coder: Ada' })).toBeNull());
    for (const name of ['Documents', 'Side panel', 'Drawer']) expect(screen.queryByRole('region', { name })).toBeNull();
    screen.getByRole('contentinfo', { name: 'Status' });
    await waitFor(() => expect(document.activeElement).toBe(text()));
    await galley.press('{Escape}');
    await screen.findByRole('button', { name: 'Coder: Ada' });
    await waitFor(() => expect(document.activeElement).toBe(text()));
  });

  it('shows another view in place of its columns, and comes back to them by the key of one', async ({ galley }) => {
    await workbench(galley);
    await galley.press('{Alt>}6{/Alt}');
    await screen.findByRole('main', { name: 'Codebook' });
    expect(screen.queryByRole('region', { name: 'Documents' })).toBeNull();
    await galley.press('{Alt>}7{/Alt}');
    await screen.findByRole('main', { name: 'Reliability' });
    await galley.press('{Alt>}1{/Alt}');
    await screen.findByRole('main', { name: 'Code' });
    await at('documents');
    expect(useUi.getState().view).toBe('code');
  });

  it('keeps the keys of the text out of fields, and takes those of the window there', async ({ galley }) => {
    await workbench(galley);
    const filter = screen.getByRole('searchbox', { name: 'Filter documents' });
    await galley.tabTo(filter);
    await galley.press('a b.1');
    expect((filter as HTMLInputElement).value).toBe('a b.1'); // a search field is an input
    expect((await galley.client.call('project.stats', {})).annotations).toBe(0);
    await galley.press('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
  });
});
