import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Tabs.module.css';

export type TabEntry = {
  id: string;
  label: string;
  /** A small remark beside the label, such as a number; what draws nothing is none. */
  note?: ReactNode;
  content: ReactNode;
};

export type TabsProps = {
  /** The accessible name of the row of tabs. */
  label: string;
  entries: readonly TabEntry[];
  selected: string;
  onSelect: (id: string) => void;
  /** What stands at the end of the row of tabs. */
  aside?: ReactNode;
  /** `sheet`: the open tab looks like a page of the panel; `plain`: a quiet row of words. */
  variant?: 'sheet' | 'plain';
  className?: string | undefined;
};

export function Tabs({ label, entries, selected, onSelect, aside, variant = 'sheet', className }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      className={classes(styles.tabs, styles[variant], className)}
    >
      <div className={styles.bar}>
        <TabList aria-label={label} className={styles.list}>
          {entries.map((entry) => (
            <Tab key={entry.id} id={entry.id} className={styles.tab}>
              {entry.label}
              {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
            </Tab>
          ))}
        </TabList>
        {aside}
      </div>
      {entries.map((entry) => (
        <TabPanel key={entry.id} id={entry.id} className={styles.panel}>
          {entry.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
