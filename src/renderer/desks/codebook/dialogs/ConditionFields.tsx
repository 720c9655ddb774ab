import { X } from 'lucide-react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { conditionTestSchema } from '../../../../shared/model/variables.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { NameField } from '../../../components/NameField.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useRecords } from '../../../state/records.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';
import { hasChoices, newCondition, testsOf } from './variableDraft.ts';
import type { ConditionDraft, VariableDraft } from './variableDraft.ts';
import styles from '../../../parts/dialogFields.module.css';

type ConditionFieldsProps = {
  draft: VariableDraft;
  others: readonly Variable[];
  onChange: (part: Partial<VariableDraft>) => void;
};

/** The rule of when a variable is asked: answers to other variables, a row each. */
export function ConditionFields({ draft, others, onChange }: ConditionFieldsProps) {
  const { conditions, match } = draft;
  const [first] = others;
  const change = (key: number, part: Partial<ConditionDraft>): void =>
    onChange({ conditions: conditions.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.label}>{say.showIf}</legend>
      {conditions.length > 1 && (
        <div>
          <Select
            label={say.match}
            isField
            entries={[
              { id: 'all', label: say.matchAll },
              { id: 'any', label: say.matchAny },
            ]}
            selected={match}
            onSelect={(id) => onChange({ match: id === 'any' ? 'any' : 'all' })}
          />
        </div>
      )}
      {conditions.map((condition, at) => (
        <div key={condition.key} className={styles.condition}>
          <ConditionRow
            row={at + 1}
            condition={condition}
            others={others}
            onChange={(part) => change(condition.key, part)}
          />
          <IconButton
            label={say.removeCondition(at + 1)}
            icon={<X />}
            onPress={() => onChange({ conditions: conditions.filter(({ key }) => key !== condition.key) })}
          />
        </div>
      ))}
      {first && (
        <div>
          <Button onPress={() => onChange({ conditions: [...conditions, newCondition(first)] })}>
            {say.addCondition}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type RowProps = {
  row: number;
  condition: ConditionDraft;
  others: readonly Variable[];
  onChange: (part: Partial<ConditionDraft>) => void;
};

function ConditionRow({ row, condition, others, onChange }: RowProps) {
  const { variable, is } = condition;
  const asked = others.find(({ id }) => id === variable);
  const offered = asked ? testsOf(asked.level) : [];
  const tests = offered.includes(is) ? offered : [...offered, is];
  return (
    <>
      <Select
        label={say.conditionVariable(row)}
        isField
        entries={others.map(({ id, name, scope }) => ({ id, label: scope === 'fact' ? say.fact(name) : name }))}
        selected={variable}
        onSelect={(id) => {
          const next = others.find((other) => other.id === id);
          if (next) onChange({ ...newCondition(next), key: condition.key });
        }}
      />
      <Select
        label={say.conditionIs(row)}
        isField
        entries={tests.map((id) => ({ id, label: say.tests[id] ?? id }))}
        selected={is}
        onSelect={(id) => onChange({ is: conditionTestSchema.shape.is.parse(id) })}
      />
      {is !== 'answered' && <ConditionValue row={row} condition={condition} asked={asked} onChange={onChange} />}
    </>
  );
}

type ValueProps = Omit<RowProps, 'others'> & { asked: Variable | undefined };

/** What the answer is compared with: one of its choices, a name, or what is typed. */
function ConditionValue({ row, condition: { value }, asked, onChange }: ValueProps) {
  const entities = useRecords((state) => state.entities);
  const label = say.conditionValue(row);
  const choose = (chosen: string): void => onChange({ value: chosen });
  if (asked && hasChoices(asked.level) && asked.choices.length > 0) {
    return <ChoiceSelect label={label} choices={asked.choices} selected={value} onSelect={choose} />;
  }
  if (asked?.level === 'entity') {
    return (
      <NameField
        label={label}
        hideLabel
        openLabel={say.showNames}
        entries={[...entities.values()].filter(({ list }) => list === asked.entityList)}
        selected={value}
        onSelect={choose}
        className={styles.grow}
      />
    );
  }
  return <TextField label={label} hideLabel className={styles.grow} value={value} onChange={choose} />;
}
