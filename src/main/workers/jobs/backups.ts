import { copyBusyProject } from '../../store/backup/copy.ts';
import { fileBackup, freshCopy, makeBackupFolder } from '../../store/backup/days.ts';
import type { Filed } from '../../store/backup/days.ts';
import type { Job } from '../job.ts';

type Place = { folder: string; path: string };

/** Makes a backup of a project that is in use. Its first word of progress comes when it is fixed what it will hold. */
export const copyBackupJob: Job<Place & { source: string }, Filed> = async ({ source, folder, path }, context) => {
  makeBackupFolder(folder, path);
  await copyBusyProject(source, freshCopy(folder), {
    begun: () => context.progress(0, 1),
    progress: context.progress,
    checkpoint: context.checkpoint,
  });
  context.checkpoint();
  return fileBackup(folder, path);
};

/** Looks through a copy that was made already, and files it. */
export const fileBackupJob: Job<Place, Filed> = ({ folder, path }) => fileBackup(folder, path);
