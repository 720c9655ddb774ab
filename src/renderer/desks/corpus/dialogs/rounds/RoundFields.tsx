import { roundStrings as say } from '#words/window/rounds.ts';
import { roundSchema } from '../../../../../shared/model/variables.ts';
import { Select } from '../../../../components/Select.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import type { RoundFields as Fields } from '../../actions/rounds.ts';
import styles from '../../../../parts/dialogFields.module.css';

const { kind: kindSchema, mode: modeSchema } = roundSchema.shape;

export const newRound: Fields = { name: '', kind: 'main', mode: 'blind', note: '' };

/** Name, kind, mode and note of a round. */
export function RoundFields({ value, onChange }: { value: Fields; onChange: (value: Fields) => void }) {
  return (
    <>
      <TextField
        label={say.name}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={300}
        dir="auto"
        autoFocus
      />
      <div className={styles.field}>
        <span className={styles.label}>{say.kind}</span>
        <Select
          isField
          label={say.kind}
          entries={kindSchema.options.map((id) => ({ id, label: say.kinds[id] }))}
          selected={value.kind}
          onSelect={(id) => onChange({ ...value, kind: kindSchema.parse(id) })}
        />
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{say.mode}</span>
        <Select
          isField
          label={say.mode}
          entries={modeSchema.options.map((id) => ({ id, label: say.modes[id] }))}
          selected={value.mode}
          onSelect={(id) => onChange({ ...value, mode: modeSchema.parse(id) })}
        />
      </div>
      <TextField
        label={say.note}
        placeholder={say.notePlaceholder}
        value={value.note}
        onChange={(note) => onChange({ ...value, note })}
        rows={3}
        maxLength={5000}
        dir="auto"
      />
    </>
  );
}
