import { z } from 'zod';
import { idSchema } from '../model/records.ts';
import { variableSchema } from '../model/variables.ts';
import { command, query, sharesSchema } from './define.ts';

const fields = variableSchema.omit({ id: true, position: true });

export const variablesApi = {
  /** All variables in their order, article facts among them. */
  'variables.list': query(z.strictObject({}), z.array(variableSchema)),
  'variables.create': command(
    fields.partial().extend({ scope: fields.shape.scope, name: fields.shape.name, level: fields.shape.level }),
    variableSchema,
  ),
  /**
   * Throws `conflict` when answers that are there do not fit the change. Whoever codes anything blind changes words and
   * order, not what may be answered.
   */
  'variables.update': command(fields.omit({ scope: true }).partial().extend({ variable: idSchema }), variableSchema),
  'variables.move': command(z.strictObject({ variable: idSchema, before: idSchema.nullable() }), variableSchema),
  /** Refused, like the removal, to whoever codes anything blind. */
  'variables.removal': query(
    z.strictObject({ variable: idSchema }),
    z.strictObject({ answers: z.number().int(), shares: sharesSchema }),
  ),
  'variables.remove': command(z.strictObject({ variable: idSchema }), z.strictObject({ answers: z.number().int() })),
};
