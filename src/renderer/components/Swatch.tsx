import { classes } from './classes.ts';
import styles from './Swatch.module.css';

export type SwatchProps = { hue: number; pattern: 'plain' | 'striped'; className?: string | undefined };

/** A code's mark: its hue, and its pattern for those who do not see the hue. Says nothing to a screen reader. */
export function Swatch({ hue, pattern, className }: SwatchProps) {
  return (
    <span
      aria-hidden="true"
      data-pattern={pattern}
      className={classes(styles.swatch, className)}
      style={{ color: `var(--hue-${hue})` }}
    />
  );
}

/** The place of a mark, for a code that is still being made. */
export function NoSwatch() {
  return <span aria-hidden="true" className={styles.none} />;
}
