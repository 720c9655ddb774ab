import type { MethodTable } from '../app/handlers.ts';
import type { Verb } from '../hosts/cli/verb.ts';
import type { JobReference } from '../workers/job.ts';
import { agreementDesk } from './agreement.ts';
import { codebookDesk } from './codebook.ts';
import { codingDesk } from './coding.ts';
import { corpusDesk } from './corpus.ts';
import type { Desk } from './desk.ts';
import { exportDesk } from './export.ts';
import { projectDesk } from './project.ts';

/** Every desk, in the order in which their verbs stand in the help. */
const desks = [projectDesk, corpusDesk, codebookDesk, codingDesk, exportDesk, agreementDesk] as const;

type Methods = (typeof desks)[number]['methods'];
type KeysOf<T> = T extends unknown ? keyof T : never;
/** What each namespace is loaded from, as the desk has it that brings it. */
type Brought = { readonly [N in KeysOf<Methods>]: Extract<Methods, Record<N, unknown>>[N] };

const all: readonly Desk[] = desks;

/** What all desks bring of one kind. A name that two of them give is a mistake, and which one counted would be chance. */
function together<T>(brought: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
  const found: Record<string, T> = {};
  for (const [name, thing] of brought.flatMap((some = {}) => Object.entries(some))) {
    if (Object.hasOwn(found, name)) throw new Error(`two desks bring “${name}”`);
    found[name] = thing;
  }
  return found;
}

const brought = together<unknown>(desks.map(({ methods }) => methods)) as Brought; // as each has them

/** Every method there is, by the name before its dot: the types fail when one is nobody's. */
export const methodTable: MethodTable = brought;

/** Every job there is, for the threads, which are asked for them by name. */
export const allJobs: readonly JobReference<never, unknown>[] = all.flatMap(({ jobs = [] }) => jobs);

const verbs: Readonly<Record<string, () => Promise<Verb>>> = together(all.map((desk) => desk.verbs));

/** Every verb, in the order of the help. */
export const verbNames: readonly string[] = Object.keys(verbs);

/** The verb of that name; undefined: there is none. */
export async function loadVerb(name: string): Promise<Verb | undefined> {
  return Object.hasOwn(verbs, name) ? verbs[name]?.() : undefined;
}

/** All of them, in the order of the help. */
export async function loadVerbs(): Promise<Verb[]> {
  return Promise.all(Object.values(verbs).map((load) => load()));
}
