import type { Column, ValueLabel } from '../plan/table.ts';

/** Files that a script can load, those first that need the least. */
export const loadable = ['csv', 'tsv', 'dta', 'sav', 'parquet'] as const;
export type Loadable = (typeof loadable)[number];

export type ScriptInput = {
  /** The table: its files are called `BASE.csv` and so on. */
  base: string;
  columns: readonly Column[];
  /** Which file is loaded. */
  format: Loadable;
  /** Whether texts that look like formulas have an apostrophe before them in CSV and TSV files. */
  guarded: boolean;
};

/** The column that a script counts at the end: the codes, else the first with labels, else the first of all. */
export function countedColumn(columns: readonly Column[]): Column | undefined {
  const isAnswer = ({ source, valueLabels }: Column): boolean =>
    valueLabels.length > 0 && (source === 'article question' || source === 'passage question');
  return columns.find(({ name }) => name === 'code') ?? columns.find(isAnswer) ?? columns[0];
}

/** Labels of valid values, no two alike: one that stands twice gets its value behind it, as in SPSS and Stata files. */
export function distinctLabels({ valueLabels, missing }: Column): ValueLabel[] {
  const codes = new Set(missing.map(({ value }) => value));
  const used = new Set<string>();
  return valueLabels.flatMap(({ value, label }) => {
    if (codes.has(value)) return [];
    const shown = used.has(label) ? `${label} (${value})` : label;
    used.add(shown);
    return [{ value, label: shown }];
  });
}
