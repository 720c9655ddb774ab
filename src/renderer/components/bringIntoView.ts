import type { Virtualizer } from '@tanstack/react-virtual';

/**
 * Scrolls a list as little as it takes to show a row. Asks the page what is in sight, because the virtualizer hears of scrolling a frame
 * later: a click right after it would move the list away from under the pointer.
 * @param rowHeight in pixels, the same for all rows
 * @param heads the height of what stays above the rows
 */
export function bringIntoView(
  list: Virtualizer<HTMLDivElement, Element> | Virtualizer<HTMLElement, Element>,
  index: number,
  rowHeight: number,
  heads = 0,
): void {
  const box = list.scrollElement;
  if (box !== null) {
    const top = heads + index * rowHeight - box.scrollTop;
    if (top >= heads && top + rowHeight <= box.clientHeight) return;
  }
  list.scrollToIndex(index, { align: 'auto' });
}
