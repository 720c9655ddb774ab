import { z } from 'zod';
import { changedKeysSchema } from '../keyTable.ts';
import { recordTables, tableNames } from '../model/recordTables.ts';
import { idSchema } from '../model/records.ts';
import { historyStateSchema, taskSchema } from './events.ts';
import type { ChangedEvent, ChangedTables, EventDataByName, EventName, Tally } from './events.ts';

const tableChange = (record: z.ZodType) =>
  z.strictObject({ reset: z.boolean(), changed: z.array(record), removed: z.array(idSchema) });

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

const tallySchema: z.ZodType<Tally> = z.strictObject({
  reset: z.boolean(),
  codes: z.record(idSchema, z.number().int()),
  documents: z.record(idSchema, z.number().int()),
});

const changedEventSchema: z.ZodType<ChangedEvent> = z.strictObject({
  seq: z.number().int(),
  history: historyStateSchema,
  tally: tallySchema,
  tables: changedTablesSchema,
});

/**
 * The contract's word on events, as methods have it in `contract.ts`. The program makes events and believes itself; every carrier
 * is held against this, and so is the table of records (`store/recordTables.test.ts`).
 */
export const eventSchemas: { readonly [E in EventName]: z.ZodType<EventDataByName[E]> } = {
  changed: changedEventSchema,
  task: taskSchema,
  status: z.strictObject({}),
  keys: changedKeysSchema,
  action: z.strictObject({ action: z.string() }),
};
