import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { useRecords } from '../../state/records.ts';
import { dismissAllNotices } from '../../state/ui.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';

/** What tests of this desk do and look up again and again. */

export type Study = Record<'port' | 'news' | 'frames' | 'conflict' | 'war' | 'ada' | 'ben', Id>;

export const arabic = 'مرحبا بالعالم.';

/** Two articles and four codings, three of Ada's and one of Ben's. Ada, who acts, is done with “port”. */
export async function newStudy(galley: TestWindow): Promise<Study> {
  const { client } = galley;
  const port = await galley.newArticle('port', 'Tax cuts help. Critics object.\n\nMinister Roe agrees.');
  const news = await galley.newArticle('خبر', arabic);
  const frames = await galley.newCode('Frames');
  const conflict = await galley.newCode('Conflict', frames);
  const war = await galley.newCode('حرب');
  const ben = await galley.actAs('Ben');
  await galley.newCoding(port, 'Critics object.', conflict);
  const ada = await galley.actAs('Ada');
  await galley.newCoding(port, 'Tax cuts help.', frames);
  await galley.newCoding(port, 'Minister Roe agrees.', war);
  await galley.newCoding(news, 'مرحبا', frames);
  await client.call('progress.set', { document: port, status: 'done' });
  await waitFor(() => {
    const { status, codes, coders } = useRecords.getState();
    expect([status?.coder?.id, codes.size, coders.size]).toEqual([ada, 3, 2]);
  });
  return { port, news, frames, conflict, war, ada, ben };
}

/** Facts of the two articles: where they stood, when, on how many pages. Of “خبر” neither day nor pages are known. */
export async function newFacts(galley: TestWindow, { port, news }: Study): Promise<void> {
  const { call } = galley.client;
  await call('variables.create', { scope: 'fact', name: 'pages', level: 'ratio' });
  const facts = [
    [port, 'site', 'Coast Wire'],
    [news, 'site', 'الجريدة'],
    [port, 'date', '2026-03-01'],
    [port, 'pages', '9'],
  ] as const;
  for (const [document, variable, value] of facts) await call('documents.setFact', { document, variable, value });
  const known = (await call('variables.list', {})).length;
  await waitFor(() => expect(useRecords.getState().variables.size).toBe(known));
}

/** Both code “port” in a blind round. */
export async function goBlind({ client }: TestWindow, { port, ada, ben }: Study): Promise<void> {
  const given = { documents: [port], coders: [ada, ben] };
  await client.call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind', ...given });
  await waitFor(() => expect(useRecords.getState().rounds).toHaveLength(1));
}

/** Opens the export of data and waits for its preview. */
export async function openExport(galley: TestWindow): Promise<HTMLElement> {
  const dialog = await galley.open({ kind: 'export' });
  await sized(/\d columns/u);
  await within(dialog).findByText(await placeOf(galley));
  return dialog;
}

/** Waits until the preview says this of the table. */
export async function sized(words: string | RegExp): Promise<void> {
  await within(preview()).findByText(words, { selector: '[role=status]' });
}

export const preview = (): HTMLElement => screen.getByRole('region', { name: 'Preview' });

/** Names of columns and cells of the rows that the preview shows. */
export function shownTable(): { head: (string | null)[]; rows: (string | null)[][] } {
  const table = within(screen.getByRole('region', { name: 'First rows of the table' })).getByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  return {
    head: within(table)
      .getAllByRole('columnheader')
      .map((one) => one.textContent),
    rows: rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((one) => one.textContent),
    ),
  };
}

/** The button of a choice, which is called by what is chosen and what it is about. */
export const field = (label: string): HTMLButtonElement =>
  screen.getByRole<HTMLButtonElement>('button', { name: (name) => name.endsWith(` ${label}`) });

/** Goes to an element by Tab, or by Shift+Tab where it stands before what has the focus: the dialog has many fields. */
async function goBy(galley: TestWindow, element: HTMLElement): Promise<void> {
  const { activeElement } = document;
  const isBefore = activeElement !== null && (element.compareDocumentPosition(activeElement) & following) > 0;
  for (let left = isBefore ? 60 : 0; left > 0 && document.activeElement !== element; left -= 1)
    await galley.user.tab({ shift: true });
  await galley.tabTo(element);
}

