import type { Cell, Variable } from './dataset.ts';
import { remembering } from './memory.ts';
import { dayNumber, millisecondNumber, millisecondsInDay } from './moments.ts';
import type { RowWarnings } from './warnings.ts';

/** What numbers and dates a program can hold. */
export type NumberLimits = {
  program: string;
  /** The least and the most finite number. */
  least: number;
  most: number;
  /** The first day, in days from 1 January 1970, and how it is called. */
  firstDay: number;
  firstDayName: string;
};

/**
 * Makes a function that gives the number behind a cell of a column of numbers, dates or moments: a number as it is, a
 * date in days and a moment in milliseconds from 1 January 1970 (UTC). `null` for a missing cell, and, with a warning,
 * for one that is not what the column holds. A date's missing codes are numbers and must be seen to before.
 */
export function createConverter(
  variable: Variable,
  limits: NumberLimits,
  warnings: RowWarnings,
): (cell: Cell, row: number) => number | null {
  const refuse = (cell: Cell, row: number, kind: string, reason: string): null => {
    const shown = String(cell).slice(0, 40);
    warnings.add(variable.name, row, `left missing: ${kind}`, () => `“${shown}” ${reason}; left missing`);
    return null;
  };
  if (variable.kind === 'number') {
    return (cell, row) => {
      if (cell === null) return null;
      if (typeof cell !== 'number') return refuse(cell, row, 'no numbers', 'is not a number');
      if (cell >= limits.least && cell <= limits.most) return cell;
      const reason = `is not a number that ${limits.program} can hold`;
      return refuse(cell, row, `no numbers that ${limits.program} can hold`, reason);
    };
  }
  const isDate = variable.kind === 'date';
  // NaN where the text is none: rows of one document repeat its days.
  const read = remembering((text) => (isDate ? dayNumber(text) : millisecondNumber(text)) ?? NaN);
  const first = limits.firstDay * (isDate ? 1 : millisecondsInDay);
  const kind = isDate ? 'not a date (YYYY-MM-DD)' : 'not a moment (ISO 8601)';
  const early = `before ${limits.firstDayName}, where the dates of ${limits.program} begin`;
  return (cell, row) => {
    if (cell === null) return null;
    const value = typeof cell === 'string' ? read(cell) : NaN;
    if (Number.isNaN(value)) return refuse(cell, row, kind, `is ${kind}`);
    return value >= first ? value : refuse(cell, row, early, `is ${early}`);
  };
}
