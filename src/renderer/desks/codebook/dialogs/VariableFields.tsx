import { codebookStrings as say } from '#words/window/codebook.ts';
import { levelSchema } from '../../../../shared/model/variables.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { FallbackField } from './FallbackField.tsx';
import { hasChoices, isNumeric } from './variableDraft.ts';
import type { VariableDraft } from './variableDraft.ts';
import styles from '../../../parts/dialogFields.module.css';

type VariableFieldsProps = {
  draft: VariableDraft;
  /** Variables that a condition can be about. */
  others: readonly Variable[];
  onChange: (part: Partial<VariableDraft>) => void;
};

const levels = levelSchema.options.map((id) => ({ id, label: say.levels[id] ?? id }));

/** Everything that a variable says; of fields that only some levels have, those of the chosen one. */
export function VariableFields({ draft, others, onChange }: VariableFieldsProps) {
  const { level } = draft;
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={say.name}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={300}
          autoFocus
        />
        <div className={styles.field}>
          <span className={styles.label}>{say.level}</span>
          <Select
            label={say.level}
            isField
            entries={levels}
            selected={level}
            onSelect={(id) => onChange({ level: levelSchema.parse(id), fallback: '' })}
          />
        </div>
      </div>
      <TextField
        label={say.question}
        placeholder={say.questionHint}
        value={draft.label}
        onChange={(label) => onChange({ label })}
        maxLength={2000}
        dir="auto"
      />
      <TextField
        label={say.help}
        rows={2}
        value={draft.help}
        onChange={(help) => onChange({ help })}
        maxLength={20_000}
        dir="auto"
      />
      {(hasChoices(level) || isNumeric(level)) && (
        <ChoiceFields draft={draft} onChange={(choices) => onChange({ choices })} />
      )}
      {isNumeric(level) && (
        <div className={styles.pair}>
          <TextField label={say.minimum} value={draft.minimum} onChange={(minimum) => onChange({ minimum })} />
          <TextField label={say.maximum} value={draft.maximum} onChange={(maximum) => onChange({ maximum })} />
        </div>
      )}
      {level === 'entity' && (
        <TextField
          label={say.entityList}
          placeholder={draft.name}
          note={say.entityListNote}
          value={draft.entityList}
          onChange={(entityList) => onChange({ entityList })}
          maxLength={300}
        />
      )}
      <Checkbox isSelected={draft.required} note={say.requiredNote} onChange={(required) => onChange({ required })}>
        {say.required}
      </Checkbox>
      <FallbackField draft={draft} onChange={onChange} />
      {others.length > 0 && <ConditionFields draft={draft} others={others} onChange={onChange} />}
    </>
  );
}
