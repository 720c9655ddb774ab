import { z } from 'zod';
import { changedKeysSchema } from '../keyTable.ts';
import { recordTables, tableNames } from '../model/recordTables.ts';
import type { RecordOf, ShownTable, TablesWith } from '../model/recordTables.ts';
import { idSchema, momentSchema } from '../model/records.ts';
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

const tableChange = (record: z.ZodType) =>
  z.strictObject({ reset: z.boolean(), changed: z.array(record), removed: z.array(idSchema) });

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

function announcedSchemas(): Record<string, z.ZodType> {
  const schemas: Record<string, z.ZodType> = {};
  for (const name of tableNames) {
    const table = recordTables[name];
    if (!('announced' in table)) continue;
    const change = table.announced.how === 'records' && 'schema' in table ? tableChange(table.schema) : undefined;
    schemas[table.announced.as] = (change ?? z.strictObject({ reset: z.boolean() })).optional();
  }
  return schemas;
}

const changedTablesSchema = z.strictObject({
  ...announcedSchemas(),
  fact: z.strictObject({ reset: z.boolean(), documents: z.array(idSchema) }).optional(),
}) as unknown as z.ZodType<ChangedTables>; // made of the entries that the type is made of

/** How many annotations each touched code and document has now. `reset`: too many to list, ask again. */
export const tallySchema = z.strictObject({
  reset: z.boolean(),
  codes: z.record(idSchema, z.number().int()),
  documents: z.record(idSchema, z.number().int()),
});

/** One committed change of the project. `seq` grows by one with each; a gap means: ask again for everything. */
export const changedEventSchema = z.strictObject({
  seq: z.number().int(),
  history: historyStateSchema,
  tally: tallySchema,
  tables: changedTablesSchema,
});
export type ChangedEvent = z.output<typeof changedEventSchema>;

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

export const eventSchemas = {
  /** The project's records changed. */
  changed: changedEventSchema,
  /** A task moved: at most ten a second for each, and always its last state. */
  task: taskSchema,
  /** Another project is open now, or none, or its name, mode or coder is another. Ask `project.status`. */
  status: z.strictObject({}),
  /** The user has changed keys of actions: all that are changed now. */
  keys: changedKeysSchema,
  /** The host asks the window to run an action of the action table (native menu). */
  action: z.strictObject({ action: z.string() }),
};

export type EventName = keyof typeof eventSchemas;
export type EventData<E extends EventName> = z.output<(typeof eventSchemas)[E]>;
export type AnyEvent = { [E in EventName]: { event: E; data: EventData<E> } }[EventName];
