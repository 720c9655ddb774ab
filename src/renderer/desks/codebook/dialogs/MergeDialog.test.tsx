import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { codeOf, goBlind, noticeOf, variableOf } from '../testDesk.ts';

/** Two codes, one of them with two codings. */
async function warAndConflict(galley: TestWindow) {
  const war = await galley.newCode('War');
  const conflict = await galley.newCode('Conflict');
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  await galley.newCoding(article, 'War', war);
  await galley.newCoding(article, 'War is over', war);
  return { war, conflict, article };
}

const names = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('codes.list', {})).codes.map(({ name }) => name);

describe('merging a code', () => {
  it('says what moves, and moves it', async ({ galley }) => {
    const { war, conflict, article } = await warAndConflict(galley);
    await galley.open({ kind: 'mergeCode', code: war });
    await galley.press('Confl{Enter}');
    await screen.findByText('2 codings in 1 article move to “Conflict”.');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await names(galley)).toEqual(['Conflict']);
    const { annotations } = await galley.client.call('documents.open', { document: article });
    expect(annotations.codes).toEqual([conflict]);
    await galley.client.call('history.undo', {});
    expect(await names(galley)).toEqual(['War', 'Conflict']);
  });

  it('leaves all as it was on Escape: the first empties the field, the second shuts the dialog', async ({ galley }) => {
    const { war } = await warAndConflict(galley);
    await galley.open({ kind: 'mergeCode', code: war });
    const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter codes' });
    await galley.press('Confl');
    expect(field.value).toBe('Confl');
    await galley.press('{Escape}');
    expect(field.value).toBe('');
    await galley.press('{Escape}');
    await galley.closed();
    expect(await names(galley)).toEqual(['War', 'Conflict']);
  });

  it('offers neither the code itself nor one below it', async ({ galley }) => {
    const { war } = await warAndConflict(galley);
    await galley.newCode('Civil war', war);
    await galley.open({ kind: 'mergeCode', code: war });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Conflict']);
  });

  it('follows the first letters that are typed in the list, not only arrows', async ({ galley }) => {
    const { war } = await warAndConflict(galley);
    await galley.newCode('Battle');
    await galley.open({ kind: 'mergeCode', code: war });
    await galley.press('{ArrowDown}');
    await screen.findByText('2 codings in 1 article move to “Battle”.');
    await galley.press('Con');
    await screen.findByText('2 codings in 1 article move to “Conflict”.');
    await galley.pressButton('Merge');
    await galley.closed();
    await waitFor(async () => expect(await names(galley)).toEqual(['Conflict', 'Battle']));
  });

  it('is done by a double click', async ({ galley }) => {
    const { war } = await warAndConflict(galley);
    await galley.open({ kind: 'mergeCode', code: war });
    const target = screen.getByRole('option', { name: 'Conflict' });
    await galley.user.click(target);
    await screen.findByText('2 codings in 1 article move to “Conflict”.');
    // The second click of two comes when the first has been answered.
    await galley.user.click(target);
    fireEvent.doubleClick(target);
    await galley.closed();
    await waitFor(async () => expect(await names(galley)).toEqual(['Conflict']));
  });

  it('says what falls together, what goes along, and whose codings move', async ({ galley }) => {
    const { war, conflict, article } = await warAndConflict(galley);
    const { call } = galley.client;
    await galley.newCode('Civil war', war);
    await call('variables.create', { scope: 'passage', code: war, name: 'sure', level: 'text' });
    for (const quote of ['To arms!', 'إلى السلاح']) await call('examples.create', { code: war, quote });
    await galley.newCoding(article, 'War', conflict);
    await galley.actAs('Ben');
    await galley.newCoding(article, 'peace', war);
    await galley.actAs('Cem');
    await galley.open({ kind: 'mergeCode', code: war });
    await galley.press('{ArrowDown}');
    // Of three codings Ada’s “War” is there already under the other code.
    await screen.findByText('2 codings in 1 article move to “Conflict”.');
    screen.getByText('1 coding falls together with one that is there: their memos are joined, their answers kept.');
    screen.getByText('Going along: 1 code below it, 1 variable, 2 examples.');
    screen.getByText('Of these by Ada: 2, Ben: 1.');
    await galley.pressButton('Merge');
    await galley.closed();
    await waitFor(() => expect(useCodebookFocus.getState().code).toBe(conflict));
    expect((await variableOf(galley, 'sure')).code).toBe(conflict);
    expect((await call('examples.list', {})).map(({ code }) => code)).toEqual([conflict, conflict]);
  });

  it('waits for a code to be chosen, and leaves all on Cancel', async ({ galley }) => {
    const { war } = await warAndConflict(galley);
    await galley.open({ kind: 'mergeCode', code: war });
    const merge = screen.getByRole('button', { name: 'Merge' });
    expect(merge).toHaveProperty('disabled', true);
    await galley.press('nothing like it');
    screen.getByText('No code matches.');
    await galley.press('{Enter}');
    expect(merge).toHaveProperty('disabled', true);
    await galley.press('{Escape}{ArrowDown}');
    await waitFor(() => expect(merge).toHaveProperty('disabled', false));
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(await names(galley)).toEqual(['War', 'Conflict']);
  });

  it('gives the rules and the digit that the other code lacks', async ({ galley }) => {
    const { war, conflict } = await warAndConflict(galley);
    await galley.client.call('codes.update', { code: war, key: '3', definition: 'Armed.', include: 'Battles.' });
    await galley.client.call('codes.update', { code: conflict, definition: 'Any quarrel.' });
    await galley.open({ kind: 'mergeCode', code: war });
    await galley.press('{ArrowDown}');
    await screen.findByText(/^2 codings/u);
    await galley.press('{Enter}');
    await galley.closed();
    await waitFor(async () =>
      expect(await codeOf(galley, conflict)).toMatchObject({
        ...{ key: '3', definition: 'Any quarrel.', include: 'Battles.' },
      }),
    );
  });

  it('is refused to whoever codes blind, and says no numbers', async ({ galley }) => {
    const { war, article } = await warAndConflict(galley);
    await goBlind(galley, [article]);
    await galley.open({ kind: 'mergeCode', code: war });
    await galley.press('{ArrowDown}');
    expect(await noticeOf('alert')).toContain('You have articles in a blind round, so no code is merged');
    expect(screen.getByRole('button', { name: 'Merge' })).toHaveProperty('disabled', true);
    expect(screen.queryByText(/codings? in/u)).toBeNull();
    await galley.press('{Enter}{Escape}');
    await galley.closed();
    expect(await names(galley)).toEqual(['War', 'Conflict']);
  });
});
