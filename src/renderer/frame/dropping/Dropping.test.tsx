import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import { openReadOnly } from '../../testing/readOnly.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { loadStatus } from '../../state/load.ts';

import { Dropping } from './Dropping.tsx';

const documents = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('documents.list', { offset: 0, limit: 9 })).rows.map(({ name }) => name);

/** Files that lie in no folder, as a drag carries them. */
function carrying(...files: File[]) {
  const items = files.map((file) => ({ kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => null }));
  return { dataTransfer: { types: ['Files'], items, dropEffect: 'none' } };
}
const text = (name: string, words: string): File => new File([words], name);
const overText = 'Let go to import these files';

/** A window with something in it, over which files are dragged. */
function show(galley: TestWindow): { outer: HTMLElement; inner: HTMLElement } {
  galley.show(
    <Dropping>
      <main>
        <p role="note">Words</p>
      </main>
    </Dropping>,
  );
  return { outer: screen.getByRole('main'), inner: screen.getByRole('note') };
}

describe('files over the window', () => {
  it('are announced while they are anywhere over it, and not when they have left it', ({ galley }) => {
    const { outer, inner } = show(galley);
    const drag = carrying(text('one.txt', 'One.\n'));
    fireEvent.dragEnter(outer, drag);
    screen.getByText(overText);
    fireEvent.dragEnter(inner, drag); // enters a part of it, and then leaves the part before
    fireEvent.dragLeave(outer, drag);
    screen.getByText(overText);
    fireEvent.dragLeave(inner, drag);
    expect(screen.queryByText(overText)).toBeNull();
  });

  it('are imported when they are let go, and the report says so', async ({ galley }) => {
    const { outer } = show(galley);
    const drag = carrying(text('one.txt', 'War is peace.\n'), text('خبر.txt', 'الحرب سلام.\n'));
    fireEvent.dragEnter(outer, drag);
    expect(fireEvent.dragOver(outer, drag)).toBe(false); // taken, or the browser would open the file
    fireEvent.drop(outer, drag);
    expect(screen.queryByText(overText)).toBeNull();
    const report = await screen.findByRole('dialog', { name: 'Import report' });
    within(report).getByText(/^2 documents imported/u);
    expect(await documents(galley)).toEqual(['one', 'خبر']);
    await galley.client.call('history.undo', {});
    expect(await documents(galley)).toEqual([]);
  });

  it('that cannot be imported are named with the reason', async ({ galley }) => {
    const { outer } = show(galley);
    fireEvent.drop(outer, carrying(text('empty.txt', ''), text('one.txt', 'War is peace.\n')));
    const report = await screen.findByRole('dialog', { name: 'Import report' });
    within(report).getByText(/1 refused/u);
    within(report).getByText('empty.txt');
    expect(await documents(galley)).toEqual(['one']);
  });

  it('begin a new project where none is open', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await act(loadStatus);
    const { outer } = show(galley);
    const drag = carrying(text('one.txt', 'War is peace.\n'));
    fireEvent.dragEnter(outer, drag);
    screen.getByText('Let go to start a project with these files');
    fireEvent.drop(outer, drag);
    const dialog = await screen.findByRole('dialog', { name: 'New project' });
    within(dialog).getByText('1 file will be imported into it.');
  });

  it('are not taken by a read-only project', async ({ galley }) => {
    await openReadOnly(galley);
    const { outer } = show(galley);
    const drag = carrying(text('one.txt', 'War is peace.\n'));
    fireEvent.dragEnter(outer, drag);
    expect(screen.queryByText(overText)).toBeNull();
    const [item] = drag.dataTransfer.items;
    const take = vi.fn(() => null);
    fireEvent.drop(outer, { dataTransfer: { ...drag.dataTransfer, items: [{ ...item, getAsFile: take }] } });
    expect(take).not.toHaveBeenCalled();
    expect(await documents(galley)).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('that are none (a folder without files) are said to be none', async ({ galley }) => {
    const { outer } = show(galley);
    fireEvent.drop(outer, carrying());
    await screen.findByText('There was no file to import in what you dropped.');
  });

  it('are not taken for words that are dragged from one place of a text to another', async ({ galley }) => {
    const { outer } = show(galley);
    const words = { dataTransfer: { types: ['text/plain'], items: [] } };
    fireEvent.dragEnter(outer, words);
    expect(fireEvent.dragOver(outer, words)).toBe(true);
    expect(fireEvent.drop(outer, words)).toBe(true);
    expect(screen.queryByText(overText)).toBeNull();
    await waitFor(async () => expect(await documents(galley)).toEqual([]));
  });
});
