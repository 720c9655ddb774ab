import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { useRecords } from '../state/records.ts';
import { useSettings } from '../state/settings.ts';
import { useTasks } from '../state/tasks.ts';
import { useUi } from '../state/ui.ts';
import { loadAtStart } from './begin.ts';

describe('what the program tells the window', () => {
  it('is a change of records: the window’s codes are those of the project', async ({ galley }) => {
    const war = await galley.newCode('War');
    await waitFor(() => expect(useRecords.getState().codes.get(war)?.name).toBe('War'));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(useRecords.getState().codes.has(war)).toBe(false));
  });

  it('is who codes and what the project is called', async ({ galley }) => {
    await galley.actAs('Ben');
    await waitFor(() => expect(useRecords.getState().status?.coder?.name).toBe('Ben'));
    await galley.client.call('project.rename', { name: 'Strike' });
    await waitFor(() => expect(useRecords.getState().status?.project?.name).toBe('Strike'));
  });

  it('is how far work is, from its beginning to its end', async ({ galley }) => {
    await galley.client.run('project.verify', {});
    await waitFor(() =>
      expect(useTasks.getState().tasks.map(({ method, state }) => [method, state])).toEqual([
        ['project.verify', 'done'],
      ]),
    );
  });

  it('is which keys were changed, here or in another window', async ({ galley }) => {
    galley.show(null);
    await galley.client.call('settings.write', { keys: { 'help.keys': ['Alt+Q'] } });
    await waitFor(() => expect(useSettings.getState().keys).toEqual({ 'help.keys': ['Alt+Q'] }));
    await galley.press('{F1}');
    expect(useUi.getState().dialog).toBeNull();
    await galley.press('{Alt>}q{/Alt}');
    await screen.findByRole('dialog', { name: 'Keys' });
  });

  it('is an act that a menu of the system asks for, unless a dialog is open', async ({ galley }) => {
    galley.show(null);
    act(() => galley.app.requestAction('project.backups'));
    await screen.findByRole('dialog', { name: 'Backups' });
    act(() => galley.app.requestAction('help.keys'));
    expect(useUi.getState().dialog?.kind).toBe('backups');
    await galley.press('{Escape}');
    await galley.closed();
    act(() => galley.app.requestAction('no.such.action'));
    expect(useUi.getState().dialog).toBeNull();
  });
});

describe('at its start the window', () => {
  it('knows what this machine remembers, the project, and the work that was done, newest first', async ({ galley }) => {
    await galley.client.call('settings.write', { theme: 'dark', textSize: 20 });
    await galley.client.run('project.verify', {});
    await galley.newArticle('one', 'War is peace.\n');
    const isOver = (): boolean => useTasks.getState().tasks.every(({ state }) => state === 'done');
    await waitFor(() => expect([useTasks.getState().tasks.length, isOver()]).toEqual([2, true]));
    useTasks.setState({ tasks: [] });
    useRecords.setState({ status: null });
    await act(loadAtStart);
    expect(useSettings.getState()).toMatchObject({ theme: 'dark', textSize: 20 });
    expect(useRecords.getState().status?.project?.name).toBe('Test');
    expect(useTasks.getState().tasks.map(({ method }) => method)).toEqual(['imports.start', 'project.verify']);
  });
});

describe('what nobody caught', () => {
  it('is said in a notice instead of being lost', ({ galley }) => {
    galley.show(null);
    const event = new Event('unhandledrejection');
    Object.assign(event, { reason: new Error('the wire is cut') });
    act(() => void window.dispatchEvent(event));
    expect(screen.getByRole('alert').textContent).toBe('the wire is cut');
  });
});
