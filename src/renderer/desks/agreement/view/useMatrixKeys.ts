import { useCallback, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

export type MatrixPlace = { row: number; column: number };

/** Where a table of one column begins. */
export const firstRow: MatrixPlace = { row: 0, column: 0 };

export type MatrixKeys = {
  tabIndexOf: (place: MatrixPlace) => 0 | -1;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
};

const steps: Readonly<Record<string, MatrixPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function placeOf(element: Element): MatrixPlace | null {
  const { row, column } = element instanceof HTMLElement ? element.dataset : {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** Of the cells that lie in a direction, the nearest: first in the same line, then in whatever line comes next. */
function nearest(cells: readonly HTMLElement[], from: MatrixPlace, step: MatrixPlace): HTMLElement | undefined {
  const away = (cell: HTMLElement): number => {
    const place = placeOf(cell) ?? from;
    const along = (place.row - from.row) * step.row + (place.column - from.column) * step.column;
    const aside = Math.abs((place.row - from.row) * step.column) + Math.abs((place.column - from.column) * step.row);
    return along <= 0 ? Infinity : along + aside * 1000;
  };
  const reachable = cells.filter((cell) => away(cell) < Infinity);
  return reachable.toSorted((a, b) => away(a) - away(b))[0];
}

/**
 * Makes a matrix one tab stop in which arrows go from cell to cell; Home and End go to the first and last one. Cells are
 * elements with `data-row` and `data-column`; those that are not there are passed over.
 */
export function useMatrixKeys(first: MatrixPlace): MatrixKeys {
  const [current, setCurrent] = useState<MatrixPlace | null>(null);
  const { row, column } = current ?? first;
  const tabIndexOf = useCallback(
    (place: MatrixPlace) => (place.row === row && place.column === column ? 0 : -1),
    [row, column],
  );
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place) setCurrent(place);
  }, []);
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const here = event.target instanceof Element ? placeOf(event.target) : null;
    if (!here) return;
    const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row][data-column]')];
    const step = steps[event.key];
    const next =
      event.key === 'Home' ? cells[0] : event.key === 'End' ? cells.at(-1) : step ? nearest(cells, here, step) : null;
    if (next === null) return;
    event.preventDefault();
    next?.focus();
  }, []);
  return { tabIndexOf, onKeyDown, onFocus };
}
