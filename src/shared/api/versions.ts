import { z } from 'zod';
import { codebookChangeSchema, codebookVersionSchema } from '../model/codebook.ts';
import { idSchema } from '../model/records.ts';
import { answerSchema } from '../model/variables.ts';
import { command, confirmedSchema, query } from './define.ts';
import { segmentSchema } from './segments.ts';

const windowShape = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(1000) };

export const versionsApi = {
  /** Published versions, newest first. */
  'versions.list': query(z.strictObject({}), z.array(codebookVersionSchema)),
  /** Freezes the codebook as it is now under the next number. Throws `conflict` when nothing changed since the last. */
  'versions.publish': command(z.strictObject({ note: z.string().max(20_000) }), codebookVersionSchema),
  /** What changed from one version (0: the empty codebook) to another (null: as it is now). */
  'versions.difference': query(
    z.strictObject({ from: z.number().int().nonnegative(), to: z.number().int().min(1).nullable() }),
    z.array(codebookChangeSchema),
  ),
  /**
   * Codings and article answers made before version `before`, oldest version first; `changedOnly`: of codes and
   * variables that changed since they were made; what was made before version 1 counts as made under it, as the rules
   * before were never fixed. `coder`: of one coder.
   */
  'versions.stale': query(
    z.strictObject({
      before: z.number().int().min(1),
      changedOnly: z.boolean().default(true),
      coder: idSchema.optional(),
      ...windowShape,
    }),
    z.strictObject({
      total: z.number().int(),
      rows: z.array(segmentSchema.extend({ version: z.number().int(), changes: z.array(codebookChangeSchema) })),
      answers: z.array(answerSchema),
    }),
  ),
  /** “Still right”: stamps codings and answers with the version that is in force. */
  'versions.confirm': command(
    z.strictObject({
      annotations: z.array(idSchema).max(100_000).default([]),
      answers: z.array(idSchema).max(100_000).default([]),
      confirmed: confirmedSchema,
    }),
    z.strictObject({ version: z.number().int() }),
  ),
};
