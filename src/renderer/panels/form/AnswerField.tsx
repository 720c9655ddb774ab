import type { Id } from '../../../shared/model/records.ts';
import type { AnswerKey, Variable } from '../../../shared/model/variables.ts';
import type { AnswerContent, Draft } from '../../state/drafts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { EntityField } from './EntityField.tsx';
import { TypedField } from './TypedField.tsx';

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

/** The control that fits the variable's level. One that letters are typed into is made anew for each article. */
export function AnswerField({ document, ...props }: AnswerFieldProps & { document: Id }) {
  switch (props.variable.level) {
    case 'nominal':
    case 'ordinal':
    case 'multiple':
      return <ChoiceField {...props} />;
    case 'entity':
      return <EntityField key={document} {...props} />;
    case 'interval':
    case 'ratio':
    case 'text':
    case 'date':
      return <TypedField key={document} {...props} />;
  }
}
