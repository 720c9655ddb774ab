import { act, screen, waitFor, within } from '@testing-library/react';
import type { Arguments } from '../../../shared/api/contract.ts';
import type { Id } from '../../../shared/model/records.ts';
import { useRecords } from '../../state/records.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { chooseAgreement } from './state/measuring.ts';
import type { AgreementChoice } from './state/measuring.ts';
import { AgreementView } from './view/AgreementView.tsx';

/** Small projects of a few coders, and the Reliability view on them. */

/** Imports articles of these names and texts; where no text is given, the name says it all. */
export async function newArticles(
  galley: TestWindow,
  names: readonly string[],
  textOf: (name: string) => string = (name) => `Text of ${name}.`,
): Promise<Id[]> {
  const files = names.map((name) => galley.app.grants.grant(galley.put(`${name}.txt`, textOf(name))));
  const { documents } = await galley.client.run('imports.start', { files });
  return documents.map(({ id }) => id);
}

export type Marked = readonly [article: string, start: number, end: number, code: string];

/** Marks passages in a coder's name, who acts from then on; offsets in code points. Codes are made where they are missing. */
export async function markAs(galley: TestWindow, coder: string, ...passages: readonly Marked[]): Promise<void> {
  await galley.actAs(coder);
  await galley.code(passages.map(([document, start, end, code]) => ({ document, start, end, code })));
}

/** Answers a question about articles in a coder's name: one value for each article in turn, null where there is none. */
export async function answerAs(
  galley: TestWindow,
  coder: string,
  variable: string,
  answers: readonly (readonly [article: string, value: string | number | null])[],
): Promise<void> {
  await galley.actAs(coder);
  const lines = answers.flatMap(([name, value]) => (value === null ? [] : [`${name},${variable},${value}\n`]));
  const path = galley.put('answers.csv', `document,variable,value\n${lines.join('')}`);
  await galley.client.run('answers.import', { file: galley.app.grants.grant(path) });
}

/** Answers of several coders: of each a figure an article, in their order. The last one acts from then on. */
export async function answerInLines(
  galley: TestWindow,
  variable: string,
  names: readonly string[],
  lines: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [coder, line] of Object.entries(lines))
    await answerAs(
      galley,
      coder,
      variable,
      names.map((name, at) => [name, line[at] ?? null]),
    );
}

/** A question about articles whose values are the numbers from 1 to `highest`, or any number. */
export async function newQuestion(
  galley: TestWindow,
  name: string,
  level: Arguments<'variables.create'>['level'],
  labels: readonly string[] = [],
): Promise<Id> {
  const choices = labels.map((label, at) => ({ value: at + 1, label }));
  return (await galley.client.call('variables.create', { scope: 'document', name, level, choices })).id;
}

export async function codeId({ client }: TestWindow, name: string): Promise<Id> {
  const { codes } = await client.call('codes.list', {});
  return codes.find((code) => code.name === name)?.id ?? '';
}

/** Ada and Ben on “one two three four five”: A on “one” alike, A against B on “three”, and C on “five” by Ben alone. */
export async function adaAndBen(galley: TestWindow): Promise<Id> {
  const [article = ''] = await newArticles(galley, ['a'], () => 'one two three four five');
  await markAs(galley, 'Ada', ['a', 0, 3, 'A'], ['a', 8, 13, 'A']);
  await markAs(galley, 'Ben', ['a', 0, 3, 'A'], ['a', 9, 13, 'B'], ['a', 19, 23, 'C']);
  return article;
}

/** Ten articles of Ada and Ben, so many that 100,000 draws of their figures last until they are stopped. */
export async function tenArticles(galley: TestWindow): Promise<void> {
  const names = Array.from({ length: 10 }, (_, at) => `article ${at}`);
  await newArticles(galley, names, (name) => `${name} `.repeat(20));
  const marked = (step: number): Marked[] =>
    names.flatMap((name, at): Marked[] => [
      [name, at, at + 9 + step, 'A'],
      [name, 60 + step * at, 70 + at, 'B'],
    ]);
  await markAs(galley, 'Ada', ...marked(0));
  await markAs(galley, 'Ben', ...marked(1));
}

/** Waits until the window knows of the last act, so that what is shown next is no older. */
export async function caughtUp({ client }: TestWindow): Promise<void> {
  const last = JSON.stringify(await client.call('history.state', {}));
  await waitFor(() => {
    const { history, status } = useRecords.getState();
    if (!status?.coder || JSON.stringify(history) !== last) throw new Error('the window lags behind');
  });
}

/** Shows the view with this chosen in its form, without intervals unless draws are asked for. */
export async function showView(galley: TestWindow, choice: Partial<AgreementChoice> = {}): Promise<void> {
  await caughtUp(galley);
  act(() => chooseAgreement({ draws: 0, ...choice }));
  galley.show(<AgreementView />);
}

export const form = (): HTMLElement => screen.getByRole('region', { name: 'What to measure' });

/** Shows the view, and measures what is chosen by its button. */
export async function measure(galley: TestWindow, choice: Partial<AgreementChoice> = {}): Promise<HTMLElement> {
  await showView(galley, choice);
  await galley.pressButton('Measure', form());
  return screen.findByRole('region', { name: 'Results' });
}

export const table = (name: string): HTMLElement => screen.getByRole('table', { name });

/** What stands in each cell of the row whose head reads so, or begins so; the head itself first. */
export function cellsOf(inside: HTMLElement, head: string): string[] {
  const heads = within(inside).getAllByRole('rowheader');
  const found =
    heads.find(({ textContent }) => textContent === head) ??
    heads.find(({ textContent }) => textContent.startsWith(head));
  if (!found) throw new Error(`no row is called ${head}`);
  return [...(found.parentElement?.children ?? [])].map(({ textContent }) => textContent);
}

/** Goes by arrow keys to the head of a row of figures, and opens who said what. */
export async function openRow(galley: TestWindow, name: string): Promise<void> {
  const head = await screen.findByRole('button', { name: `Who said what: ${name}` });
  const heads = screen.getAllByRole('button', { name: /^Who said what: / }).filter((one) => isBeside(one, head));
  await galley.tabTo(heads.find(({ tabIndex }) => tabIndex === 0) ?? head);
  await galley.press('{Home}');
  for (let row = 0; row < heads.length && document.activeElement !== head; row += 1) await galley.press('{ArrowDown}');
  if (document.activeElement !== head) throw new Error(`no arrow key comes to “${name}”`);
  await galley.press('{Enter}');
}

function isBeside(one: HTMLElement, other: HTMLElement): boolean {
  return one.closest('table') === other.closest('table');
}

/** Opens the cell of the matrix that is called so, and answers with what stands behind it. */
export async function openCell(galley: TestWindow, name: string | RegExp): Promise<HTMLElement> {
  const grid = await screen.findByRole('grid');
  const cell = within(grid).getByRole('button', { name });
  await waitFor(() => {
    if (!grid.contains(document.activeElement)) throw new Error('the focus is not in the matrix');
  });
  act(() => cell.focus());
  await galley.press('{Enter}');
  return screen.findByRole('region', { name: 'Places' });
}
