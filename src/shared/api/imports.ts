import { z } from 'zod';
import { formatOptionsSchema } from '../model/importers.ts';
import { idSchema, warningSchema } from '../model/records.ts';
import { task } from './define.ts';
import { fileRefSchema } from './files.ts';

export const importReportSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      path: z.string(),
      /** Length of the text in Unicode code points. */
      characters: z.number().int(),
      encoding: z.string(),
      encodingSource: z.string(),
      lineEnds: z.string(),
      bytes: z.number().int(),
      warnings: z.array(warningSchema),
    }),
  ),
  refused: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
});
export type ImportReport = z.output<typeof importReportSchema>;

export const importsApi = {
  /** Imports files and folders (folders with all they hold). What cannot be read is refused one by one. */
  'imports.start': task(
    z.strictObject({
      files: z.array(fileRefSchema).min(1),
      /** A WHATWG encoding label for all files; absent: detected for each. */
      encoding: z.string().optional(),
      /** An importer's id for all files; absent: by extension and content. */
      format: z.string().optional(),
      /** Options of single importers, by their ids. */
      formatOptions: formatOptionsSchema.optional(),
    }),
    importReportSchema,
  ),
};
