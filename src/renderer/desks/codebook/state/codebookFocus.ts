import type { Id } from '../../../../shared/model/records.ts';
import { sharedStore } from '../../../state/store.ts';

/** Where one is in the codebook view. */
export type CodebookFocus = {
  /** The code that is chosen. */
  code: Id | null;
  /** The coding or answer in the list of work to check that had the focus last. */
  staleRow: Id | null;
};

export const useCodebookFocus = sharedStore<CodebookFocus>({ code: null, staleRow: null }, 'at-once');
