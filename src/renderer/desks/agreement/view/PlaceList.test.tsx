import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Client } from '../../../../shared/api/client.ts';
import type { MethodName } from '../../../../shared/api/contract.ts';
import { setClient } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Marked } from '../testAgreement.tsx';
import { adaAndBen, codeId, markAs, measure, newArticles, openCell, openRow } from '../testAgreement.tsx';

const aAgainstB = 'Ada: A. Ben: B. 1 place';

/** The place “three”, where Ada has A and Ben has B; Cleo acts. */
async function openThree(galley: TestWindow): Promise<HTMLElement> {
  await adaAndBen(galley);
  await galley.actAs('Cleo');
  await measure(galley);
  await openRow(galley, 'Same places and codes?');
  const places = await openCell(galley, aAgainstB);
  const place = await within(places).findByRole('listitem', { name: 'a' });
  await waitFor(() => expect(document.activeElement).toBe(place));
  return place;
}

const side = (place: HTMLElement, name: string): HTMLElement => within(place).getByRole('region', { name });

const said = async ({ client }: TestWindow) => (await client.call('disagreements.list', {})).rows;

/** What the agreed version holds: words and codes. */
async function agreed({ client }: TestWindow): Promise<(readonly [string, string])[]> {
  const { coder } = await client.call('agreed.read', {});
  if (!coder) return [];
  const { rows } = await client.call('segments.list', { coder: coder.id, offset: 0, limit: 9 });
  return rows.map(({ quote, code }) => [quote, code] as const);
}

/** Counts how often the window asks for something from now on. */
function countSent({ client }: TestWindow, counted: MethodName): () => number {
  let times = 0;
  const call: Client['call'] = (method, input) => {
    if (method === counted) times += 1;
    return client.call(method, input);
  };
  setClient({ ...client, call });
  return () => times;
}

describe('the places behind a cell', () => {
  it('show the words as each coder marked them, with what stands around', async ({ galley }) => {
    const place = await openThree(galley);
    expect(screen.getByRole('list', { name: 'Ada: A · Ben: B' })).toBeTruthy();
    const marks = (name: string) =>
      within(side(place, name))
        .getAllByRole('mark')
        .map(({ textContent }) => textContent);
    // Ada: 8 to 13, with the blank before it; Ben: from the next character on.
    expect(marks('Ada').join('')).toBe('three');
    expect(marks('Ben').join('')).toBe('hree');
    expect(side(place, 'Ada').textContent).toContain('one two three four five');
    expect(within(side(place, 'Ben')).getByText('B')).toBeTruthy();
  });

  it('say who marked nothing', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await openRow(galley, 'Same places and codes?');
    const places = await openCell(galley, 'Ada: no code. Ben: C. 1 place');
    const place = await within(places).findByRole('listitem', { name: 'a' });
    expect(within(side(place, 'Ada')).getByText('marked nothing here')).toBeTruthy();
    expect(within(side(place, 'Ada')).queryByRole('mark')).toBeNull();
  });

  it('show what a coder noted at the coding, and run the way of their script', async ({ galley }) => {
    await newArticles(galley, ['خبر'], () => 'قال الوزير إن الإضراب انتهى');
    await markAs(galley, 'Ada', ['خبر', 0, 10, 'قول']);
    await markAs(galley, 'Ben', ['خبر', 11, 13, 'Other']);
    await galley.actAs('Ada');
    const annotation = (await galley.client.call('segments.list', { offset: 0, limit: 1 })).rows[0]?.id ?? '';
    await galley.client.call('annotations.setMemo', { annotation, memo: 'كلام منقول' });
    await measure(galley);
    await openRow(galley, 'قول');
    const places = await openCell(galley, 'Ada: قول. Ben: no code. 1 place');
    const memo = await within(places).findByText('كلام منقول');
    expect(memo.getAttribute('dir')).toBe('auto');
    const words = within(places).getAllByText('قال الوزير')[0]?.parentElement;
    expect(words?.getAttribute('dir')).toBe('auto');
  });

  it('are walked by arrow keys, the last and the first being the end', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ...[0, 10, 20].map((start): Marked => ['a', start, start + 5, 'A']));
    await markAs(galley, 'Ben', ['a', 90, 95, 'A']);
    await measure(galley);
    await openRow(galley, 'A');
    const places = await openCell(galley, 'Ada: A. Ben: no code. 3 places');
    const items = await within(places).findAllByRole('listitem');
    await waitFor(() => expect(document.activeElement).toBe(items[0]));
    await galley.press('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(items[2]));
    expect(items.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(items[2]));
    await galley.press('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(items[1]));
  });

  it('are fifty at first, and more on demand', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(600));
    await markAs(galley, 'Ada', ...Array.from({ length: 53 }, (_, at): Marked => ['a', at * 10, at * 10 + 5, 'A']));
    await markAs(galley, 'Ben', ['a', 590, 595, 'B']);
    await measure(galley);
    await openRow(galley, 'A');
    const places = await openCell(galley, 'Ada: A. Ben: no code. 53 places');
    await waitFor(() => expect(within(places).getAllByRole('listitem')).toHaveLength(50));
    expect(within(places).getByText('53 places')).toBeTruthy();
    within(places).getByRole('button', { name: 'Show more' }).focus();
    await galley.press('{Enter}');
    await waitFor(() => expect(within(places).getAllByRole('listitem')).toHaveLength(53));
    expect(within(places).queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('are none once a coding goes, and come back with undo', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await openRow(galley, 'Same places and codes?');
    const places = await openCell(galley, aAgainstB);
    await within(places).findByRole('listitem', { name: 'a' });
    const { rows } = await galley.client.call('segments.list', { offset: 0, limit: 9 });
    const hree = rows.find(({ quote }) => quote === 'hree');
    await galley.client.call('annotations.remove', { annotations: [hree?.id ?? ''] });
    await within(places).findByText('No place is left in this cell.');
    expect(within(places).queryByRole('listitem')).toBeNull();
    await galley.client.call('history.undo', {});
    await within(places).findByRole('listitem', { name: 'a' });
  });

  it('lead to the text by Enter', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.press('{Enter}');
    await waitFor(() => expect(useUi.getState().view).toBe('code'));
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('a'));
    const chosen = (await galley.client.call('segments.list', { offset: 0, limit: 9 })).rows.find(
      ({ quote }) => quote === 'three',
    );
    // The first coding there is Ada's.
    await waitFor(() => expect(useUi.getState().activeAnnotation).toBe(chosen?.id));
    expect(within(place).getByRole('button', { name: 'Open in the text' })).toBeTruthy();
  });
});

