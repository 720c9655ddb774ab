import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { useRecords } from '../../state/records.ts';
import { useUi } from '../../state/ui.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { ReaderPanel } from './reader/ReaderPanel.tsx';

/** Two paragraphs of two sentences: 0–13, 14–26, 27–47, 48–64. */
export const harbour = 'War is peace. War is over.\nThe crews went home. Nobody was hurt.\n';

/** An article that is read by keys. */
export type Reading = {
  article: Id;
  /** The text, which has the focus at first. */
  text: HTMLElement;
  /** What the program has coded in the article, in the order of the text: `War: War is peace.`. */
  coded(): Promise<string[]>;
  /** Waits until that is so. */
  codedAs(...expected: string[]): Promise<void>;
};

/** Makes codes, the first ten of which are pinned to the digits 1 to 9 and 0. */
export async function pinnedCodes(galley: TestWindow, ...names: string[]): Promise<Id[]> {
  const codes: Id[] = [];
  for (const [at, name] of names.entries()) {
    const code = await galley.newCode(name);
    if (at < 10) await galley.client.call('codes.update', { code, key: String((at + 1) % 10) });
    codes.push(code);
  }
  return codes;
}

/** Opens a text in the reader, and goes into it. `part`: what of the window is mounted, the reader among it. */
export async function read(galley: TestWindow, text: string, part?: ReactNode): Promise<Reading> {
  return readArticle(galley, await galley.newArticle('one', text), part);
}

/** The same of an article that is there. */
export async function readArticle(
  galley: TestWindow,
  article: Id,
  part: ReactNode = <ReaderPanel />,
): Promise<Reading> {
  await galley.openArticle(article);
  galley.show(part);
  const text = await screen.findByRole('textbox', { name: 'Article text' });
  await galley.tabTo(text);
  const coded: Reading['coded'] = () => codedIn(galley, article);
  return {
    article,
    text,
    coded,
    codedAs: (...expected) => waitFor(async () => expect(await coded()).toEqual(expected)),
  };
}

/** The codings that the program has in an article: `War: War is peace.`. */
export async function codedIn({ client }: TestWindow, document: Id): Promise<string[]> {
  const { codes } = await client.call('codes.list', {});
  const { rows } = await client.call('segments.list', { document, offset: 0, limit: 100 });
  return rows.map(({ code, quote }) => `${codes.find(({ id }) => id === code)?.name ?? '?'}: ${quote}`);
}

/** Gives an article to all coders of the project in the blind round “May”. */
export async function makeBlind({ client }: TestWindow, article: Id): Promise<Id> {
  const coders = (await client.call('coders.list', {})).map(({ id }) => id);
  const round = { name: 'May', kind: 'reliability', mode: 'blind' } as const;
  return (await client.call('rounds.create', { ...round, documents: [article], coders })).id;
}

/** The words that are selected in the text; null where none are. */
export function selectedWords(): string | null {
  const { selection } = useUi.getState();
  return selection && (useRecords.getState().open?.text.slice(selection.start, selection.end) ?? null);
}

/** The words of the coding that is chosen; null where none is. */
export function chosenWords(): string | null {
  const { open } = useRecords.getState();
  const coding = open?.annotations.get(useUi.getState().activeAnnotation ?? '');
  return open && coding ? open.text.slice(coding.start, coding.end) : null;
}

/** The words that are tinted in the text on screen. A tint is for the eye and has no role. */
export function tinted(text: HTMLElement): string {
  return Array.from(text.querySelectorAll('.galley-tint'), ({ textContent }) => textContent).join('');
}
