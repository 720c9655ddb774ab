import type { Id } from '../../shared/model/records.ts';
import { sharedStore } from './store.ts';

/** Which passages the list of segments holds; null: all. */
export type SegmentFilter = { scope: 'document' | 'project'; code: Id | null; coder: Id | null };

export const ofThisDocument: SegmentFilter = { scope: 'document', code: null, coder: null };

export const useSegmentFilter = sharedStore<SegmentFilter>(ofThisDocument, 'at-once');
