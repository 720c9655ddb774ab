import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../../shared/model/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';
import { choose, isDisabled, newArticles, noticed, offered, steps } from '../../testCorpus.ts';

/** Each article with the acting coder’s status. */
async function progress({ client }: TestWindow): Promise<string[]> {
  const { rows } = await client.call('documents.list', { offset: 0, limit: 100 });
  return rows.map(({ name, status }) => `${name}: ${status}`);
}

async function opened(galley: TestWindow): Promise<Id[]> {
  const articles = await newArticles(galley, 'one', 'two', 'three');
  await galley.open({ kind: 'manyStatus', documents: articles.slice(0, 2) });
  return articles;
}

const save = (): HTMLElement => screen.getByRole('button', { name: 'Save' });

describe('setting the status of many documents', () => {
  it('says how many, offers every status, and sets it for these alone as one step', async ({ galley }) => {
    await opened(galley);
    expect(screen.getByRole('dialog', { name: 'Set the status of 2 documents' })).toBeTruthy();
    expect(await offered(galley, 'Status')).toEqual(['To do', 'In work', 'Done', 'Set aside']);
    await galley.press('{Escape}');
    await choose(galley, 'Status', 'Done');
    await galley.pressButton('Save');
    await galley.closed();
    await noticed('2 documents changed.');
    expect(await progress(galley)).toEqual(['one: done', 'two: done', 'three: to-do']);
    await galley.client.call('history.undo', {});
    expect(await progress(galley)).toEqual(['one: to-do', 'two: to-do', 'three: to-do']);
  });

  it('wants a reason to set aside, and keeps it', async ({ galley }) => {
    const [one = ''] = await opened(galley);
    expect(screen.queryByLabelText('Reason')).toBeNull();
    await choose(galley, 'Status', 'Set aside');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Reason')));
    expect(isDisabled(save())).toBe(true);
    await galley.fill('Reason', '   ');
    await galley.press('{Enter}');
    expect(screen.getByRole('dialog')).toBeTruthy();
    await galley.fill('Reason', ' כפילות ');
    expect(isDisabled(save())).toBe(false);
    await galley.press('{Enter}');
    await noticed('2 documents changed.');
    const { progress: kept } = await galley.client.call('documents.open', { document: one, text: false });
    expect(kept).toMatchObject([{ status: 'set-aside', reason: 'כפילות' }]);
    expect(await progress(galley)).toEqual(['one: set-aside', 'two: set-aside', 'three: to-do']);
  });

  it('says which are left because required answers are missing', async ({ galley }) => {
    const [one = ''] = await opened(galley);
    const { id } = await galley.client.call('variables.create', {
      scope: 'document',
      name: 'tone',
      level: 'text',
      required: true,
    });
    await galley.client.call('answers.set', { document: one, variable: id, value: 'calm' });
    await choose(galley, 'Status', 'Done');
    await galley.pressButton('Save');
    await noticed('1 document changed.');
    const left = await noticed(/^1 document .*: required answers are missing there\.$/u);
    expect(left.closest('[role=alert]')).not.toBeNull();
    expect((await progress(galley))[0]).toBe('one: done');
    expect((await progress(galley))[1]).not.toBe('two: done');
  });

  it('is the acting coder’s status alone', async ({ galley }) => {
    await opened(galley);
    await choose(galley, 'Status', 'In work');
    await galley.pressButton('Save');
    await waitFor(async () => expect(await progress(galley)).toEqual(['one: working', 'two: working', 'three: to-do']));
    await galley.actAs('Ben');
    expect(await progress(galley)).toEqual(['one: to-do', 'two: to-do', 'three: to-do']);
  });

  it('sets nothing on Escape and on Cancel', async ({ galley }) => {
    const articles = await opened(galley);
    const before = await steps(galley);
    await choose(galley, 'Status', 'Done');
    await galley.press('{Escape}');
    await galley.closed();
    await galley.open({ kind: 'manyStatus', documents: articles });
    expect(screen.getByRole('dialog', { name: 'Set the status of 3 documents' })).toBeTruthy();
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(await steps(galley)).toBe(before);
  });
});
