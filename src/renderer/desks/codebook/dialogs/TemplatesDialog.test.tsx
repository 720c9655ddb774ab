import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { codeNames, codesOf, noticeOf, variableOf } from '../testDesk.ts';

const chosen = (): string | null => screen.getByRole('option', { selected: true }).textContent;

describe('templates', () => {
  it('are looked at by arrows and by their first letters, with their source and what they hold', async ({ galley }) => {
    await galley.open({ kind: 'templates' });
    const list = await screen.findByRole('listbox', { name: 'Templates' });
    const first = within(list).getAllByRole('option')[0];
    await waitFor(() => expect(document.activeElement).toBe(first));
    await galley.press('Four');
    expect(chosen()).toBe('Four framing functions');
    screen.getByText(/^Entman, R\. M\. \(1993\)/u);
    expect(screen.getByText('Framing functions / Moral evaluation').closest('ul')?.children).toHaveLength(5);
    expect(screen.queryByRole('heading', { name: 'Variables' })).toBeNull();
    await galley.press('{Home}');
    expect(chosen()).toBe(first?.textContent);
    await galley.press('{End}{Escape}');
    await galley.closed();
    expect(await codesOf(galley)).toEqual([]);
  });

  it('add codes with their rules and examples in one step, and nothing that is there already', async ({ galley }) => {
    await galley.open({ kind: 'templates' });
    await screen.findByRole('listbox', { name: 'Templates' });
    await galley.press('Four{Enter}');
    await galley.closed();
    expect(await noticeOf('status')).toBe('5 codes added.');
    const moral = (await codesOf(galley)).find(({ name }) => name === 'Moral evaluation');
    expect(moral).toMatchObject({ include: 'Praise or blame by a standard of right and wrong.' });
    expect(await galley.client.call('examples.list', {})).toHaveLength(5);
    await galley.open({ kind: 'templates' });
    await screen.findByRole('listbox', { name: 'Templates' });
    await galley.press('Four');
    await galley.pressButton('Add');
    await galley.closed();
    await screen.findByText('All of it is there already.');
    expect(await codeNames(galley)).toHaveLength(5);
  });

  it('add variables, and undo takes them back', async ({ galley }) => {
    await galley.open({ kind: 'templates' });
    await screen.findByRole('listbox', { name: 'Templates' });
    await galley.press('Tone');
    screen.getByRole('heading', { name: 'Variables' });
    await galley.press('{Enter}');
    await galley.closed();
    expect(await noticeOf('status')).toBe('1 variable added.');
    const { choices, required } = await variableOf(galley, 'tone');
    // −2 to +2, and 99 for “cannot tell”.
    expect([choices.length, required]).toEqual([6, true]);
    await galley.client.call('history.undo', {});
    expect(await galley.client.call('variables.list', {})).toEqual([]);
  });
});
