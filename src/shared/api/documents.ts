import { z } from 'zod';
import { fieldsWords } from '#words/core/fields.ts';
import {
  annotationBatchSchema,
  documentSchema,
  factSchema,
  idSchema,
  nameSchema,
  sourceSchema,
} from '../model/records.ts';
import { answerSchema, answerValueSchema, linkSchema, progressSchema, statusSchema } from '../model/variables.ts';
import { command, query, sharesSchema } from './define.ts';

export const documentRowSchema = documentSchema.extend({
  /** Of people: the agreed version, which says again what they have said, is not counted. */
  annotations: z.number().int().nonnegative(),
  /** How far the acting coder is; `to-do` where nobody said who codes. */
  status: statusSchema,
});
export type DocumentRow = z.output<typeof documentRowSchema>;

/** What documents are chosen by; what is given must all hold. `filter`: words that must occur in name, site or date. */
const filterFields = {
  filter: z.string().max(500).default(''),
  /** The acting coder's status. */
  status: statusSchema.optional(),
  /**
   * An article fact by its text; the acting coder's answer by its value (of a passage variable: in any passage; of multiple
   * choice: a list for exactly these, a number for all that hold it); null: no answer of any state by the acting coder, no
   * such fact.
   */
  where: z
    .array(z.strictObject({ variable: idSchema, value: answerValueSchema.nullable() }))
    .max(100)
    .optional(),
  /** Documents that this round gives to anybody. */
  round: idSchema.optional(),
};

/** UTF-16 units of a text whose words can be asked for at once: what holds the core up for some 100 ms. */
const longestWords = 50_000;

export const documentsApi = {
  /** A window of the document list, in order of import. */
  'documents.list': query(
    z.strictObject({
      ...filterFields,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
    }),
    z.strictObject({
      /** Documents that pass the filter, and in the project. */
      total: z.number().int(),
      all: z.number().int(),
      rows: z.array(documentRowSchema),
    }),
  ),
  /** The ids alone of a window of the same list. */
  'documents.ids': query(
    z.strictObject({
      ...filterFields,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200_000).default(200_000),
    }),
    z.array(idSchema),
  ),
  /** The frozen text alone. Windows fetch it from their host as a plain body, `GET /texts/DOCUMENT`. */
  'documents.text': query(z.strictObject({ document: idSchema }), z.strictObject({ text: z.string() })),
  /** Everything the reader needs in one answer; `text` says whether with the text, or with an empty one. */
  'documents.open': query(
    z.strictObject({ document: idSchema, text: z.boolean().default(true) }),
    z.strictObject({
      document: documentSchema,
      text: z.string(),
      facts: z.array(factSchema),
      annotations: annotationBatchSchema,
      /** Answers of all coders, for the article and for its passages. */
      answers: z.array(answerSchema),
      /** How far coders are; a coder without an entry has it to do. */
      progress: z.array(progressSchema),
      links: z.array(linkSchema),
      assignments: z.array(z.strictObject({ round: idSchema, coder: idSchema })),
    }),
  ),
  /**
   * Where words end in scripts that set no blanks between words (Chinese, Japanese, Thai …), by the dictionary of the program,
   * in `[start, end)` (UTF-16 units; what is behind the text's end is nothing), looked at alone: whoever asks cuts the text
   * where no word is cut. Each end is told by how far it lies behind the one before it, the first by how far behind `start`.
   * Windows ask no dictionary of their own, so that they have the words that tokens in exports have.
   */
  'documents.words': query(
    z
      .strictObject({ document: idSchema, start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
      .refine(({ start, end }) => start <= end && end - start <= longestWords, {
        message: fieldsWords.endTooFar({ most: longestWords }),
        path: ['end'],
      }),
    z.strictObject({ ends: z.array(z.number().int().positive()) }),
  ),
  'documents.source': query(z.strictObject({ document: idSchema }), sourceSchema),
  /** The document after (+1) or before (-1) this one in the list; `uncoded`: the next one without any coding. */
  'documents.neighbour': query(
    z.strictObject({ document: idSchema, step: z.union([z.literal(1), z.literal(-1)]), uncoded: z.boolean() }),
    idSchema.nullable(),
  ),
  'documents.rename': command(z.strictObject({ document: idSchema, name: nameSchema }), z.strictObject({})),
  /** Sets or (null) clears an article fact. */
  'documents.setFact': command(
    z.strictObject({ document: idSchema, variable: nameSchema, value: z.string().max(10_000).nullable() }),
    z.strictObject({}),
  ),
  /** What an article fact is in the project, by value, each with its number of documents. */
  'documents.factValues': query(
    z.strictObject({ variable: idSchema, limit: z.number().int().min(1).max(10_000).default(2000) }),
    z.strictObject({
      /** How many different values there are, and documents of which it is not known. */
      total: z.number().int(),
      unknown: z.number().int(),
      values: z.array(z.strictObject({ value: z.string(), documents: z.number().int() })),
    }),
  ),
  /**
   * What removing these documents takes with it; `shares`: codings of others among them. Refused, like the removal, where a
   * blind round gives any of them to the acting coder.
   */
  'documents.removal': query(
    z.strictObject({ documents: z.array(idSchema).min(1) }),
    z.strictObject({ documents: z.number().int(), annotations: z.number().int(), shares: sharesSchema }),
  ),
  'documents.remove': command(z.strictObject({ documents: z.array(idSchema).min(1) }), z.strictObject({})),
};
