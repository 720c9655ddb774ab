import { z } from 'zod';
import { annotationSchema, codeNameSchema, idSchema, momentSchema, offsetSchema } from '../model/records.ts';
import { command, confirmedSchema, query, task } from './define.ts';
import { fileRefSchema } from './files.ts';

export const segmentSchema = annotationSchema.extend({
  documentName: z.string(),
  /** The coded words, cut after 400 characters. */
  quote: z.string(),
  /** The same span in code points. */
  codePoints: z.strictObject({ start: z.number().int(), end: z.number().int() }),
  created: momentSchema,
});
export type Segment = z.output<typeof segmentSchema>;

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
  /** A window of the segment list, by document in order of import, then by place in the text. */
  'segments.list': query(
    z.strictObject({
      document: idSchema.optional(),
      /** This code and the codes below it. */
      code: idSchema.optional(),
      coder: idSchema.optional(),
      /** Codings whose text this round gives to their coder. */
      round: idSchema.optional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(segmentSchema) }),
  ),
  /**
   * Reads codings, one JSON object a line: `{document, start, end, code[, quote][, memo]}`, offsets in code points, code
   * as a path, document by name or id. Nothing is changed when a line is at fault, or (`strict`) a code is unknown.
   */
  'codings.import': task(
    z.strictObject({ file: fileRefSchema, strict: z.boolean().default(false) }),
    z.strictObject({
      annotations: z.number().int(),
      /** Lines whose coding the project already had. */
      present: z.number().int(),
      codes: z.array(z.string()),
    }),
  ),
};
