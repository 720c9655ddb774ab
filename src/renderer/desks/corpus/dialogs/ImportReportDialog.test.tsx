import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { importFiles } from '../../../actions/importing.ts';
import { useRecords } from '../../../state/records.ts';
import { useTasks } from '../../../state/tasks.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { hold, isDisabled, noticed, pageRead } from '../testCorpus.ts';

const sentence = 'The bridge over the fjord stays shut for another month, the road office said on Monday. ';
const mistaken = 'An earlier version of this report gave a wrong number of lorries, which the office has corrected.';

/** A saved web page, whose footer holds a note that is no part of the article. */
const webPage = `<!doctype html><html lang="en"><head><title>Bridge</title></head><body>
<article><h1>Bridge</h1>${[1, 2, 3].map((at) => `<p>Paragraph ${at}. ${sentence.repeat(3)}</p>`).join('')}</article>
<footer><div class="footer-note"><p>${mistaken}</p></div></footer></body></html>`;

/** Hands files over as the window does with those that were picked, and waits for the report. */
async function imported(galley: TestWindow, files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  if (document.body.childElementCount === 0) galley.show(null);
  await importFiles(Object.entries(files).map(([path, content]) => ({ path, file: new File([content], path) })));
  return await screen.findByRole('dialog', { name: 'Import report' });
}

/** The line of a document in the report, cell by cell. */
function cells(name: string): string[] {
  const row = screen
    .getAllByRole('button')
    .find(({ textContent }) => textContent === name)
    ?.closest('tr');
  return [...(row?.cells ?? [])].map(({ textContent }) => textContent);
}

const count = async ({ client }: TestWindow): Promise<number> =>
  (await client.call('documents.list', { offset: 0, limit: 1 })).all;

const text = async ({ client }: TestWindow): Promise<string> => {
  const [document = ''] = await client.call('documents.ids', {});
  return (await client.call('documents.text', { document })).text;
};

