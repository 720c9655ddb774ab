import { useId } from 'react';
import type { ReactNode } from 'react';
import type { MatrixKeys } from './useMatrixKeys.ts';
import styles from './Tables.module.css';

export type TableFrameProps = {
  title: string;
  aside?: ReactNode;
  /** Arrow keys that go from row to row. */
  keys?: MatrixKeys;
  children: ReactNode;
};

/** A table under its title; one that is wider than the window scrolls by itself. */
export function TableFrame({ title, aside, keys, children }: TableFrameProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {/* A box that scrolls takes the focus, so that arrow keys can scroll it. */}
      <div tabIndex={0} role="group" aria-labelledby={id} className={styles.scroll}>
        <table
          aria-labelledby={id}
          className={styles.table}
          {...(keys && { onKeyDown: keys.onKeyDown, onFocus: keys.onFocus })}
        >
          {children}
        </table>
      </div>
    </section>
  );
}
