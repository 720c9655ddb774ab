import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { selectDocuments } from '../../../../state/documentSelection.ts';
import { documentList, filterDocuments, useDocumentFilter } from '../../../../state/queries.ts';
import { useRecords } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import { openReadOnly } from '../../../../testing/readOnly.ts';
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

/** A round “Pilot” in which Ada and Ben have the first two of three articles. */
async function withRound(galley: TestWindow) {
  const articles = await newArticles(galley, 'one', 'two', 'three');
  const ada = await newCoder(galley, 'Ada');
  const ben = await newCoder(galley, 'Ben');
  await galley.client.call('rounds.create', {
    name: 'Pilot',
    kind: 'training',
    mode: 'blind',
    note: 'First try.',
    documents: articles.slice(0, 2),
    coders: [ada, ben],
  });
  await waitFor(() => expect(useRecords.getState().rounds[0]?.coders).toHaveLength(2));
  return { articles, ada, ben };
}

const listed = (): string[] =>
  within(screen.getByRole('list', { name: 'Rounds' }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent.replace('Show documentsChange…Remove', ''));

const nameField = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });

/** Goes to a coder’s box and ticks it, or takes the tick away. */
async function tick(galley: TestWindow, name: string): Promise<void> {
  await galley.tabTo(screen.getByRole('checkbox', { name }));
  await galley.press(' ');
}

describe('the list of rounds', () => {
  it('says that there are none, and begins on a new one', async ({ galley }) => {
    await galley.open({ kind: 'rounds' });
    expect(screen.getByText('There are no rounds yet.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New round…' })));
  });

  it('says of each its kind, whether it is blind, its extent and its note', async ({ galley }) => {
    await withRound(galley);
    await galley.client.call('rounds.create', { name: 'سباق', kind: 'main', mode: 'open' });
    await galley.open({ kind: 'rounds' });
    await waitFor(() =>
      expect(listed()).toEqual([
        'PilotTraining · blind · 2 documents, Ada, BenFirst try.',
        'سباقMain · open · 0 documents, given to nobody',
      ]),
    );
    expect(screen.getByText('سباق').dir).toBe('auto');
    expect(screen.queryByText('There are no rounds yet.')).toBeNull();
  });

  it('shows the documents of a round: the list has that filter alone', async ({ galley }) => {
    await withRound(galley);
    filterDocuments({ filter: 'three' });
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Show the documents of Pilot');
    await galley.closed();
    const [round] = await rounds(galley);
    expect(useDocumentFilter.getState()).toEqual({ filter: '', status: null, where: [], round: round?.id });
  });

  it('removes a round as one step, and the codings stay', async ({ galley }) => {
    const { articles } = await withRound(galley);
    const [one = ''] = articles;
    await galley.newCoding(one, 'The text', await galley.newCode('War'));
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Remove Pilot');
    await screen.findByText('There are no rounds yet.');
    expect(await rounds(galley)).toEqual([]);
    const { annotations } = await galley.client.call('documents.open', { document: one, text: false });
    expect(annotations.rows).toHaveLength(1);
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(listed()).toEqual(['PilotTraining · blind · 2 documents, Ada, BenFirst try.']));
  });

  it('keeps the focus when a round is removed, so that Escape shuts it', async ({ galley }) => {
    await withRound(galley);
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Remove Pilot');
    await screen.findByText('There are no rounds yet.');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Rounds' })));
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('is for looking only in a project that takes no changes', async ({ galley }) => {
    await withRound(galley);
    await openReadOnly(galley);
    await galley.open({ kind: 'rounds' });
    for (const name of ['New round…', 'Change Pilot', 'Remove Pilot'])
      expect(isDisabled(await screen.findByRole('button', { name })), name).toBe(true);
    expect(isDisabled(screen.getByRole('button', { name: 'Show the documents of Pilot' }))).toBe(false);
  });
});

