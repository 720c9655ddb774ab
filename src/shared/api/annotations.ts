import { z } from 'zod';
import { annotationSchema, codeNameSchema, idSchema, offsetSchema } from '../model/records.ts';
import { command, confirmedSchema } from './define.ts';

const memoSchema = z.string().max(100_000);

/** A code that is there, or one by its name, made by the same act where there is none. */
const codeOrNewSchema = z.union([idSchema, z.strictObject({ name: codeNameSchema, parent: idSchema.nullable() })]);

export const annotationsApi = {
  /** Applies a code to a passage, whose ends snap outward to grapheme clusters. */
  'annotations.create': command(
    z.strictObject({
      document: idSchema,
      start: offsetSchema,
      end: offsetSchema,
      code: codeOrNewSchema,
    }),
    annotationSchema,
  ),
  /**
   * Moves the boundaries, or puts another code in place of the first. Answers that the new code asks for in the same way stay;
   * `removedAnswers` is how many went because it does not.
   */
  'annotations.update': command(
    z.strictObject({
      annotation: idSchema,
      start: offsetSchema.optional(),
      end: offsetSchema.optional(),
      code: codeOrNewSchema.optional(),
      confirmed: confirmedSchema,
    }),
    annotationSchema.extend({ removedAnswers: z.number().int().nonnegative() }),
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
