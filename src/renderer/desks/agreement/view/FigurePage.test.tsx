import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { adaAndBen, answerAs, codeId, markAs, measure, newArticles, newQuestion, openRow } from '../testAgreement.tsx';

/** What the buttons of a row of the matrix are called. */
const cells = (grid: HTMLElement): string[] =>
  within(grid)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '');

const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');

async function openAll(galley: TestWindow): Promise<HTMLElement> {
  await measure(galley);
  await openRow(galley, 'Same places and codes?');
  return screen.findByRole('grid');
}

describe('who said what', () => {
  it('is a matrix of places, of which only cells that hold some can be opened', async ({ galley }) => {
    await adaAndBen(galley);
    const grid = await openAll(galley);
    expect(grid.getAttribute('aria-label')).toBe('Rows: Ada. Columns: Ben.');
    expect(
      within(grid)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['A', 'B', 'C', 'no code']);
    // “one” alike, A against B on “three”, “five” by Ben alone.
    expect(cells(grid)).toEqual([
      'Ada: A. Ben: A. 1 place',
      'Ada: A. Ben: B. 1 place',
      'Ada: no code. Ben: C. 1 place',
    ]);
    expect(screen.getByText('3 places compared, 1 alike')).toBeTruthy();
    expect(screen.getByText(/Passages of one code that share characters are one place of agreement/u)).toBeTruthy();
    expect(screen.getByText(/^Choose a number to see the places behind it\./u)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'All codes' })).toBeTruthy();
  });

  it('begins where the two differ most', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 5, 'A'], ['a', 10, 15, 'B'], ['a', 20, 25, 'B'], ['a', 30, 35, 'C']);
    await markAs(galley, 'Ben', ['a', 0, 5, 'B'], ['a', 10, 15, 'C'], ['a', 20, 25, 'C'], ['a', 30, 35, 'C']);
    await openAll(galley);
    await waitFor(() => expect(focused()).toBe('Ada: B. Ben: C. 2 places'));
  });

  it('is walked by arrow keys, which pass over empty cells', async ({ galley }) => {
    await adaAndBen(galley);
    await openAll(galley);
    await waitFor(() => expect(focused()).toBe('Ada: A. Ben: B. 1 place'));
    await galley.press('{ArrowLeft}');
    expect(focused()).toBe('Ada: A. Ben: A. 1 place');
    await galley.press('{ArrowLeft}{ArrowUp}');
    expect(focused()).toBe('Ada: A. Ben: A. 1 place');
    await galley.press('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('Ada: no code. Ben: C. 1 place');
    await galley.press('{Home}');
    expect(focused()).toBe('Ada: A. Ben: A. 1 place');
    await galley.press('{End}');
    expect(focused()).toBe('Ada: no code. Ben: C. 1 place');
    // With Ctrl a key is somebody else's.
    await galley.press('{Control>}{Home}{/Control}');
    expect(focused()).toBe('Ada: no code. Ben: C. 1 place');
  });

  it('opens a cell by Enter; Escape goes back to it, and then to the row of the figures', async ({ galley }) => {
    await adaAndBen(galley);
    const grid = await openAll(galley);
    await waitFor(() => expect(focused()).toBe('Ada: A. Ben: B. 1 place'));
    await galley.press('{Enter}');
    const place = await screen.findByRole('listitem', { name: 'a' });
    await waitFor(() => expect(document.activeElement).toBe(place));
    const cell = within(grid).getByRole('button', { name: 'Ada: A. Ben: B. 1 place' });
    expect(cell.getAttribute('aria-current')).toBe('true');
    await galley.press('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(cell));
    await galley.press('{Escape}');
    const head = await screen.findByRole('button', { name: 'Who said what: Same places and codes?' });
    await waitFor(() => expect(document.activeElement).toBe(head));
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('goes back by its button, too', async ({ galley }) => {
    await adaAndBen(galley);
    await openAll(galley);
    await galley.pressButton('All figures');
    await screen.findByRole('table', { name: 'Passages, all codes together' });
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('of one code compares that code with nothing else', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await openRow(galley, 'A');
    expect(cells(await screen.findByRole('grid'))).toEqual([
      'Ada: A. Ben: A. 1 place',
      'Ada: A. Ben: no code. 1 place',
    ]);
    expect(screen.getByRole('heading', { name: 'A' })).toBeTruthy();
  });

  it('of characters is of passages, as they stand in the text', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley, { unit: 'characters' });
    await openRow(galley, 'C');
    expect(cells(await screen.findByRole('grid'))).toEqual(['Ada: no code. Ben: C. 1 place']);
  });

  it('of a question holds answers against each other, absent ones too', async ({ galley }) => {
    const [one = '', two = ''] = await newArticles(galley, ['a', 'b', 'c']);
    const variable = await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answerAs(galley, 'Ada', 'tone', [
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    await answerAs(galley, 'Ben', 'tone', [
      ['a', 2],
      ['c', 1],
    ]);
    await galley.client.call('answers.set', { document: two, variable, state: 'absent' });
    await measure(galley, { of: 'variables' });
    await openRow(galley, 'tone');
    const grid = await screen.findByRole('grid');
    expect(cells(grid)).toEqual([
      'Ada: 1 good. Ben: 1 good. 1 place',
      'Ada: 1 good. Ben: 2 bad. 1 place',
      'Ada: 1 good. Ben: absent. 1 place',
    ]);
    await galley.tabTo(within(grid).getByRole('button', { name: /2 bad/u }));
    await galley.press('{Enter}');
    const place = await screen.findByRole('listitem', { name: 'a' });
    expect(within(place).getByRole('region', { name: 'Ada' }).textContent).toBe('Adagood');
    expect(within(place).getByRole('region', { name: 'Ben' }).textContent).toBe('Benbad');
    // Settled as Ben has it: the agreed version answers so.
    await galley.press('2');
    await within(place).findByRole('region', { name: 'Agreed version' });
    const { rows } = await galley.client.call('disagreements.list', {});
    expect(rows.map(({ document, variable: of, resolved }) => [document, of, resolved !== null])).toEqual([
      [one, variable, true],
    ]);
  });

  it('says so where nothing is left to compare', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await galley.client.call('history.undo', {});
    await openRow(galley, 'Same places and codes?');
    await screen.findByText('There is nothing to compare here.');
    expect(screen.queryByRole('grid')).toBeNull();
    await galley.pressButton('All figures');
    await screen.findByRole('table', { name: 'Passages, all codes together' });
  });

  it('follows what is coded while it is open', async ({ galley }) => {
    const document = await adaAndBen(galley);
    await openAll(galley);
    await galley.client.call('annotations.create', { document, code: await codeId(galley, 'C'), start: 4, end: 7 });
    await screen.findByText('4 places compared, 1 alike');
    await galley.client.call('history.undo', {});
    await screen.findByText('3 places compared, 1 alike');
  });

  it('compares whoever is left when a coder goes with the undoing of a first act', async ({ galley }) => {
    await adaAndBen(galley);
    await openAll(galley);
    await galley.client.call('history.undo', {});
    await screen.findByText('There is nothing to compare here.');
    expect(screen.queryByRole('alert')).toBeNull();
    await galley.client.call('history.redo', {});
    await screen.findByText('3 places compared, 1 alike');
  });

  it('writes the heads of many categories upright, names in any script', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    const codes = ['حرب', ...Array.from({ length: 8 }, (_, at) => `Code ${at}`)];
    for (const coder of ['Ada', 'Ben'])
      await markAs(galley, coder, ...codes.map((code, at) => ['a', at * 10, at * 10 + 5, code] as const));
    const grid = await openAll(galley);
    const heads = within(grid).getAllByRole('columnheader').slice(1);
    expect(heads).toHaveLength(9);
    expect(heads.every((head) => head.hasAttribute('data-upright'))).toBe(true);
    expect(within(grid).getByRole('button', { name: 'Ada: حرب. Ben: حرب. 1 place' })).toBeTruthy();
  });
});

describe('the pair that is compared', () => {
  const three = async (galley: TestWindow): Promise<HTMLElement> => {
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 10, 'A']);
    await markAs(galley, 'Ben', ['a', 0, 10, 'B']);
    await markAs(galley, 'Cem', ['a', 0, 10, 'B']);
    return openAll(galley);
  };
  const choice = () => screen.getByRole('button', { name: / Coders$/u });

  it('is every pair at first, and the matrix reads the same from either side', async ({ galley }) => {
    const grid = await three(galley);
    expect(grid.getAttribute('aria-label')).toBe('Rows: One coder. Columns: The other.');
    expect(choice().textContent).toBe('All pairs of coders');
    // Ada with Ben and Ada with Cem: one place, with its mirror; Ben and Cem alike.
    expect(cells(grid)).toEqual([
      'One coder: A. The other: B. 1 place',
      'One coder: B. The other: A. 1 place',
      'One coder: B. The other: B. 1 place',
    ]);
    expect(screen.getByText(/Every pair of coders is compared/u)).toBeTruthy();
  });

  it('is one of them where it is chosen, rows by the first', async ({ galley }) => {
    await three(galley);
    await galley.tabTo(choice());
    await galley.press('{Enter}');
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'All pairs of coders',
      'Ada and Ben',
      'Ada and Cem',
      'Ben and Cem',
    ]);
    await galley.press('{End}{Enter}');
    const grid = await screen.findByRole('grid', { name: 'Rows: Ben. Columns: Cem.' });
    expect(cells(grid)).toEqual(['Ben: B. Cem: B. 1 place']);
    expect(screen.getByText('1 place compared, 1 alike')).toBeTruthy();
  });

  it('shuts the cell that was open when it changes', async ({ galley }) => {
    const grid = await three(galley);
    await galley.tabTo(within(grid).getByRole('button', { name: 'One coder: A. The other: B. 1 place' }));
    await galley.press('{Enter}');
    await screen.findByRole('region', { name: 'Places' });
    await galley.tabTo(choice());
    await galley.press('{Enter}');
    await screen.findAllByRole('option');
    await galley.press('Ada and B{Enter}');
    await screen.findByRole('grid', { name: 'Rows: Ada. Columns: Ben.' });
    expect(screen.queryByRole('region', { name: 'Places' })).toBeNull();
  });

  it('is not to choose where there are but two coders', async ({ galley }) => {
    await adaAndBen(galley);
    await openAll(galley);
    expect(screen.queryByRole('button', { name: / Coders$/u })).toBeNull();
  });
});
