import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { fillForPackage, unpack } from '../../../../../main/services/testPackage.ts';
import { useRecords } from '../../../../state/records.ts';
import { it } from '../../../../testing/inWindow.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';
import { choose, field, goBlind, newStudy, noticed, placeOf } from '../../testExport.ts';

/** Opens the dialog on a project of two articles and four codings. */
async function openPackage(galley: TestWindow): Promise<HTMLElement> {
  await fillForPackage(galley);
  const dialog = await galley.open({ kind: 'package' });
  await within(dialog).findByText(await placeOf(galley));
  return dialog;
}

const run = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Write package' });

/** The files of a package that was written to the usual place. */
const contentOf = (galley: TestWindow, name: string): Map<string, string> =>
  unpack(galley, join('Exports', 'Test', name));

/** What the package's codings quote. */
function quotesOf(files: Map<string, string>): unknown[] {
  const lines = files.get('codings.jsonl')?.trimEnd().split('\n') ?? [];
  return lines.map((line) => (JSON.parse(line) as { quote?: unknown }).quote);
}

const quotation = 'Longest quotation, in characters';

describe('a package without texts', () => {
  it('is written by Enter under the name of the project, without a word of the articles', async ({ galley }) => {
    await openPackage(galley);
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'File name' });
    expect([name.value, document.activeElement === name]).toEqual(['Test.zip', true]);
    await galley.press('{Enter}');
    await galley.closed();
    // The memo and the note of the round that repeat a passage.
    await noticed('Test.zip: 4 codings, 2 texts cleaned.');
    const files = contentOf(galley, 'Test.zip');
    const all = [...files.values()].join('\n');
    expect(all).not.toContain('had walked out before dawn');
    expect(all).not.toContain('漢字');
    // What was written about the articles goes along.
    expect(all).toContain('Coast Wire');
    expect(all).toContain('Conflict');
    expect(quotesOf(files)).toHaveLength(4);
  });

  it('quotes as much as is allowed', async ({ galley }) => {
    await openPackage(galley);
    await galley.fill('File name', 'short.zip');
    await galley.fill(quotation, '5');
    await galley.pressButton('Write package');
    await galley.closed();
    await noticed(/^short\.zip: 4 codings/u);
    // The first five characters of each passage.
    expect(quotesOf(contentOf(galley, 'short.zip')).toSorted()).toEqual(['Nobod', 'Two h', 'the', '漢字'].toSorted());
  });

  it('keeps free texts as they are or leaves them out, as is chosen', async ({ galley }) => {
    await openPackage(galley);
    const label = 'Memos, examples and answers in words';
    expect(field(label).textContent).toBe('Take out words of the articles');
    await choose(galley, label, 'Keep as they are');
    screen.getByText('They may repeat passages of the articles.');
    await galley.fill('File name', 'kept.zip');
    await galley.press('{Enter}');
    await noticed('kept.zip: 4 codings.');
    expect([...contentOf(galley, 'kept.zip').values()].join('\n')).toContain('had walked out before dawn');
    await galley.open({ kind: 'package' });
    await choose(galley, label, 'Leave out');
    screen.getByText('Definitions stay, without words of the articles.');
    await galley.fill('File name', 'bare.zip');
    await galley.press('{Enter}');
    await noticed(/^bare\.zip: 4 codings/u);
    const bare = [...contentOf(galley, 'bare.zip').values()].join('\n');
    expect(bare).not.toContain('who?');
    expect(bare).not.toContain('the dockers');
  });

  it('takes no name but that of a zip file, and no length but a number', async ({ galley }) => {
    await openPackage(galley);
    for (const wrong of ['', 'study', '.zip', 'a/b.zip', 'study.zip.txt']) {
      await galley.fill('File name', wrong);
      expect(run().disabled, wrong).toBe(true);
      screen.getByText('A name that ends in .zip');
    }
    await galley.fill('File name', 'دراسة.ZIP');
    expect(run().disabled).toBe(false);
    for (const wrong of ['', 'many', '-1', '1.5']) {
      await galley.fill(quotation, wrong);
      expect(run().disabled, wrong).toBe(true);
      screen.getByText('A number from 0 to 9999');
    }
    await galley.press('{Enter}{Escape}');
    await galley.closed();
    expect(existsSync(await placeOf(galley))).toBe(false);
  });

  it('asks before it takes the place of a file that somebody else wrote', async ({ galley }) => {
    const place = await placeOf(galley);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'Test.zip'), 'mine');
    await openPackage(galley);
    await galley.press('{Enter}');
    const question = await screen.findByRole('alertdialog', { name: 'Replace 1 file?' });
    within(question).getByText('Test.zip');
    await galley.press('{Escape}');
    await galley.closed();
    expect(readFileSync(join(place, 'Test.zip'), 'utf8')).toBe('mine');
    await galley.open({ kind: 'package' });
    await waitFor(() => expect(run().disabled).toBe(false));
    await galley.press('{Enter}');
    await screen.findByRole('alertdialog');
    await galley.pressButton('Replace');
    await galley.closed();
    await noticed(/^Test\.zip: 4 codings/u);
    expect(quotesOf(contentOf(galley, 'Test.zip'))).toHaveLength(4);
  });

  it('is left by Cancel with nothing written', async ({ galley }) => {
    await openPackage(galley);
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(existsSync(await placeOf(galley))).toBe(false);
  });

  it('is not written by whoever codes blind, and says why', async ({ galley }) => {
    await goBlind(galley, await newStudy(galley));
    const dialog = await galley.open({ kind: 'package' });
    within(dialog).getByText(/^A package holds the work of all coders, and you code blind in “Blind”\./u);
    await within(dialog).findByText(await placeOf(galley));
    expect(run().disabled).toBe(true);
    await galley.press('{Enter}');
    screen.getByRole('dialog', { name: 'Package without texts' });
    expect(existsSync(await placeOf(galley))).toBe(false);
    // Somebody who codes in no such round may.
    const dora = await galley.actAs('Dora');
    await waitFor(() => expect(useRecords.getState().status?.coder?.id).toBe(dora));
    await waitFor(() => expect(run().disabled).toBe(false));
  });
});
