import { useEffect } from 'react';
import { formStrings as say } from '#words/window/form.ts';
import type { Missing } from '../../../../shared/api/progress.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { OpenDocument } from '../../../state/records.ts';
import { goToMissing } from '../actions/form.ts';
import { useFormFocus } from '../state/formFocus.ts';
import styles from './MissingList.module.css';

export type MissingListProps = { document: Id; rows: readonly Missing[]; open: OpenDocument; coder: Id | null };

/** What kept the article from being done, while it is missing still. Each line leads to its question. */
export function MissingList({ document, rows, open, coder }: MissingListProps) {
  const answers = [...open.answers.values()].filter((answer) => answer.coder === coder);
  const left = rows.filter(
    ({ variable, annotation }) =>
      (annotation === null || open.annotations.has(annotation)) &&
      !answers.some((answer) => answer.variable === variable && answer.annotation === annotation),
  );
  const isDone = left.length === 0;
  useEffect(() => {
    if (isDone) useFormFocus.setState({ missing: null });
  }, [isDone]);
  if (isDone) return null;
  return (
    <section className={styles.missing} aria-label={say.missing(left.length)} data-missing-list>
      <h3 role="alert">{say.missing(left.length)}</h3>
      <ul>
        {left.map((row) => (
          <li key={`${row.variable} ${row.annotation ?? ''}`}>
            <button type="button" onClick={() => goToMissing(document, row)}>
              {row.annotation === null ? row.label : say.missingPassage(row.label)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
