import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { ActionId } from '../../../../shared/actions.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { isEnabled, runAction } from '../../../actions/registry.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';

import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { codeOf, noticeOf } from '../testDesk.ts';
import { CodebookView } from '../view/CodebookView.tsx';

const words = 'First. قال نعم. Third one.\n';

/** An article that is open, with a coding of its second sentence. */
async function reading(galley: TestWindow) {
  const claims = await galley.newCode('Claims');
  const article = await galley.newArticle('one', words);
  const coding = await galley.newCoding(article, 'قال نعم.', claims);
  await galley.openArticle(article);
  return { claims, article, coding };
}

/** The view, while it is the one that the window shows. */
function View() {
  return useUi(({ view }) => view) === 'codebook' ? <CodebookView /> : null;
}

/** The view with this code chosen in it. */
async function viewing(galley: TestWindow, code: Id | null): Promise<void> {
  useUi.setState({ view: 'codebook' });
  useCodebookFocus.setState({ code, staleRow: null });
  galley.show(<View />);
  if (code !== null) await screen.findByRole('form', { name: 'Code' });
}

/** Does what a menu or a key would do. */
const run = (action: ActionId): void => act(() => void runAction(action));

const enabled = (actions: readonly ActionId[]): ActionId[] => actions.filter((action) => isEnabled(action));

const ofChosen = ['codebook.merge', 'codebook.split', 'codebook.archive'] as const;
const changing = ['codebook.import', 'codebook.newVariable', 'codebook.publish', 'codebook.addTemplate'] as const;
const looking = ['view.codebook', 'codebook.export', 'codebook.check', 'codebook.names'] as const;

describe('acts on the codebook', () => {
  it('can be done where there is a project, those on a code where one is chosen in the view', async ({ galley }) => {
    const { claims } = await reading(galley);
    expect(enabled([...changing, ...looking])).toEqual([...changing, ...looking]);
    useCodebookFocus.setState({ code: claims });
    expect(enabled(ofChosen)).toEqual([]);
    useUi.setState({ view: 'codebook' });
    expect(enabled(ofChosen)).toEqual(ofChosen);
    await galley.client.call('codes.remove', { code: claims });
    await waitFor(() => expect(enabled(ofChosen)).toEqual([]));
    await galley.client.call('project.close', {});
    await waitFor(() => expect(enabled([...changing, ...looking, 'codebook.takeExample'])).toEqual([]));
  });

  it('change nothing in a project that is only read', async ({ galley }) => {
    const { claims } = await reading(galley);
    await openReadOnly(galley);
    useUi.setState({ view: 'codebook' });
    useCodebookFocus.setState({ code: claims });
    expect(enabled([...ofChosen, ...changing, 'codebook.takeExample'])).toEqual([]);
    expect(enabled(looking)).toEqual(looking);
    return Promise.resolve();
  });

  it('open what asks about them', async ({ galley }) => {
    const claims = await galley.newCode('Claims');
    await viewing(galley, claims);
    for (const [action, title] of [
      ['codebook.merge', 'Merge “Claims”'],
      ['codebook.split', 'Split “Claims”'],
      ['codebook.newVariable', 'New variable'],
      ['codebook.publish', 'Publish version 1'],
      ['codebook.addTemplate', 'Add template'],
      ['codebook.export', 'Export codebook'],
      ['codebook.import', 'Import codebook'],
    ] as const) {
      run(action);
      const dialog = await screen.findByRole('dialog', { name: title });
      if (action === 'codebook.newVariable') within(dialog).getByText('About passages of “Claims”');
      await galley.press('{Escape}');
      await galley.closed();
    }
  });

  it('archive the chosen code and bring it back', async ({ galley }) => {
    const claims = await galley.newCode('Claims');
    await viewing(galley, claims);
    run('codebook.archive');
    await waitFor(() => expect(useRecords.getState().codes.get(claims)?.archived).toBe(true));
    run('codebook.archive');
    await waitFor(async () => expect((await codeOf(galley, claims)).archived).toBe(false));
  });
});

describe('going to the codebook', () => {
  it('chooses the code of the coding that is chosen, and puts the focus on its row', async ({ galley }) => {
    const { claims, coding } = await reading(galley);
    await galley.newCode('Other');
    galley.show(<View />);
    useUi.setState({ activeAnnotation: coding });
    run('view.codebook');
    expect(useUi.getState().view).toBe('codebook');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { name: /^Claims/u })));
    expect(useCodebookFocus.getState().code).toBe(claims);
  });

  it('stays at the code that is chosen for who is there already', async ({ galley }) => {
    const { claims, coding } = await reading(galley);
    const other = await galley.newCode('Other');
    await viewing(galley, other);
    useUi.setState({ activeAnnotation: coding });
    run('view.codebook');
    // At once: a key that follows is for it.
    expect(document.activeElement).toBe(screen.getByRole('row', { name: /^Other/u }));
    expect(useCodebookFocus.getState().code).not.toBe(claims);
  });
});

