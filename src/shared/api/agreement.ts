import { z } from 'zod';
import { disagreementMarkSchema, disagreementSchema, disputedPlaceSchema } from '../model/disagreement.ts';
import { coderSchema, idSchema, offsetSchema } from '../model/records.ts';
import { answerSchema, answerStateSchema, answerValueSchema } from '../model/variables.ts';
import { command, query, task } from './define.ts';
import { agreementUnitSchema } from './reliability.ts';

/** What is compared: the same choice for a matrix and for its cells. */
export const comparisonSchema = z.strictObject({
  /** For codes: passages as they were marked (for characters, too), or units of the text in which a code occurs. */
  unit: agreementUnitSchema.default('span'),
  /** These codes and those below them; absent: all. */
  codes: z.array(idSchema).optional(),
  /** Given: answers to this article variable in place of codes. */
  variable: idSchema.optional(),
  /** The coder of the rows and the coder of the columns; absent: all pairs of coders, and the matrix is symmetric. */
  coders: z.tuple([idSchema, idSchema]).optional(),
  /** Only articles and coders of this round. */
  round: idSchema.optional(),
  /** Only these articles. */
  documents: z.array(idSchema).max(100_000).optional(),
});
export type Comparison = z.output<typeof comparisonSchema>;

/** A row or column: a code, a value, or one of `absent`, `not-applicable`, `nothing`, `other`. */
export const categorySchema = z.strictObject({
  /** The code's id; `value:` and the value; `absent`, `not-applicable`; `nothing`: no code there, or no answer. */
  key: z.string(),
  /** The code's path, or the value's label; in words for the rest. */
  label: z.string(),
  kind: z.enum(['code', 'value', 'absent', 'not-applicable', 'nothing', 'other']),
});
export type Category = z.output<typeof categorySchema>;

export const confusionSchema = z.strictObject({
  /** Names: of the two coders who are compared, or of all. */
  coders: z.array(coderSchema),
  /** Articles that are compared. */
  documents: z.number().int(),
  /** Rows and columns alike; `nothing` last. */
  categories: z.array(categorySchema),
  /** `counts[row][column]`: places where the coder of the row has this and the coder of the column has that. */
  counts: z.array(z.array(z.number().int())),
  /** `characters[row][column]`: UTF-16 code units of these places; null for variables. */
  characters: z.array(z.array(z.number().int())).nullable(),
  /** Places compared, and those where both have the same. */
  places: z.number().int(),
  agreeing: z.number().int(),
  /** How places were found and counted, in words. */
  basis: z.string(),
});
export type Confusion = z.output<typeof confusionSchema>;

/** What one coder did at a place. */
export const sideSchema = z.strictObject({
  coder: coderSchema,
  codings: z.array(
    z.strictObject({
      annotation: idSchema,
      code: idSchema,
      start: offsetSchema,
      end: offsetSchema,
      memo: z.string(),
    }),
  ),
  /** The answer, for variables; null: none. `words`: how it reads, with labels in place of numbers. */
  answer: answerSchema.extend({ words: z.string() }).nullable(),
});
export type Side = z.output<typeof sideSchema>;

export const disputedUnitSchema = z.strictObject({
  document: idSchema,
  documentName: z.string(),
  /** The place in the text; null for an article variable. */
  span: z.strictObject({ start: offsetSchema, end: offsetSchema }).nullable(),
  variable: idSchema.nullable(),
  /** Its words, cut after 400 characters, with up to 120 before and after; '' for a variable. */
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  /** The codes that coders have there, in dispute or not. */
  codes: z.array(idSchema),
  /** Each coder who is compared and took part in the article, those without anything there too. */
  sides: z.array(sideSchema),
  /** What the agreed version has there; null: no agreed version of this article. */
  agreed: sideSchema.nullable(),
  /** What was said about it: the record of this place, or of the one that shares most of its text. */
  mark: disagreementSchema.nullable(),
});
export type DisputedUnit = z.output<typeof disputedUnitSchema>;

/** A record with the words and names that a list shows. */
export const disagreementRowSchema = disagreementSchema.extend({
  documentName: z.string(),
  /** The passage's words, cut after 200 characters, or the name of the variable. */
  words: z.string(),
  resolverName: z.string().nullable(),
});

export const agreementApi = {
  /** Who said what where: rows are one coder's codes or values, columns the other's. */
  'reliability.confusion': task(comparisonSchema, confusionSchema),
  /** The places behind one cell of that matrix, in the order of articles and texts. */
  'reliability.cell': task(
    comparisonSchema.extend({
      row: z.string(),
      column: z.string(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.strictObject({ total: z.number().int(), units: z.array(disputedUnitSchema) }),
  ),
  /** What was said about places where coders differ, in the order of articles and texts. */
  'disagreements.list': query(
    z.strictObject({
      document: idSchema.optional(),
      mark: disagreementMarkSchema.optional(),
      resolved: z.boolean().optional(),
      /** Only those with a memo. */
      discussed: z.literal(true).optional(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(disagreementRowSchema) }),
  ),
  /** Says why coders differ there; null takes the mark away. A record that says nothing goes: then null is answered. */
  'disagreements.mark': command(
    z.strictObject({ place: disputedPlaceSchema, mark: disagreementMarkSchema.nullable() }),
    disagreementSchema.nullable(),
  ),
  /** Writes the memo in which a place is discussed. */
  'disagreements.discuss': command(
    z.strictObject({ place: disputedPlaceSchema, memo: z.string().max(100_000) }),
    disagreementSchema.nullable(),
  ),
  /**
   * Settles a place in the agreed version, in the name of the person who acts. Passage: what the agreed version has there
   * of the codes in `codes` gives way to `codings`, which must touch the place; none: nothing is right. Variable: the
   * answer is put in; null: none is right. The agreed version is made when it is not there yet. Throws `bad-input`.
   */
  'disagreements.resolve': command(
    z.strictObject({
      place: disputedPlaceSchema,
      codes: z.array(idSchema).max(1000).default([]),
      codings: z
        .array(z.strictObject({ code: idSchema, start: offsetSchema, end: offsetSchema }))
        .max(1000)
        .default([]),
      answer: z
        .strictObject({ state: answerStateSchema, value: answerValueSchema.nullable() })
        .nullable()
        .default(null),
    }),
    disagreementSchema,
  ),
  /** Opens a settled place again; what the agreed version has there stays until it is settled anew. */
  'disagreements.reopen': command(z.strictObject({ place: disputedPlaceSchema }), disagreementSchema.nullable()),
  /** The agreed version of the project, if one was begun: its coder, and how much it holds. */
  'agreed.read': query(
    z.strictObject({}),
    z.strictObject({
      coder: coderSchema.nullable(),
      documents: z.number().int(),
      codings: z.number().int(),
      answers: z.number().int(),
      /** Places marked or discussed that nobody has settled, and those that are settled. */
      open: z.number().int(),
      resolved: z.number().int(),
    }),
  ),
  /**
   * Takes over into the agreed version all on which all coders of an article agree: the same code on the same passage (with
   * the answers about it that are the same), the same answer for the article. One undo step. What is there stays.
   */
  'agreed.start': task(
    z.strictObject({ round: idSchema.optional(), documents: z.array(idSchema).max(100_000).optional() }),
    z.strictObject({
      coder: coderSchema,
      documents: z.number().int(),
      codings: z.number().int(),
      answers: z.number().int(),
    }),
  ),
};
