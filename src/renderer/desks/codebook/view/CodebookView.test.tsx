import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import type { Id } from '../../../../shared/model/records.ts';
import { isDrawerOpen } from '../../../actions/view.ts';
import { useSegmentFilter } from '../../../state/segmentFilter.ts';
import { useUi } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import { openReadOnly } from '../../../testing/readOnly.ts';

import type { TestWindow } from '../../../testing/testWindow.tsx';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { codeNames, codeOf, codesOf, noticeOf } from '../testDesk.ts';
import { CodebookView } from './CodebookView.tsx';

/** Shows the view with this code chosen, and the focus on its row. */
async function show(galley: TestWindow, code: Id | null): Promise<void> {
  useUi.setState({ view: 'codebook' });
  useCodebookFocus.setState({ code, staleRow: null });
  galley.show(<CodebookView />);
  const tree = await screen.findByRole('treegrid');
  const row = within(tree)
    .getAllByRole('row')
    .find((one) => one.dataset['key'] === code);
  if (row) await galley.tabTo(row);
}

const nameField = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });

describe('the codebook view', () => {
  it('shows the rules and questions of the code that is gone to in the tree', async ({ galley }) => {
    const [war] = [await galley.newCode('War'), await galley.newCode('سلام')];
    await show(galley, war);
    expect(nameField().value).toBe('War');
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(nameField().value).toBe('سلام'));
    screen.getByRole('heading', { name: 'About passages of “سلام”' });
    await galley.press('{Home}');
    await waitFor(() => expect(nameField().value).toBe('War'));
    expect(useCodebookFocus.getState().code).toBe(war);
  });

  it('makes a code beside the chosen one by N, which is chosen then', async ({ galley }) => {
    const war = await galley.newCode('War');
    await show(galley, war);
    await galley.press('n');
    await screen.findByRole('textbox', { name: 'Code name' });
    await galley.press('Peace{Enter}');
    await waitFor(async () => expect(await codeNames(galley)).toEqual(['Peace', 'War']));
    const made = (await codesOf(galley)).find(({ name }) => name === 'Peace');
    expect(made?.parent).toBeNull();
    await waitFor(() => expect(nameField().value).toBe('Peace'));
  });

  it('goes from the tree to the code’s acts by keys', async ({ galley }) => {
    const war = await galley.newCode('War');
    await galley.newCode('Peace');
    await show(galley, war);
    for (const [key, title] of [
      ['m', 'Merge “War”'],
      ['{Shift>}S{/Shift}', 'Split “War”'],
      ['{Delete}', 'Remove “War”?'],
    ] as const) {
      await galley.press(key);
      await screen.findByRole(key === '{Delete}' ? 'alertdialog' : 'dialog', { name: title });
      await galley.press('{Escape}');
      await galley.closed();
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { name: /^War/u })));
    }
    await galley.press('a');
    await waitFor(async () => expect((await codeOf(galley, war)).archived).toBe(true));
    expect(await codeNames(galley)).toEqual(['Peace', 'War']);
  });

  it('begins to edit the definition in the form, not in the tree', async ({ galley }) => {
    const war = await galley.newCode('War');
    await show(galley, war);
    await galley.press('d');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Definition' })));
    await galley.press('Armed.{Tab}');
    await waitFor(async () => expect((await codeOf(galley, war)).definition).toBe('Armed.'));
  });

  it('keeps what was typed for a code when another is gone to', async ({ galley }) => {
    const [war, peace] = [await galley.newCode('War'), await galley.newCode('Peace')];
    await show(galley, war);
    await galley.fill('Include', 'Battles.');
    useCodebookFocus.setState({ code: peace });
    await waitFor(() => expect(nameField().value).toBe('Peace'));
    await waitFor(async () => expect((await codeOf(galley, war)).include).toBe('Battles.'));
    expect((await codeOf(galley, peace)).include).toBe('');
  });

  it('shows the segments of a code in the drawer of the text', async ({ galley }) => {
    const war = await galley.newCode('War');
    await show(galley, war);
    await galley.press('{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu');
    within(menu).getByRole('menuitem', { name: /^Show its segments/u });
    await galley.press('Show its{Enter}');
    await waitFor(() => expect(useUi.getState()).toMatchObject({ view: 'code', drawerTab: 'segments' }));
    expect(useSegmentFilter.getState()).toMatchObject({ scope: 'project', code: war, coder: null });
    expect(isDrawerOpen()).toBe(true);
  });

  it('says so when there is no code, and adds a template to begin with', async ({ galley }) => {
    useUi.setState({ view: 'codebook' });
    useCodebookFocus.setState({ code: null });
    galley.show(<CodebookView />);
    screen.getByText('No codes yet');
    screen.getByText('Choose a code');
    await galley.pressButton('Add template');
    await screen.findByRole('dialog', { name: 'Add template' });
    await screen.findByRole('listbox', { name: 'Templates' });
    await galley.press('Four{Enter}');
    await galley.closed();
    expect(await noticeOf('status')).toBe('5 codes added.');
    await screen.findByRole('row', { name: /^Framing functions/u });
  });

  it('lets a code that somebody removed go from the form too', async ({ galley }) => {
    const [war] = [await galley.newCode('War'), await galley.newCode('Peace')];
    await show(galley, war);
    await galley.client.call('codes.remove', { code: war });
    await waitFor(() => expect(screen.queryByDisplayValue('War')).toBeNull());
    await galley.client.call('history.undo', {});
    await screen.findByRole('row', { name: /^War/u });
  });

  it('offers no act in a project that is only read', async ({ galley }) => {
    const war = await galley.newCode('War');
    await openReadOnly(galley);
    await show(galley, war);
    expect(screen.queryByRole('button', { name: 'Add template' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Publish version' })).toBeNull();
    expect(nameField().readOnly).toBe(true);
    await galley.press('n{Delete}{F2}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Code name' })).toBeNull();
  });
});
