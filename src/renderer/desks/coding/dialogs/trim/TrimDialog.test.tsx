import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../../shared/model/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';

const text = 'War is peace. \n\nالحرب انتهت.\n\n';

/** Two articles of this text, each with a coding that needs nothing and two that do. */
async function coded(galley: TestWindow): Promise<Id> {
  const code = await galley.newCode('War');
  const articles = [await galley.newArticle('one', text), await galley.newArticle('two', `${text}two\n`)];
  for (const document of articles) {
    for (const [start, end] of [
      [0, 3],
      [3, 15],
      [16, 29],
    ] as const)
      await galley.client.call('annotations.create', { document, code, start, end });
  }
  await galley.openArticle(articles[0] ?? '');
  return articles[0] ?? '';
}

async function quotes(galley: TestWindow): Promise<string[]> {
  const { rows } = await galley.client.call('segments.list', { offset: 0, limit: 100 });
  return rows.map(({ quote }) => quote);
}

const rows = (): HTMLElement[] =>
  within(screen.getByRole('listbox', { name: 'Codings to trim' })).getAllByRole('option');

describe('trimming codings', () => {
  it('shows those of this article with what would go, and trims what is ticked as one step', async ({ galley }) => {
    await coded(galley);
    const dialog = await galley.open({ kind: 'trim' });
    await within(dialog).findByText('2 of 2 codings ticked');
    expect(rows().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('1 before, 2 after'),
      expect.stringContaining('1 blank after'),
    ]);
    expect(rows().map((row) => within(row).getByRole('mark').textContent)).toEqual(['is peace.', 'الحرب انتهت.']);
    await galley.tabTo(screen.getByRole('listbox', { name: 'Codings to trim' }));
    await galley.press('{ArrowDown} ');
    await within(dialog).findByText('1 of 2 codings ticked');
    await galley.pressButton('Trim 1 coding', dialog);
    await galley.closed();
    await screen.findByText('1 coding trimmed.');
    expect((await quotes(galley)).slice(0, 3)).toEqual(['War', 'is peace.', 'الحرب انتهت.\n']);
    expect((await galley.client.call('history.undo', {})).label).toBe('Trim 1 coding');
  });

  it('goes through the whole project where that is chosen, and says where there is nothing to trim', async ({
    galley,
  }) => {
    await coded(galley);
    const dialog = await galley.open({ kind: 'trim' });
    await within(dialog).findByText('2 of 2 codings ticked');
    await galley.pressButton(/Where/u, dialog);
    await galley.press('{ArrowDown}{Enter}');
    await within(dialog).findByText('4 of 4 codings ticked');
    await galley.pressButton('Trim 4 codings', dialog);
    await galley.closed();
    await waitFor(async () => expect(await quotes(galley)).toContain('الحرب انتهت.'));
    const again = await galley.open({ kind: 'trim' });
    await within(again).findByText('No coding of yours begins or ends with a blank');
    expect(within(again).getByRole<HTMLButtonElement>('button', { name: 'Trim' }).disabled).toBe(true);
  });
});
