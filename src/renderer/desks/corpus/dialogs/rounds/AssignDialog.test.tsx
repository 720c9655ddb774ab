import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../../shared/model/records.ts';
import { useRecords } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';
import {
  choice,
  choose,
  isDisabled,
  newArticles,
  newCoder,
  noticed,
  offered,
  rounds,
  steps,
} from '../../testCorpus.ts';

/** Three articles, Ada and Ben, and a round in which Ben has the first article. */
async function withRound(galley: TestWindow) {
  const articles = await newArticles(galley, 'one', 'two', 'three');
  const ada = await newCoder(galley, 'Ada');
  const ben = await newCoder(galley, 'Ben');
  const round = await galley.client.call('rounds.create', {
    name: 'Pilot',
    kind: 'training',
    mode: 'open',
    documents: articles.slice(0, 1),
    coders: [ben],
  });
  await waitFor(() => expect(useRecords.getState().rounds[0]?.coders).toEqual([ben]));
  return { articles, ada, ben, round };
}

const box = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name });

const boxes = (): string[] =>
  within(screen.getByRole('group', { name: 'Coders' }))
    .getAllByRole<HTMLInputElement>('checkbox')
    .map(({ labels, checked }) => `${labels?.[0]?.textContent}${checked ? ' ✓' : ''}`);

/** Goes to a box and ticks it, or takes the tick away. */
async function tick(galley: TestWindow, name: string): Promise<void> {
  await galley.tabTo(box(name));
  await galley.press(' ');
}

/** Who has the article in a round. */
async function assigned({ client }: TestWindow, document: Id): Promise<Id[]> {
  const { assignments } = await client.call('documents.open', { document, text: false });
  return assignments.map(({ coder }) => coder);
}

describe('giving documents to a round', () => {
  it('begins with the last round and its coders, and gives them the documents as one step', async ({ galley }) => {
    const { articles, ben } = await withRound(galley);
    const [one = '', two = '', three = ''] = articles;
    await galley.open({ kind: 'assign', documents: articles });
    expect(screen.getByRole('dialog', { name: 'Give 3 documents to a round' })).toBeTruthy();
    expect(choice('Round').textContent).toContain('Pilot');
    expect(boxes()).toEqual(['Ada', 'Ben ✓']);
    await galley.pressButton('Give to coders');
    // Ben had the first of the three
    await noticed('2 assignments added to “Pilot”.');
    for (const article of articles) expect(await assigned(galley, article)).toEqual([ben]);
    await galley.client.call('history.undo', {});
    expect(await Promise.all([one, two, three].map((article) => assigned(galley, article)))).toEqual([[ben], [], []]);
  });

  it('gives every coder that is ticked every document', async ({ galley }) => {
    const { articles, ada, ben } = await withRound(galley);
    const [, two = '', three = ''] = articles;
    await galley.open({ kind: 'assign', documents: [two, three] });
    await tick(galley, 'Ada');
    await galley.pressButton('Give to coders');
    await noticed('4 assignments added to “Pilot”.'); // 2 documents by 2 coders
    expect((await assigned(galley, two)).toSorted()).toEqual([ada, ben].toSorted());
    expect(await rounds(galley)).toMatchObject([{ documents: 3 }]);
  });

  it('takes documents away, and codings stay', async ({ galley }) => {
    const { articles, ben } = await withRound(galley);
    const [one = ''] = articles;
    await galley.newCoding(one, 'The text', await galley.newCode('War'));
    await galley.open({ kind: 'assign', documents: articles });
    await galley.pressButton('Take from coders');
    await noticed('1 assignment taken from “Pilot”.');
    expect(await assigned(galley, one)).toEqual([]);
    const { annotations } = await galley.client.call('documents.open', { document: one, text: false });
    expect(annotations.rows).toHaveLength(1);
    await galley.client.call('history.undo', {});
    expect(await assigned(galley, one)).toEqual([ben]);
  });

  it('neither gives to nobody nor takes from nobody', async ({ galley }) => {
    const { articles } = await withRound(galley);
    await galley.open({ kind: 'assign', documents: articles });
    const before = await steps(galley);
    await tick(galley, 'Ben');
    expect(isDisabled(screen.getByRole('button', { name: 'Give to coders' }))).toBe(true);
    expect(isDisabled(screen.getByRole('button', { name: 'Take from coders' }))).toBe(true);
    await galley.press('{Escape}');
    await galley.closed();
    expect(await steps(galley)).toBe(before);
  });

  it('ticks the coders of whichever round is chosen', async ({ galley }) => {
    const { articles, ada } = await withRound(galley);
    await galley.client.call('rounds.create', {
      name: 'Main',
      kind: 'main',
      mode: 'blind',
      documents: articles,
      coders: [ada],
    });
    await waitFor(() => expect(useRecords.getState().rounds).toHaveLength(2));
    await galley.open({ kind: 'assign', documents: articles });
    expect(boxes()).toEqual(['Ada ✓', 'Ben']);
    expect(await offered(galley, 'Round')).toEqual(['Pilot', 'Main', 'A new round']);
    await galley.press('{Escape}');
    await choose(galley, 'Round', 'Pilot');
    expect(boxes()).toEqual(['Ada', 'Ben ✓']);
    await choose(galley, 'Round', 'A new round');
    expect(boxes()).toEqual(['Ada', 'Ben']);
    expect(screen.queryByRole('button', { name: 'Take from coders' })).toBeNull();
  });
});

