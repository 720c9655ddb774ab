import { z } from 'zod';
import { changedKeysSchema } from '../keyTable.ts';
import { exampleSchema, exclusiveSetSchema } from '../model/codebook.ts';
import { disagreementSchema } from '../model/disagreement.ts';
import { annotationSchema, codeSchema, coderSchema, documentSchema, idSchema, momentSchema } from '../model/records.ts';
import { answerSchema, entitySchema, linkSchema, progressSchema, variableSchema } from '../model/variables.ts';

/** The step that undo or redo would take: what it was, who did it and when. */
export const stepSchema = z.strictObject({
  label: z.string(),
  coder: z.string().nullable(),
  at: momentSchema,
});

export const historyStateSchema = z.strictObject({ undo: stepSchema.nullable(), redo: stepSchema.nullable() });
export type HistoryState = z.output<typeof historyStateSchema>;

/** What happened to one table: records now as given, or gone. `reset`: too many to list, ask again. */
const tableChange = <R extends z.ZodType>(record: R) =>
  z.strictObject({ reset: z.boolean(), changed: z.array(record), removed: z.array(idSchema) });

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
  tables: z.strictObject({
    code: tableChange(codeSchema).optional(),
    coder: tableChange(coderSchema).optional(),
    document: tableChange(documentSchema).optional(),
    annotation: tableChange(annotationSchema).optional(),
    /** Article facts: the ids are documents. */
    fact: z.strictObject({ reset: z.boolean(), documents: z.array(idSchema) }).optional(),
    project: z.strictObject({ name: z.string() }).optional(),
    example: tableChange(exampleSchema).optional(),
    exclusiveSet: tableChange(exclusiveSetSchema).optional(),
    variable: tableChange(variableSchema).optional(),
    /** Answers of coders, for articles and for passages. */
    answer: tableChange(answerSchema).optional(),
    entity: tableChange(entitySchema).optional(),
    progress: tableChange(progressSchema).optional(),
    link: tableChange(linkSchema).optional(),
    /** What was said about places where coders differ. */
    disagreement: tableChange(disagreementSchema).optional(),
    /** Touched in some way: ask again. */
    version: z.strictObject({ reset: z.boolean() }).optional(),
    round: z.strictObject({ reset: z.boolean() }).optional(),
    assignment: z.strictObject({ reset: z.boolean() }).optional(),
    recipe: z.strictObject({ reset: z.boolean() }).optional(),
  }),
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
