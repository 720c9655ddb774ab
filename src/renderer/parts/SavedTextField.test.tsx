import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { MemoPanel } from '../desks/coding/memo/MemoPanel.tsx';
import { setClient } from '../state/client.ts';
import { useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import { openReadOnly } from '../testing/readOnly.ts';

import type { TestWindow } from '../testing/testWindow.tsx';
import { SavedTextField } from './SavedTextField.tsx';

/** An article with two codings, of which the first is chosen, and the panel with its memo. */
async function showMemo(galley: TestWindow) {
  const war = await galley.newCode('War');
  const article = await galley.newArticle('one', 'War is peace.\n');
  const first = await galley.newCoding(article, 'War', war);
  const second = await galley.newCoding(article, 'peace', war);
  await galley.openArticle(article);
  act(() => useUi.setState({ activeAnnotation: first }));
  galley.show(<MemoPanel />);
  const memoOf = async (coding: string): Promise<string | undefined> => {
    const { annotations } = await galley.client.call('documents.open', { document: article });
    return annotations.rows.find(([id]) => id === coding)?.[5];
  };
  return { first, second, article, memoOf };
}

const field = (): HTMLTextAreaElement =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Memo on this coding' });

describe('a text that saves itself', () => {
  it('is saved when it is left, as one step that undo takes back from the field too', async ({ galley }) => {
    const { first, memoOf } = await showMemo(galley);
    await galley.fill('Memo on this coding', 'Irony?');
    expect(await memoOf(first)).toBe('');
    await galley.user.tab();
    await waitFor(async () => expect(await memoOf(first)).toBe('Irony?'));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field().value).toBe(''));
    expect(await memoOf(first)).toBe('');
  });

  it('makes no step where it is left as it was', async ({ galley }) => {
    await showMemo(galley);
    const before = await galley.client.call('history.state', {});
    await galley.fill('Memo on this coding', 'a');
    await galley.press('{Backspace}');
    await galley.user.tab();
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });

  it('is saved for what it was typed for when something else is chosen meanwhile', async ({ galley }) => {
    const { first, second, memoOf } = await showMemo(galley);
    await galley.fill('Memo on this coding', 'سخرية؟');
    act(() => useUi.setState({ activeAnnotation: second }));
    await waitFor(async () => expect(await memoOf(first)).toBe('سخرية؟'));
    expect(await memoOf(second)).toBe('');
    await waitFor(() => expect(field().value).toBe(''));
    act(() => useUi.setState({ activeAnnotation: first }));
    await waitFor(() => expect(field().value).toBe('سخرية؟'));
  });

  it('shows what is changed elsewhere, but never over what is being typed', async ({ galley }) => {
    const { first, memoOf } = await showMemo(galley);
    await galley.client.call('annotations.setMemo', { annotation: first, memo: 'From elsewhere' });
    await waitFor(() => expect(field().value).toBe('From elsewhere'));
    await galley.tabTo(field());
    await galley.press('{End}!');
    await galley.client.call('annotations.setMemo', { annotation: first, memo: 'Once more' });
    expect(field().value).toBe('From elsewhere!');
    await galley.user.tab();
    await waitFor(async () => expect(await memoOf(first)).toBe('From elsewhere!'));
  });

  it('stays where it was typed when it could not be saved, and is saved when it is left again', async ({ galley }) => {
    const { first, memoOf } = await showMemo(galley);
    setClient({
      ...galley.client,
      call: (...asked) =>
        asked[0] === 'annotations.setMemo'
          ? Promise.reject(new AppError('internal', said('transport.lost'), { connection: 'lost' }))
          : galley.client.call(...asked),
    });
    await galley.fill('Memo on this coding', 'Irony?');
    await galley.user.tab();
    await screen.findByRole('alert');
    expect(field().value).toBe('Irony?');
    expect(await memoOf(first)).toBe('');
    setClient(galley.client);
    await galley.tabTo(field());
    await galley.user.tab();
    await waitFor(async () => expect(await memoOf(first)).toBe('Irony?'));
  });

  it('can only be read in a project that can only be read', async ({ galley }) => {
    const { first, article } = await showMemo(galley);
    await galley.client.call('annotations.setMemo', { annotation: first, memo: 'Kept' });
    await openReadOnly(galley);
    await galley.openArticle(article);
    act(() => useUi.setState({ activeAnnotation: first }));
    await waitFor(() => expect(field().value).toBe('Kept'));
    expect(field().readOnly).toBe(true);
  });
});

describe('what is typed', () => {
  /** A field that keeps what it saves; `saves` hears of each. */
  function Kept({ saves }: { saves: string[] }) {
    const [saved, setSaved] = useState('');
    const keep = (text: string): Promise<boolean> => {
      saves.push(text);
      setSaved(text);
      return Promise.resolve(true);
    };
    return (
      <SavedTextField label="Note" placeholder="Why?" saved={saved} isReadOnly={false} save={keep} maxLength={12} />
    );
  }

  it('is saved after a pause, once for a whole thought', async ({ galley }) => {
    const saves: string[] = [];
    galley.show(<Kept saves={saves} />);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      await galley.user.click(screen.getByRole('textbox', { name: 'Note' }));
      await galley.press('one ');
      act(() => void vi.advanceTimersByTime(1200));
      await galley.press('two');
      act(() => void vi.advanceTimersByTime(1200));
      expect(saves).toEqual([]);
      act(() => void vi.advanceTimersByTime(2500));
      expect(saves).toEqual(['one two']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends at the length that the record takes', async ({ galley }) => {
    galley.show(<Kept saves={[]} />);
    await galley.fill('Note', 'abcdefghijklmnop');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('abcdefghijkl');
  });
});
