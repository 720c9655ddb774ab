import { basename, dirname, join } from 'node:path';
import { projectWords } from '#words/core/project.ts';
import type { Backup } from '../../../shared/api/backups.ts';
import type { FileRef } from '../../../shared/api/files.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { labelWords } from '../../../shared/words/act.ts';
import type { ControlContext, Handlers } from '../../app/handlers.ts';
import type { ListedCopy } from '../../jobs/project/backups.ts';
import { projectJobs } from '../../jobs/project/jobs.ts';
import { dayInName } from '../../store/backup/days.ts';
import { backupsFolder } from '../../store/backup/place.ts';
import { clearRestore, finishRestore } from '../../store/backup/restore.ts';
import { freeName, stemOf } from '../../store/freeName.ts';
import { followed } from '../../store/identity.ts';
import { clearYoungFiles } from '../../store/youngFile.ts';
import type { JobReference } from '../../workers/job.ts';

const megabyte = 1e6; // bytes

type About = { path: string; isOpen: boolean };

function projectOf({ session, grants }: ControlContext, project: FileRef | null): About {
  const open = session.status().project;
  const here = open && join(open.folder, open.fileName);
  if (project === null && here === null) {
    throw new AppError('no-project', said('project.whoseBackups'));
  }
  const path = project === null ? (here ?? '') : grants.path(project);
  return { path, isOpen: here !== null && followed(here) === followed(path) };
}

function asBackup({ grants }: ControlContext, path: string, copy: ListedCopy): Backup {
  const { facts } = copy;
  return {
    file: grants.grant(copy.path),
    name: basename(copy.path),
    folder: dirname(copy.path),
    size: copy.size,
    kind: copy.kind,
    of: copy.of,
    isOfHere: copy.of !== '' && followed(copy.of) === followed(path),
    last: facts.head && { at: facts.head.at, label: labelWords(facts.head.label), coder: facts.head.coder },
    counts: facts.counts,
    isHidden: facts.isHidden,
    sound: copy.isChecked ? facts.problem === '' : null,
    problem: facts.problem,
  };
}

/** Makes a file of the name of the day that a backup is of. */
function nameBeside(path: string, backup: string): string {
  const day = dayInName(basename(backup));
  const stem = stemOf(path);
  const named = (mark: string): string =>
    day === '' ? projectWords.restored({ stem, mark }) : projectWords.backupOfDay({ stem, day, mark });
  return join(dirname(path), freeName(named, dirname(path)));
}

type Restoring<Input, Output> = {
  job: JobReference<Input, Output>;
  input: Input;
  backup: string;
  /** The project file that is made or replaced. */
  target: string;
  /** Removes what a thread left that did not hear of a cancel in time and was ended. */
  clear(path: string): void;
};

/** Copying a backup and looking through the copy takes long: a task, with progress in MB, and a Cancel that leaves nothing. */
async function asTask<Input, Output>(
  { session, jobs }: ControlContext,
  { job, input, backup, target, clear }: Restoring<Input, Output>,
): Promise<Output> {
  return await session.tasks.run(
    job.name === projectJobs.restoreAs.name ? 'backups.restoreAs' : 'backups.restore',
    async (task) => {
      task.writes({ kind: 'restored', path: target, shownAs: basename(target) });
      task.label(projectWords.copying({ file: basename(backup) }));
      const progress = (done: number, total: number): void => {
        task.progress(Math.round(done / megabyte), total === 0 ? 0 : Math.max(1, Math.round(total / megabyte)));
        if (total === 0) task.label(projectWords.lookingThrough({ file: basename(backup) }));
      };
      try {
        const output = await jobs.run(job, input, { signal: task.signal, progress });
        if (job.name === projectJobs.prepareRestore.name && task.signal.aborted)
          throw new AppError('cancelled', said('history.cancelled'));
        return output;
      } catch (error) {
        if (task.signal.aborted) clear(target);
        throw task.signal.reason instanceof AppError ? task.signal.reason : error;
      }
    },
  );
}

/** Makes the copy while the project is open and can be used. Answers with what the copy is known by. */
function prepare(context: ControlContext, path: string, backup: string): Promise<string> {
  const input = { path, backup };
  return asTask(context, { job: projectJobs.prepareRestore, input, backup, target: path, clear: clearRestore });
}

/**
 * Puts a backup in the project's place. Where the project is open here it is closed only for the moment in which the files
 * change their names. Answers with the name of the state before.
 */
async function restoreHere(context: ControlContext, { path, isOpen }: About, backup: string): Promise<string | null> {
  const { session, jobs, platform } = context;
  const isOurs = isOpen && !session.open().store.readOnly;
  const prepared = isOurs ? await prepare(context, path, backup) : null;
  if (isOpen) await closeToReplace(session, path);
  try {
    const input = { path, backup, at: platform.now(), prepared };
    const { kept } = isOurs
      ? await jobs.run(projectJobs.restore, input)
      : await asTask(context, { job: projectJobs.restore, input, backup, target: path, clear: finishRestore });
    return kept;
  } finally {
    if (isOpen) await session.openFile(path);
  }
}

/** The state that is closed is kept beside its place; as a backup it could replace the one that is wanted. */
async function closeToReplace(session: ControlContext['session'], path: string): Promise<void> {
  try {
    await session.closeProject({ withoutBackup: true });
  } catch (error) {
    clearRestore(path);
    throw error;
  }
}

export const backupHandlers = {
  'backups.list': async (context, { project, check }) => {
    const { path } = projectOf(context, project);
    const coder = context.session.coder();
    const backups = backupsFolder(context.platform.settingsFolder);
    const copies = await context.jobs.run(projectJobs.listBackups, { backups, path, check, asking: coder });
    return {
      fileName: basename(path),
      folder: dirname(path),
      backups: copies
        .map((copy) => asBackup(context, path, copy))
        .toSorted((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0) || (a.name < b.name ? 1 : -1)),
    };
  },
  'backups.look': async (context, { project, backup }) => {
    const { path } = projectOf(context, project);
    const asking = context.session.coder();
    const look = await context.jobs.run(projectJobs.lookBackup, {
      copy: context.grants.path(backup),
      project: path,
      asking,
    });
    const { problem, isHidden, counts, acts, documents, difference } = look;
    return { problem, isHidden, counts, acts, documents, difference };
  },
  'backups.restore': async (context, { project, backup }) => {
    const about = projectOf(context, project);
    const kept = await restoreHere(context, about, context.grants.path(backup));
    return { status: context.session.status(), kept };
  },
  'backups.restoreAs': async (context, { project, backup, out }) => {
    const { path } = projectOf(context, project);
    const { grants } = context;
    const source = grants.path(backup);
    const target = out === null ? nameBeside(path, source) : grants.path(out);
    const input = { backup: source, target };
    await asTask(context, {
      job: projectJobs.restoreAs,
      input,
      backup: source,
      target,
      clear: (path) => clearYoungFiles(dirname(path)),
    });
    return { file: grants.grant(target), fileName: basename(target), folder: dirname(target) };
  },
} satisfies Partial<Handlers>;
