import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { currentProject } from '../../../state/records.ts';
import { it } from '../../../testing/inWindow.ts';
import { exportBindings } from './exportBindings.ts';

const titles = {
  'export.data': 'Export data',
  'project.package': 'Package without texts',
  'project.reattach': 'Re-attach a package',
} as const;

describe('actions of what leaves the project', () => {
  it('open their dialogs, each called by what it does', async ({ galley }) => {
    galley.show(null);
    for (const name of ['export.data', 'project.package', 'project.reattach'] as const) {
      act(() => exportBindings[name].run());
      within(await screen.findByRole('dialog', { name: titles[name] })).getByRole('button', { name: 'Cancel' });
      await galley.press('{Escape}');
      await galley.closed();
    }
  });

  it('need an open project, but for packages that come back', async ({ galley }) => {
    const { 'export.data': data, 'project.package': pack } = exportBindings;
    expect([data.enabled(), pack.enabled()]).toEqual([true, true]);
    await galley.client.call('project.close', {});
    await waitFor(() => expect(currentProject()).toBeNull());
    expect([data.enabled(), pack.enabled()]).toEqual([false, false]);
    expect(exportBindings['project.reattach']).not.toHaveProperty('enabled');
  });
});
