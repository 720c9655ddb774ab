import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

/** A coding of “War”, with other codes beside it: one below another, one archived, one in Arabic. */
async function coded(galley: TestWindow) {
  const war = await galley.newCode('War');
  const peace = await galley.newCode('Peace');
  const truce = await galley.newCode('Truce', peace);
  const arabic = await galley.newCode('حرب');
  const old = await galley.newCode('Old');
  await galley.client.call('codes.update', { code: old, archived: true });
  const article = await galley.newArticle('one', 'War is peace.\n');
  const annotation = await galley.newCoding(article, 'War', war);
  return { article, annotation, war, peace, truce, arabic };
}

async function codeNow({ client }: TestWindow, article: Id): Promise<Id[]> {
  return (await client.call('documents.open', { document: article })).annotations.codes;
}

const options = (): (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const field = (): HTMLElement => screen.getByRole('searchbox', { name: 'Filter codes' });
const change = (): HTMLElement => screen.getByRole('button', { name: 'Change the code' });

describe('another code for a coding', () => {
  it('is taken by Enter, as one step', async ({ galley }) => {
    const { article, annotation, war, truce } = await coded(galley);
    await galley.open({ kind: 'recode', annotation, code: war });
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await galley.press('tru{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('option', { name: 'Peace / Truce' })));
    await galley.press('{Enter}');
    await galley.closed();
    await waitFor(async () => expect(await codeNow(galley, article)).toEqual([truce]));
    await galley.client.call('history.undo', {});
    expect(await codeNow(galley, article)).toEqual([war]);
  });

  it('is none that is archived, and not the one it has', async ({ galley }) => {
    const { annotation, war } = await coded(galley);
    await galley.open({ kind: 'recode', annotation, code: war });
    expect(options().toSorted()).toEqual(['Peace', 'Peace / Truce', 'حرب']);
    expect(within(screen.getByRole('option', { name: 'حرب' })).getByText('حرب').tagName).toBe('BDI');
  });

  it('is found by every word that is typed, above or below, in capitals or not', async ({ galley }) => {
    const { annotation, war } = await coded(galley);
    await galley.newCode('Élan vital');
    await galley.open({ kind: 'recode', annotation, code: war });
    await galley.press('TRUCE pea');
    expect(options()).toEqual(['Peace / Truce']);
    await galley.fill('Filter codes', 'éLaN');
    await waitFor(() => expect(options()).toEqual(['Élan vital']));
    await galley.fill('Filter codes', 'old');
    screen.getByText('No code matches.');
    await galley.press('{Enter}');
    expect(change()).toHaveProperty('disabled', true);
  });

  it('is chosen by arrows, End and Home, and given by the button', async ({ galley }) => {
    const { article, annotation, war, arabic } = await coded(galley);
    await galley.open({ kind: 'recode', annotation, code: war });
    expect(change()).toHaveProperty('disabled', true);
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Peace'));
    expect(change()).toHaveProperty('disabled', false);
    await galley.press('{End}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('حرب'));
    await galley.press('{Home}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Peace'));
    await galley.press('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('حرب');
    await galley.pressButton('Change the code');
    await galley.closed();
    await waitFor(async () => expect(await codeNow(galley, article)).toEqual([arabic]));
  });

  it('is chosen by its first letters too, and that one is given', async ({ galley }) => {
    const { article, annotation, war, arabic } = await coded(galley);
    await galley.open({ kind: 'recode', annotation, code: war });
    await galley.press('{ArrowDown}حر');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('حرب');
    await galley.press('{Enter}');
    await galley.closed();
    await waitFor(async () => expect(await codeNow(galley, article)).toEqual([arabic]));
  });

  it('is not given on Cancel', async ({ galley }) => {
    const { article, annotation, war } = await coded(galley);
    await galley.open({ kind: 'recode', annotation, code: war });
    await galley.press('{ArrowDown}');
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(await codeNow(galley, article)).toEqual([war]);
  });

  it('of somebody else is given only when it is meant', async ({ galley }) => {
    const { article, annotation, war, peace } = await coded(galley);
    await galley.actAs('Ben');
    await galley.open({ kind: 'recode', annotation, code: war });
    await galley.press('{ArrowDown}{Enter}');
    await screen.findByRole('alertdialog', { name: 'Change the work of Ada?' });
    expect(await codeNow(galley, article)).toEqual([war]);
    await galley.pressButton('Change it');
    await galley.closed();
    await waitFor(async () => expect(await codeNow(galley, article)).toEqual([peace]));
  });

  it('is one of 200 at most that are listed, and typing finds the others', async ({ galley }) => {
    const { annotation, war } = await coded(galley);
    const lines = Array.from({ length: 210 }, (_, at) => `Code ${at + 1}`);
    const file = galley.app.grants.grant(galley.put('many.csv', `path\n${lines.join('\n')}\n`));
    await galley.client.run('codebook.import', { file });
    await galley.open({ kind: 'recode', annotation, code: war });
    await screen.findByText('Code 1');
    const listed = options();
    expect(listed).toHaveLength(200);
    // By number and not by sign: 2 stands before 10.
    expect(listed.slice(0, 3)).toEqual(['Code 1', 'Code 2', 'Code 3']);
    expect(listed).not.toContain('Code 210');
    await galley.press('210');
    await waitFor(() => expect(options()).toEqual(['Code 210']));
  });
});
