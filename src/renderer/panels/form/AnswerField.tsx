import type { AnswerKey, Variable } from '../../../shared/model/variables.ts';
import type { AnswerContent, Draft } from '../../state/drafts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { EntityField } from './EntityField.tsx';
import { TypedField } from './TypedField.tsx';

export type AnswerFieldProps = {
  variable: Variable;
  answerKey: AnswerKey;
  /** What the answer is or is about to be; null: not yet coded. */
  content: AnswerContent;
  draft: Draft | undefined;
  label: string;
  labelId: string;
  helpId: string | undefined;
  readOnly: boolean;
};

/** The control that fits the variable's level. */
export function AnswerField(props: AnswerFieldProps) {
  switch (props.variable.level) {
    case 'nominal':
    case 'ordinal':
    case 'multiple':
      return <ChoiceField {...props} />;
    case 'entity':
      return <EntityField {...props} />;
    case 'interval':
    case 'ratio':
    case 'text':
    case 'date':
      return <TypedField {...props} />;
  }
}
