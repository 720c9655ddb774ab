import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';
import { openingDamage } from '../store/damage.ts';
import type { Store } from '../store/database.ts';
import { readProject } from '../store/rows/project.ts';
import type { Jobs } from '../workers/job.ts';
import { keepBackups } from './backups.ts';
import type { BackupKeeper } from './backups.ts';
import { guardFile } from './guardFile.ts';
import type { Guard } from './guardFile.ts';
import { openProject } from './openProject.ts';
import type { OpenProject } from './openProject.ts';
import type { Platform } from './platform.ts';
import { lookAfterOpening } from './soundness.ts';
import type { Tasks } from './tasks.ts';

/** The open project with what looks after its file. */
export type HeldProject = OpenProject & {
  readonly backups: BackupKeeper;
  /** Grows with each opening in this program. */
  readonly opening: number;
  /** Settles when the look through its file has ended. */
  readonly looked: Promise<void>;
};

/** The one project that is open, if any: taken, guarded, backed up and given up. */
export type Holder = {
  current(): HeldProject | null;
  /** Throws `no-project`. */
  open(): HeldProject;
  /** Takes the project in place of the one that is open, which is closed first. */
  take(store: Store): Promise<void>;
  /** See `Session.closeProject`. */
  close(options?: { withoutBackup?: boolean }): Promise<void>;
  /** Waits until what is being closed is closed. */
  closed(): Promise<void>;
  readonly guard: Guard;
};

type Parts = {
  platform: Platform;
  tasks: Tasks;
  jobs: Jobs;
  announceStatus(): void;
  /** Notes where the project is, for the list of recent ones. */
  noteOpened(store: Store): void;
};

export function holdProject({ platform, tasks, jobs, announceStatus, noteOpened }: Parts): Holder {
  let current: HeldProject | null = null;
  let openings = 0;
  let closing: Promise<void> = Promise.resolve();

  const open = (): HeldProject => {
    if (!current) throw new AppError('no-project', said('app.noProject'));
    return current;
  };
  const keep = (store: Store): BackupKeeper => keepBackups({ platform, jobs, store, announce: announceStatus });
  const goOn = (project: OpenProject): void => {
    const before = open();
    const isElsewhere = project.store !== before.store;
    // What was being copied is a file that is gone; the copy with which the program goes on is owed a backup of its own.
    if (isElsewhere) void before.backups.closing(true);
    const { opening, looked } = before;
    current = { ...project, backups: isElsewhere ? keep(project.store) : before.backups, opening, looked };
    if (isElsewhere) current.backups.changed();
    if (project.incident?.state === 'rescued') noteOpened(project.store);
    announceStatus();
  };
  const guard = guardFile({ platform, tasks, current: () => current, goOn });
  const close: Holder['close'] = async ({ withoutBackup = false } = {}) => {
    const asked = openings;
    if (current) await tasks.cancelAll();
    if (current && openings === asked) {
      guard.end();
      const project = open();
      current = null;
      openings += 1;
      const shutting = shut(project, withoutBackup)
        .then(() => guard.left())
        .finally(announceStatus);
      closing = shutting.catch(() => undefined); // told to whoever asked, and not in the way of the next opening
      await shutting;
    } else await closing; // somebody else may have asked at the same time and been first
  };
  return {
    current: () => current,
    open,
    guard,
    close,
    closed: () => closing,
    /** The file that is open is given up only once the other one is known to be good. */
    async take(store) {
      await close().catch((error: unknown) => {
        store.close();
        throw error;
      });
      const project = readProjectOf(store);
      const backups = keep(store);
      const looked = lookAfterOpening({ platform, jobs, store, announce: announceStatus });
      current = { ...project, backups, looked, opening: ++openings };
      guard.begin();
      await backups.opened();
      noteOpened(store);
      announceStatus();
    },
  };
}

/** What damage lets nobody read is closed again. */
function readProjectOf(store: Store): OpenProject {
  try {
    readProject(store.db);
    return openProject(store);
  } catch (error) {
    store.close();
    throw openingDamage(error, store.path);
  }
}

async function shut({ store, backups, looked }: HeldProject, withoutBackup: boolean): Promise<void> {
  await looked;
  const fileBackup = await backups.closing(withoutBackup);
  try {
    store.close();
  } finally {
    await fileBackup();
  }
}
