import type { ReactNode } from 'react';
import styles from './PanelHeader.module.css';

/** A panel's name in small capitals of the interface, with a remark at its end. */
export function PanelHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.note}>{children}</div>}
    </header>
  );
}
