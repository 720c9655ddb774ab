import type { Contract, MethodName, MethodOf, Parsed, Result } from '../../shared/api/contract.ts';
import type { Acted, ActName } from '../../shared/words/act.ts';
import type { Store } from '../store/database.ts';
import type { DocumentIndex } from '../store/documentIndex.ts';
import type { Sight } from '../store/sight.ts';
import type { Tallies } from '../store/tallies.ts';
import type { Jobs } from '../workers/job.ts';
import type { CommandContext } from './commandContext.ts';
import type { Grants } from './grants.ts';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';
import type { Writing } from './writing.ts';

/** What a query sees: the open project. */
export type QueryContext = {
  readonly store: Store;
  readonly tallies: Tallies;
  readonly documents: DocumentIndex;
  readonly sight: Sight;
  readonly session: Session;
};

/** What a control may use. It runs outside any transaction. */
export type ControlContext = {
  readonly session: Session;
  readonly grants: Grants;
  readonly platform: Platform;
  readonly jobs: Jobs;
};

export type TaskContext = {
  readonly store: Store;
  readonly grants: Grants;
  readonly platform: Platform;
  readonly session: Session;
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
  /** What the Tasks list calls this work, in the words of the user. */
  label(text: string): void;
  /** Says what the task writes outside the project. Throws `conflict` when another task writes there. */
  writes(writing: Writing): void;
  /** Units done and in all (0: unknown). Cheap to call often: clients hear at most ten times a second. */
  progress(done: number, total: number): void;
  /**
   * Runs `write` as one command: one transaction, one undo step, called as `act`. Throws `cancelled` when the task was cancelled.
   * The journal keeps it under that method, or under that of the command (`as`) whose kind of act it is.
   */
  commit<A extends ActName, T>(act: A, write: (context: CommandContext) => Acted<A, T>, as?: MethodOf<'command'>): T;
};

export type QueryHandler<M extends MethodOf<'query'>> = (context: QueryContext, input: Parsed<M>) => Result<M>;
export type CommandHandler<M extends MethodOf<'command'>> = (
  context: CommandContext,
  input: Parsed<M>,
) => Acted<M, Result<M>>;
export type ControlHandler<M extends MethodOf<'control'>> = (
  context: ControlContext,
  input: Parsed<M>,
) => Result<M> | Promise<Result<M>>;
export type TaskHandler<M extends MethodOf<'task'>> = (context: TaskContext, input: Parsed<M>) => Promise<Result<M>>;

/** Queries that answer without a project too; they get the control's context. */
export const projectlessQueries = [
  'project.status',
  'project.recent',
  'files.browse',
  'program.notices',
  'settings.read',
  'tasks.list',
] as const;
export type ProjectlessQuery = (typeof projectlessQueries)[number];

/** One handler for every method of the contract. */
export type Handlers = {
  [M in Exclude<MethodOf<'query'>, ProjectlessQuery>]: QueryHandler<M>;
} & {
  [M in ProjectlessQuery]: (context: ControlContext, input: Parsed<M>) => Result<M> | Promise<Result<M>>;
} & { [M in MethodOf<'command'>]: CommandHandler<M> } & { [M in MethodOf<'control'>]: ControlHandler<M> } & {
  [M in MethodOf<'task'>]: TaskHandler<M>;
};

/** What stands before the dot of a method's name. */
export type Namespace = MethodName extends infer M ? (M extends `${infer N}.${string}` ? N : never) : never;

type NamesOf<N extends Namespace> = Extract<MethodName, `${N}.${string}`>;

/** All methods of some namespaces: what the contract says of each, and what answers it. */
export type MethodsOf<N extends Namespace> = {
  readonly api: Readonly<Pick<Contract, NamesOf<N>>>;
  readonly handlers: Readonly<Pick<Handlers, NamesOf<N>>>;
};

/** Where the methods of each namespace come from: from one that brings at least these. */
export type MethodTable = { readonly [N in Namespace]: () => Promise<MethodsOf<N>> };
