import { z } from 'zod';
import { idSchema, nameSchema } from '../model/records.ts';
import { linkSchema } from '../model/variables.ts';
import { command, confirmedSchema, query } from './define.ts';

export const linksApi = {
  'links.create': command(z.strictObject({ source: idSchema, target: idSchema, relation: nameSchema }), linkSchema),
  'links.remove': command(z.strictObject({ link: idSchema, confirmed: confirmedSchema }), z.strictObject({})),
  /** Names of relations that the project uses, most used first. */
  'links.relations': query(z.strictObject({}), z.array(z.string())),
};
