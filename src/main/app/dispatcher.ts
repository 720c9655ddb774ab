import type { z } from 'zod';
import type { MethodOf } from '../../shared/api/contract.ts';
import { unfitIn } from '../../shared/api/fit.ts';
import { AppError } from '../../shared/errors.ts';
import type { WireError } from '../../shared/errors.ts';
import type { Acted, ActName } from '../../shared/words/act.ts';
import { said } from '../../shared/words/message.ts';
import { damageIn } from '../store/damage.ts';
import type { JobOptions, JobReference, Jobs } from '../workers/job.ts';
import type { CommandContext } from './commandContext.ts';
import type { Grants } from './grants.ts';
import { projectlessQueries } from './handlers.ts';
import type { ControlContext, QueryContext, TaskContext } from './handlers.ts';
import type { AnyHandler, Method, Methods } from './methods.ts';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';
import { wireError } from './wire.ts';

export type WireReply = { ok: true; output: unknown } | { ok: false; error: WireError };

/** Calls that take longer are logged: nothing should hold the core up for more. */
const slowCall = 50;

type Parts = { methods: Methods; session: Session; grants: Grants; jobs: Jobs; platform: Platform };

/** Looks a method up, parses its input, runs it, maps its errors, logs it when slow. Never rejects. */
export function createDispatcher(parts: Parts): (method: string, input: unknown) => Promise<WireReply> {
  return async (name, input) => {
    try {
      const turn = parts.methods.awaited(name);
      if (turn !== null) await turn;
      const begun = Date.now();
      const method = parts.methods.find(name);
      if (!method) throw new AppError('unknown-method', said('history.noMethod', { method: name }));
      const parsed = parse(name, method.input, input);
      const pending = run(parts, name, method, parsed);
      // Only the synchronous part can hold the core up.
      const took = Date.now() - begun;
      if (took > slowCall) parts.platform.log('info', `${name} took ${took} ms`);
      return { ok: true, output: await pending };
    } catch (error) {
      const damage = damageIn(error);
      if (damage !== null) parts.session.metDamage(damage);
      return { ok: false, error: wireError(error, (message) => parts.platform.log('error', `${name}: ${message}`)) };
    }
  };
}

function parse(method: string, schema: z.ZodType, input: unknown): unknown {
  const unfit = unfitIn(input);
  if (unfit)
    throw new AppError('bad-input', said('history.badInput', { method, faults: [unfit.message] }), {
      field: unfit.field,
    });
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const where = issue.path.join('.');
    return where === '' ? issue.message : `${where}: ${issue.message}`;
  });
  throw new AppError('bad-input', said('history.badInput', { method, faults }), {
    field: parsed.error.issues[0]?.path.join('.') ?? '',
  });
}

function run(parts: Parts, method: string, { kind, handler }: Method, input: unknown): unknown {
  const { session, grants, platform, jobs } = parts;
  const control: ControlContext = { session, grants, platform, jobs };
  if (kind === 'control' || (projectlessQueries as readonly string[]).includes(method)) return handler(control, input);
  if (kind === 'query') {
    const context: QueryContext = { ...session.open(), session };
    return handler(context, input);
  }
  if (kind === 'command') {
    const act = method as MethodOf<'command'>; // its kind says so
    return session.run(act, (context) => handler(context, input) as Acted<typeof act, unknown>);
  }
  return { task: startTask(parts, method, handler, input) };
}

function startTask(parts: Parts, method: string, handler: AnyHandler, input: unknown): string {
  const { session, grants, platform, jobs } = parts;
  const { store } = session.open();
  session.confirm(store);
  const id = session.tasks.start(method, (task) => {
    const context: TaskContext = {
      store,
      grants,
      platform,
      session,
      jobs: jobsOnFile(jobs, task.signal, () => session.confirm(store)),
      signal: task.signal,
      label: task.label,
      writes: task.writes,
      progress: task.progress,
      commit<A extends ActName, T>(
        act: A,
        write: (context: CommandContext) => Acted<A, T>,
        as?: MethodOf<'command'>,
      ): T {
        refuseEnded(task.signal);
        return session.run(act, write, { store, as });
      },
    };
    return handler(context, input) as Promise<unknown>; // what every task's handler returns
  });
  session.noteStarter(id);
  return id;
}

function refuseEnded(signal: AbortSignal): void {
  if (!signal.aborted) return;
  throw signal.reason instanceof AppError ? signal.reason : new AppError('cancelled', said('history.cancelled'));
}

/**
 * Threads read the project by its path, so before and after their work the file there must be the one that is open. A cancel
 * that comes when the work is done undoes none of it: files stand that were written, and only a commit is still refused.
 */
function jobsOnFile(jobs: Jobs, signal: AbortSignal, confirm: () => void): Jobs {
  return {
    ...jobs,
    async run<Input, Output>(job: JobReference<Input, Output>, input: Input, options?: JobOptions): Promise<Output> {
      confirm();
      refuseEnded(signal);
      const output = await jobs.run(job, input, options);
      confirm();
      if (signal.reason instanceof AppError) throw signal.reason;
      return output;
    },
  };
}
