import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';

const project = async ({ client }: TestWindow) => (await client.call('project.status', {})).project;

/** Opens the dialog as the header does. */
const rename = (galley: TestWindow): Promise<HTMLElement> => galley.open({ kind: 'renameProject', name: 'Test' });

describe('renaming the project', () => {
  it('gives it another name, and the file keeps its own; undo gives the name back', async ({ galley }) => {
    await rename(galley);
    const field = screen.getByLabelText<HTMLInputElement>('Name');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('Test');
    await galley.fill('Name', '  إضراب الميناء  ');
    await galley.press('{Enter}');
    await galley.closed();
    await waitFor(async () => expect((await project(galley))?.name).toBe('إضراب الميناء'));
    expect((await project(galley))?.fileName).toBe('Test.galley');
    await galley.client.call('history.undo', {});
    expect((await project(galley))?.name).toBe('Test');
  });

  it('saves neither the name that it has nor none', async ({ galley }) => {
    const dialog = await rename(galley);
    const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save' });
    for (const name of ['Test', ' Test ', '', '  ']) {
      await galley.fill('Name', name);
      expect(save.disabled).toBe(true);
      await galley.press('{Enter}');
      expect(screen.getByRole('dialog', { name: 'Rename the project' })).toBe(dialog);
    }
    await galley.fill('Name', 'Tests');
    expect(save.disabled).toBe(false);
  });

  it('runs with the direction of what is typed', async ({ galley }) => {
    await rename(galley);
    expect(screen.getByLabelText('Name').getAttribute('dir')).toBe('auto');
  });

  it('leaves the name on Escape and on Cancel', async ({ galley }) => {
    for (const leave of [() => galley.press('{Escape}'), () => galley.pressButton('Cancel')]) {
      await rename(galley);
      await galley.fill('Name', 'Other');
      await leave();
      await galley.closed();
    }
    expect((await project(galley))?.name).toBe('Test');
    const { undo } = await galley.client.call('history.state', {});
    expect(undo).toBeNull();
  });
});
