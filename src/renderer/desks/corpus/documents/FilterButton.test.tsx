import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Arguments } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { useDocumentFilter } from '../../../state/queries.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { choice, choose, newArticles, newCoder, offered } from '../testCorpus.ts';
import { DocumentsPanel } from './DocumentsPanel.tsx';
import { shownNames } from './testDocuments.ts';

const choices = [
  { value: 1, label: 'Strike', missing: false, help: '' },
  { value: 2, label: 'Weather', missing: false, help: '' },
];

type Fields = Omit<Arguments<'variables.create'>, 'scope'>;

/** A question about articles. */
async function question({ client }: TestWindow, fields: Fields): Promise<Id> {
  return (await client.call('variables.create', { scope: 'document', ...fields })).id;
}

/** The panel with articles one, two and three, and its filter open. */
async function opened(galley: TestWindow): Promise<HTMLElement> {
  galley.show(<DocumentsPanel />);
  await waitFor(() => expect(shownNames()).toEqual(['one', 'two', 'three']));
  await galley.pressButton('Filter by answers, facts and rounds');
  return await screen.findByRole('dialog', { name: 'Filter documents' });
}

const shows = (...names: string[]): Promise<void> => waitFor(() => expect(shownNames()).toEqual(names));

/** Waits until the window knows so many variables. */
const known = (count: number): Promise<void> => waitFor(() => expect(useRecords.getState().variables.size).toBe(count));

const add = 'Add a question or a fact';

