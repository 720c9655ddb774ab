import { labelled, series } from '#words/format.ts';
import { exportTable as say } from '#words/window/exportTable.ts';
import type { ExportPreview } from '../../../../shared/api/exports.ts';
import { Progress } from '../../../components/Progress.tsx';
import type { Shown } from './usePreview.ts';
import captionStyles from '../../../components/caption.module.css';
import styles from './export.module.css';

/** The first rows of the table, with how many rows and columns it has. */
export function Preview({ shown, note }: { shown: Shown; note: string | null }) {
  const { preview, isCounting, error } = shown;
  // The table of the choice before stays, in full ink, until the new one is there: the line above it says what it is.
  const busy = preview === null ? say.previewing : say.updating;
  return (
    <section aria-label={say.preview} aria-busy={isCounting} className={styles.preview}>
      <header>
        <h3 className={captionStyles.caption}>{say.preview}</h3>
        <p role="status">{isCounting ? busy : preview === null ? '' : sizeOf(preview, note)}</p>
        {isCounting && <Progress label={busy} done={0} total={0} />}
      </header>
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      {preview !== null && preview.rows.length === 0 && !isCounting && <p className={styles.empty}>{say.noRows}</p>}
      {preview !== null && preview.rows.length > 0 && (
        // A region that scrolls has to be reached by the keyboard to be scrolled.
        <div role="region" aria-label={say.previewTable} tabIndex={0} className={styles.scroller}>
          {/* As the file will have it: names of columns and values are the same in every language. */}
          <table translate="no" className={styles.table}>
            <thead>
              <tr>
                {preview.columns.map(({ name, label, type }) => (
                  <th key={name} scope="col" title={label} data-number={isNumber(type) || undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row, at) => (
                <tr key={at}>
                  {preview.columns.map(({ name, type }, place) => (
                    <td key={name} data-number={isNumber(type) || undefined}>
                      <bdi>{row[place] ?? ''}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function sizeOf({ name, columns, totals }: ExportPreview, note: string | null): string {
  return series([
    labelled(name, say.size(totals.rows, totals.columns)),
    ...(columns.length < totals.columns ? [say.firstColumns(columns.length)] : []),
    ...(note === null ? [] : [note]),
  ]);
}

function isNumber(type: string): boolean {
  return type === 'integer' || type === 'decimal' || type === 'binary';
}
