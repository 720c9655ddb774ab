import { basename, dirname } from 'node:path';
import type { AnyEvent, HistoryState, Task } from '../../shared/api/events.ts';
import type { Status } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import type { Coder, Id } from '../../shared/model/records.ts';
import type { Acted, ActName } from '../../shared/words/act.ts';
import { said } from '../../shared/words/message.ts';
import { damageAdvice } from '../store/damage.ts';
import { createStore, openStore } from '../store/database.ts';
import type { OpenedFor, Store } from '../store/database.ts';
import { followed, identityOf } from '../store/identity.ts';
import { newId } from '../store/ids.ts';
import { findCoder, findCoderByName } from '../store/rows/coder.ts';
import { readProject } from '../store/rows/project.ts';
import { reasonOf } from '../store/systemFault.ts';
import type { Jobs } from '../workers/job.ts';
import type { CommandContext } from './commandContext.ts';
import { holdProject } from './heldProject.ts';
import type { HeldProject } from './heldProject.ts';
import { beginProject, replayStep, runCommand } from './openProject.ts';
import type { Act, OpenProject } from './openProject.ts';
import type { Platform } from './platform.ts';
import { remember } from './settings.ts';
import type { Remembered } from './settings.ts';
import type { Tasks } from './tasks.ts';
import { bringUpToDate } from './update.ts';

/** The program's state: at most one open project, who codes, what is remembered. */
export type Session = {
  readonly remembered: Remembered;
  readonly tasks: Tasks;
  /** Remembers that whoever acts started this task. */
  noteStarter(task: string): void;
  /** Tasks that whoever acts may see: who is blind sees only those that they started, for results tell of others’ work. */
  seenTasks(): Task[];
  status(): Status;
  /** Who codes; null: nobody yet. */
  coder(): Coder | null;
  /** The open project. Throws `no-project`. */
  open(): Pick<OpenProject, 'store' | 'tallies' | 'documents' | 'sight'>;
  openFile(path: string, openedFor?: OpenedFor): Promise<void>;
  createFile(path: string, name: string): Promise<void>;
  /**
   * Cancels tasks, waits for them, and leaves one file behind. Nothing happens when no project is open. `withoutBackup`: what
   * is closed is kept otherwise, and must not take the place of the backup that is wanted instead.
   */
  closeProject(options?: { withoutBackup?: boolean }): Promise<void>;
  /**
   * Runs a command on the open project and tells everyone what changed. The journal keeps it under the method of the act, or under
   * another (`as`). Throws `file-replaced` when the project is no longer open in `store`, the one the command was meant for.
   */
  run<A extends ActName, T>(
    act: A,
    write: (context: CommandContext) => Acted<A, T>,
    on?: { store?: Store; as?: ActName },
  ): T;
  /**
   * Looks whether the project's file is still the one that was opened; if not, the program goes on in a copy and ends all tasks.
   * Throws `file-replaced` when there can be no copy, or when the project is no longer open in `store`.
   */
  confirm(store?: Store): void;
  /** What last happened to the file of an open project, as an error that says where the program went on; else null. */
  incident(): AppError | null;
  /** Notes that reading or writing the open project's file met damage: from then on nothing more is written. */
  metDamage(what: string): void;
  replay(direction: 'undo' | 'redo', whose?: 'own' | 'anybody'): NonNullable<HistoryState['undo']>;
  identify(name: string): Coder;
  emit(event: AnyEvent): void;
};

type Parts = { platform: Platform; tasks: Tasks; jobs: Jobs; emit: (event: AnyEvent) => void };