describe('filtering documents by answers', () => {
  it('asks first for those without an answer, then for one of the choices', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two', 'three');
    const topic = await question(galley, { name: 'topic', label: 'What is it about?', level: 'nominal', choices });
    await galley.client.call('answers.set', { document: one, variable: topic, value: 1 });
    await galley.client.call('answers.set', { document: two, variable: topic, value: 2 });
    await known(1);
    const dialog = await opened(galley);
    await choose(galley, add, 'What is it about?', dialog);
    await shows('three');
    expect(await offered(galley, 'Value of What is it about?')).toEqual(['no answer', 'Strike', 'Weather']);
    await galley.press('{Escape}');
    await choose(galley, 'Value of What is it about?', 'Weather');
    await shows('two');
    // each question once, and this was the only one
    expect(within(dialog).queryByRole('button', { name: new RegExp(`${add}$`, 'u') })).toBeNull();
    await galley.press('{Escape}');
    expect(screen.getByRole('button', { name: /some documents are hidden/u })).toBeTruthy();
    const chips = screen.getByRole('list', { name: 'Filters' });
    expect(chips.textContent).toBe('What is it about? Weather');
    await galley.pressButton('Remove the filter What is it about? Weather', chips);
    await shows('one', 'two', 'three');
    expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull();
    expect(useDocumentFilter.getState().where).toEqual([]);
  });

  it('takes a number as it is typed, and says where it is none', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two', 'three');
    const lines = await question(galley, { name: 'lines', level: 'ratio' });
    await galley.client.call('answers.set', { document: one, variable: lines, value: 12 });
    await galley.client.call('answers.set', { document: two, variable: lines, value: 1.5 });
    await known(1);
    const dialog = await opened(galley);
    await choose(galley, add, 'lines', dialog);
    await shows('three');
    await galley.fill('Value of lines', '12');
    await shows('one');
    await galley.fill('Value of lines', 'many');
    expect(within(dialog).getByText('A number is needed here.')).toBeTruthy();
    // what is wrong filters nothing: before it the field was empty
    await galley.fill('Value of lines', '1.5');
    await shows('two');
    expect(within(dialog).queryByText('A number is needed here.')).toBeNull();
    await galley.fill('Value of lines', '');
    await shows('three');
  });

  it('finds answers in words, in any script', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two', 'three');
    const tone = await question(galley, { name: 'tone', level: 'text' });
    await galley.client.call('answers.set', { document: one, variable: tone, value: 'هادئ' });
    await galley.client.call('answers.set', { document: two, variable: tone, value: '12' });
    await known(1);
    const dialog = await opened(galley);
    await choose(galley, add, 'tone', dialog);
    const field = within(dialog).getByLabelText<HTMLInputElement>('Value of tone');
    expect(field.dir).toBe('auto');
    expect(field.placeholder).toBe('no answer');
    await galley.fill('Value of tone', 'هادئ');
    await shows('one');
    await galley.fill('Value of tone', '12');
    await shows('two');
  });

  it('finds what a list of names has', async ({ galley }) => {
    const { client } = galley;
    const [one = ''] = await newArticles(galley, 'one', 'two', 'three');
    const { id: mayor } = await client.call('entities.create', { list: 'People', name: 'The mayor' });
    await client.call('entities.create', { list: 'Places', name: 'Varna' });
    const who = await question(galley, { name: 'who', level: 'entity', entityList: 'People' });
    await client.call('answers.set', { document: one, variable: who, value: mayor });
    await waitFor(() => expect(useRecords.getState().entities.size).toBe(2));
    const dialog = await opened(galley);
    await choose(galley, add, 'who', dialog);
    await shows('two', 'three');
    expect(await offered(galley, 'Value of who')).toEqual(['no answer', 'The mayor']);
    await galley.press('{Escape}');
    await choose(galley, 'Value of who', 'The mayor');
    await shows('one');
    await galley.press('{Escape}');
    expect(screen.getByRole('list', { name: 'Filters' }).textContent).toBe('who: The mayor');
  });

  it('goes to the value of what was added, also when nothing is left to add, and Escape shuts it', async ({
    galley,
  }) => {
    await newArticles(galley, 'one', 'two', 'three');
    await question(galley, { name: 'topic', level: 'nominal', choices });
    await question(galley, { name: 'tone', level: 'text' });
    await known(2);
    const dialog = await opened(galley);
    await choose(galley, add, 'topic', dialog);
    await waitFor(() => expect(document.activeElement).toBe(choice('Value of topic', dialog)));
    await choose(galley, add, 'tone', dialog);
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText('Value of tone')));
    await galley.press('{Escape}');
    await galley.closed();
    const button = screen.getByRole('button', { name: /some documents are hidden/u });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('is about the answers of whoever acts, and says so', async ({ galley }) => {
    const [one = ''] = await newArticles(galley, 'one', 'two', 'three');
    const topic = await question(galley, { name: 'topic', level: 'nominal', choices });
    await galley.client.call('answers.set', { document: one, variable: topic, value: 1 });
    await known(1);
    const dialog = await opened(galley);
    expect(dialog.textContent).toContain('Answers and statuses are those of the person who is coding now.');
    await choose(galley, add, 'topic', dialog);
    await shows('two', 'three');
    await galley.actAs('Ben');
    await shows('one', 'two', 'three');
  });

  it('wants all of several conditions, and drops one by its button', async ({ galley }) => {
    const { client } = galley;
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two', 'three');
    await client.call('documents.setFact', { document: one, variable: 'section', value: 'Local' });
    await client.call('documents.setFact', { document: two, variable: 'section', value: 'Local' });
    const topic = await question(galley, { name: 'topic', level: 'nominal', choices });
    await client.call('answers.set', { document: two, variable: topic, value: 2 });
    await known(2);
    const dialog = await opened(galley);
    const [section = ''] = (await offered(galley, add, dialog)).filter((label) => /section/iu.test(label));
    await galley.press('{Escape}');
    await choose(galley, add, section, dialog);
    await galley.fill(`Value of ${section}`, 'Local');
    await shows('one', 'two');
    await choose(galley, add, 'topic', dialog);
    await shows('one');
    await galley.pressButton(`Remove the filter ${section}: Local`, dialog);
    await shows('one', 'three');
    expect(within(dialog).queryByLabelText(`Value of ${section}`)).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('list', { name: 'Filters' })));
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('does not offer what is archived', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'three');
    const old = await question(galley, { name: 'old', level: 'text' });
    await question(galley, { name: 'new', level: 'text' });
    await galley.client.call('variables.update', { variable: old, archived: true });
    await waitFor(() => expect(useRecords.getState().variables.get(old)?.archived).toBe(true));
    const dialog = await opened(galley);
    expect(await offered(galley, add, dialog)).toEqual([add, 'new']);
  });

  it('forgets a condition whose question is removed', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'three');
    const tone = await question(galley, { name: 'tone', level: 'text' });
    await known(1);
    const dialog = await opened(galley);
    await choose(galley, add, 'tone', dialog);
    await galley.press('{Escape}');
    await screen.findByRole('list', { name: 'Filters' });
    await galley.client.call('variables.remove', { variable: tone });
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull());
    await shows('one', 'two', 'three');
  });
});

