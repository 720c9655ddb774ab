import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { AttachReport } from '../../../../../shared/api/packages.ts';
import { it } from '../../../../testing/inWindow.ts';

const nothing: AttachReport = {
  ...{ documents: [], exact: 0, moved: 0, open: [], absent: 0 },
  ...{ evidence: 0, extra: [], refused: [] },
};

const lost: AttachReport['open'][number] = {
  ...{ document: 'خبر', code: 'Frames / Conflict', coder: 'Ada', memo: '' },
  ...{ start: 0, end: 3, quote: 'the', reason: 'its words stand 4 times in the text', suggestion: null },
};

const lines = (title: string): (string | null)[] =>
  within(screen.getByRole('list', { name: title }))
    .getAllByRole('listitem')
    .map((one) => one.textContent);

describe('the report on texts and codings', () => {
  it('says in a line how each article was found, and how many of its codings were placed', async ({ galley }) => {
    const ways = ['text', 'file', 'title', 'similar', 'missing'] as const;
    const documents = ways.map((match, at) => ({ name: `a${at}`, match, file: '', codings: 1 + at, placed: at }));
    await galley.open({ kind: 'attachReport', report: { ...nothing, documents, exact: 1234, moved: 2 } });
    screen.getByText('1,234 placed where they were, 2 by their words, 0 not placed.');
    expect(lines('Documents')).toEqual([
      'a0same text, 0 of 1 coding',
      'a1same file, another text, 1 of 2 codings',
      'a2found by its title, 2 of 3 codings',
      'a3found by what is quoted, 3 of 4 codings',
      'a4not found, 4 of 5 codings',
    ]);
    expect(screen.getAllByRole('list')).toHaveLength(1);
  });

  it('names each coding that was not placed, why, and the nearest passage if there is one', async ({ galley }) => {
    const suggestion = { start: 0, end: 4, quote: 'They' };
    const open = [lost, { ...lost, suggestion }, { ...lost, quote: '' }];
    await galley.open({ kind: 'attachReport', report: { ...nothing, open } });
    screen.getByText('0 placed where they were, 0 by their words, 3 not placed.');
    const head = 'خبر: Frames / Conflict (Ada)';
    expect(lines('Not placed')).toEqual([
      `${head}“the”; its words stand 4 times in the text`,
      `${head}“the”; its words stand 4 times in the text; nearest: “They”`,
      `${head}its words stand 4 times in the text`,
    ]);
    // Each begins its own way, right to left or left to right.
    for (const one of screen.getAllByText(head)) expect(one.tagName).toBe('BDI');
  });

  it('names files that the package does not know, and those that could not be read', async ({ galley }) => {
    const refused = [{ path: 'a/b.pdf', reason: 'It is damaged.' }];
    await galley.open({ kind: 'attachReport', report: { ...nothing, extra: ['other', 'آخر'], refused } });
    expect(lines('Files that the package does not know')).toEqual(['other', 'آخر']);
    expect(lines('Files that could not be read')).toEqual(['a/b.pdfIt is damaged.']);
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Files that the package does not know',
      'Files that could not be read',
    ]);
  });

  it('lets long lists be scrolled by keys, and is closed by Enter or Escape', async ({ galley }) => {
    const report = { ...nothing, open: Array.from({ length: 300 }, () => lost) };
    await galley.open({ kind: 'attachReport', report });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Close', { selector: 'button' })));
    expect(lines('Not placed')).toHaveLength(300);
    const list = screen.getByRole('list', { name: 'Not placed' });
    await galley.tabTo(list);
    await galley.press('{Escape}');
    await galley.closed();
    await galley.open({ kind: 'attachReport', report });
    await galley.press('{Enter}');
    await galley.closed();
  });
});
