import { z } from 'zod';
import { idSchema } from '../model/records.ts';
import { task } from './define.ts';

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
  /** The row number of the text in which it stands. A document whose text was corrected has another one. */
  text: z.number().int(),
});

export type Hit = z.output<typeof hitSchema>;

/**
 * Where a page of hits ended: in this document, at this place of its text as searches fold it. `text` is the row number of the
 * text, which is another one once the text was corrected. Good for the same search alone.
 */
export const hitCursorSchema = z.strictObject({
  document: idSchema,
  text: z.number().int().nonnegative(),
  at: z.number().int().positive(),
});

export type HitCursor = z.output<typeof hitCursorSchema>;

/** Hits that one page can list. */
const mostHitsOfPage = 10_000;

export const searchApi = {
  /**
   * Finds a piece of text in all documents, as it stands; letters match either case unless `caseSensitive`. With `wholeWords`
   * neither end of a hit lies inside a word, by the rule of `shared/text/words`; blanks and marks at the ends of the query are
   * no part of a word. Hits come in the order of documents and texts, in pages, so that memory does not grow with their number. Each page is of one moment, and
   * pages are of different ones: a document that came in or went meanwhile is or is not in those still to come, and no hit
   * comes twice. Throws `conflict` where the document in which the last page ended was removed or its text corrected since.
   */
  'search.text': task(
    z.strictObject({
      query: z.string().min(1).max(1000),
      caseSensitive: z.boolean().default(false),
      wholeWords: z.boolean().default(false),
      /** At most so many hits are listed. */
      limit: z.number().int().min(1).max(mostHitsOfPage).default(1000),
      /** Where the page before ended (its `next`); null: from the first hit on. */
      after: hitCursorSchema.nullable().default(null),
      /** Whether hits that are not listed are counted too, for which every text is read. */
      count: z.boolean().default(true),
    }),
    z.strictObject({
      /** All hits from `after` on; without `count` those that are listed. */
      total: z.number().int(),
      hits: z.array(hitSchema),
      /** Where this page ended; null when there are no hits behind it. */
      next: hitCursorSchema.nullable(),
    }),
  ),
};
