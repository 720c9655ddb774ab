import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { TestWindow } from '../../testing/testWindow.tsx';
import { loadStatus } from '../../state/load.ts';
import { Welcome } from './Welcome.tsx';

const recent = (): HTMLElement => screen.getByRole('region', { name: 'Recent projects' });
const project = async ({ client }: TestWindow) => (await client.call('project.status', {})).project;

async function welcome(galley: TestWindow): Promise<void> {
  await galley.client.call('project.close', {});
  await act(loadStatus);
  galley.show(<Welcome />);
}

describe('the window without a project', () => {
  it('lists the projects that were open, the last one first, and opens one', async ({ galley }) => {
    await galley.client.call('project.create', { folder: galley.app.grants.grant(galley.folder), name: 'الميناء' });
    await welcome(galley);
    await within(recent()).findByText('Test');
    const rows = within(recent()).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getAllByRole('button')[0]?.textContent)).toEqual([
      expect.stringMatching(/^الميناء/u),
      expect.stringMatching(/^Test/u),
    ]);
    for (const row of rows) {
      within(row).getByTitle(galley.folder);
      within(row).getByTitle(/^Last opened \d+ \w+ \d{4}, \d\d:\d\d$/u);
    }
    await galley.pressButton(/^Test/u, recent());
    await waitFor(async () => expect((await project(galley))?.name).toBe('Test'));
  });

  it('tells a project whose file is gone, which cannot be opened but has its backups', async ({ galley }) => {
    await galley.newCode('War');
    await galley.client.call('project.close', {});
    renameSync(join(galley.folder, 'Test.galley'), join(galley.folder, 'away'));
    await act(loadStatus);
    galley.show(<Welcome />);
    await screen.findByText('file not found');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Test/u }).disabled).toBe(true);
    await galley.pressButton('Backups of Test…');
    const dialog = await screen.findByRole('dialog', { name: 'Backups' });
    await within(dialog).findByText('0 documents, 1 code, 0 codings');
  });

  it('takes a project whose file is gone off the list for good, and no other', async ({ galley }) => {
    await galley.client.call('project.create', { folder: galley.app.grants.grant(galley.folder), name: 'Other' });
    await galley.client.call('project.close', {});
    renameSync(join(galley.folder, 'Test.galley'), join(galley.folder, 'away'));
    await act(loadStatus);
    galley.show(<Welcome />);
    await galley.pressButton('Take Test off the list');
    await waitFor(() => expect(within(recent()).getAllByRole('listitem')).toHaveLength(1));
    const left = await galley.client.call('project.recent', {});
    expect(left.map(({ name }) => name)).toEqual(['Other']);
    expect(screen.queryByRole('button', { name: /off the list/u })).toBeNull();
  });

  it('tells two copies of a project apart by their place, in one folder by the name of the file', async ({
    galley,
  }) => {
    const { grants } = galley.app;
    const copies = [join(galley.folder, 'Test (copy).galley'), join(galley.folder, 'elsewhere', 'Test.galley')];
    mkdirSync(join(galley.folder, 'elsewhere'));
    await galley.client.call('project.close', {});
    for (const copy of copies) {
      copyFileSync(join(galley.folder, 'Test.galley'), copy);
      await galley.client.call('project.open', { file: grants.grant(copy) });
    }
    await welcome(galley);
    await waitFor(() => expect(within(recent()).getAllByRole('listitem')).toHaveLength(3));
    for (const place of [join(galley.folder, 'elsewhere'), copies[0] ?? '', galley.folder])
      within(recent()).getByTitle(place);
  });

  it('offers the backups of a project that is damaged', async ({ galley }) => {
    await galley.client.call('project.close', {});
    writeFileSync(join(galley.folder, 'Test.galley'), 'a letter');
    await act(loadStatus);
    galley.show(<Welcome />);
    await galley.pressButton(/^Test/u, recent());
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Test.galley');
    await galley.pressButton('Backups…', notice);
    await screen.findByRole('dialog', { name: 'Backups' });
    expect(screen.queryByRole('alert', { hidden: true })).toBeNull();
    expect(await project(galley)).toBeNull();
  });

  it('begins a new project, opens one, and shows whose work Galley is', async ({ galley }) => {
    await welcome(galley);
    screen.getByRole('heading', { level: 1, name: 'Galley' });
    screen.getByText('Galley 0.0.0-test');
    for (const [button, title] of [
      [/^New project/u, 'New project'],
      [/^Open project/u, 'Open project'],
    ] as const) {
      await galley.pressButton(button);
      const dialog = await screen.findByRole('dialog', { name: title });
      await galley.pressButton('Cancel', dialog);
      await galley.closed();
    }
    await galley.pressButton('What Galley is made with');
    await screen.findByRole('dialog', { name: 'What Galley is made with' });
  });

  it('opens the sample project', async ({ galley }) => {
    mkdirSync(join(galley.folder, 'projects'), { recursive: true });
    await welcome(galley);
    await galley.pressButton(/^Open the sample project/u);
    await waitFor(async () => expect((await project(galley))?.folder).toBe(join(galley.folder, 'projects')));
    expect(await galley.client.call('project.stats', {})).toMatchObject({ documents: 8 });
  });
});
