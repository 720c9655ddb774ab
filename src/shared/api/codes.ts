import { z } from 'zod';
import { codeNameSchema, codeSchema, digitSchema, hueSchema, idSchema, patternSchema } from '../model/records.ts';
import { command, query, sharesSchema, task } from './define.ts';
import { fileNameSchema, fileRefSchema, replaceSchema, warningsSchema } from './files.ts';

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
  /** The whole codebook, and how many annotations each code has (codes without any are left out). */
  'codes.list': query(
    z.strictObject({}),
    z.strictObject({ codes: z.array(codeSchema), tally: z.record(idSchema, z.number().int()) }),
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
  /**
   * Reads a codebook file: codes are matched by path, sets and variables by name, created or updated; a faulty file
   * changes nothing. `variables`: names (below their code's path) of those that were created or updated. `changes`: what of a foreign file was
   * taken in another way than it is written there, and examples that were given no place because several documents could be meant.
   */
  'codebook.import': task(
    z.strictObject({ file: fileRefSchema }),
    z.strictObject({
      created: z.array(z.string()),
      updated: z.array(z.string()),
      variables: z.array(z.string()),
      changes: z.array(z.string()),
    }),
  ),
  /**
   * Writes the codebook into a folder, under a name that ends in .csv, .json or .qdc, or, to be read by people, in .html or
   * .docx; a file that an earlier export of this project wrote is replaced whole. `folder` is its full path, to show.
   */
  'codebook.export': task(
    z.strictObject({ folder: fileRefSchema, name: fileNameSchema, replace: replaceSchema }),
    z.strictObject({ codes: z.number().int(), folder: z.string(), warnings: warningsSchema }),
  ),
};
