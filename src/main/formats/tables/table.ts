import type { Cell } from '../csv/writer.ts';

/** What a column holds. `binary` is 0 or 1; `date-time` is ISO 8601 in UTC with milliseconds. */
export type ColumnType = 'text' | 'integer' | 'binary' | 'date-time';

/** One column of a data table, and what its dictionary says about it. */
export type Column = {
  name: string;
  label: string;
  type: ColumnType;
  /** The values that occur and what they mean, as one line; '' where the type says it all. */
  values: string;
  note: string;
};

/** A row has one cell for each column, in their order. `null`: there is no value. */
export type Row = readonly Cell[];

/** A moment (milliseconds since 1970-01-01 UTC) as tables write it, e.g. `2026-03-01T09:30:00.000Z`. */
export function isoMoment(moment: number): string {
  return new Date(moment).toISOString();
}
