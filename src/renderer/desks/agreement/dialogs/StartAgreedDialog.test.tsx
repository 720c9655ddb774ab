import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { chooseAgreement } from '../state/measuring.ts';
import { adaAndBen, answerAs, caughtUp, codeId, markAs, measure, newArticles, newQuestion } from '../testAgreement.tsx';
import { AgreedPanel } from '../view/AgreedPanel.tsx';

const panel = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Agreed version' });

/** Shows the panel alone and opens the dialog by its button. */
async function begin(galley: TestWindow): Promise<HTMLElement> {
  await caughtUp(galley);
  galley.show(<AgreedPanel />);
  await galley.pressButton('Start agreed version…', await panel());
  return screen.findByRole('dialog', { name: 'Start the agreed version' });
}

const agreed = ({ client }: TestWindow) => client.call('agreed.read', {});

describe('starting the agreed version', () => {
  it('takes over what all coders have alike, and leaves what they differ on', async ({ galley }) => {
    const article = await adaAndBen(galley);
    const dialog = await begin(galley);
    expect(within(dialog).getByText('Articles: all that two coders have finished.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Take over' })));
    await galley.press('{Enter}');
    await galley.closed();
    await screen.findByText('Taken over: 1 coding and 0 answers in 1 article.');
    const { coder } = await agreed(galley);
    const { rows } = await galley.client.call('segments.list', { coder: coder?.id ?? '', offset: 0, limit: 9 });
    expect(rows.map(({ document, quote, code }) => [document, quote, code])).toEqual([
      [article, 'one', await codeId(galley, 'A')],
    ]);
    await within(await panel()).findByText('1 coding and 0 answers in 1 article.');
    await galley.client.call('history.undo', {});
    await within(await panel()).findByText(/^Not begun\./u);
    expect((await agreed(galley)).coder).toBeNull();
  });

  it('takes over answers that are the same', async ({ galley }) => {
    await newArticles(galley, ['a', 'b', 'c']);
    await newQuestion(galley, 'tone', 'interval');
    await answerAs(galley, 'Ada', 'tone', [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    await answerAs(galley, 'Ben', 'tone', [
      ['a', 1],
      ['b', 2],
      ['c', 4],
    ]);
    await begin(galley);
    await galley.press('{Enter}');
    await screen.findByText(/^Taken over: 0 codings and 2 answers in /u);
    expect((await agreed(galley)).answers).toBe(2);
  });

  it('is left by Escape and by Cancel with nothing taken over', async ({ galley }) => {
    await adaAndBen(galley);
    await begin(galley);
    await galley.press('{Escape}');
    await galley.closed();
    const button = within(await panel()).getByRole('button', { name: 'Start agreed version…' });
    await waitFor(() => expect(document.activeElement).toBe(button));
    await galley.press('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await galley.pressButton('Cancel', dialog);
    await galley.closed();
    expect((await agreed(galley)).coder).toBeNull();
  });

  it('is refused where no article was finished by two', async ({ galley }) => {
    await newArticles(galley, ['a']);
    await markAs(galley, 'Ada', ['a', 0, 4, 'A']);
    await begin(galley);
    await galley.press('{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('No article was finished by two coders yet, so there is nothing to agree on.');
    expect((await agreed(galley)).coder).toBeNull();
  });

  it('keeps to the round that the form names', async ({ galley }) => {
    const [first = '', second = ''] = await newArticles(galley, ['a', 'b']);
    for (const coder of ['Ada', 'Ben']) await markAs(galley, coder, ['a', 0, 4, 'A'], ['b', 0, 4, 'A']);
    const coders = (await galley.client.call('coders.list', {})).map(({ id }) => id);
    const round = await galley.client.call('rounds.create', {
      name: 'Pilot',
      kind: 'training',
      mode: 'open',
      documents: [second],
      coders,
    });
    act(() => chooseAgreement({ round: round.id }));
    const dialog = await begin(galley);
    expect(within(dialog).getByText('Articles: Round “Pilot”.')).toBeTruthy();
    await galley.press('{Enter}');
    await screen.findByText('Taken over: 1 coding and 0 answers in 1 article.');
    const { coder } = await agreed(galley);
    const { rows } = await galley.client.call('segments.list', { coder: coder?.id ?? '', offset: 0, limit: 9 });
    expect(rows.map(({ document }) => document)).toEqual([second]);
    expect(rows.some(({ document }) => document === first)).toBe(false);
  });

  it('keeps to the articles that are selected', async ({ galley }) => {
    const [first = ''] = await newArticles(galley, ['a', 'b']);
    for (const coder of ['Ada', 'Ben']) await markAs(galley, coder, ['a', 0, 4, 'A'], ['b', 0, 4, 'A']);
    act(() => chooseAgreement({ documents: [first] }));
    const dialog = await begin(galley);
    expect(within(dialog).getByText('Articles: 1 selected article of the list.')).toBeTruthy();
    await galley.press('{Enter}');
    await screen.findByText('Taken over: 1 coding and 0 answers in 1 article.');
    expect((await agreed(galley)).documents).toBe(1);
  });

  it('once more takes over only what agrees by now', async ({ galley }) => {
    const document = await adaAndBen(galley);
    await galley.client.run('agreed.start', {});
    await galley.actAs('Ada');
    await galley.client.call('annotations.create', { document, code: await codeId(galley, 'C'), start: 19, end: 23 });
    await caughtUp(galley);
    galley.show(<AgreedPanel />);
    await galley.pressButton('Take over what agrees…', await panel());
    await screen.findByRole('dialog');
    await galley.press('{Enter}');
    await screen.findByText(/^Taken over: 1 coding and 0 answers in /u);
    await within(await panel()).findByText('2 codings and 0 answers in 1 article.');
  });
});

describe('the panel of the agreed version', () => {
  it('counts what is settled and what is marked and open', async ({ galley }) => {
    const document = await adaAndBen(galley);
    await measure(galley);
    expect(
      within(await panel()).getByText(/^Not begun\. It holds what all coders of an article have alike/u),
    ).toBeTruthy();
    const { client } = galley;
    await client.call('disagreements.mark', { place: { document, start: 8, end: 13 }, mark: 'slip' });
    await within(await panel()).findByText('0 disagreements settled, 1 disagreement marked and open.');
    const code = await codeId(galley, 'C');
    const place = { document, start: 19, end: 23 };
    await client.call('disagreements.resolve', { place, codings: [{ code, start: 19, end: 23 }] });
    await within(await panel()).findByText('1 disagreement settled, 1 disagreement marked and open.');
    expect(within(await panel()).getByText('1 coding and 0 answers in 1 article.')).toBeTruthy();
  });
});
