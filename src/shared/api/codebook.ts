import { z } from 'zod';
import { codebookChangeSchema, codebookVersionSchema, exampleSchema, exclusiveSetSchema } from '../model/codebook.ts';
import { codeNameSchema, codeSchema, idSchema, nameSchema } from '../model/records.ts';
import { answerSchema } from '../model/variables.ts';
import { segmentSchema } from './annotations.ts';
import { command, confirmedSchema, query, sharesSchema } from './define.ts';

const mergeSchema = z.strictObject({
  /** Codings that move, and codings that fall together with one the target has (memos are joined, answers kept). */
  moved: z.number().int(),
  doubled: z.number().int(),
  documents: z.number().int(),
  /** Codes, variables and examples that move under the target. */
  children: z.number().int(),
  variables: z.number().int(),
  examples: z.number().int(),
});

const windowShape = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(1000) };

export const codebookApi = {
  /**
   * What merging `source` into `target` does; `shares`: codings of others that move. Throws `conflict` when the target stands
   * below the source, and, like the merge, to whoever codes anything blind.
   */
  'codes.mergePreview': query(
    z.strictObject({ source: idSchema, target: idSchema }),
    mergeSchema.extend({ shares: sharesSchema }),
  ),
  /** Gives all that `source` has to `target`, and removes `source`. One undo step. */
  'codes.merge': command(z.strictObject({ source: idSchema, target: idSchema }), mergeSchema),
  /** Gives the picked codings of a code to another one, made by the same act where it is named. */
  'codes.split': command(
    z.strictObject({
      code: idSchema,
      annotations: z.array(idSchema).min(1).max(200_000),
      into: z.union([idSchema, z.strictObject({ name: codeNameSchema, parent: idSchema.nullable() })]),
      confirmed: confirmedSchema,
    }),
    codeSchema,
  ),
  'examples.list': query(z.strictObject({}), z.array(exampleSchema)),
  /** Adds an example: words of one's own, or (`anchor`) a passage, whose words are taken from the text. */
  'examples.create': command(
    z.strictObject({
      code: idSchema,
      quote: z.string().max(20_000).default(''),
      anchor: exampleSchema.shape.anchor.default(null),
    }),
    exampleSchema,
  ),
  'examples.update': command(
    z.strictObject({ example: idSchema, quote: z.string().min(1).max(20_000) }),
    exampleSchema,
  ),
  'examples.remove': command(z.strictObject({ example: idSchema }), z.strictObject({})),
  'exclusiveSets.list': query(z.strictObject({}), z.array(exclusiveSetSchema)),
  'exclusiveSets.create': command(exclusiveSetSchema.omit({ id: true }), exclusiveSetSchema),
  'exclusiveSets.update': command(
    z.strictObject({ set: idSchema, name: nameSchema.optional(), rule: exclusiveSetSchema.shape.rule.optional() }),
    exclusiveSetSchema,
  ),
  'exclusiveSets.remove': command(z.strictObject({ set: idSchema }), z.strictObject({})),
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
  /** Codebooks that come with the program. */
  'templates.list': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        /** The publication it follows. */
        source: z.string(),
        codes: z.array(z.string()),
        variables: z.array(z.string()),
      }),
    ),
  ),
  /** Adds a template's codes and variables; codes of the same path are left as they are. */
  'templates.add': command(
    z.strictObject({ template: z.string().max(100) }),
    z.strictObject({ codes: z.array(z.string()), variables: z.array(z.string()) }),
  ),
  /** What a codebook file of this name (by its ending) could not hold, one line each. */
  'codebook.losses': query(z.strictObject({ name: z.string().max(300) }), z.array(z.string())),
};
