import { z } from 'zod';
import { idSchema } from '../model/records.ts';
import { progressSchema, statusSchema } from '../model/variables.ts';
import { command, query } from './define.ts';

/** A question without an answer that it needs, where an article is to be marked done. */
export const missingSchema = z.strictObject({
  variable: idSchema,
  /** The coding that it is asked for; null: the whole article. */
  annotation: idSchema.nullable(),
  label: z.string(),
});

export type Missing = z.output<typeof missingSchema>;

export const progressApi = {
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
