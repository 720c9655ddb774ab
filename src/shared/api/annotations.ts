import { z } from 'zod';
import { annotationSchema, codeNameSchema, idSchema, offsetSchema } from '../model/records.ts';
import { command, confirmedSchema } from './define.ts';

const memoSchema = z.string().max(100_000);

export const annotationsApi = {
  /**
   * Applies a code to a passage, whose ends snap outward to grapheme clusters. A code given by its name is made by the
   * same act where there is none.
   */
  'annotations.create': command(
    z.strictObject({
      document: idSchema,
      start: offsetSchema,
      end: offsetSchema,
      code: z.union([idSchema, z.strictObject({ name: codeNameSchema, parent: idSchema.nullable() })]),
    }),
    annotationSchema,
  ),
  /** Moves the boundaries, or puts another code in place of the first. */
  'annotations.update': command(
    z.strictObject({
      annotation: idSchema,
      start: offsetSchema.optional(),
      end: offsetSchema.optional(),
      code: idSchema.optional(),
      confirmed: confirmedSchema,
    }),
    annotationSchema,
  ),
  'annotations.setMemo': command(
    z.strictObject({ annotation: idSchema, memo: memoSchema, confirmed: confirmedSchema }),
    annotationSchema,
  ),
  /** Links that others made from or to these codings count as work of others, too. */
  'annotations.remove': command(
    z.strictObject({ annotations: z.array(idSchema).min(1), confirmed: confirmedSchema }),
    z.strictObject({}),
  ),
  /** Makes one coding of several of the same code, coder and text: the first stays and covers them all. */
  'annotations.unite': command(
    z.strictObject({ annotations: z.array(idSchema).min(2).max(1000), confirmed: confirmedSchema }),
    annotationSchema,
  ),
};
