import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './EmptyState.module.css';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What to do now, in a sentence or two. */
  children?: ReactNode;
  actions?: ReactNode;
  /** In a narrow panel. */
  isSmall?: boolean;
};

export function EmptyState({ icon, title, children, actions, isSmall = false }: EmptyStateProps) {
  return (
    <div className={classes(styles.state, isSmall && styles.small)}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
