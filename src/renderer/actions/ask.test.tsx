import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { orNotice, send, whileSaving } from './ask.ts';

const notices = (): string[] => useUi.getState().notices.map(({ kind, text }) => `${kind}: ${text}`);
const isMissing = (): Promise<never> => Promise.reject(new AppError('not-found', said('codebook.codeGone')));

describe('what the user asked for', () => {
  beforeEach(() => useUi.setState(useUi.getInitialState(), true));

  test('gives its answer, or a notice of what went wrong, once for what is said twice', async () => {
    expect(await orNotice(() => Promise.resolve(7))).toBe(7);
    const answers = [await orNotice<unknown>(isMissing), await orNotice<unknown>(isMissing)];
    expect(answers).toEqual([undefined, undefined]);
    expect(notices()).toEqual(['error: This code is no longer in the codebook.']);
  });

  test('says nothing when it was given up', async () => {
    const giveUp = () => Promise.reject(new AppError('cancelled', said('fields.taskCancelled', { task: 'Import' })));
    expect(await orNotice<unknown>(giveUp)).toBeUndefined();
    expect(notices()).toEqual([]);
  });

  test('lets faults of the program through, to be seen', async () => {
    await expect(orNotice(() => Promise.reject(new TypeError('a fault')))).rejects.toThrow('a fault');
    expect(notices()).toEqual([]);
  });

  test('is said to be under way once it takes a fifth of a second, also when it fails', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await whileSaving(() => Promise.resolve(1));
      vi.advanceTimersByTime(1000);
      expect(useUi.getState().pending).toBe(0);
      let fail: (error: Error) => void = () => undefined;
      const slow = whileSaving(() => new Promise((_, reject) => (fail = reject)));
      vi.advanceTimersByTime(199);
      expect(useUi.getState().pending).toBe(0);
      vi.advanceTimersByTime(1);
      expect(useUi.getState().pending).toBe(1);
      fail(new Error('no'));
      await expect(slow).rejects.toThrow('no');
      expect(useUi.getState().pending).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an act on the work of another coder', () => {
  /** Two codings of Bo's, and a code that is none of theirs; Ada acts. */
  async function workOfBo(galley: TestWindow) {
    const war = await galley.newCode('War');
    const peace = await galley.newCode('Peace');
    const article = await galley.newArticle('one', 'War is peace.\n');
    await galley.actAs('Bo');
    const coding = await galley.newCoding(article, 'War', war);
    const other = await galley.newCoding(article, 'peace', war);
    await galley.actAs('Ada');
    galley.show(null);
    const left = async (): Promise<string[]> => {
      const { annotations } = await galley.client.call('documents.open', { document: article });
      return annotations.rows.map(([id]) => id);
    };
    return { coding, other, peace, left };
  }
  const question = (): Promise<HTMLElement> => screen.findByRole('alertdialog', { name: 'Change the work of Bo?' });

  it('is done when it is said to be meant, and can be undone as one’s own', async ({ galley }) => {
    const { coding, other, left } = await workOfBo(galley);
    const answer = send('annotations.remove', { annotations: [coding, other] });
    const dialog = await question();
    within(dialog).getByText(/2 codings and links by Bo/u);
    await galley.pressButton('Change it', dialog);
    expect(await answer).toEqual({});
    expect(await left()).toEqual([]);
    await galley.client.call('history.undo', {});
    expect((await left()).toSorted()).toEqual([coding, other].toSorted());
  });

  it('is not done on Escape or Cancel, without a word more', async ({ galley }) => {
    const { coding, left } = await workOfBo(galley);
    for (const leave of [() => galley.press('{Escape}'), async () => galley.pressButton('Cancel', await question())]) {
      const answer = send('annotations.remove', { annotations: [coding] });
      await question();
      await leave();
      expect(await answer).toBeUndefined();
      await galley.closed();
    }
    expect(await left()).toHaveLength(2);
    expect(notices()).toEqual([]);
  });

  it('is asked about once for a coding that is changed again, and again before it is removed', async ({ galley }) => {
    const { coding, peace, left } = await workOfBo(galley);
    const first = send('annotations.update', { annotation: coding, end: 2 });
    await galley.pressButton('Change it', await question());
    expect(await first).toMatchObject({ end: 2 });
    expect(await send('annotations.update', { annotation: coding, code: peace })).toMatchObject({ code: peace });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    const removal = send('annotations.remove', { annotations: [coding] });
    await question();
    await galley.press('{Escape}');
    expect(await removal).toBeUndefined();
    expect(await left()).toContain(coding);
  });

  it('is asked about anew for another coding, and by another coder', async ({ galley }) => {
    const { coding, other } = await workOfBo(galley);
    const first = send('annotations.update', { annotation: coding, end: 2 });
    await galley.pressButton('Change it', await question());
    await first;
    await galley.closed();
    const second = send('annotations.update', { annotation: other, end: 9 });
    await question();
    await galley.press('{Escape}');
    await second;
    await galley.actAs('Cem');
    await waitFor(() => expect(useRecords.getState().status?.coder?.name).toBe('Cem'));
    const third = send('annotations.update', { annotation: coding, end: 3 });
    await question();
    await galley.press('{Escape}');
    expect(await third).toBeUndefined();
  });
});
