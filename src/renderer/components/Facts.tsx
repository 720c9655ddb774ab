import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export type FactEntry = { label: string; value: ReactNode; title?: string };

/** Pairs of a name and a value, in two columns. */
export function Facts({ entries }: { entries: readonly FactEntry[] }) {
  return (
    <dl className={styles.facts}>
      {entries.map(({ label, value, title }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd title={title}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
