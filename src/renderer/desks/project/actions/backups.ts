import { backupStrings } from '#words/window/backups.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { openProject } from '../../../actions/project.ts';
import { loadStatus } from '../../../state/load.ts';
import { notify } from '../../../state/ui.ts';

/** Puts a backup in the project's place and opens the project. Answers whether that went well. */
export async function restoreInPlace(project: FileRef | null, backup: FileRef): Promise<boolean> {
  const outcome = await send('backups.restore', { project, backup });
  if (!outcome) return false;
  if (project !== null && outcome.status.project === null) {
    if (!(await openProject(project))) return false;
  } else await orNotice(loadStatus);
  notify('info', backupStrings.restored(outcome.kept));
  return true;
}

/** Makes a new project of a backup and opens it. */
export async function restoreAsNew(project: FileRef | null, backup: FileRef): Promise<boolean> {
  const made = await send('backups.restoreAs', { project, backup, out: null });
  if (!made || !(await openProject(made.file))) return false;
  notify('info', backupStrings.made(made.fileName, made.folder));
  return true;
}
