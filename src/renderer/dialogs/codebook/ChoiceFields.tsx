import { X } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { TextField } from '../../components/TextField.tsx';
import { codebookView as say } from '../../strings/codebookView.ts';
import styles from './codebook.module.css';
import { newKey } from './variableDraft.ts';
import type { ChoiceDraft } from './variableDraft.ts';

type ChoiceFieldsProps = { choices: readonly ChoiceDraft[]; onChange: (choices: ChoiceDraft[]) => void };

/** A number that no choice has yet: one above the largest. */
function nextValue(choices: readonly ChoiceDraft[]): string {
  const used = choices.filter(({ missing }) => !missing).map(({ value }) => Number(value));
  return String(Math.max(0, ...used.filter((value) => Number.isFinite(value))) + 1);
}

/** The choices of a question, a row each: number, label, and whether it stands for a missing value. */
export function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const change = (key: number, part: Partial<ChoiceDraft>): void =>
    onChange(choices.map((choice) => (choice.key === key ? { ...choice, ...part } : choice)));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say.choices}</legend>
      {choices.map(({ key, value, label, missing }, at) => (
        <div key={key} className={styles.line}>
          <TextField
            label={say.choiceValue(at + 1)}
            hideLabel
            className={styles.number}
            value={value}
            onChange={(typed) => change(key, { value: typed })}
          />
          <TextField
            label={say.choiceLabel(at + 1)}
            hideLabel
            className={styles.grow}
            dir="auto"
            maxLength={300}
            value={label}
            onChange={(typed) => change(key, { label: typed })}
          />
          <Checkbox isSelected={missing} onChange={(isOn) => change(key, { missing: isOn })}>
            {say.choiceMissing}
          </Checkbox>
          <IconButton
            label={say.removeChoice(at + 1)}
            icon={<X />}
            onPress={() => onChange(choices.filter((choice) => choice.key !== key))}
          />
        </div>
      ))}
      <div>
        <Button
          onPress={() =>
            onChange([...choices, { key: newKey(), value: nextValue(choices), label: '', missing: false, help: '' }])
          }
        >
          {say.addChoice}
        </Button>
      </div>
    </fieldset>
  );
}
