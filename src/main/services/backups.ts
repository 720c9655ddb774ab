import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { Backup } from '../../shared/api/backups.ts';
import type { FileRef } from '../../shared/api/files.ts';
import type { ControlContext, Handlers } from '../app/handlers.ts';
import { dayInName } from '../store/backup/days.ts';
import { backupsFolder } from '../store/backup/place.ts';
import { followed } from '../store/identity.ts';
import { freeName, stemOf } from '../store/freeName.ts';
import type { ListedCopy } from '../workers/jobs/backups.ts';

type About = { path: string; isOpen: boolean };

function projectOf({ session, grants }: ControlContext, project: FileRef | null): About {
  const open = session.status().project;
  const here = open && join(open.folder, open.fileName);
  if (project === null && here === null) {
    throw new AppError('no-project', 'No project is open. Say whose backups you mean.');
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
    last: facts.head && { at: facts.head.at, label: facts.head.label, coder: facts.head.coder },
    counts: facts.counts,
    isHidden: facts.isHidden,
    sound: copy.isChecked ? facts.problem === '' : null,
    problem: facts.problem,
  };
}

/** Makes a file of the name of the day that a backup is of. */
function nameBeside(path: string, backup: string): string {
  const day = dayInName(basename(backup));
  const what = day === '' ? 'restored' : `backup of ${day}`;
  return join(
    dirname(path),
    freeName((mark) => `${stemOf(path)} (${what}${mark}).galley`, dirname(path)),
  );
}

export const backupHandlers = {
  'backups.list': async (context, { project, check }) => {
    const { path } = projectOf(context, project);
    const { coder } = context.session.status();
    const backups = backupsFolder(context.platform.settingsFolder);
    const copies = await context.jobs.run('backups.list', { backups, path, check, asking: coder });
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
    const asking = context.session.status().coder;
    const look = await context.jobs.run('backups.look', { copy: context.grants.path(backup), project: path, asking });
    const { problem, isHidden, counts, acts, documents, difference } = look;
    return { problem, isHidden, counts, acts, documents, difference };
  },
  'backups.restore': async (context, { project, backup }) => {
    const { path, isOpen } = projectOf(context, project);
    const { session, platform, jobs, grants } = context;
    if (isOpen) await session.closeProject({ withoutBackup: true });
    try {
      const { kept } = await jobs.run('backups.restore', { path, backup: grants.path(backup), at: platform.now() });
      if (isOpen) await session.openFile(path);
      return { status: session.status(), kept };
    } catch (error) {
      if (isOpen) await session.openFile(path);
      throw error;
    }
  },
  'backups.restoreAs': async (context, { project, backup, out }) => {
    const { path } = projectOf(context, project);
    const { grants, jobs } = context;
    const copy = grants.path(backup);
    const target = out === null ? nameBeside(path, copy) : grants.path(out);
    await jobs.run('backups.restoreAs', { backup: copy, target });
    return { file: grants.grant(target), fileName: basename(target), folder: dirname(target) };
  },
} satisfies Partial<Handlers>;
