import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Id } from '../../../../shared/model/records.ts';
import { useUi } from '../../../state/ui.ts';
import { expectHeard } from '../form/testForm.tsx';
import { MemoPanel } from './MemoPanel.tsx';

const choose = (activeAnnotation: Id | null): void => act(() => useUi.setState({ activeAnnotation }));
const field = (): HTMLTextAreaElement =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Memo on this coding' });

/** An article with a coding by Ada of some of its words, which is the chosen one, beside the panel. */
async function withCoding(galley: TestWindow, text = 'War is peace. Trade is war.\n', passage = 'Trade is war') {
  const root = await galley.newCode('Politics');
  const code = await galley.newCode('Trade', root);
  const article = await galley.newArticle('one', text);
  const coding = await galley.newCoding(article, passage, code);
  await galley.openArticle(article);
  galley.show(<MemoPanel />);
  choose(coding);
  return { article, code, coding };
}

const memoOf = async ({ client }: TestWindow, document: Id, coding: Id): Promise<string | undefined> => {
  const { annotations } = await client.call('documents.open', { document });
  return annotations.rows.find(([id]) => id === coding)?.[5];
};

/** What the panel says of the coding, by its names. */
const fact = (name: string): string | null | undefined =>
  screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;

describe('the panel of the chosen coding', () => {
  it('says how a coding is chosen while none is', ({ galley }) => {
    galley.show(<MemoPanel />);
    expect(screen.getByText('No coding is chosen')).toBeTruthy();
    expect(screen.getByText(/Its memo is written here\.$/u).textContent).toContain('press ');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('shows the code’s path, the passage, the coder, and the place in characters', async ({ galley }) => {
    // The fire engine is two characters of UTF-16 and one of Unicode, so that the passage is 3 to 8.
    await withCoding(galley, '🚒, Hafen brennt.\n', 'Hafen');
    expect(screen.getByRole('heading', { level: 3, name: 'Politics / Trade' })).toBeTruthy();
    expect(screen.getByRole('blockquote', { name: 'Coded passage' }).textContent).toBe('Hafen');
    expect(fact('Coder')).toBe('Ada');
    expect(fact('Characters')).toBe('3–8 · 5 characters');
  });

  it('lets an Arabic passage run its own way, in its own language', async ({ galley }) => {
    const { article } = await withCoding(galley, 'الميناء مغلق اليوم.\n', 'مغلق');
    const { document: known } = await galley.client.call('documents.open', { document: article });
    const quote = screen.getByRole('blockquote', { name: 'Coded passage' });
    expect([known.direction, quote.dir]).toEqual(['rtl', 'rtl']);
    await galley.fill('Memo on this coding', 'لماذا؟');
    expect(field().dir).toBe('auto');
  });

  it('saves a memo when its field is left, as one step', async ({ galley }) => {
    const { article, coding } = await withCoding(galley);
    await galley.fill('Memo on this coding', 'Why trade? Two words.');
    expect(await memoOf(galley, article, coding)).toBe('');
    await galley.user.tab();
    await waitFor(async () => expect(await memoOf(galley, article, coding)).toBe('Why trade? Two words.'));
    await expectHeard(galley);
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field().value).toBe(''));
    expect(await memoOf(galley, article, coding)).toBe('');
  });

  it('saves a memo with the coding it was written for when another one is chosen', async ({ galley }) => {
    const { article, code, coding } = await withCoding(galley);
    const other = await galley.newCoding(article, 'War', code);
    await expectHeard(galley);
    await galley.fill('Memo on this coding', 'of trade');
    choose(other);
    await waitFor(() => expect(field().value).toBe(''));
    await waitFor(async () => expect(await memoOf(galley, article, coding)).toBe('of trade'));
    expect(await memoOf(galley, article, other)).toBe('');
    choose(coding);
    await waitFor(() => expect(field().value).toBe('of trade'));
  });

  it('removes the coding, which is there again with its memo after undo', async ({ galley }) => {
    const { article, coding } = await withCoding(galley);
    await galley.fill('Memo on this coding', 'unsure');
    await galley.pressButton('Remove this coding');
    await screen.findByText('No coding is chosen');
    await waitFor(async () => expect(await memoOf(galley, article, coding)).toBeUndefined());
    await galley.client.call('history.undo', {});
    await expectHeard(galley);
    choose(coding);
    await waitFor(() => expect(field().value).toBe('unsure'));
  });

  it('asks before it removes another coder’s coding, and leaves it when that is not meant', async ({ galley }) => {
    const { article, coding } = await withCoding(galley);
    await galley.actAs('Ben');
    await waitFor(() => expect(screen.getByText('Remove this coding')).toBeTruthy());
    choose(coding);
    await galley.pressButton('Remove this coding');
    await screen.findByRole('alertdialog');
    await galley.press('{Escape}');
    await galley.closed();
    expect(await memoOf(galley, article, coding)).toBe('');
    await galley.pressButton('Remove this coding');
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('Ada');
    await galley.pressButton('Change it', question);
    await waitFor(async () => expect(await memoOf(galley, article, coding)).toBeUndefined());
  });

  it('can be read but not changed where the project is read only', async ({ galley }) => {
    const { article, coding } = await withCoding(galley);
    await galley.client.call('annotations.setMemo', { annotation: coding, memo: 'kept' });
    await openReadOnly(galley);
    choose(coding);
    await waitFor(() => expect([field().value, field().readOnly]).toEqual(['kept', true]));
    await galley.tabTo(field());
    await galley.press('x');
    await galley.user.tab();
    expect(screen.queryByRole('button')).toBeNull();
    expect(await memoOf(galley, article, coding)).toBe('kept');
  });
});
