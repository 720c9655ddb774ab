import type { Id } from '../../../../shared/model/records.ts';
import { sharedStore } from '../../../state/store.ts';

/** A correction of a text that was begun; it stays when its dialog is shut. */
export type TextDraft = { draft: { document: Id; content: string; reason: string } | null };

export const useTextDraft = sharedStore<TextDraft>({ draft: null }, 'at-once');
