import { z } from 'zod';
import { exclusiveSetSchema } from '../model/codebook.ts';
import { idSchema, nameSchema } from '../model/records.ts';
import { command, query } from './define.ts';

export const exclusiveSetsApi = {
  'exclusiveSets.list': query(z.strictObject({}), z.array(exclusiveSetSchema)),
  'exclusiveSets.create': command(exclusiveSetSchema.omit({ id: true }), exclusiveSetSchema),
  'exclusiveSets.update': command(
    z.strictObject({ set: idSchema, name: nameSchema.optional(), rule: exclusiveSetSchema.shape.rule.optional() }),
    exclusiveSetSchema,
  ),
  'exclusiveSets.remove': command(z.strictObject({ set: idSchema }), z.strictObject({})),
};