describe('what is said of a place', () => {
  it('is an unclear rule by U or a slip by S, and nothing by the same key again', async ({ galley }) => {
    const place = await openThree(galley);
    const pressed = (name: string) => within(place).getByRole('button', { name }).getAttribute('aria-pressed');
    await galley.press('u');
    await waitFor(() => expect(pressed('Unclear rule')).toBe('true'));
    expect(await said(galley)).toMatchObject([{ mark: 'unclear-rule', words: 'three', span: { start: 8, end: 13 } }]);
    await galley.press('S');
    await waitFor(() => expect(pressed('Slip')).toBe('true'));
    expect(pressed('Unclear rule')).toBe('false');
    expect(await said(galley)).toMatchObject([{ mark: 'slip' }]);
    await galley.press('s');
    await waitFor(() => expect(pressed('Slip')).toBe('false'));
    expect(await said(galley)).toEqual([]);
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(pressed('Slip')).toBe('true'));
  });

  it.for([
    ['uu', 'mark'],
    ['11', 'resolve'],
    ['00', 'resolve'],
  ] as const)(
    'is sent once where %s comes before it is known what became of the first',
    async ([keys, act], { galley }) => {
      const place = await openThree(galley);
      const sent = countSent(galley, `disagreements.${act}`);
      await galley.press(keys);
      if (act === 'mark') await within(place).findByRole('button', { name: 'Unclear rule', pressed: true });
      else await within(place).findByText(/^Settled by /u);
      expect(sent()).toBe(1);
      // Once it is known, the key acts again.
      await galley.press(keys.slice(0, 1));
      await waitFor(() => expect(sent()).toBe(2));
    },
  );

  it('is said by its buttons, too', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.pressButton('Slip', place);
    await within(place).findByRole('button', { name: 'Slip', pressed: true });
    expect(await said(galley)).toMatchObject([{ mark: 'slip' }]);
    await galley.pressButton('Slip', place);
    await waitFor(async () => expect(await said(galley)).toEqual([]));
  });

  it('is a memo by M, saved when it is left; Escape goes back to the place', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.press('m');
    const memo = await within(place).findByRole('textbox', { name: 'Memo on this disagreement' });
    await waitFor(() => expect(document.activeElement).toBe(memo));
    // Letters and digits are words here and no acts.
    await galley.press('us 1 هل هذا تهديد؟');
    await galley.press('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(place));
    await waitFor(async () => expect(await said(galley)).toMatchObject([{ memo: 'us 1 هل هذا تهديد؟', mark: null }]));
    expect(await agreed(galley)).toEqual([]);
    // What was said stays in sight when the field is not asked for any more.
    await within(place).findByText('us 1 هل هذا تهديد؟');
    await galley.press('m');
    expect(within(place).getByRole<HTMLTextAreaElement>('textbox').value).toBe('us 1 هل هذا تهديد؟');
    await galley.client.call('history.undo', {});
    await waitFor(async () => expect(await said(galley)).toEqual([]));
    await waitFor(() => expect(within(place).queryByRole('textbox')).toBeNull());
  });

  it('keeps other keys for the window', async ({ galley }) => {
    await openThree(galley);
    await galley.press('{Control>}u{/Control}{Alt>}1{/Alt}x9');
    expect(await said(galley)).toEqual([]);
  });
});

