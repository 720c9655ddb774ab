import { z } from 'zod';
import { idSchema } from '../model/records.ts';
import { task } from './define.ts';
import { fileRefSchema } from './files.ts';

/** Formats of the tables. */
export const tableFormatSchema = z.enum(['csv', 'tsv', 'jsonl', 'sav', 'dta']);
export type TableFormat = z.output<typeof tableFormatSchema>;

/** Formats of codings in or beside their texts; each writes a folder of its name. */
export const annotationFormatSchema = z.enum(['web-annotation', 'brat', 'webanno', 'spacy', 'semeval', 'html', 'docx']);
export type AnnotationFormatName = z.output<typeof annotationFormatSchema>;

export const exportFormatSchema = z.enum([...tableFormatSchema.options, ...annotationFormatSchema.options]);
export type ExportFormat = z.output<typeof exportFormatSchema>;

export const hitSchema = z.strictObject({
  document: idSchema,
  name: z.string(),
  /** UTF-16 code units. */
  start: z.number().int(),
  end: z.number().int(),
  codePoints: z.strictObject({ start: z.number().int(), end: z.number().int() }),
  /** The hit itself, and up to 60 characters on either side of it. */
  quote: z.string(),
  before: z.string(),
  after: z.string(),
});
export type Hit = z.output<typeof hitSchema>;

export const exportsApi = {
  /**
   * Writes `codings.*` and `documents.*` with their dictionaries into the folder, and a folder of its name for each
   * annotation format; every file is replaced whole.
   */
  'exports.run': task(
    z.strictObject({
      folder: fileRefSchema,
      formats: z.array(exportFormatSchema).min(1),
      /** CSV begins with a byte order mark, which Excel needs to see that it is UTF-8. */
      byteOrderMark: z.boolean().default(false),
      /** CSV cells that a spreadsheet would run as a formula are written as they are, not made harmless. */
      raw: z.boolean().default(false),
    }),
    z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), rows: z.number().int() })),
      /** Folders of annotation formats, each with the number of its files. */
      folders: z.array(z.strictObject({ name: z.string(), documents: z.number().int(), files: z.number().int() })),
      /** What a format could not hold, and what was done instead, one line each. */
      warnings: z.array(z.string()),
    }),
  ),
  /** Finds a piece of text in all documents, as it stands; letters match either case unless `caseSensitive`. */
  'search.text': task(
    z.strictObject({
      query: z.string().min(1).max(1000),
      caseSensitive: z.boolean().default(false),
      /** At most so many hits are listed; `total` counts all. */
      limit: z.number().int().min(1).max(1_000_000).default(1000),
    }),
    z.strictObject({ total: z.number().int(), hits: z.array(hitSchema) }),
  ),
};
