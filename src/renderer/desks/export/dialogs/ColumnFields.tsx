import { exportTable as say } from '#words/window/exportTable.ts';
import { codeMeasureSchema } from '../../../../shared/model/dataTable.ts';
import type { TableColumns } from '../../../../shared/model/dataTable.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Labelled } from './Labelled.tsx';
import { isCodingUnit } from './draft.ts';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

/** Which columns the table of one kind of rows has; what that kind has no columns for is not asked. */
export function ColumnFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { columns, unit } = draft;
  const change = (part: Partial<TableColumns>): void => onChange({ ...draft, columns: { ...columns, ...part } });
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.caption}>{say.columns}</legend>
      <Checkbox isSelected={columns.facts} onChange={(facts) => change({ facts })}>
        {say.facts}
      </Checkbox>
      <Checkbox isSelected={columns.answers} onChange={(answers) => change({ answers })}>
        {say.answers}
      </Checkbox>
      {unit !== 'document' && (
        <Checkbox isSelected={columns.text} onChange={(text) => change({ text })}>
          {say.text}
        </Checkbox>
      )}
      {!isCodingUnit(unit) && (
        <Labelled
          label={say.measure}
          entries={codeMeasureSchema.options.map((id) => ({ id, label: say.measures[id] }))}
          selected={columns.codes}
          onSelect={(id) => change({ codes: codeMeasureSchema.parse(id) })}
        />
      )}
      {!isCodingUnit(unit) && columns.codes !== 'none' && (
        <Checkbox isSelected={columns.rollUp} onChange={(rollUp) => change({ rollUp })}>
          {say.rollUp}
        </Checkbox>
      )}
    </fieldset>
  );
}
