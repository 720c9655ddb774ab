import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formulas.ts';

/** What a cell may hold. `null` is written as an empty cell. */
export type Cell = string | number | null;

export type CsvOptions = {
  /** Cells that a spreadsheet would run as a formula are written as they are, without the guarding apostrophe. */
  raw: boolean;
  /** What stands between cells: a comma unless said otherwise, a tab in TSV files. */
  delimiter?: ',' | '\t';
};

/** U+FEFF, which Excel needs at the beginning of a file to see that it is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Writes rows as RFC 4180 has it: commas, CRLF after every record (the last one, too), cells with commas, quotes or
 * line ends in quotes, quotes doubled. Line ends inside cells stay what they are. Strings are guarded against being run
 * as formulas unless `raw`; numbers never need it. With tabs between the cells everything else is the same: cells that hold
 * a tab or a line end stand in quotes, because the plain form of TSV could not hold them.
 */
export function csvRows(rows: readonly (readonly Cell[])[], options: CsvOptions): string {
  const cells = options.raw ? rows : rows.map((row) => row.map(guardCell));
  return stringify(cells as Cell[][], {
    // the library only reads them
    delimiter: options.delimiter ?? ',',
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    // A record of one empty cell would otherwise be an empty line, which readers skip.
    quoted_empty: rows[0]?.length === 1,
    // Leading and trailing blanks belong to the value; some readers trim them unless quoted.
    quoted_match: /^\s|\s$|[\r\n]/u,
  });
}

function guardCell(cell: Cell): Cell {
  return typeof cell === 'string' ? guardFormula(cell) : cell;
}
