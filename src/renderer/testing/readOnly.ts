import { join } from 'node:path';
import { act, waitFor } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { createTestApp } from '../../main/app/testApp.ts';
import { currentProject, useRecords } from '../state/records.ts';
import type { TestWindow } from './testWindow.tsx';

/**
 * Opens the window's project again while another program holds it, so that it can only be read, on the article that was open. The other
 * program ends with the test.
 */
export async function openReadOnly({ client, app, folder }: TestWindow): Promise<void> {
  const path = join(folder, 'Test.galley');
  const hadArticle = useRecords.getState().open !== null;
  await act(() => client.call('project.close', {}));
  const other = createTestApp();
  onTestFinished(() => other.end());
  await other.client.call('project.open', { file: other.app.grants.grant(path) });
  await act(() => client.call('project.open', { file: app.grants.grant(path) }));
  await waitFor(() => {
    if (currentProject()?.readOnly !== true) throw new Error('the project can be changed');
    if (hadArticle && useRecords.getState().open === null) throw new Error('no article is open');
  });
}
