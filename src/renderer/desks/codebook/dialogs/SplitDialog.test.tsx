import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { codeNames, codesOf, goBlind, noticeOf } from '../testDesk.ts';

const words = 'قال الوزير نعم. The port is open. The mill is shut.\n';

/** A code below another, with a coding in Arabic and one in English; the code below it has a third. */
async function claims(galley: TestWindow) {
  const top = await galley.newCode('Top');
  const code = await galley.newCode('Claims', top);
  const below = await galley.newCode('Small', code);
  const article = await galley.newArticle('one', words);
  const codings = [
    await galley.newCoding(article, 'قال الوزير نعم.', code),
    await galley.newCoding(article, 'The port is open.', code),
  ];
  await galley.newCoding(article, 'The mill is shut.', below);
  return { top, code, below, article, codings };
}

const boxes = (): HTMLInputElement[] => screen.getAllByRole<HTMLInputElement>('checkbox');

/** The codes of the article’s codings, in the order of the text. */
async function codedAs({ client }: TestWindow, document: Id): Promise<Id[]> {
  const { rows } = await client.call('segments.list', { document, offset: 0, limit: 10 });
  return rows.toSorted((a, b) => a.start - b.start).map(({ code }) => code);
}

describe('splitting a code', () => {
  it('moves the ticked codings to a new code beside it, which is shown then, in one step', async ({ galley }) => {
    const { top, code, below, article } = await claims(galley);
    await galley.open({ kind: 'splitCode', code });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the new code' })),
    );
    await galley.press('Promises');
    const second = await screen.findByRole('checkbox', { name: /^The port is open\./u });
    await galley.tabTo(second);
    await galley.press(' ');
    await galley.pressButton('Move 1 coding');
    await galley.closed();
    const made = (await codesOf(galley)).find(({ name }) => name === 'Promises');
    expect(made?.parent).toBe(top);
    expect(await codedAs(galley, article)).toEqual([code, made?.id, below]);
    expect(useCodebookFocus.getState().code).toBe(made?.id);
    await galley.client.call('history.undo', {});
    expect(await codedAs(galley, article)).toEqual([code, code, below]);
    expect(await codeNames(galley)).toEqual(['Claims', 'Small', 'Top']);
  });

  it('offers the codings of the code itself, with their article and coder, each in its own direction', async ({
    galley,
  }) => {
    const { code } = await claims(galley);
    await galley.open({ kind: 'splitCode', code });
    const list = await screen.findByRole('group', { name: 'Codings' });
    const labels = within(list)
      .getAllByRole('checkbox')
      .map((box) => box.closest('label')?.textContent);
    expect(labels).toEqual(['All of these', 'قال الوزير نعم. one, Ada', 'The port is open. one, Ada']);
    expect(within(list).getByText('قال الوزير نعم.').tagName).toBe('BDI');
  });

  it('ticks all at once and none again, and counts them on its button', async ({ galley }) => {
    const { code } = await claims(galley);
    await galley.open({ kind: 'splitCode', code });
    const all = await screen.findByRole('checkbox', { name: 'All of these' });
    await galley.tabTo(all);
    await galley.press(' ');
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true]);
    screen.getByRole('button', { name: 'Move 2 codings' });
    await galley.press('{Tab} ');
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false, true]);
    screen.getByRole('button', { name: 'Move 1 coding' });
    await galley.press(' ');
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true]);
    await galley.tabTo(all);
    await galley.press(' ');
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false, false]);
  });

  it('waits for a name and for a coding', async ({ galley }) => {
    const { code } = await claims(galley);
    await galley.open({ kind: 'splitCode', code });
    const button = (name: string): boolean => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
    await galley.press('Promises');
    expect(button('Move 0 codings')).toBe(true);
    await galley.tabTo(await screen.findByRole('checkbox', { name: /^The port/u }));
    await galley.press(' ');
    expect(button('Move 1 coding')).toBe(false);
    await galley.fill('Name of the new code', '  ');
    expect(button('Move 1 coding')).toBe(true);
    await galley.press('{Enter}{Escape}');
    await galley.closed();
    expect(await codeNames(galley)).toEqual(['Claims', 'Small', 'Top']);
  });

  it('keeps what was ticked when the name is taken, to be mended', async ({ galley }) => {
    const { top, code, article } = await claims(galley);
    await galley.newCode('Promises', top);
    await galley.open({ kind: 'splitCode', code });
    await galley.press('Promises');
    await galley.tabTo(await screen.findByRole('checkbox', { name: 'All of these' }));
    await galley.press(' ');
    await galley.pressButton('Move 2 codings');
    expect(await noticeOf('alert')).toBe('There is a code “Top / Promises” already. Give this one another name.');
    await galley.fill('Name of the new code', 'وعود');
    await galley.press('{Enter}');
    await galley.closed();
    const made = (await codesOf(galley)).find(({ name }) => name === 'وعود');
    expect((await codedAs(galley, article)).slice(0, 2)).toEqual([made?.id, made?.id]);
  });

  it('of a code without codings says so, and moves nothing', async ({ galley }) => {
    const code = await galley.newCode('Unused');
    await galley.open({ kind: 'splitCode', code });
    await screen.findByText('This code has no codings to move.');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Move 0 codings' })).toHaveProperty('disabled', true);
  });

  it('asks whether it is meant when codings of another coder would move', async ({ galley }) => {
    const { code, below, article } = await claims(galley);
    await galley.actAs('Ben');
    await galley.open({ kind: 'splitCode', code });
    await galley.press('Promises');
    await galley.tabTo(await screen.findByRole('checkbox', { name: /^The port/u }));
    await galley.press(' ');
    await galley.pressButton('Move 1 coding');
    await screen.findByRole('alertdialog', { name: 'Change the work of Ada?' });
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(await codedAs(galley, article)).toEqual([code, code, below]);
  });

  it('lists what the coder may see alone while a blind round hides the work of others', async ({ galley }) => {
    const { code, article } = await claims(galley);
    await galley.actAs('Ben');
    await galley.newCoding(article, 'mill', code);
    await galley.actAs('Ada');
    await goBlind(galley, [article]);
    await galley.open({ kind: 'splitCode', code });
    await waitFor(() => expect(boxes()).toHaveLength(3));
    expect(screen.queryByText('mill')).toBeNull();
    expect(screen.queryByText(/Ben/u)).toBeNull();
  });
});
