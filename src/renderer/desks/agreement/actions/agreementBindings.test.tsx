import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { isEnabled, paletteActions, runAction } from '../../../actions/registry.ts';
import type { ActionId } from '../../../../shared/actions.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useAgreement } from '../state/measuring.ts';
import {
  adaAndBen,
  answerAs,
  form,
  measure,
  newArticles,
  newQuestion,
  openCell,
  openRow,
  showView,
  tenArticles,
} from '../testAgreement.tsx';

const onPlace: readonly ActionId[] = [
  'reliability.openPassage',
  'reliability.unclearRule',
  'reliability.slip',
  'reliability.discuss',
  'reliability.takeFirst',
  'reliability.takeSecond',
  'reliability.takeNeither',
];

const run = (action: ActionId): void => act(() => expect(runAction(action), action).toBe(true));

/** The place “three” of Ada and Ben is open and chosen, in the Reliability view. */
async function atThree(galley: TestWindow): Promise<HTMLElement> {
  await adaAndBen(galley);
  act(() => useUi.setState({ view: 'reliability' }));
  await measure(galley);
  await openRow(galley, 'Same places and codes?');
  const places = await openCell(galley, 'Ada: A. Ben: B. 1 place');
  return within(places).findByRole('listitem', { name: 'a' });
}

const said = async ({ client }: TestWindow) => (await client.call('disagreements.list', {})).rows;

describe('acts of the Reliability view', () => {
  it('can be done only where there is something to do them on', async ({ galley }) => {
    await adaAndBen(galley);
    const enabled = (ids: readonly ActionId[]) => ids.filter(isEnabled);
    const onFigures: readonly ActionId[] = ['reliability.copyMethods', 'reliability.export'];
    expect(enabled([...onPlace, ...onFigures, 'reliability.cancel', 'reliability.reopen'])).toEqual([]);
    expect(enabled(['reliability.measure', 'reliability.startAgreed', 'view.reliability'])).toHaveLength(3);
    act(() => useUi.setState({ view: 'reliability' }));
    await measure(galley);
    expect(enabled(onFigures)).toEqual(onFigures);
    expect(enabled(onPlace)).toEqual([]);
    expect(paletteActions().possible.some(({ id }) => id === 'reliability.slip')).toBe(false);
  });

  it('need a project, help apart', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
    expect(isEnabled('reliability.measure')).toBe(false);
    expect(isEnabled('view.reliability')).toBe(false);
    expect(isEnabled('reliability.nextMarked')).toBe(false);
    expect(isEnabled('help.reliability')).toBe(true);
  });

  it('act on the chosen place as its letters do', async ({ galley }) => {
    const place = await atThree(galley);
    expect(onPlace.filter(isEnabled)).toEqual(onPlace);
    run('reliability.unclearRule');
    await waitFor(async () => expect(await said(galley)).toMatchObject([{ mark: 'unclear-rule' }]));
    run('reliability.slip');
    await waitFor(async () => expect(await said(galley)).toMatchObject([{ mark: 'slip' }]));
    run('reliability.discuss');
    await waitFor(() => expect(document.activeElement).toBe(within(place).getByRole('textbox')));
    expect(isEnabled('reliability.reopen')).toBe(false);
    run('reliability.takeSecond');
    await within(place).findByText(/^Settled by Ben, /u);
    const { coder } = await galley.client.call('agreed.read', {});
    const held = async () =>
      (await galley.client.call('segments.list', { coder: coder?.id ?? '', offset: 0, limit: 9 })).rows.map(
        ({ quote }) => quote,
      );
    expect(await held()).toEqual(['hree']);
    run('reliability.takeFirst');
    await waitFor(async () => expect(await held()).toEqual(['three']));
    run('reliability.takeNeither');
    await waitFor(async () => expect(await held()).toEqual([]));
    run('reliability.reopen');
    await waitFor(async () => expect(await said(galley)).toMatchObject([{ mark: 'slip', resolver: null }]));
  });

  it('cannot be done from another view, where the place is out of sight', async ({ galley }) => {
    await atThree(galley);
    act(() => useUi.setState({ view: 'code' }));
    expect(onPlace.filter(isEnabled)).toEqual([]);
  });

  it('open the article of a question, which has no passage', async ({ galley }) => {
    await newArticles(galley, ['a', 'b']);
    await newQuestion(galley, 'tone', 'interval');
    await answerAs(galley, 'Ada', 'tone', [
      ['a', 1],
      ['b', 2],
    ]);
    await answerAs(galley, 'Ben', 'tone', [
      ['a', 1],
      ['b', 3],
    ]);
    act(() => useUi.setState({ view: 'reliability' }));
    await measure(galley, { of: 'variables' });
    await openRow(galley, 'tone');
    await openCell(galley, /^Ada: 2\. Ben: 3\./u);
    await screen.findByRole('listitem', { name: 'b' });
    run('reliability.openPassage');
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('b'));
    expect(useUi.getState().view).toBe('code');
  });

  it('ask who is coding before anything is said in nobody’s name', async ({ galley }) => {
    const place = await atThree(galley);
    const { status } = useRecords.getState();
    act(() => useRecords.setState({ status: status && { ...status, coder: null } }));
    run('reliability.slip');
    const dialog = await screen.findByRole('dialog');
    expect(await said(galley)).toEqual([]);
    await galley.press('Dora{Enter}');
    await galley.closed();
    await waitFor(async () => expect(await said(galley)).toMatchObject([{ mark: 'slip' }]));
    expect(dialog.isConnected).toBe(false);
    expect(place.isConnected).toBe(true);
  });

  it('go to the view by Alt+7, with the focus in its form', async ({ galley }) => {
    await showView(galley);
    await galley.press('{Alt>}7{/Alt}');
    expect(useUi.getState().view).toBe('reliability');
    await waitFor(() =>
      expect(document.activeElement).toBe(within(form()).getByRole('button', { name: 'Codes Measure' })),
    );
  });

  it('measure by Alt+M from anywhere, and show the view', async ({ galley }) => {
    await adaAndBen(galley);
    await showView(galley);
    expect(useUi.getState().view).toBe('code');
    await galley.press('{Alt>}m{/Alt}');
    await screen.findByRole('heading', { name: '1 article with two or more coders: Ada, Ben' });
    expect(useUi.getState().view).toBe('reliability');
  });

  it('measure once however often that is asked for', async ({ galley }) => {
    await tenArticles(galley);
    await showView(galley, { draws: 100_000 });
    await galley.press('{Alt>}mmm{/Alt}');
    await waitFor(() => expect(useAgreement.getState().running?.task).toBeTruthy());
    run('reliability.cancel');
    await waitFor(() => expect(useAgreement.getState().running).toBeNull());
    const tasks = await galley.client.call('tasks.list', {});
    expect(tasks.filter(({ method }) => method === 'reliability.run').map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('shut the figure that is open when it is measured again', async ({ galley }) => {
    await atThree(galley);
    await galley.press('{Alt>}m{/Alt}');
    await screen.findByRole('table', { name: 'Passages, all codes together' });
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
