import { z } from 'zod';
import { idSchema, momentSchema, nameSchema, offsetSchema } from './records.ts';

/** Codes of which one coder may give one at most to any stretch of text. `warn` says so, `refuse` does not let it happen. */
export const exclusiveSetSchema = z.strictObject({ id: idSchema, name: nameSchema, rule: z.enum(['warn', 'refuse']) });
export type ExclusiveSet = z.output<typeof exclusiveSetSchema>;

/** An example of a code: its words, and where they stand when they were taken from an article of the project. */
export const exampleSchema = z.strictObject({
  id: idSchema,
  code: idSchema,
  quote: z.string().max(20_000),
  anchor: z.strictObject({ document: idSchema, start: offsetSchema, end: offsetSchema }).nullable(),
  position: z.number().int().nonnegative(),
});
export type Example = z.output<typeof exampleSchema>;

export const codebookVersionSchema = z.strictObject({
  number: z.number().int().min(1),
  note: z.string().max(20_000),
  /** Who published it. */
  coder: z.string(),
  published: momentSchema,
});
export type CodebookVersion = z.output<typeof codebookVersionSchema>;

/** One line of the difference between two versions, in words that can be read. */
export const codebookChangeSchema = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  subject: z.enum(['code', 'variable', 'set', 'example']),
  id: idSchema,
  /** A code's path, a variable's name (with its code's path where it has one), a set's name. */
  name: z.string(),
  /** What changed (`definition`, `include`, `name`, `parent`, `choices` …); '' for added and removed. */
  field: z.string(),
  before: z.string(),
  after: z.string(),
});
export type CodebookChange = z.output<typeof codebookChangeSchema>;