export function createSession({ platform, tasks, jobs, emit }: Parts): Session {
  const remembered = remember(platform);
  const starters = new Map<string, Id | null>();
  const announceStatus = (): void => emit({ event: 'status', data: {} });
  const noteOpened = (store: Store): void => {
    try {
      noteRecent(remembered, store, platform.now());
    } catch (error) {
      // A list of what was open is no reason not to open anything.
      platform.log('warning', `${store.path} is not in the list of recent projects: ${reasonOf(error)}`);
    }
  };
  const held = holdProject({ platform, tasks, jobs, announceStatus, noteOpened });
  const { guard, open } = held;
  const coder = (): Coder | null => coderHere(remembered, held.current());
  const act = (): Act => ({ coder: coder(), now: platform.now() });
  return {
    remembered,
    tasks,
    emit,
    open,
    closeProject: held.close,
    noteStarter: (task) => void starters.set(task, coder()?.id ?? null),
    seenTasks: () => {
      const isBlind = held.current()?.sight.isBlind(coder()) === true;
      return tasks.list().filter(({ id }) => !isBlind || starters.get(id) === coder()?.id);
    },
    status: () => statusOf(platform, held.current(), coder()),
    coder,
    openFile: async (path, openedFor = 'writing') => {
      await held.closed();
      guard.confirm();
      if (isOpen(path, held.current())) return;
      await bringUpToDate(path, { tasks, jobs });
      await held.take(openStore(path, { openedFor }));
    },
    createFile: async (path, name) =>
      held.take(createStore(path, (store) => beginProject(store, name, platform.now()))),
    metDamage: (what) => {
      const store = held.current()?.store;
      if (!store) return;
      store.condition.foundDamaged(damageAdvice(store.path, what));
      announceStatus();
    },
    confirm: guard.confirm,
    incident: guard.incident,
    run: (name, write, { store, as } = {}) =>
      guard.around(store, () => change(open(), (project) => runCommand(project, { name, as }, act(), emit, write))),
    replay: (direction, whose = 'own') =>
      guard.around(undefined, () => change(open(), (project) => replayStep(project, direction, whose, act(), emit))),
    identify: (name) => identify(remembered, held.current(), name, announceStatus),
  };
}

/** Every change of the project goes through here, so that its backups know of it. */
function change<T>(project: HeldProject, write: (project: OpenProject) => T): T {
  const { seq, backups } = project;
  backups.beforeChange();
  const output = write(project);
  if (project.seq > seq) backups.changed();
  return output;
}

/** Notes who codes on this machine. */
function identify(remembered: Remembered, current: OpenProject | null, name: string, tell: () => void): Coder {
  const known = current ? findCoderByName(current.store.db, name) : undefined;
  const before = remembered.read().coder;
  const coder = known ?? (before?.name === name ? before : { id: newId(), name, kind: 'person' });
  remembered.write({ coder });
  tell();
  return coder;
}

/** Whether the path is another name of the file that is open: closing that for this would be a surprise. */
function isOpen(path: string, current: OpenProject | null): boolean {
  const place = identityOf(path);
  return current !== null && place !== null && place === identityOf(current.store.path);
}

/** Who codes: the same person may be known in the open project under an id from another machine. */
function coderHere(remembered: Remembered, current: OpenProject | null): Coder | null {
  const { coder } = remembered.read();
  if (!coder || !current) return coder;
  const { db } = current.store;
  return findCoder(db, coder.id) ?? findCoderByName(db, coder.name) ?? coder;
}

function statusOf(platform: Platform, current: HeldProject | null, coder: Coder | null): Status {
  const dialogs = platform.dialogs ? 'native' : 'window';
  const base = { coder, dialogs, reveals: platform.reveal !== null, version: platform.version } as const;
  if (!current) return { project: null, ...base };
  const { store } = current;
  const project = readProject(store.db);
  if (!project) throw new AppError('file-damaged', said('history.noRecord', { name: basename(store.path) }));
  const { readOnly, readOnlyReason } = store;
  const place = { fileName: basename(store.path), folder: dirname(store.path) };
  const state = { incident: current.incident, opening: current.opening, backupProblem: current.backups.problem() };
  return { project: { ...project, ...place, readOnly, readOnlyReason, ...state }, ...base };
}

function noteRecent(remembered: Remembered, store: Store, now: number): void {
  const name = readProject(store.db)?.name ?? basename(store.path);
  const others = remembered.read().recent.filter((entry) => followed(entry.path) !== store.path);
  remembered.write({ recent: [{ path: store.path, name, opened: now }, ...others].slice(0, 12) });
}
