import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { harbour } from '../testReading.tsx';

const reason = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' });
const submit = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Set aside' });
const setAside = '{Alt>}{Shift>}s{/Shift}{/Alt}';

/** How far coders are with an article, with their reasons. */
async function progress({ client }: TestWindow, document: Id): Promise<string[]> {
  const { progress: all } = await client.call('documents.open', { document });
  return all.map(({ status, reason: why }) => `${status} ${why}`.trim());
}

async function asked(galley: TestWindow): Promise<Id> {
  const article = await galley.newArticle('one', harbour);
  await galley.openArticle(article);
  galley.show(null);
  await galley.press(setAside);
  await screen.findByRole('dialog', { name: 'Set this article aside' });
  return article;
}

describe('setting an article aside', () => {
  it('asks why, and keeps the reason, which undo takes back', async ({ galley }) => {
    const article = await asked(galley);
    await waitFor(() => expect(document.activeElement).toBe(reason()));
    await galley.press('  خارج الموضوع  {Enter}');
    await galley.closed();
    await waitFor(async () => expect(await progress(galley, article)).toEqual(['set-aside خارج الموضوع']));
    await galley.client.call('history.undo', {});
    expect(await progress(galley, article)).toEqual([]);
  });

  it('needs a reason', async ({ galley }) => {
    const article = await asked(galley);
    expect(submit().disabled).toBe(true);
    await galley.press('   {Enter}');
    expect(submit().disabled).toBe(true);
    expect(screen.getByRole('dialog')).toBeDefined();
    await galley.press('Off topic');
    expect(submit().disabled).toBe(false);
    expect(await progress(galley, article)).toEqual([]);
  });

  it('shows the reason that was given before, to be changed', async ({ galley }) => {
    const article = await asked(galley);
    await galley.press('Twice{Enter}');
    await galley.closed();
    await waitFor(async () => expect(await progress(galley, article)).toEqual(['set-aside Twice']));
    await waitFor(async () => {
      await galley.press(setAside);
      expect(reason().value).toBe('Twice');
    });
    await galley.fill('Reason', 'Cut off');
    await galley.pressButton('Set aside');
    await galley.closed();
    await waitFor(async () => expect(await progress(galley, article)).toEqual(['set-aside Cut off']));
  });

  it.for(['Escape', 'Cancel'])('leaves the article as it was on %s', async (how, { galley }) => {
    const article = await asked(galley);
    await galley.press('Off topic');
    if (how === 'Escape') await galley.press('{Escape}');
    else await galley.pressButton('Cancel');
    await galley.closed();
    expect(await progress(galley, article)).toEqual([]);
  });
});
