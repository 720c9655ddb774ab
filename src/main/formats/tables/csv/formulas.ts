/**
 * Spreadsheets run a cell as a formula when it begins with certain signs, wherever the cell came from. The list is
 * OWASP's ("CSV Injection"): = + - @, tab, carriage return, line feed, and the full-width signs that East Asian
 * versions of Excel read alike. Blanks before a sign do not make it harmless, because some programs trim them.
 */
const runsAsFormula = /^(?:[\t\r\n]|[ \u00a0\u3000]*[=+\-@＝＋－＠])/u;

/** Numbers begin with a sign, too, but are what they seem. */
const plainNumber = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/u;

/** Cells that have apostrophes before a formula get one more, so that taking one away always gives the value back. */
const guarded = /^'+/u;

/** Whether a spreadsheet might run this cell. A plain number, signed or not, is never a formula. */
export function isFormula(cell: string): boolean {
  return runsAsFormula.test(cell) && !plainNumber.test(cell);
}

/** Puts an apostrophe before a cell that a spreadsheet might run; leaves every other cell as it is. */
export function guardFormula(cell: string): string {
  return isFormula(cell.replace(guarded, '')) ? `'${cell}` : cell;
}

/** Takes away the apostrophe that `guardFormula` put there: `unguardFormula(guardFormula(cell))` is `cell`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.replace(guarded, '')) ? cell.slice(1) : cell;
}
