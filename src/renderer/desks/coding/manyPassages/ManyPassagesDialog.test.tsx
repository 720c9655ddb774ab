import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Task } from '../../../../shared/api/events.ts';
import { errorFromWire } from '../../../../shared/errors.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { setClient } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

const texts = { one: 'War is war. Peace.\nNo war.\n', two: 'بعد war الحرب.\n' };

/** Opens the dialog for all hits of a word in these articles. */
async function openFor(galley: TestWindow, query = 'war', of: Readonly<Record<string, string>> = texts): Promise<Id[]> {
  const articles: Id[] = [];
  for (const [name, text] of Object.entries(of)) articles.push(await galley.newArticle(name, text));
  const { hits } = await galley.client.run('search.text', { query, limit: 10_000 });
  await galley.open({ kind: 'codePassages', passages: hits });
  return articles;
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'Hits to code' });
const rows = (): HTMLElement[] => within(list()).getAllByRole('option');
const ticks = (): boolean[] => rows().map((row) => row.getAttribute('aria-selected') === 'true');
const chooser = (): HTMLElement => screen.getByRole('button', { name: /^Code: / });
const says = (words: string | RegExp) => screen.findByText(words);

async function choose(galley: TestWindow, letters: string): Promise<void> {
  await galley.tabTo(chooser());
  await galley.press('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
  await galley.press(`${letters}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
}

async function quotes({ client }: TestWindow): Promise<string[]> {
  const { rows: all } = await client.call('segments.list', { offset: 0, limit: 100 });
  return all.map(({ quote }) => quote);
}

const notice = (words: string | RegExp) =>
  within(screen.getByRole('region', { name: 'Notices', hidden: true })).findByText(words);

describe('coding many passages', () => {
  it('begins at the code, with no code chosen and all passages ticked, and can do nothing yet', async ({ galley }) => {
    await galley.newCode('Conflict');
    await openFor(galley);
    await waitFor(() => expect(document.activeElement).toBe(chooser()));
    expect(chooser().textContent).toBe('Choose a code…');
    screen.getByText('Choose a code first');
    screen.getByText('4 of 4 hits ticked');
    expect(ticks()).toEqual([true, true, true, true]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Code 4 passages' }).disabled).toBe(true);
  });

  it('codes what is ticked as one step, says so, and takes it back from there', async ({ galley }) => {
    const code = await galley.newCode('Conflict');
    await openFor(galley);
    await choose(galley, 'conf');
    await galley.tabTo(list());
    await galley.press('{ArrowDown} ');
    expect(ticks()).toEqual([true, false, true, true]);
    await says('3 passages in 2 documents will be coded');
    await galley.pressButton('Code 3 passages');
    await galley.closed();
    await notice('3 passages in 2 documents coded “Conflict”');
    expect(await quotes(galley)).toEqual(['War', 'war', 'war']);
    expect(useUi.getState().recentCodes[0]).toBe(code);
    expect((await galley.client.call('history.state', {})).undo?.label).toBe('Code 3 passages with “Conflict”');
    await galley.pressButton('Undo', screen.getByRole('region', { name: 'Notices' }));
    await waitFor(async () => expect(await quotes(galley)).toEqual([]));
  });

  it('offers to undo it until it is undone elsewhere or something else is done', async ({ galley }) => {
    await galley.newCode('Conflict');
    await openFor(galley);
    await choose(galley, 'conf');
    await galley.pressButton('Code 4 passages');
    await galley.closed();
    await notice(/^4 passages in 2 documents coded/u);
    await galley.newCode('Later');
    await waitFor(() => expect(screen.queryByText(/^4 passages in 2 documents coded/u)).toBeNull());
    expect(await quotes(galley)).toHaveLength(4);
  });

  it('lists what is coded already without a tick, and leaves it out', async ({ galley }) => {
    const code = await galley.newCode('Conflict');
    const [one = ''] = await openFor(galley);
    await galley.newCoding(one, 'War', code);
    await choose(galley, 'conf');
    await says('3 passages in 2 documents will be coded; 1 hit is coded already');
    expect(ticks()).toEqual([false, true, true, true]);
    expect(rows()[0]?.textContent).toContain('coded already');
    await galley.tabTo(list());
    await galley.press('{Home} ');
    expect(ticks()[0]).toBe(false);
    await galley.pressButton('Code 3 passages');
    await galley.closed();
    await notice('3 passages in 2 documents coded “Conflict”; 1 was coded already');
    expect(await quotes(galley)).toHaveLength(4);
  });

  it('codes sentences once, however many hits they have', async ({ galley }) => {
    await galley.newCode('Conflict');
    await openFor(galley);
    await choose(galley, 'conf');
    await galley.tabTo(screen.getByRole('button', { name: /What is coded$/u }));
    await galley.press('{Enter}{ArrowDown}{Enter}');
    await says('3 passages in 2 documents will be coded');
    expect(rows()[1]?.textContent).toContain('same sentence as above');
    await galley.pressButton('Code 3 passages');
    await galley.closed();
    expect(await quotes(galley)).toEqual(['War is war.', 'No war.', 'بعد war الحرب.']);
  });

  it('makes a code in the same step', async ({ galley }) => {
    await openFor(galley);
    await choose(galley, 'Strife');
    expect(chooser().textContent).toBe('Strife (new)');
    await galley.pressButton('Code 4 passages');
    await galley.closed();
    await galley.client.call('history.undo', {});
    expect((await galley.client.call('codes.list', {})).codes).toEqual([]);
  });

  it('says what another code excludes', async ({ galley }) => {
    const [code, other] = [await galley.newCode('Conflict'), await galley.newCode('Peace')];
    const set = await galley.client.call('exclusiveSets.create', { name: 'Frames', rule: 'refuse' });
    for (const one of [code, other]) await galley.client.call('codes.update', { code: one, exclusiveSet: set.id });
    const [one = ''] = await openFor(galley);
    await galley.newCoding(one, 'War is war.', other);
    await choose(galley, 'conf');
    await says('2 passages in 2 documents will be coded; 2 hits stand where another code excludes this one');
    await galley.pressButton('Code 2 passages');
    await galley.closed();
    await notice(
      '2 passages not coded, because another code excludes this one there: “Peace” in “one”, “Peace” in “one”.',
    );
  });

  it('leaves out hits in a text that was corrected since, and says so', async ({ galley }) => {
    await galley.newCode('Conflict');
    const [, two = ''] = await openFor(galley);
    await choose(galley, 'conf');
    await act(() =>
      galley.client.call('texts.correct', { document: two, content: 'No war here.\n', reason: '', decisions: [] }),
    );
    await says('3 passages in 1 document will be coded; 1 hit stands in texts that were corrected since');
    expect(rows()[3]?.textContent).toContain('text corrected since');
    await galley.pressButton('Code 3 passages');
    await galley.closed();
    await notice(/^1 hit was not coded, because its text was corrected/u);
    expect(await quotes(galley)).toHaveLength(3);
  });

  it('takes all ticks and sets them by one key, and by buttons', async ({ galley }) => {
    await openFor(galley);
    await choose(galley, 'Strife');
    await says('4 passages in 2 documents will be coded');
    await galley.tabTo(list());
    await galley.press('{Control>}a{/Control}');
    expect(ticks()).toEqual([false, false, false, false]);
    await says('Nothing will be coded');
    await galley.press('{Control>}a{/Control}');
    expect(ticks()).toEqual([true, true, true, true]);
    await galley.pressButton('Tick none');
    await says('0 of 4 hits ticked');
    await galley.pressButton('Tick all');
    await says('4 of 4 hits ticked');
    const [first] = rows();
    if (first) fireEvent.click(first);
    await says('3 of 4 hits ticked');
  });

  it('stays as it is when the act is refused', async ({ galley }) => {
    const code = await galley.newCode('Conflict');
    await openFor(galley);
    await choose(galley, 'conf');
    await galley.tabTo(list());
    await galley.press(' ');
    await says('3 of 4 hits ticked');
    await galley.client.call('codes.update', { code, archived: true });
    await waitFor(() => expect(useRecords.getState().codes.get(code)?.archived).toBe(true));
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Code 3 passages' }).disabled).toBe(false),
    );
    await galley.pressButton('Code 3 passages');
    await notice(/^“Conflict” is archived/u);
    screen.getByText('3 of 4 hits ticked');
    await waitFor(() => screen.getByRole('button', { name: 'Code 3 passages' }));
    expect(await quotes(galley)).toEqual([]);
  });

  it('tells how far it is, and is stopped by Escape, with all as it was', async ({ galley }) => {
    await galley.newCode('Conflict');
    await openFor(galley);
    await choose(galley, 'conf');
    const asked: string[] = [];
    let stop: (() => void) | null = null;
    const run = ((method: string, input: object, progress?: (task: Task) => void) => {
      if (method !== 'codings.apply') return galley.client.run(method as never, input as never, progress);
      progress?.({ id: 'long', method, label: '', state: 'running', done: 3, total: 4, left: null, started: 0 });
      return new Promise((_, reject) => {
        stop = () => reject(errorFromWire({ code: 'cancelled', message: 'Cancelled.', details: {} }));
      });
    }) as typeof galley.client.run;
    const call = ((method: string, input: { task?: string }) => {
      if (method !== 'tasks.cancel') return galley.client.call(method as never, input as never);
      asked.push(input.task ?? '');
      stop?.();
      return Promise.resolve({});
    }) as typeof galley.client.call;
    setClient({ ...galley.client, run, call });
    await galley.pressButton('Code 4 passages');
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('3');
    const button = screen.getByRole('button', { name: 'Coding…' });
    expect(document.activeElement).toBe(button);
    await galley.press('{Enter}{Escape}');
    await says('4 of 4 hits ticked');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Code 4 passages' })));
    expect(asked).toEqual(['long']);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(useUi.getState().notices).toEqual([]);
  });

  it('draws few of many rows and goes to their end by keys', async ({ galley }) => {
    await openFor(galley, 'go', { many: 'go '.repeat(3000) });
    await says('3,000 of 3,000 hits ticked');
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('3000');
    await galley.tabTo(list());
    await galley.press('{End}');
    expect(list().getAttribute('aria-activedescendant')).toBe('passage-2999');
  });

  it('says so when there are none', async ({ galley }) => {
    await galley.open({ kind: 'codePassages', passages: [] });
    screen.getByText('There are no hits to code');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
