import type { SegmentSort } from '../../../../shared/api/segments.ts';
import { sharedStore } from '../../../state/store.ts';

/** What the list of codings is sorted by; null: the order of the texts. */
export type SegmentOrder = { sorted: { by: SegmentSort; descending: boolean } | null };

export const asInTheTexts: SegmentOrder = { sorted: null };

export const useSegmentOrder = sharedStore<SegmentOrder>(asInTheTexts, 'at-once');

/** Sorts by this; again: the other way round; a third time: as in the texts. */
export function sortSegments(by: SegmentSort): void {
  useSegmentOrder.setState(({ sorted }) => {
    if (sorted?.by !== by) return { sorted: { by, descending: false } };
    return { sorted: sorted.descending ? null : { by, descending: true } };
  });
}
