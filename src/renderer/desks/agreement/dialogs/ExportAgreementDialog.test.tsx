import { existsSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import * as picture from '../actions/picture.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { adaAndBen, answerInLines, measure, newArticles, newQuestion } from '../testAgreement.tsx';

const kinds = {
  csv: 'Tables of all figures (CSV)',
  docx: 'Tables and methods paragraph (Word)',
  svg: 'Plot of the intervals (SVG)',
  png: 'Plot of the intervals (PNG)',
  units: 'Raw matrix of units by coders, for R (CSV)',
  methods: 'Methods paragraph (text)',
};

/** Where the project is exported to unless another folder is chosen. */
async function placeOf({ client }: TestWindow): Promise<string> {
  return (await client.call('exports.place', {})).label;
}

async function openExport(galley: TestWindow): Promise<HTMLElement> {
  await galley.pressButton('Export…', screen.getByRole('region', { name: 'Results' }));
  const dialog = await screen.findByRole('dialog', { name: 'Export the report on agreement' });
  await waitFor(() => expect(button(dialog).disabled).toBe(false));
  return dialog;
}

const button = (dialog: HTMLElement) => within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Export' });

const box = (dialog: HTMLElement, kind: keyof typeof kinds) =>
  within(dialog).getByRole<HTMLInputElement>('checkbox', { name: kinds[kind] });

/** Ticks these kinds and no others, by Space. */
async function tick(galley: TestWindow, dialog: HTMLElement, wanted: readonly (keyof typeof kinds)[]): Promise<void> {
  for (const kind of ['csv', 'docx', 'svg', 'png', 'units', 'methods'] as const) {
    if (box(dialog, kind).checked === wanted.includes(kind)) continue;
    await galley.tabTo(box(dialog, kind));
    await galley.press(' ');
  }
}

describe('exporting the report', () => {
  it('offers six files, the usual four ticked', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    const dialog = await openExport(galley);
    expect(within(dialog).getAllByRole('checkbox')).toHaveLength(6);
    const ticked = Object.entries(kinds).filter(([, name]) =>
      within(dialog).queryByRole('checkbox', { name, checked: true }),
    );
    expect(ticked.map(([kind]) => kind)).toEqual(['csv', 'docx', 'svg', 'units']);
    expect(within(dialog).getByRole('group', { name: 'Folder' }).textContent).toContain(await placeOf(galley));
  });

  it('writes what is ticked, and says where', async ({ galley }) => {
    const names = ['a', 'b', 'c', 'd'];
    await newArticles(galley, names);
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answerInLines(galley, 'tone', names, { Ada: '1122', Ben: '1222' });
    await measure(galley, { of: 'variables' });
    const dialog = await openExport(galley);
    await tick(galley, dialog, ['csv', 'units', 'methods']);
    await galley.pressButton('Export', dialog);
    await galley.closed();
    await screen.findByText(/^Written: agreement\.csv, /u);
    const place = await placeOf(galley);
    expect(readdirSync(place).filter((name) => name.startsWith('agreement'))).toEqual([
      'agreement-methods.txt',
      'agreement-units.csv',
      'agreement.csv',
    ]);
    // α = 8/15, as reckoned where the figures are tested: three of four alike, values 3 and 5.
    expect(readFileSync(join(place, 'agreement.csv'), 'utf8')).toContain('0.5333333');
    const methods = within(screen.getByRole('region', { name: 'For the methods section' })).getByRole('paragraph');
    expect(readFileSync(join(place, 'agreement-methods.txt'), 'utf8').trim()).toBe(methods.textContent);
    expect(screen.getByText(place)).toBeTruthy();
  });

  it('has nothing to write while no file is ticked', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    const dialog = await openExport(galley);
    await tick(galley, dialog, []);
    expect(button(dialog).disabled).toBe(true);
    await tick(galley, dialog, ['methods']);
    expect(button(dialog).disabled).toBe(false);
  });

  it('is left by Escape with nothing written', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    await openExport(galley);
    await galley.press('{Escape}');
    await galley.closed();
    expect(existsSync(join(await placeOf(galley), 'agreement.csv'))).toBe(false);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Export…' })));
  });

  it('asks before it replaces a file that is not its own', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    const place = await placeOf(galley);
    mkdirSync(place, { recursive: true });
    const foreign = join(place, 'agreement-methods.txt');
    writeFileSync(foreign, 'mine');
    const once = async (): Promise<HTMLElement> => {
      const dialog = await openExport(galley);
      await tick(galley, dialog, ['methods']);
      await galley.pressButton('Export', dialog);
      return screen.findByRole('alertdialog');
    };
    const question = await once();
    expect(within(question).getByRole('listitem').textContent).toBe('agreement-methods.txt');
    // Cancel has the focus.
    await galley.press('{Enter}');
    await galley.closed();
    expect(readFileSync(foreign, 'utf8')).toBe('mine');
    await galley.pressButton('Replace', await once());
    await galley.closed();
    await screen.findByText('Written: agreement-methods.txt');
    expect(readFileSync(foreign, 'utf8')).toContain('Ada');
    // By now it is an export of this project, which is replaced without a word.
    const dialog = await openExport(galley);
    await tick(galley, dialog, ['methods']);
    await galley.pressButton('Export', dialog);
    await galley.closed();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('writes the picture that the window draws of the plot', async ({ galley }) => {
    await adaAndBen(galley);
    await measure(galley);
    // The page of tests has no canvas: a picture of one white pixel stands for the drawing.
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';
    const drawn = vi.spyOn(picture, 'pngOf').mockResolvedValue(pixel);
    const dialog = await openExport(galley);
    await tick(galley, dialog, ['png']);
    await galley.pressButton('Export', dialog);
    await screen.findByText('Written: agreement.png');
    expect(drawn.mock.calls[0]?.[0]).toMatch(/^<svg|^<\?xml/u);
    expect(readFileSync(join(await placeOf(galley), 'agreement.png')).toString('base64')).toBe(pixel);
    drawn.mockRestore();
  });
});
