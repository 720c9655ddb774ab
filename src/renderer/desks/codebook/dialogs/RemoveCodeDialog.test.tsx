import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { openDialog } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { codeNames, goBlind, noticeOf, variableOf } from '../testDesk.ts';

/** A code with two codes below it; in two articles each is coded once. */
async function family(galley: TestWindow) {
  const top = await galley.newCode('War');
  const low = await galley.newCode('Civil war', top);
  await galley.newCode('Unused', top);
  const articles = [
    await galley.newArticle('one', 'War is peace.\n'),
    await galley.newArticle('two', 'War goes on.\n'),
  ];
  for (const [at, code] of [top, low].entries()) await galley.newCoding(articles[at] ?? '', 'War', code);
  return { top, low, articles };
}

describe('removing a code', () => {
  it('says what goes with it, takes it with the codes below, and undo brings all back', async ({ galley }) => {
    const { top, articles } = await family(galley);
    await galley.open({ kind: 'removeCode', code: top });
    const question = screen.getByRole('alertdialog', { name: 'Remove “War”?' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
    await screen.findByText('2 codes below it and 2 codings in 2 documents go with it.');
    expect(question.textContent).toContain('Undo brings everything back.');
    await galley.press('{Tab}{Enter}');
    await galley.closed();
    expect(await codeNames(galley)).toEqual([]);
    const rows = async () => (await galley.client.call('segments.list', { offset: 0, limit: 9 })).rows;
    expect(await rows()).toEqual([]);
    await galley.client.call('history.undo', {});
    expect(await codeNames(galley)).toEqual(['Civil war', 'Unused', 'War']);
    expect((await rows()).map(({ document: of }) => of).toSorted()).toEqual(articles.toSorted());
  });

  it('says that nothing goes with a code that was not used, or only codes below it', async ({ galley }) => {
    const top = await galley.newCode('Alone');
    await galley.open({ kind: 'removeCode', code: top });
    await screen.findByText('It has not been used: no codings go with it.');
    await galley.press('{Escape}');
    await galley.closed();
    await galley.newCode('Below', top);
    await galley.open({ kind: 'removeCode', code: top });
    await screen.findByText('1 code below it goes with it; none has been used.');
    await galley.press('{Enter}');
    await galley.closed();
    expect(await codeNames(galley)).toEqual(['Alone', 'Below']);
  });

  it('says whose codings are among them', async ({ galley }) => {
    const { top, articles } = await family(galley);
    await galley.actAs('Ben');
    await galley.newCoding(articles[0] ?? '', 'peace', top);
    await galley.actAs('Cem');
    await galley.open({ kind: 'removeCode', code: top });
    await screen.findByText('2 codes below it and 3 codings in 2 documents go with it.');
    screen.getByText('Of these by Ada: 2, Ben: 1.');
  });

  it('lets a rule that asked a variable of the code ask it no more', async ({ galley }) => {
    const { call } = galley.client;
    const code = await galley.newCode('Claims');
    const asked = await call('variables.create', { scope: 'passage', code, name: 'sure', level: 'text' });
    expect(asked.code).toBe(code);
    await call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
    await galley.open({ kind: 'removeCode', code });
    await galley.pressButton('Remove');
    await galley.closed();
    expect((await call('variables.list', {})).map(({ name }) => name)).toEqual(['tone']);
    await call('history.undo', {});
    expect(await variableOf(galley, 'sure')).toEqual(asked);
  });

  it('is refused to whoever codes blind, with the way out, and shuts', async ({ galley }) => {
    const { top, articles } = await family(galley);
    await goBlind(galley, articles.slice(0, 1));
    galley.show(null);
    act(() => openDialog({ kind: 'removeCode', code: top }));
    const said = await noticeOf('alert');
    expect(said).toContain('You have articles in a blind round, so no code is removed');
    expect(said).toContain('Let somebody act who does not code in the blind round');
    await galley.closed();
    expect(await codeNames(galley)).toHaveLength(3);
  });
});
