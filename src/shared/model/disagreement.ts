import { z } from 'zod';
import { idSchema, momentSchema, offsetSchema } from './records.ts';

/** Where coders differ: a passage of a text (half-open, UTF-16 code units), or a question about a whole article. */
export const disputedPlaceSchema = z.union([
  z.strictObject({ document: idSchema, start: offsetSchema, end: offsetSchema }),
  z.strictObject({ document: idSchema, variable: idSchema }),
]);
export type DisputedPlace = z.output<typeof disputedPlaceSchema>;

/** Why coders differ: the rule can be read in two ways, or somebody overlooked something. */
export const disagreementMarkSchema = z.enum(['unclear-rule', 'slip']);
export type DisagreementMark = z.output<typeof disagreementMarkSchema>;

/** What was said about a place where coders differ. There is one record for a place at most, and none while nothing is said. */
export const disagreementSchema = z.strictObject({
  id: idSchema,
  document: idSchema,
  /** The passage; null: it is about the answer to `variable`. */
  span: z.strictObject({ start: offsetSchema, end: offsetSchema }).nullable(),
  variable: idSchema.nullable(),
  mark: disagreementMarkSchema.nullable(),
  memo: z.string(),
  /** Who settled it in the agreed version, and when; both null while it is open. */
  resolver: idSchema.nullable(),
  resolved: momentSchema.nullable(),
});
export type Disagreement = z.output<typeof disagreementSchema>;
