import { z } from 'zod';
import { fieldsWords } from '#words/core/fields.ts';
import { shapeFault } from '#words/shape.ts';
import { say } from '../words/message.ts';
import { signFault } from '../text/signs.ts';
import type { Utf16Offset } from '../text/offsets.ts';

// Every schema of the program is made of these: what is wrong with a value’s shape is said in the words of the program, not of zod.
z.config({ localeError: shapeFault });

/** A record's identity: a UUID (version 7 when Galley makes it), lower case, as text. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, fieldsWords.notAnId);
export type Id = string;

/** The order of ids, for sorting: that in which Galley made the records, and in which the file keeps them. */
export function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : Number(a > b);
}

/** A moment, in milliseconds since 1970-01-01 UTC. */
export const momentSchema = z.number().int().nonnegative();

/** A position in UTF-16 code units. */
export const offsetSchema = z
  .number()
  .int()
  .nonnegative()
  .transform((value) => value as Utf16Offset); // the schema is where a plain number earns the brand

/** Text of which every sign can be kept. */
export const keptTextSchema = z.string().superRefine((text, context) => {
  const fault = signFault(text);
  if (fault !== null) context.addIssue({ code: 'custom', message: fieldsWords.it({ fault: say(fault) }) });
});

const longestName = 300;

/** A name that a person gives: one line, 1 to 300 characters, no blanks at its ends, every sign one that can be kept. */
export const nameSchema = keptTextSchema
  .transform((value) => value.replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, fieldsWords.needsName)
      .max(longestName, fieldsWords.nameTooLong({ most: longestName })),
  );

/** What separates the levels of a code's path, as in `Frames / Conflict`. */
export const pathSeparator = ' / ';

/** So many levels of codes at most, the top one counted: more than anybody reads. */
export const mostLevels = 100;

/** A code's own name: as any name, and without the path separator. */
export const codeNameSchema = nameSchema.refine(
  (name) => !` ${name} `.includes(pathSeparator),
  fieldsWords.separatorInName,
);

/** Number of a hue in the palette, 1 to 12. The themes say what colour it is. */
export const hueSchema = z.number().int().min(1).max(12);
export const patternSchema = z.enum(['plain', 'striped']);

/** The digit that applies a pinned code. */
export const digitSchema = z.string().regex(/^[0-9]$/, fieldsWords.notADigit);

export const codeSchema = z.strictObject({
  id: idSchema,
  parent: idSchema.nullable(),
  name: codeNameSchema,
  definition: z.string(),
  /** When to use the code, and when not to. */
  include: z.string(),
  exclude: z.string(),
  hue: hueSchema,
  pattern: patternSchema,
  /** The digit that applies this code, or null. No two codes share one. */
  key: digitSchema.nullable(),
  /** Order among siblings, 0 first. */
  position: z.number().int().nonnegative(),
  /** Kept with its codings, and no longer offered. */
  archived: z.boolean(),
  /** The set of mutually exclusive codes that it belongs to, or null. */
  exclusiveSet: idSchema.nullable(),
});
export type Code = z.output<typeof codeSchema>;

/** The fields of a code that say nothing yet. */
export const plainCode = { definition: '', include: '', exclude: '', archived: false, exclusiveSet: null } as const;

/** `agreed`: not a person, but the version that people have agreed on; a project has one at most. */
export const coderKindSchema = z.enum(['person', 'agreed']);

export const coderSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  kind: coderKindSchema.default('person'),
});
export type Coder = z.output<typeof coderSchema>;

/** A passage with a code, by a coder: half-open `[start, end)` in UTF-16 code units of the document's frozen text. */
export const annotationSchema = z.strictObject({
  id: idSchema,
  document: idSchema,
  code: idSchema,
  coder: idSchema,
  start: offsetSchema,
  end: offsetSchema,
  memo: z.string(),
});
export type Annotation = z.output<typeof annotationSchema>;

/**
 * Many annotations of one document in a compact form: each row is
 * `[id, start, end, index into codes, index into coders, memo]`, sorted by start, then end descending, then id.
 */
export const annotationBatchSchema = z.strictObject({
  codes: z.array(idSchema),
  coders: z.array(idSchema),
  rows: z.array(z.tuple([idSchema, z.number(), z.number(), z.number(), z.number(), z.string()])),
});
export type AnnotationBatch = z.output<typeof annotationBatchSchema>;

export const directionSchema = z.enum(['ltr', 'rtl']);

/** A document as lists show it. `site` and `date` are article facts ('' where unknown). */
export const documentSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  site: z.string(),
  date: z.string(),
  language: z.string(),
  direction: directionSchema,
  /** Length in Unicode code points. */
  characters: z.number().int().nonnegative(),
  created: momentSchema,
});
export type Document = z.output<typeof documentSchema>;

/** An article fact: a variable without a coder, known from the import or entered by hand. */
export const factSchema = z.strictObject({ variable: z.string(), label: z.string(), value: z.string() });
export type Fact = z.output<typeof factSchema>;

export const warningSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  line: z.number().int().optional(),
});
export type Warning = z.output<typeof warningSchema>;

/** How a document came into the project, enough to explain and to repeat its import. */
export const sourceSchema = z.strictObject({
  /** File name, or path relative to the folder that was imported. */
  path: z.string(),
  importer: z.string(),
  importerVersion: z.number().int(),
  encoding: z.string(),
  encodingSource: z.string(),
  lineEnds: z.enum(['lf', 'crlf', 'cr', 'mixed', 'none']),
  /** Size of the original file in bytes. */
  bytes: z.number().int().nonnegative(),
  /** SHA-256 of the original file, hexadecimal. */
  sha256: z.string(),
  warnings: z.array(warningSchema),
  imported: momentSchema,
});
export type Source = z.output<typeof sourceSchema>;
