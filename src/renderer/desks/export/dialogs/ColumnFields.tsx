import { exportTable as say } from '#words/window/exportTable.ts';
import { codeMeasureSchema } from '../../../../shared/model/dataTable.ts';
import type { TableColumns } from '../../../../shared/model/dataTable.ts';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { Labelled } from './Labelled.tsx';
import { isCodingUnit } from './draft.ts';
import type { Draft } from './draft.ts';
import styles from './export.module.css';

/** Which columns the table has. */
export function ColumnFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { columns, unit } = draft;
  const isUsual = unit === 'both';
  const change = (part: Partial<TableColumns>): void => onChange({ ...draft, columns: { ...columns, ...part } });
  const hasCodes = !isCodingUnit(unit);
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.caption}>{say.columns}</legend>
      <Checkbox isSelected={columns.facts} onChange={(facts) => change({ facts })} isDisabled={isUsual}>
        {say.facts}
      </Checkbox>
      <Checkbox isSelected={columns.answers} onChange={(answers) => change({ answers })} isDisabled={isUsual}>
        {say.answers}
      </Checkbox>
      <Checkbox
        isSelected={columns.text}
        onChange={(text) => change({ text })}
        isDisabled={isUsual || unit === 'document'}
      >
        {say.text}
      </Checkbox>
      <Labelled
        label={say.measure}
        entries={codeMeasureSchema.options.map((id) => ({ id, label: say.measures[id] }))}
        selected={columns.codes}
        onSelect={(id) => change({ codes: codeMeasureSchema.parse(id) })}
        isDisabled={!hasCodes}
      />
      <Checkbox
        isSelected={columns.rollUp}
        onChange={(rollUp) => change({ rollUp })}
        isDisabled={!hasCodes || columns.codes === 'none'}
      >
        {say.rollUp}
      </Checkbox>
    </fieldset>
  );
}