describe('a place is settled', () => {
  it('as the first or second coder has it, by 1 and 2', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.press('1');
    await within(place).findByText(/^Settled by Cleo, /u);
    expect(await agreed(galley)).toEqual([['three', await codeId(galley, 'A')]]);
    expect(within(side(place, 'Agreed version')).getByText('A')).toBeTruthy();
    await galley.press('2');
    await waitFor(() => expect(within(side(place, 'Agreed version')).getByText('B')).toBeTruthy());
    expect(await agreed(galley)).toEqual([['hree', await codeId(galley, 'B')]]);
    await galley.client.call('history.undo', {});
    await waitFor(async () => expect(await agreed(galley)).toEqual([['three', await codeId(galley, 'A')]]));
    await galley.client.call('history.undo', {});
    expect((await galley.client.call('agreed.read', {})).coder).toBeNull();
    await waitFor(() => expect(within(place).queryByRole('region', { name: 'Agreed version' })).toBeNull());
  });

  it('as neither has it, by 0', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.press('1');
    await within(place).findByText(/^Settled by Cleo, /u);
    await galley.press('0');
    await waitFor(async () => expect(await agreed(galley)).toEqual([]));
    await within(side(place, 'Agreed version')).findByText('marked nothing here');
    expect(await said(galley)).toMatchObject([{ resolverName: 'Cleo' }]);
  });

  it('by buttons that name the coders', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.pressButton('As Ben', place);
    await waitFor(async () => expect(await agreed(galley)).toEqual([['hree', await codeId(galley, 'B')]]));
    await galley.pressButton('Neither', place);
    await waitFor(async () => expect(await agreed(galley)).toEqual([]));
  });

  it('and opened again by R, while the agreed version stays', async ({ galley }) => {
    const place = await openThree(galley);
    expect(within(place).queryByRole('button', { name: 'Open again' })).toBeNull();
    // Nothing is settled yet, so that R does nothing.
    await galley.press('r');
    await galley.press('1');
    await within(place).findByRole('button', { name: 'Open again' });
    await galley.press('r');
    await waitFor(() => expect(within(place).queryByText(/^Settled by/u)).toBeNull());
    expect(await said(galley)).toEqual([]);
    expect(await agreed(galley)).toEqual([['three', await codeId(galley, 'A')]]);
    await galley.client.call('history.undo', {});
    await within(place).findByText(/^Settled by Cleo, /u);
    await galley.pressButton('Open again', place);
    await waitFor(() => expect(within(place).queryByText(/^Settled by/u)).toBeNull());
  });

  it('leaves the focus where it was', async ({ galley }) => {
    const place = await openThree(galley);
    await galley.press('2');
    await within(place).findByText(/^Settled by Cleo, /u);
    await waitFor(() => expect(document.activeElement).toBe(place));
  });
});
