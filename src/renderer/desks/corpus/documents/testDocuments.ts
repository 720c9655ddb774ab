import { screen, within } from '@testing-library/react';
import type { TestWindow } from '../../../testing/testWindow.tsx';

/** The list, also behind an open menu or filter, which hide it from assistive technology meanwhile. */
export const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Documents', hidden: true });

const options = (): HTMLElement[] => within(list()).getAllByRole('option', { hidden: true });

/** What a row calls its document: the part of it that bears the whole name as its tip. */
function nameIn(row: HTMLElement): string {
  return row.querySelector('[title]')?.textContent ?? '';
}

/** The names in the list, as far as it is drawn. */
export const shownNames = (): string[] => options().map(nameIn);

export const selectedNames = (): string[] =>
  options()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map(nameIn);

/** The row of the document with exactly this name. */
export function option(name: string): HTMLElement {
  const row = options().find((one) => nameIn(one) === name);
  if (!row) throw new Error(`the list does not show “${name}”`);
  return row;
}

/** The name under the cursor, as assistive technology is told. */
export function under(): string | null {
  const row = document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
  return row && nameIn(row);
}

export async function toList(galley: TestWindow): Promise<void> {
  await galley.tabTo(list());
}
