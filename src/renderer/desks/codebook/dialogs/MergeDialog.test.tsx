import { screen } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

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
});
