import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { chosenWords, pinnedCodes, readArticle, tinted } from '../testReading.tsx';
import type { Reading } from '../testReading.tsx';

const text = 'The old port reopened on Monday.\n';

/** A text in which Ada has coded these words, which are chosen. */
async function chosen(galley: TestWindow, words: string, whole = text): Promise<Reading> {
  const [port = ''] = await pinnedCodes(galley, 'Port');
  const article = await galley.newArticle('one', whole);
  await galley.newCoding(article, words, port);
  const reading = await readArticle(galley, article);
  await galley.press('{F8}');
  await waitFor(() => expect(chosenWords()).toBe(words));
  return reading;
}

const keys = {
  'Alt+Left': '{Alt>}{ArrowLeft}{/Alt}',
  'Alt+Right': '{Alt>}{ArrowRight}{/Alt}',
  'Alt+Shift+Left': '{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}',
  'Alt+Shift+Right': '{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}',
  'Alt+Home': '{Alt>}{Home}{/Alt}',
  'Alt+Shift+Home': '{Alt>}{Shift>}{Home}{/Shift}{/Alt}',
  'Alt+End': '{Alt>}{End}{/Alt}',
  'Alt+Shift+End': '{Alt>}{Shift>}{End}{/Shift}{/Alt}',
} as const;

describe('moving the boundaries of a coding by keys', () => {
  it.for([
    ['Alt+Left', 'old port reopened'],
    ['Alt+Right', 'reopened'],
    ['Alt+Shift+Left', 'port'],
    ['Alt+Shift+Right', 'port reopened on'],
    ['Alt+Home', ' port reopened'],
    ['Alt+Shift+Home', 'ort reopened'],
    ['Alt+End', 'port reopened '],
    ['Alt+Shift+End', 'port reopene'],
  ] as const)('leads by %s to “%s”, and undo back', async ([key, words], { galley }) => {
    const { codedAs } = await chosen(galley, 'port reopened');
    await galley.press(keys[key]);
    await codedAs(`Port: ${words}`);
    await waitFor(() => expect(chosenWords()).toBe(words));
    await galley.press('{Control>}z{/Control}');
    await codedAs('Port: port reopened');
  });

  it('stops at the ends of the text', async ({ galley }) => {
    const { coded } = await chosen(galley, text.trimEnd());
    const before = (await galley.client.call('history.list', { offset: 0, limit: 100 })).total;
    await galley.press(keys['Alt+Left'] + keys['Alt+Home']);
    expect(await coded()).toEqual([`Port: ${text.trimEnd()}`]);
    expect((await galley.client.call('history.list', { offset: 0, limit: 100 })).total).toBe(before);
  });

  it('leaves at least one character', async ({ galley }) => {
    const { codedAs, coded } = await chosen(galley, 'on');
    await galley.press(keys['Alt+Shift+End']);
    await codedAs('Port: o');
    await waitFor(() => expect(chosenWords()).toBe('o'));
    await galley.press(keys['Alt+Shift+End'] + keys['Alt+Shift+Home'] + keys['Alt+Shift+Left'] + keys['Alt+Right']);
    expect(await coded()).toEqual(['Port: o']);
  });

  it('never cuts a picture or a letter with its marks', async ({ galley }) => {
    const { codedAs } = await chosen(galley, 'ab', 'cafe\u0301ab🏳️‍🌈.\n');
    await galley.press(keys['Alt+Home']);
    await codedAs('Port: e\u0301ab');
    await waitFor(() => expect(chosenWords()).toBe('e\u0301ab'));
    await galley.press(keys['Alt+End']);
    await codedAs('Port: e\u0301ab🏳️‍🌈');
  });

  it('goes by the order of the text where it runs from right to left', async ({ galley }) => {
    const { codedAs } = await chosen(galley, 'انتهت', 'الحرب انتهت أمس.\n');
    await galley.press(keys['Alt+Left']);
    await codedAs('Port: الحرب انتهت');
    await waitFor(() => expect(chosenWords()).toBe('الحرب انتهت'));
    await galley.press(keys['Alt+Shift+Right']);
    await codedAs('Port: الحرب انتهت أمس');
  });

  it('is refused where the coding would double another, and what is shown goes back', async ({ galley }) => {
    const { article, coded, text: shown } = await chosen(galley, 'port reopened');
    const { codes } = await galley.client.call('codes.list', {});
    await galley.newCoding(article, 'port', codes[0]?.id ?? '');
    await galley.press(keys['Alt+Shift+Left']);
    expect((await screen.findByRole('alert')).textContent).toBe('You have coded this passage with “Port” already.');
    expect((await coded()).toSorted()).toEqual(['Port: port', 'Port: port reopened']);
    await waitFor(() => expect(tinted(shown)).toBe('port reopened'));
    // The next step begins where the coding is, not where it was to be.
    await galley.press(keys['Alt+Left']);
    await waitFor(async () => expect((await coded()).toSorted()).toEqual(['Port: old port reopened', 'Port: port']));
  });

  it('does nothing while no coding is chosen', async ({ galley }) => {
    const { coded } = await chosen(galley, 'port');
    await galley.press('{Escape}');
    await waitFor(() => expect(chosenWords()).toBeNull());
    await galley.press(keys['Alt+Left']);
    expect(await coded()).toEqual(['Port: port']);
  });

  it('asks once about the work of somebody else, not with every step', async ({ galley }) => {
    const [port = ''] = await pinnedCodes(galley, 'Port');
    const article = await galley.newArticle('one', text);
    await galley.newCoding(article, 'port', port);
    await galley.actAs('Ben');
    const { coded, codedAs, text: shown } = await readArticle(galley, article);
    await galley.press(`{F8}${keys['Alt+Left']}`);
    await screen.findByRole('alertdialog', { name: 'Change the work of Ada?' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(await coded()).toEqual(['Port: port']);
    await waitFor(() => expect(tinted(shown)).toBe('port'));
    await galley.press(keys['Alt+Left']);
    await galley.pressButton('Change it', await screen.findByRole('alertdialog'));
    await codedAs('Port: old port');
    await waitFor(() => expect(chosenWords()).toBe('old port'));
    await galley.press(keys['Alt+Left']);
    await codedAs('Port: The old port');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('moves nothing in a project that can only be read', async ({ galley }) => {
    const [port = ''] = await pinnedCodes(galley, 'Port');
    const article = await galley.newArticle('one', text);
    await galley.newCoding(article, 'port', port);
    await openReadOnly(galley);
    const { coded } = await readArticle(galley, article);
    await galley.press('{F8}');
    await waitFor(() => expect(chosenWords()).toBe('port'));
    await galley.press(`${keys['Alt+Left']}{Delete}`);
    expect(await coded()).toEqual(['Port: port']);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
