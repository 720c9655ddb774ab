import { z } from 'zod';
import type { changedKeysSchema } from '../keyTable.ts';
import type { recordTables, RecordOf, ShownTable, TablesWith } from '../model/recordTables.ts';
import { momentSchema } from '../model/records.ts';
import type { Id } from '../model/records.ts';

/** The step that undo or redo would take: what it was, who did it and when. */
export const stepSchema = z.strictObject({
  label: z.string(),
  coder: z.string().nullable(),
  at: momentSchema,
});

export const historyStateSchema = z.strictObject({ undo: stepSchema.nullable(), redo: stepSchema.nullable() });
export type HistoryState = z.output<typeof historyStateSchema>;

/** What happened to one table: records now as given, or gone. `reset`: too many to list, ask again. */
export type TableChange<R> = { reset: boolean; changed: R[]; removed: Id[] };

/** Tables of which an event gives the records, and those of which it says that they were touched. */
export type ListedTable = TablesWith<{ announced: { how: 'records' } }> & ShownTable;
type TouchedTable = TablesWith<{ announced: { how: 'again' } }>;
type NameOf<T extends ListedTable | TouchedTable> = (typeof recordTables)[T]['announced']['as'];

/**
 * What happened to each table, by the name under which it is announced (`announced` in `recordTables`), and to article facts,
 * which are answers without a coder: their ids are documents.
 */
export type ChangedTables = { [T in ListedTable as NameOf<T>]?: TableChange<RecordOf<T>> | undefined } & {
  [T in TouchedTable as NameOf<T>]?: { reset: boolean } | undefined;
} & { fact?: { reset: boolean; documents: Id[] } | undefined };

/** How many annotations of people (not of the agreed version) each touched code and document has now. `reset`: too many to list, ask again. */
export type Tally = { reset: boolean; codes: Record<Id, number>; documents: Record<Id, number> };

/** One committed change of the project. `seq` grows by one with each; a gap means: ask again for everything. */
export type ChangedEvent = { seq: number; history: HistoryState; tally: Tally; tables: ChangedTables };

export const wireErrorSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** A piece of long work, as the Tasks drawer shows it. */
export const taskSchema = z.strictObject({
  id: z.string(),
  method: z.string(),
  label: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Units done and in all; `total` is 0 while unknown. */
  done: z.number(),
  total: z.number(),
  /** Estimated milliseconds left, null while unknown. */
  left: z.number().nullable(),
  started: momentSchema,
  result: z.unknown().optional(),
  error: wireErrorSchema.optional(),
});
export type Task = z.output<typeof taskSchema>;

/** What each event carries; `eventSchemas.ts` says it in a form that can be checked. */
export type EventDataByName = {
  /** The project's records changed. */
  changed: ChangedEvent;
  /** A task moved: at most ten a second for each, and always its last state. */
  task: Task;
  /** Another project is open now, or none, or its name, mode or coder is another. Ask `project.status`. */
  status: Record<string, never>;
  /** The user has changed keys of actions: all that are changed now. */
  keys: z.output<typeof changedKeysSchema>;
  /** The host asks the window to run an action of the action table (native menu). */
  action: { action: string };
};

export type EventName = keyof EventDataByName;
export type EventData<E extends EventName> = EventDataByName[E];
export type AnyEvent = { [E in EventName]: { event: E; data: EventData<E> } }[EventName];
