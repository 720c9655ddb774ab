import { sharedStore } from './store.ts';

/** What screen readers were told last, and which time that was. */
export const useAnnounced = sharedStore<{ words: string; turn: number }>({ words: '', turn: 0 }, 'at-once');

/** Tells screen readers of something that shows on screen by itself: what was done, and to what. */
export function announce(words: string): void {
  useAnnounced.setState(({ turn }) => ({ words, turn: turn + 1 }));
}
