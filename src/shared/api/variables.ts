import { z } from 'zod';
import { idSchema, nameSchema } from '../model/records.ts';
import {
  answerSchema,
  answerStateSchema,
  answerValueSchema,
  entitySchema,
  evidenceSchema,
  progressSchema,
  statusSchema,
  variableSchema,
} from '../model/variables.ts';
import { command, query, sharesSchema, task } from './define.ts';
import { fileRefSchema } from './files.ts';

const fields = variableSchema.omit({ id: true, position: true });

/** A question without an answer that it needs, where an article is to be marked done. */
export const missingSchema = z.strictObject({
  variable: idSchema,
  /** The coding that it is asked for; null: the whole article. */
  annotation: idSchema.nullable(),
  label: z.string(),
});
export type Missing = z.output<typeof missingSchema>;

export const variablesApi = {
  /** All variables in their order, article facts among them. */
  'variables.list': query(z.strictObject({}), z.array(variableSchema)),
  'variables.create': command(
    fields.partial().extend({ scope: fields.shape.scope, name: fields.shape.name, level: fields.shape.level }),
    variableSchema,
  ),
  /**
   * Throws `conflict` when answers that are there do not fit the change. Whoever codes anything blind changes words and
   * order, not what may be answered.
   */
  'variables.update': command(fields.omit({ scope: true }).partial().extend({ variable: idSchema }), variableSchema),
  'variables.move': command(z.strictObject({ variable: idSchema, before: idSchema.nullable() }), variableSchema),
  /** Refused, like the removal, to whoever codes anything blind. */
  'variables.removal': query(
    z.strictObject({ variable: idSchema }),
    z.strictObject({ answers: z.number().int(), shares: sharesSchema }),
  ),
  'variables.remove': command(z.strictObject({ variable: idSchema }), z.strictObject({ answers: z.number().int() })),
  /**
   * Gives (or changes) the acting coder's answer. Throws `bad-input` with `details.variable` for a value that the variable
   * does not allow, `not-found` for a document, coding or variable that is gone.
   */
  'answers.set': command(
    z.strictObject({
      document: idSchema,
      annotation: idSchema.nullable().default(null),
      variable: idSchema,
      state: answerStateSchema.default('given'),
      value: answerValueSchema.nullable().default(null),
      /** Absent: what it points at stays. */
      evidence: z.array(evidenceSchema).max(100).optional(),
    }),
    answerSchema,
  ),
  /** Back to “not yet coded”. */
  'answers.clear': command(
    z.strictObject({ document: idSchema, annotation: idSchema.nullable().default(null), variable: idSchema }),
    z.strictObject({}),
  ),
  /** Reads answers from a table `document,variable,value`; a faulty line changes nothing. */
  'answers.import': task(
    z.strictObject({ file: fileRefSchema }),
    z.strictObject({ answers: z.number().int(), present: z.number().int() }),
  ),
  'entities.list': query(z.strictObject({}), z.array(entitySchema)),
  'entities.create': command(
    z.strictObject({ list: nameSchema, name: nameSchema, attributes: entitySchema.shape.attributes.default({}) }),
    entitySchema,
  ),
  'entities.update': command(
    z.strictObject({
      entity: idSchema,
      name: nameSchema.optional(),
      attributes: entitySchema.shape.attributes.optional(),
    }),
    entitySchema,
  ),
  /** Throws `conflict` while answers name it, and to whoever codes anything blind. */
  'entities.remove': command(z.strictObject({ entity: idSchema }), z.strictObject({})),
  /** What the acting coder must still answer before the article can be done. */
  'progress.missing': query(z.strictObject({ document: idSchema }), z.array(missingSchema)),
  /**
   * Sets the acting coder's status. `done` writes fallbacks of unanswered questions, and throws `incomplete`
   * (`details.missing`: labels, one a line) while required answers are missing. `set-aside` needs a reason.
   */
  'progress.set': command(
    z.strictObject({ document: idSchema, status: statusSchema, reason: z.string().max(2000).default('') }),
    progressSchema.nullable(),
  ),
  /**
   * The same for many articles at once. For `done`, articles whose required answers are missing stay as they are:
   * `incomplete` counts them.
   */
  'progress.setMany': command(
    z.strictObject({
      documents: z.array(idSchema).min(1).max(200_000),
      status: statusSchema,
      reason: z.string().max(2000).default(''),
    }),
    z.strictObject({ changed: z.number().int(), incomplete: z.number().int() }),
  ),
  /** The next article that the acting coder has not done or set aside, after `document`, round the end; null: none left. */
  'progress.next': query(
    z.strictObject({
      document: idSchema.nullable(),
      order: z.enum(['list', 'random']).default('list'),
      /** Of the random order: equal seeds give equal orders. */
      seed: z.number().int().nonnegative().max(0xffffffff).default(1),
    }),
    idSchema.nullable(),
  ),
};
