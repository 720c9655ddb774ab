import { z } from 'zod';
import { codeNameSchema, codeSchema, digitSchema, hueSchema, idSchema, patternSchema } from '../model/records.ts';
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

const removalSchema = z.strictObject({
  codes: z.number().int(),
  annotations: z.number().int(),
  documents: z.number().int(),
  /** Variables asked for these codes' passages, answers about their codings, and examples. */
  variables: z.number().int(),
  answers: z.number().int(),
  examples: z.number().int(),
});

export const codesApi = {
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
  /**
   * The whole codebook, and how many annotations of people each code has (codes without any are left out). The agreed version,
   * which says again what people have said, is not counted.
   */
  'codes.list': query(
    z.strictObject({}),
    z.strictObject({ codes: z.array(codeSchema), tally: z.record(idSchema, z.number().int()) }),
  ),
  /** Makes codes of these names beside one another, as one step. Names that a code there has already are passed over and told. */
  'codes.createMany': command(
    z.strictObject({ names: z.array(codeNameSchema).min(1).max(1000), parent: idSchema.nullable().default(null) }),
    z.strictObject({ codes: z.array(codeSchema), known: z.array(z.string()) }),
  ),
  'codes.create': command(
    z.strictObject({
      name: codeNameSchema,
      parent: idSchema.nullable().default(null),
      /** Absent: the next hue of the palette that siblings use least. */
      hue: hueSchema.optional(),
      pattern: patternSchema.optional(),
      definition: z.string().max(20_000).optional(),
      include: z.string().max(20_000).optional(),
      exclude: z.string().max(20_000).optional(),
    }),
    codeSchema,
  ),
  'codes.update': command(
    z.strictObject({
      code: idSchema,
      name: codeNameSchema.optional(),
      hue: hueSchema.optional(),
      pattern: patternSchema.optional(),
      definition: z.string().max(20_000).optional(),
      include: z.string().max(20_000).optional(),
      exclude: z.string().max(20_000).optional(),
      archived: z.boolean().optional(),
      exclusiveSet: idSchema.nullable().optional(),
      /** Pins the code to a digit (taken from the code that had it), or null: no digit. */
      key: digitSchema.nullable().optional(),
    }),
    codeSchema,
  ),
  /** Puts a code under another parent (null: top level), before the sibling `before` (null: last). */
  'codes.move': command(
    z.strictObject({ code: idSchema, parent: idSchema.nullable(), before: idSchema.nullable() }),
    codeSchema,
  ),
  /**
   * What removing this code and the codes below it takes with it. `shares`: codings of others among them. Refused, like the
   * removal, to whoever codes anything blind.
   */
  'codes.removal': query(z.strictObject({ code: idSchema }), removalSchema.extend({ shares: sharesSchema })),
  'codes.remove': command(z.strictObject({ code: idSchema }), removalSchema),
};
