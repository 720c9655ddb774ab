import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { closeFigure } from '../actions/disagreements.ts';
import { chooseAgreement, useAgreement } from '../state/measuring.ts';
import {
  adaAndBen,
  answerAs,
  form,
  markAs,
  measure,
  newArticles,
  newQuestion,
  openRow,
  showView,
  table,
} from '../testAgreement.tsx';

const stale = 'Codings or answers have changed since this was measured.';

describe('before anything is measured', () => {
  it('says what measuring is for, and measures by a button of its own', async ({ galley }) => {
    await adaAndBen(galley);
    await showView(galley);
    const none = screen.getByText('How well do your coders agree?');
    const [, own] = screen.getAllByRole('button', { name: 'Measure' });
    await galley.tabTo(own ?? none);
    await galley.press('{Enter}');
    await screen.findByRole('heading', { name: '1 article with two or more coders: Ada, Ben' });
    expect(none.isConnected).toBe(false);
  });

  it('says that agreement needs articles of two coders where one codes alone', async ({ galley }) => {
    await newArticles(galley, ['a']);
    await markAs(galley, 'Ada', ['a', 0, 4, 'A']);
    await showView(galley);
    await galley.pressButton('Measure', form());
    await screen.findByText('No article has been finished by two coders');
    expect(screen.getByText(/No article is marked done, so a coder counts in every article/u)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('counts only who has marked an article done, once anybody has', async ({ galley }) => {
    const article = await adaAndBen(galley);
    await galley.client.call('progress.set', { document: article, status: 'done' });
    await showView(galley);
    await galley.pressButton('Measure', form());
    await screen.findByText('No article has been finished by two coders');
    expect(screen.getByText(/A coder counts in an article that he or she has marked done\./u)).toBeTruthy();
    await galley.actAs('Ada');
    await galley.client.call('progress.set', { document: article, status: 'done' });
    await galley.pressButton('Measure', form());
    await screen.findByRole('heading', { name: '1 article with two or more coders: Ada, Ben' });
  });
});

describe('what was measured', () => {
  it('says on what it rests', async ({ galley }) => {
    await adaAndBen(galley);
    const results = await measure(galley);
    expect(
      within(results).getByText(
        'No article is marked done, so a coder counts in every article in which he or she has coded or answered anything. ' +
          'Text without a code in such an article means that the code does not apply there.',
      ),
    ).toBeTruthy();
    expect(within(results).getByText(/^Passages as marked · no intervals · measured /u)).toBeTruthy();
  });

  it('says of variables that what has no answer is left out', async ({ galley }) => {
    await newArticles(galley, ['a', 'b']);
    await newQuestion(galley, 'tone', 'interval');
    for (const coder of ['Ada', 'Ben'])
      await answerAs(galley, coder, 'tone', [
        ['a', 1],
        ['b', 2],
      ]);
    const results = await measure(galley, { of: 'variables', draws: 250, seed: 3 });
    expect(
      within(results).getByText(/^No article is marked done.* Questions without an answer, .* are left out/u),
    ).toBeTruthy();
    expect(
      within(results).getByText(/^Article variables · intervals from 250 samples of articles, seed 3 · measured /u),
    ).toBeTruthy();
    expect(within(results).queryByRole('table', { name: 'Passages, all codes together' })).toBeNull();
  });

  it('is said to be old after another coding, until it is measured again', async ({ galley }) => {
    const article = await adaAndBen(galley);
    await measure(galley);
    expect(screen.queryByText(stale)).toBeNull();
    const code = await galley.newCode('D');
    await galley.client.call('annotations.create', { document: article, code, start: 4, end: 7 });
    expect((await screen.findByText(stale)).getAttribute('role')).toBe('status');
    expect(within(table('Each code against the rest, worst first')).queryByText('D')).toBeNull();
    await galley.pressButton('Measure again');
    await within(table('Each code against the rest, worst first')).findByText('D');
    expect(screen.queryByText(stale)).toBeNull();
  });

  it('is said to be old after an answer, after an article is done, and after undo', async ({ galley }) => {
    const article = await adaAndBen(galley);
    const tone = await newQuestion(galley, 'tone', 'interval');
    await measure(galley);
    const again = async (): Promise<void> => {
      await screen.findByText(stale);
      await galley.pressButton('Measure again');
      await waitFor(() => expect(screen.queryByText(stale)).toBeNull());
    };
    await galley.client.call('answers.set', { document: article, variable: tone, value: 4 });
    await again();
    await galley.client.call('history.undo', {});
    await again();
    await galley.client.call('progress.set', { document: article, status: 'done' });
    await screen.findByText(stale);
  });

  it('stays as it was when only something is said of a disagreement', async ({ galley }) => {
    const document = await adaAndBen(galley);
    await measure(galley);
    await galley.client.call('disagreements.mark', { place: { document, start: 8, end: 13 }, mark: 'slip' });
    await screen.findByRole('region', { name: 'Marked disagreements' });
    expect(screen.queryByText(stale)).toBeNull();
  });

  it('stays, with its figures, where the next measuring is refused', async ({ galley }) => {
    await adaAndBen(galley);
    const code = await galley.newCode('Unused');
    await measure(galley);
    act(() => chooseAgreement({ codes: [code] }));
    await galley.client.call('codes.remove', { code });
    await galley.pressButton('Measure', form());
    expect((await screen.findByRole('alert')).textContent).toContain('This code is no longer in the codebook.');
    expect(screen.getByRole('heading', { name: '1 article with two or more coders: Ada, Ben' })).toBeTruthy();
  });

  it('says what to take care of', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(60));
    await markAs(galley, 'Ada', ['a', 0, 10, 'A'], ['a', 5, 15, 'B']);
    await markAs(galley, 'Ben', ['a', 30, 40, 'A']);
    await measure(galley);
    const warnings = screen.getByRole('region', { name: 'Take care' });
    const said = within(warnings)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(said).toContain('Coders gave different codes to the same text, so uα and cuα are given code by code only.');
    expect(said).toContain('Only 1 article has two coders: too few for an interval.');
  });

  it('goes with its project, and the form begins anew', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await galley.client.call('project.close', {});
    await screen.findByText('How well do your coders agree?');
    expect(useAgreement.getState().choice.draws).toBe(2000);
  });
});

