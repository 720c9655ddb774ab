import type { Segment, SegmentSort } from '../../../../shared/api/segments.ts';
import type { Id } from '../../../../shared/model/records.ts';

/** What can be done to the codings of the list. Memos and links are made in the text, which opens first. */
export type SegmentActs = {
  /** Whether the project takes changes. */
  canChange: () => boolean;
  open: (segment: Segment) => void;
  /** Asks which code it is to have, at a place of the window. */
  change: (segment: Segment, anchor: DOMRect) => void;
  memo: (segment: Segment) => void;
  link: (segment: Segment) => void;
  copy: (segment: Segment) => void;
  remove: (annotation: Id) => void;
  /** The same of many, in one act. */
  changeMany: (annotations: readonly Id[], anchor: DOMRect) => void;
  removeMany: (annotations: readonly Id[]) => void;
  sort: (by: SegmentSort) => void;
  /** Puts the focus into the list, where a bar or button that had it is about to go. */
  toList: () => void;
  /** The list had the focus and is gone, because it is empty: the focus goes to what stands there instead. */
  leave: () => void;
};

/** Several codings of the list, for acts on all of them. */
export type SegmentSelection = {
  ids: ReadonlySet<Id>;
  clear: () => void;
  /** `alone`: the one that counts as selected while none is. */
  toggle: (annotation: Id, alone: Id | null) => void;
  /** Selects these, which have been read. */
  select: (annotations: readonly Id[]) => void;
  /** Selects from a row to another, which need not have been read. */
  selectRange: (from: number, to: number) => void;
  selectAll: () => void;
};

/** What a list is sorted by; null: the order of the texts. */
export type Sorted = { by: SegmentSort; descending: boolean } | null;

/** What an act on a coding is about: all that are selected where it is one of them, else it alone. */
export function meantWith(annotation: Id, { ids }: SegmentSelection): readonly Id[] {
  return ids.size > 1 && ids.has(annotation) ? [...ids] : [annotation];
}
