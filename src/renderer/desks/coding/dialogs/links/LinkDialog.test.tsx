import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../../shared/model/records.ts';
import { useRecords } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';
import { chosenWords, harbour, makeBlind, pinnedCodes, readArticle } from '../../testReading.tsx';
import type { Reading } from '../../testReading.tsx';

const startLink = '{Alt>}l{/Alt}';
const relation = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: 'Relation' });
const submit = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Link' });
const targets = (): string[] =>
  within(screen.getByRole('listbox', { name: 'To' }))
    .queryAllByRole('option')
    .filter((option) => option.dataset['key'] !== undefined)
    .map(({ textContent }) => textContent);

/** The links of the article, as the program has them: `crews is hurt hurt`. */
async function links({ client }: TestWindow, document: Id): Promise<string[]> {
  const { links: all, annotations, text } = await client.call('documents.open', { document });
  const words = new Map(annotations.rows.map(([id, start, end]) => [id, text.slice(start, end)]));
  return all.map(({ source, target, relation: name }) => `${words.get(source)} ${name} ${words.get(target)}`);
}

/** A text with these passages coded, the first by F8 of which is chosen. */
async function chosen(galley: TestWindow, ...passages: string[]): Promise<Reading> {
  const [war = ''] = await pinnedCodes(galley, 'War');
  const article = await galley.newArticle('one', harbour);
  for (const words of passages) await galley.newCoding(article, words, war);
  const reading = await readArticle(galley, article);
  await galley.press('{F8}');
  await waitFor(() => expect(chosenWords()).toBe(passages[0]));
  return reading;
}

