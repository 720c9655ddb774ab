import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { createTestApp } from '../../../main/app/testApp.ts';
import { setClient } from '../../state/client.ts';
import { loadStatus } from '../../state/load.ts';
import { dismissAllNotices, notify } from '../../state/ui.ts';

const region = (): HTMLElement => screen.getByRole('region', { name: 'Notices' });
const texts = (): (string | null)[] =>
  within(region())
    .queryAllByRole('paragraph')
    .map(({ textContent }) => textContent);
const say = (...[kind, text, more]: Parameters<typeof notify>): void => act(() => void notify(kind, text, more));

describe('notices', () => {
  it('are an alert where something went wrong, and a status where not', ({ galley }) => {
    galley.show(null);
    say('error', 'The disk is full.');
    say('info', '3 documents given.');
    expect(screen.getByRole('alert').textContent).toBe('The disk is full.');
    expect(screen.getByRole('status').textContent).toBe('3 documents given.');
  });

  it('are heard while a dialog is open, which hides all else', async ({ galley }) => {
    galley.show(<button>Behind</button>);
    await galley.open({ kind: 'newProject', files: [] });
    say('error', 'The disk is full.');
    expect(screen.getByRole('alert').textContent).toBe('The disk is full.');
    expect(screen.queryByRole('button', { name: 'Behind' })).toBeNull();
  });

  it('are the last three, and what is said once more stands at the end and once', ({ galley }) => {
    galley.show(null);
    for (const text of ['one', 'two', 'three', 'four', 'two']) say('error', text);
    expect(texts()).toEqual(['three', 'four', 'two']);
    act(dismissAllNotices);
    expect(texts()).toEqual([]);
  });

  it('go by their button, each alone', async ({ galley }) => {
    galley.show(null);
    say('error', 'one');
    say('error', 'two');
    await galley.pressButton('Dismiss', screen.getAllByRole('alert')[0]);
    expect(texts()).toEqual(['two']);
  });

  it('may bring an act, which takes the notice away', async ({ galley }) => {
    galley.show(null);
    const run = vi.fn();
    say('error', 'It is damaged.', { act: { label: 'Backups…', run } });
    await galley.pressButton('Backups…');
    expect(run).toHaveBeenCalledOnce();
    expect(texts()).toEqual([]);
  });

  it('of something done go by themselves; errors, and what names a place, stay', ({ galley }) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    galley.show(null);
    say('info', 'done');
    say('error', 'failed');
    say('info', 'written', { place: { folder: galley.app.grants.grant(galley.folder), label: galley.folder } });
    act(() => void vi.advanceTimersByTime(5999));
    expect(texts()).toEqual(['done', 'failed', 'written']);
    act(() => void vi.advanceTimersByTime(1));
    expect(texts()).toEqual(['failed', 'written']);
  });
});

describe('the place that a notice names', () => {
  it('is copied where there is no file manager to show it', async ({ galley }) => {
    const copy = vi.spyOn(navigator.clipboard, 'writeText');
    onTestFinished(() => copy.mockRestore());
    galley.show(null);
    say('info', 'written', { place: { folder: galley.app.grants.grant(galley.folder), label: '/مجلد/exports' } });
    within(screen.getByRole('status')).getByText('/مجلد/exports');
    await galley.pressButton('Copy path');
    await screen.findByText('Copied.');
    expect(copy.mock.calls).toEqual([['/مجلد/exports']]);
  });

  it('can be copied by hand where the program may not', async ({ galley }) => {
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied'));
    const byKeys = vi.fn(() => false);
    Object.defineProperty(document, 'execCommand', { value: byKeys, configurable: true }); // jsdom has none
    onTestFinished(() => {
      copy.mockRestore();
      Reflect.deleteProperty(document, 'execCommand');
    });
    galley.show(null);
    say('info', 'written', { place: { folder: galley.app.grants.grant(galley.folder), label: '/exports' } });
    await galley.pressButton('Copy path');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The path could not be copied. Select it and press the copy keys.',
    );
    expect(byKeys.mock.calls).toEqual([['copy']]);
  });

  it('is shown in the file manager where there is one', async ({ galley }) => {
    const shown: string[] = [];
    const reveal = (path: string): Promise<void> => Promise.resolve(void shown.push(path));
    const desktop = createTestApp({ reveal });
    onTestFinished(() => desktop.end());
    setClient(desktop.client);
    await act(loadStatus);
    galley.show(null);
    const folder = desktop.app.grants.grant(desktop.folder);
    say('info', 'written', { place: { folder, label: desktop.folder } });
    expect(screen.queryByRole('button', { name: 'Copy path' })).toBeNull();
    await galley.pressButton('Show folder');
    await waitFor(() => expect(shown).toEqual([desktop.folder]));
  });
});
