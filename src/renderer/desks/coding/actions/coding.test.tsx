import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useRecords } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { chosenWords, harbour, pinnedCodes, read, readArticle, selectedWords } from '../testReading.tsx';

describe('coding by a digit', () => {
  it('gives the selected passage the code that is pinned to it, and leaves the passage selected', async ({
    galley,
  }) => {
    await pinnedCodes(galley, 'War', 'Peace');
    const { codedAs, text } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    await galley.press('2');
    await codedAs('War: War is peace.', 'Peace: War is peace.');
    expect(selectedWords()).toBe('War is peace.');
    await waitFor(() => expect(chosenWords()).toBe('War is peace.'));
    await waitFor(() => expect(document.activeElement).toBe(text));
    await galley.client.call('history.undo', {});
    await codedAs('War: War is peace.');
  });

  it('does nothing while nothing is selected', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { coded } = await read(galley, harbour);
    await galley.press('1');
    expect(await coded()).toEqual([]);
    expect(screen.queryByText(/pinned/u)).toBeNull();
  });

  it('says where no code has the digit', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { coded } = await read(galley, harbour);
    await galley.press(' 7');
    await screen.findByText('No code is pinned to 7. Pin one from its menu in the codes panel.');
    expect(await coded()).toEqual([]);
  });

  it('takes the tenth code by 0', async ({ galley }) => {
    await pinnedCodes(galley, ...Array.from({ length: 10 }, (_, at) => `Code ${at + 1}`));
    const { codedAs } = await read(galley, harbour);
    await galley.press(' 0');
    await codedAs('Code 10: War is peace.');
  });

  it('says that a passage has the code already, and codes nothing twice', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { coded, codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    await galley.press('1');
    expect((await screen.findByRole('alert')).textContent).toBe('You have coded this passage with “War” already.');
    expect(await coded()).toHaveLength(1);
  });

  it('codes an Arabic sentence by its Arabic name', async ({ galley }) => {
    await pinnedCodes(galley, 'حرب');
    const { codedAs } = await read(galley, 'الحرب سلام. انتهت الحرب.\n');
    await galley.press(' {Alt>}{ArrowDown}{/Alt}1');
    await codedAs('حرب: انتهت الحرب.');
  });

  it('codes a picture made of several signs as one character', async ({ galley }) => {
    await pinnedCodes(galley, 'Crowd');
    const { codedAs } = await read(galley, '👩‍👩‍👧 marched.\n');
    await galley.press('{Shift>}{ArrowRight}{/Shift}1');
    await codedAs('Crowd: 👩‍👩‍👧');
  });

  it('asks first who codes where nobody has said so', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const { coded, codedAs } = await read(galley, harbour);
    useRecords.setState(({ status }) => ({ status: status && { ...status, coder: null } })); // as on a new machine
    await galley.press(' 1');
    const dialog = await screen.findByRole('dialog', { name: 'Who is coding?' });
    expect(await coded()).toEqual([]);
    await galley.fill('Your name or initials', 'Bo', dialog);
    await galley.press('{Enter}');
    await galley.closed();
    await codedAs('War: War is peace.');
    const [segment] = (await galley.client.call('segments.list', { offset: 0, limit: 1 })).rows;
    const coders = await galley.client.call('coders.list', {});
    expect(coders.find(({ id }) => id === segment?.coder)?.name).toBe('Bo');
  });

  it('codes nothing in a project that can only be read', async ({ galley }) => {
    await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    await openReadOnly(galley);
    const { coded } = await readArticle(galley, article);
    await galley.press(' 1');
    expect(selectedWords()).toBe('War is peace.');
    await galley.press('{Enter}w');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await coded()).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('repeating the last code', () => {
  it('codes the next passage with it, by a full stop or by Ctrl+Enter', async ({ galley }) => {
    await pinnedCodes(galley, 'War', 'Peace');
    const { codedAs } = await read(galley, harbour);
    await galley.press(' 2');
    await codedAs('Peace: War is peace.');
    await galley.press('{Alt>}{ArrowDown}{/Alt}.');
    await codedAs('Peace: War is peace.', 'Peace: War is over.');
    await galley.press('{Alt>}{ArrowDown}{/Alt}{Control>}{Enter}{/Control}');
    await codedAs('Peace: War is peace.', 'Peace: War is over.', 'Peace: The crews went home.');
  });

  it('is nothing before the first code, and nothing once that code is gone', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const { coded, codedAs } = await read(galley, harbour);
    await galley.press(' .');
    expect(await coded()).toEqual([]);
    await galley.press('1');
    await codedAs('War: War is peace.');
    await galley.client.call('codes.remove', { code: war });
    await waitFor(() => expect(useRecords.getState().codes.has(war)).toBe(false));
    await galley.press('{Alt>}{ArrowDown}{/Alt}.');
    expect(await coded()).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not bring an archived code back', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const { coded, codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('War: War is peace.');
    await galley.client.call('codes.update', { code: war, archived: true });
    await waitFor(() => expect(useRecords.getState().codes.get(war)?.archived).toBe(true));
    await galley.press('{Alt>}{ArrowDown}{/Alt}.');
    await screen.findByText('“War” is archived: it is not given any more. Bring it back to use it.');
    expect(await coded()).toEqual(['War: War is peace.']);
  });
});