describe('the report of an import', () => {
  it('has a line for each file with its length, encoding, line ends and size', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n', 'two.txt': 'Ein Ende.\r\nÄ.\r\n' });
    expect(screen.getByText('2 documents imported')).toBeTruthy();
    // Of 14 letters and signs each is a byte. “Ein Ende.” has 9, Ä and its full stop 2, two line ends; Ä and each CR LF a byte more.
    expect(cells('one')).toEqual(['one one.txt', '14', 'UTF-8', 'LF', '14 bytes', '']);
    expect(cells('two')).toEqual(['two two.txt', '13', 'UTF-8', 'CR LF', '16 bytes', '']);
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Characters',
      'Encoding',
      'Line ends',
      'Size',
      'Notes',
    ]);
    expect(await count(galley)).toBe(2);
  });

  it('begins with what has warnings, and leaves the rest in the order of the files', async ({ galley }) => {
    await imported(galley, {
      'a.txt': 'One.\n',
      'b.txt': 'Two\u0000.\n',
      'c.txt': 'Three.\n',
      'd.txt': 'Four\u0000.\n',
    });
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'b b.txt',
      'd d.txt',
      'a a.txt',
      'c c.txt',
    ]);
  });

  it('says which texts are called by their first line, names their files, and takes that for no warning', async ({
    galley,
  }) => {
    const text = (number: number): string => `Ferry stays another winter\n\n${number}. ${sentence.repeat(2)}\n`;
    const dialog = await imported(galley, {
      'a.txt': 'One.\n',
      '001_413cdf49805764b3.txt': text(1),
      'b.txt': 'Two\u0000.\n',
      '002.txt': text(2),
    });
    expect(screen.getByText('2 named by their first line')).toBeTruthy();
    expect(screen.getByText('1 warning')).toBeTruthy();
    expect(
      within(dialog)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'b b.txt',
      'a a.txt',
      'Ferry stays another winter 001_413cdf49805764b3.txt',
      'Ferry stays another winter (002) 002.txt',
    ]);
    expect(cells('Ferry stays another winter').at(-1)).toBe(
      'Named by its first line; the file is 001_413cdf49805764b3.txt.',
    );
    expect(cells('Ferry stays another winter (002)').at(-1)).toBe('Named by its first line; the file is 002.txt.');
  });

  it('says of a single text that its first line names it, and nothing where files name all', async ({ galley }) => {
    await imported(galley, { '001.txt': `Ferry stays another winter\n\n${sentence.repeat(2)}\n` });
    expect(screen.getByText('1 named by its first line')).toBeTruthy();
    expect(screen.queryByText(/warning/u)).toBeNull();
    await galley.press('{Escape}');
    await galley.closed();
    await imported(galley, { 'plain.txt': 'One.\n' });
    expect(screen.queryByText(/named by/u)).toBeNull();
  });

  it('counts characters as people do, in any script', async ({ galley }) => {
    await imported(galley, { 'السلام.txt': 'سلام 👩‍🚒\n' });
    // 4 letters, a blank, a woman, a joiner, a fire engine, a line end: 9 code points. Bytes: 8 + 1 + 4 + 3 + 4 + 1 = 21
    expect(cells('السلام')).toEqual(['السلام السلام.txt', '9', 'UTF-8', 'LF', '21 bytes', '']);
    expect(screen.getByRole('rowheader').dir).toBe('auto');
  });

  it('lists what was refused and why, and what came in beside it', async ({ galley }) => {
    await imported(galley, {
      'more/empty.txt': '',
      'good.txt': 'War is peace.\n',
      'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    });
    expect(screen.getByText('1 document imported')).toBeTruthy();
    expect(screen.getByText('2 refused')).toBeTruthy();
    const refused = within(screen.getByRole('list', { name: 'Refused files' })).getAllByRole('listitem');
    const [empty, picture] = refused.map(({ textContent }) => textContent);
    // Each is named once.
    expect(empty).toBe('more/empty.txt holds no text.');
    expect(picture).toMatch(/^picture\.txt is a PNG picture\. (?!.*picture\.txt)/u);
    expect(await count(galley)).toBe(1);
  });

  it('says where nothing came in, and has nothing to undo then', async ({ galley }) => {
    await imported(galley, { 'empty.txt': '' });
    expect(screen.getByText('Nothing was imported.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Undo import' })).toBeNull();
    expect(await count(galley)).toBe(0);
  });

  it('refuses a file that is in the project already, and says under which name', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n' });
    await galley.press('{Enter}');
    await galley.closed();
    await imported(galley, { 'again.txt': 'War is peace.\n' });
    expect(screen.getByRole('list', { name: 'Refused files' }).textContent).toBe(
      'again.txtThe same file is in the project already, as “one”.',
    );
    expect(screen.getByText('Nothing was imported.')).toBeTruthy();
    expect(await count(galley)).toBe(1);
  });

  it('begins on Done, and shuts by it; the first article is in the reader', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n', 'two.txt': 'War is over.\n' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done' })));
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('one'));
    await galley.press('{Enter}');
    await galley.closed();
    expect(await count(galley)).toBe(2);
  });

  it('leads to an article by its name, and shuts', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n', 'two.txt': 'War is over.\n' });
    await galley.pressButton('two');
    await galley.closed();
    await waitFor(() => expect(useRecords.getState().open?.document.name).toBe('two'));
  });

  it('undoes the import while that is the last step', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n', 'two.txt': 'War is over.\n' });
    await galley.pressButton('Undo import');
    await galley.closed();
    await waitFor(async () => expect(await count(galley)).toBe(0));
    await galley.client.call('history.redo', {});
    expect(await count(galley)).toBe(2);
  });

  it('no longer offers to undo when something else was done since', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n' });
    await screen.findByRole('button', { name: 'Undo import' });
    await galley.newCode('War');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo import' })).toBeNull());
  });

  it('draws the lines in sight of a long list, and tells how many there are', async ({ galley }) => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`article ${at + 1}.txt`, `Text number ${at + 1}.\n`]),
    );
    await imported(galley, files);
    expect(screen.getByText('120 documents imported')).toBeTruthy();
    // one more for the heads of the columns
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('121');
    expect(cells('article 1')[0]).toBe('article 1 article 1.txt');
    expect(screen.getAllByRole('row').length).toBeLessThan(80);
    expect(screen.queryByRole('rowheader', { name: /^article 120/u })).toBeNull();
  });

  it('is found again among the tasks', async ({ galley }) => {
    await imported(galley, { 'one.txt': 'War is peace.\n' });
    const done = [...useTasks.getState().tasks.values()].map(({ method, state }) => [method, state]);
    expect(done).toContainEqual(['imports.start', 'done']);
    expect(done).toContainEqual(['reading', 'done']);
  });
});

