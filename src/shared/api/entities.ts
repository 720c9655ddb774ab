import { z } from 'zod';
import { idSchema, nameSchema } from '../model/records.ts';
import { entitySchema } from '../model/variables.ts';
import { command, query } from './define.ts';

export const entitiesApi = {
  'entities.list': query(z.strictObject({}), z.array(entitySchema)),
  'entities.create': command(
    z.strictObject({ list: nameSchema, name: nameSchema, attributes: entitySchema.shape.attributes.default({}) }),
    entitySchema,
  ),
  'entities.update': command(
    z.strictObject({
      entity: idSchema,
      name: nameSchema.optional(),
      attributes: entitySchema.shape.attributes.optional(),
    }),
    entitySchema,
  ),
  /** Throws `conflict` while answers name it, and to whoever codes anything blind. */
  'entities.remove': command(z.strictObject({ entity: idSchema }), z.strictObject({})),
};
