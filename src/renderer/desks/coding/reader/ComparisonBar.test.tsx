import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { chosenWords, harbour, makeBlind, pinnedCodes, read, readArticle } from '../testReading.tsx';
import type { Reading } from '../testReading.tsx';

const compare = '{Alt>}b{/Alt}';
const bar = (): HTMLElement => screen.getByRole('region', { name: 'Two coders side by side' });
const said = (): string => within(bar()).getByRole('status').textContent;
const coderOn = (side: 'left' | 'right'): string =>
  within(bar()).getByRole('button', { name: new RegExp(`Coder on the ${side}$`, 'u') }).textContent;

/**
 * Ada and Ben agree on “War is peace.”; they have other boundaries at “War is over.”, other codes at “The crews went
 * home.”, and “hurt” is Ben’s alone. Ada acts.
 */
async function codedByTwo(galley: TestWindow): Promise<Reading> {
  const [war = '', crew = ''] = await pinnedCodes(galley, 'War', 'Crew');
  const article = await galley.newArticle('one', harbour);
  const codings = {
    Ben: [
      ['War is peace.', war],
      ['is over.', war],
      ['The crews went home.', crew],
      ['hurt', war],
    ],
    Ada: [
      ['War is peace.', war],
      ['War is over.', war],
      ['The crews went home.', war],
    ],
  } as const;
  for (const [coder, own] of Object.entries(codings)) {
    await galley.actAs(coder);
    for (const [words, code] of own) await galley.newCoding(article, words, code);
  }
  return readArticle(galley, article);
}

describe('two coders side by side', () => {
  it('are the acting coder on the left and who coded most besides; the bar counts what differs', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await galley.press(compare);
    expect([coderOn('left'), coderOn('right')]).toEqual(['Ada', 'Ben']);
    // The same: one coding of each. Different: boundaries, codes, and one of Ben's alone.
    expect(said()).toBe('1 coding the same, 3 differences');
    await waitFor(() => expect(document.activeElement).toBe(text));
    expect(screen.getByRole('group', { name: 'Codings by Ada' })).toBeDefined();
    expect(screen.getByRole('group', { name: 'Codings by Ben' })).toBeDefined();
  });

  it('go from difference to difference by F9, round the end, and back with Shift', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.press(compare);
    const seen: [string, string | null][] = [];
    for (const keys of ['{F9}', '{F9}', '{F9}', '{F9}', '{Shift>}{F9}{/Shift}', '{Shift>}{F9}{/Shift}']) {
      await galley.press(keys);
      await waitFor(() => expect(said()).toMatch(/ of 3 /u));
      seen.push([said(), chosenWords()]);
    }
    const [boundaries, codes, alone] = [
      ['1 of 3 Boundaries differ: War', 'War is over.'],
      ['2 of 3 Codes differ: War – Crew', 'The crews went home.'],
      ['3 of 3 Only Ben: War', 'hurt'],
    ];
    expect(seen).toEqual([boundaries, codes, alone, boundaries, alone, codes]);
  });

  it('go by the buttons of the bar, too, which leave the focus in the text', async ({ galley }) => {
    const { text } = await codedByTwo(galley);
    await galley.press(compare);
    await galley.pressButton('Next difference');
    await waitFor(() => expect(said()).toBe('1 of 3 Boundaries differ: War'));
    await waitFor(() => expect(document.activeElement).toBe(text));
    await galley.pressButton('Previous difference');
    await waitFor(() => expect(said()).toBe('3 of 3 Only Ben: War'));
  });

  it('begin at the caret', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.press(compare);
    await galley.press('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}{F9}');
    // The third sentence is selected: what differs there comes first.
    await waitFor(() => expect(said()).toBe('2 of 3 Codes differ: War – Crew'));
  });

  it('agree as soon as the difference is settled', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.press(`${compare}{F9}`);
    await waitFor(() => expect(chosenWords()).toBe('War is over.'));
    await galley.press('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(said()).toBe('2 codings the same, 2 differences'));
    await galley.press('{Control>}z{/Control}');
    await waitFor(() => expect(said()).toMatch(/3/u));
  });

  it('change places when one side takes who stands on the other', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.press(compare);
    await galley.pressButton(/Coder on the left$/u);
    await screen.findByRole('listbox');
    await galley.press('Ben{Enter}');
    await waitFor(() => expect([coderOn('left'), coderOn('right')]).toEqual(['Ben', 'Ada']));
    await galley.press('{F9}{F9}');
    await waitFor(() => expect(said()).toBe('2 of 3 Codes differ: Crew – War'));
  });

  it('may be another coder, with whom all differs who has coded nothing', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.client.call('coders.add', { name: 'Cleo' });
    await galley.press(compare);
    await galley.pressButton(/Coder on the right$/u);
    await screen.findByRole('listbox');
    await galley.press('Cleo{Enter}');
    await waitFor(() => expect(coderOn('right')).toBe('Cleo'));
    expect(said()).toBe('0 codings the same, 3 differences');
    await galley.press('{F9}');
    await waitFor(() => expect(said()).toBe('1 of 3 Only Ada: War'));
  });

  it('leave the filter by codes alone, and compare what it shows', async ({ galley }) => {
    await codedByTwo(galley);
    await galley.press(compare);
    await galley.pressButton('Show codings…');
    await screen.findByRole('menu');
    // Whose codings are shown has been chosen already.
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'All codings',
      'Crew',
      'War',
    ]);
    await galley.press('Crew{Enter}');
    await waitFor(() => expect(said()).toBe('0 codings the same, 1 difference'));
    await galley.press('{F9}');
    await waitFor(() => expect(said()).toBe('1 of 1 Only Ben: Crew'));
  });

  it.for(['the key', 'the button'])('part again by %s, and the text has the focus', async (how, { galley }) => {
    const { text } = await codedByTwo(galley);
    await galley.press(compare);
    expect(bar()).toBeDefined();
    if (how === 'the key') await galley.press(compare);
    else await galley.pressButton('End comparison');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Two coders side by side' })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(text));
    await galley.press('{F9}');
    expect(chosenWords()).toBeNull();
  });

  it('say so where they do not differ', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'crews', war);
    await galley.actAs('Ben');
    await galley.newCoding(article, 'crews', war);
    await readArticle(galley, article);
    await galley.press(compare);
    expect(said()).toBe('1 coding the same, 0 differences');
    await galley.press('{F9}');
    await screen.findByText('The two do not differ in this text.');
  });

  it('need two coders', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    await waitFor(() => expect(chosenWords()).toBe('War is peace.'));
    await galley.press(compare);
    await screen.findByText('There is nobody to compare with: this project has one coder.');
    expect(screen.queryByRole('region', { name: 'Two coders side by side' })).toBeNull();
  });

  it('are not compared in a blind round, and part when one begins', async ({ galley }) => {
    const { article } = await codedByTwo(galley);
    await galley.press(compare);
    expect(bar()).toBeDefined();
    const round = await makeBlind(galley, article);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Two coders side by side' })).toBeNull());
    await galley.press(compare);
    await galley.press(compare);
    await screen.findByText('Two coders cannot be compared in a blind round.');
    await galley.client.call('rounds.remove', { round });
    await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
    await galley.press(compare);
    await waitFor(() => expect(said()).toBe('1 coding the same, 3 differences'));
  });
});
