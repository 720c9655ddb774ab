import type { AppError } from '../../shared/errors.ts';
import type { Store } from '../store/database.ts';
import type { OpenProject } from './openProject.ts';
import type { Platform } from './platform.ts';
import { incidentError, lookAfter } from './rescue.ts';
import type { Tasks } from './tasks.ts';

/** Milliseconds between two looks at the file of a project on which nobody acts. */
const lookPause = 2000;

/** Sees to it that no act is acknowledged that is not in the file under the project's name, or in a copy that is said. */
export type Guard = {
  /** Begins to look after the project that was just opened. */
  begin(): void;
  /** A last look before the project is closed. Throws as `confirm`. */
  end(): void;
  /** Waits until files that were left behind are closed. */
  left(): Promise<void>;
  confirm(store?: Store): void;
  /** Runs an act between two looks. */
  around<T>(store: Store | undefined, act: () => T): T;
  incident(): AppError | null;
};

type Parts = {
  platform: Platform;
  tasks: Tasks;
  current(): OpenProject | null;
  /** Takes the project with which the program goes on. */
  goOn(project: OpenProject): void;
};

export function guardFile({ platform, tasks, current, goOn }: Parts): Guard {
  let timer: NodeJS.Timeout | undefined;
  let leaving = Promise.resolve();
  let last: AppError | null = null;

  const look = (): AppError | null => {
    const project = current();
    if (!project) return null;
    const next = lookAfter(project, platform);
    const { incident } = next;
    if (next !== project) {
      last = incident && incidentError(incident, next.store.path);
      if (incident) platform.log('info', last?.message ?? '');
      if (incident?.state !== 'unsaved') leaving = leaveBehind(project, next, last);
      goOn(next);
    }
    return incident?.state === 'unsaved' ? last : null;
  };
  /** Tasks read by the old path and hold what they staged in the old file: they end, and only then it is given up. */
  const leaveBehind = async (from: OpenProject, to: OpenProject, reason: AppError | null): Promise<void> => {
    if (!reason) return;
    await Promise.all([leaving, tasks.cancelAll(reason)]);
    if (from.store === to.store) return;
    try {
      from.store.abandon();
    } catch (error) {
      platform.log('warning', `${from.store.path} could not be closed in order: ${String(error)}`);
    }
  };
  // Where no copy could be written the next act tries again, not every look.
  const glance = (): void => {
    if (current()?.incident?.state !== 'unsaved') look();
  };
  const confirm = (store?: Store): void => {
    const failure = look();
    if (failure) throw failure;
    const project = current();
    if (store && last && (project?.store !== store || project.incident?.state === 'stale')) throw last;
  };
  return {
    begin() {
      last = null;
      clearInterval(timer);
      timer = setInterval(glance, lookPause);
      timer.unref();
    },
    end() {
      const failure = look();
      if (failure) throw failure;
      clearInterval(timer);
    },
    left: () => leaving,
    confirm,
    around(store, act) {
      confirm(store);
      const outcome = attempt(act, look);
      confirm();
      return outcome;
    },
    incident: () => last,
  };
}

/** An act on a file that is gone may fail for that: then this is what is said. */
function attempt<T>(act: () => T, look: () => AppError | null): T {
  try {
    return act();
  } catch (error) {
    throw look() ?? error;
  }
}
