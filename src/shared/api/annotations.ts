import { z } from 'zod';
import { annotationSchema, codeNameSchema, idSchema, offsetSchema } from '../model/records.ts';
import { command, confirmedSchema } from './define.ts';

const memoSchema = z.string().max(100_000);

/** A code that is there, or one by its name, made by the same act where there is none. */
const codeOrNewSchema = z.union([idSchema, z.strictObject({ name: codeNameSchema, parent: idSchema.nullable() })]);

/** An act takes so many codings at once. */
export const mostAtOnce = 50_000;

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
  /**
   * Gives codings another code in one act, at most `mostAtOnce`. What cannot have it stays as it is and is counted: `same` have it already, of
   * `present` their coder has the same words with it, or would have by another of these codings, and on words of `excluded` stays a code that
   * excludes it. `removedAnswers` as for one.
   */
  'annotations.recodeMany': command(
    z.strictObject({ annotations: z.array(idSchema).min(1), code: codeOrNewSchema, confirmed: confirmedSchema }),
    z.strictObject({
      code: idSchema,
      changed: z.number().int().nonnegative(),
      same: z.number().int().nonnegative(),
      present: z.number().int().nonnegative(),
      excluded: z.number().int().nonnegative(),
      removedAnswers: z.number().int().nonnegative(),
    }),
  ),
  'annotations.setMemo': command(
    z.strictObject({ annotation: idSchema, memo: memoSchema, confirmed: confirmedSchema }),
    annotationSchema,
  ),
  /** At most `mostAtOnce`. Links that others made from or to these codings count as work of others, too. */
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
