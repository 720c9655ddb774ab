import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { useReaderFilter } from '../../../state/readerFilter.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { chosenWords, harbour, makeBlind, pinnedCodes, readArticle } from '../testReading.tsx';

/** The names beside the text, from above. */
const names = (): string[] =>
  within(screen.getByRole('group', { name: 'Codings beside the text' }))
    .queryAllByRole('button')
    .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
    .map(({ textContent }) => textContent);

/** Ada and Ben have coded “War is over.” alike, Ben “hurt” besides; Ben acts. */
async function codedAlike(galley: TestWindow): Promise<{ article: Id; war: Id }> {
  const [war = ''] = await pinnedCodes(galley, 'War');
  const article = await galley.newArticle('one', harbour);
  await galley.newCoding(article, 'War is over.', war);
  await galley.actAs('Ben');
  await galley.newCoding(article, 'War is over.', war);
  await galley.newCoding(article, 'hurt', war);
  return { article, war };
}

/** Settles that “War is over.” is War. */
async function settle({ client }: TestWindow, document: Id, code: Id): Promise<void> {
  const start = harbour.indexOf('War is over.');
  const span = { start, end: start + 'War is over.'.length };
  await client.call('disagreements.resolve', {
    place: { document, ...span },
    codes: [code],
    codings: [{ code, ...span }],
  });
}

describe('whose codings are', () => {
  it('is said beside the text, the acting coder first, and follows who acts', async ({ galley }) => {
    const { article } = await codedAlike(galley);
    await readArticle(galley, article);
    await waitFor(() => expect(names()).toEqual(['War · BE AD', 'War · BE']));
    await galley.actAs('Ada');
    await waitFor(() => expect(names()).toEqual(['War · AD BE', 'War · BE']));
  });

  it('is said no more where one coder’s alone are chosen', async ({ galley }) => {
    const { article } = await codedAlike(galley);
    const ben = (await galley.client.call('coders.list', {})).find(({ name }) => name === 'Ben')?.id ?? '';
    await readArticle(galley, article);
    await waitFor(() => expect(names()).toHaveLength(2));
    useReaderFilter.setState({ coder: ben });
    await waitFor(() => expect(names()).toEqual(['War', 'War']));
  });

  it('leaves no trace of what a blind round hides: no initials, no agreed version, no further click', async ({
    galley,
  }) => {
    const { article, war } = await codedAlike(galley);
    await settle(galley, article, war);
    const { text } = await readArticle(galley, article);
    await waitFor(() => expect(names()).toEqual(['War · BE AD agreed', 'War · BE']));
    await makeBlind(galley, article);
    await waitFor(() => expect(names()).toEqual(['War', 'War']));
    const [name] = within(screen.getByRole('group', { name: 'Codings beside the text' })).getAllByRole('button', {
      name: 'War',
    });
    expect(name?.title).toBe('War\nBen');
    expect(document.querySelector('.galley-bracket.double')).toBeNull();
    expect(text.querySelector('.galley-tint')?.getAttribute('style')).not.toContain('double');
    await screen.findByText('2 codings');
    if (name) await galley.user.click(name);
    expect(chosenWords()).toBe('War is over.');
  });
});

describe('the agreed version', () => {
  it('is not counted above the text, but where it alone is chosen', async ({ galley }) => {
    const { article, war } = await codedAlike(galley);
    await readArticle(galley, article);
    await screen.findByText('3 codings');
    await settle(galley, article, war);
    await waitFor(() => expect(names()).toEqual(['War · BE AD agreed', 'War · BE']));
    expect(screen.getByText('3 codings')).toBeDefined();
    const coders = await galley.client.call('coders.list', {});
    const idOf = (wanted: string): Id =>
      coders.find(({ name, kind }) => (wanted === '' ? kind === 'agreed' : name === wanted))?.id ?? '';
    useReaderFilter.setState({ coder: idOf('Ada') });
    await screen.findByText('1 of 3 codings');
    useReaderFilter.setState({ coder: idOf('') });
    await screen.findByText('1 of 4 codings');
    await waitFor(() => expect(names()).toEqual(['War · agreed']));
  });
});
