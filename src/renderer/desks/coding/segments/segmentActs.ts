import type { Segment } from '../../../../shared/api/segments.ts';
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
};
