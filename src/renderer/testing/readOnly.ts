import { join } from 'node:path';
import { waitFor } from '@testing-library/react';
import { createTestApp } from '../../main/app/testApp.ts';
import { currentProject } from '../state/records.ts';
import type { TestWindow } from './testWindow.tsx';

/** Opens the window's project as its second opener does: another program holds it meanwhile, so that it can only be read. */
export async function whileReadOnly(galley: TestWindow, look: () => Promise<void>): Promise<void> {
  const other = createTestApp();
  const path = join(galley.folder, 'Test.galley');
  try {
    await galley.client.call('project.close', {});
    await other.client.call('project.open', { file: other.app.grants.grant(path) });
    await galley.client.call('project.open', { file: galley.app.grants.grant(path) });
    await waitFor(() => {
      if (currentProject()?.readOnly !== true) throw new Error('the project can be changed');
    });
    await look();
  } finally {
    await other.end();
  }
}
