import { tablesWords as words } from '#words/core/tables.ts';
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
  const { program, firstDayName: day } = limits;
  const refuse = (cell: Cell, row: number, kind: string, describe: (cell: string) => string): null => {
    warnings.add(variable.name, row, kind, () => describe(String(cell).slice(0, 40)));
    return null;
  };
  const noNumber = (cell: string): string => words.noNumber({ cell });
  const notHeld = (cell: string): string => words.notHeld({ cell, program });
  if (variable.kind === 'number') {
    return (cell, row) => {
      if (cell === null) return null;
      if (typeof cell !== 'number') return refuse(cell, row, words.kindNoNumbers, noNumber);
      if (cell >= limits.least && cell <= limits.most) return cell;
      return refuse(cell, row, words.kindNotHeld({ program }), notHeld);
    };
  }
  const isDate = variable.kind === 'date';
  // NaN where the text is none: rows of one document repeat its days.
  const read = remembering((text) => (isDate ? dayNumber(text) : millisecondNumber(text)) ?? NaN);
  const first = limits.firstDay * (isDate ? 1 : millisecondsInDay);
  const noMoment = (cell: string): string => (isDate ? words.noDate({ cell }) : words.noMoment({ cell }));
  const tooEarly = (cell: string): string => words.tooEarly({ cell, program, day });
  return (cell, row) => {
    if (cell === null) return null;
    const value = typeof cell === 'string' ? read(cell) : NaN;
    if (Number.isNaN(value)) {
      return refuse(cell, row, isDate ? words.kindNoDates : words.kindNoMoments, noMoment);
    }
    return value >= first ? value : refuse(cell, row, words.kindTooEarly({ program, day }), tooEarly);
  };
}
