import { createHash } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { isDisabled, knownActor, noticed, pageRead, steps } from '../testCorpus.ts';
import { ArticlePanel } from './ArticlePanel.tsx';

const text = 'War is peace.\r\nWar is over.\r\n';

/** An article in the reader, with these facts, and the panel. */
async function shown(galley: TestWindow, facts: Readonly<Record<string, string>> = {}): Promise<Id> {
  const article = await galley.newArticle('one', text);
  for (const [variable, value] of Object.entries(facts))
    await galley.client.call('documents.setFact', { document: article, variable, value });
  await galley.openArticle(article);
  galley.show(<ArticlePanel />);
  await screen.findByRole('heading', { name: 'How it was imported' });
  return article;
}

/** The facts of an article as the program keeps them. */
async function facts({ client }: TestWindow, document: Id): Promise<Record<string, string>> {
  const { facts: kept } = await client.call('documents.open', { document, text: false });
  return Object.fromEntries(kept.map(({ variable, value }) => [variable, value]));
}

const field = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name });

/** What the list of names and values says of one. */
function told(name: string): HTMLElement {
  const term = screen.getAllByRole('term').find(({ textContent }) => textContent === name);
  const value = term?.nextElementSibling;
  if (!(value instanceof HTMLElement)) throw new Error(`nothing is said of “${name}”`);
  return value;
}