/** A set of codes that exclude each other. */
async function exclusive(galley: TestWindow, rule: 'warn' | 'refuse', codes: readonly string[]): Promise<void> {
  const { id } = await galley.client.call('exclusiveSets.create', { name: 'Tone', rule });
  for (const code of codes) await galley.client.call('codes.update', { code, exclusiveSet: id });
  await waitFor(() => expect(useRecords.getState().codes.get(codes.at(-1) ?? '')?.exclusiveSet).toBe(id));
}

describe('codes that exclude each other', () => {
  it('are said to stand on the same words where their set only warns', async ({ galley }) => {
    await exclusive(galley, 'warn', await pinnedCodes(galley, 'Calm', 'Angry'));
    const { codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('Calm: War is peace.');
    await galley.press('{Alt>}{ArrowDown}{/Alt}2');
    await codedAs('Calm: War is peace.', 'Angry: War is over.');
    expect(screen.queryByText(/exclude each other/u)).toBeNull();
    await galley.press('{Alt>}{ArrowUp}{/Alt}{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}2');
    await screen.findByText('“Angry” and “Calm” exclude each other (Tone), and some of these words now have both.');
    await codedAs('Calm: War is peace.', 'Angry: War is peace. War', 'Angry: War is over.');
  });

  it('are not both given where their set refuses it', async ({ galley }) => {
    await exclusive(galley, 'refuse', await pinnedCodes(galley, 'Calm', 'Angry'));
    const { coded, codedAs } = await read(galley, harbour);
    await galley.press(' 1');
    await codedAs('Calm: War is peace.');
    await galley.press('2');
    expect((await screen.findByRole('alert')).textContent).toBe(
      '“Angry” and “Calm” exclude each other (Tone): some of these words have “Calm” already.',
    );
    expect(await coded()).toEqual(['Calm: War is peace.']);
  });

  it('may stand on the same words by different coders', async ({ galley }) => {
    const [calm = '', angry = ''] = await pinnedCodes(galley, 'Calm', 'Angry');
    await exclusive(galley, 'warn', [calm, angry]);
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'War is peace.', calm);
    await galley.actAs('Ben');
    const { codedAs } = await readArticle(galley, article);
    await galley.press(' 2');
    await codedAs('Calm: War is peace.', 'Angry: War is peace.');
    await waitFor(() => expect(chosenWords()).toBe('War is peace.'));
    expect(screen.queryByText(/exclude each other/u)).toBeNull();
  });
});

describe('removing a coding', () => {
  it.for(['Delete', 'Backspace'])(
    'takes the chosen one away by %s, and undo brings it back',
    async (key, { galley }) => {
      await pinnedCodes(galley, 'War', 'Peace');
      const { codedAs } = await read(galley, harbour);
      await galley.press(' 1');
      await codedAs('War: War is peace.');
      await galley.press('{Alt>}{ArrowDown}{/Alt}2');
      await codedAs('War: War is peace.', 'Peace: War is over.');
      await waitFor(() => expect(chosenWords()).toBe('War is over.'));
      await galley.press(`{${key}}`);
      await codedAs('War: War is peace.');
      await waitFor(() => expect(chosenWords()).toBeNull());
      await galley.press('{Control>}z{/Control}');
      await codedAs('War: War is peace.', 'Peace: War is over.');
    },
  );

  it('does nothing while none is chosen', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'War', war);
    const { coded } = await readArticle(galley, article);
    await galley.press(' {Delete}');
    expect(await coded()).toEqual(['War: War']);
  });

  it('asks whether the work of somebody else is meant, and leaves it on Escape', async ({ galley }) => {
    const [war = ''] = await pinnedCodes(galley, 'War');
    const article = await galley.newArticle('one', harbour);
    await galley.newCoding(article, 'War', war);
    await galley.actAs('Ben');
    const { coded, codedAs, text } = await readArticle(galley, article);
    await galley.press('{F8}{Delete}');
    await screen.findByRole('alertdialog', { name: 'Change the work of Ada?' });
    await galley.press('{Escape}');
    await galley.closed();
    expect(await coded()).toEqual(['War: War']);
    await waitFor(() => expect(document.activeElement).toBe(text));
    await galley.press('{Delete}');
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText('This changes or removes 1 coding or link by Ada, not yours.')).toBeDefined();
    await galley.pressButton('Change it', dialog);
    await codedAs();
  });
});
