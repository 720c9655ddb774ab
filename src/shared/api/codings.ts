import { z } from 'zod';
import { codeNameSchema, idSchema, offsetSchema } from '../model/records.ts';
import { command, confirmedSchema, task } from './define.ts';
import { fileRefSchema } from './files.ts';

/** Passages that one act can code. */
export const mostPassages = 50_000;

/** Passages of one text in their order, as a search gives them. `text` is its row number, another one once it was corrected. */
const passagesSchema = z.strictObject({
  document: idSchema,
  text: z.number().int().nonnegative(),
  spans: z.array(z.tuple([offsetSchema, offsetSchema])).min(1),
});

export type Passages = z.output<typeof passagesSchema>;

const allPassagesSchema = z
  .array(passagesSchema)
  .refine((all) => all.reduce((sum, { spans }) => sum + spans.length, 0) <= mostPassages);

/** What is coded of a passage: itself, or the sentences or paragraphs that it stands in. */
const extentSchema = z.enum(['passage', 'sentence', 'paragraph']);

export type Extent = z.output<typeof extentSchema>;

/**
 * How it is with a place that is to be coded: `open`, `coded` by this coder with this code already, `excluded` by another code of a
 * set that refuses that, in a text that was `corrected` since, or in a document that is `gone`.
 */
const placeStateSchema = z.enum(['open', 'coded', 'excluded', 'corrected', 'gone']);

export type PlaceState = z.output<typeof placeStateSchema>;

/** A coding with blanks at its ends: its place now and without them, in UTF-16 code units, with the words round it. */
const untrimmedSchema = z.strictObject({
  annotation: idSchema,
  document: idSchema,
  name: z.string(),
  code: idSchema,
  start: z.number().int(),
  end: z.number().int(),
  trimmed: z.tuple([z.number().int(), z.number().int()]),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
});

export type Untrimmed = z.output<typeof untrimmedSchema>;

/** Places that another code excludes and that are named one by one. */
export const mostNamed = 100;

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
  /**
   * The acting coder's codings that begin or end with blanks or line ends, in one document or (null) all of them: where each is, and
   * where it would be without. Codings of nothing but blanks are counted alone. The list ends after `mostPassages`; `total` counts all.
   */
  'codings.untrimmed': task(
    z.strictObject({ document: idSchema.nullable() }),
    z.strictObject({
      total: z.number().int(),
      blank: z.number().int(),
      rows: z.array(untrimmedSchema),
    }),
  ),
  /**
   * Takes blanks and line ends away from the ends of codings, as one act. `doubles` would then have the place and the code of another
   * coding of their coder, and stay as they are; so do those that need nothing (`trimmed` counts the others).
   */
  'codings.trim': command(
    z.strictObject({ annotations: z.array(idSchema).min(1).max(mostPassages), confirmed: confirmedSchema }),
    z.strictObject({ trimmed: z.number().int(), doubles: z.number().int() }),
  ),
  /**
   * Tells what `codings.apply` would do with passages, and changes nothing: for each of them, in their order, the place that
   * would be coded and how it is with that. Several may have one place. Without a code no place is `coded` or `excluded`.
   */
  'codings.plan': task(
    z.strictObject({ passages: allPassagesSchema, extent: extentSchema, code: idSchema.nullable() }),
    z.strictObject({
      places: z.array(z.tuple([z.number().int(), z.number().int(), placeStateSchema])),
    }),
  ),
  /**
   * Gives many passages a code, as one act. A code given by its name is made by the same act where there is none. Places that are
   * coded so already or that another code excludes are passed over and counted. Throws `conflict`, and changes nothing, where
   * a text was corrected since the passages were found, and for an archived code; `not-found` where a document has gone.
   */
  'codings.apply': task(
    z.strictObject({
      passages: allPassagesSchema,
      extent: extentSchema.default('passage'),
      code: z.union([idSchema, z.strictObject({ name: codeNameSchema, parent: idSchema.nullable() })]),
    }),
    z.strictObject({
      code: idSchema,
      annotations: z.number().int(),
      /** Documents that they are in. */
      documents: z.number().int(),
      /** Places that this coder had given this code before. */
      present: z.number().int(),
      excluded: z.number().int(),
      /** The first of those that another code excludes, with that code's name; offsets in code points. */
      excludedPlaces: z.array(
        z.strictObject({
          document: idSchema,
          name: z.string(),
          start: z.number().int(),
          end: z.number().int(),
          by: z.string(),
        }),
      ),
    }),
  ),
};
