import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import { classes } from './classes.ts';
import rowStyles from './rows.module.css';
import popover from './popover.module.css';
import styles from './Menu.module.css';

export type MenuAct = {
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string | undefined;
  isDisabled?: boolean;
  isDanger?: boolean;
  /** One of several settings: whether it is the one in force. Absent: not a setting. */
  isChecked?: boolean;
  run: () => void;
};

/** What a menu lists; `null` draws a line. */
export type MenuEntry = MenuAct | null;

/** The list alone, for a popover of one's own. `label`: its name, where no button that opens it has one. */
export function MenuList({ label, entries }: { label?: string; entries: () => readonly MenuEntry[] }) {
  return (
    <AriaMenu {...(label !== undefined && { 'aria-label': label })} className={popover.list} autoFocus="first">
      {entries().map((entry, index) =>
        entry === null ? (
          <Separator key={`line-${index}`} className={styles.line} />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            {...(entry.isChecked === true ? { 'aria-label': `${entry.label} ✓` } : {})}
            isDisabled={entry.isDisabled ?? false}
            onAction={entry.run}
            className={classes(rowStyles.row, rowStyles.entry, styles.item, entry.isDanger === true && styles.danger)}
          >
            {entry.isChecked !== undefined && (
              <span className={styles.icon} data-checked={entry.isChecked}>
                <Check aria-hidden="true" />
              </span>
            )}
            {entry.icon !== undefined && <span className={styles.icon}>{entry.icon}</span>}
            <span className={styles.label}>{entry.label}</span>
            {entry.keys !== undefined && <Kbd keys={entry.keys} />}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}

export type MenuProps = {
  /** The button that opens the menu, which bears its name. */
  trigger: ReactElement;
  /** Asked for when the menu opens, so that it shows what can be done then. */
  entries: () => readonly MenuEntry[];
  placement?: 'bottom start' | 'bottom end' | 'right bottom' | 'top end';
};

export function Menu({ trigger, entries, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={classes(popover.popover, styles.popover)}>
        <MenuList entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}
