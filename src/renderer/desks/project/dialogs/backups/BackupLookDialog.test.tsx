import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { it } from '../../../../testing/inWindow.ts';
import type { Client } from '../../../../../shared/api/client.ts';
import { AppError } from '../../../../../shared/errors.ts';
import { said } from '../../../../../shared/words/message.ts';
import { setClient } from '../../../../state/client.ts';
import { loadStatus } from '../../../../state/load.ts';
import { putTask } from '../../../../state/tasks.ts';
import { reopen, twoStates } from './testBackups.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';

type AnyClient = { call(method: string, input: object): Promise<unknown> };

/** Opens the list of backups and looks into its first one. */
async function look(galley: TestWindow, project: string | null = null): Promise<HTMLElement> {
  await galley.open({ kind: 'backups', project });
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'));
  await galley.press('{Enter}');
  await screen.findByText('It was looked through and is sound.');
  return screen.getByRole('dialog', { name: /^Backup: /u });
}

const documents = async ({ client }: TestWindow): Promise<string[]> =>
  (await client.call('documents.list', { offset: 0, limit: 9 })).rows.map(({ name }) => name);
const projectFiles = ({ folder }: TestWindow): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.galley'));
const lines = (list: HTMLElement): string[] =>
  within(list)
    .getAllByRole('listitem')
    .map(({ firstChild }) => firstChild?.textContent ?? '');

describe('looking into a backup', () => {
  it('says what the project has gained since, act by act, newest first', async ({ galley }) => {
    await twoStates(galley);
    const dialog = await look(galley);
    const gained = within(dialog).getByRole('list', {
      name: 'Only in the project as it is now: 4 acts, 1 document, 1 code, 2 codings',
    });
    expect(lines(gained)).toEqual([
      'Code “Reply”',
      'Code “Reply”',
      'Create code “Reply”',
      'Import 1 document',
      'beta',
      'Reply',
    ]);
    expect(within(gained).getAllByText(/^Ada, \d\d:\d\d$/u)).toHaveLength(4);
    expect(within(dialog).queryByRole('list', { name: /^Only in this backup/u })).toBeNull();
    expect(lines(within(dialog).getByRole('list', { name: 'Documents in the backup' }))).toEqual(['alpha']);
    const acts = lines(within(dialog).getByRole('list', { name: 'Last acts in the backup' }));
    expect(acts.slice(0, 3)).toEqual(['Code “Demand”', 'Create code “Demand”', 'Import 1 document']);
  });

  it('says that nothing has changed, where nothing has', async ({ galley }) => {
    await galley.newCode('Demand');
    await reopen(galley);
    const dialog = await look(galley);
    within(dialog).getByText('The project is as it was then.');
    expect(within(dialog).queryByRole('list', { name: /^Only in/u })).toBeNull();
  });

  it('tells acts that were taken back as such', async ({ galley }) => {
    await galley.newCode('Demand');
    await reopen(galley);
    await galley.client.call('history.undo', {});
    const dialog = await look(galley);
    // The copy has the code, which the project has no longer; the project has the act of taking it back.
    const gained = within(dialog).getByRole('list', { name: 'Only in the project as it is now: 1 act' });
    expect(lines(gained)).toEqual(['Undo: Create code “Demand”']);
    expect(lines(within(dialog).getByRole('list', { name: 'Only in this backup: 1 code' }))).toEqual(['Demand']);
  });

  it('begins at Back, and every list can be come to by Tab', async ({ galley }) => {
    await twoStates(galley);
    const dialog = await look(galley);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Back'));
    for (const list of within(dialog).getAllByRole('list')) await galley.tabTo(list);
  });

  it('has nothing to compare with where the project’s file is gone, and brings it back', async ({ galley }) => {
    await twoStates(galley);
    await galley.client.call('project.close', {});
    await loadStatus();
    const path = join(galley.folder, 'Test.galley');
    rmSync(path);
    const dialog = await look(galley, galley.app.grants.grant(path));
    within(dialog).getByText('The project as it is cannot be read, so there is nothing to compare with.');
    await galley.pressButton('Restore in place', dialog);
    await galley.closed();
    await screen.findByText('The backup is in its place.');
    expect((await galley.client.call('project.status', {})).project?.fileName).toBe('Test.galley');
    expect(await documents(galley)).toEqual(['alpha', 'beta']); // closing the project had made the backup anew
  });
});

