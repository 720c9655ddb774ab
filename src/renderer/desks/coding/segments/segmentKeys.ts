import type { KeyboardEvent } from 'react';
import type { Segment, SegmentSort } from '../../../../shared/api/segments.ts';
import { moveCursor } from './listCursor.ts';
import type { RowHands } from './rowHands.ts';
import { meantWith } from './segmentActs.ts';
import type { SegmentActs, SegmentSelection } from './segmentActs.ts';
import type { SegmentCursor } from './useSegmentCursor.ts';

export type SegmentKeys = {
  cursor: SegmentCursor;
  total: number;
  /** Rows in a page. */
  page: () => number;
  /** The row under the cursor, once it is read, and where it stands in the window. */
  segment: Segment | undefined;
  box: () => DOMRect | undefined;
  /** The head that keys act on; null: they act on the row under the cursor. */
  head: SegmentSort | null;
  setHead: (head: SegmentSort | null) => void;
  /** The heads that are drawn and sort. */
  heads: () => readonly SegmentSort[];
  sort: (by: SegmentSort) => void;
  acts: SegmentActs;
  selection: SegmentSelection;
  hands: RowHands;
};

/** What a key does in the heads; undefined: nothing. */
function actInHeads(key: string, keys: SegmentKeys, head: SegmentSort): (() => void) | undefined {
  const { heads, setHead, sort } = keys;
  const all = heads();
  const go = (to: number) => () => setHead(all[Math.max(0, Math.min(all.length - 1, to))] ?? head);
  const at = all.indexOf(head);
  const known: Record<string, () => void> = {
    ArrowLeft: go(at - 1),
    ArrowRight: go(at + 1),
    Home: go(0),
    End: go(all.length - 1),
    ArrowDown: () => setHead(null),
    Enter: () => sort(head),
    ' ': () => sort(head),
  };
  return known[key];
}

/** What a key does to the row under the cursor. */
function actOnRow(
  key: string,
  { cursor, segment, box, acts, selection, hands }: SegmentKeys,
): (() => void) | undefined {
  const known: Record<string, (segment: Segment) => void> = {
    Enter: () => hands.open(cursor.at),
    ' ': () => hands.toggle(cursor.at),
    Delete: ({ id }) => {
      const meant = meantWith(id, selection);
      if (!acts.canChange()) return;
      if (meant.length > 1) acts.removeMany(meant);
      else acts.remove(id);
    },
    F2: (row) => {
      const [meant, place] = [meantWith(row.id, selection), box()];
      if (place === undefined || !acts.canChange()) return;
      if (meant.length > 1) acts.changeMany(meant, place);
      else acts.change(row, place);
    },
    ContextMenu: () => {
      const place = box();
      if (place) hands.menuAt(cursor.at, { x: place.left + 24, y: place.bottom });
    },
  };
  const act = known[key];
  return act && (() => segment && act(segment));
}

function actOf(event: KeyboardEvent, keys: SegmentKeys): (() => void) | undefined {
  const { cursor, total, page, head, setHead, heads, selection, hands } = keys;
  const { key, shiftKey } = event;
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() === 'a' && !shiftKey) return selection.selectAll;
    return key === ' ' && head === null ? actOnRow(' ', keys) : undefined;
  }
  if (key === 'Escape') return selection.ids.size > 0 ? selection.clear : undefined;
  if (head !== null) return actInHeads(key, keys, head);
  if (key === 'F10') return shiftKey ? actOnRow('ContextMenu', keys) : undefined;
  if (key === 'ArrowUp' && !shiftKey && cursor.at === 0) return () => setHead(heads()[0] ?? null);
  const next = moveCursor(key, cursor.at, total, page());
  if (next !== null) return () => (shiftKey ? hands.extendTo(next) : cursor.moveTo(next));
  return actOnRow(key, keys);
}

/** The keys of the list: as in any table of which several rows may be selected, with its heads above the first row. */
export function segmentKeys(keys: SegmentKeys): (event: KeyboardEvent) => void {
  return (event) => {
    const act = actOf(event, keys);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
