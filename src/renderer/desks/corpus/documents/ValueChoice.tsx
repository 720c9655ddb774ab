import { useEffect, useState } from 'react';
import { roundStrings as say } from '#words/window/rounds.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { AnswerValue, Entity, Variable } from '../../../../shared/model/variables.ts';
import { typedNumber } from '../../../../shared/text/numbers.ts';
import { Select } from '../../../components/Select.tsx';
import type { SelectEntry } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { variableText } from './conditions.ts';

export type ValueChoiceProps = {
  variable: Variable;
  entities: ReadonlyMap<Id, Entity>;
  value: AnswerValue | null;
  onChange: (value: AnswerValue | null) => void;
};

const none: SelectEntry = { id: 'none', label: say.noAnswer };

/** Chooses the value that a question or fact must have: from its choices, from its list, or typed. */
export function ValueChoice(props: ValueChoiceProps) {
  const { variable, entities, value, onChange } = props;
  const isFact = variable.scope === 'fact';
  const isChoice = variable.level === 'nominal' || variable.level === 'ordinal' || variable.level === 'multiple';
  if (!isFact && isChoice) {
    return (
      <Select
        isField
        label={say.valueOf(variableText(variable))}
        entries={[none, ...variable.choices.map((choice) => ({ id: String(choice.value), label: choice.label }))]}
        selected={value === null ? 'none' : String(value)}
        onSelect={(id) => onChange(id === 'none' ? null : Number(id))}
      />
    );
  }
  if (!isFact && variable.level === 'entity') {
    const list = [...entities.values()].filter((entity) => entity.list === variable.entityList);
    return (
      <Select
        isField
        label={say.valueOf(variableText(variable))}
        entries={[none, ...list.map(({ id, name }) => ({ id, label: name }))]}
        selected={typeof value === 'string' ? value : 'none'}
        onSelect={(id) => onChange(id === 'none' ? null : id)}
      />
    );
  }
  return <TypedValue {...props} isNumber={!isFact && (variable.level === 'interval' || variable.level === 'ratio')} />;
}

/** Filters while typing, with a pause. */
function TypedValue({ variable, value, onChange, isNumber }: ValueChoiceProps & { isNumber: boolean }) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const typed = text.trim();
  const read = isNumber ? typedNumber(typed) : typed;
  const isFaulty = typed !== '' && read === undefined;
  const next = typed === '' ? null : (read ?? null);
  useEffect(() => {
    if (isFaulty || next === value) return;
    const timer = setTimeout(() => onChange(next), 200);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      label={say.valueOf(variableText(variable))}
      hideLabel
      placeholder={say.noAnswer}
      value={text}
      onChange={setText}
      error={isFaulty ? say.numberNeeded : undefined}
      maxLength={1000}
      dir="auto"
    />
  );
}
