import type { Virtualizer } from '@tanstack/react-virtual';

/**
 * Scrolls a list as little as it takes to show a row. Asks the page what is in sight, because the virtualizer hears of scrolling a frame
 * later: a click right after it would move the list away from under the pointer.
 * @param rowHeight in pixels, the same for all rows
 */
export function bringIntoView(
  list: Virtualizer<HTMLDivElement, Element> | Virtualizer<HTMLElement, Element>,
  index: number,
  rowHeight: number,
): void {
  const box = list.scrollElement;
  if (box !== null) {
    const top = index * rowHeight - box.scrollTop;
    if (top >= 0 && top + rowHeight <= box.clientHeight) return;
  }
  list.scrollToIndex(index, { align: 'auto' });
}
