import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { Code } from '../../../shared/model/records.ts';
import { CodesTab } from '../../desks/coding/CodesTab.tsx';
import type { TestWindow } from '../../testing/testWindow.tsx';

/** Shows the codes panel of the project. */
export function showCodes(galley: TestWindow): void {
  galley.show(<CodesTab />);
}

export const tree = (): HTMLElement => screen.getByRole('treegrid', { name: 'Codes' });

/** The rows that are drawn. Whether they can be reached is asked of the tree alone: of each row it would take long. */
const rows = (): HTMLElement[] => within(tree()).getAllByRole('row', { hidden: true });

/** The row that a screen reader calls so. */
export function codeRow(name: string): HTMLElement {
  const found = rows().find((row) => row.getAttribute('aria-label') === name);
  if (!found) throw new Error(`there is no row “${name}”`);
  return found;
}

/** Whether the row of a code is marked: as the one selected, or as the code of the active coding. */
export const isMarked = (name: string): boolean => codeRow(name).querySelector('[aria-current="true"]') !== null;

/** Waits until a code has a row. */
export const shownRow = (name: string): Promise<HTMLElement> => waitFor(() => codeRow(name));

/** The codes as the tree shows them, two blanks a level. */
export function outline(): string[] {
  return rows().map(
    (row) => '  '.repeat(Number(row.getAttribute('aria-level')) - 1) + (row.getAttribute('aria-label') ?? ''),
  );
}

/** Makes as many codes, “Theme 1” and so on, in one step: under the code of this path, or at the top level. */
export async function makeThemes(galley: TestWindow, count: number, above = ''): Promise<void> {
  const lines = Array.from({ length: count }, (_, at) => `${above}Theme ${at + 1}\n`);
  const file = galley.app.grants.grant(galley.put('themes.csv', `path\n${lines.join('')}`));
  await galley.client.run('codebook.import', { file });
}

/** Goes to a code's row by keys: into the tree, to its top and down. */
export async function toRow(galley: TestWindow, name: string): Promise<void> {
  const row = await shownRow(name);
  for (let presses = 0; !tree().contains(document.activeElement); presses += 1) {
    if (presses === 20) throw new Error('Tab does not come to the tree');
    await galley.user.tab();
  }
  await galley.press('{Home}');
  for (let presses = 0; document.activeElement !== row; presses += 1) {
    if (presses === 60) throw new Error(`the arrows do not come to “${name}”`);
    await galley.press('{ArrowDown}');
  }
}

/** Waits until the row of a code has the focus. */
export async function rowHasFocus(name: string): Promise<void> {
  await waitFor(() => {
    const { activeElement } = document;
    if (activeElement?.getAttribute('role') !== 'row' || activeElement.getAttribute('aria-label') !== name)
      throw new Error(`the row “${name}” does not have the focus`);
  });
}

/** Waits for the field for a code's name, which takes the focus. */
export async function nameField(): Promise<HTMLInputElement> {
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Code name' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return field;
}

/** A code as the program keeps it. */
export async function kept({ client }: TestWindow, name: string): Promise<Code> {
  const { codes } = await client.call('codes.list', {});
  const found = codes.find((code) => code.name === name);
  if (!found) throw new Error(`there is no code “${name}”`);
  return found;
}

/** The paths of the program's codes in the order of the tree. */
export async function paths({ client }: TestWindow): Promise<string[]> {
  const { codes } = await client.call('codes.list', {});
  const below = (parent: string | null, above: string): string[] =>
    codes
      .filter((code) => code.parent === parent)
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ id, name }) => [above + name, ...below(id, `${above}${name} / `)]);
  return below(null, '');
}
