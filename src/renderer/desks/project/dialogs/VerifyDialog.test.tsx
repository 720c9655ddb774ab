import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { runAction } from '../../../actions/registry.ts';
import { useUi } from '../../../state/ui.ts';

describe('what verifying found', () => {
  it('is that all is well, of a project as the program wrote it, and when that was is remembered', async ({
    galley,
  }) => {
    const war = await galley.newCode('War');
    await galley.newCoding(await galley.newArticle('one', 'War is peace.\n'), 'peace', war);
    galley.show(null);
    expect(useUi.getState().verifiedAt).toBeNull();
    runAction('project.verify');
    const dialog = await screen.findByRole('dialog', { name: 'Project verified' });
    within(dialog).getByText('Every text is as it was imported, and every coding quotes exactly its passage.');
    expect(within(dialog).queryByRole('list')).toBeNull();
    expect(useUi.getState().verifiedAt).toBeTypeOf('number');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Close'));
    await galley.press('{Enter}');
    await galley.closed();
  });

  it('is listed, each with its document, and what concerns no document as the whole file', async ({ galley }) => {
    const problems = [
      { kind: 'text', document: 'Streik im Hafen', message: 'Its text is another than was imported.' },
      { kind: 'file', document: '', message: 'A table has a row too many.' },
    ];
    await galley.open({ kind: 'verify', problems });
    screen.getByText('2 problems found. Nothing was changed.');
    const list = screen.getByRole('list', { name: 'Problems' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ children }) => [...children].map((part) => part.textContent)),
    ).toEqual([
      ['Streik im Hafen', 'Its text is another than was imported.'],
      ['Whole file', 'A table has a row too many.'],
    ]);
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('is one problem in the singular', async ({ galley }) => {
    await galley.open({ kind: 'verify', problems: [{ kind: 'file', document: '', message: 'A row is gone.' }] });
    screen.getByText('1 problem found. Nothing was changed.');
  });
});
