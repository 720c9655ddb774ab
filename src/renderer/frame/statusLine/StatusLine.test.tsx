import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import type { Task } from '../../../shared/api/events.ts';
import { putTask } from '../../state/tasks.ts';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';

import { StatusLine } from './StatusLine.tsx';

const codes = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('codes.list', {})).codes.map(({ name }) => name);

function running(id: string, some: Partial<Task> = {}): Task {
  return {
    id,
    method: 'imports.start',
    label: `Import ${id}`,
    state: 'running',
    done: 0,
    total: 0,
    left: null,
    started: 0,
    ...some,
  };
}

describe('the last line of the window', () => {
  it('says that all is saved, and that there is nothing to undo yet', async ({ galley }) => {
    galley.show(<StatusLine />);
    expect(screen.getByRole('status').textContent).toBe('Saved');
    screen.getByText('Nothing to undo');
    act(() => useUi.setState({ pending: 1 }));
    expect(screen.getByRole('status').textContent).toBe('Saving…');
    act(() => useUi.setState({ pending: 0 }));
    expect(screen.getByRole('status').textContent).toBe('Saved');
    await galley.newCode('War');
    await screen.findByRole('button', { name: 'Undo: Create code “War” (by Ada)' });
  });

  it('undoes the last act by its button, and then the one before', async ({ galley }) => {
    galley.show(<StatusLine />);
    await galley.newCode('War');
    await galley.newCode('Peace');
    await galley.pressButton('Undo: Create code “Peace” (by Ada)');
    await waitFor(async () => expect(await codes(galley)).toEqual(['War']));
    await galley.pressButton('Undo: Create code “War” (by Ada)');
    await waitFor(async () => expect(await codes(galley)).toEqual([]));
    await screen.findByText('Nothing to undo');
  });

  it('offers to undo one’s own acts alone', async ({ galley }) => {
    await galley.newCode('War');
    await galley.actAs('Ben');
    galley.show(<StatusLine />);
    await screen.findByText('Nothing to undo');
    await galley.newCode('Peace');
    await screen.findByRole('button', { name: 'Undo: Create code “Peace” (by Ben)' });
  });

  it('tells in a read-only project why it is so, and leads to the backups instead of undo', async ({ galley }) => {
    await galley.newCode('War');
    await openReadOnly(galley);
    galley.show(<StatusLine />);
    const shown = screen.getByRole('button', { name: /^Read-only: ./u });
    expect(within(shown).getByTitle(shown.textContent)).not.toBeNull();
    // The line may be too short for it: pressed, it is told whole.
    await galley.tabTo(shown);
    await galley.press('{Enter}');
    const whole = await screen.findByRole('dialog', { name: 'Read-only' });
    expect(`Read-only: ${whole.textContent}`).toBe(shown.textContent);
    await galley.press('{Escape}');
    await galley.closed();
    expect(document.activeElement).toBe(shown);
    expect(screen.queryByText('Saved')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Undo/u })).toBeNull();
    await galley.pressButton('Backups…');
    await screen.findByRole('dialog', { name: 'Backups' });
  });

  it('names the blind rounds of whoever codes, and of nobody else', async ({ galley }) => {
    const { client } = galley;
    const article = await galley.newArticle('one', 'War is peace.\n');
    const ben = await client.call('coders.add', { name: 'Ben' });
    const round = await client.call('rounds.create', { name: 'Mai', kind: 'reliability', mode: 'blind' });
    await client.call('rounds.assign', { round: round.id, documents: [article], coders: [ben.id] });
    galley.show(<StatusLine />);
    await screen.findByRole('button', { name: /^Undo/u });
    expect(screen.queryByRole('note')).toBeNull();
    await galley.actAs('Ben');
    expect((await screen.findByRole('note')).textContent).toContain('Mai');
    await galley.actAs('Ada');
    await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
  });

  it('says aloud why no backup could be made', ({ galley }) => {
    const { status } = useRecords.getState();
    if (!status?.project) throw new Error('no project is open');
    const project = { ...status.project, backupProblem: 'The disk is full.' };
    useRecords.setState({ status: { ...status, project } });
    galley.show(<StatusLine />);
    expect(screen.getByRole('alert').textContent).toBe('No backup: The disk is full.');
  });

  it('says when the project was last verified', ({ galley }) => {
    useUi.setState({ verifiedAt: new Date(2024, 2, 12, 14, 5).getTime() });
    galley.show(<StatusLine />);
    screen.getByText('Offsets verified 12 Mar 2024, 14:05');
  });

  it('shows the newest work that runs, how much there is of it and how many more run', async ({ galley }) => {
    galley.show(<StatusLine />);
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => {
      putTask(running('A'));
      putTask(running('B'));
      putTask(running('C', { done: 1250, total: 5000, left: 61_000 }));
      putTask(running('D', { state: 'done' }));
    });
    screen.getByText('Import C · 1,250 of 5,000');
    screen.getByText('1 min left'); // of 61 s
    const bar = screen.getByRole('progressbar', { name: 'Import C' });
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1250', '5000']);
    await galley.pressButton('and 2 more');
    expect(useUi.getState().drawerTab).toBe('tasks');
    act(() => ['A', 'B', 'C'].forEach((id) => putTask(running(id, { state: 'done' }))));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('cancels work of the window itself by its button', async ({ galley }) => {
    galley.show(<StatusLine />);
    const cancel = vi.fn();
    act(() => putTask({ ...running('reading'), cancel }));
    expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
    await galley.pressButton('Cancel: Import reading');
    expect(cancel).toHaveBeenCalledOnce();
  });
});
