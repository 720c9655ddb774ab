import type { MethodName, Result } from '../../shared/api/contract.ts';
import type { Id } from '../../shared/model/records.ts';
import { client } from './client.ts';
import { heldTables } from './held.ts';
import type { HeldRecord, HeldRecords, WholeTable } from './held.ts';
import type { Mirror, OpenDocument } from './records.ts';

/** What the codebook and the work on it bring to the mirror. */
export type WholeTables = Pick<Mirror, WholeTable>;

function byId<R extends HeldRecord>(records: readonly R[]): Map<Id, R> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Asks for some of these tables; the answer holds just those. */
export async function askTables(tables: readonly WholeTable[]): Promise<Partial<WholeTables>> {
  const wanted = heldTables.filter(({ held }) => tables.some((name) => name === held.as));
  const parts = await Promise.all(
    wanted.map(async ({ held: { as, by }, how }) => {
      const list = (await client().call(by as MethodName, {})) as HeldRecord[]; // the methods of whole tables take nothing
      return [as, how === 'records' ? byId(list) : list] as const;
    }),
  );
  return Object.fromEntries(parts); // by the names of `tables`
}

/** The coders' work on a document, as `documents.open` carries it. */
export function unpackWork(
  carried: Result<'documents.open'>,
): Omit<HeldRecords<'document'>, 'annotations'> & Pick<OpenDocument, 'assignments'> {
  const lists = carried as unknown as Readonly<Record<string, HeldRecord[]>>;
  const maps = heldTables.flatMap(({ held: { of, as }, how }) => {
    const list = lists[as];
    // Annotations come in a form of their own.
    return of === 'document' && how === 'records' && as !== 'annotations' && list ? [[as, byId(list)] as const] : [];
  });
  const work = Object.fromEntries<unknown>(maps) as Omit<HeldRecords<'document'>, 'annotations'>; // each under its name
  return { ...work, assignments: carried.assignments };
}
