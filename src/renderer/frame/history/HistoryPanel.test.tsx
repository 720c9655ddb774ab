import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';

import { HistoryPanel } from './HistoryPanel.tsx';

/** The rows as they stand: what was done, what became of it, who did it. */
const rows = (): (string | null)[][] =>
  screen
    .getAllByRole('listitem')
    .map(({ children }) => [...children].slice(0, 3).map(({ textContent }) => textContent));
const button = (name: RegExp): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });
const codes = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('codes.list', {})).codes.map(({ name }) => name);

describe('the history', () => {
  it('begins with the making of the project, by nobody, which cannot be undone', async ({ galley }) => {
    galley.show(<HistoryPanel />);
    await waitFor(() => expect(rows()).toHaveLength(1));
    const [[, state, coder] = []] = rows();
    expect([state, coder]).toEqual(['beyond undo', 'no coder']);
    expect(button(/^Nothing to undo/u).disabled).toBe(true);
    expect(button(/^Nothing to redo/u).disabled).toBe(true);
  });

  it('lists each act with who did it, newest first, and grows with the project', async ({ galley }) => {
    galley.show(<HistoryPanel />);
    await galley.newCode('War');
    await galley.actAs('ليلى');
    await galley.newCode('سلام');
    await waitFor(() =>
      expect(rows().slice(0, 2)).toEqual([
        ['Create code “سلام”', '', 'ليلى'],
        ['Create code “War”', '', 'Ada'],
      ]),
    );
    const [first] = screen.getAllByRole('listitem');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
    expect(first?.getAttribute('aria-setsize')).toBe('3');
  });

  it('takes acts back and brings them again, and tells both', async ({ galley }) => {
    galley.show(<HistoryPanel />);
    await galley.newCode('War');
    await screen.findByRole('button', { name: /^Undo: Create code “War”/u });
    await galley.pressButton(/^Undo: Create code “War”/u);
    await waitFor(() => expect(button(/^Nothing to undo/u).disabled).toBe(true));
    expect(await codes(galley)).toEqual([]);
    await waitFor(() =>
      expect(rows().slice(0, 2)).toEqual([
        ['Undo: Create code “War”', '', 'Ada'],
        ['Create code “War”', 'undone', 'Ada'],
      ]),
    );
    await galley.pressButton(/^Redo: Create code “War”/u);
    await waitFor(async () => expect(await codes(galley)).toEqual(['War']));
    await waitFor(() => expect(rows()[0]).toEqual(['Redo: Create code “War”', '', 'Ada']));
  });

  it('tells an act that was taken back and then overtaken by another', async ({ galley }) => {
    await galley.newCode('War');
    await galley.client.call('history.undo', {});
    await galley.newCode('Peace');
    galley.show(<HistoryPanel />);
    await waitFor(() => expect(rows()[2]).toEqual(['Create code “War”', 'undone, then overtaken', 'Ada']));
    expect(button(/^Nothing to redo/u).disabled).toBe(true);
  });

  it('leaves the acts of others alone, and says whose act rests on one’s own', async ({ galley }) => {
    const war = await galley.newCode('War');
    await galley.actAs('Ben');
    galley.show(<HistoryPanel />);
    await waitFor(() => expect(button(/^Nothing to undo/u).disabled).toBe(true));
    await galley.newCoding(await galley.newArticle('one', 'War is peace.\n'), 'peace', war);
    await galley.actAs('Ada');
    await galley.pressButton(/^Undo: Create code “War”/u);
    expect((await screen.findByRole('alert')).textContent).toContain('Ben');
    expect(await codes(galley)).toEqual(['War']);
  });

  it('can be read in a read-only project, and undoes nothing there', async ({ galley }) => {
    await galley.newCode('War');
    await openReadOnly(galley);
    galley.show(<HistoryPanel />);
    await waitFor(() => expect(rows()[0]).toEqual(['Create code “War”', '', 'Ada']));
    expect(button(/^(?:Undo: Create|Nothing to undo)/u).disabled).toBe(true);
  });

  it('draws of a long history what can be seen, and says how long it is', async ({ galley }) => {
    for (let index = 1; index <= 120; index++) await galley.client.call('codes.create', { name: `Code ${index}` });
    galley.show(<HistoryPanel />);
    await waitFor(() => expect(rows()[0]?.[0]).toBe('Create code “Code 120”'));
    const list = screen.getByRole('list', { name: 'History' });
    const drawn = within(list).getAllByRole('listitem');
    // 600 pixels of height hold 23 rows of 27; some more are drawn ahead.
    expect(drawn.length).toBeGreaterThanOrEqual(22);
    expect(drawn.length).toBeLessThan(60);
    expect(drawn[0]?.getAttribute('aria-setsize')).toBe('121'); // and the making of the project
    await galley.tabTo(list);
    act(() => {
      list.scrollTop = 121 * 27 - 600;
      list.dispatchEvent(new Event('scroll'));
    });
    await waitFor(() => expect(rows().at(-1)?.[1]).toBe('beyond undo'));
    expect(screen.getAllByRole('listitem').at(-1)?.getAttribute('aria-posinset')).toBe('121');
  });

  it('keeps from whoever codes in a blind round what others did there', async ({ galley }) => {
    const { client } = galley;
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.newCoding(article, 'War', await galley.newCode('War'));
    const ben = await client.call('coders.add', { name: 'Ben' });
    const round = await client.call('rounds.create', { name: 'Mai', kind: 'reliability', mode: 'blind' });
    await client.call('rounds.assign', { round: round.id, documents: [article], coders: [ben.id] });
    galley.show(<HistoryPanel />);
    await screen.findByText('Code “War”');
    await galley.actAs('Ben');
    await waitFor(() => expect(screen.queryByText('Code “War”')).toBeNull());
  });
});
