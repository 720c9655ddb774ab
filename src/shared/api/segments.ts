import { z } from 'zod';
import { annotationSchema, idSchema, momentSchema } from '../model/records.ts';
import { mostAtOnce } from './annotations.ts';
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

const filterFields = {
  document: idSchema.optional(),
  /** This code and the codes below it. */
  code: idSchema.optional(),
  coder: idSchema.optional(),
  /** Codings whose text this round gives to their coder. */
  round: idSchema.optional(),
};

/**
 * What the list may be sorted by: codes in the order of the codebook, coders by name, documents in the order of their list, the length
 * of the passage. What is alike there keeps the order of the texts.
 */
export const segmentSortSchema = z.enum(['code', 'coder', 'document', 'length']);

export type SegmentSort = z.output<typeof segmentSortSchema>;

const orderFields = { sort: segmentSortSchema.optional(), descending: z.boolean().optional() };

export const segmentsApi = {
  /**
   * A window of the segment list, by document in order of import, then by place in the text, or sorted. `total` is the number of rows,
   * and `agreed` says how many of these are of the agreed version, which says again what people have said.
   */
  'segments.list': query(
    z.strictObject({
      ...filterFields,
      ...orderFields,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
    }),
    z.strictObject({ total: z.number().int(), agreed: z.number().int(), rows: z.array(segmentSchema) }),
  ),
  /** The ids alone of a window of the same list, as many as an act takes. */
  'segments.ids': query(
    z.strictObject({
      ...filterFields,
      ...orderFields,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(mostAtOnce).default(mostAtOnce),
    }),
    z.strictObject({ total: z.number().int(), ids: z.array(idSchema) }),
  ),
};
