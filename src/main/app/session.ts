import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { AnyEvent, HistoryState } from '../../shared/api/events.ts';
import type { Status } from '../../shared/api/project.ts';
import type { Coder } from '../../shared/model/records.ts';
import { createStore, openStore } from '../store/database.ts';
import type { Store } from '../store/database.ts';
import { followed, identityOf } from '../store/identity.ts';
import { newId } from '../store/ids.ts';
import { findCoder, findCoderByName } from '../store/rows/coder.ts';
import { readProject } from '../store/rows/project.ts';
import type { Jobs } from '../workers/pool.ts';
import { keepBackups } from './backups.ts';
import type { BackupKeeper } from './backups.ts';
import type { CommandContext } from './handlers.ts';
import { beginProject, openProject, replayStep, runCommand } from './openProject.ts';
import type { Act, OpenProject } from './openProject.ts';
import type { Platform } from './platform.ts';
import { remember } from './settings.ts';
import type { Remembered } from './settings.ts';
import type { Tasks } from './tasks.ts';

/** The program's state: at most one open project, who codes, what is remembered. */
export type Session = {
  readonly remembered: Remembered;
  readonly tasks: Tasks;
  status(): Status;
  /** The open project. Throws `no-project`. */
  open(): Pick<OpenProject, 'store' | 'tallies' | 'documents' | 'sight'>;
  openFile(path: string): Promise<void>;
  createFile(path: string, name: string): Promise<void>;
  /**
   * Cancels tasks, waits for them, and leaves one file behind. Nothing happens when no project is open. `withoutBackup`: what
   * is closed is kept otherwise, and must not take the place of the backup that is wanted instead.
   */
  closeProject(options?: { withoutBackup?: boolean }): Promise<void>;
  /** Runs a command on the open project and tells everyone what changed. */
  run<T>(method: string, write: (context: CommandContext) => { label: string; output: T }): T;
  replay(direction: 'undo' | 'redo'): NonNullable<HistoryState['undo']>;
  identify(name: string): Coder;
  emit(event: AnyEvent): void;
};

type Parts = { platform: Platform; tasks: Tasks; jobs: Jobs; emit: (event: AnyEvent) => void };

export function createSession({ platform, tasks, jobs, emit }: Parts): Session {
  const remembered = remember(platform);
  let current: BackedUp | null = null;
  let closing: Promise<void> = Promise.resolve();

  const open = (): BackedUp => {
    if (!current) throw new AppError('no-project', 'No project is open. Open one or start a new one.');
    return current;
  };
  const announceStatus = (): void => emit({ event: 'status', data: {} });
  const act = (): Act => ({ coder: coderHere(remembered, current), now: platform.now() });
  const closeProject: Session['closeProject'] = async ({ withoutBackup = false } = {}) => {
    const project = current;
    if (project) await tasks.cancelAll();
    if (project && current === project) {
      current = null;
      closing = shut(project, withoutBackup).finally(announceStatus);
    }
    await closing; // somebody else may have asked at the same time and been first
  };
  /** The file that is open is given up only once the other one is known to be good. */
  const take = async (store: Store): Promise<void> => {
    await closeProject();
    const backups = keepBackups({ platform, jobs, store, announce: announceStatus });
    current = { ...openProject(store), backups };
    await backups.opened();
    noteRecent(remembered, store, platform.now());
    announceStatus();
  };

  return {
    remembered,
    tasks,
    emit,
    open,
    closeProject,
    status: () => statusOf(platform, current, coderHere(remembered, current)),
    openFile: async (path) => {
      await closing;
      // The same file under another name is open already; closing it for that would be a surprise.
      const place = identityOf(path);
      if (!current || place === null || place !== identityOf(current.store.path)) await take(openStore(path));
    },
    createFile: async (path, name) => {
      const store = createStore(path);
      beginProject(store, name, platform.now());
      await take(store);
    },
    run: (method, write) => change(open(), (project) => runCommand(project, method, act(), emit, write)),
    replay: (direction) => change(open(), (project) => replayStep(project, direction, act(), emit)),
    identify: (name) => {
      const known = current ? findCoderByName(current.store.db, name) : undefined;
      const before = remembered.read().coder;
      const coder = known ?? (before?.name === name ? before : { id: newId(), name, kind: 'person' });
      remembered.write({ coder });
      announceStatus();
      return coder;
    },
  };
}

type BackedUp = OpenProject & { backups: BackupKeeper };

/** Every change of the project goes through here, so that its backups know of it. */
function change<T>(project: BackedUp, write: (project: OpenProject) => T): T {
  const { seq, backups } = project;
  backups.beforeChange();
  const output = write(project);
  if (project.seq > seq) backups.changed();
  return output;
}

async function shut({ store, backups }: BackedUp, withoutBackup: boolean): Promise<void> {
  const fileBackup = await backups.closing(withoutBackup);
  try {
    store.close();
  } finally {
    await fileBackup();
  }
}

/** Who codes: the same person may be known in the open project under an id from another machine. */
function coderHere(remembered: Remembered, current: OpenProject | null): Coder | null {
  const { coder } = remembered.read();
  if (!coder || !current) return coder;
  const { db } = current.store;
  return findCoder(db, coder.id) ?? findCoderByName(db, coder.name) ?? coder;
}

function statusOf(platform: Platform, current: OpenProject | null, coder: Coder | null): Status {
  const dialogs = platform.dialogs ? 'native' : 'window';
  const base = { coder, dialogs, version: platform.version } as const;
  if (!current) return { project: null, ...base };
  const { store } = current;
  const project = readProject(store.db);
  if (!project) throw new AppError('file-damaged', `${basename(store.path)} has no project record. Restore a backup.`);
  const { readOnly, readOnlyReason } = store;
  return {
    project: { ...project, fileName: basename(store.path), folder: dirname(store.path), readOnly, readOnlyReason },
    ...base,
  };
}

function noteRecent(remembered: Remembered, store: Store, now: number): void {
  const name = readProject(store.db)?.name ?? basename(store.path);
  const others = remembered.read().recent.filter((entry) => followed(entry.path) !== store.path);
  remembered.write({ recent: [{ path: store.path, name, opened: now }, ...others].slice(0, 12) });
}
