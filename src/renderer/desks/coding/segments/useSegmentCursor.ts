import { useState } from 'react';
import type { Id } from '../../../../shared/model/records.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';

export type SegmentCursor = {
  /** The row that keys act on. */
  at: number;
  /** Where a selection of several rows begins. */
  anchor: number;
  moveTo: (at: number) => void;
  /** Moves and leaves the anchor where it is. */
  reachTo: (at: number) => void;
};

/** The cursor follows what becomes active in the text, as soon as that row has been read. */
export function useSegmentCursor(segments: SegmentWindows, total: number, activeAnnotation: Id | null): SegmentCursor {
  const [{ place, anchor }, put] = useState({ place: 0, anchor: 0 });
  const [followed, setFollowed] = useState<Id | null>(null);
  if (activeAnnotation !== followed) {
    const at = activeAnnotation === null ? null : segments.indexOf(activeAnnotation);
    if (at !== null) put({ place: at, anchor: at });
    if (at !== null || activeAnnotation === null) setFollowed(activeAnnotation);
  }
  const within = (at: number): number => Math.max(0, Math.min(at, total - 1));
  return {
    at: within(place),
    anchor: within(anchor),
    moveTo: (at) => put({ place: at, anchor: at }),
    reachTo: (at) => put((before) => ({ ...before, place: at })),
  };
}
