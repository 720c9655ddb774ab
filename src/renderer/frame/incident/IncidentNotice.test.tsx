import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../testing/inWindow.ts';
import type { Incident } from '../../../shared/api/project.ts';
import { useRecords } from '../../state/records.ts';
import { IncidentNotice } from './IncidentNotice.tsx';

/** The program says that this happened to the file of the open project. */
function happen(some: Partial<Incident>): void {
  const { status } = useRecords.getState();
  const project = status?.project;
  if (!project) throw new Error('no project is open');
  const incident: Incident = {
    fault: 'gone',
    state: 'stale',
    fileName: 'Test.galley',
    folder: '/projects',
    at: 1,
    reason: '',
    ...some,
  };
  act(() => useRecords.setState({ status: { ...status, project: { ...project, incident } } }));
}

describe('what became of the project’s file', () => {
  it('is nothing while the file is the one that was opened', ({ galley }) => {
    galley.show(<IncidentNotice />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.skipIf(process.platform === 'win32')(
    'is told when it is gone, with the copy in which the work goes on, until it is read',
    async ({ galley }) => {
      galley.show(<IncidentNotice />);
      await galley.newCode('War');
      rmSync(join(galley.folder, 'Test.galley'));
      await galley.newCode('Peace');
      const notice = await screen.findByRole('alert');
      within(notice).getByText('Another program has moved or removed this project’s file.');
      const { project } = await galley.client.call('project.status', {});
      expect(project?.fileName).toMatch(/^Test \(rescued /u);
      expect(notice.textContent).toContain(`You go on in “${project?.fileName ?? ''}”, in ${project?.folder ?? ''}.`);
      expect(notice.textContent).toContain('under the name “Test.galley”');
      expect(existsSync(join(project?.folder ?? '', project?.fileName ?? ''))).toBe(true);
      await galley.pressButton('Understood', notice);
      expect(screen.queryByRole('alert')).toBeNull();
      await galley.newCode('Truce');
      await waitFor(() => expect(useRecords.getState().history.undo?.label).toBe('Create code “Truce”'));
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('is told again when something else happens to it', async ({ galley }) => {
    galley.show(<IncidentNotice />);
    happen({ fault: 'log', at: 1 });
    within(await screen.findByRole('alert')).getByText(
      'Another program has taken away the log of this project’s file.',
    );
    screen.getByText(/^This window shows what “Test\.galley” held before\./u);
    await galley.pressButton('Understood');
    expect(screen.queryByRole('alert')).toBeNull();
    happen({ fault: 'replaced', at: 2 });
    await screen.findByText('Another program has put another file in the place of this project’s.');
  });

  it('cannot be dismissed while work is in this window alone', async ({ galley }) => {
    galley.show(<IncidentNotice />);
    happen({ state: 'unsaved', reason: 'the disk is full' });
    const notice = await screen.findByRole('alert');
    within(notice).getByText(/^No copy of “Test\.galley” could be written \(the disk is full\)\./u);
    expect(within(notice).queryByRole('button')).toBeNull();
  });
});
