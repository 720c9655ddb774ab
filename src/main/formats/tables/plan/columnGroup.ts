import type { Id } from '../../../../shared/model/records.ts';
import type { Cell } from '../csv/writer.ts';
import type { DocumentWork, UnitRow } from './documentWork.ts';
import type { Column } from './table.ts';

/** What cells that are the same in all rows of a document are made of. */
export type DocumentFacts = Pick<DocumentWork, 'label' | 'id' | 'facts'>;

/**
 * What a column shows of a coding, for those who take a table of codings column by column: something of its document, of
 * its code or its coder, or of itself, as `fill` would show it.
 */
export type ColumnPart =
  | { of: 'document'; cell(document: DocumentFacts): Cell }
  | { of: 'code' | 'coder'; cell(id: Id): string }
  | { of: 'start' | 'end' }
  | { of: 'quote' }
  | { of: 'memo' }
  | { of: 'created' | 'modified' };

/**
 * Why columns show no parts of a coding: they stand only in tables whose rows are something else, or what was answered is
 * read document by document, so that a table with answers is written row by row.
 */
export type WithoutParts = 'rows-are-no-codings' | 'answers';

/** Columns that belong together. Their names are wishes: the table makes them unique. */
export type ColumnGroup = {
  columns: readonly Column[];
  /** What a name gets that another group took first (`_fact`); '' for a number alone. */
  suffix: string;
  /** Whose names come first: a group of the table's own before what projects bring along. */
  isFixed: boolean;
  /** Adds the cells of a row, one for each column. `who`: the coders whose work they show. */
  fill(cells: Cell[], row: UnitRow, who: readonly Id[]): void;
  /** What each column shows where a row is one coding of one coder, one part for each; else why that cannot be said. */
  parts: readonly ColumnPart[] | WithoutParts;
};

/** What a column of one coder is called. */
function nameForCoder(name: string, coder: string): string {
  return `${name} (${coder})`;
}

/**
 * A group once for every coder, side by side. Where a coder has not begun with the document, all cells are empty.
 */
export function forEachCoder(group: ColumnGroup, coders: readonly { id: Id; name: string }[]): ColumnGroup {
  const empty: readonly null[] = group.columns.map(() => null);
  return {
    suffix: group.suffix,
    isFixed: group.isFixed,
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
    parts: 'rows-are-no-codings',
  };
}
