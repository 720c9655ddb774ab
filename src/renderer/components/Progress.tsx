import { ProgressBar } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Progress.module.css';

export type ProgressProps = { label: string; done: number; /** 0: not known yet. */ total: number };

/** A bar for work that is under way; without a total it only says that something moves. */
export function Progress({ label, done, total }: ProgressProps) {
  const isKnown = total > 0;
  return (
    <ProgressBar
      aria-label={label}
      value={isKnown ? Math.min(done, total) : 0}
      maxValue={isKnown ? total : 1}
      isIndeterminate={!isKnown}
      className={styles.bar}
    >
      {({ percentage }) => (
        <span
          className={classes(styles.fill, !isKnown && styles.unknown)}
          style={isKnown ? { width: `${percentage ?? 0}%` } : undefined}
        />
      )}
    </ProgressBar>
  );
}
