import { tablesWords as words } from '#words/core/tables.ts';
import type { Warning } from './dataset.ts';

/** Cells of one variable with one and the same trouble that are named one by one; the others are counted. */
const namedRows = 10;

export type RowWarnings = {
  /**
   * Tells of a cell. `kind` groups troubles of one variable; `describe` is asked only when the cell is named.
   * `row` counts from 1.
   */
  add: (variable: string, row: number, kind: string, describe: () => string) => void;
  /** Tells how many cells were not named one by one. Call it once, after the last row. */
  finish: () => void;
};

/**
 * Warnings about cells: the first ten of a kind are given with their rows, the rest as one number, so that a table with
 * a million faults does not fill the memory with warnings, and none is passed over.
 */
export function createRowWarnings(warn: (warning: Warning) => void): RowWarnings {
  const counts = new Map<string, { variable: string; kind: string; count: number; last: number }>();
  return {
    add: (variable, row, kind, describe) => {
      const key = JSON.stringify([variable, kind]);
      const known = counts.get(key) ?? { variable, kind, count: 0, last: row };
      known.count += 1;
      known.last = row;
      counts.set(key, known);
      if (known.count <= namedRows) warn({ variable, row, message: describe() });
    },
    finish: () => {
      for (const { variable, kind, count, last } of counts.values()) {
        const more = count - namedRows;
        if (more > 0) warn({ variable, row: null, message: words.moreRows({ kind, more, last }) });
      }
    },
  };
}
