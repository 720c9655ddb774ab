import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../../testing/inWindow.ts';
import { loadStatus } from '../../../../state/load.ts';
import { reopen, twoStates } from './testBackups.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';

const openList = (galley: TestWindow): Promise<HTMLElement> => galley.open({ kind: 'backups', project: null });
const lookButton = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Look inside' });

describe('the backups of a project', () => {
  it('are none on its first day, and then there is nothing to look into', async ({ galley }) => {
    const dialog = await openList(galley);
    await within(dialog).findByText(/^There are no backups of this project on this machine yet\./u);
    within(dialog).getByText(`Of Test.galley in ${galley.folder}`);
    expect(lookButton().disabled).toBe(true);
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('are listed with what they hold and who did the last act; the first has the focus', async ({ galley }) => {
    await twoStates(galley);
    const dialog = await openList(galley);
    const option = await within(dialog).findByRole('option');
    within(option).getByText('1 document, 1 code, 1 coding');
    within(option).getByText('Code “Demand” (Ada)');
    await waitFor(() => expect(document.activeElement).toBe(option));
    expect(option.getAttribute('aria-selected')).toBe('true');
    expect(lookButton().disabled).toBe(false);
  });

  it('are looked into by Enter, and Back comes back to the list', async ({ galley }) => {
    await twoStates(galley);
    const dialog = await openList(galley);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('option')));
    await galley.press('{Enter}');
    await screen.findByRole('dialog', { name: /^Backup: \d{1,2} \p{L}+ \d{4}, \d\d:\d\d$/u });
    expect(dialog.isConnected).toBe(false);
    await galley.pressButton('Back');
    await screen.findByRole('dialog', { name: 'Backups' });
    await galley.pressButton('Look inside');
    await screen.findByText('It was looked through and is sound.');
    await galley.press('{Escape}');
    await galley.closed();
  });

  it('tell a state before a restoring from the backup of a day', async ({ galley }) => {
    const { backup } = await twoStates(galley);
    await galley.client.call('backups.restore', { project: null, backup });
    await openList(galley);
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    const [newest, oldest] = screen.getAllByRole('option');
    expect(newest?.textContent).toContain('State before a restoring');
    expect(newest?.textContent).toContain('2 documents, 2 codes, 3 codings');
    expect(oldest?.textContent).not.toContain('State before');
    expect(oldest?.textContent).toContain('1 document, 1 code, 1 coding');
    await waitFor(() => expect(document.activeElement).toBe(newest));
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(oldest));
    expect(oldest?.getAttribute('aria-selected')).toBe('true');
    await galley.press('{Home}');
    await waitFor(() => expect(document.activeElement).toBe(newest));
  });

  it('are those of the project that was asked about, also where its file is gone and none is open', async ({
    galley,
  }) => {
    await twoStates(galley);
    await galley.client.call('project.close', {});
    await loadStatus();
    rmSync(join(galley.folder, 'Test.galley'));
    const project = galley.app.grants.grant(join(galley.folder, 'Test.galley'));
    const dialog = await galley.open({ kind: 'backups', project });
    const option = await within(dialog).findByRole('option');
    // The closing made the day's backup anew.
    within(option).getByText('2 documents, 2 codes, 3 codings');
  });

  it('shut the dialog and say why, where they cannot be asked for', async ({ galley }) => {
    await galley.client.call('project.close', {});
    await openList(galley);
    await galley.closed();
    expect(screen.getByRole('alert').textContent).toMatch(/project/iu);
  });

  it('say that one is damaged', async ({ galley }) => {
    const { backup } = await twoStates(galley);
    const path = galley.app.grants.path(backup);
    writeFileSync(path, 'a letter');
    const dialog = await openList(galley);
    const option = await within(dialog).findByRole('option');
    expect(option.textContent).toContain('Cannot be read');
    await waitFor(() => expect(document.activeElement).toBe(option));
    await galley.press('{Enter}');
    expect((await screen.findByText(/^It cannot be restored\. /u)).textContent).toContain('.galley');
    for (const name of ['Restore in place', 'Restore as a new project'])
      expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  });

  it('do not tell whoever codes in a blind round what others did', async ({ galley }) => {
    const { alpha } = await twoStates(galley);
    const { client } = galley;
    const ben = await client.call('coders.add', { name: 'Ben' });
    const round = await client.call('rounds.create', { name: 'Blind', kind: 'reliability', mode: 'blind' });
    await client.call('rounds.assign', { round: round.id, documents: [alpha], coders: [ben.id] });
    await reopen(galley);
    await galley.newCode('Third');
    await galley.actAs('Ben');
    const dialog = await openList(galley);
    const option = await within(dialog).findByRole('option');
    within(option).getByText('2 documents, 2 codes');
    expect(option.textContent).not.toMatch(/Ada|coding/u);
    await galley.pressButton('Look inside');
    await screen.findByText('You code in a blind round: what was done and coded is not shown.');
    const inside = screen.getByRole('dialog');
    expect(inside.textContent).not.toMatch(/Ada|coding|Demand”/u);
    within(inside).getByRole('list', { name: 'Documents in the backup' });
    expect(within(inside).queryByText('The project is as it was then.')).toBeNull();
  });
});
