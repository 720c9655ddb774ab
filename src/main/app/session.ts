import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { AnyEvent, HistoryState } from '../../shared/api/events.ts';
import type { Status } from '../../shared/api/project.ts';
import type { Coder } from '../../shared/model/records.ts';
import { describeChange } from '../store/changes.ts';
import { createStore, openStore } from '../store/database.ts';
import type { Store } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { record, replay, sealHistory } from '../store/journal.ts';
import type { CommittedEntry } from '../store/journal.ts';
import { findCoder, findCoderByName, insertCoder } from '../store/rows/coder.ts';
import { insertProject, readProject } from '../store/rows/project.ts';
import { createTallies } from '../store/tallies.ts';
import type { Tallies } from '../store/tallies.ts';
import type { CommandContext } from './handlers.ts';
import type { Platform } from './platform.ts';
import { remember } from './settings.ts';
import type { Remembered } from './settings.ts';
import type { Tasks } from './tasks.ts';

type OpenProject = { store: Store; tallies: Tallies; seq: number };

/** The program's state: at most one open project, who codes, what is remembered. */
export type Session = {
  readonly remembered: Remembered;
  readonly tasks: Tasks;
  status(): Status;
  /** The open project. Throws `no-project`. */
  open(): { store: Store; tallies: Tallies };
  openFile(path: string): Promise<void>;
  createFile(path: string, name: string): Promise<void>;
  /** Cancels tasks, waits for them, and leaves one file behind. Nothing happens when no project is open. */
  closeProject(): Promise<void>;
  /** Runs a command on the open project and tells everyone what changed. */
  run<T>(method: string, write: (context: CommandContext) => { label: string; output: T }): T;
  replay(direction: 'undo' | 'redo'): NonNullable<HistoryState['undo']>;
  identify(name: string): Coder;
  emit(event: AnyEvent): void;
};

export function createSession(platform: Platform, tasks: Tasks, emit: (event: AnyEvent) => void): Session {
  const remembered = remember(platform);
  let current: OpenProject | null = null;

  const open = (): OpenProject => {
    if (!current) throw new AppError('no-project', 'No project is open. Open one or start a new one.');
    return current;
  };
  const writable = (): OpenProject => {
    const project = open();
    if (project.store.readOnly) {
      throw new AppError('read-only', `This project is open for reading only. ${project.store.readOnlyReason}`);
    }
    return project;
  };
  const announce = (project: OpenProject, entry: CommittedEntry, forward: boolean): void => {
    project.seq += 1;
    emit({
      event: 'changed',
      data: describeChange(project.store.db, entry, forward, project.seq, project.tallies),
    });
  };
  const coderHere = (): Coder | null => {
    const { coder } = remembered.read();
    if (!coder || !current) return coder;
    // The same person may be known in this project under an id from another machine.
    return findCoder(current.store.db, coder.id) ?? findCoderByName(current.store.db, coder.name) ?? coder;
  };
  const take = (store: Store): void => {
    current = { store, tallies: createTallies(store.db), seq: 0 };
    noteRecent(remembered, store, platform.now());
    emit({ event: 'status', data: {} });
  };

  const session: Session = {
    remembered,
    tasks,
    emit,
    status: () => statusOf(platform, current, coderHere()),
    open,
    async openFile(path) {
      if (current?.store.path === path) return;
      // The file that is open is given up only once the other one is known to be good.
      const store = openStore(path);
      await session.closeProject();
      take(store);
    },
    async createFile(path, name) {
      const store = createStore(path);
      await session.closeProject();
      const project = { id: newId(), name };
      record(store.db, { kind: 'command', method: 'project.create', coder: null, at: platform.now() }, () => {
        insertProject(store.db, project, platform.now());
        return { label: `Create project “${name}”`, output: null };
      });
      sealHistory(store.db);
      take(store);
    },
    async closeProject() {
      if (!current) return;
      await tasks.cancelAll();
      const { store } = current;
      current = null;
      store.close();
      emit({ event: 'status', data: {} });
    },
    run(method, write) {
      const project = writable();
      const { db } = project.store;
      const now = platform.now();
      const head = { kind: 'command' as const, method, coder: coderHere(), at: now };
      const context: CommandContext = {
        store: project.store,
        tallies: project.tallies,
        now,
        newId,
        coder: () => ensureCoder(project.store, head.coder, now),
      };
      const { output, entry } = record(db, head, () => write(context));
      if (entry) announce(project, entry, true);
      return output;
    },
    replay(direction) {
      const project = writable();
      const now = platform.now();
      const coder = coderHere();
      const entry = replay(project.store.db, direction, coder, now);
      announce(project, entry, direction === 'redo');
      return { label: entry.label, coder: coder?.name ?? null, at: now };
    },
    identify(name) {
      const known = current ? findCoderByName(current.store.db, name) : undefined;
      const before = remembered.read().coder;
      const coder = known ?? (before?.name === name ? before : { id: newId(), name });
      remembered.write({ coder });
      emit({ event: 'status', data: {} });
      return coder;
    },
  };
  return session;
}

function ensureCoder(store: Store, coder: Coder | null, now: number): Coder {
  if (!coder) throw new AppError('no-coder', 'Say first who is coding: every coding carries its coder.');
  if (!findCoder(store.db, coder.id)) insertCoder(store.db, coder, now);
  return coder;
}

function statusOf(platform: Platform, current: OpenProject | null, coder: Coder | null): Status {
  const base = {
    coder,
    dialogs: platform.dialogs ? ('native' as const) : ('window' as const),
    version: platform.version,
  };
  if (!current) return { project: null, ...base };
  const { store } = current;
  const project = readProject(store.db);
  if (!project) throw new AppError('file-damaged', `${basename(store.path)} has no project record. Restore a backup.`);
  return {
    project: {
      ...project,
      fileName: basename(store.path),
      folder: dirname(store.path),
      readOnly: store.readOnly,
      readOnlyReason: store.readOnlyReason,
    },
    ...base,
  };
}

function noteRecent(remembered: Remembered, store: Store, now: number): void {
  const name = readProject(store.db)?.name ?? basename(store.path);
  const others = remembered.read().recent.filter((entry) => entry.path !== store.path);
  remembered.write({ recent: [{ path: store.path, name, opened: now }, ...others].slice(0, 12) });
}
