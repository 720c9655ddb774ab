import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { App } from '../../../frame/App.tsx';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { codedIn, harbour, pinnedCodes, selectedWords } from '../testReading.tsx';

const toggle = '{Alt>}z{/Alt}';
const text = (): HTMLElement => screen.getByRole('textbox', { name: 'Article text' });
const isAlone = (): boolean =>
  screen.queryByRole('navigation', { name: 'Views' }) === null && useUi.getState().focusMode;

async function reading(galley: TestWindow): Promise<string> {
  await pinnedCodes(galley, 'War');
  const article = await galley.newArticle('one', harbour);
  await galley.openArticle(article);
  render(<App />); // it brings dialogs and notices of its own
  await galley.press('{Alt>}2{/Alt}');
  await waitFor(() => expect(document.activeElement).toBe(text()));
  return article;
}

/** Shows the text alone. */
async function alone(galley: TestWindow): Promise<string> {
  const article = await reading(galley);
  await galley.press(` {Alt>}{ArrowDown}{/Alt}${toggle}`);
  await waitFor(() => expect(isAlone()).toBe(true));
  await waitFor(() => expect(document.activeElement).toBe(text()));
  return article;
}

describe('the text alone', () => {
  it('comes by a key, with what was selected and the focus, and codes as ever', async ({ galley }) => {
    const article = await alone(galley);
    expect(selectedWords()).toBe('War is over.');
    expect(screen.queryByRole('region', { name: 'Documents' })).toBeNull();
    expect(screen.queryByRole('tablist', { name: 'Side panel' })).toBeNull();
    expect(screen.getByTitle('one').textContent).toBe('one'); // no list names the article now
    await galley.press('1');
    await waitFor(async () => expect(await codedIn(galley, article)).toEqual(['War: War is over.']));
  });

  it('gives the whole window back by the same key, with what is selected', async ({ galley }) => {
    await alone(galley);
    await galley.press(`{Alt>}{ArrowDown}{/Alt}${toggle}`);
    await screen.findByRole('tablist', { name: 'Side panel' });
    expect(isAlone()).toBe(false);
    await waitFor(() => expect(document.activeElement).toBe(text()));
    expect(selectedWords()).toBe('The crews went home.');
  });

  it('is left by Escape once there is nothing selected', async ({ galley }) => {
    await alone(galley);
    await galley.press('{Escape}');
    expect([isAlone(), selectedWords()]).toEqual([true, null]);
    await galley.press('{Escape}');
    await screen.findByRole('tablist', { name: 'Side panel' });
    await waitFor(() => expect(document.activeElement).toBe(text()));
  });

  it('stays when Escape shuts the code picker or a dialog', async ({ galley }) => {
    await alone(galley);
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: 'Choose a code' });
    await galley.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(isAlone()).toBe(true);
    await galley.press('{Control>}g{/Control}');
    await screen.findByRole('dialog', { name: 'Go to offset' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(isAlone()).toBe(true);
  });

  it('ends when the focus is asked for elsewhere', async ({ galley }) => {
    await alone(galley);
    await galley.press('{Alt>}3{/Alt}');
    await screen.findByRole('tablist', { name: 'Side panel' });
    expect(useUi.getState().focusMode).toBe(false);
  });

  it('does not come without an article', async ({ galley }) => {
    render(<App />); // it brings dialogs and notices of its own
    await galley.press(toggle);
    expect(useUi.getState().focusMode).toBe(false);
    act(() => useUi.setState({ focusMode: true })); // as though the article had gone meanwhile
    expect(screen.getByRole('tablist', { name: 'Side panel' })).toBeDefined();
  });
});

describe('the reader made anew in another view of the window', () => {
  it('takes up what was selected when the view comes back', async ({ galley }) => {
    await reading(galley);
    await galley.press(' {Alt>}{ArrowDown}{/Alt}');
    const before = text();
    act(() => useUi.setState({ view: 'codebook' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Article text' })).toBeNull());
    await galley.press('{Alt>}2{/Alt}');
    await waitFor(() => expect(document.activeElement).toBe(text()));
    expect(text()).not.toBe(before);
    expect(selectedWords()).toBe('War is over.');
    await galley.press('{Alt>}{ArrowDown}{/Alt}');
    expect(selectedWords()).toBe('The crews went home.');
  });
});
