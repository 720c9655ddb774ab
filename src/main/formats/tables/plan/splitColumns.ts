import type { Column } from './table.ts';

/** Columns of the table's own whose values are few and make sense as folders. */
const own: ReadonlySet<string> = new Set(['document', 'code', 'coder', 'status', 'coders', 'coder_names']);
const sources: ReadonlySet<Column['source']> = new Set(['article fact', 'article question', 'passage question']);
const types: ReadonlySet<Column['type']> = new Set(['text', 'integer', 'binary', 'date']);

/** The columns that every one of these tables has. */
export function commonColumns(tables: readonly (readonly Column[])[]): Column[] {
  const [first = [], ...others] = tables;
  const names = others.map((columns) => new Set(columns.map(({ name }) => name)));
  return first.filter(({ name }) => names.every((known) => known.has(name)));
}

/** Whether it makes sense to split a table by the column: not by ids, places, words, measures, which have as many values as rows. */
export function isSplit({ name, source, type }: Column): boolean {
  return (sources.has(source) && types.has(type)) || own.has(name);
}
