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
export function csvRows(rows: readonly (readonly Cell[])[], { raw, delimiter = ',' }: CsvOptions): string {
  // A record of one empty cell would otherwise be an empty line, which readers skip.
  const empty = rows[0]?.length === 1 ? '""' : '';
  const needsQuotes = delimiter === ',' ? quotedInCsv : quotedInTsv;
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const cell of row) {
      text += separator;
      separator = delimiter;
      if (typeof cell === 'number') text += String(cell);
      else if (cell === null || cell === '') text += empty;
      else text += textCell(cell, raw, needsQuotes);
    }
    text += '\r\n';
  }
  return text;
}

/** Cells that cannot stand alone. Blanks at the ends belong to the value; some readers trim them unless quoted. */
const quotedInCsv = /[",\r\n]|^\s|\s$/u;
const quotedInTsv = /["\t\r\n]|^\s|\s$/u;

function textCell(cell: string, raw: boolean, needsQuotes: RegExp): string {
  const guarded = raw || beginsPlainly(cell) ? cell : guardFormula(cell);
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Whether a cell begins with an ASCII letter or digit, as most do: no formula does, nor a cell that was guarded. */
function beginsPlainly(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return (first >= 97 && first <= 122) || (first >= 65 && first <= 90) || (first >= 48 && first <= 57);
}
