import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { Answer, MethodName } from '../../../shared/api/contract.ts';
import type { Id } from '../../../shared/model/records.ts';
import { setClient } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';

/** The button of a choice, which is called by what is chosen and what it is about. */
export const choice = (label: string, inside: HTMLElement = document.body): HTMLElement =>
  within(inside).getByRole('button', { name: (name) => name.endsWith(` ${label}`) });

/** Opens a choice by keys and says what it offers. */
export async function offered(galley: TestWindow, label: string, inside?: HTMLElement): Promise<string[]> {
  await galley.tabTo(choice(label, inside));
  await galley.press('{Enter}');
  return (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
}

/** Chooses one of a few by keys, from the first downwards. */
export async function choose(galley: TestWindow, label: string, wanted: string, inside?: HTMLElement): Promise<void> {
  const labels = await offered(galley, label, inside);
  await galley.press('{Home}');
  for (let left = labels.length; document.activeElement?.textContent !== wanted; left -= 1) {
    if (left === 0) throw new Error(`“${label}” offers ${labels.join(', ')}`);
    await galley.press('{ArrowDown}');
  }
  await galley.press('{Enter}');
  await waitFor(() => {
    expect(screen.queryByRole('option', { name: wanted })).toBeNull();
    // the focus comes back from the list a frame later
    expect(document.activeElement).not.toBe(document.body);
  });
}

/** For what waits for a web page to be read: a thread loads the reader first, which takes long on a busy machine. */
export const pageRead = { timeout: 60_000 };

/** The notices, also those that stand behind a dialog. */
export const notices = (): HTMLElement => screen.getByRole('region', { name: 'Notices', hidden: true });

/** Waits for a notice of these words. */
export async function noticed(words: string | RegExp, patience?: { timeout: number }): Promise<HTMLElement> {
  return await within(notices()).findByText(words, {}, patience);
}

/** How many steps the history has: an act that was not done adds none. */
export async function steps({ client }: TestWindow): Promise<number> {
  return (await client.call('history.list', { offset: 0, limit: 1 })).total;
}

/** The rounds as the program keeps them. */
export async function rounds({ client }: TestWindow): Promise<Answer<'rounds.list'>> {
  return await client.call('rounds.list', {});
}

/** Articles of these names, in this order. */
export async function newArticles(galley: TestWindow, ...names: string[]): Promise<Id[]> {
  const made: Id[] = [];
  for (const name of names) made.push(await galley.newArticle(name, `The text of ${name}.\n`));
  return made;
}

/** A coder who is known to the project, whether they act or not. */
export async function newCoder({ client }: TestWindow, name: string): Promise<Id> {
  return (await client.call('coders.add', { name })).id;
}

/** Makes the acting coder known to the project, as the first coding does. */
export async function knownActor(galley: TestWindow): Promise<Id> {
  const id = await newCoder(galley, 'Ada');
  await galley.actAs('Ada');
  await waitFor(() => expect(useRecords.getState().status?.coder?.id).toBe(id));
  return id;
}

/** Holds what the window asks by this method back, unanswered, until the returned function is called. */
export function hold({ client }: TestWindow, held: MethodName): () => void {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  const passed = (method: MethodName): Promise<void> => (method === held ? promise : Promise.resolve());
  setClient({
    ...client,
    call: async (method, input) => {
      await passed(method);
      return await client.call(method, input);
    },
    run: async (method, input, progress) => {
      await passed(method);
      return await client.run(method, input, progress);
    },
  });
  return release;
}

export const isDisabled = (button: HTMLElement): boolean => button instanceof HTMLButtonElement && button.disabled;
