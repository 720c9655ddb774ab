import { X } from 'lucide-react';
import { conditionTestSchema } from '../../../shared/model/variables.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Select } from '../../components/Select.tsx';
import { TextField } from '../../components/TextField.tsx';
import { codebookView as say } from '../../strings/codebookView.ts';
import styles from './codebook.module.css';
import { newKey } from './variableDraft.ts';
import type { ConditionDraft, VariableDraft } from './variableDraft.ts';

type ConditionFieldsProps = {
  draft: VariableDraft;
  others: readonly Variable[];
  onChange: (part: Partial<VariableDraft>) => void;
};

const testIds = conditionTestSchema.shape.is;
const tests = testIds.options.map((id) => ({ id, label: say.tests[id] ?? id }));

/** The rule of when a variable is asked: answers to other variables, a row each. */
export function ConditionFields({ draft, others, onChange }: ConditionFieldsProps) {
  const { conditions, match } = draft;
  const change = (key: number, part: Partial<ConditionDraft>): void =>
    onChange({ conditions: conditions.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const [first] = others;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say.showIf}</legend>
      {conditions.length > 1 && (
        <Select
          label={say.match}
          entries={[
            { id: 'all', label: say.matchAll },
            { id: 'any', label: say.matchAny },
          ]}
          selected={match}
          onSelect={(id) => onChange({ match: id === 'any' ? 'any' : 'all' })}
        />
      )}
      {conditions.map(({ key, variable, is, value }, at) => (
        <div key={key} className={styles.line}>
          <Select
            label={say.conditionVariable(at + 1)}
            entries={others.map(({ id, name }) => ({ id, label: name }))}
            selected={variable}
            onSelect={(id) => change(key, { variable: id })}
          />
          <Select
            label={say.conditionIs(at + 1)}
            entries={tests}
            selected={is}
            onSelect={(id) => change(key, { is: testIds.parse(id) })}
          />
          {is !== 'answered' && (
            <TextField
              label={say.conditionValue(at + 1)}
              hideLabel
              className={styles.grow}
              value={value}
              onChange={(typed) => change(key, { value: typed })}
            />
          )}
          <IconButton
            label={say.removeCondition(at + 1)}
            icon={<X />}
            onPress={() => onChange({ conditions: conditions.filter((one) => one.key !== key) })}
          />
        </div>
      ))}
      {first && (
        <div>
          <Button
            onPress={() =>
              onChange({ conditions: [...conditions, { key: newKey(), variable: first.id, is: 'equal', value: '' }] })
            }
          >
            {say.addCondition}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
