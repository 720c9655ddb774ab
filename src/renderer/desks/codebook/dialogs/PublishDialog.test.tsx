import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { useRecords } from '../../../state/records.ts';
import { setClient } from '../../../state/client.ts';
import { openDialog } from '../../../state/ui.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { noticeOf } from '../testDesk.ts';

const versions = ({ client }: TestWindow) => client.call('versions.list', {});
/** Publishes the codebook elsewhere, and waits until the window knows. */
async function published({ client }: TestWindow): Promise<void> {
  const { number } = await client.call('versions.publish', { note: '' });
  await waitFor(() => expect(useRecords.getState().versions[0]?.number).toBe(number));
}
const lines = (): (string | null)[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const publish = (): HTMLElement => screen.getByRole('button', { name: 'Publish version' });

describe('publishing the codebook', () => {
  it('shows what is new, and freezes it under the next number with a note', async ({ galley }) => {
    await galley.newCode('Claims');
    await galley.client.call('variables.create', { scope: 'document', name: 'tone', level: 'text' });
    await galley.open({ kind: 'publish' });
    screen.getByRole('dialog', { name: 'Publish version 1' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' })));
    await waitFor(() => expect(lines()).toEqual(['Code Claims: added', 'Variable tone: added']));
    await galley.press(' الأول{Enter}two lines ');
    await galley.pressButton('Publish version');
    await galley.closed();
    expect(await versions(galley)).toMatchObject([{ number: 1, coder: 'Ada', note: 'الأول\ntwo lines' }]);
    await galley.client.call('history.undo', {});
    expect(await versions(galley)).toEqual([]);
  });

  it('is offered only when something changed since', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await published(galley);
    await galley.open({ kind: 'publish' });
    screen.getByRole('dialog', { name: 'Publish version 2' });
    await screen.findByText('Nothing changed.');
    expect(publish()).toHaveProperty('disabled', true);
    await galley.press('{Escape}');
    await galley.closed();
    await galley.client.call('codes.update', { code, include: 'All of it.' });
    await galley.open({ kind: 'publish' });
    await waitFor(() => expect(lines()).toEqual(['Code Claims: Include: empty → “All of it.”']));
    expect(publish()).toHaveProperty('disabled', false);
    await galley.pressButton('Cancel');
    await galley.closed();
    expect(await versions(galley)).toHaveLength(1);
  });

  it('follows what is published and changed elsewhere meanwhile, and the note stays to be used', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await galley.open({ kind: 'publish' });
    await waitFor(() => expect(lines()).toEqual(['Code Claims: added']));
    await galley.press('Renamed');
    await published(galley);
    screen.getByRole('dialog', { name: 'Publish version 2' });
    await screen.findByText('Nothing changed.');
    expect(publish()).toHaveProperty('disabled', true);
    await galley.client.call('codes.update', { code, name: 'Assertions' });
    await screen.findByText(/“Claims” → “Assertions”/u);
    await galley.pressButton('Publish version');
    await galley.closed();
    expect(await versions(galley)).toMatchObject([{ number: 2, note: 'Renamed' }, { number: 1 }]);
  });

  it('is refused when the change is taken back in that moment, and the note stays to be used', async ({ galley }) => {
    const code = await galley.newCode('Claims');
    await published(galley);
    await galley.client.call('codes.update', { code, name: 'Assertions' });
    await galley.open({ kind: 'publish' });
    await screen.findByText(/“Claims” → “Assertions”/u);
    await galley.press('Renamed');
    // The window has not heard of it when the button is pressed.
    const { client } = galley;
    const silent = new Promise<never>(() => undefined);
    setClient({
      ...client,
      call: (method, input) => (method === 'versions.difference' ? silent : client.call(method, input)),
    });
    await client.call('history.undo', {});
    await galley.pressButton('Publish version');
    expect(await noticeOf('alert')).toBe('Nothing has changed in the codebook since version 1.');
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Renamed');
    expect(await versions(galley)).toHaveLength(1);
  });
});

describe('the changes between two versions', () => {
  /** Three codebooks: one code; it renamed and moved under another; that other one gone again. */
  async function history(galley: TestWindow) {
    const { call } = galley.client;
    const code = await galley.newCode('Claims');
    await call('examples.create', { code, quote: 'It is so.' });
    await call('versions.publish', { note: '' });
    const top = await galley.newCode('Top');
    await call('codes.move', { code, parent: top, before: null });
    await call('codes.update', { code, name: 'Assertions' });
    await call('versions.publish', { note: '' });
    await call('codes.move', { code, parent: null, before: null });
    await call('codes.remove', { code: top });
  }

  it('are told line by line, from the empty codebook to now', async ({ galley }) => {
    await history(galley);
    galley.show(null);
    const told = async (from: number, to: number | null): Promise<(string | null)[]> => {
      act(() => openDialog({ kind: 'difference', from, to }));
      await waitFor(() => expect(lines().length).toBeGreaterThan(0));
      const found = lines();
      await galley.press('{Enter}');
      await galley.closed();
      return found;
    };
    expect(await told(0, 1)).toEqual(['Code Claims: added', 'Example Claims: added']);
    expect(await told(1, 2)).toEqual([
      'Code Top: added',
      'Code Top / Assertions: Name: “Claims” → “Assertions”',
      'Code Top / Assertions: Place: empty → “Top”',
    ]);
    expect(await told(2, null)).toEqual(['Code Assertions: Place: “Top” → empty', 'Code Top: removed']);
  });

  it('bear the numbers in their title', async ({ galley }) => {
    await history(galley);
    await galley.open({ kind: 'difference', from: 0, to: 1 });
    screen.getByRole('dialog', { name: 'From the empty codebook to version 1' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Close'));
    await galley.press('{Escape}');
    await galley.closed();
    await galley.open({ kind: 'difference', from: 2, to: null });
    screen.getByRole('dialog', { name: 'From version 2 to now' });
  });

  it('of a version that is not there are refused in words', async ({ galley }) => {
    await galley.open({ kind: 'difference', from: 7, to: null });
    expect(await noticeOf('alert')).toBe('The codebook has no version 7.');
    expect(within(screen.getByRole('dialog')).queryByRole('listitem')).toBeNull();
  });
});