describe('restoring a backup', () => {
  it('in place keeps the state before it beside the project, under the name that is told', async ({ galley }) => {
    await twoStates(galley);
    const dialog = await look(galley);
    within(dialog).getByText(/is kept beside it, under the name “… \(before restore …\)”\.$/u);
    await galley.pressButton('Restore in place', dialog);
    await galley.closed();
    const notice = await screen.findByText(/^The backup is in its place\. The state before it is “/u);
    const kept = projectFiles(galley).find((name) => name !== 'Test.galley') ?? '';
    expect(kept).toMatch(/^Test \(before restore /u);
    expect(notice.textContent).toContain(`“${kept}”`);
    expect(await documents(galley)).toEqual(['alpha']);
  });

  it('as a new project opens that, and the one before stays as it was', async ({ galley }) => {
    await twoStates(galley);
    await galley.pressButton('Restore as a new project', await look(galley));
    await galley.closed();
    const { project } = await galley.client.call('project.status', {});
    expect(project?.fileName).toMatch(/^Test \(backup of \d{4}-\d\d-\d\d\)\.galley$/u);
    await screen.findByText(`Opened ${project?.fileName ?? ''}, a new project in ${galley.folder}.`);
    expect(await documents(galley)).toEqual(['alpha']);
    await galley.client.call('project.open', { file: galley.app.grants.grant(join(galley.folder, 'Test.galley')) });
    expect(await documents(galley)).toEqual(['alpha', 'beta']);
  });

  it('comes back to what can be done, and says why, where the copy was spoilt meanwhile', async ({ galley }) => {
    const { backup } = await twoStates(galley);
    const dialog = await look(galley);
    writeFileSync(galley.app.grants.path(backup), 'a letter');
    await galley.pressButton('Restore in place', dialog);
    expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain('.galley');
    await screen.findByRole('button', { name: 'Restore in place' });
    expect(projectFiles(galley)).toEqual(['Test.galley']);
    expect(await documents(galley)).toEqual(['alpha', 'beta']);
  });

  it('shows how far it is, and Cancel, which has the focus, stops it without a notice', async ({ galley }) => {
    await twoStates(galley);
    const dialog = await look(galley);
    const stopped = vi.fn();
    // A restoring that is as slow as one of gigabytes: a test cannot wait for that, so its call is held up here.
    const program = galley.client as unknown as AnyClient; // of all its methods
    const held = new Promise<never>((_, reject) => {
      stopped.mockImplementation(() => reject(new AppError('cancelled', said('transport.reading', { files: 1 }))));
    });
    const call: AnyClient['call'] = (method, input) => {
      if (method === 'backups.restore') return held;
      if (method !== 'tasks.cancel') return program.call(method, input);
      stopped(input);
      return Promise.resolve({});
    };
    setClient({ ...galley.client, call } as Client); // takes all methods
    await galley.pressButton('Restore in place', dialog);
    const waiting = await screen.findByRole<HTMLButtonElement>('button', { name: 'Cancel' });
    expect(waiting.disabled).toBe(true);
    act(() =>
      putTask({
        id: 'restoring',
        method: 'backups.restore',
        label: 'Copy Test',
        state: 'running',
        done: 300,
        total: 1200,
        left: 90_000,
        started: 0,
      }),
    );
    const bar = screen.getByRole('progressbar', { name: 'Restoring…' });
    expect(bar.getAttribute('aria-valuenow')).toBe('300');
    expect(bar.getAttribute('aria-valuemax')).toBe('1200');
    screen.getByText('300 of 1,200 · 2 min left'); // 90 s are a minute and a half, which is rounded
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    await galley.press('{Enter}');
    await screen.findByRole('button', { name: 'Restore in place' });
    expect(stopped.mock.calls).toEqual([[{ task: 'restoring' }]]);
    expect(screen.queryByRole('alert', { hidden: true })).toBeNull();
  });
});
