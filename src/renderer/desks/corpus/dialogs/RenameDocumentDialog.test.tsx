import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

async function nameOf({ client }: TestWindow, document: string): Promise<string> {
  return (await client.call('documents.open', { document, text: false })).document.name;
}

/** An article named “one”, and its dialog. */
async function opened(galley: TestWindow) {
  const article = await galley.newArticle('one', 'War is peace.\n');
  const dialog = await galley.open({ kind: 'renameDocument', document: article, name: 'one' });
  return { article, dialog, field: screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }) };
}

const save = (): HTMLElement => screen.getByRole('button', { name: 'Save' });

describe('renaming a document', () => {
  it('begins in the name, and Enter saves it without blanks at its ends', async ({ galley }) => {
    const { article, field } = await opened(galley);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('one');
    await galley.fill('Name', '  اتفاق الهدنة ');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await nameOf(galley, article)).toBe('اتفاق الهدنة');
    expect(screen.queryByRole('alert')).toBeNull();
    await galley.client.call('history.undo', {});
    expect(await nameOf(galley, article)).toBe('one');
  });

  it('lets a name in letters of the right-to-left run its own way', async ({ galley }) => {
    const { field } = await opened(galley);
    expect(field.dir).toBe('auto');
  });

  it('saves neither the name as it is nor none', async ({ galley }) => {
    const { article, field } = await opened(galley);
    expect(save()).toHaveProperty('disabled', true);
    for (const text of ['', '   ', ' one ']) {
      await galley.fill('Name', text);
      expect(save(), text).toHaveProperty('disabled', true);
      await galley.press('{Enter}');
      expect(screen.getByRole('dialog')).toBeTruthy();
    }
    await galley.press('2');
    expect(field.value).toBe(' one 2');
    expect(save()).toHaveProperty('disabled', false);
    expect(await nameOf(galley, article)).toBe('one');
  });

  it.for(['{Escape}', 'Cancel', 'Close'])('keeps the name on %s', async (way, { galley }) => {
    const { article } = await opened(galley);
    const { seq } = await lastStep(galley);
    await galley.fill('Name', 'two');
    if (way === '{Escape}') await galley.press(way);
    else await galley.pressButton(way);
    await galley.closed();
    expect(await nameOf(galley, article)).toBe('one');
    expect((await lastStep(galley)).seq).toBe(seq);
  });

  it('says so when the document has gone meanwhile', async ({ galley }) => {
    const { article } = await opened(galley);
    await galley.client.call('documents.remove', { documents: [article] });
    await galley.fill('Name', 'two');
    await galley.press('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('This document is no longer in the project.');
  });
});

async function lastStep({ client }: TestWindow) {
  const { entries } = await client.call('history.list', { offset: 0, limit: 1 });
  const [last] = entries;
  if (!last) throw new Error('nothing was done yet');
  return last;
}
