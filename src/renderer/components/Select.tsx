import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classes } from './classes.ts';
import rowStyles from './rows.module.css';
import popover from './popover.module.css';
import styles from './Select.module.css';

export type SelectEntry = { id: string; label: string; icon?: ReactNode };

export type SelectProps = {
  label: string;
  entries: readonly SelectEntry[];
  selected: string;
  onSelect: (id: string) => void;
  isDisabled?: boolean;
  /** Drawn like a field to fill in, not like a button among others. */
  isField?: boolean;
  /** As wide as its place. */
  isWide?: boolean;
  className?: string | undefined;
};

/** Chooses one of a few; the label is its accessible name and is not drawn. */
export function Select({
  label,
  entries,
  selected,
  onSelect,
  isDisabled = false,
  isField = false,
  isWide = false,
  className,
}: SelectProps) {
  return (
    <AriaSelect
      aria-label={label}
      value={selected}
      onChange={(key) => {
        if (key !== null) onSelect(String(key));
      }}
      isDisabled={isDisabled}
      className={classes(styles.select, isField && styles.field, isWide && styles.wide, className)}
    >
      <Button className={styles.button}>
        <SelectValue className={styles.value} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover offset={4} className={classes(popover.popover, styles.popover)}>
        <ListBox className={popover.list} items={entries}>
          {(entry) => (
            <ListBoxItem
              id={entry.id}
              textValue={entry.label}
              className={classes(rowStyles.row, rowStyles.entry, styles.item)}
            >
              {entry.icon}
              <span>{entry.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
