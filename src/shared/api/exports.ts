import { z } from 'zod';
import { tableChoiceSchema } from '../model/dataTable.ts';
import { control, task } from './define.ts';
import { fileRefSchema, replaceSchema } from './files.ts';

/** Formats of the tables. */
export const tableFormatSchema = z.enum([
  'csv',
  'tsv',
  'xlsx',
  'jsonl',
  'sav',
  'dta',
  'parquet',
  'dictionary',
  'r',
  'python',
]);

/** Formats of codings in or beside their texts; each writes a folder of its name. */
export const annotationFormatSchema = z.enum(['web-annotation', 'brat', 'webanno', 'spacy', 'semeval', 'html', 'docx']);

export type AnnotationFormatName = z.output<typeof annotationFormatSchema>;

export const exportFormatSchema = z.enum([...tableFormatSchema.options, ...annotationFormatSchema.options]);

export type ExportFormat = z.output<typeof exportFormatSchema>;

/** Everything that an export is told besides where to write: run on the same data it gives the same bytes. */
export const exportContentSchema = z.strictObject({
  formats: z.array(exportFormatSchema).min(1),
  byteOrderMark: z.boolean().default(false),
  raw: z.boolean().default(false),
  partition: z.string().max(1000).nullable().default(null),
  /** Null: all codings and all documents. */
  table: tableChoiceSchema.nullable().default(null),
});

export type ExportContent = z.output<typeof exportContentSchema>;

/** The first rows of a table as it would be written, long texts cut; `totals` counts all rows and columns. */
export const exportPreviewSchema = z.strictObject({
  name: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), label: z.string(), type: z.string() })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** All columns, and those that Parquet can be split by with sense; of the two usual tables, what both have. */
  names: z.array(z.string()),
  splits: z.array(z.string()),
  totals: z.strictObject({ rows: z.number().int(), columns: z.number().int() }),
});

export type ExportPreview = z.output<typeof exportPreviewSchema>;

export const exportsApi = {
  /**
   * Writes the chosen table with its dictionary into the folder: `documents.*`, `paragraphs.*`, `sentences.*`, `codings.*`
   * or `statements.*`; without a choice, all codings and all documents. Annotation formats get a folder of their name
   * each; of a choice they follow which documents and codings it lets through. Every file is replaced whole. Files that an
   * earlier export of this project wrote are replaced; for others see `replaceSchema`.
   */
  'exports.run': task(
    z.strictObject({
      folder: fileRefSchema,
      replace: replaceSchema,
      formats: z.array(exportFormatSchema).min(1),
      /** CSV begins with a byte order mark, which Excel needs to see that it is UTF-8. */
      byteOrderMark: z.boolean().default(false),
      /** CSV cells that a spreadsheet would run as a formula are written as they are, not made harmless. */
      raw: z.boolean().default(false),
      /** The column, by its name, whose values Parquet is split by: a folder for each, `NAME=VALUE`. */
      partition: z.string().max(1000).nullable().default(null),
      table: tableChoiceSchema.nullable().default(null),
    }),
    z.strictObject({
      /** The folder's full path, to show. */
      folder: z.string(),
      files: z.array(z.strictObject({ name: z.string(), rows: z.number().int() })),
      /** Folders of annotation formats, each with the number of its files. */
      folders: z.array(z.strictObject({ name: z.string(), documents: z.number().int(), files: z.number().int() })),
      /** What a format could not hold, and what was done instead, one line each. */
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * Where the open project was exported to last on this machine, in which formats, and all that was chosen, as far as that is
   * still understood; else a folder of its own beside it, which need not be there, and null.
   */
  'exports.place': control(
    z.strictObject({}),
    z.strictObject({
      folder: fileRefSchema,
      label: z.string(),
      formats: z.array(exportFormatSchema).nullable(),
      content: exportContentSchema.nullable(),
    }),
  ),
  /** What `exports.run` would write of this table, without writing it; null: of all codings. */
  'exports.preview': task(
    z.strictObject({
      table: tableChoiceSchema.nullable(),
      limit: z.number().int().min(1).max(100).default(20),
      /** At most so many columns are shown; `totals` counts all. */
      columns: z.number().int().min(1).max(1000).default(200),
    }),
    exportPreviewSchema,
  ),
};
