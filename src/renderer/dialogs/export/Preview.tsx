import { exportTable as say } from '../../strings/exportTable.ts';
import styles from './export.module.css';
import type { Shown } from './usePreview.ts';

/** The first rows of the table, with how many rows and columns it has. */
export function Preview({ shown, note }: { shown: Shown; note: string | null }) {
  const { preview, isCounting, error } = shown;
  const cut = preview !== null && preview.columns.length < preview.totals.columns ? preview.columns.length : null;
  return (
    <section aria-label={say.preview} className={styles.preview} data-counting={isCounting || undefined}>
      <header>
        <h3>{say.preview}</h3>
        <p role="status">
          {isCounting || preview === null
            ? isCounting
              ? say.previewing
              : ''
            : [
                `${preview.name}: ${say.size(preview.totals.rows, preview.totals.columns)}`,
                ...(cut === null ? [] : [say.firstColumns(cut)]),
                ...(note === null ? [] : [note]),
              ].join(', ')}
        </p>
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
          <table>
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

function isNumber(type: string): boolean {
  return type === 'integer' || type === 'decimal' || type === 'binary';
}
