import type { MethodsOf, Namespace } from '../app/handlers.ts';
import type { Verb } from '../hosts/cli/verb.ts';
import type { JobReference } from '../workers/job.ts';

/** What a desk is in the program. All of it is loaded when it is asked for: each command and each thread needs little. */
export type Desk = {
  /** By the name before the dot of its methods: where they are loaded from. */
  readonly methods?: { readonly [N in Namespace]?: () => Promise<MethodsOf<N>> };
  /** What threads do for it. */
  readonly jobs?: readonly JobReference<never, unknown>[];
  /** What it adds to the command line, in the order of the help. */
  readonly verbs?: Readonly<Record<string, () => Promise<Verb>>>;
};
