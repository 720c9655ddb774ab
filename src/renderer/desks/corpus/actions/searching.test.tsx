import { describe, expect } from 'vitest';
import { waitFor } from '@testing-library/react';
import { setClient } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { nothingSought, useSearch } from '../state/search.ts';
import { hold } from '../testCorpus.ts';
import { listMoreHits, searchTexts } from './searching.ts';

describe('a search', () => {
  it('is overtaken by a later one, even if its answer comes last', async ({ galley }) => {
    await galley.newArticle('one', 'War is peace.\n');
    const answer = hold(galley, 'search.text');
    const first = searchTexts('War');
    setClient(galley.client);
    await searchTexts('peace', { caseSensitive: true, wholeWords: false });
    answer();
    await first;
    expect(useSearch.getState()).toMatchObject({ query: 'peace', caseSensitive: true, running: false });
    expect(useSearch.getState().result?.hits.map(({ quote }) => quote)).toEqual(['peace']);
  });

  it('is overtaken by blanks, which seek nothing', async ({ galley }) => {
    await galley.newArticle('one', 'War is peace.\n');
    const answer = hold(galley, 'search.text');
    const first = searchTexts('War');
    await searchTexts('  ');
    answer();
    await first;
    expect(useSearch.getState()).toMatchObject({ query: '  ', running: false, result: null });
  });

  it('says nothing any more when another project is open', async ({ galley }) => {
    await galley.newArticle('one', 'War is peace.\n');
    const answer = hold(galley, 'search.text');
    const first = searchTexts('War');
    await galley.client.call('project.close', {});
    await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
    answer();
    await first;
    expect(useSearch.getState()).toEqual(nothingSought);
  });

  it('has no more hits where all are listed', async ({ galley }) => {
    await galley.newArticle('one', 'War is peace.\n');
    await searchTexts('War');
    const { result } = useSearch.getState();
    expect(result).toMatchObject({ total: 1, next: null });
    await listMoreHits();
    expect(useSearch.getState().result).toBe(result);
  });
});