describe('going to the work to check', () => {
  it('says so while no version is published', async ({ galley }) => {
    await viewing(galley, null);
    run('codebook.check');
    expect(await noticeOf('status')).toMatch(/^The codebook has not been published yet:/u);
  });

  it('says so when there is nothing to check', async ({ galley }) => {
    await galley.newCode('Claims');
    await galley.client.call('versions.publish', { note: '' });
    await viewing(galley, null);
    await screen.findByRole('region', { name: 'Made before version 1' });
    run('codebook.check');
    expect(await noticeOf('status')).toMatch(/^Nothing to check:/u);
  });

  it('goes to the first of it, and later to where it was left', async ({ galley }) => {
    const { claims, article } = await reading(galley);
    const { call } = galley.client;
    await galley.newCoding(article, 'Third', claims);
    await call('versions.publish', { note: '' });
    await call('codes.update', { code: claims, include: 'Said by name.' });
    await call('versions.publish', { note: '' });
    await viewing(galley, null);
    const rowOf = (words: string) => screen.findByText(words).then((quote) => quote.closest('li'));
    run('codebook.check');
    const first = await rowOf('قال نعم.');
    await waitFor(() => expect(document.activeElement).toBe(first));
    await galley.press('{ArrowDown}');
    const second = await rowOf('Third');
    await waitFor(() => expect(document.activeElement).toBe(second));
    await galley.tabTo(screen.getByRole('button', { name: 'Publish version' }));
    run('codebook.check');
    expect(document.activeElement).toBe(second);
  });
});

describe('taking an example', () => {
  const examples = async ({ client }: TestWindow) =>
    (await client.call('examples.list', {})).map(({ code, quote, anchor }) => ({ code, quote, anchor }));

  it('takes the words of the chosen coding, or of what is selected', async ({ galley }) => {
    const { claims, article, coding } = await reading(galley);
    galley.show(null);
    useUi.setState({ activeAnnotation: coding });
    run('codebook.takeExample');
    expect(await noticeOf('status')).toBe('Taken as an example of “Claims”.');
    // “First. ” is seven units long, the sentence eight.
    const whole = { code: claims, quote: 'قال نعم.', anchor: { document: article, start: 7, end: 15 } };
    expect(await examples(galley)).toEqual([whole]);
    useUi.setState({ selection: { start: 11, end: 14 } });
    run('codebook.takeExample');
    const part = { code: claims, quote: 'نعم', anchor: { document: article, start: 11, end: 14 } };
    await waitFor(async () => expect(await examples(galley)).toEqual([whole, part]));
    await galley.client.call('history.undo', {});
    expect(await examples(galley)).toEqual([whole]);
  });

  it('takes a selection for the shortest coding that covers it', async ({ galley }) => {
    const [wide, claims] = [await galley.newCode('Wide'), await galley.newCode('Claims')];
    const article = await galley.newArticle('one', words);
    await galley.newCoding(article, 'First. قال نعم. Third', wide);
    await galley.newCoding(article, 'قال نعم.', claims);
    await galley.openArticle(article);
    galley.show(null);
    useUi.setState({ selection: { start: 7, end: 10 } });
    run('codebook.takeExample');
    expect(await noticeOf('status')).toBe('Taken as an example of “Claims”.');
    useUi.setState({ selection: { start: 0, end: 10 } });
    run('codebook.takeExample');
    await screen.findByText('Taken as an example of “Wide”.');
    const taken = (await examples(galley)).map(({ code, quote }) => [code, quote]);
    expect(Object.fromEntries(taken)).toEqual({ [claims]: 'قال', [wide]: 'First. قال' });
  });

  it('says what is missing where nothing covers the selection, or nothing is selected', async ({ galley }) => {
    await reading(galley);
    galley.show(null);
    run('codebook.takeExample');
    expect(await noticeOf('status')).toMatch(/^Choose a coding, or select a passage that has one:/u);
    useUi.setState({ selection: { start: 10, end: 20 } });
    run('codebook.takeExample');
    await waitFor(() => expect(useUi.getState().notices).toHaveLength(1));
    expect(await examples(galley)).toEqual([]);
  });
});
