import { exportTable as say } from '#words/window/exportTable.ts';
import { coderModeSchema, tableUnitSchema } from '../../../../shared/model/dataTable.ts';
import { useBlindRound } from '../../../state/blindness.ts';
import { Labelled } from './Labelled.tsx';
import { withUnit } from './draft.ts';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

/** What a row is, and how coders stand in it. */
export function RowFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const units = ['both', ...tableUnitSchema.options] as const;
  const isBlind = useBlindRound() !== null;
  const modes = coderModeSchema.options.filter((mode) => mode !== 'agreed' || mode === draft.coders || !isBlind);
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.caption}>{say.rows}</legend>
      <Labelled
        label={say.unit}
        entries={units.map((id) => ({ id, label: say.units[id] }))}
        selected={draft.unit}
        onSelect={(id) => onChange(withUnit(draft, units.find((unit) => unit === id) ?? 'both'))}
      />
      {draft.unit === 'both' ? (
        <p className={styles.note}>{say.usualNote}</p>
      ) : (
        <Labelled
          label={say.coders}
          entries={modes.map((id) => ({ id, label: say.coderModes[id] }))}
          selected={draft.coders}
          onSelect={(id) => onChange({ ...draft, coders: coderModeSchema.parse(id) })}
        />
      )}
    </fieldset>
  );
}
