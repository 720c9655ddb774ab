import { columnsWords as words } from '#words/core/columns.ts';
import type { Cell } from '../csv/writer.ts';

/**
 * What a column holds. `binary` is 0 or 1; `date` is ISO `YYYY-MM-DD`; `date-time` is ISO 8601 in UTC with milliseconds.
 * A column of any type may hold one of its missing codes, as a number, in the place of a value.
 */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'binary' | 'date' | 'date-time';

/** How the values of a column may be compared. `scale` covers interval and ratio, which no statistics file tells apart. */
export type ColumnLevel = 'nominal' | 'ordinal' | 'scale';

/** Where a column comes from, as the data dictionary names it. */
export type ColumnSource =
  | 'document'
  | 'article fact'
  | 'unit'
  | 'coder'
  | 'coding'
  | 'code'
  | 'article question'
  | 'passage question'
  | 'entity';

export type ValueLabel = { value: number; label: string };

/** One column of a data table, and what its dictionary and the formats that have labels say about it. */
export type Column = {
  /** One of its kind in the table without regard to case (`uniqueNames`). Formats make valid names of their own of it. */
  name: string;
  /** One line that says what it is: the wording of the question, for one. Never ''. */
  label: string;
  type: ColumnType;
  level: ColumnLevel;
  /** Labels of valid values; [] where the values speak for themselves. */
  valueLabels: readonly ValueLabel[];
  /** Codes that stand for “no value, for this reason”, with their labels. An empty cell (`null`): nobody has said. */
  missing: readonly ValueLabel[];
  source: ColumnSource;
  note: string;
};

/** A row has one cell for each column, in their order. `null`: there is no value. */
export type Row = readonly Cell[];

const levels: Readonly<Record<ColumnType, ColumnLevel>> = {
  text: 'nominal',
  integer: 'scale',
  decimal: 'scale',
  binary: 'nominal',
  date: 'scale',
  'date-time': 'scale',
};

const yesAndNo: readonly ValueLabel[] = [
  { value: 0, label: words.no },
  { value: 1, label: words.yes },
];

/** A column with what follows from its type: the usual level, “no” and “yes” for 0 and 1, no missing codes. */
export function columnOf(
  wanted: Pick<Column, 'name' | 'label' | 'type' | 'source'> &
    Partial<Omit<Column, 'name' | 'label' | 'type' | 'source'>>,
): Column {
  return {
    level: levels[wanted.type],
    valueLabels: wanted.type === 'binary' ? yesAndNo : [],
    missing: [],
    note: '',
    ...wanted,
  };
}

/** The moment that was written last: codings of one act share theirs, and making it anew each time is dear. */
let last = { moment: 0, text: '1970-01-01T00:00:00.000Z' };

/** A moment (milliseconds since 1970-01-01 UTC) as tables write it, e.g. `2026-03-01T09:30:00.000Z`. */
export function isoMoment(moment: number): string {
  if (moment !== last.moment) last = { moment, text: new Date(moment).toISOString() };
  return last.text;
}
