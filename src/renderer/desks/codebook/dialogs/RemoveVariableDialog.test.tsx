import { act, screen } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { openDialog } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { goBlind, noticeOf, variableOf } from '../testDesk.ts';

/** A question that Ada and Ben have answered for one article, Ada for another one too; a second question rests on it. */
async function answered(galley: TestWindow) {
  const { call } = galley.client;
  const variable = (await call('variables.create', { scope: 'document', name: 'نبرة', level: 'text' })).id;
  const showIf = { match: 'all' as const, tests: [{ variable, is: 'answered' as const, value: 0 }] };
  await call('variables.create', { scope: 'document', name: 'why', level: 'text', showIf });
  const articles = [await galley.newArticle('one', 'Words.\n'), await galley.newArticle('two', 'More words.\n')];
  const [first = '', second = ''] = articles;
  await galley.actAs('Ben');
  await call('answers.set', { document: first, variable, value: 'sour' });
  await galley.actAs('Ada');
  for (const document of [first, second]) await call('answers.set', { document, variable, value: 'sweet' });
  return { variable, first };
}

const names = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('variables.list', {})).map(({ name }) => name);

describe('removing a variable', () => {
  it('says how many answers go with it, and whose; undo brings them back', async ({ galley }) => {
    const { variable, first } = await answered(galley);
    await galley.open({ kind: 'removeVariable', variable });
    screen.getByRole('alertdialog', { name: 'Remove “نبرة”?' });
    await screen.findByText('3 answers go with it.');
    screen.getByText('Of these by Ben: 1.');
    await galley.pressButton('Remove');
    await galley.closed();
    expect(await names(galley)).toEqual(['why']);
    expect((await variableOf(galley, 'why')).showIf).toBeNull();
    const values = async () =>
      (await galley.client.call('documents.open', { document: first })).answers.map(({ value }) => value).toSorted();
    expect(await values()).toEqual([]);
    await galley.client.call('history.undo', {});
    expect(await values()).toEqual(['sour', 'sweet']);
    expect((await variableOf(galley, 'why')).showIf?.tests).toHaveLength(1);
  });

  it('begins at Cancel, so that Enter and Escape leave it', async ({ galley }) => {
    const { variable } = await answered(galley);
    for (const key of ['{Enter}', '{Escape}']) {
      await galley.open({ kind: 'removeVariable', variable });
      await screen.findByText('3 answers go with it.');
      await galley.press(key);
      await galley.closed();
    }
    expect(await names(galley)).toEqual(['نبرة', 'why']);
  });

  it('says so when nothing goes with it', async ({ galley }) => {
    const { id } = await galley.client.call('variables.create', { scope: 'document', name: 'new', level: 'date' });
    await galley.open({ kind: 'removeVariable', variable: id });
    await screen.findByText('No answers go with it.');
  });

  it('is refused to whoever codes blind, without a word about the work of others', async ({ galley }) => {
    const { variable, first } = await answered(galley);
    await goBlind(galley, [first]);
    galley.show(null);
    act(() => openDialog({ kind: 'removeVariable', variable }));
    expect(await noticeOf('alert')).toBe(
      'You have articles in a blind round, so no variable is removed: answers of others could go with it. Let somebody act who does not code in the blind round, or open the round when all have coded.',
    );
    await galley.closed();
    expect(screen.queryByText(/answers? go/u)).toBeNull();
    expect(await names(galley)).toEqual(['نبرة', 'why']);
  });
});
