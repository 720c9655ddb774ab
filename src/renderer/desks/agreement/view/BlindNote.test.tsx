import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { isEnabled } from '../../../actions/registry.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { adaAndBen, codeId, form, measure, newArticles, openCell, openRow, showView } from '../testAgreement.tsx';

/** Gives an article to Ada and Ben in a blind round, and lets Cleo, who is not in it, act. */
async function blindRound(galley: TestWindow, document: Id): Promise<Id> {
  const coders = await galley.client.call('coders.list', {});
  const { id } = await galley.client.call('rounds.create', {
    name: 'Test',
    kind: 'reliability',
    mode: 'blind',
    documents: [document],
    coders: coders.map((coder) => coder.id),
  });
  await galley.actAs('Cleo');
  return id;
}

const note = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'You code blind in “Test”' });

describe('somebody who codes blind', () => {
  it('is told why nothing is shown, and what ends that', async ({ galley }) => {
    await blindRound(galley, await adaAndBen(galley));
    await galley.actAs('Ada');
    await showView(galley);
    const region = await note();
    expect(region.textContent).toContain('neither who said what where, nor how well coders agree');
    expect(screen.queryByText('How well do your coders agree?')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Agreed version' })).toBeNull();
  });

  it('does not see what somebody else measured before', async ({ galley }) => {
    await blindRound(galley, await adaAndBen(galley));
    await measure(galley);
    const methods = screen.getByRole('region', { name: 'For the methods section' });
    await galley.actAs('Ada');
    await note();
    expect(screen.queryByRole('table')).toBeNull();
    expect(methods.isConnected).toBe(false);
    expect(screen.getByRole('region', { name: 'Results' }).textContent).not.toContain('Ben');
    // Nor by keys and the palette.
    expect(isEnabled('reliability.copyMethods')).toBe(false);
    expect(isEnabled('reliability.export')).toBe(false);
    await galley.actAs('Cleo');
    await screen.findByRole('region', { name: 'For the methods section' });
    expect(isEnabled('reliability.copyMethods')).toBe(true);
  });

  it('does not see the places that somebody else had open, nor acts on them', async ({ galley }) => {
    await blindRound(galley, await adaAndBen(galley));
    act(() => useUi.setState({ view: 'reliability' }));
    await measure(galley);
    await openRow(galley, 'Same places and codes?');
    const places = await openCell(galley, 'Ada: A. Ben: B. 1 place');
    await within(places).findByRole('listitem', { name: 'a' });
    expect(isEnabled('reliability.openPassage')).toBe(true);
    await galley.actAs('Ada');
    await note();
    expect(screen.queryByRole('listitem', { name: 'a' })).toBeNull();
    for (const action of ['reliability.openPassage', 'reliability.slip', 'reliability.takeSecond'] as const)
      expect(isEnabled(action), action).toBe(false);
  });

  it('leaves a matrix to somebody else that has what was coded meanwhile', async ({ galley }) => {
    const document = await adaAndBen(galley);
    await blindRound(galley, document);
    await measure(galley);
    await openRow(galley, 'Same places and codes?');
    await screen.findByText('3 places compared, 1 alike');
    await galley.actAs('Ada');
    await note();
    await galley.client.call('annotations.create', { document, code: await codeId(galley, 'C'), start: 4, end: 7 });
    await galley.actAs('Cleo');
    await screen.findByText('4 places compared, 1 alike');
  });

  it('is refused when measuring all the same', async ({ galley }) => {
    await blindRound(galley, await adaAndBen(galley));
    await galley.actAs('Ada');
    await showView(galley);
    await note();
    await galley.pressButton('Measure', form());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('You have articles in a blind round, so it is not shown how coders agree.');
    await within(form()).findByRole('button', { name: 'Measure' });
  });

  it('sees what is said of disagreements elsewhere only', async ({ galley }) => {
    const blind = await adaAndBen(galley);
    const [open = ''] = await newArticles(galley, ['b']);
    await blindRound(galley, blind);
    for (const document of [blind, open])
      await galley.client.call('disagreements.mark', { place: { document, start: 0, end: 4 }, mark: 'slip' });
    await galley.actAs('Ada');
    await showView(galley);
    await note();
    const marked = await screen.findByRole('region', { name: 'Marked disagreements' });
    await waitFor(() => expect(within(marked).getAllByRole('listitem')).toHaveLength(1));
    expect(within(marked).getByRole('listitem').textContent).toContain('b');
    expect(marked.textContent).not.toContain('one');
  });
});

describe('what ends that', () => {
  it('is opening the round, which undo takes back', async ({ galley }) => {
    const round = await blindRound(galley, await adaAndBen(galley));
    await galley.actAs('Ada');
    await showView(galley);
    await galley.pressButton('Open the round', await note());
    await screen.findByText('How well do your coders agree?');
    const modeOf = async () => (await galley.client.call('rounds.list', {})).find(({ id }) => id === round)?.mode;
    expect(await modeOf()).toBe('open');
    await galley.client.call('history.undo', {});
    await note();
    expect(await modeOf()).toBe('blind');
  });

  it('is that somebody else acts', async ({ galley }) => {
    await blindRound(galley, await adaAndBen(galley));
    await galley.actAs('Ada');
    await showView(galley);
    await galley.pressButton('Who is coding…', await note());
    const dialog = await screen.findByRole('dialog');
    await galley.fill('Your name or initials', 'Dora', dialog);
    await galley.press('{Enter}');
    await galley.closed();
    expect(dialog.isConnected).toBe(false);
    await screen.findByText('How well do your coders agree?');
    expect((await galley.client.call('project.status', {})).coder?.name).toBe('Dora');
  });
});
