import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished } from 'vitest';
import { askForFiles, askForFolder } from '../../../actions/filePicker.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { choice, choose, pageRead } from '../testCorpus.ts';

const sentence = 'The bridge over the fjord stays shut for another month, the road office said on Monday. ';

const webPage = `<!doctype html><html lang="en"><head><title>Bridge</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Bridge</h1>${[1, 2, 3].map((at) => `<p>Paragraph ${at}. ${sentence.repeat(3)}</p>`).join('')}</article>
<footer><div class="footer-note"><p>A note at the foot of the page that says what was wrong in it.</p></div></footer>
</body></html>`;

/** Browsers open a picker only right after a key or click in the page, and say whether that is so. */
function say(isActive: boolean): void {
  Object.defineProperty(navigator, 'userActivation', { value: { isActive }, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'userActivation'));
}

const picker = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);

/** Picks files in the browser’s picker; those of a folder carry their path below it. */
async function pick({ user }: TestWindow, label: string, files: Readonly<Record<string, string>>): Promise<void> {
  const picked = Object.entries(files).map(([path, content]) => {
    const file = new File([content], path.split('/').at(-1) ?? '');
    if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
    return file;
  });
  await user.upload(picker(label), picked);
}

const report = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Import report' }, pageRead);

async function texts({ client }: TestWindow): Promise<string[]> {
  const ids = await client.call('documents.ids', {});
  return await Promise.all(ids.map(async (document) => (await client.call('documents.text', { document })).text));
}

async function names({ client }: TestWindow): Promise<string[]> {
  return (await client.call('documents.list', { offset: 0, limit: 100 })).rows.map(({ name }) => name);
}

