import type { z } from 'zod';
import type { codebookApi } from '../../shared/api/codebook.ts';
import { isMethodName } from '../../shared/api/contract.ts';
import type { deskApi } from '../../shared/api/desk.ts';
import type { variablesApi } from '../../shared/api/variables.ts';
import type { Id } from '../../shared/model/records.ts';
import type { Answer, Link, Progress } from '../../shared/model/variables.ts';
import type { DeskTable } from './changes.ts';
import { client } from './client.ts';
import type { Assignment, Mirror, OpenDocument } from './records.ts';

/** What the codebook and the work on it bring to the mirror. */
export type DeskPart = Pick<Mirror, DeskTable>;

type Api = typeof codebookApi & typeof variablesApi & typeof deskApi;

/** Lists of methods that the program does not have are empty. */
async function list<M extends keyof Api & `${string}.list`>(method: M): Promise<z.output<Api[M]['output']>> {
  if (!isMethodName(method)) return [] as unknown as z.output<Api[M]['output']>; // every `.list` of these answers a list
  const call = client().call as (name: string, input: object) => Promise<unknown>; // the contract may not name it yet
  return (await call(method, {})) as z.output<Api[M]['output']>; // the contract holds the same schema
}

function byId<R extends { id: Id }>(records: readonly R[]): Map<Id, R> {
  return new Map(records.map((record) => [record.id, record]));
}

const loaders: { [T in DeskTable]: () => Promise<DeskPart[T]> } = {
  variables: async () => byId(await list('variables.list')),
  entities: async () => byId(await list('entities.list')),
  examples: async () => byId(await list('examples.list')),
  exclusiveSets: async () => byId(await list('exclusiveSets.list')),
  versions: () => list('versions.list'),
  rounds: () => list('rounds.list'),
};

/** Asks for some of these tables; the answer holds just those. */
export async function askDesk(tables: readonly DeskTable[]): Promise<Partial<DeskPart>> {
  const parts = await Promise.all(tables.map(async (table) => [table, await loaders[table]()] as const));
  return Object.fromEntries(parts);
}

type Carried = {
  answers?: readonly Answer[];
  progress?: readonly Progress[];
  links?: readonly Link[];
  assignments?: readonly Assignment[];
};

/** The coders' work on a document, as `documents.open` carries it. */
export function unpackDesk(
  carried: Carried & { text: string },
): Pick<OpenDocument, 'answers' | 'progress' | 'links' | 'assignments'> {
  return {
    answers: byId(carried.answers ?? []),
    progress: carried.progress ?? [],
    links: byId(carried.links ?? []),
    assignments: carried.assignments ?? [],
  };
}
