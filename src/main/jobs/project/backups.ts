import { inspectCopy } from '../../store/backup/check.ts';
import { copyBusyProject } from '../../store/backup/copy.ts';
import { fileBackup, findCopies, freshCopy, makeBackupFolder } from '../../store/backup/days.ts';
import type { Copy, Filed } from '../../store/backup/days.ts';
import { factsFor, lookInside } from '../../store/backup/look.ts';
import type { Asking, CopyLook } from '../../store/backup/look.ts';
import { placeMark } from '../../store/backup/place.ts';
import { prepareRestore, restoreAs, restoreInPlace } from '../../store/backup/restore.ts';
import type { Restored } from '../../store/backup/restore.ts';
import type { Job } from '../../workers/job.ts';

/** A copy of a project with what stands in it. */
export type ListedCopy = Copy & { facts: ReturnType<typeof factsFor>; isChecked: boolean };

/** Finds the copies of a project and opens each; `check` has every page of it looked at. */
export const listBackupsJob: Job<{ backups: string; path: string; check: boolean; asking: Asking }, ListedCopy[]> = (
  { backups, path, check, asking },
  context,
) => {
  const id = inspectCopy(path, { thorough: false }).project?.id ?? null;
  return findCopies(backups, path, id, placeMark(path)).map((copy) => {
    context.checkpoint();
    return { ...copy, facts: factsFor(copy.path, check, asking), isChecked: check };
  });
};

export const lookBackupJob: Job<{ copy: string; project: string; asking: Asking }, CopyLook> = ({
  copy,
  project,
  asking,
}) => lookInside(copy, project, asking);

type Restoring = { path: string; backup: string };

/** Makes the copy for a project that is open. Answers with what the copy is known by. */
export const prepareRestoreJob: Job<Restoring, string> = ({ path, backup }, context) =>
  prepareRestore(path, backup, context);

/** `prepared`: the answer of `backups.prepare`, or null where the copy is to be made, too. */
export const restoreBackupJob: Job<Restoring & { at: number; prepared: string | null }, Restored> = (
  { path, backup, at, prepared },
  context,
) => restoreInPlace(path, backup, at, { context, prepared });

export const restoreAsJob: Job<{ backup: string; target: string }, null> = ({ backup, target }, context) => {
  restoreAs(backup, target, context);
  return null;
};

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