describe('giving documents to a new round', () => {
  it('is all there is while there is no round, and wants a name and a coder', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one', 'two');
    const ada = await newCoder(galley, 'Ada');
    await galley.open({ kind: 'assign', documents: [one] });
    expect(screen.getByRole('dialog', { name: 'Give 1 document to a round' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
    const create = screen.getByRole('button', { name: 'Create round' });
    await galley.press('  Haupt­runde ');
    expect(isDisabled(create)).toBe(true);
    await tick(galley, 'Ada');
    expect(isDisabled(create)).toBe(false);
    await choose(galley, 'Kind', 'Reliability');
    await choose(galley, 'Coders see each other’s work', 'Yes, the round is open');
    await galley.fill('Note', ' Every second page. ');
    await galley.pressButton('Create round');
    await galley.closed();
    expect(await rounds(galley)).toMatchObject([
      {
        name: 'Haupt­runde',
        kind: 'reliability',
        mode: 'open',
        note: 'Every second page.',
        documents: 1,
        coders: [ada],
      },
    ]);
    expect(await assigned(galley, one)).toEqual([ada]);
  });

  it('is blind and of the main kind unless one says otherwise', async ({ galley }) => {
    const articles = await newArticles(galley, 'one');
    await newCoder(galley, 'Ada');
    await galley.open({ kind: 'assign', documents: articles });
    await galley.press('R');
    await tick(galley, 'Ada');
    await galley.tabTo(screen.getByLabelText('Name'));
    await galley.press('{Enter}');
    await galley.closed();
    expect(await rounds(galley)).toMatchObject([{ name: 'R', kind: 'main', mode: 'blind', note: '' }]);
  });

  it('stays open and says why where the name is taken', async ({ galley }) => {
    const { articles } = await withRound(galley);
    await galley.open({ kind: 'assign', documents: articles });
    await choose(galley, 'Round', 'A new round');
    await galley.fill('Name', ' Pilot');
    await tick(galley, 'Ada');
    await galley.pressButton('Create round');
    await noticed('There is a round “Pilot” already. Give this one another name.');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe(' Pilot');
    expect(await rounds(galley)).toHaveLength(1);
  });
});

describe('the coders of a round', () => {
  it('come with one more by name, who is ticked at once and is known to the project', async ({ galley }) => {
    const { articles, ben } = await withRound(galley);
    const [, two = ''] = articles;
    await galley.open({ kind: 'assign', documents: [two] });
    expect(isDisabled(screen.getByRole('button', { name: 'Add' }))).toBe(true);
    await galley.fill('Another coder', '  Çağla ');
    await galley.press('{Enter}');
    await waitFor(() => expect(boxes()).toEqual(['Ada', 'Ben ✓', 'Çağla ✓']));
    expect(screen.getByLabelText<HTMLInputElement>('Another coder').value).toBe('');
    await galley.fill('Another coder', 'Dora');
    await galley.pressButton('Add');
    await waitFor(() => expect(boxes()).toEqual(['Ada', 'Ben ✓', 'Çağla ✓', 'Dora ✓']));
    await galley.pressButton('Give to coders');
    await noticed('3 assignments added to “Pilot”.');
    const known = await galley.client.call('coders.list', {});
    const byName = new Map(known.map(({ name, id }) => [name, id]));
    expect((await assigned(galley, two)).toSorted()).toEqual([ben, byName.get('Çağla'), byName.get('Dora')].toSorted());
  });

  it('are not added twice: a name that is known only ticks its coder', async ({ galley }) => {
    const { articles } = await withRound(galley);
    await galley.open({ kind: 'assign', documents: articles });
    await galley.fill('Another coder', 'Ada');
    await galley.press('{Enter}');
    await waitFor(() => expect(boxes()).toEqual(['Ada ✓', 'Ben ✓']));
    expect((await galley.client.call('coders.list', {})).map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  });

  it('are people: neither an empty name nor the agreed version', async ({ galley }) => {
    const { articles } = await withRound(galley);
    const [one = ''] = articles;
    const code = await galley.newCode('War');
    for (const coder of ['Ben', 'Ada']) {
      await galley.actAs(coder);
      await galley.newCoding(one, 'The text', code);
    }
    await galley.client.run('agreed.start', {});
    await waitFor(() => expect(useRecords.getState().coders.size).toBe(3));
    await galley.open({ kind: 'assign', documents: articles });
    expect(boxes()).toEqual(['Ada', 'Ben ✓']);
    await galley.tabTo(screen.getByLabelText('Another coder'));
    await galley.press('  {Enter}');
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(boxes()).toEqual(['Ada', 'Ben ✓']);
  });
});
