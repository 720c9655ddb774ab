import type { Result } from '../../shared/api/contract.ts';
import type { ChangedEvent, ChangedTables, ListedTable } from '../../shared/api/events.ts';
import { tableNames, tableOf } from '../../shared/model/recordTables.ts';
import type { RecordTable } from '../../shared/model/recordTable.ts';
import type { RecordOf, ShownTable, TablesWith, recordTables } from '../../shared/model/recordTables.ts';
import type { Id } from '../../shared/model/records.ts';

/** What the window holds of the project, as `held` in `recordTables` says. */

type Tables = typeof recordTables;
type Holder = 'project' | 'document';
type Again<T extends keyof Tables> = T extends TablesWith<{ announced: { how: 'again' } }> ? T : never;

/** The records that are held by id, under the names by which they are held. */
export type HeldRecords<H extends Holder> = {
  [T in ListedTable & ShownTable & TablesWith<{ held: { of: H } }> as Tables[T]['held']['as']]: ReadonlyMap<
    Id,
    RecordOf<T>
  >;
};

/** The lists that are held as a method gives them, because events do not carry their records. */
export type HeldLists = {
  [T in Again<TablesWith<{ held: { of: 'project'; by: string } }>> as Tables[T]['held']['as']]: Result<
    Tables[T]['held']['by']
  >;
};

/** Names of what is held whole, and given by a method of its own. */
export type WholeTable = Tables[TablesWith<{ held: { of: 'project'; by: string } }>]['held']['as'];

/** A record that is held by id. */
export type HeldRecord = { id: Id; document?: Id | null };

/** What an event says of a kind. */
type AnyChange = { reset: boolean; changed?: readonly HeldRecord[]; removed?: readonly Id[] } | undefined;

type HeldTable = {
  held: NonNullable<RecordTable['held']>;
  how: 'records' | 'again';
  /** What an event says of it. */
  change(tables: ChangedTables): AnyChange;
};

/** Every kind that windows hold, in the table's order. */
export const heldTables: readonly HeldTable[] = tableNames.flatMap((name) => {
  const { held, announced } = tableOf(name);
  if (!held || !announced) return [];
  const { as, how } = announced;
  return [{ held, how, change: (tables: ChangedTables) => (tables as Readonly<Record<string, AnyChange>>)[as] }];
});

/** What is held of a project of which nothing is known yet. */
export function nothingHeld(): HeldRecords<'project'> & HeldLists {
  const empty = heldTables
    .filter(({ held }) => held.of === 'project')
    .map(({ held, how }): [string, unknown] => [held.as, how === 'records' ? new Map() : []]);
  return Object.fromEntries(empty) as HeldRecords<'project'> & HeldLists; // one for each name
}

/** Names of what is asked for whole. */
export const wholeTables = heldTables.flatMap(({ held }) => (held.by === undefined ? [] : [held.as])) as WholeTable[]; // just those

/** Those of which coders of blind rounds see their own alone: another coder is shown others. */
export const personalTables = tableNames.flatMap((name) => {
  const { held, sight } = tableOf(name);
  return held?.by === undefined || sight === 'all' ? [] : [held.as];
}) as WholeTable[]; // just those

/** Whether an event says of a kind that it changed, and not how. */
export function isUnlisted(change: AnyChange): boolean {
  return change !== undefined && (change.reset || change.changed === undefined);
}

/** The whole tables that an event does not carry: they have to be asked for. */
export function unlistedTables({ tables }: ChangedEvent): WholeTable[] {
  const stale = new Set(
    heldTables.flatMap(({ held, change }) =>
      isUnlisted(change(tables)) ? [held.as, ...(held.also === undefined ? [] : [held.also])] : [],
    ),
  );
  return wholeTables.filter((name) => stale.has(name));
}

/** `map` with the changed records in and the removed ones out; the same object when nothing changed. */
function patched(map: ReadonlyMap<Id, HeldRecord>, change: AnyChange): ReadonlyMap<Id, HeldRecord> {
  const { changed = [], removed = [] } = change ?? {};
  if (!change || change.reset || (changed.length === 0 && removed.length === 0)) return map;
  const next = new Map(map);
  for (const id of removed) next.delete(id);
  for (const record of changed) next.set(record.id, record);
  return next;
}

/** As `patched`, for records of documents: those of other documents than the open one stay out. */
function patchedOf(document: Id, map: ReadonlyMap<Id, HeldRecord>, change: AnyChange): ReadonlyMap<Id, HeldRecord> {
  return patched(
    map,
    change && {
      reset: change.reset,
      changed: change.changed?.filter((record) => record.document === document) ?? [],
      removed: change.removed?.filter((id) => map.has(id)) ?? [],
    },
  );
}

/** What an event makes of the records that are held by id: of the project's, or of those of the open document. */
export function patchHeld<H extends Holder>(
  of: H,
  held: HeldRecords<H>,
  tables: ChangedTables,
  document?: Id,
): HeldRecords<H> {
  const before = held as Readonly<Record<string, ReadonlyMap<Id, HeldRecord>>>;
  const after = heldTables.flatMap(({ held: { of: holder, as }, how, change }) => {
    const map = before[as];
    if (holder !== of || how !== 'records' || !map) return [];
    const said = change(tables);
    return [[as, document === undefined ? patched(map, said) : patchedOf(document, map, said)] as const];
  });
  return Object.fromEntries(after) as HeldRecords<H>; // every map of `held`, with records of its own kind
}
