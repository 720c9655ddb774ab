import type { Result } from '../../shared/api/contract.ts';
import type { Id } from '../../shared/model/records.ts';
import type { WholeTable } from './changes.ts';
import { client } from './client.ts';
import type { Mirror, OpenDocument } from './records.ts';

/** What the codebook and the work on it bring to the mirror. */
export type WholeTables = Pick<Mirror, WholeTable>;

function byId<R extends { id: Id }>(records: readonly R[]): Map<Id, R> {
  return new Map(records.map((record) => [record.id, record]));
}

const loaders: { [T in WholeTable]: () => Promise<WholeTables[T]> } = {
  variables: async () => byId(await client().call('variables.list', {})),
  entities: async () => byId(await client().call('entities.list', {})),
  examples: async () => byId(await client().call('examples.list', {})),
  exclusiveSets: async () => byId(await client().call('exclusiveSets.list', {})),
  versions: () => client().call('versions.list', {}),
  rounds: () => client().call('rounds.list', {}),
};

/** Asks for some of these tables; the answer holds just those. */
export async function askTables(tables: readonly WholeTable[]): Promise<Partial<WholeTables>> {
  const parts = await Promise.all(tables.map(async (table) => [table, await loaders[table]()] as const));
  return Object.fromEntries(parts);
}

/** The coders' work on a document, as `documents.open` carries it. */
export function unpackWork(
  carried: Result<'documents.open'>,
): Pick<OpenDocument, 'answers' | 'progress' | 'links' | 'assignments'> {
  return {
    answers: byId(carried.answers),
    progress: carried.progress,
    links: byId(carried.links),
    assignments: carried.assignments,
  };
}
