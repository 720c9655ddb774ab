import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useSettings } from '../state/settings.ts';
import { useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { goToDrawer, isDrawerOpen, openDrawer, openSideTab, setTheme, stepMeasure, stepTextSize } from './view.ts';
import { focusNextRegion, focusRegion, startMemo, toggleDrawer } from './view.ts';

const kept = ({ client }: TestWindow) => client.call('settings.read', {});

describe('how the text looks', () => {
  it('is larger and smaller by one pixel, between 12 and 32, and kept on this machine', async ({ galley }) => {
    stepTextSize(1);
    await waitFor(async () => expect((await kept(galley)).textSize).toBe(18));
    for (let steps = 0; steps < 20; steps += 1) stepTextSize(1);
    expect(useSettings.getState().textSize).toBe(32);
    for (let steps = 0; steps < 40; steps += 1) stepTextSize(-1);
    expect(useSettings.getState().textSize).toBe(12);
    stepTextSize(0);
    await waitFor(async () => expect((await kept(galley)).textSize).toBe(17));
  });

  it('has lines longer and shorter by five characters, between 40 and 120', async ({ galley }) => {
    stepMeasure(-1);
    await waitFor(async () => expect((await kept(galley)).measure).toBe(65));
    for (let steps = 0; steps < 20; steps += 1) stepMeasure(-1);
    expect(useSettings.getState().measure).toBe(40);
    for (let steps = 0; steps < 30; steps += 1) stepMeasure(1);
    expect(useSettings.getState().measure).toBe(120);
    stepMeasure(0);
    await waitFor(async () => expect((await kept(galley)).measure).toBe(70));
  });

  it('is dark or light as is wished, or as the machine is', async ({ galley }) => {
    setTheme('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await waitFor(async () => expect((await kept(galley)).theme).toBe('dark'));
    // The machine of these tests is light.
    setTheme('system');
    expect(document.documentElement.dataset.theme).toBe('light');
    await waitFor(async () => expect((await kept(galley)).theme).toBe('system'));
  });
});

describe('the drawer', () => {
  it('is open where there is room, until it is opened or shut by hand', async ({ galley }) => {
    const { innerHeight } = window;
    const height = (value: number): void => {
      Object.defineProperty(window, 'innerHeight', { configurable: true, value });
    };
    try {
      height(599);
      expect(isDrawerOpen()).toBe(false);
      height(600);
      expect(isDrawerOpen()).toBe(true);
      toggleDrawer();
      expect(isDrawerOpen()).toBe(false);
      openDrawer('history');
      height(300);
      expect(isDrawerOpen()).toBe(true);
      expect(useUi.getState()).toMatchObject({ drawerTab: 'history', view: 'code', focusMode: false });
      await waitFor(async () => expect((await kept(galley)).layout).toMatchObject({ drawerOpen: true }));
    } finally {
      height(innerHeight);
    }
  });

  it('takes the focus in its field for a search, else in its tab', async ({ galley }) => {
    galley.show(
      <div data-region="drawer">
        <button role="tab" aria-selected="true">
          Tab
        </button>
        <input aria-label="Words" />
      </div>,
    );
    goToDrawer('history');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('tab')));
    goToDrawer('search');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Words' })));
    expect(useUi.getState().drawerTab).toBe('search');
  });
});

describe('going round the parts of the window', () => {
  /** Documents, reader and codes, but no drawer. */
  function showRegions(galley: TestWindow): void {
    galley.show(
      <>
        <div data-region="side">
          <input aria-label="Filter" />
          <div role="treegrid" tabIndex={0} aria-label="Codes" />
        </div>
        <div data-region="documents">
          <button>New</button>
          <div data-main-focus tabIndex={0} role="list" aria-label="Articles" />
        </div>
        <div data-region="reader">
          <button disabled>Off</button>
          <button>On</button>
        </div>
      </>,
    );
  }
  const hasFocus = (role: string, name: string): Promise<void> =>
    waitFor(() => expect(document.activeElement).toBe(screen.getByRole(role, { name })));

  it('goes on, back and round in the order of the window, whatever their order in the page', async ({ galley }) => {
    showRegions(galley);
    focusNextRegion(1);
    await hasFocus('list', 'Articles');
    focusNextRegion(1);
    await hasFocus('button', 'On');
    focusNextRegion(1);
    await hasFocus('treegrid', 'Codes');
    expect(useUi.getState().pane).toBe('codes');
    focusNextRegion(1);
    await hasFocus('list', 'Articles');
    focusNextRegion(-1);
    await hasFocus('treegrid', 'Codes');
  });

  it('ends the mode in which the text is alone, except for the text itself', async ({ galley }) => {
    showRegions(galley);
    act(() => useUi.setState({ focusMode: true }));
    focusRegion('reader');
    await hasFocus('button', 'On');
    expect(useUi.getState().focusMode).toBe(true);
    focusRegion('documents');
    await hasFocus('list', 'Articles');
    expect(useUi.getState()).toMatchObject({ focusMode: false, pane: 'documents', view: 'code' });
  });

  it('waits for what is still being drawn there', async ({ galley }) => {
    galley.show(
      <div data-region="side">
        <p data-waiting>…</p>
        <div role="treegrid" tabIndex={0} aria-label="Codes" />
      </div>,
    );
    focusRegion('side');
    const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
    await waitFor(() => expect(document.activeElement).toBe(document.body));
    screen.getByText('…').removeAttribute('data-waiting');
    await hasFocus('treegrid', 'Codes');
  });

  it('stays where it was sent last, when what it was sent to before comes late', async ({ galley }) => {
    galley.show(
      <>
        <div data-region="side">
          <p data-waiting>…</p>
          <div role="treegrid" tabIndex={0} aria-label="Codes" />
        </div>
        <div data-region="documents">
          <div data-main-focus tabIndex={0} role="list" aria-label="Articles" />
        </div>
      </>,
    );
    focusRegion('side');
    focusRegion('documents');
    await hasFocus('list', 'Articles');
    screen.getByText('…').removeAttribute('data-waiting');
    const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Articles' }));
  });

  it('goes to the memo by an act of its own', async ({ galley }) => {
    galley.show(
      <div data-region="side">
        <div data-memo>
          <textarea aria-label="Memo" />
        </div>
      </div>,
    );
    openSideTab('codes');
    startMemo();
    await hasFocus('textbox', 'Memo');
    expect(useUi.getState()).toMatchObject({ sideTab: 'memo', pane: 'codes' });
  });
});
