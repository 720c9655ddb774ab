import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { selectDocuments, useDocumentSelection } from '../../../state/documentSelection.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { hold, isDisabled, newArticles, newCoder, noticed, notices, steps } from '../testCorpus.ts';

const names = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('documents.list', { offset: 0, limit: 100 })).rows.map(({ name }) => name);

const codings = async ({ client }: TestWindow, document: string): Promise<number> =>
  (await client.call('documents.open', { document, text: false })).annotations.rows.length;

describe('removing documents', () => {
  it('says which and how many codings go, and takes document and codings away as one step', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one', 'two');
    const code = await galley.newCode('War');
    await galley.newCoding(one, 'The text', code);
    await galley.newCoding(one, 'text of one', code);
    await galley.open({ kind: 'removeDocuments', documents: [one], name: 'one' });
    expect(screen.getByRole('alertdialog', { name: 'Remove “one”?' })).toBeTruthy();
    await screen.findByText('2 codings go with it.');
    expect(screen.getByText('Undo brings everything back.')).toBeTruthy();
    expect(screen.queryByText(/^Of these by/u)).toBeNull();
    await galley.pressButton('Remove');
    await galley.closed();
    await waitFor(async () => expect(await names(galley)).toEqual(['two']));
    await galley.client.call('history.undo', {});
    expect(await names(galley)).toEqual(['one', 'two']);
    expect(await codings(galley, one)).toBe(2);
  });

  it('says whose codings go where they are not only one’s own', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two');
    const code = await galley.newCode('War');
    await galley.newCoding(one, 'The text', code);
    await galley.actAs('Ben');
    await galley.newCoding(one, 'of one', code);
    await galley.newCoding(two, 'of two', code);
    await galley.actAs('Ada');
    await galley.open({ kind: 'removeDocuments', documents: [one, two], name: '' });
    expect(screen.getByRole('alertdialog', { name: 'Remove 2 documents?' })).toBeTruthy();
    await screen.findByText('3 codings go with it.');
    // Ada has one of the three, Ben has two
    expect(screen.getByText(/^Of these by/u).textContent).toMatch(/Ben: 2/u);
  });

  it('says that none goes where nothing was coded, and selects nothing afterwards', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two', 'three');
    selectDocuments([one, two]);
    await galley.open({ kind: 'removeDocuments', documents: [one, two], name: '' });
    await screen.findByText('No codings go with it.');
    await galley.pressButton('Remove');
    await waitFor(() => expect(useDocumentSelection.getState().ids.size).toBe(0));
    expect(await names(galley)).toEqual(['three']);
  });

  it('begins on Cancel, so that Enter keeps all; so does Escape', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    selectDocuments([one]);
    const before = await steps(galley);
    for (const key of ['{Enter}', '{Escape}']) {
      await galley.open({ kind: 'removeDocuments', documents: [one], name: 'one' });
      await screen.findByText('No codings go with it.');
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
      await galley.press(key);
      await galley.closed();
    }
    expect(await steps(galley)).toBe(before);
    expect([...useDocumentSelection.getState().ids]).toEqual([one]);
  });

  it('shuts the article that is in the reader when that goes', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    await galley.openArticle(one);
    await galley.open({ kind: 'removeDocuments', documents: [one], name: 'one' });
    await screen.findByText('No codings go with it.');
    await galley.pressButton('Remove');
    await waitFor(() => expect(useRecords.getState().open).toBeNull());
  });

  it('refuses where the acting coder codes one of them blind, shuts, and tells nothing of codings', async ({
    galley,
  }) => {
    const { client } = galley;
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two');
    await galley.actAs('Ben');
    await galley.newCoding(one, 'of one', await galley.newCode('War'));
    await galley.actAs('Ada');
    const ada = await newCoder(galley, 'Ada');
    await client.call('rounds.create', { name: 'Blind', kind: 'main', mode: 'blind', documents: [one], coders: [ada] });
    await galley.open({ kind: 'removeDocuments', documents: [one, two], name: '' });
    await noticed(/^You code some of these articles blind, so they are not removed/u);
    await galley.closed();
    expect(notices().textContent).not.toMatch(/Ben|1 coding/u);
    expect(await names(galley)).toEqual(['one', 'two']);
  });

  it('cannot be confirmed before it is known what goes', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one');
    const answer = hold(galley, 'documents.removal');
    await galley.open({ kind: 'removeDocuments', documents: [one], name: 'one' });
    expect(screen.getByText('…')).toBeTruthy();
    expect(isDisabled(screen.getByRole('button', { name: 'Remove' }))).toBe(true);
    answer();
    await screen.findByText('No codings go with it.');
    expect(isDisabled(screen.getByRole('button', { name: 'Remove' }))).toBe(false);
  });
});
