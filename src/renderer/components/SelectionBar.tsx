import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './SelectionBar.module.css';

export type SelectionBarProps = {
  /** What the bar is for. */
  label: string;
  /** How many are selected, in words. Absent: that stands beside it, in a bar of which this is the end. */
  count?: string;
  clearLabel: string;
  onClear: () => void;
  /** What can be done with all of them. */
  children: ReactNode;
};

/** What can be done with all that are selected in a list, on one line. How many they are is spoken by whoever shows it. */
export function SelectionBar({ label, count, clearLabel, onClear, children }: SelectionBarProps) {
  return (
    <div role="toolbar" aria-label={label} data-whole={count !== undefined || undefined} className={styles.selection}>
      {count !== undefined && (
        <span aria-hidden="true" className={styles.selected}>
          {count}
        </span>
      )}
      {children}
      <IconButton label={clearLabel} keys="Escape" icon={<X />} onPress={onClear} />
    </div>
  );
}