describe('filtering documents by round', () => {
  it('shows what a round gives to anybody, and any round takes all', async ({ galley }) => {
    const { client } = galley;
    const articles = await newArticles(galley, 'one', 'two', 'three');
    const ben = await newCoder(galley, 'Ben');
    const fields = { kind: 'main', mode: 'open' } as const;
    await client.call('rounds.create', { ...fields, name: 'Pilot', documents: articles.slice(1), coders: [ben] });
    await client.call('rounds.create', { ...fields, name: 'Empty' });
    await waitFor(() => expect(useRecords.getState().rounds).toHaveLength(2));
    const dialog = await opened(galley);
    expect(await offered(galley, 'Round', dialog)).toEqual(['Any round', 'Pilot', 'Empty']);
    await galley.press('{Escape}');
    await choose(galley, 'Round', 'Pilot', dialog);
    await shows('two', 'three');
    await choose(galley, 'Round', 'Empty', dialog);
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
    await choose(galley, 'Round', 'Any round', dialog);
    await shows('one', 'two', 'three');
    await choose(galley, 'Round', 'Pilot', dialog);
    await galley.press('{Escape}');
    await galley.pressButton('Remove the filter Round: Pilot');
    await shows('one', 'two', 'three');
  });

  it('is not offered while there is no round', async ({ galley }) => {
    await newArticles(galley, 'one', 'two', 'three');
    const dialog = await opened(galley);
    expect(() => choice('Round', dialog)).toThrow();
  });
});

describe('filtering documents by words', () => {
  it('finds words in any order in name, outlet and date, and Escape empties the field', async ({ galley }) => {
    const { client } = galley;
    const [one = '', two = ''] = await newArticles(galley, 'one', 'two', 'three');
    await client.call('documents.setFact', { document: one, variable: 'site', value: 'Fjord Post' });
    await client.call('documents.setFact', { document: two, variable: 'date', value: '2024-05-06' });
    galley.show(<DocumentsPanel />);
    await shows('one', 'two', 'three');
    await galley.fill('Filter documents', 'post ONE');
    await shows('one');
    expect(screen.getByLabelText('1 of 3 documents')).toBeTruthy();
    await galley.press('{Escape}');
    await shows('one', 'two', 'three');
    await galley.fill('Filter documents', '2024-05');
    await shows('two');
    await galley.fill('Filter documents', 'nowhere');
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
    await galley.pressButton('Clear the filter');
    await shows('one', 'two', 'three');
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter documents' }).value).toBe('');
  });

  it('keeps the blank behind a word while the next one is still to be typed', async ({ galley }) => {
    await newArticles(galley, 'one two', 'one three');
    galley.show(<DocumentsPanel />);
    await shows('one two', 'one three');
    const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter documents' });
    await galley.tabTo(field);
    // at once, so that the program is asked for the word when its blank is there already
    await galley.user.paste('one ');
    await waitFor(() => expect(useDocumentFilter.getState().filter).toBe('one'));
    expect(field.value).toBe('one ');
    await galley.press('thr');
    await shows('one three');
  });
});
