import { expect } from 'vitest';
import type { FileRef } from '../../../../../shared/api/files.ts';
import { loadStatus } from '../../../../state/load.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';

export const article = 'Dockers want more pay. The port says it has none.\n';

/** Closes the project, which makes or refreshes its backup of the day, and opens it again. */
export async function reopen(galley: TestWindow): Promise<void> {
  const file = galley.app.grants.grant(`${galley.folder}/Test.galley`);
  await galley.client.call('project.close', {});
  await galley.client.call('project.open', { file });
  await loadStatus();
}

/**
 * A backup with one article (“alpha”) and one coding (“Demand”); the project has gained an article (“beta”), a code (“Reply”) and two
 * codings since: four acts, for each coding is one, and so are the import and the code.
 */
export async function twoStates(galley: TestWindow): Promise<{ backup: FileRef; alpha: string; beta: string }> {
  const alpha = await galley.newArticle('alpha', article);
  await galley.newCoding(alpha, 'more pay', await galley.newCode('Demand'));
  await reopen(galley);
  const beta = await galley.newArticle('beta', `${article}Strike goes on.\n`);
  const reply = await galley.newCode('Reply');
  for (const passage of ['it has none', 'The port']) await galley.newCoding(beta, passage, reply);
  const { backups } = await galley.client.call('backups.list', { project: null });
  const [made] = backups;
  expect(backups).toHaveLength(1);
  return { backup: made?.file ?? '', alpha, beta };
}
