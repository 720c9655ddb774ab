import { z } from 'zod';
import { idSchema, nameSchema } from '../model/records.ts';
import { roundSchema } from '../model/variables.ts';
import { command, query } from './define.ts';

export const roundsApi = {
  'rounds.list': query(
    z.strictObject({}),
    z.array(roundSchema.extend({ documents: z.number().int(), coders: z.array(idSchema) })),
  ),
  'rounds.create': command(
    z.strictObject({
      name: nameSchema,
      kind: roundSchema.shape.kind,
      mode: roundSchema.shape.mode,
      note: roundSchema.shape.note.default(''),
      /** Every one of these coders gets every one of these documents. */
      documents: z.array(idSchema).max(200_000).default([]),
      coders: z.array(idSchema).max(100).default([]),
    }),
    roundSchema,
  ),
  'rounds.update': command(
    z.strictObject({
      round: idSchema,
      name: nameSchema.optional(),
      kind: roundSchema.shape.kind.optional(),
      mode: roundSchema.shape.mode.optional(),
      note: roundSchema.shape.note.optional(),
    }),
    roundSchema,
  ),
  'rounds.assign': command(
    z.strictObject({ round: idSchema, documents: z.array(idSchema).max(200_000), coders: z.array(idSchema).max(100) }),
    z.strictObject({ assignments: z.number().int() }),
  ),
  /**
   * Takes documents away from coders in a round. Absent: all documents, all coders of the round. What was coded stays.
   */
  'rounds.unassign': command(
    z.strictObject({
      round: idSchema,
      documents: z.array(idSchema).max(200_000).optional(),
      coders: z.array(idSchema).max(100).optional(),
    }),
    z.strictObject({ assignments: z.number().int() }),
  ),
  'rounds.remove': command(z.strictObject({ round: idSchema }), z.strictObject({})),
};
