import { z } from 'zod';
import { annotationSchema, idSchema, momentSchema } from '../model/records.ts';
import { query } from './define.ts';

export const segmentSchema = annotationSchema.extend({
  documentName: z.string(),
  /** The coded words, cut after 400 characters. */
  quote: z.string(),
  /** The same span in code points. */
  codePoints: z.strictObject({ start: z.number().int(), end: z.number().int() }),
  created: momentSchema,
});

export type Segment = z.output<typeof segmentSchema>;

export const segmentsApi = {
  /**
   * A window of the segment list, by document in order of import, then by place in the text. `total` is the number of rows, and
   * `agreed` says how many of these are of the agreed version, which says again what people have said.
   */
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
    z.strictObject({ total: z.number().int(), agreed: z.number().int(), rows: z.array(segmentSchema) }),
  ),
};
