import { z } from 'zod';
import { query, task } from './define.ts';
import { fileNameSchema, fileRefSchema, replaceSchema, warningsSchema } from './files.ts';

export const codebookApi = {
  /** What a codebook file of this name (by its ending) could not hold, one line each. */
  'codebook.losses': query(z.strictObject({ name: z.string().max(300) }), z.array(z.string())),
  /**
   * Reads a codebook file: codes are matched by path, sets and variables by name, created or updated; a faulty file
   * changes nothing. `variables`: names (below their code's path) of those that were created or updated. `changes`: what of a foreign file was
   * taken in another way than it is written there, and examples that were given no place because several documents could be meant.
   */
  'codebook.import': task(
    z.strictObject({ file: fileRefSchema }),
    z.strictObject({
      created: z.array(z.string()),
      updated: z.array(z.string()),
      variables: z.array(z.string()),
      changes: z.array(z.string()),
    }),
  ),
  /**
   * Writes the codebook into a folder, under a name that ends in .csv, .json or .qdc, or, to be read by people, in .html or
   * .docx; a file that an earlier export of this project wrote is replaced whole. `folder` is its full path, to show.
   */
  'codebook.export': task(
    z.strictObject({ folder: fileRefSchema, name: fileNameSchema, replace: replaceSchema }),
    z.strictObject({ codes: z.number().int(), folder: z.string(), warnings: warningsSchema }),
  ),
};
