import { useState } from 'react';
import type { Id } from '../../../../shared/model/records.ts';
import type { SegmentWindows } from './useSegmentWindows.ts';

/** The row that keys act on. It follows what becomes active in the text, as soon as that row has been read. */
export function useSegmentCursor(
  segments: SegmentWindows,
  total: number,
  activeAnnotation: Id | null,
): [number, (at: number) => void] {
  const [place, setPlace] = useState(0);
  const [followed, setFollowed] = useState<Id | null>(null);
  if (activeAnnotation !== followed) {
    const at = activeAnnotation === null ? null : segments.indexOf(activeAnnotation);
    if (at !== null) setPlace(at);
    if (at !== null || activeAnnotation === null) setFollowed(activeAnnotation);
  }
  return [Math.max(0, Math.min(place, total - 1)), setPlace];
}
