import { sharedStore } from '../../../state/store.ts';

/** Names of relations given to links in this sitting, last first. */
export type RecentRelations = { names: readonly string[] };

export const useRecentRelations = sharedStore<RecentRelations>({ names: [] }, 'at-once');
