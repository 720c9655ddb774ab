import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { Task } from '../../../shared/api/events.ts';
import { putTask } from '../../state/tasks.ts';
import { RunningNote } from './RunningNote.tsx';
import { TasksPanel } from './TasksPanel.tsx';

const task = (id: string, some: Partial<Task> = {}): Task => ({
  id,
  method: 'search.run',
  label: `Search ${id}`,
  state: 'running',
  done: 0,
  total: 0,
  left: null,
  started: new Date(2024, 2, 12, 14, 5).getTime(),
  ...some,
});

const rows = (): (string | null)[][] =>
  screen
    .getAllByRole('listitem')
    .map(({ children }) => [...children].slice(0, 3).map(({ textContent }) => textContent));

describe('the tasks', () => {
  it('are none at first, and it is said what shows here', ({ galley }) => {
    galley.show(<TasksPanel />);
    screen.getByText('Nothing is running');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('are listed newest first, with how far they are or how they ended', ({ galley }) => {
    galley.show(<TasksPanel />);
    act(() => {
      putTask(task('A', { state: 'done' }));
      putTask(task('B', { state: 'cancelled' }));
      const error = { code: 'file-unwritable', message: 'The disk is full.', details: {} };
      putTask(task('C', { state: 'failed', error }));
      putTask(task('D', { done: 1200, total: 4800, left: 5_400_000 }));
    });
    const day = '12 Mar 2024, 14:05';
    expect(rows()).toEqual([
      ['Search D', '', '1,200 of 4,800 · 2 h left'], // 90 minutes are no longer told in minutes
      ['Search C', 'failed: The disk is full.', day],
      ['Search B', 'cancelled', day],
      ['Search A', 'done', day],
    ]);
    const bar = screen.getByRole('progressbar', { name: 'Search D' });
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1200', '4800']);
  });

  it('change in their place, and only those that run can be cancelled', async ({ galley }) => {
    galley.show(<TasksPanel />);
    const cancel = vi.fn();
    act(() => {
      putTask({ ...task('A'), cancel });
      putTask(task('B', { state: 'done' }));
    });
    expect(screen.getAllByRole('button', { name: /^Cancel/u })).toHaveLength(1);
    await galley.pressButton('Cancel: Search A');
    expect(cancel).toHaveBeenCalledOnce();
    act(() => putTask(task('A', { state: 'cancelled' })));
    expect(rows().map(([label, state]) => [label, state])).toEqual([
      ['Search B', 'done'],
      ['Search A', 'cancelled'],
    ]);
    expect(screen.queryByRole('button', { name: /^Cancel/u })).toBeNull();
  });

  it('show the report of an import again', async ({ galley }) => {
    galley.show(<TasksPanel />);
    await galley.newArticle('one', 'War is peace.\n');
    await galley.pressButton('Report…');
    const report = await screen.findByRole('dialog', { name: 'Import report' });
    within(report).getByText(/^1 document imported/u);
    within(report).getByText('one');
  });

  it('have no report where an import was stopped, and none where there is none to tell', async ({ galley }) => {
    galley.show(<TasksPanel />);
    act(() => {
      putTask(task('A', { method: 'imports.start', state: 'cancelled' }));
      putTask(task('B', { method: 'imports.start', state: 'done', result: 'of another version' }));
    });
    await galley.client.run('project.verify', {});
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3));
    expect(screen.queryByRole('button', { name: 'Report…' })).toBeNull();
  });

  it('are the last fifty', ({ galley }) => {
    galley.show(<TasksPanel />);
    act(() => {
      for (let index = 1; index <= 60; index++) putTask(task(String(index), { state: 'done' }));
    });
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    expect(rows().at(0)?.[0]).toBe('Search 60');
    expect(rows().at(-1)?.[0]).toBe('Search 11');
  });

  it('are counted beside the name of their tab while they run', ({ galley }) => {
    galley.show(
      <p role="note">
        <RunningNote />
      </p>,
    );
    const note = (): string | null => screen.getByRole('note').textContent;
    expect(note()).toBe('');
    act(() => ['A', 'B', 'C'].forEach((id) => putTask(task(id))));
    expect(note()).toBe('3');
    act(() => ['A', 'B', 'C'].forEach((id) => putTask(task(id, { state: 'done' }))));
    expect(note()).toBe('');
  });
});
