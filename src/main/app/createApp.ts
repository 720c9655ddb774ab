import { appWords } from '#words/core/app.ts';
import type { AnyEvent } from '../../shared/api/events.ts';
import type { Verification } from '../../shared/api/project.ts';
import type { AppError } from '../../shared/errors.ts';
import type { OpenedFor } from '../store/database.ts';
import { projectJobs } from '../jobs/project/jobs.ts';
import type { Jobs } from '../workers/job.ts';
import { createJobs } from '../workers/pool.ts';
import { createDispatcher } from './dispatcher.ts';
import type { WireReply } from './dispatcher.ts';
import { createGrants } from './grants.ts';
import type { Grants } from './grants.ts';
import type { MethodTable } from './handlers.ts';
import { createMethods } from './methods.ts';
import type { Platform } from './platform.ts';
import { createSession } from './session.ts';
import { createTasks } from './tasks.ts';
import { inTurns } from './turns.ts';

/** The whole program without a host. */
export type App = {
  /** Parses, runs and answers a call. Never rejects. */
  handle(method: string, input: unknown): Promise<WireReply>;
  /** Calls back for every event until the returned function is called. */
  listen(receive: (event: AnyEvent) => void): () => void;
  /** Where hosts turn paths into references. */
  readonly grants: Grants;
  readonly tasks: { running(): number };
  /** Answers with what whoever opens it must be told of damage to its file, on one line; '' where there is none. */
  openProject(path: string, openedFor?: OpenedFor): Promise<string>;
  /** Makes a project file at exactly this path and opens it. Throws `file-exists`, `file-unwritable`. */
  createProject(path: string, name: string): Promise<void>;
  /** Checks a project that need not be open, and leaves its file and folder as they are. */
  verifyFile(path: string): Promise<Verification>;
  /** Asks the windows to run an action of the action table. */
  requestAction(action: string): void;
  /** What happened to the file of the project that was open last, as an error that says where its acts are; else null. */
  incident(): AppError | null;
  /** Cancels tasks, waits for the last commit, closes the project into one file. Safe to call twice. */
  close(): Promise<void>;
};

/** Stands between the program and its jobs. */
export type Through = (jobs: Jobs) => Jobs;

/**
 * Puts the program together: its parts, and the methods that the desks bring. `through` lets a host, or a test, stand between it and
 * its jobs.
 */
export function createApp(platform: Platform, table: MethodTable, through: Through = (jobs) => jobs): App {
  const listeners = new Set<(event: AnyEvent) => void>();
  const emit = (event: AnyEvent): void => {
    for (const receive of listeners) receive(event);
  };
  const grants = createGrants();
  const jobs = through(createJobs(platform));
  const tasks = createTasks(platform, emit);
  const session = inTurns(createSession({ platform, tasks, jobs, emit }), tasks);
  const methods = createMethods(table);
  // A window asks for all of them sooner or later, and should not be kept waiting then.
  if (platform.kind === 'loopback' || platform.kind === 'electron') void methods.loadAll();
  const handle = createDispatcher({ methods, session, grants, jobs, platform });
  return {
    handle,
    grants,
    tasks,
    listen(receive) {
      listeners.add(receive);
      return () => void listeners.delete(receive);
    },
    openProject: async (path, openedFor) => {
      await session.openFile(path, openedFor);
      return session.open().store.condition.notice();
    },
    createProject: (path, name) => session.createFile(path, name),
    verifyFile: (path) =>
      tasks.run('project.verify', (task) => {
        task.label(appWords.verifying);
        return jobs.run(projectJobs.verify, { path, open: false }, task);
      }),
    requestAction: (action) => emit({ event: 'action', data: { action } }),
    incident: () => session.incident(),
    async close() {
      await tasks.cancelAll();
      await session.closeProject();
      await jobs.close();
    },
  };
}
