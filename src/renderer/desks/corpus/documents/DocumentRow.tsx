import { articleDate, number } from '#words/format.ts';
import { formStrings } from '#words/window/form.ts';
import { strings } from '#words/window/frame.ts';
import type { DocumentRow as RowOfList } from '../../../../shared/api/documents.ts';
import styles from './DocumentsPanel.module.css';

/** What a row of the list says of its document. */
export function DocumentRow({ row }: { row: RowOfList }) {
  const known = [row.site, row.date === '' ? '' : articleDate(row.date, 'short')].filter((fact) => fact !== '');
  const facts = known.length > 0 ? known : [strings.documents.characters(row.characters)];
  return (
    <>
      <span className={styles.name} dir="auto" title={row.name}>
        {row.name}
      </span>
      <span className={styles.facts}>
        {row.status !== 'to-do' && (
          <span
            className={styles.mark}
            data-status={row.status}
            role="img"
            aria-label={formStrings.statuses[row.status]}
          />
        )}
        {facts.map((fact, index) => (
          <span key={fact}>
            {index > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </span>
      <span
        className={styles.count}
        data-none={row.annotations === 0 || undefined}
        aria-label={row.annotations === 0 ? strings.documents.notCoded : strings.documents.codings(row.annotations)}
      >
        {number(row.annotations)}
      </span>
    </>
  );
}
