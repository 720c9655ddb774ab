import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';

/**
 * For what may come a moment after what stands around it, when a part of the window is first drawn. Until then an element
 * with `data-waiting` stands in its place.
 */
export function useLater(): (content: ReactNode) => ReactNode {
  const isDue = useDeferredValue(true, false);
  return (content) => (isDue ? content : <span hidden data-waiting />);
}
