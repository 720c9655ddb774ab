import { z } from 'zod';
import { fieldsWords } from '#words/core/fields.ts';
import { control, task } from './define.ts';
import { fileNameSchema, fileRefSchema, replaceSchema, warningsSchema } from './files.ts';

/** How an article found its text: by the hash of its text or of its file, by its title, by what is quoted of it; or not. */
const matchSchema = z.enum(['text', 'file', 'title', 'similar', 'missing']);

/** What becomes of memos, examples and answers in words that repeat words of an article. */
export const freeTextChoiceSchema = z.enum(['clean', 'keep', 'drop']);
export type FreeTextChoice = z.output<typeof freeTextChoiceSchema>;

/** A coding that was not placed, for a person to judge. */
const openAnnotationSchema = z.strictObject({
  document: z.string(),
  code: z.string(),
  coder: z.string(),
  /** What the package quotes of it; '' for nothing. */
  quote: z.string(),
  /** Where it stood in the text that was coded, in code points. */
  start: z.number().int(),
  end: z.number().int(),
  memo: z.string(),
  reason: z.string(),
  /** The nearest passage in UTF-16 units; null: none. */
  suggestion: z.strictObject({ start: z.number().int(), end: z.number().int(), quote: z.string() }).nullable(),
});

export const attachReportSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      name: z.string(),
      match: matchSchema,
      /** The document that was imported for it; '' for none. */
      file: z.string(),
      codings: z.number().int(),
      placed: z.number().int(),
    }),
  ),
  /** Codings that stand where they stood; those that stand elsewhere with the very same words, found once. */
  exact: z.number().int(),
  moved: z.number().int(),
  open: z.array(openAnnotationSchema),
  /** Codings of articles that were not found. */
  absent: z.number().int(),
  /** Passages that answers no longer point at, since their text is another one. */
  evidence: z.number().int(),
  /** Imported documents that the package does not know: they are not in the project. */
  extra: z.array(z.string()),
  /** Files that could not be read. */
  refused: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
});
export type AttachReport = z.output<typeof attachReportSchema>;

export const packagesApi = {
  /** Writes the project without texts and originals as a zip file, which appears when it is whole. `folder` is its full path, to show. */
  'packages.write': task(
    z.strictObject({
      folder: fileRefSchema,
      name: fileNameSchema.refine((name) => name.toLowerCase().endsWith('.zip'), fieldsWords.packageName),
      replace: replaceSchema,
      /** Longest quotation in code points; 0: none. */
      quote: z.number().int().min(0).max(10_000).default(0),
      freeText: freeTextChoiceSchema.default('clean'),
    }),
    z.strictObject({
      documents: z.number().int(),
      codings: z.number().int(),
      cleaned: z.number().int(),
      folder: z.string(),
      warnings: warningsSchema,
    }),
  ),
  /**
   * Checks a whole package and says what it is. Throws `file-…` with what is wrong, and `not-found` where `files` are given of which
   * none could be a text.
   */
  'packages.inspect': control(
    z.strictObject({ package: fileRefSchema, files: z.array(fileRefSchema).optional() }),
    z.strictObject({
      /** The name of the project that was packed. */
      name: z.string(),
      /** That name or one like it (“News 2”), under which the folder of projects has no file yet. */
      freeName: z.string(),
      program: z.string(),
      quote: z.number().int(),
      documents: z.number().int(),
      codings: z.number().int(),
    }),
  ),
  /**
   * Joins a package with the texts of files, in a project that holds nothing yet (`conflict` otherwise). The package is
   * checked before anything is imported.
   */
  'packages.attach': task(
    z.strictObject({ package: fileRefSchema, files: z.array(fileRefSchema).min(1) }),
    attachReportSchema,
  ),
};