describe('choosing what to import', () => {
  it('begins on the files, and hands over those that are picked', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import files…' })));
    await galley.press('{Enter}');
    await galley.closed();
    await pick(galley, 'Files to import', { 'two.txt': 'War is over.\n', 'ten.md': '# Ten\n' });
    await report();
    expect(await names(galley)).toEqual(['Ten', 'two']);
    expect(screen.queryByLabelText('Files to import')).toBeNull();
  });

  it('offers all endings that are read, and folders as a whole', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await galley.press('{Enter}');
    for (const ending of ['.txt', '.md', '.html', '.htm']) expect(picker('Files to import').accept).toContain(ending);
    expect(picker('Files to import').multiple).toBe(true);
    await galley.open({ kind: 'import' });
    await galley.pressButton('Import folder…');
    expect(picker('Folder to import').webkitdirectory).toBe(true);
    expect(picker('Folder to import').accept).toBe('');
  });

  it('takes a folder with all below it, in the order of numbers and without what is hidden', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await galley.pressButton('Import folder…');
    await pick(galley, 'Folder to import', {
      'press/10.txt': 'Ten.\n',
      'press/2.txt': 'Two.\n',
      'press/.git/config.txt': 'Nothing.\n',
      'press/.notes.txt': 'Nothing.\n',
      'press/deep/1.txt': 'One.\n',
    });
    const lines = within(await report()).getAllByRole('rowheader');
    expect(lines.map(({ lastElementChild: file }) => file?.getAttribute('title'))).toEqual([
      'press/2.txt',
      'press/10.txt',
      'press/deep/1.txt',
    ]);
    expect(await texts(galley)).toEqual(['Two.\n', 'Ten.\n', 'One.\n']);
  });

  it('imports nothing on Escape, and opens no picker', async ({ galley }) => {
    await galley.open({ kind: 'import' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(screen.queryByLabelText(/to import$/u)).toBeNull();
    expect(await names(galley)).toEqual([]);
  });

  it('is asked where a picker would not open, as from a menu outside the window', async ({ galley }) => {
    galley.show(null);
    for (const ask of [askForFiles, askForFolder]) {
      say(false);
      ask();
      await screen.findByRole('dialog', { name: 'Import' });
      expect(screen.queryByLabelText(/to import$/u)).toBeNull();
      await galley.press('{Escape}');
      await galley.closed();
    }
    say(true);
    askForFiles();
    expect(picker('Files to import')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has one picker, however often it is asked for', async ({ galley }) => {
    say(true);
    galley.show(null);
    askForFiles();
    askForFiles();
    expect(screen.getAllByLabelText('Files to import')).toHaveLength(1);
    await pick(galley, 'Files to import', { 'one.txt': 'War is peace.\n' });
    await report();
    expect(await names(galley)).toEqual(['one']);
  });

  it('asks for a project first where none is open', async ({ galley }) => {
    say(true);
    await galley.client.call('project.close', {});
    await waitFor(() => expect(useRecords.getState().status?.project).toBeNull());
    await galley.open({ kind: 'import' });
    await galley.press('{Enter}');
    await pick(galley, 'Files to import', { 'one.txt': 'War is peace.\n', 'two.txt': 'War is over.\n' });
    expect((await screen.findByRole('dialog', { name: 'New project' })).textContent).toContain(
      '2 files will be imported into it.',
    );
  });
});

describe('options of an importer', () => {
  const option = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name });

  it('stand with what they mean, under the name of their importer, and none is on', async ({ galley }) => {
    await galley.open({ kind: 'import' });
    const group = screen.getByRole('group', { name: 'Web page (HTML)' });
    expect(
      within(group)
        .getAllByRole<HTMLInputElement>('checkbox')
        .map(({ checked }) => checked),
    ).toEqual([false, false]);
    expect(group.textContent).toContain('All of its text, menus too, rather than the article.');
    expect(within(screen.getByRole('group', { name: 'Plain text' })).queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('group', { name: 'Markdown' })).toBeNull();
  });

  const namedByFile = 'By file, or by headline if that says nothing';
  const headline = 'Ferry stays another winter';
  const plainText = (number: number): string => `${headline}\n\n${number}. ${sentence.repeat(2)}\n`;
  /** The documents' names after two texts were picked in the dialog that is open. */
  const namesOfPicked = async (galley: TestWindow): Promise<string[]> => {
    await galley.pressButton('Import files…');
    await pick(galley, 'Files to import', { '001.txt': plainText(1), 'plain.txt': plainText(2) });
    await report();
    return names(galley);
  };

  it('say what plain texts are called by, which is the file unless that says nothing', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    const group = screen.getByRole('group', { name: 'Plain text' });
    expect(choice('Names of documents', group).textContent).toBe(namedByFile);
    expect(group.textContent).toContain('Only a first line that surely is a headline names a document');
    expect(await namesOfPicked(galley)).toEqual([headline, 'plain']);
  });

  it.for([
    ['Always by file', ['001', 'plain']],
    ['By headline, where the first line is one', [headline, `${headline} (plain)`]],
  ] as const)('call plain texts as is chosen: %s', async ([wanted, expected], { galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await choose(galley, 'Names of documents', wanted);
    expect(choice('Names of documents').textContent).toBe(wanted);
    expect(await namesOfPicked(galley)).toEqual(expected);
  });

  it('leave names as they are by themselves where a choice is taken back', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await choose(galley, 'Names of documents', 'Always by file');
    await galley.tabTo(option('Keep the whole page'));
    await galley.press(' ');
    await choose(galley, 'Names of documents', namedByFile);
    expect(option('Keep the whole page').checked).toBe(true);
    expect(await namesOfPicked(galley)).toEqual([headline, 'plain']);
  });

  it('keep the whole page, menus too, where that is ticked', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await galley.tabTo(option('Keep the whole page'));
    await galley.press(' ');
    expect(option('Keep the whole page').checked).toBe(true);
    await galley.pressButton('Import files…');
    await pick(galley, 'Files to import', { 'bridge.html': webPage });
    await report();
    const [text = ''] = await texts(galley);
    expect(text).toContain('Home');
    expect(text).toContain('A note at the foot of the page');
  });

  it('keep passages beside the article where that is ticked, and menus stay out', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await galley.tabTo(option('Keep what is no part of the article'));
    await galley.press(' ');
    await galley.pressButton('Import files…');
    await pick(galley, 'Files to import', { 'bridge.html': webPage });
    await report();
    const [text = ''] = await texts(galley);
    expect(text).toContain('A note at the foot of the page');
    expect(text).not.toContain('Home');
  });

  it('are off again when the tick is taken away, and when the dialog is opened anew', async ({ galley }) => {
    say(true);
    await galley.open({ kind: 'import' });
    await galley.tabTo(option('Keep the whole page'));
    await galley.press('  '); // on and off
    await galley.tabTo(option('Keep what is no part of the article'));
    await galley.press(' {Escape}');
    await galley.closed();
    await galley.open({ kind: 'import' });
    expect(option('Keep what is no part of the article').checked).toBe(false);
    await galley.pressButton('Import files…');
    await pick(galley, 'Files to import', { 'bridge.html': webPage });
    await report();
    const [text = ''] = await texts(galley);
    expect(text).toContain('Paragraph 3.');
    expect(text).not.toMatch(/Home|A note at the foot/u);
  });
});
