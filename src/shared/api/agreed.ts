import { z } from 'zod';
import { coderSchema, idSchema } from '../model/records.ts';
import { query, task } from './define.ts';

export const agreedApi = {
  /** The agreed version of the project, if one was begun: its coder, and how much it holds. */
  'agreed.read': query(
    z.strictObject({}),
    z.strictObject({
      coder: coderSchema.nullable(),
      documents: z.number().int(),
      codings: z.number().int(),
      answers: z.number().int(),
      /** Places marked or discussed that nobody has settled, and those that are settled. */
      open: z.number().int(),
      resolved: z.number().int(),
    }),
  ),
  /**
   * Takes over into the agreed version all on which all coders of an article agree: the same code on the same passage (with
   * the answers about it that are the same), the same answer for the article. One undo step. What is there stays.
   */
  'agreed.start': task(
    z.strictObject({ round: idSchema.optional(), documents: z.array(idSchema).max(100_000).optional() }),
    z.strictObject({
      coder: coderSchema,
      documents: z.number().int(),
      codings: z.number().int(),
      answers: z.number().int(),
    }),
  ),
};
