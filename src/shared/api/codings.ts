import { z } from 'zod';
import { task } from './define.ts';
import { fileRefSchema } from './files.ts';

export const codingsApi = {
  /**
   * Reads codings, one JSON object a line: `{document, start, end, code[, quote][, memo]}`, offsets in code points, code
   * as a path, document by name or id. Nothing is changed when a line is at fault, or (`strict`) a code is unknown.
   */
  'codings.import': task(
    z.strictObject({ file: fileRefSchema, strict: z.boolean().default(false) }),
    z.strictObject({
      annotations: z.number().int(),
      /** Lines whose coding the project already had. */
      present: z.number().int(),
      codes: z.array(z.string()),
    }),
  ),
};
