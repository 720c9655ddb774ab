import { act, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { filterDocuments } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import type { RoundSummary } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { newArticles, newCoder, noticed, rounds, steps } from '../testCorpus.ts';
import { changeRound, createRound, giveToRound, removeRound, takeFromRound } from './rounds.ts';

const fields = { name: 'Pilot', kind: 'main', mode: 'open', note: '' } as const;

/** Waits until the window knows the one round, and answers with it. */
async function round(): Promise<RoundSummary> {
  return await waitFor(() => {
    const [first] = useRecords.getState().rounds;
    if (!first) throw new Error('there is no round');
    return first;
  });
}

/** Two articles, which Ben has in a round, and Cleo, who has none. */
async function given(galley: TestWindow) {
  const articles = await newArticles(galley, 'one', 'two');
  const ben = await newCoder(galley, 'Ben');
  const cleo = await newCoder(galley, 'Cleo');
  galley.show(null);
  expect(await createRound(fields, articles, [ben])).toBe(true);
  return { articles, ben, cleo };
}

describe('making a round', () => {
  it('takes what the list is filtered to, or these documents', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'ten');
    const ben = await newCoder(galley, 'Ben');
    filterDocuments({ filter: 't' });
    expect(await createRound(fields, 'listed', [ben])).toBe(true);
    expect(await createRound({ ...fields, name: 'None' }, [], [ben])).toBe(true);
    expect((await rounds(galley)).map(({ name, documents }) => [name, documents])).toEqual([
      ['Pilot', 2],
      ['None', 0],
    ]);
  });

  it('answers that it was refused, and says why', async ({ galley }) => {
    const { articles, ben } = await given(galley);
    await act(async () => expect(await createRound(fields, articles, [ben])).toBe(false));
    await noticed('There is a round “Pilot” already. Give this one another name.');
    await act(async () => expect(await createRound({ ...fields, name: 'Other' }, articles, ['gone'])).toBe(false));
    expect(await rounds(galley)).toHaveLength(1);
  });
});

describe('changing a round', () => {
  it('sends nothing where nothing is changed', async ({ galley }) => {
    const { ben } = await given(galley);
    const before = await steps(galley);
    expect(await changeRound(await round(), fields, [ben])).toBe(true);
    expect(await steps(galley)).toBe(before);
  });

  it('is a step for each kind of change: words, who comes, who goes', async ({ galley }) => {
    const { cleo } = await given(galley);
    const before = await steps(galley);
    expect(await changeRound(await round(), { ...fields, note: 'Every page.' }, [cleo])).toBe(true);
    expect(await steps(galley)).toBe(before + 3);
    expect(await rounds(galley)).toMatchObject([{ note: 'Every page.', documents: 2, coders: [cleo] }]);
    const { client } = galley;
    await client.call('history.undo', {});
    await client.call('history.undo', {});
    await client.call('history.undo', {});
    expect(await rounds(galley)).toMatchObject([{ note: '', documents: 2 }]);
  });
});

describe('giving and taking', () => {
  it('count what changed: giving twice adds nothing, taking what nobody has takes nothing', async ({ galley }) => {
    const { articles, ben, cleo } = await given(galley);
    const pilot = await round();
    await act(() => giveToRound(pilot, articles, [ben, cleo]));
    await noticed('2 assignments added to “Pilot”.'); // Ben had both
    await act(() => giveToRound(pilot, articles, [ben, cleo]));
    await noticed('0 assignments added to “Pilot”.');
    await act(() => takeFromRound(pilot, articles.slice(0, 1), [ben, cleo]));
    await noticed('2 assignments taken from “Pilot”.');
    await act(() => takeFromRound(pilot, articles.slice(0, 1), [ben]));
    await noticed('0 assignments taken from “Pilot”.');
  });

  it('say so where the round has gone meanwhile', async ({ galley }) => {
    const { articles, ben } = await given(galley);
    const pilot = await round();
    await removeRound(pilot.id);
    await act(() => giveToRound(pilot, articles, [ben]));
    await noticed('This round is no longer in the project.');
  });
});
