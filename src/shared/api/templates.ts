import { z } from 'zod';
import { command, query } from './define.ts';

export const templatesApi = {
  /** Codebooks that come with the program. */
  'templates.list': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        /** The publication it follows. */
        source: z.string(),
        codes: z.array(z.string()),
        variables: z.array(z.string()),
      }),
    ),
  ),
  /** Adds a template's codes and variables; codes of the same path are left as they are. */
  'templates.add': command(
    z.strictObject({ template: z.string().max(100) }),
    z.strictObject({ codes: z.array(z.string()), variables: z.array(z.string()) }),
  ),
};
