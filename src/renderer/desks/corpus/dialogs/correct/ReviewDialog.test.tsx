import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { utf16 } from '../../../../../shared/text/offsets.ts';
import { useRecords } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';
import { useTextDraft } from '../../state/textDraft.ts';
import { isDisabled, noticed, steps } from '../../testCorpus.ts';
import { after, articleWith, before, copy, kept, passages, reviewed } from './testCorrect.ts';

const { same, doubtful, lost } = passages;

const rows = (): HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Codings to decide on' })).getAllByRole('listitem');

/** The row of the coding that was on these words. */
function rowOf(words: string): HTMLElement {
  const row = rows().find(({ textContent }) => textContent.includes(words));
  if (!row) throw new Error(`“${words}” is not to be decided on`);
  return row;
}

const isPressed = (row: HTMLElement, button: string): boolean =>
  within(row).getByRole('button', { name: button }).getAttribute('aria-pressed') === 'true';

const commit = (): HTMLElement => screen.getByRole('button', { name: /^Correct the text/u });

const placeField = (): HTMLTextAreaElement =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Corrected text, to select the passage in' });

/** Selects in the field that has the focus. Pages of tests move no caret by keys: a key only tells that it is done. */
async function select(galley: TestWindow, start: number, end: number): Promise<void> {
  placeField().setSelectionRange(start, end);
  await galley.press('{Shift}');
}

