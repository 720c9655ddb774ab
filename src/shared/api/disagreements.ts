import { z } from 'zod';
import { disagreementMarkSchema, disagreementSchema, disputedPlaceSchema } from '../model/disagreement.ts';
import { idSchema, offsetSchema } from '../model/records.ts';
import { answerStateSchema, answerValueSchema } from '../model/variables.ts';
import { command, query } from './define.ts';

/** A record with the words and names that a list shows. */
export const disagreementRowSchema = disagreementSchema.extend({
  documentName: z.string(),
  /** The passage's words, cut after 200 characters, or the name of the variable. */
  words: z.string(),
  resolverName: z.string().nullable(),
});

export const disagreementsApi = {
  /** What was said about places where coders differ, in the order of articles and texts. */
  'disagreements.list': query(
    z.strictObject({
      document: idSchema.optional(),
      mark: disagreementMarkSchema.optional(),
      resolved: z.boolean().optional(),
      /** Only those with a memo. */
      discussed: z.literal(true).optional(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(disagreementRowSchema) }),
  ),
  /** Says why coders differ there; null takes the mark away. A record that says nothing goes: then null is answered. */
  'disagreements.mark': command(
    z.strictObject({ place: disputedPlaceSchema, mark: disagreementMarkSchema.nullable() }),
    disagreementSchema.nullable(),
  ),
  /** Writes the memo in which a place is discussed. */
  'disagreements.discuss': command(
    z.strictObject({ place: disputedPlaceSchema, memo: z.string().max(100_000) }),
    disagreementSchema.nullable(),
  ),
  /**
   * Settles a place in the agreed version, in the name of the person who acts. Passage: what the agreed version has there
   * of the codes in `codes` gives way to `codings`, which must touch the place; none: nothing is right. Variable: the
   * answer is put in; null: none is right. The agreed version is made when it is not there yet. Throws `bad-input`.
   */
  'disagreements.resolve': command(
    z.strictObject({
      place: disputedPlaceSchema,
      codes: z.array(idSchema).max(1000).default([]),
      codings: z
        .array(z.strictObject({ code: idSchema, start: offsetSchema, end: offsetSchema }))
        .max(1000)
        .default([]),
      answer: z
        .strictObject({ state: answerStateSchema, value: answerValueSchema.nullable() })
        .nullable()
        .default(null),
    }),
    disagreementSchema,
  ),
  /** Opens a settled place again; what the agreed version has there stays until it is settled anew. */
  'disagreements.reopen': command(z.strictObject({ place: disputedPlaceSchema }), disagreementSchema.nullable()),
};
