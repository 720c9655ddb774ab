import { useMemo } from 'react';
import { number } from '#words/format.ts';
import { disagreements as say } from '#words/window/disagreements.ts';
import type { Category, Confusion } from '../../../../shared/api/reliability.ts';
import { openCell } from '../actions/disagreements.ts';
import { useDisagreements } from '../state/disagreements.ts';
import { useMatrixKeys } from './useMatrixKeys.ts';
import type { MatrixPlace } from './useMatrixKeys.ts';
import styles from './ConfusionTable.module.css';

export type ConfusionTableProps = {
  confusion: Confusion;
  /** Names of the coder of the rows and of the columns; null: all pairs. */
  coders: readonly [string, string] | null;
};

/** Categories that occur, with their places in the matrix as it came. */
function occurring({ categories, counts }: Confusion): { category: Category; at: number }[] {
  return categories
    .map((category, at) => ({ category, at }))
    .filter(({ at }) => counts.some((row, place) => (row[at] ?? 0) > 0 || (place === at && row.some(Boolean))));
}

/** Where the two differ most, which is where to begin; else the first cell that holds anything. */
function worst(counts: readonly (readonly number[])[]): MatrixPlace {
  let found: MatrixPlace = { row: 0, column: 0 };
  let most = -1;
  counts.forEach((cells, row) =>
    cells.forEach((count, column) => {
      const weight = count === 0 ? -1 : row === column ? 0 : count;
      if (weight > most) [found, most] = [{ row, column }, weight];
    }),
  );
  return found;
}

/** Who said what where. Cells that hold something are buttons: they open the places behind them. */
export function ConfusionTable({ confusion, coders }: ConfusionTableProps) {
  const shown = useMemo(() => occurring(confusion), [confusion]);
  const counts = useMemo(
    () => shown.map(({ at: row }) => shown.map(({ at: column }) => confusion.counts[row]?.[column] ?? 0)),
    [confusion, shown],
  );
  const keys = useMatrixKeys(useMemo(() => worst(counts), [counts]));
  const most = Math.max(1, ...counts.flatMap((cells, row) => cells.filter((_, column) => column !== row)));
  const isUpright = shown.length > 7;
  const [ofRows, ofColumns] = coders ?? [say.oneCoder, say.otherCoder];
  return (
    <div className={styles.scroll}>
      <table
        role="grid"
        aria-label={say.matrix(ofRows, ofColumns)}
        className={styles.table}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className={styles.rows}>{ofRows} ↓</span>
              <span className={styles.columns}>{ofColumns} →</span>
            </th>
            {shown.map(({ category }) => (
              <th key={category.key} scope="col" data-upright={isUpright || undefined} className={styles.column}>
                <bdi title={category.label}>{category.label}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ category }, row) => (
            <tr key={category.key}>
              <th scope="row" className={styles.row}>
                <bdi title={category.label}>{category.label}</bdi>
              </th>
              {shown.map(({ category: other }, column) => (
                <Cell
                  key={other.key}
                  row={category}
                  column={other}
                  coders={[ofRows, ofColumns]}
                  place={{ row, column }}
                  count={counts[row]?.[column] ?? 0}
                  most={most}
                  tabIndex={keys.tabIndexOf({ row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  row: Category;
  column: Category;
  coders: readonly [string, string];
  place: MatrixPlace;
  count: number;
  most: number;
  tabIndex: 0 | -1;
};

function Cell({ row, column, coders, place, count, most, tabIndex }: CellProps) {
  const isOpen = useDisagreements(({ cell }) => cell?.row === row.key && cell.column === column.key);
  const isSame = row.key === column.key;
  if (count === 0) return <td data-same={isSame || undefined} className={styles.empty} />;
  // Off the diagonal the ground deepens with the count: where most is at odds is seen at a glance.
  const depth = isSame ? 0 : 8 + Math.round((count / most) * 32);
  const ground = isSame ? {} : { background: `color-mix(in oklab, var(--accent) ${depth}%, transparent)` };
  return (
    <td data-same={isSame || undefined} style={ground}>
      <button
        type="button"
        data-row={place.row}
        data-column={place.column}
        tabIndex={tabIndex}
        aria-label={say.cell(coders, [row.label, column.label], count)}
        {...(isOpen && { 'aria-current': true })}
        className={styles.count}
        onClick={() => void openCell(row.key, column.key)}
      >
        {number(count)}
      </button>
    </td>
  );
}
