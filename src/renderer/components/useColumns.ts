import { useSyncExternalStore } from 'react';

function follow(media: string): () => boolean {
  const query = window.matchMedia(media);
  const subscribe = (notice: () => void): (() => void) => {
    query.addEventListener('change', notice);
    return () => query.removeEventListener('change', notice);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
}

const useNarrow = follow('(max-width: 1079px)');
const useNarrowest = follow('(max-width: 719px)');

/**
 * For how many columns the window has room: three side by side with names in the margin of the text, the text (or the documents) and the
 * codes (less than 1080 CSS pixels), or one (less than 720).
 */
export function useColumns(): 1 | 2 | 3 {
  const [isNarrow, isNarrowest] = [useNarrow(), useNarrowest()];
  return isNarrowest ? 1 : isNarrow ? 2 : 3;
}

/** Whether the window is so low (less than 800 CSS pixels) that the drawer must leave most of it to the text. */
export const useLow = follow('(max-height: 799px)');
