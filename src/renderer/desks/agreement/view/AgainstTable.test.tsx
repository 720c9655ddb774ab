import { screen, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { answerInLines, cellsOf, codeId, markAs, measure, newArticles, newQuestion, table } from '../testAgreement.tsx';

const against = (): HTMLElement => table('Each coder against the agreed version');

describe('coders against the agreed version', () => {
  it('are compared as precision and recall of passages', async ({ galley }) => {
    const [article = ''] = await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 10, 'A'], ['a', 40, 50, 'B']);
    await markAs(galley, 'Ben', ['a', 0, 10, 'A'], ['a', 80, 90, 'A']);
    await galley.client.run('agreed.start', {});
    const code = await codeId(galley, 'B');
    await galley.client.call('disagreements.resolve', {
      place: { document: article, start: 40, end: 50 },
      codes: [code],
      codings: [{ code, start: 40, end: 50 }],
    });
    await measure(galley);
    // Agreed: A and B. Ada has both. Ben has one of them and another that is wrong: 1/2, 1/2.
    expect(cellsOf(against(), 'Ada')).toEqual(['Ada', '1', '1.000', ...Array<string>(6).fill('1.000')]);
    expect(cellsOf(against(), 'Ben').slice(3)).toEqual(Array<string>(6).fill('.500'));
    expect(screen.getByText(/^The agreed version was made from these codings/u)).toBeTruthy();
  });

  it('are compared by their answers, question by question', async ({ galley }) => {
    const names = ['a', 'b', 'c', 'd'];
    const articles = await newArticles(galley, names);
    const tone = await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answerInLines(galley, 'tone', names, { Ada: '1122', Ben: '1222' });
    await galley.client.run('agreed.start', {});
    await galley.client.call('disagreements.resolve', {
      place: { document: articles[1] ?? '', variable: tone },
      answer: { state: 'given', value: 1 },
    });
    await measure(galley, { of: 'variables' });
    expect(cellsOf(against(), 'Ada')).toEqual(['Ada', 'tone', '1.000', '100 %', '4']);
    // Three of four alike, values 3 and 5: α = 8/15.
    expect(cellsOf(against(), 'Ben')).toEqual(['Ben', 'tone', '.533', '75 %', '4']);
  });

  it('are not compared before there is one', async ({ galley }) => {
    await newArticles(galley, ['a']);
    for (const coder of ['Ada', 'Ben']) await markAs(galley, coder, ['a', 0, 4, 'A']);
    await measure(galley);
    expect(screen.queryByRole('table', { name: 'Each coder against the agreed version' })).toBeNull();
    const panel = screen.getByRole('region', { name: 'Agreed version' });
    expect(within(panel).getByText(/^Not begun\./u)).toBeTruthy();
  });
});
