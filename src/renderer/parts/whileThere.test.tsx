import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { OpenDialog } from '../state/ui.ts';
import { useRecords } from '../state/records.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';

/** An article with two codings by one code, and a question about them. */
async function made(galley: TestWindow) {
  const code = await galley.newCode('War');
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  const coding = await galley.newCoding(article, 'War is peace', code);
  await galley.newCoding(article, 'War is over', code);
  const { id: variable } = await galley.client.call('variables.create', {
    name: 'Tone',
    level: 'text',
    scope: 'document',
  });
  await galley.openArticle(article);
  await waitFor(() => expect(useRecords.getState().variables.size).toBe(1));
  return { code, article, coding, variable };
}

type Made = Awaited<ReturnType<typeof made>>;

const notices = (): HTMLElement => screen.getByRole('region', { name: 'Notices', hidden: true });

const removals = {
  code: ({ client }: TestWindow, { code }: Made) => client.call('codes.remove', { code }),
  variable: ({ client }: TestWindow, { variable }: Made) => client.call('variables.remove', { variable }),
  coding: ({ client }: TestWindow, { coding }: Made) => client.call('annotations.remove', { annotations: [coding] }),
  article: ({ client }: TestWindow, { article }: Made) => client.call('documents.remove', { documents: [article] }),
};

const cases: [OpenDialog['kind'], keyof typeof removals, string, (ids: Made) => OpenDialog][] = [
  ['removeCode', 'code', 'War', ({ code }) => ({ kind: 'removeCode', code })],
  ['mergeCode', 'code', 'War', ({ code }) => ({ kind: 'mergeCode', code })],
  ['splitCode', 'code', 'War', ({ code }) => ({ kind: 'splitCode', code })],
  ['newSet', 'code', 'War', ({ code }) => ({ kind: 'newSet', code })],
  ['variable', 'code', 'War', ({ code }) => ({ kind: 'variable', variable: null, code })],
  ['variable', 'variable', 'Tone', ({ variable }) => ({ kind: 'variable', variable, code: null })],
  ['removeVariable', 'variable', 'Tone', ({ variable }) => ({ kind: 'removeVariable', variable })],
  ['link', 'coding', 'War is peace', ({ coding }) => ({ kind: 'link', source: coding })],
  ['setAside', 'article', 'one', ({ article }) => ({ kind: 'setAside', document: article, reason: '' })],
  ['correctText', 'article', 'one', ({ article }) => ({ kind: 'correctText', document: article })],
];

describe('a dialog about a record', () => {
  it.for(cases)('%s shuts and says so when the %s goes', async ([, what, name, dialogOf], { galley }) => {
    const ids = await made(galley);
    await galley.open(dialogOf(ids));
    // What it asks when it opens has come.
    const remove = screen.queryByRole<HTMLButtonElement>('button', { name: 'Remove' });
    await waitFor(() => expect(remove?.disabled ?? false).toBe(false));
    await removals[what](galley, ids);
    await within(notices()).findByText(`“${name}” has been removed meanwhile.`);
    await galley.closed();
    expect(useUi.getState()).toMatchObject({ dialog: null, notices: [{ kind: 'error' }] });
  });

  it('does not open on what has gone', async ({ galley }) => {
    const ids = await made(galley);
    await removals.code(galley, ids);
    await waitFor(() => expect(useRecords.getState().codes.size).toBe(0));
    galley.show(null);
    act(() => openDialog({ kind: 'mergeCode', code: ids.code }));
    await within(notices()).findByText('What you asked for has been removed meanwhile.');
    await galley.closed();
  });

  it('shuts without a word when its project is closed', async ({ galley }) => {
    const ids = await made(galley);
    await galley.open({ kind: 'mergeCode', code: ids.code });
    await galley.client.call('project.close', {});
    await galley.closed();
    expect(within(notices()).queryByText(/removed meanwhile/u)).toBeNull();
  });
});
