import { labelled } from '#words/format.ts';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { CodebookChange } from '../../../../shared/model/codebook.ts';
import styles from '../../../parts/dialogFields.module.css';

/** What changed, a line each; undefined while that is being asked. */
export function ChangeList({ changes }: { changes: readonly CodebookChange[] | undefined }) {
  if (changes === undefined) return <p className={styles.none}>…</p>;
  if (changes.length === 0) return <p className={styles.none}>{say.noChanges}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.subject} ${change.id} ${change.field}`}>
          <span className={styles.subject}>{`${say.subjects[change.subject] ?? ''} `}</span>
          <bdi>{change.name}</bdi>
          {labelled('', say.change(change))}
        </li>
      ))}
    </ul>
  );
}