describe('the review of a correction', () => {
  it('says what changes, what is certain, and what is to be decided on', async ({ galley }) => {
    const article = await articleWith(galley, same, doubtful, lost);
    const difference = await reviewed(galley, article);
    expect(difference.textContent).toContain('put in: Varna, 3 May. ');
    expect(screen.getByText(/^1 coding keeps words and place for certain\.\s*$/u)).toBeTruthy();
    expect(screen.getByText('2 still to decide')).toBeTruthy();
    expect(rows()).toHaveLength(2);
    const [first, second] = rows().map(({ textContent }) => textContent);
    expect(first).toMatch(/^EventAda.*was.*port of Varna reopenned.*would be.*port of Varna reopened/u);
    expect(second).toMatch(/was.*The mayor thanked.*These words, or others like them, are not in the corrected text/u);
    expect(within(rowOf(lost)).queryByRole('button', { name: 'Keep here' })).toBeNull();
    expect(within(rowOf(lost)).getByRole('button', { name: 'Accept its removal' })).toBeTruthy();
    expect(isDisabled(commit())).toBe(true);
    expect((await kept(galley, article)).text).toBe(before);
  });

  it('is decided by keys, from row to row, and corrects text and codings as one step', async ({ galley }) => {
    const article = await articleWith(galley, same, doubtful, lost);
    await reviewed(galley, article);
    await galley.tabTo(rowOf(doubtful));
    await galley.press('k');
    expect(isPressed(rowOf(doubtful), 'Keep here')).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(rowOf(lost)));
    expect(screen.getByText('1 still to decide')).toBeTruthy();
    await galley.press('R');
    expect(isPressed(rowOf(lost), 'Accept its removal')).toBe(true);
    expect(screen.getByText('All decided.')).toBeTruthy();
    await galley.pressButton('Correct the text, remove 1 coding');
    await galley.closed();
    await noticed(/^The text is corrected; the one before is kept as version 1\. 2 codings moved, 1 removed\.$/u);
    expect(await kept(galley, article)).toEqual({ text: after, coded: ['port of Varna reopened', same] });
    expect(useTextDraft.getState().draft).toBeNull();
    await galley.client.call('history.undo', {});
    const restored = await kept(galley, article);
    expect(restored.text).toBe(before);
    expect(restored.coded.toSorted()).toEqual([lost, same, doubtful].toSorted());
  });

  it('goes up and down by the arrows, and no key asks to keep what has no place', async ({ galley }) => {
    const article = await articleWith(galley, doubtful, lost);
    await reviewed(galley, article);
    await galley.tabTo(rowOf(doubtful));
    await galley.press('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(doubtful)));
    await galley.press('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(lost)));
    await galley.press('k');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(lost)));
    expect(screen.getByText('2 still to decide')).toBeTruthy();
    await galley.press('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(doubtful)));
  });

  it('is decided by buttons too, and a later decision counts', async ({ galley }) => {
    const article = await articleWith(galley, doubtful);
    await reviewed(galley, article);
    await galley.pressButton('Remove', rowOf(doubtful));
    expect(commit().textContent).toBe('Correct the text, remove 1 coding');
    await galley.pressButton('Keep here', rowOf(doubtful));
    expect(isPressed(rowOf(doubtful), 'Remove')).toBe(false);
    expect(commit().textContent).toBe('Correct the text');
    await galley.pressButton('Correct the text');
    await galley.closed();
    expect((await kept(galley, article)).coded).toEqual(['port of Varna reopened']);
  });

  it('keeps all that have a place, and accepts all removals, at once', async ({ galley }) => {
    const article = await articleWith(galley, doubtful, 'Varna reopenned', lost, 'the crews for it');
    await reviewed(galley, article);
    expect(screen.getByText('4 still to decide')).toBeTruthy();
    await galley.pressButton('Keep all that have a place');
    expect(screen.getByText('2 still to decide')).toBeTruthy();
    await galley.pressButton('Accept all removals');
    await galley.pressButton('Correct the text, remove 2 codings');
    await galley.closed();
    expect((await kept(galley, article)).coded).toEqual(['port of Varna reopened', 'Varna reopened']);
  });

  it('has nothing to decide where every coding is certain, and keeps the reason', async ({ galley }) => {
    const article = await articleWith(galley, same);
    await galley.open({ kind: 'correctText', document: article });
    await galley.fill('Reason', 'Fehler im Abdruck');
    await reviewed(galley, article);
    expect(screen.getByText(/No coding is in doubt\./u)).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Codings to decide on' })).toBeNull();
    await galley.pressButton('Correct the text');
    await galley.closed();
    const versions = await galley.client.call('texts.versions', { document: article });
    // the text before has 39 signs in its first line and 53 in its second, with their line ends
    expect(versions).toMatchObject([{ number: 1, reason: 'Fehler im Abdruck', coder: 'Ada', characters: 92 }]);
    await waitFor(() => expect(useRecords.getState().open?.text).toBe(after));
  });

  it('says what becomes of passages of answers and of examples', async ({ galley }) => {
    const article = await articleWith(galley, same);
    const { client } = galley;
    const place = (words: string) => {
      const start = before.indexOf(words);
      return { start: utf16(start), end: utf16(start + words.length) };
    };
    const { id: variable } = await client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
    const evidence = [place(lost), place(doubtful)];
    await client.call('answers.set', { document: article, variable, value: 'calm', evidence });
    const [code] = (await client.call('codes.list', {})).codes;
    await client.call('examples.create', { code: code?.id ?? '', anchor: { document: article, ...place(lost) } });
    await reviewed(galley, article);
    expect(
      screen.getByText(/^Passages that answers point at: 1 .* to the likeliest place, 1 .* dropped\.$/u),
    ).toBeTruthy();
    expect(screen.getByText('1 example of a code keeps its words and no longer leads to a passage.')).toBeTruthy();
  });

  it('does nothing on Escape, and what was decided is to be decided anew', async ({ galley }) => {
    const article = await articleWith(galley, doubtful);
    const count = await steps(galley);
    await reviewed(galley, article);
    await galley.tabTo(rowOf(doubtful));
    await galley.press('k{Escape}');
    await galley.closed();
    expect(await steps(galley)).toBe(count);
    await galley.open({ kind: 'correctText', document: article });
    expect(copy().value).toBe(after);
    await galley.pressButton('Compare');
    await screen.findByText('1 still to decide');
  });

  it('stays open and says why where a coding came in meanwhile', async ({ galley }) => {
    const article = await articleWith(galley, same);
    await reviewed(galley, article);
    const [code] = (await galley.client.call('codes.list', {})).codes;
    await galley.newCoding(article, 'Monday', code?.id ?? '');
    await galley.pressButton('Correct the text');
    await noticed('1 coding of this text has no place yet: decide for every one.');
    expect(screen.getByRole('region', { name: 'Difference' })).toBeTruthy();
    expect((await kept(galley, article)).text).toBe(before);
    expect(useTextDraft.getState().draft?.content).toBe(after);
  });
});

