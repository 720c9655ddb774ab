import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 1079px)');

function subscribe(notice: () => void): () => void {
  query.addEventListener('change', notice);
  return () => query.removeEventListener('change', notice);
}

/** Whether the window has no room for three columns side by side with names in the margin of the text (less than 1080 CSS pixels). */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