describe('linking two codings', () => {
  it('takes a relation and a coding, and Enter on it links', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews', 'hurt');
    await galley.press(startLink);
    await screen.findByRole('dialog', { name: 'Link the coding' });
    await waitFor(() => expect(document.activeElement).toBe(relation()));
    await galley.press('explains');
    await galley.tabTo(screen.getByRole('searchbox', { name: 'Filter codings' }));
    await galley.press('hur');
    expect(targets()).toEqual([expect.stringContaining('hurt')]);
    await galley.press('{ArrowDown}{Enter}');
    await galley.closed();
    expect(await links(galley, article)).toEqual(['peace explains hurt']);
    await galley.client.call('history.undo', {});
    expect(await links(galley, article)).toEqual([]);
  });

  it('chooses the coding with Space, and links by the button', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews');
    await galley.press(startLink);
    const dialog = await screen.findByRole('dialog');
    await galley.press('names');
    expect(submit().disabled).toBe(true);
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('{ArrowDown} ');
    await waitFor(() => expect(submit().disabled).toBe(false));
    await galley.pressButton('Link', dialog);
    await galley.closed();
    expect(await links(galley, article)).toEqual(['peace names crews']);
  });

  it('follows the first letters that are typed in the list, not only arrows', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews');
    await galley.newCoding(article, 'hurt', await galley.newCode('Harm'));
    await galley.press(startLink);
    const dialog = await screen.findByRole('dialog');
    await galley.press('names');
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('{ArrowDown}h');
    expect(within(dialog).getByRole('option', { selected: true }).textContent).toContain('hurt');
    await galley.pressButton('Link', dialog);
    await galley.closed();
    expect(await links(galley, article)).toEqual(['peace names hurt']);
  });

  it('does not link without a relation', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews');
    await galley.press(startLink);
    await screen.findByRole('dialog');
    await galley.press('   ');
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('{ArrowDown}{Enter}');
    expect(screen.getByRole('dialog')).toBeDefined();
    expect(submit().disabled).toBe(true);
    expect(await links(galley, article)).toEqual([]);
  });

  it('lists the codings from the chosen one on, then those before it, and never itself', async ({ galley }) => {
    await chosen(galley, 'peace', 'over', 'crews', 'hurt');
    await galley.press(`{F8}{F8}${startLink}`);
    await screen.findByRole('dialog');
    expect(within(screen.getByRole('dialog')).getByText('crews')).toBeDefined(); // where it comes from
    expect(targets()).toEqual([
      expect.stringContaining('hurt'),
      expect.stringContaining('peace'),
      expect.stringContaining('over'),
    ]);
  });

  it('finds codings by words of code, coder and passage, in any order', async ({ galley }) => {
    await chosen(galley, 'peace', 'over', 'crews');
    await galley.press(startLink);
    await screen.findByRole('dialog');
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('CREWS ada war');
    expect(targets()).toEqual([expect.stringContaining('crews')]);
    await galley.press(' peace');
    expect(targets()).toEqual([]);
    expect(screen.getByText('No coding has these words.')).toBeDefined();
  });

  it('offers the relations used before, the last one first and written already', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews', 'hurt');
    for (const name of ['explains', 'answers']) {
      await galley.press(startLink);
      await screen.findByRole('dialog');
      await galley.fill('Relation', name);
      await galley.tabTo(screen.getByRole('searchbox'));
      await galley.press('{ArrowDown}{Enter}');
      await galley.closed();
    }
    expect(await links(galley, article)).toHaveLength(2);
    await galley.press(startLink);
    await screen.findByRole('dialog');
    expect(relation().value).toBe('answers');
    const names = within(await screen.findByRole('listbox', { name: 'Relations used before' })).getAllByRole('option');
    expect(names.map(({ textContent }) => textContent)).toEqual(['answers', 'explains']);
    await galley.press('{Tab}{ArrowRight} ');
    expect(relation().value).toBe('explains');
  });

  it('says why the program refuses, and stays open', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews');
    for (const isAgain of [false, true]) {
      await galley.press(startLink);
      await screen.findByRole('dialog');
      await galley.fill('Relation', 'explains');
      await galley.tabTo(screen.getByRole('searchbox'));
      await galley.press('{ArrowDown}{Enter}');
      if (isAgain) await screen.findByText('You have linked these codings by “explains” already.');
      else await galley.closed();
    }
    expect(screen.getByRole('dialog')).toBeDefined();
    expect(await links(galley, article)).toEqual(['peace explains crews']);
  });

  it('leaves all as it was on Escape', async ({ galley }) => {
    const { article, text } = await chosen(galley, 'peace', 'crews');
    await galley.press(startLink);
    await screen.findByRole('dialog');
    await galley.press('explains{Escape}');
    await galley.closed();
    expect(await links(galley, article)).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(text));
  });

  it('leaves all as it was on Escape in its lists too, whatever is chosen there', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews', 'hurt');
    await galley.press(startLink);
    await screen.findByRole('dialog');
    await galley.press('explains');
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('{ArrowDown}{Enter}');
    await galley.closed();
    for (const isRelation of [true, false]) {
      await galley.press(startLink);
      await screen.findByRole('dialog');
      if (isRelation) await galley.tabTo(await screen.findByRole('option', { name: 'explains', selected: true }));
      else await galley.tabTo(screen.getByRole('searchbox'));
      await galley.press(isRelation ? '{Escape}' : '{ArrowDown}{ArrowDown} {Escape}');
      await galley.closed();
    }
    expect(await links(galley, article)).toEqual(['peace explains crews']);
  });

  it('needs another coding', async ({ galley }) => {
    await chosen(galley, 'peace');
    await galley.press(startLink);
    await screen.findByText('There is no other coding in this text to link with.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('neither lists nor counts the work of others in a blind round', async ({ galley }) => {
    const { article } = await chosen(galley, 'peace', 'crews');
    const { codes } = await galley.client.call('codes.list', {});
    await galley.actAs('Ben');
    await galley.newCoding(article, 'hurt', codes[0]?.id ?? '');
    await makeBlind(galley, article);
    await waitFor(() => expect(useRecords.getState().rounds).toHaveLength(1));
    await galley.press('{Escape}{F8}');
    await waitFor(() => expect(chosenWords()).toBe('hurt'));
    await galley.press(startLink);
    await screen.findByText('There is no other coding in this text to link with.');
    await galley.actAs('Ada');
    await waitFor(() => expect(useRecords.getState().open?.annotations.size).toBe(2));
    await galley.press('{F8}');
    await waitFor(() => expect(chosenWords()).toBe('peace'));
    await galley.press(startLink);
    await screen.findByRole('dialog');
    expect(targets()).toEqual([expect.stringContaining('crews')]);
  });

  it('lists a hundred, and says how many more there are', async ({ galley }) => {
    await galley.newCode('Word');
    const words = Array.from({ length: 103 }, (_, at) => `w${at + 101}`); // five characters each with the blank
    const article = await galley.newArticle('long', `${words.join(' ')}\n`);
    await galley.code(words.map((_, at) => ({ document: 'long', start: at * 5, end: at * 5 + 4, code: 'Word' })));
    await readArticle(galley, article);
    await galley.press(`{F8}${startLink}`);
    await screen.findByRole('dialog');
    expect(targets()).toHaveLength(100);
    expect(screen.getByText('2 more: type a word of the code or the passage.')).toBeDefined();
    await galley.tabTo(screen.getByRole('searchbox'));
    await galley.press('w203');
    expect(targets()).toHaveLength(1);
  });
});
