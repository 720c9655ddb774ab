import type { marked } from '#words/window/markedDisagreements.ts';
import type { Arguments, Result } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { sharedStore } from '../../../state/store.ts';

/** A place of which something was said. */
export type MarkedPlace = Result<'disagreements.list'>['rows'][number];

/** Which marked disagreements are listed. */
export type MarkedFilter = keyof typeof marked.filters;

/** The list of marked disagreements, and where in it one is. */
export type Marked = {
  filter: MarkedFilter;
  /** How many are shown at most. */
  limit: number;
  /** The one that was opened last. */
  at: Id | null;
};

export const firstMarked: Marked = { filter: 'all', limit: 50, at: null };

export const useMarked = sharedStore<Marked>(firstMarked, 'at-once');

/** What a filter asks of the program. */
export function markedQuery(filter: MarkedFilter): Arguments<'disagreements.list'> {
  switch (filter) {
    case 'all':
      return {};
    case 'open':
      return { resolved: false };
    case 'settled':
      return { resolved: true };
    case 'discussed':
      return { discussed: true };
    case 'unclear-rule':
    case 'slip':
      return { mark: filter };
  }
}
