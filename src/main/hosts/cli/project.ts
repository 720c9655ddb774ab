import { resolve } from 'node:path';
import { commandLineWords } from '#words/cli/commandLine.ts';
import type { Arguments, MethodOf, Result } from '../../../shared/api/contract.ts';
import { createClient } from '../../../shared/api/client.ts';
import type { Client } from '../../../shared/api/client.ts';
import type { FileRef } from '../../../shared/api/files.ts';
import { createApp } from '../../app/createApp.ts';
import type { App } from '../../app/createApp.ts';
import { directTransport } from '../../app/direct.ts';
import { heard, hearInterrupts } from './hearing.ts';
import { showProgress } from './progress.ts';
import { Interrupted, UsageError } from './verb.ts';
import type { Call } from './verb.ts';

/** The open project, as verbs use it. */
export type Session = {
  readonly call: Client['call'];
  /** Runs a task, shows its progress, waits for its result. */
  run<M extends MethodOf<'task'>>(method: M, input: Arguments<M>): Promise<Result<M>>;
  /** A reference to a path, which may be relative to the caller's folder. */
  file(path: string): FileRef;
};

/**
 * Starts the program, opens the project, does the work and closes the project into one file, also when the work fails or
 * is interrupted. With `--coder` the work is that person's.
 */
export async function withProject<T>(
  call: Call,
  path: string,
  work: (session: Session) => Promise<T>,
  openedFor: 'writing' | 'reading' = 'writing',
): Promise<T> {
  return withApp(call, async (app, session) => {
    const notice = await app.openProject(resolve(call.terminal.folder, path), openedFor);
    if (notice !== '') call.terminal.note(`galley: ${notice}`);
    const coder = call.value('coder');
    if (coder !== undefined) await session.call('coders.identify', { name: coder });
    return work(session);
  });
}

/** As `withProject`, for work that changes nothing: the file is left as it is. */
export function readProject<T>(call: Call, path: string, work: (session: Session) => Promise<T>): Promise<T> {
  return withProject(call, path, work, 'reading');
}

/** Work that was interrupted ends by itself within this time, or is left. A worker is given 3 s. */
const patience = 5000; // ms

/** Paths in the JSON of `galley call` are not looked at by the parser of words. Throws UsageError. */
function checkedPath(path: string): string {
  if (path === '') throw new UsageError(commandLineWords.emptyPath);
  if (path.includes('\0')) throw new UsageError(commandLineWords.signOfNoPath({ path }));
  return path;
}

/** Rejects some time after the interruption: work that does not hear of it must not keep the program. */
function given(signal: AbortSignal, working: Promise<unknown>): Promise<never> {
  working.catch(() => undefined); // it may fail when nobody listens any more
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => void setTimeout(() => reject(new Interrupted()), patience).unref(), {
      once: true,
    });
  });
}

/** Starts the program without a project. */
export async function withApp<T>(call: Call, work: (app: App, session: Session) => Promise<T>): Promise<T> {
  const interrupt = new AbortController();
  const hearing = hearInterrupts(call.terminal, () => {
    interrupt.abort();
    void app.close(); // the work is told that its task was cancelled; closing again below waits for the same end
  });
  const app = createApp(call.platform, call.methods, heard(hearing));
  const client = createClient(directTransport(app));
  const progress = showProgress(call.terminal);
  const unheard = app.listen((event) => {
    if (event.event === 'task') progress.show(event.data);
  });
  try {
    const working = work(app, {
      call: client.call,
      run: (method, input) => client.run(method, input),
      file: (name) => app.grants.grant(resolve(call.terminal.folder, checkedPath(name))),
    });
    const outcome = await Promise.race([working, given(interrupt.signal, working)]);
    await app.close(); // before anything is said to be done: a last look at the file belongs to it
    const incident = app.incident();
    if (incident) throw incident;
    return outcome;
  } catch (error) {
    throw interrupt.signal.aborted ? new Interrupted() : error;
  } finally {
    unheard();
    progress.clear();
    await app.close();
  }
}
