import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useRecords } from '../../../state/records.ts';
import { useSettings } from '../../../state/settings.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { chosenWords, harbour, pinnedCodes, read, readArticle, selectedWords } from '../testReading.tsx';

const inVivo = '{Alt>}v{/Alt}';
const uncoded = '{Alt>}u{/Alt}';
const unite = '{Alt>}j{/Alt}';
const extendWord = '{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}';
const shrinkWord = '{Control>}{Shift>}{ArrowLeft}{/Shift}{/Control}';
const nextSentence = '{Alt>}{ArrowDown}{/Alt}';

/** Codes by their names, and under which one they stand. */
async function codes({ client }: TestWindow): Promise<string[]> {
  const all = (await client.call('codes.list', {})).codes;
  return all.map(({ name, parent }) => [all.find(({ id }) => id === parent)?.name, name].filter(Boolean).join(' / '));
}

describe('coding in vivo', () => {
  it('makes a code of the selected words and gives it to them, as one step of undo', async ({ galley }) => {
    const { codedAs } = await read(galley, harbour);
    await galley.press(extendWord + inVivo);
    await codedAs('War: War');
    expect(await codes(galley)).toEqual(['War']);
    await galley.press('{Control>}z{/Control}');
    await codedAs();
    expect(await codes(galley)).toEqual([]);
  });

  it('takes the code at the top that has this name already, in whatever case', async ({ galley }) => {
    await galley.newCode('WAR');
    const { codedAs } = await read(galley, harbour);
    await galley.press(extendWord + inVivo);
    await codedAs('WAR: War');
    expect(await codes(galley)).toEqual(['WAR']);
  });

  it('makes a code at the top where one below has this name', async ({ galley }) => {
    await galley.newCode('War', await galley.newCode('Themes'));
    const { codedAs } = await read(galley, harbour);
    await galley.press(extendWord + inVivo);
    await codedAs('War: War');
    expect((await codes(galley)).toSorted()).toEqual(['Themes', 'Themes / War', 'War']);
  });

  it('makes a name of one line of words that stand on several', async ({ galley }) => {
    const { codedAs } = await read(galley, 'Peace\nat   last.\n');
    await galley.press('{Control>}a{/Control}' + inVivo);
    await codedAs('Peace at last.: Peace\nat   last.\n');
  });

  it('says when the words are too long for a name, and makes nothing', async ({ galley }) => {
    const { coded } = await read(galley, `${'a '.repeat(160)}end.\n`); // 160 × 2 + 4 = 324, and 300 is the most
    await galley.press(' ' + inVivo);
    await screen.findByText('The selected words are too long for the name of a code.');
    expect([await coded(), await codes(galley)]).toEqual([[], []]);
  });

  it('does nothing while nothing is selected', async ({ galley }) => {
    await read(galley, harbour);
    await galley.press(inVivo);
    expect(await codes(galley)).toEqual([]);
  });
});

describe('the next paragraph without a coding', () => {
  it('is selected, passing over those that have one, and after the last the first', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', 'One.\nTwo.\nThree.\nFour.\n');
    await galley.newCoding(article, 'Two', war);
    const { text } = await readArticle(galley, article);
    await galley.press(uncoded);
    const seen = [selectedWords()];
    for (let press = 0; press < 3; press += 1) {
      await galley.press(uncoded);
      seen.push(selectedWords());
    }
    expect(seen.slice(0, 3).toSorted()).toEqual(['Four.', 'One.', 'Three.']);
    expect(seen[3]).toBe(seen[0]);
    await waitFor(() => expect(document.activeElement).toBe(text));
  });

  it('leads on by digit and key until all is coded, and says so', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { codedAs } = await read(galley, harbour);
    await galley.press('{Shift>} {/Shift}1');
    await codedAs('War: War is peace. War is over.');
    await waitFor(() => expect(chosenWords()).not.toBeNull());
    await galley.press(`${uncoded}1`);
    await codedAs('War: War is peace. War is over.', 'War: The crews went home. Nobody was hurt.');
    await waitFor(() => expect(useRecords.getState().open?.annotations.size).toBe(2));
    await galley.press(uncoded);
    await screen.findByText('Every paragraph has a coding.');
    expect(selectedWords()).toBe('The crews went home. Nobody was hurt.');
  });
});

describe('a coding that nearly doubles another', () => {
  const offer = 'This nearly doubles another coding of yours with “War”. Alt+J unites the two.';

  it('is united with it by a key, the older one covering both, and undo parts them', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { article, codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    const [older] = (await galley.client.call('segments.list', { document: article, offset: 0, limit: 1 })).rows;
    await galley.press(`${extendWord}1`);
    await screen.findByText(offer);
    await waitFor(() => expect(chosenWords()).toBe('War is peace. War'));
    await galley.press(unite);
    await codedAs('War: War is peace. War');
    const [left] = (await galley.client.call('segments.list', { document: article, offset: 0, limit: 1 })).rows;
    expect(left?.id).toBe(older?.id);
    await waitFor(() => expect(useUi.getState().activeAnnotation).toBe(older?.id));
    await galley.press('{Control>}z{/Control}');
    await codedAs('War: War is peace.', 'War: War is peace. War');
  });

  it('is neither one with another code nor one that shares little', async ({ galley }) => {
    await pinnedCodes(galley, 'War', 'Peace');
    const { codedAs, coded } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    await galley.press(`${extendWord}2`);
    await codedAs('War: War is peace.', 'Peace: War is peace. War');
    await galley.press(`${nextSentence}1`);
    await codedAs('War: War is peace.', 'Peace: War is peace. War', 'War: The crews went home.');
    await waitFor(() => expect(chosenWords()).toBe('The crews went home.'));
    await galley.press(unite);
    expect(await coded()).toHaveLength(3);
    expect(screen.queryByText(/nearly doubles/u)).toBeNull();
  });

  it('stays as it is where nobody unites', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    await galley.press(`${shrinkWord}1`);
    await screen.findByText(offer);
    await codedAs('War: War is peace', 'War: War is peace.');
  });
});

describe('the length of lines', () => {
  it('grows and shrinks by five characters, and not beyond 120 and 40', async ({ galley }) => {
    await read(galley, harbour);
    const measure = () => useSettings.getState().measure;
    const kept = async () => (await galley.client.call('settings.read', {})).measure;
    expect(measure()).toBe(70);
    await galley.press('{Alt>}w{/Alt}');
    await waitFor(async () => expect(await kept()).toBe(75));
    await galley.press('{Alt>}{Shift>}w{/Shift}{/Alt}');
    await waitFor(async () => expect(await kept()).toBe(70));
    for (let press = 0; press < 12; press += 1) await galley.press('{Alt>}w{/Alt}');
    await waitFor(async () => expect(await kept()).toBe(120)); // 70 + 12 × 5 = 130
    expect(measure()).toBe(120);
  });
});
