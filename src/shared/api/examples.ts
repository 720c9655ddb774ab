import { z } from 'zod';
import { exampleSchema } from '../model/codebook.ts';
import { idSchema } from '../model/records.ts';
import { command, query } from './define.ts';

export const examplesApi = {
  'examples.list': query(z.strictObject({}), z.array(exampleSchema)),
  /** Adds an example: words of one's own, or (`anchor`) a passage, whose words are taken from the text. */
  'examples.create': command(
    z.strictObject({
      code: idSchema,
      quote: z.string().max(20_000).default(''),
      anchor: exampleSchema.shape.anchor.default(null),
    }),
    exampleSchema,
  ),
  'examples.update': command(
    z.strictObject({ example: idSchema, quote: z.string().min(1).max(20_000) }),
    exampleSchema,
  ),
  'examples.remove': command(z.strictObject({ example: idSchema }), z.strictObject({})),
};