describe('the article panel', () => {
  it('says that no article is open', ({ galley }) => {
    galley.show(<ArticlePanel />);
    expect(screen.getByText('No article is open')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is about the article in the reader, and nothing typed for one comes to another', async ({ galley }) => {
    const one = await shown(galley, { Section: 'Local' });
    const other = await galley.newArticle('two', 'Peace.\n');
    await galley.client.call('documents.setFact', { document: other, variable: 'Section', value: 'World' });
    await galley.fill('Value', 'typed');
    await galley.openArticle(other);
    await waitFor(() => expect(field('Section').value).toBe('World'));
    expect(field('Value').value).toBe('');
    expect(await facts(galley, one)).toEqual({ Section: 'Local' });
  });
});

describe('facts of an article', () => {
  it('are none at first, and one is added by its name and value', async ({ galley }) => {
    const article = await shown(galley);
    expect(screen.getByText('Nothing is known about this article yet.')).toBeTruthy();
    const add = within(screen.getByRole('form', { name: 'Add a fact' })).getByRole('button', { name: 'Add' });
    expect(isDisabled(add)).toBe(true);
    await galley.fill('Fact', ' القسم ');
    await galley.press('{Enter}');
    expect(await facts(galley, article)).toEqual({});
    await galley.fill('Value', ' محليات ');
    await galley.press('{Enter}');
    await waitFor(() => expect(field('القسم').value).toBe('محليات'));
    expect(field('القسم').dir).toBe('auto');
    expect(await facts(galley, article)).toEqual({ القسم: 'محليات' });
    expect([field('Fact').value, field('Value').value]).toEqual(['', '']);
    expect(screen.queryByText('Nothing is known about this article yet.')).toBeNull();
    await galley.client.call('history.undo', {});
    expect(await screen.findByText('Nothing is known about this article yet.')).toBeTruthy();
  });

  it('are saved by Enter, and when the field is left', async ({ galley }) => {
    const article = await shown(galley, { Section: 'Local' });
    await galley.fill('Section', ' World ');
    await galley.press('{Enter}');
    await waitFor(async () => expect(await facts(galley, article)).toEqual({ Section: 'World' }));
    await galley.fill('Section', 'Sport');
    await galley.user.tab();
    await waitFor(async () => expect(await facts(galley, article)).toEqual({ Section: 'Sport' }));
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field('Section').value).toBe('World'));
  });

  it('are as they were on Escape, and when nothing but blanks was typed', async ({ galley }) => {
    const article = await shown(galley, { Section: 'Local' });
    const before = await steps(galley);
    await galley.fill('Section', 'World');
    await galley.press('{Escape}');
    expect(field('Section').value).toBe('Local');
    await galley.press(' ');
    await galley.user.tab();
    expect(field('Section').value).toBe('Local');
    expect(await steps(galley)).toBe(before);
    expect(await facts(galley, article)).toEqual({ Section: 'Local' });
  });

  it('are cleared by emptying the field', async ({ galley }) => {
    const article = await shown(galley, { Section: 'Local', Page: '3' });
    await galley.fill('Section', '');
    await galley.press('{Enter}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Section' })).toBeNull());
    expect(await facts(galley, article)).toEqual({ Page: '3' });
    await galley.client.call('history.undo', {});
    await waitFor(() => expect(field('Section').value).toBe('Local'));
  });

  it('take a value for one that is there already', async ({ galley }) => {
    const article = await shown(galley, { Section: 'Local' });
    await galley.fill('Fact', 'Section');
    await galley.fill('Value', 'World');
    await galley.pressButton('Add');
    await waitFor(() => expect(field('Section').value).toBe('World'));
    expect(await facts(galley, article)).toEqual({ Section: 'World' });
  });

  it('are to be read only in a project that takes no changes', async ({ galley }) => {
    const article = await galley.newArticle('one', text);
    await galley.client.call('documents.setFact', { document: article, variable: 'Section', value: 'Local' });
    await openReadOnly(galley);
    galley.show(<ArticlePanel />);
    await waitFor(() => expect(field('Section').readOnly).toBe(true));
    expect(screen.queryByRole('form', { name: 'Add a fact' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Correct the text…' })).toBeNull();
  });
});

describe('earlier texts of an article', () => {
  it('are none at first, then told with reason, length and who', async ({ galley }) => {
    const article = await shown(galley);
    expect(await screen.findByText('The text is as it was imported.')).toBeTruthy();
    const correct = (content: string, reason: string) =>
      galley.client.call('texts.correct', { document: article, content, reason, decisions: [] });
    await correct('War is peace.\n', 'תוקן ביד');
    const list = await screen.findByRole('list', { name: 'Earlier texts' });
    // 14 and 13 characters: line ends are one each
    expect(list.textContent).toMatch(/^Version 1 27 charactersתוקן ביד.*replaced .* by Ada$/u);
    await galley.actAs('Ben');
    await correct('Peace.\n', '');
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
    const [newest, oldest] = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(newest).toMatch(/^Version 2 14 charactersNo reason given.*by Ben$/u);
    expect(oldest).toMatch(/^Version 1 /u);
  });

  it('go again with undo', async ({ galley }) => {
    const article = await shown(galley);
    await galley.client.call('texts.correct', { document: article, content: 'Peace.\n', reason: '', decisions: [] });
    await screen.findByRole('list', { name: 'Earlier texts' });
    await galley.client.call('history.undo', {});
    expect(await screen.findByText('The text is as it was imported.')).toBeTruthy();
  });

  it('begin with the button, which opens the copy', async ({ galley }) => {
    await shown(galley);
    await galley.pressButton('Correct the text…');
    expect(await screen.findByRole('dialog', { name: 'Correct the text of “one”' })).toBeTruthy();
  });

  it('cannot be made in a blind round, for that would show the work of others', async ({ galley }) => {
    const article = await shown(galley);
    const ada = await knownActor(galley);
    const round = { name: 'Blind', kind: 'main', mode: 'blind' } as const;
    await galley.client.call('rounds.create', { ...round, documents: [article], coders: [ada] });
    await waitFor(() => expect(useRecords.getState().open?.assignments).toHaveLength(1));
    await galley.pressButton('Correct the text…');
    await noticed('In a blind round a text cannot be corrected: that would show the codings of others.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('how an article was imported', () => {
  it('is told down to the hash of its file', async ({ galley }) => {
    await shown(galley);
    expect(told('File').textContent).toBe('one.txt');
    expect(told('Read as').textContent).toMatch(/^Plain text \(reader version \d+\)$/u);
    expect(told('Encoding').textContent).toBe('UTF-8, by its bytes');
    expect(told('Line ends').textContent).toBe('CR LF');
    // 13 + 12 signs and two line ends, which take two bytes each in the file
    expect(told('Characters').textContent).toBe('27');
    expect(told('Size').textContent).toBe('29 bytes');
    const hash = createHash('sha256').update(text).digest('hex');
    expect(told('SHA-256').title).toBe(hash);
    expect(told('SHA-256').textContent).toBe(`${hash.slice(0, 16)}…`);
    expect(screen.queryByRole('list', { name: 'Warnings' })).toBeNull();
  });

  it('counts the characters of the present text, and the bytes of the file', async ({ galley }) => {
    const article = await shown(galley);
    await galley.client.call('texts.correct', { document: article, content: 'Peace.\n', reason: '', decisions: [] });
    await waitFor(() => expect(told('Characters').textContent).toBe('7'));
    expect(told('Size').textContent).toBe('29 bytes');
  });

  it('says that the first line named the article, beside its file and not among the warnings', async ({ galley }) => {
    const text = `Ferry stays another winter\n\n${'The council kept the ferry. '.repeat(5)}\n`;
    await galley.importFiles(galley.put('001.txt', text), galley.put('plain.txt', `${text}More.\n`));
    const [article = '', plain = ''] = await galley.client.call('documents.ids', {});
    await galley.openArticle(article);
    galley.show(<ArticlePanel />);
    await waitFor(() => expect(told('Named by').textContent).toBe('its first line'));
    expect(told('File').textContent).toBe('001.txt');
    expect(screen.queryByRole('list', { name: 'Warnings' })).toBeNull();
    await galley.openArticle(plain);
    await waitFor(() => expect(told('File').textContent).toBe('plain.txt'));
    expect(screen.queryByText('Named by')).toBeNull();
  });

  it('says what was left out of a web page, which is kept by a button', async ({ galley }) => {
    const sentence = 'The bridge over the fjord stays shut for another month, the road office said on Monday. ';
    const note = 'An earlier version of this report gave a wrong number of lorries, which was corrected.';
    const page = `<!doctype html><html lang="en"><head><title>Bridge</title></head><body>
<article><h1>Bridge</h1>${[1, 2, 3].map((at) => `<p>Paragraph ${at}. ${sentence.repeat(3)}</p>`).join('')}</article>
<footer><div class="footer-note"><p>${note}</p></div></footer></body></html>`;
    await galley.importFiles(galley.put('bridge.html', page));
    const [article = ''] = await galley.client.call('documents.ids', {});
    await galley.openArticle(article);
    galley.show(<ArticlePanel />);
    const warnings = await screen.findByRole('list', { name: 'Warnings' });
    expect(warnings.textContent).toContain('Left out as no part of the article: “An earlier version');
    await galley.pressButton('Keep what was left out of “Bridge”');
    await noticed(/^Kept: the text has .* Undo takes it out again\.$/u, pageRead);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Keep/u })).toBeNull());
    expect((await galley.client.call('documents.text', { document: article })).text).toContain(note);
    await galley.client.call('history.undo', {});
    expect(await screen.findByRole('button', { name: 'Keep what was left out of “Bridge”' })).toBeTruthy();
  });
});
