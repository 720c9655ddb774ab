import type { AnswerKey, Variable } from '../../../../shared/model/variables.ts';
import type { AnswerContent, Draft } from '../state/drafts.ts';

export type AnswerFieldProps = {
  variable: Variable;
  /** What is being answered, at the time of asking: the same function for every article, so that a field that looks the same is not drawn again. */
  keyNow: () => AnswerKey;
  /** What the answer is or is about to be; null: not yet coded. */
  content: AnswerContent;
  draft: Draft | undefined;
  label: string;
  labelId: string;
  helpId: string | undefined;
  readOnly: boolean;
};
