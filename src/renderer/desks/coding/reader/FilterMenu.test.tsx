import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { harbour, makeBlind, pinnedCodes, read, readArticle, tinted } from '../testReading.tsx';
import type { Reading } from '../testReading.tsx';

/** Ada codes “War” as War and “crews” as Crew, Ben “hurt” as War; Ben acts. */
async function codedByTwo(galley: TestWindow): Promise<Reading & { war: Id; crew: Id }> {
  const crew = await galley.newCode('Crew', await galley.newCode('People'));
  const [war = ''] = await pinnedCodes(galley, 'War');
  const article = await galley.newArticle('one', harbour);
  await galley.newCoding(article, 'War', war);
  await galley.newCoding(article, 'crews', crew);
  await galley.actAs('Ben');
  await galley.newCoding(article, 'hurt', war);
  const reading = await readArticle(galley, article);
  await waitFor(() => expect(tinted(reading.text)).toBe('Warcrewshurt'));
  return { ...reading, war, crew };
}

/** Opens the menu, whatever its button says. */
async function openMenu(galley: TestWindow): Promise<void> {
  await galley.pressButton(/^Show codings…/u);
  await screen.findByRole('menu');
}

const entries = (): string[] => screen.getAllByRole('menuitem').map((entry) => entry.ariaLabel ?? entry.textContent);

/** Goes to an entry by its first letters and takes it. */
async function choose(galley: TestWindow, letters: string): Promise<void> {
  await openMenu(galley);
  await galley.press(`${letters}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

describe('choosing whose codings are shown', () => {
  it('lists coders and codes of this article, the choice in force marked', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.newCode('Unused');
    await openMenu(galley);
    expect(entries()).toEqual(['All codings ✓', 'By Ada', 'By Ben', 'People / Crew', 'War']);
  });

  it('shows those of one coder, says of how many, and all again', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await choose(galley, 'By A');
    await waitFor(() => expect(tinted(text)).toBe('Warcrews'));
    expect(screen.getByText('2 of 3 codings')).toBeDefined();
    await openMenu(galley);
    expect(entries()).toContain('By Ada ✓');
    expect(entries()).toContain('All codings');
    await galley.press('{Home}{Enter}');
    await waitFor(() => expect(tinted(text)).toBe('Warcrewshurt'));
    expect(screen.getByText('3 codings')).toBeDefined();
  });

  it('takes a coder’s choice back by choosing it once more', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await choose(galley, 'By B');
    await waitFor(() => expect(tinted(text)).toBe('hurt'));
    await choose(galley, 'By B');
    await waitFor(() => expect(tinted(text)).toBe('Warcrewshurt'));
  });

  it('shows several codes together, each of which can be taken out again', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await choose(galley, 'War');
    await waitFor(() => expect(tinted(text)).toBe('Warhurt'));
    await choose(galley, 'Peo');
    await waitFor(() => expect(tinted(text)).toBe('Warcrewshurt'));
    await choose(galley, 'War');
    await waitFor(() => expect(tinted(text)).toBe('crews'));
    await choose(galley, 'Peo');
    await waitFor(() => expect(tinted(text)).toBe('Warcrewshurt'));
    expect(screen.getByRole('button', { name: 'Show codings…' })).toBeDefined();
  });

  it('asks for coder and code together, and its button says that some are hidden', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await choose(galley, 'By A');
    await choose(galley, 'War');
    await waitFor(() => expect(tinted(text)).toBe('War'));
    expect(screen.getByRole('button', { name: 'Show codings… (some are hidden)' })).toBeDefined();
    expect(screen.getByText('1 of 3 codings')).toBeDefined();
  });

  it('leaves all as it was on Escape', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await openMenu(galley);
    await galley.press('{ArrowDown}{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(tinted(text)).toBe('Warcrewshurt');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show codings…' })));
  });

  it('hides what is coded meanwhile by somebody else than the one chosen', async ({ galley }) => {
    const { article, war, text } = await codedByTwo(galley);
    await choose(galley, 'By A');
    await galley.newCoding(article, 'peace', war);
    await screen.findByText('2 of 4 codings');
    expect(tinted(text)).toBe('Warcrews');
  });

  it('shows those of a round that the article is in', async ({ galley }) => {
    const { article, text } = await codedByTwo(galley);
    const ada = (await galley.client.call('coders.list', {})).find(({ name }) => name === 'Ada')?.id ?? '';
    const open = { kind: 'main', mode: 'open' } as const;
    await galley.client.call('rounds.create', { ...open, name: 'June', documents: [article], coders: [ada] });
    await galley.client.call('rounds.create', { ...open, name: 'Elsewhere', coders: [ada] });
    await waitFor(async () => {
      await openMenu(galley);
      if (entries().length === 6) return;
      await galley.press('{Escape}');
      throw new Error('the round has not come');
    });
    expect(entries().filter((entry) => entry.startsWith('Round'))).toEqual(['Round: June']);
    await galley.press('Round{Enter}');
    await waitFor(() => expect(tinted(text)).toBe('Warcrews'));
  });

  it('never brings back the work of others in a blind round', async ({ galley }) => {
    const { article, text } = await codedByTwo(galley);
    await makeBlind(galley, article);
    await screen.findByRole('note');
    await waitFor(() => expect(tinted(text)).toBe('hurt'));
    await openMenu(galley);
    expect(entries()).toEqual(['All codings ✓', 'By Ben', 'Round: May', 'War']);
    await galley.press('Round{Enter}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(tinted(text)).toBe('hurt');
  });

  it('has nothing but “All codings” where nothing is coded', async ({ galley }) => {
    await read(galley, harbour);
    await openMenu(galley);
    expect(entries()).toEqual(['All codings ✓']);
  });
});
