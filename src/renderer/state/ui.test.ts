import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDialog, dismissAllNotices, dismissNotice, notify, openDialog, useUi } from './ui.ts';

const texts = (): string[] => useUi.getState().notices.map(({ text }) => text);

beforeEach(() => {
  useUi.setState(useUi.getInitialState(), true);
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('notices', () => {
  it('are the last three, and what is said again is said once, as the newest', () => {
    for (const text of ['a', 'b', 'c', 'a', 'd']) notify('error', text);
    expect(texts()).toEqual(['c', 'a', 'd']);
  });

  it('go after six seconds; errors stay, and so does what names a place', () => {
    notify('info', 'passing');
    notify('error', 'wrong');
    notify('info', 'written', { place: { folder: 'file-12345678', label: '/exports' } });
    vi.advanceTimersByTime(5999);
    expect(texts()).toEqual(['passing', 'wrong', 'written']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual(['wrong', 'written']);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['wrong', 'written']);
  });

  it('said again last six seconds from then', () => {
    notify('info', 'copied');
    vi.advanceTimersByTime(4000);
    notify('info', 'copied');
    vi.advanceTimersByTime(4000);
    expect(texts()).toEqual(['copied']);
    vi.advanceTimersByTime(2000);
    expect(texts()).toEqual([]);
  });

  it('are dismissed one by one or all', () => {
    for (const text of ['a', 'b', 'c']) notify('error', text);
    const [first] = useUi.getState().notices;
    dismissNotice(first?.id ?? 0);
    expect(texts()).toEqual(['b', 'c']);
    dismissAllNotices();
    expect(texts()).toEqual([]);
  });
});

describe('a dialog', () => {
  it('takes the place of the code picker, and of the one before', () => {
    useUi.setState({ picker: { initial: 'w', anchor: null } });
    openDialog({ kind: 'coder', then: null });
    expect(useUi.getState()).toMatchObject({ dialog: { kind: 'coder' }, picker: null });
    closeDialog();
    expect(useUi.getState().dialog).toBeNull();
  });
});
