import type { ReactNode } from 'react';
import { disagreements as say } from '#words/window/disagreements.ts';
import { openRow } from '../actions/measuring.ts';
import type { AgreementRow } from '../actions/measuring.ts';
import styles from './Tables.module.css';

export type OpenButtonProps = {
  row: AgreementRow;
  /** What it is called when it is read aloud. */
  name: string;
  /** Place in the table, for the arrow keys. */
  at: number;
  tabIndex: 0 | -1;
  children: ReactNode;
};

/** The head of a row of figures, which opens who said what. */
export function OpenButton({ row, name, at, tabIndex, children }: OpenButtonProps) {
  return (
    <button
      type="button"
      data-row={at}
      data-column={0}
      tabIndex={tabIndex}
      aria-label={say.open(name)}
      className={styles.open}
      onClick={() => openRow(row)}
    >
      {children}
    </button>
  );
}
