import type { Missing } from '../../../../shared/api/progress.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerKey } from '../../../../shared/model/variables.ts';
import { sharedStore } from '../../../state/store.ts';

/** Questions that must be answered before the article can be done, as the program listed them when that was asked for. */
export type MissingAnswers = { document: Id; rows: readonly Missing[] };

/** Where one is in the article form. */
export type FormFocus = {
  /** The question that had the focus last. */
  question: AnswerKey | null;
  missing: MissingAnswers | null;
};

export const useFormFocus = sharedStore<FormFocus>({ question: null, missing: null }, 'at-once');
