import type { Hit, HitCursor } from '../../../../shared/api/search.ts';
import { sharedStore } from '../../../state/store.ts';

/** How a piece of text is looked for. */
export type SearchManner = { caseSensitive: boolean; wholeWords: boolean };

/** As nobody has asked for anything else: in either case, within longer words, too. */
export const plainly: SearchManner = { caseSensitive: false, wholeWords: false };

export type SearchState = SearchManner & {
  query: string;
  running: boolean;
  /** The pages that were asked for so far: `next` is where they end; null: these are all. `search` numbers searches. */
  result: SearchResult | null;
};

/** What was found, for which query and in which manner. */
export type SearchResult = SearchManner & {
  search: number;
  query: string;
  total: number;
  hits: readonly Hit[];
  next: HitCursor | null;
};

/** Nothing was looked for yet. */
export const nothingSought: SearchState = {
  query: '',
  ...plainly,
  running: false,
  result: null,
};

export const useSearch = sharedStore<SearchState>(nothingSought, 'at-once');
