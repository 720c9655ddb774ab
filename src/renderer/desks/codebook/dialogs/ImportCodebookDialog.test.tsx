import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { codeNames, codesOf, noticeOf } from '../testDesk.ts';

/** Opens the dialog in the folder of projects, in which these files lie. The focus is in the list at once. */
async function openBeside(galley: TestWindow, files: Readonly<Record<string, string>>): Promise<void> {
  const projects = join(galley.folder, 'projects');
  mkdirSync(projects, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(projects, file), content);
  await galley.open({ kind: 'importCodebook' });
  const [first = ''] = Object.keys(files);
  const option = await screen.findByRole('option', { name: new RegExp(`^${first}`, 'u') });
  await waitFor(() => expect(document.activeElement).toBe(option));
}

const lines = (name: string): (string | null)[] =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('importing a codebook', () => {
  it('reads the file that Enter is pressed on, and says what came of it', async ({ galley }) => {
    await galley.newCode('War');
    const csv = 'path,definition,include\nWar,Armed.,\nWar / Civil war,,\nسلام,لا حرب,\n';
    await openBeside(galley, { 'my.csv': csv, 'notes.txt': 'no codebook', 'your.qdc': '' });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent.split(' ')[0])).toEqual([
      'my.csv',
      'your.qdc',
    ]);
    await galley.press('{Enter}');
    await galley.closed();
    expect(await noticeOf('status')).toBe('2 codes created, 1 updated.');
    const codes = await codesOf(galley);
    expect(codes.map(({ name, definition }) => [name, definition]).toSorted()).toEqual([
      ['Civil war', ''],
      ['War', 'Armed.'],
      ['سلام', 'لا حرب'],
    ]);
    await galley.client.call('history.undo', {});
    expect((await codesOf(galley)).map(({ name, definition }) => [name, definition])).toEqual([['War', '']]);
  });

  it('lists every fault of a file with its row, and changes nothing', async ({ galley }) => {
    await openBeside(galley, { 'twice.csv': 'path,key\nA,1\nB,x\nA,2\n' });
    await galley.press('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'The codebook was not read' });
    expect(dialog.textContent).toContain('2 faults in the file. Nothing was changed.');
    expect(lines('Faults')).toEqual([
      'row 3: “x” is not a key; write one digit, 0 to 9',
      'row 4: “A” stands already in row 2; name each code once',
    ]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Close'));
    await galley.press('{Enter}');
    await galley.closed();
    expect(await codesOf(galley)).toEqual([]);
  });

  it('says what of a foreign codebook it took in another way', async ({ galley }) => {
    const qdc =
      '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>' +
      '<Code guid="11111111-1111-4111-8111-111111111111" name="War / peace" isCodable="true"/></Codes></CodeBook>';
    await openBeside(galley, { 'foreign.qdc': qdc });
    await galley.press('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'The codebook was read, with changes' });
    expect(dialog.textContent).toContain('1 thing was taken in another way than the file has it.');
    expect(lines('Changes')).toHaveLength(1);
    expect(lines('Changes')[0]).toContain('War / peace');
    await galley.press('{Escape}');
    await galley.closed();
    const [code] = await codesOf(galley);
    expect(code?.name).not.toContain(' / ');
  });

  it('reads the file that is marked by its button', async ({ galley }) => {
    await openBeside(galley, { 'one.csv': 'path\nOne\n', 'two.csv': 'path\nTwo\n' });
    await galley.press('{ArrowDown}');
    await galley.pressButton('Open');
    await galley.closed();
    expect(await noticeOf('status')).toBe('1 code created, 0 updated.');
    expect(await codeNames(galley)).toEqual(['Two']);
  });

  it('has nothing to read in a folder without codebooks', async ({ galley }) => {
    await galley.open({ kind: 'importCodebook' });
    await screen.findByText('Nothing to choose in this folder.');
    expect(screen.getByRole('button', { name: 'Open' })).toHaveProperty('disabled', true);
    await galley.press('{Escape}');
    await galley.closed();
  });
});
