import { z } from 'zod';
import { fieldsWords } from '#words/core/fields.ts';
import { idSchema, momentSchema, offsetSchema, warningSchema } from '../model/records.ts';
import { command, query, task } from './define.ts';

/** Where a coding or an answer's evidence comes to stand in a corrected text. */
export const reanchoredSchema = z.strictObject({
  annotation: idSchema,
  quote: z.string(),
  start: offsetSchema,
  end: offsetSchema,
  /** `same`: the words are unchanged, whole and certain; `doubtful`: the nearest passage; `lost`: none found. */
  certainty: z.enum(['same', 'doubtful', 'lost']),
  /** The place in the new text, null when lost. */
  place: z.strictObject({ start: offsetSchema, end: offsetSchema, quote: z.string() }).nullable(),
});

/** A corrected text. Line ends become LF and half characters U+FFFD, as in an import: offsets count in what results. */
const contentSchema = z
  .string()
  .max(50_000_000)
  .transform((text) => text.replace(/\r\n?/gu, '\n').replace(/\p{Surrogate}/gu, '\ufffd'));

/** Passages by what becomes of them in the corrected text. */
const outcomesSchema = z.strictObject({
  same: z.number().int(),
  doubtful: z.number().int(),
  lost: z.number().int(),
});

const decisionSchema = z.strictObject({
  annotation: idSchema,
  /** The place in the new text; null: the coding is removed. */
  place: z.strictObject({ start: offsetSchema, end: offsetSchema }).nullable(),
});

export const textsApi = {
  /** Compares a corrected text with the present one and says where each coding would stand. Changes nothing. */
  'texts.compare': task(
    z.strictObject({ document: idSchema, content: contentSchema }),
    z.strictObject({
      changes: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
      annotations: z.array(reanchoredSchema),
      /** Passages that answers point at, and anchors of examples: they follow by themselves. */
      evidence: outcomesSchema,
      examples: outcomesSchema,
    }),
  ),
  /**
   * Gives the document a new text version. `decisions` names a place (or null) for every coding of the document, whoever
   * made it: nothing moves silently. Evidence of answers follows, doubtful passages too; what is lost is dropped and said.
   * An example keeps its words, and its anchor where that is certain. Throws `bad-input` for decisions that do not fit.
   */
  'texts.correct': command(
    z.strictObject({
      document: idSchema,
      content: contentSchema.refine((text) => text !== '', fieldsWords.emptyText),
      reason: z.string().max(2000),
      decisions: z.array(decisionSchema).max(1_000_000),
    }),
    z.strictObject({
      /** Number of the version that was replaced. */
      version: z.number().int(),
      moved: z.number().int(),
      removed: z.number().int(),
      evidence: outcomesSchema,
      examples: outcomesSchema,
    }),
  ),
  /**
   * Reads the web page that a document came from once more and gives the document its text with the passages that were
   * left out of it, or (`wholePage`) with menus and all. The earlier text stays as a version. Throws `bad-input` for what
   * is no web page or lacks nothing, `conflict` where anybody worked on the text, or the document is coded blind.
   */
  'texts.keepLeftOut': task(
    z.strictObject({ document: idSchema, wholePage: z.boolean().optional() }),
    z.strictObject({
      /** Lengths of the text before and now, in code points. */
      before: z.number().int(),
      characters: z.number().int(),
      /** What is still to be said of how the document was read. */
      warnings: z.array(warningSchema),
    }),
  ),
  'texts.versions': query(
    z.strictObject({ document: idSchema }),
    z.array(
      z.strictObject({
        number: z.number().int(),
        reason: z.string(),
        coder: z.string().nullable(),
        replaced: momentSchema,
        characters: z.number().int(),
      }),
    ),
  ),
};
