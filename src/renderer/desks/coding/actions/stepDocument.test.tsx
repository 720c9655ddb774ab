import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import { client, setClient } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { pinnedCodes, readArticle, selectedWords } from '../testReading.tsx';
import type { Reading } from '../testReading.tsx';
import { stepDocument } from './stepDocument.ts';

const next = '{Alt>}{PageDown}{/Alt}';
const previous = '{Alt>}{PageUp}{/Alt}';
const nextUncoded = '{Alt>}{Shift>}{PageDown}{/Shift}{/Alt}';
const opened = (): string | undefined => useRecords.getState().open?.document.name;
const isOpen = (name: string): Promise<void> => waitFor(() => expect(opened()).toBe(name));

/** Four articles, A to D, of which A and B are coded by Ada; A is open. */
async function fourArticles(galley: TestWindow): Promise<Reading> {
  const [word = ''] = await pinnedCodes(galley, 'Word');
  const articles: string[] = [];
  for (const name of ['A', 'B', 'C', 'D']) articles.push(await galley.newArticle(name, `Text of ${name}.\n`));
  const [first = '', second = ''] = articles;
  for (const article of [first, second]) await galley.newCoding(article, 'Text', word);
  return readArticle(galley, first);
}

describe('stepping from article to article', () => {
  it('goes on by Alt+PageDown and back by Alt+PageUp, and stops at both ends', async ({ galley }) => {
    const { text } = await fourArticles(galley);
    for (const name of ['B', 'C', 'D']) {
      await galley.press(next);
      await isOpen(name);
    }
    await galley.press(next + previous); // behind the last there is none
    await isOpen('C');
    await galley.press(previous);
    await isOpen('B');
    await galley.press(previous);
    await isOpen('A');
    await galley.press(previous + next);
    await isOpen('B');
    await waitFor(() => expect(text.textContent).toBe('Text of B.'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' })));
  });

  it('passes over those with codings by Alt+Shift+PageDown', async ({ galley }) => {
    await fourArticles(galley);
    await galley.press(nextUncoded);
    await isOpen('C');
    await galley.press(nextUncoded);
    await isOpen('D');
  });

  it('goes as many articles on as keys came, though they come faster than articles open', async ({ galley }) => {
    await fourArticles(galley);
    await Promise.all([
      stepDocument(1, false),
      stepDocument(1, false),
      stepDocument(1, false),
      stepDocument(-1, false),
    ]);
    expect(opened()).toBe('C'); // A, B, C, D and one back
  });

  it('lets keys work on the next text at once', async ({ galley }) => {
    const { text } = await fourArticles(galley);
    await galley.press(next);
    await isOpen('B');
    await waitFor(() => expect(text.textContent).toBe('Text of B.'));
    await galley.press(' ');
    expect(selectedWords()).toBe('Text of B.');
  });

  it('takes an article for coded in a blind round by the work of the acting coder alone', async ({ galley }) => {
    await fourArticles(galley);
    const { rows } = await galley.client.call('documents.list', { offset: 0, limit: 10 });
    const documents = rows.map(({ id }) => id);
    const { id } = await galley.client.call('coders.add', { name: 'Ben' });
    await galley.client.call('rounds.create', { name: 'May', kind: 'main', mode: 'blind', documents, coders: [id] });
    await galley.actAs('Ben');
    await waitFor(() => expect(useRecords.getState().status?.coder?.name).toBe('Ben'));
    await galley.press(nextUncoded);
    await isOpen('B');
  });

  it('stays where it is once the articles behind are removed', async ({ galley }) => {
    await fourArticles(galley);
    await galley.press(next);
    await isOpen('B');
    const { rows } = await galley.client.call('documents.list', { offset: 0, limit: 10 });
    await galley.client.call('documents.remove', { documents: rows.slice(2).map(({ id }) => id) });
    await galley.press(next);
    expect(opened()).toBe('B');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what kept the program from finding the next one, and stays', async ({ galley }) => {
    await fourArticles(galley);
    const sound = client();
    const broken = (method: string) =>
      method === 'documents.neighbour'
        ? Promise.reject(new AppError('internal', said('general.asItIs', { words: 'The disk does not answer.' })))
        : undefined;
    setClient({ ...sound, call: (...asked) => broken(asked[0]) ?? sound.call(...asked) });
    await galley.press(nextUncoded);
    expect((await screen.findByRole('alert')).textContent).toBe('The disk does not answer.');
    expect(opened()).toBe('A');
    setClient(sound);
    await galley.press(nextUncoded);
    await isOpen('C');
  });
});