const following = 4; // `DOCUMENT_POSITION_FOLLOWING`

/** Opens a choice by keys and says what it offers. */
async function offered(galley: TestWindow, label: string): Promise<string[]> {
  await goBy(galley, field(label));
  await galley.press('{Enter}');
  return (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
}

/** What a choice offers; it is closed again. */
export async function offers(galley: TestWindow, label: string): Promise<string[]> {
  const labels = await offered(galley, label);
  await galley.press('{Escape}');
  await shut();
  return labels;
}

async function goTo(galley: TestWindow, wanted: string, labels: readonly string[]): Promise<void> {
  await galley.press('{Home}');
  for (let left = labels.length; document.activeElement?.textContent !== wanted; left -= 1) {
    if (left === 0) throw new Error(`“${wanted}” is none of ${labels.join(', ')}`);
    await galley.press('{ArrowDown}');
  }
}

const shut = () => waitFor(() => expect(screen.queryByRole('option')).toBeNull());

/** Chooses one of a few by keys. */
export async function choose(galley: TestWindow, label: string, wanted: string): Promise<void> {
  await goTo(galley, wanted, await offered(galley, label));
  await galley.press('{Enter}');
  await shut();
}

/** Ticks entries of a choice of several by keys, or takes their ticks back. */
export async function tick(galley: TestWindow, label: string, ...wanted: string[]): Promise<void> {
  const labels = await offered(galley, label);
  for (const one of wanted) {
    await goTo(galley, one, labels);
    await galley.press('{Enter}');
  }
  await galley.press('{Escape}');
  await shut();
}

export const box = (name: string | RegExp): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('checkbox', { name });

/** Presses Space on a box that is ticked or not. */
export async function toggle(galley: TestWindow, name: string | RegExp): Promise<void> {
  await goBy(galley, box(name));
  await galley.press(' ');
}

/** The main button of the export. */
export const run = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Export' });

/** Where the project is exported to unless another folder is chosen. */
export async function placeOf({ client }: TestWindow): Promise<string> {
  return (await client.call('exports.place', {})).label;
}

/** Exports as the dialog is filled in, and answers with what the notice says. What was said before is taken away. */
export async function exported(galley: TestWindow): Promise<string | null> {
  act(dismissAllNotices);
  await galley.pressButton('Export');
  await galley.closed();
  return (await noticed(/^Exported /u)).textContent;
}

/** Waits for a notice of these words, also behind a dialog. */
export async function noticed(words: string | RegExp): Promise<HTMLElement> {
  return within(screen.getByRole('region', { name: 'Notices', hidden: true })).findByText(words);
}

/** The rows of a file that was written, by column, as an independent reader has them. */
export async function written(galley: TestWindow, name: string): Promise<Record<string, string>[]> {
  return parse(readFileSync(join(await placeOf(galley), name)), { columns: true, bom: true });
}

/** The cells of these columns, row by row. */
export async function cells(galley: TestWindow, name: string, ...columns: string[]): Promise<unknown[][]> {
  return (await written(galley, name)).map((row) => columns.map((column) => row[column]));
}

/** Names of all folders below this one. */
export const foldersIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Chooses a folder of the test's own. */
export async function toFolder(galley: TestWindow, dialog: HTMLElement, name: string): Promise<void> {
  await galley.pressButton('Change…', dialog);
  // The usual place, which is made when it is written to, is empty.
  const place = await placeOf(galley);
  for (let at = place; at !== galley.folder; at = dirname(at)) {
    await galley.pressButton('Enclosing folders', dialog);
  }
  await within(dialog).findByRole('option', { name: new RegExp(`^${name}`, 'u') });
  await galley.press(`${name.slice(0, 3)}{Enter}`);
  await within(dialog).findByTitle(join(galley.folder, name));
}
