import type { Segment, SegmentSort } from '../../../../shared/api/segments.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { OpenedMenu } from './SegmentMenu.tsx';
import { meantWith } from './segmentActs.ts';
import type { SegmentActs, SegmentSelection } from './segmentActs.ts';
import type { SegmentCursor } from './useSegmentCursor.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';

type List = {
  segments: SegmentWindows;
  selection: SegmentSelection;
  acts: SegmentActs;
  activeAnnotation: Id | null;
  cursor: SegmentCursor;
  setHead: (head: SegmentSort | null) => void;
  setMenu: (menu: OpenedMenu) => void;
};

/** What keys and the pointer do to the rows of the list, told by their places. */
export type RowHands = {
  open: (at: number) => void;
  /** Selects from the row where the cursor was put last to this one. */
  extendTo: (at: number) => void;
  /** Adds a row to the selected ones, or takes it out. */
  toggle: (at: number) => void;
  click: (at: number, keys: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => void;
  menuAt: (at: number, point: OpenedMenu['at']) => void;
};

/** A longer range is asked for at once, read or not. */
const mostByHand = 1000;

/** The codings from one row to another, if all have been read. */
function readBetween({ row }: SegmentWindows, from: number, to: number): Id[] | null {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  if (last - first >= mostByHand) return null;
  const ids = Array.from({ length: last - first + 1 }, (_, at) => row(first + at)?.id);
  return ids.every((id) => id !== undefined) ? ids : null;
}

export function rowHands({ segments, selection, acts, activeAnnotation, cursor, setHead, setMenu }: List): RowHands {
  const go = (at: number, act: (segment: Segment) => void): void => {
    const segment = segments.row(at);
    setHead(null);
    cursor.moveTo(at);
    if (segment) act(segment);
  };
  const open = (at: number): void => go(at, acts.open);
  const toggle = (at: number): void => {
    // The coding that was shown last looks selected while none is, and counts so where the cursor is on it.
    const shown = segments.row(cursor.at)?.id ?? null;
    go(at, ({ id }) => selection.toggle(id, shown === activeAnnotation ? shown : null));
  };
  const extendTo = (at: number): void => {
    setHead(null);
    cursor.reachTo(at);
    const ids = readBetween(segments, cursor.anchor, at);
    if (ids) selection.select(ids);
    else selection.selectRange(cursor.anchor, at);
  };
  return {
    open,
    toggle,
    extendTo,
    click: (at, { shiftKey, ctrlKey, metaKey }) => {
      if (shiftKey) extendTo(at);
      else if (ctrlKey || metaKey) toggle(at);
      else {
        selection.clear();
        open(at);
      }
    },
    menuAt: (at, point) =>
      go(at, (segment) => setMenu({ segment, at: point, meant: meantWith(segment.id, selection) })),
  };
}
