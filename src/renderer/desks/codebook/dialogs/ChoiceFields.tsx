import { CircleQuestionMark, X } from 'lucide-react';
import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { choicesOf, isNumeric, newKey } from './variableDraft.ts';
import type { ChoiceDraft, VariableDraft } from './variableDraft.ts';
import styles from '../../../parts/dialogFields.module.css';

type ChoiceFieldsProps = { draft: VariableDraft; onChange: (choices: ChoiceDraft[]) => void };

/** A number that no choice has yet: one above the largest; missing codes begin at 99. */
function nextValue(choices: readonly ChoiceDraft[], missing: boolean): string {
  const used = choices.filter((choice) => choice.missing === missing).map(({ value }) => Number(value));
  return String(Math.max(missing ? 98 : 0, ...used.filter((value) => Number.isFinite(value))) + 1);
}

/** The choices of a question, a row each. Of numbers only missing codes are listed. */
export function ChoiceFields({ draft, onChange }: ChoiceFieldsProps) {
  const { choices, level } = draft;
  const missing = isNumeric(level);
  const change = (key: number, part: Partial<ChoiceDraft>): void =>
    onChange(choices.map((choice) => (choice.key === key ? { ...choice, ...part } : choice)));
  const [added, setAdded] = useState<number | null>(null);
  const add = (): void => {
    const key = newKey();
    setAdded(key);
    onChange([...choices, { key, value: nextValue(choices, missing), label: '', missing, help: '' }]);
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.label}>{missing ? say.missingCodes : say.choices}</legend>
      {missing && <span className={styles.hint}>{say.missingHint}</span>}
      {choicesOf(draft).map((choice, at) => (
        <ChoiceRow
          key={choice.key}
          row={at + 1}
          choice={choice}
          isPlain={missing}
          isNew={choice.key === added}
          onChange={(part) => change(choice.key, part)}
          onRemove={() => onChange(choices.filter(({ key }) => key !== choice.key))}
        />
      ))}
      <div>
        <Button onPress={add}>{missing ? say.addMissing : say.addChoice}</Button>
      </div>
    </fieldset>
  );
}

type RowProps = {
  row: number;
  choice: ChoiceDraft;
  /** It is a missing code anyway. */
  isPlain: boolean;
  /** It was just added: its label is typed next. */
  isNew: boolean;
  onChange: (part: Partial<ChoiceDraft>) => void;
  onRemove: () => void;
};

/** Number, label, whether it stands for a missing value, and when to choose it, where that is explained. */
function ChoiceRow({ row, choice: { value, label, missing, help }, isPlain, isNew, onChange, onRemove }: RowProps) {
  const [isExplained, setExplained] = useState(help !== '');
  return (
    <>
      <div className={styles.line}>
        <TextField
          label={say.choiceValue(row)}
          hideLabel
          className={styles.number}
          value={value}
          onChange={(typed) => onChange({ value: typed })}
        />
        <TextField
          label={say.choiceLabel(row)}
          hideLabel
          className={styles.grow}
          dir="auto"
          maxLength={300}
          autoFocus={isNew}
          value={label}
          onChange={(typed) => onChange({ label: typed })}
        />
        {!isPlain && (
          <Checkbox isSelected={missing} onChange={(isOn) => onChange({ missing: isOn })}>
            {say.choiceMissing}
          </Checkbox>
        )}
        <IconButton
          label={say.addChoiceHelp(row)}
          icon={<CircleQuestionMark />}
          isDisabled={isExplained}
          onPress={() => setExplained(true)}
        />
        <IconButton label={say.removeChoice(row)} icon={<X />} onPress={onRemove} />
      </div>
      {isExplained && (
        <TextField
          label={say.choiceHelp(row)}
          hideLabel
          rows={2}
          className={styles.help}
          placeholder={say.choiceHelpHint}
          dir="auto"
          maxLength={5000}
          value={help}
          onChange={(typed) => onChange({ help: typed })}
          autoFocus={help === ''}
        />
      )}
    </>
  );
}
