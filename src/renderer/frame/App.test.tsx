import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { loadStatus } from '../state/load.ts';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import { App } from './App.tsx';

it('codes the sentence under the cursor by a digit, and takes it back', async ({ galley }) => {
  const { client, press } = galley;
  const war = await galley.newCode('War');
  await client.call('codes.update', { code: war, key: '1' });
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  await galley.openArticle(article);
  galley.show(<App />);
  const coded = async (): Promise<string[]> => {
    const { annotations } = await client.call('documents.open', { document: article });
    return annotations.codes;
  };
  await press('{Alt>}2{/Alt}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
  await press(' 1');
  await waitFor(async () => expect(await coded()).toEqual([war]));
  await press('{Control>}z{/Control}');
  await waitFor(async () => expect(await coded()).toEqual([]));
});

it('tells screen readers what was moved, removed, undone and done again, and to what', async ({ galley }) => {
  const war = await galley.newCode('War');
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  await galley.newCoding(article, 'peace', war);
  await galley.openArticle(article);
  galley.show(<App />);
  const said = (words: string): Promise<void> =>
    waitFor(() => expect(document.querySelector('[data-announced]')?.textContent).toBe(words));
  await galley.press('{Alt>}2{/Alt}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
  await galley.press('{F8}{Alt>}{ArrowLeft}{/Alt}');
  await said('“War” is now: “is peace”');
  await galley.press('{Control>}z{/Control}');
  await said('Undone: Change boundaries of “War”');
  await galley.press('{Control>}{Shift>}z{/Shift}{/Control}');
  await said('Done again: Change boundaries of “War”');
  await galley.press('{Delete}');
  await said('Removed coding “War”: “is peace”');
});

describe('the page', () => {
  it('waits for the program, and shows the project when that is known', async ({ galley: _galley }) => {
    const { status } = useRecords.getState();
    useRecords.setState({ status: null });
    render(<App />);
    screen.getByText('Opening…');
    act(() => useRecords.setState({ status }));
    await screen.findByRole('main', { name: 'Code' });
    expect(screen.queryByText('Opening…')).toBeNull();
  });

  it('is called by its project, also when that gets another name, and by the program without one', async ({
    galley,
  }) => {
    render(<App />);
    await waitFor(() => expect(document.title).toBe('Test – Galley'));
    await galley.client.call('project.rename', { name: 'الميناء' });
    await waitFor(() => expect(document.title).toBe('الميناء – Galley'));
    await galley.client.call('project.close', {});
    await act(loadStatus);
    await waitFor(() => expect(document.title).toBe('Galley'));
  });

  it('tells a tab that the program did not open where to go on', ({ galley: _galley }) => {
    useRecords.setState({ status: null });
    useUi.setState({ isStranger: true });
    render(<App />);
    screen.getByText(/^Galley answers only the tab that it opened\./u);
    expect(screen.queryByText('Opening…')).toBeNull();
  });

  it('says aloud that the program has ended, and stops saying so when it is back', ({ galley: _galley }) => {
    render(<App />);
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => useUi.setState({ isLost: true }));
    expect(screen.getByRole('alert').textContent).toMatch(/^The program behind this window has ended\./u);
    act(() => useUi.setState({ isLost: false }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes from the project to the first page when it is closed, and back when one is opened', async ({ galley }) => {
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.openArticle(article);
    render(<App />);
    await screen.findByRole('textbox', { name: 'Article text' });
    await galley.client.call('project.close', {});
    await screen.findByRole('region', { name: 'Recent projects' });
    expect(screen.queryByRole('main', { name: 'Code' })).toBeNull();
    await galley.pressButton(/^Test/u, screen.getByRole('region', { name: 'Recent projects' }));
    await screen.findByRole('main', { name: 'Code' });
    await screen.findByRole('button', { name: 'Project Test' });
  });

  it('does nothing on the first page by keys that are for a project, and shows which keys there are', async ({
    galley,
  }) => {
    await galley.newCode('War');
    await galley.client.call('project.close', {});
    render(<App />);
    await screen.findByRole('region', { name: 'Recent projects' });
    await galley.press('{Control>}z{/Control}{Alt>}r{/Alt}{Alt>}4{/Alt}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    await galley.press('{F1}');
    await screen.findByRole('dialog', { name: 'Keys' });
  });
});