describe('the methods paragraph', () => {
  it('is copied as it stands', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    const methods = screen.getByRole('region', { name: 'For the methods section' });
    const paragraph = within(methods).getByRole('paragraph').textContent;
    expect(paragraph).toContain('Ada');
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    await galley.pressButton('Copy', methods);
    await screen.findByText('Copied.');
    expect(write.mock.calls).toEqual([[paragraph]]);
    write.mockRestore();
  });

  it('is said not to be copied where the page may not', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    const denied = new DOMException('denied', 'NotAllowedError');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(denied);
    // The page has no such command; a browser says that it did nothing.
    Object.assign(document, { execCommand: () => false });
    await galley.pressButton('Copy', screen.getByRole('region', { name: 'For the methods section' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The text could not be copied.');
    Reflect.deleteProperty(document, 'execCommand');
    write.mockRestore();
  });
});

describe('opening a row of the figures', () => {
  it('says so where the code is gone since', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    const { codes } = await galley.client.call('codes.list', {});
    const c = codes.find(({ name }) => name === 'C');
    await galley.client.call('codes.update', { code: c?.id ?? '', name: 'Renamed' });
    await screen.findByText(stale);
    await openRow(galley, 'C');
    await screen.findByText('“C” is no longer in the codebook. Measure again.');
    expect(screen.getByRole('table', { name: 'Each code against the rest, worst first' })).toBeTruthy();
  });

  it('comes back to that row', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await openRow(galley, 'B');
    await screen.findByRole('grid');
    act(closeFigure);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Who said what: B' })));
  });
});
