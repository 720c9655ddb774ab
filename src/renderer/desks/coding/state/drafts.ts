import type { AnswerKey, AnswerState, AnswerValue } from '../../../../shared/model/variables.ts';
import { sharedStore } from '../../../state/store.ts';
import { keyOf } from './form.ts';

/** What an answer is to become; null: not yet coded again. */
export type AnswerContent = { state: AnswerState; value: AnswerValue | null } | null;

/** An answer that was given in the form and is not on the disk yet. It carries the article it was given for. */
export type Draft = {
  key: AnswerKey;
  /** The letters in a text field; null for other controls. */
  typed: string | null;
  /** Undefined: what was typed is no value. */
  content: AnswerContent | undefined;
  /** Why it was refused; null while it was not. */
  error: string | null;
  /** It is on the disk, and stands here only so that the letters do not move under the hand that types them. */
  isSaved: boolean;
};

/**
 * Drafts by question, article included: the form of another article has no way to show or save one of them. They are
 * kept outside of the form, so that leaving it loses nothing.
 */
export const useDrafts = sharedStore<{ drafts: ReadonlyMap<string, Draft> }>({ drafts: new Map() }, 'at-once');

export function putDraft(draft: Draft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(keyOf(draft.key), draft) }));
}

/** Forgets a draft, unless a newer one stands in its place. */
export function dropDraft(draft: Draft): void {
  useDrafts.setState(({ drafts }) => {
    if (drafts.get(keyOf(draft.key)) !== draft) return { drafts };
    const left = new Map(drafts);
    left.delete(keyOf(draft.key));
    return { drafts: left };
  });
}
