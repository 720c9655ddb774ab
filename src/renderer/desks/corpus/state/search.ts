import type { Hit, HitCursor } from '../../../../shared/api/search.ts';
import { sharedStore } from '../../../state/store.ts';

export type SearchState = {
  query: string;
  caseSensitive: boolean;
  running: boolean;
  /** The pages that were asked for so far: `next` is where they end; null: these are all. `search` numbers searches. */
  result: { search: number; query: string; total: number; hits: readonly Hit[]; next: HitCursor | null } | null;
};

/** Nothing was looked for yet. */
export const nothingSought: SearchState = { query: '', caseSensitive: false, running: false, result: null };

export const useSearch = sharedStore<SearchState>(nothingSought, 'at-once');
