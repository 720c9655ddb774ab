import { screen, within } from '@testing-library/react';
import type { Code, Id } from '../../../shared/model/records.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';

/** What tests of this desk do and look up again and again. */

/** Goes to a field that lists a few entries, opens it, and takes one by the beginning of its name. */
export async function pick(galley: TestWindow, field: string, entry: string, inside?: HTMLElement): Promise<void> {
  await galley.pressButton(nameEnds(field), inside);
  await screen.findByRole('listbox');
  await galley.press(`${entry}{Enter}`);
}

/** What such a field shows. */
export const shown = (field: string, inside: HTMLElement = document.body): string | null =>
  within(inside).getByRole('button', { name: nameEnds(field) }).textContent;

/** The button of such a field is called by what is chosen, and by the field, whose name has no signs that patterns use. */
const nameEnds = (field: string): RegExp => new RegExp(`\\s${field}$`, 'u');

/** What the newest notice says, once there is one: of what could not be done, or of what was. */
export async function noticeOf(role: 'alert' | 'status'): Promise<string | null> {
  // An open dialog hides what lies behind it.
  const notices = screen.getByRole('region', { name: 'Notices', hidden: true });
  return (await within(notices).findAllByRole(role, { hidden: true })).at(-1)?.textContent ?? null;
}

export async function codesOf({ client }: TestWindow): Promise<Code[]> {
  return (await client.call('codes.list', {})).codes;
}

export async function codeOf(galley: TestWindow, id: Id): Promise<Code> {
  const code = (await codesOf(galley)).find((one) => one.id === id);
  if (!code) throw new Error('there is no such code');
  return code;
}

/** In alphabetical order. */
export const codeNames = async (galley: TestWindow): Promise<string[]> =>
  (await codesOf(galley)).map(({ name }) => name).toSorted();

export async function variableOf({ client }: TestWindow, name: string): Promise<Variable> {
  const variable = (await client.call('variables.list', {})).find((one) => one.name === name);
  if (!variable) throw new Error(`there is no variable “${name}”`);
  return variable;
}

/** How many steps could be undone one after the other: acts that changed nothing are none. */
export const steps = async ({ client }: TestWindow): Promise<number> =>
  (await client.call('history.list', { offset: 0, limit: 1 })).total;

/** Ada gets these articles in a blind round, together with Ben. */
export async function goBlind({ client }: TestWindow, documents: Id[]): Promise<void> {
  await client.call('coders.add', { name: 'Ben' });
  const coders = (await client.call('coders.list', {})).map(({ id }) => id);
  await client.call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind', documents, coders });
}
