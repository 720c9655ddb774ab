import { dayOf } from '#words/format.ts';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import styles from './Lists.module.css';

/** The published versions, newest first, each with what changed in it. */
export function VersionList({ readOnly }: { readOnly: boolean }) {
  const versions = useRecords((state) => state.versions);
  const latest = versions[0];
  return (
    <section aria-label={say.versions} className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say.versions}</h2>
        {!readOnly && <Button onPress={() => runAction('codebook.publish')}>{say.publish}</Button>}
      </div>
      {!latest && <p className={styles.none}>{say.noVersions}</p>}
      {latest && (
        <>
          <div className={styles.acts}>
            <Button variant="quiet" onPress={() => openDialog({ kind: 'difference', from: latest.number, to: null })}>
              {say.changesSince(latest.number)}
            </Button>
          </div>
          <ul aria-label={say.versions} className={styles.list}>
            {versions.map(({ number, note, coder, published }) => (
              <li key={number} className={styles.version}>
                <div className={styles.group}>
                  <span>{say.version(number)}</span>
                  <span className={styles.about}>{say.publishedBy(coder, dayOf(published))}</span>
                </div>
                {note !== '' && (
                  <p dir="auto" className={styles.note}>
                    {note}
                  </p>
                )}
                <div className={styles.acts}>
                  <Button
                    variant="quiet"
                    onPress={() => openDialog({ kind: 'difference', from: number - 1, to: number })}
                  >
                    {say.changesOf(number)}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
