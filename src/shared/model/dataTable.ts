import { z } from 'zod';
import { idSchema } from './records.ts';
import { statusSchema } from './variables.ts';

/** What one row of a data table is about. A statement is a coding of a code that has questions of its own. */
export const tableUnitSchema = z.enum(['document', 'paragraph', 'sentence', 'coding', 'statement']);
export type TableUnit = z.output<typeof tableUnitSchema>;

/**
 * How the work of several coders stands in the table. `rows`: a row for each unit and coder; `columns`: a row for each unit,
 * with the columns of every coder side by side; `pooled`: a row for each unit, with what the coders have together;
 * `agreed`: a row for each unit, with the agreed version. It is left out of the others, unless it is named as a coder.
 */
export const coderModeSchema = z.enum(['rows', 'columns', 'pooled', 'agreed']);
export type CoderMode = z.output<typeof coderModeSchema>;

/** How a code is measured in a document, paragraph or sentence: not, as 0/1, as a count, as a share of its characters. */
export const codeMeasureSchema = z.enum(['none', 'binary', 'count', 'share']);
export type CodeMeasure = z.output<typeof codeMeasureSchema>;

/**
 * What an article fact must be: this value ('': not known); or a number, or for facts of level `date` a day (YYYY-MM-DD),
 * from one end to the other, both included, null: no end.
 */
export const factFilterSchema = z.union([
  z.strictObject({ variable: idSchema, value: z.string() }),
  z.strictObject({ variable: idSchema, from: z.string().max(40).nullable(), to: z.string().max(40).nullable() }),
]);
export type FactFilter = z.output<typeof factFilterSchema>;

/** What goes into a table. Empty lists and nulls leave nothing out. */
export const tableFiltersSchema = z.strictObject({
  documents: z.array(idSchema).max(200_000).nullable().default(null),
  /** Article facts: several values of one variable widen the choice, those of different variables narrow it. */
  where: z.array(factFilterSchema).max(1000).default([]),
  /** Only the work of coders who are so far with the document. */
  statuses: z.array(statusSchema).max(4).default([]),
  /** Only the work that these rounds gave out. */
  rounds: z.array(idSchema).max(1000).default([]),
  coders: z.array(idSchema).max(1000).default([]),
  /** These codes and all below them; codings of others are as if they were not there. */
  codes: z.array(idSchema).max(10_000).default([]),
});
export type TableFilters = z.output<typeof tableFiltersSchema>;

export const tableColumnsSchema = z.strictObject({
  /** Article facts. */
  facts: z.boolean().default(true),
  /** Coders' answers: to the questions about articles and, in statements, to those about the passage. */
  answers: z.boolean().default(true),
  /** One column for each code; codings and statements, which have one code each, have none. */
  codes: codeMeasureSchema.default('count'),
  /** A code counts the codings of the codes below it, too. */
  rollUp: z.boolean().default(false),
  /** The words of a paragraph, sentence, coding or statement; a document's text is never a cell. */
  text: z.boolean().default(true),
});
export type TableColumns = z.output<typeof tableColumnsSchema>;

/** The choice of what a data table holds. */
export const tableChoiceSchema = z.strictObject({
  unit: tableUnitSchema,
  coders: coderModeSchema,
  filters: tableFiltersSchema.prefault({}),
  columns: tableColumnsSchema.prefault({}),
});
export type TableChoice = z.output<typeof tableChoiceSchema>;

/** How coders are shown where nobody chose: units that exist without coders once each, codings as they were made. */
export function usualCoderMode(unit: TableUnit): CoderMode {
  return unit === 'coding' || unit === 'statement' ? 'rows' : 'pooled';
}