describe('a new round', () => {
  it('begins with all documents of the list, and the list has it when it is made', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'three');
    const ben = await newCoder(galley, 'Ben');
    documentList.ensure(0, 0);
    await waitFor(() => expect(documentList.store.getState().total).toBe(3));
    await galley.open({ kind: 'rounds' });
    await galley.press('{Enter}');
    expect(screen.getByRole('dialog', { name: 'New round' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(nameField()));
    expect(isDisabled(screen.getByRole('button', { name: 'Create round' }))).toBe(true);
    expect(await offered(galley, 'Documents')).toEqual(['The 3 documents that the list shows', 'None for now']);
    await galley.press('{Escape}');
    await galley.fill('Name', ' Main round ');
    await tick(galley, 'Ben');
    await galley.pressButton('Create round');
    await waitFor(() => expect(listed()).toEqual(['Main roundMain · blind · 3 documents, Ben']));
    expect(await rounds(galley)).toMatchObject([{ name: 'Main round', documents: 3, coders: [ben] }]);
    await galley.client.call('history.undo', {});
    expect(await rounds(galley)).toEqual([]);
  });

  it('takes what the list is filtered to, drawn or not', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'ten');
    await newCoder(galley, 'Ada');
    filterDocuments({ filter: 't' });
    documentList.ensure(0, 0);
    await waitFor(() => expect(documentList.store.getState().total).toBe(2));
    await galley.open({ kind: 'rounds' });
    await galley.press('{Enter}');
    expect(choice('Documents').textContent).toBe('The 2 documents that the list shows');
    await galley.fill('Name', 'T');
    await tick(galley, 'Ada');
    await galley.pressButton('Create round');
    await waitFor(async () => expect(await rounds(galley)).toMatchObject([{ documents: 2 }]));
    const [round] = await rounds(galley);
    const { rows } = await galley.client.call('documents.list', { offset: 0, limit: 9, round: round?.id ?? '' });
    expect(rows.map(({ name }) => name)).toEqual(['two', 'ten']);
  });

  it('takes the selected documents where some are, or none', async ({ galley }) => {
    const articles = await newArticles(galley, 'one', 'two', 'three');
    await newCoder(galley, 'Ada');
    selectDocuments(articles.slice(1, 2));
    await galley.open({ kind: 'rounds' });
    await galley.press('{Enter}');
    expect((await offered(galley, 'Documents'))[0]).toMatch(/^The 1 document .* selected$/u);
    await galley.press('{Escape}');
    await galley.fill('Name', 'Selected');
    await tick(galley, 'Ada');
    await galley.pressButton('Create round');
    await waitFor(async () => expect(await rounds(galley)).toMatchObject([{ documents: 1 }]));
    await galley.pressButton('New round…');
    await choose(galley, 'Documents', 'None for now');
    await galley.fill('Name', 'Nothing');
    await tick(galley, 'Ada');
    await galley.pressButton('Create round');
    await waitFor(async () => expect(await rounds(galley)).toMatchObject([{}, { name: 'Nothing', documents: 0 }]));
  });

  it('leads back to the list on Cancel and Escape, and makes nothing', async ({ galley }) => {
    await galley.open({ kind: 'rounds' });
    const before = await steps(galley);
    for (const leave of [() => galley.press('{Escape}'), () => galley.pressButton('Cancel')]) {
      await galley.pressButton('New round…');
      await galley.fill('Name', 'Never');
      await leave();
      await screen.findByText('There are no rounds yet.');
    }
    expect(await steps(galley)).toBe(before);
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('stays in the form and says why where its name is taken', async ({ galley }) => {
    await withRound(galley);
    await galley.open({ kind: 'rounds' });
    await galley.press('{Enter}');
    await galley.fill('Name', 'Pilot ');
    await galley.press('{Enter}');
    await noticed('There is a round “Pilot” already. Give this one another name.');
    expect(screen.getByRole('dialog', { name: 'New round' })).toBeTruthy();
    expect(await rounds(galley)).toHaveLength(1);
  });
});

describe('changing a round', () => {
  it('shows it as it is, and changes its words and mode', async ({ galley }) => {
    await withRound(galley);
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Change Pilot');
    expect(screen.getByRole('dialog', { name: 'Change the round' })).toBeTruthy();
    expect(nameField().value).toBe('Pilot');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('First try.');
    expect(choice('Kind').textContent).toBe('Training');
    expect(screen.queryByText('Documents')).toBeNull();
    await galley.fill('Name', 'Second');
    await galley.fill('Note', '');
    await choose(galley, 'Coders see each other’s work', 'Yes, the round is open');
    await galley.pressButton('Save');
    await waitFor(() => expect(listed()).toEqual(['SecondTraining · open · 2 documents, Ada, Ben']));
    await galley.client.call('history.undo', {});
    expect(await rounds(galley)).toMatchObject([{ name: 'Pilot', mode: 'blind', note: 'First try.' }]);
  });

  it('gives a coder that is ticked all its documents, and takes all from one that is not', async ({ galley }) => {
    const { ada } = await withRound(galley);
    const cleo = await newCoder(galley, 'Cleo');
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Change Pilot');
    await tick(galley, 'Ben');
    await tick(galley, 'Cleo');
    await galley.pressButton('Save');
    await waitFor(() => expect(listed()).toEqual(['PilotTraining · blind · 2 documents, Ada, CleoFirst try.']));
    const [round] = await rounds(galley);
    expect(round?.coders).toEqual([ada, cleo]);
    // Cleo has both documents, as Ada has
    const answers = await Promise.all(
      (await galley.client.call('documents.ids', { round: round?.id ?? '' })).map((id) =>
        galley.client.call('documents.open', { document: id, text: false }),
      ),
    );
    expect(answers.map(({ assignments }) => assignments.map(({ coder }) => coder).toSorted())).toEqual([
      [ada, cleo].toSorted(),
      [ada, cleo].toSorted(),
    ]);
  });

  it('adds no step where nothing was changed', async ({ galley }) => {
    await withRound(galley);
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Change Pilot');
    const before = await steps(galley);
    await galley.pressButton('Save');
    await screen.findByRole('dialog', { name: 'Rounds' });
    expect(await steps(galley)).toBe(before);
  });

  it('leaves its documents where they are when the name is refused', async ({ galley }) => {
    const { ada, ben } = await withRound(galley);
    await galley.client.call('rounds.create', { name: 'Other', kind: 'main', mode: 'open' });
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Change Pilot');
    await galley.fill('Name', 'Other');
    await tick(galley, 'Ben');
    await galley.pressButton('Save');
    await noticed('There is a round “Other” already. Give this one another name.');
    expect(screen.getByRole('dialog', { name: 'Change the round' })).toBeTruthy();
    expect((await rounds(galley))[0]?.coders).toEqual([ada, ben]);
  });

  it('goes back to the list when the round is removed meanwhile', async ({ galley }) => {
    await withRound(galley);
    await galley.open({ kind: 'rounds' });
    await galley.pressButton('Change Pilot');
    const [round] = await rounds(galley);
    await galley.client.call('rounds.remove', { round: round?.id ?? '' });
    await screen.findByText('There are no rounds yet.');
    expect(screen.getByRole('dialog', { name: 'Rounds' })).toBeTruthy();
  });
});
