import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { isEnabled, runAction } from '../../../actions/registry.ts';
import { loadStatus } from '../../../state/load.ts';
import { useRecords } from '../../../state/records.ts';
import { closeDialog, useUi } from '../../../state/ui.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { projectBindings } from './projectBindings.ts';

const shownProject = (): string | undefined => useRecords.getState().status?.project?.name;

async function close({ client }: TestWindow): Promise<void> {
  await client.call('project.close', {});
  await act(loadStatus);
}

describe('what is done with the project as a whole', () => {
  it('needs a project where it is about one', async ({ galley }) => {
    const ids = ['project.close', 'project.rename', 'project.backups', 'project.verify'] as const;
    const always = ['project.new', 'project.open', 'project.openSample', 'coder.identify'] as const;
    expect([...ids, ...always].sort()).toEqual(Object.keys(projectBindings).sort());
    for (const id of [...ids, ...always]) expect(isEnabled(id)).toBe(true);
    await close(galley);
    for (const id of ids) expect(isEnabled(id)).toBe(false);
    for (const id of always) expect(isEnabled(id)).toBe(true);
    for (const id of ids) expect(runAction(id)).toBe(false);
    expect(useUi.getState().dialog).toBeNull();
  });

  it('opens its dialogs by their keys', async ({ galley }) => {
    galley.show(null);
    for (const [keys, name] of [
      ['{Control>}n{/Control}', 'New project'],
      ['{Control>}o{/Control}', 'Open project'],
      ['{Alt>}r{/Alt}', 'Backups'],
    ] as const) {
      await galley.press(keys);
      await screen.findByRole('dialog', { name });
      act(closeDialog);
      await galley.closed();
    }
  });

  it('does not open one dialog over another', async ({ galley }) => {
    galley.show(null);
    await galley.press('{Control>}n{/Control}');
    await screen.findByRole('dialog', { name: 'New project' });
    await galley.press('{Alt>}r{/Alt}');
    screen.getByRole('dialog', { name: 'New project' });
  });

  it('closes the project, and takes away what was said of it', async ({ galley }) => {
    useUi.setState({ verifiedAt: 1, notices: [{ id: 1, kind: 'error', text: 'Old', act: null, place: null }] });
    runAction('project.close');
    await waitFor(() => expect(shownProject()).toBeUndefined());
    expect((await galley.client.call('project.status', {})).project).toBeNull();
    expect(useUi.getState().notices).toEqual([]);
    expect(useUi.getState().verifiedAt).toBeNull();
  });

  it('makes the sample project once, and opens it again later', async ({ galley }) => {
    mkdirSync(join(galley.folder, 'projects'), { recursive: true });
    runAction('project.openSample');
    await waitFor(() => expect(shownProject()).not.toBe('Test'));
    const sample = await galley.client.call('project.status', {});
    expect(await galley.client.call('project.stats', {})).toMatchObject({ documents: 8, coders: 2 });
    await close(galley);
    runAction('project.openSample');
    await waitFor(() => expect(shownProject()).toBe(sample.project?.name));
    expect((await galley.client.call('project.status', {})).project?.id).toBe(sample.project?.id);
  });
});
