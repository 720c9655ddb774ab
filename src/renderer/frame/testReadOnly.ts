import { act } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { createTestApp } from '../../main/app/testApp.ts';
import { loadStatus } from '../state/load.ts';
import type { TestWindow } from '../testing/testWindow.tsx';

/** Opens the project of the window for reading alone, because another program has it open. */
export async function openReadOnly({ client, app, folder }: TestWindow): Promise<void> {
  const path = `${folder}/Test.galley`;
  await client.call('project.close', {});
  const other = createTestApp();
  onTestFinished(() => other.end());
  await other.app.openProject(path);
  await client.call('project.open', { file: app.grants.grant(path) });
  await act(loadStatus);
}
