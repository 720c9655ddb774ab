import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { expectHeard, expectKept, openForm } from './testForm.tsx';

const group = (): HTMLElement => screen.getByRole('radiogroup', { name: 'Work on this article' });
const status = (name: string): HTMLElement => within(group()).getByRole('radio', { name });
const isOn = async (name: string): Promise<HTMLElement> => within(group()).findByRole('radio', { name, checked: true });

/** What the program knows of everybody's work on an article. */
const workOn = async ({ client }: TestWindow, document: string) =>
  (await client.call('documents.open', { document })).progress.map((row) => [row.status, row.reason]);

describe('how far a coder is with an article', () => {
  it('is to do at first, and in work with the first answer, by one step', async ({ galley }) => {
    const article = await openForm(galley, { name: 'remark', level: 'text' });
    expect(await isOn('To do')).toBeTruthy();
    await galley.fill('remark', 'Port');
    await galley.press('{Enter}');
    expect(await isOn('In work')).toBeTruthy();
    expect(await workOn(galley, article)).toEqual([['working', '']]);
    await galley.client.call('history.undo', {});
    expect(await isOn('To do')).toBeTruthy();
    expect(await workOn(galley, article)).toEqual([]);
  });

  it('is set by arrow keys and Enter, and is to do again', async ({ galley }) => {
    const article = await openForm(galley);
    await galley.tabTo(status('To do'));
    await galley.press('{ArrowRight}{Enter}');
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([['working', '']]));
    await galley.press('{ArrowRight} ');
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([['done', '']]));
    expect(await isOn('Done')).toBe(document.activeElement);
    await galley.press('{ArrowLeft}{ArrowLeft}{Enter}');
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([]));
    await galley.client.call('history.undo', {});
    expect(await isOn('Done')).toBeTruthy();
  });

  it('stays where it is when what is on is pressed again', async ({ galley }) => {
    await openForm(galley);
    await galley.tabTo(status('To do'));
    const before = await galley.client.call('history.state', {});
    await galley.press('{Enter}');
    expect(await isOn('To do')).toBeTruthy();
    expect(await galley.client.call('history.state', {})).toEqual(before);
  });

  it('is set aside for a reason, which is shown, can be changed, and goes with another status', async ({ galley }) => {
    const article = await openForm(galley);
    await galley.tabTo(status('To do'));
    await galley.press('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await screen.findByRole('dialog', { name: 'Set this article aside' });
    await galley.press(' ليس عن الميناء {Enter}');
    await galley.closed();
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([['set-aside', 'ليس عن الميناء']]));
    expect((await screen.findByText('ليس عن الميناء')).dir).toBe('auto');
    await galley.press('{Alt>}{Shift>}S{/Shift}{/Alt}');
    const reason = await screen.findByLabelText<HTMLInputElement>('Reason');
    expect(reason.value).toBe('ليس عن الميناء');
    await galley.fill('Reason', 'Cut off');
    await galley.press('{Enter}');
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([['set-aside', 'Cut off']]));
    await expectHeard(galley);
    await galley.press('{Alt>}{Shift>}D{/Shift}{/Alt}');
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([['done', '']]));
    await waitFor(() => expect(screen.queryByText('Cut off')).toBeNull());
  });

  it('stays what it was when no reason is given', async ({ galley }) => {
    const article = await openForm(galley);
    await galley.press('{Alt>}{Shift>}S{/Shift}{/Alt}');
    const dialog = await screen.findByRole('dialog', { name: 'Set this article aside' });
    await galley.fill('Reason', '   ');
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Set aside' }).disabled).toBe(true);
    await galley.press('{Enter}');
    expect(screen.getByRole('dialog')).toBe(dialog);
    await galley.press('{Escape}');
    await galley.closed();
    expect(await isOn('To do')).toBeTruthy();
    expect(await workOn(galley, article)).toEqual([]);
  });

  it('is not done while an answer is missing, which is said', async ({ galley }) => {
    const article = await openForm(galley, { name: 'topic', level: 'text', required: true });
    await galley.tabTo(status('To do'));
    await galley.press('{ArrowRight}{ArrowRight}{Enter}');
    await screen.findByText('1 answer is missing');
    expect(await isOn('To do')).toBeTruthy();
    expect(await workOn(galley, article)).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'topic' })));
  });

  it('saves what is being typed before it says whether that was all', async ({ galley }) => {
    const article = await openForm(galley, { name: 'topic', level: 'text', required: true });
    await galley.fill('topic', 'strikes');
    await galley.press('{Alt>}{Shift>}D{/Shift}{/Alt}');
    await waitFor(async () => expect(await workOn(galley, article)).toEqual([['done', '']]));
    await expectKept(galley, article, { topic: 'strikes' });
    expect(screen.queryByText('1 answer is missing')).toBeNull();
  });

  it('is each coder’s own', async ({ galley }) => {
    const article = await openForm(galley);
    await galley.press('{Alt>}{Shift>}D{/Shift}{/Alt}');
    expect(await isOn('Done')).toBeTruthy();
    await galley.actAs('Ben');
    expect(await isOn('To do')).toBeTruthy();
    expect(await workOn(galley, article)).toEqual([['done', '']]);
  });
});
