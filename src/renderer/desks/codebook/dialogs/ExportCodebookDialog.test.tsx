import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { noticeOf, pick, shown } from '../testDesk.ts';

/** Opens the dialog; the answer is the folder that it writes into. */
async function openExport(galley: TestWindow): Promise<string> {
  const code = await galley.newCode('حرب');
  await galley.client.call('codes.update', { code, definition: 'Armed, or “cold”', pattern: 'striped', key: '3' });
  await galley.open({ kind: 'exportCodebook' });
  const { label } = await galley.client.call('exports.place', {});
  await screen.findByText(label);
  return label;
}

const name = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: 'File name' });

describe('exporting the codebook', () => {
  it('writes the file that is named, and says where', async ({ galley }) => {
    const folder = await openExport(galley);
    await waitFor(() => expect(document.activeElement).toBe(name()));
    expect([name().value, shown('Format')]).toEqual(['codebook.csv', 'CSV tables, for a spreadsheet']);
    await galley.press('{Enter}');
    await galley.closed();
    expect(await noticeOf('status')).toContain('codebook.csv: 1 code written.');
    const [head, row] = readFileSync(join(folder, 'codebook.csv'), 'utf8').split('\n');
    const at = head?.split(',').indexOf('path') ?? -1;
    expect(row?.split(',')[at]).toBe('حرب');
    expect(row).toContain('“cold”');
  });

  it('lets name and format follow each other, and says what the format does not keep', async ({ galley }) => {
    await openExport(galley);
    await pick(galley, 'Format', 'JSON');
    expect(name().value).toBe('codebook.json');
    await screen.findByText('Keeps everything in the codebook.');
    await galley.fill('File name', 'rules.v2.QDC');
    expect(shown('Format')).toBe('REFI-QDA codebook, for other programs (QDC)');
    const losses = await screen.findByRole('list', { name: 'What this format does not keep' });
    // The stripes and the digit of the one code.
    expect(within(losses).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByText('Keeps everything in the codebook.')).toBeNull();
    await pick(galley, 'Format', 'Web');
    expect(name().value).toBe('rules.v2.html');
    await galley.fill('File name', '');
    await pick(galley, 'Format', 'Word');
    expect(name().value).toBe('codebook.docx');
  });

  it('takes no name without an ending that it knows', async ({ galley }) => {
    const folder = await openExport(galley);
    const run = screen.getByRole('button', { name: 'Export' });
    for (const wrong of ['', 'codebook', 'codebook.pdf', '.csv', 'a/b.csv']) {
      await galley.fill('File name', wrong);
      expect(run, wrong).toHaveProperty('disabled', true);
      screen.getByText('A name that ends in .csv, .json, .qdc, .html or .docx.');
      expect(name().getAttribute('aria-invalid')).toBe('true');
    }
    await galley.press('{Enter}{Escape}');
    await galley.closed();
    expect(existsSync(folder)).toBe(false);
  });

  it('asks before it takes the place of a file that somebody else wrote', async ({ galley }) => {
    const folder = await openExport(galley);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'codebook.json');
    writeFileSync(path, 'mine');
    await galley.fill('File name', 'codebook.json');
    await galley.press('{Enter}');
    await screen.findByRole('alertdialog', { name: 'Replace 1 file?' });
    await galley.press('{Enter}');
    await galley.closed();
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await galley.open({ kind: 'exportCodebook' });
    await galley.fill('File name', 'codebook.json');
    await galley.press('{Enter}');
    await galley.pressButton('Replace');
    await galley.closed();
    await waitFor(() => expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ galley: 'codebook' }));
  });
});
