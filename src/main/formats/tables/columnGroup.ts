import type { Id } from '../../../shared/model/records.ts';
import type { Cell } from '../csv/writer.ts';
import type { UnitRow } from './documentWork.ts';
import type { Column } from './table.ts';

/** Columns that belong together. Their names are wishes: the table makes them unique. */
export type ColumnGroup = {
  columns: readonly Column[];
  /** What a name gets that another group took first (`_fact`); '' for a number alone. */
  suffix: string;
  /** Whose names come first: a group of the table's own before what projects bring along. */
  isFixed: boolean;
  /** Adds the cells of a row, one for each column. `who`: the coders whose work they show. */
  fill(cells: Cell[], row: UnitRow, who: readonly Id[]): void;
};

/** What a column of one coder is called. */
export function nameForCoder(name: string, coder: string): string {
  return `${name} (${coder})`;
}

/**
 * A group once for every coder, side by side. Where a coder has not begun with the document, all cells are empty.
 */
export function forEachCoder(group: ColumnGroup, coders: readonly { id: Id; name: string }[]): ColumnGroup {
  const empty: readonly null[] = group.columns.map(() => null);
  return {
    ...group,
    columns: coders.flatMap(({ name }) =>
      group.columns.map((column) => ({
        ...column,
        name: nameForCoder(column.name, name),
        label: nameForCoder(column.label, name),
      })),
    ),
    fill(cells, row) {
      for (const { id } of coders) {
        if (row.work.begun.has(id)) group.fill(cells, row, [id]);
        else cells.push(...empty);
      }
    },
  };
}
