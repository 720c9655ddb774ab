import type { Id } from '../../../../shared/model/records.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { EntityField } from './EntityField.tsx';
import { TypedField } from './TypedField.tsx';
import type { AnswerFieldProps } from './answerFieldProps.ts';

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
