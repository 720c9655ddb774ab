import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { bringIntoView } from '../../../components/bringIntoView.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';

/** In pixels, that of the heads too, which stay above the rows. */
export const rowHeight = 27;

/** The rows of the list to draw, and its height with the heads. They are asked for as they come into sight; the cursor comes into sight when it moves. */
export function useRowsInSight(
  box: RefObject<HTMLElement | null>,
  total: number,
  cursor: number,
  want: SegmentWindows['want'],
): { items: readonly VirtualItem[]; height: number } {
  // eslint-disable-next-line react-hooks/incompatible-library -- the list is drawn anew on every scroll, as it must be
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
    // The row under the cursor stays drawn, so that a screen reader can always name it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return total === 0 || drawn.includes(cursor) ? drawn : [...drawn, cursor].sort((a, b) => a - b);
    },
  });
  const { startIndex, endIndex } = list.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => want(startIndex, endIndex), [want, startIndex, endIndex]);
  useEffect(() => bringIntoView(list, cursor, rowHeight, rowHeight), [list, cursor]);
  return { items: list.getVirtualItems(), height: list.getTotalSize() };
}