describe('placing a coding by hand', () => {
  const elsewhere = '3 May';

  it('takes what is selected in the corrected text on Enter, and goes on to the next row', async ({ galley }) => {
    const article = await articleWith(galley, doubtful, lost);
    await reviewed(galley, article);
    await galley.tabTo(rowOf(doubtful));
    await galley.press('p');
    await waitFor(() => expect(document.activeElement).toBe(placeField()));
    // what is proposed is selected first
    expect(screen.getByText('Selected: “port of Varna reopened”')).toBeTruthy();
    const start = after.indexOf(elsewhere);
    await select(galley, start, start + elsewhere.length);
    expect(screen.getByText('Selected: “3 May”')).toBeTruthy();
    await galley.press('{Enter}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(rowOf(lost)));
    expect(rowOf(doubtful).textContent).toMatch(/will be.*3 May/u);
    expect(isPressed(rowOf(doubtful), 'Place elsewhere…')).toBe(true);
    await galley.press('r');
    await galley.pressButton('Correct the text, remove 1 coding');
    await galley.closed();
    expect((await kept(galley, article)).coded).toEqual([elsewhere]);
  });

  it('is left by Escape, which leaves the dialog and the row as they were', async ({ galley }) => {
    const article = await articleWith(galley, doubtful);
    await reviewed(galley, article);
    await galley.tabTo(rowOf(doubtful));
    await galley.press('p');
    await select(galley, 0, 5);
    await galley.press('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(rowOf(doubtful)));
    expect(screen.getByText('1 still to decide')).toBeTruthy();
    await galley.pressButton('Place elsewhere…', rowOf(doubtful));
    await galley.pressButton('Leave as it was');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('1 still to decide')).toBeTruthy();
  });

  it('wants something selected where there is no place to begin with', async ({ galley }) => {
    const article = await articleWith(galley, lost);
    await reviewed(galley, article);
    await galley.pressButton('Place elsewhere…', rowOf(lost));
    expect(screen.getByText(/^Select the passage that the coding is to stand on/u)).toBeTruthy();
    const place = screen.getByRole('button', { name: 'Place at selection' });
    expect(isDisabled(place)).toBe(true);
    await galley.press('{Enter}');
    expect(screen.getByText('1 still to decide')).toBeTruthy();
    await select(galley, 0, 5);
    expect(isDisabled(place)).toBe(false);
    await galley.pressButton('Place at selection');
    expect(screen.getByText('All decided.')).toBeTruthy();
    await galley.pressButton('Correct the text');
    await galley.closed();
    expect((await kept(galley, article)).coded).toEqual(['Varna']);
  });

  it('takes no half of a sign that is drawn as one', async ({ galley }) => {
    const article = await articleWith(galley, lost);
    const crew = '👩‍🚒'; // woman, joiner, fire engine: 2 + 1 + 2 units
    const text = `${crew} thanked.\n`;
    await reviewed(galley, article, text);
    await galley.pressButton('Place elsewhere…', rowOf(lost));
    await select(galley, 0, 2);
    await galley.press('{Enter}');
    await galley.pressButton('Correct the text');
    await galley.closed();
    expect(await kept(galley, article)).toEqual({ text, coded: [crew] });
  });

  it('refuses two codings with one code in one place, and says where', async ({ galley }) => {
    const article = await articleWith(galley, doubtful, lost);
    await reviewed(galley, article);
    for (const words of [doubtful, lost]) {
      await galley.pressButton('Place elsewhere…', rowOf(words));
      await select(galley, 0, 5);
      await galley.press('{Enter}');
    }
    await galley.pressButton('Correct the text');
    await noticed(/^Two codings with one code by one coder would both stand at 0 to 5\./u);
    expect(rows()).toHaveLength(2);
    expect((await kept(galley, article)).text).toBe(before);
  });
});
