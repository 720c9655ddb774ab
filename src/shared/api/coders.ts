import { z } from 'zod';
import { coderSchema, nameSchema } from '../model/records.ts';
import { command, control, query } from './define.ts';

export const codersApi = {
  /** The coders of the open project. */
  'coders.list': query(z.strictObject({}), z.array(coderSchema)),
  /** Makes a coder known before they have coded, to give them articles. One of that name is answered as is. */
  'coders.add': command(z.strictObject({ name: nameSchema }), coderSchema),
  /** Says who codes from now on. A coder of that name in the open project is taken as the same person. */
  'coders.identify': control(z.strictObject({ name: nameSchema }), coderSchema),
};