describe('what was left out of a web page', () => {
  const keep = (): HTMLElement => screen.getByRole('button', { name: 'Keep what was left out of “Bridge”' });

  it('is kept from the report, in place, and taken out again by undo', async ({ galley }) => {
    await imported(galley, { 'bridge.html': webPage });
    const before = await text(galley);
    expect(before).not.toContain(mistaken);
    expect(cells('Bridge').at(-1)).toContain('Left out as no part of the article: “An earlier version');
    await galley.tabTo(keep());
    await galley.press('{Enter}');
    const after = before.length + 2 + mistaken.length; // a blank line between
    const said = await screen.findByText(
      `Kept: the text has ${after.toLocaleString('en-GB')} characters now, ${before.length.toLocaleString('en-GB')} before. Undo takes it out again.`,
      {},
      pageRead,
    );
    await waitFor(() => expect(document.activeElement).toBe(said));
    expect(screen.queryByRole('button', { name: /^Keep/u })).toBeNull();
    expect(cells('Bridge')[1]).toBe(after.toLocaleString('en-GB'));
    expect(cells('Bridge').at(-1)).not.toContain('Left out');
    expect(await text(galley)).toBe(`${before}\n\n${mistaken}`);
    await galley.client.call('history.undo', {});
    expect(await text(galley)).toBe(before);
  });

  it('is being read while the program is at it', async ({ galley }) => {
    await imported(galley, { 'bridge.html': webPage });
    const answer = hold(galley, 'texts.keepLeftOut');
    await galley.tabTo(keep());
    await galley.press('{Enter}');
    expect(screen.getByText('Reading the page again…')).toBe(document.activeElement);
    answer();
    await screen.findByText(/^Kept: the text has/u, {}, pageRead);
  });

  it('stays out where somebody coded the text, and the line says so', async ({ galley }) => {
    await imported(galley, { 'bridge.html': webPage });
    const [article = ''] = await galley.client.call('documents.ids', {});
    const before = await text(galley);
    await galley.newCoding(article, 'road office', await galley.newCode('Office'));
    await galley.tabTo(keep());
    await galley.press('{Enter}');
    await screen.findByText(/^“Bridge” has codings, so its text is not read anew\./u);
    expect(keep()).toBeTruthy();
    expect(await text(galley)).toBe(before);
  });

  it('is not offered for what was read whole, nor where nothing can be changed', async ({ galley }) => {
    await imported(galley, { 'bridge.html': webPage, 'plain.txt': 'Plain words.\n' });
    expect(screen.getAllByRole('button', { name: /^Keep/u })).toHaveLength(1);
    const { dialog } = useUi.getState();
    if (dialog?.kind !== 'importReport') throw new Error('there is no report');
    await galley.press('{Escape}');
    await galley.closed();
    await openReadOnly(galley);
    await galley.open(dialog);
    expect(cells('Bridge').at(-1)).toContain('Left out as no part of the article');
    expect(screen.queryByRole('button', { name: /^Keep/u })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Undo import' })).toBeNull();
  });
});

describe('handing files over', () => {
  it('says so where there was nothing in it', async ({ galley }) => {
    galley.show(null);
    await importFiles([]);
    await noticed('There was no file to import in what you dropped.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('lists what the window itself could not read', async ({ galley }) => {
    galley.show(null);
    await importFiles([], { unreadable: [{ path: 'locked.txt', reason: 'cannot be read (no right)' }] });
    const refused = await screen.findByRole('list', { name: 'Refused files' });
    expect(refused.textContent).toBe('locked.txtcannot be read (no right)');
    expect(screen.getByText('Nothing was imported.')).toBeTruthy();
  });

  it('asks for a new project where none is open', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
    galley.show(null);
    await importFiles([{ path: 'one.txt', file: new File(['War is peace.\n'], 'one.txt') }]);
    const dialog = await screen.findByRole('dialog', { name: 'New project' });
    expect(dialog.textContent).toContain('1 file will be imported into it.');
    expect(isDisabled(within(dialog).getByRole('button', { name: 'Create' }))).toBe(true);
  });
});
