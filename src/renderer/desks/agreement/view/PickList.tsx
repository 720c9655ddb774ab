import { Check } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Id } from '../../../../shared/model/records.ts';
import { classes } from '../../../components/classes.ts';
import tick from '../../../components/tick.module.css';
import rowStyles from '../../../components/rows.module.css';
import styles from './PickList.module.css';

export type PickListProps = {
  label: string;
  entries: readonly { id: Id; label: string }[];
  chosen: readonly Id[];
  onChange: (chosen: Id[]) => void;
};

/** Several of a list: arrows move, Space or a click ticks, letters jump. */
export function PickList({ label, entries, chosen, onChange }: PickListProps) {
  return (
    <ListBox
      aria-label={label}
      items={entries}
      selectionMode="multiple"
      // Escape would take all ticks back.
      escapeKeyBehavior="none"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(entries.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))}
      className={styles.list}
    >
      {(entry) => (
        <ListBoxItem id={entry.id} textValue={entry.label} className={classes(rowStyles.row, styles.item)}>
          <span aria-hidden="true" className={classes(tick.box, styles.box)}>
            <Check />
          </span>
          <bdi className={styles.name} title={entry.label}>
            {entry.label}
          </bdi>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
